#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hf_column_rows_get (GtkColumnView *view);
void hf_column_rows_scroll_to (GtkColumnView *view, guint position);
gboolean hf_column_rows_put_first (GtkColumnView *view, guint position);
gboolean hf_column_rows_get_span (GtkColumnView *view, guint *first, guint *count);

G_END_DECLS
