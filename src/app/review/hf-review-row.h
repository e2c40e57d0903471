#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hf_review_row_new (void);
void hf_review_row_show (GtkWidget *row, gpointer review);

G_END_DECLS
