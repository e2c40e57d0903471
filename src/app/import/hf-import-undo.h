#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

/**
 * HfImportUndone:
 * @parent: the widget that asked for it, which is still there
 *
 * Called once an import is undone.
 */
typedef void (*HfImportUndone) (GtkWidget *parent);

void hf_import_undo_start (GtkWidget *parent, HfStore *store, gint64 import_id,
                           const char *file, HfImportUndone undone);

G_END_DECLS
