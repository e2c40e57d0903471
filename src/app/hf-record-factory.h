#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef GtkWidget *(*HfRecordRowNew) (void);
typedef void (*HfRecordRowShow) (GtkWidget *row, gpointer record);

GtkListItemFactory *hf_record_factory_new (HfRecordRowNew make, HfRecordRowShow show);

G_END_DECLS
