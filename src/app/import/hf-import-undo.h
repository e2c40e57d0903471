#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

void hf_import_undo_start (GtkWidget *parent, HfStore *store, gint64 import_id);

G_END_DECLS
