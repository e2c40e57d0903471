#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_widget_dispose_template (GtkWidget *widget, GType type);
void hf_widget_scroll_sideways (GtkScrolledWindow *window);
void hf_widget_empty_box (GtkBox *box);
void hf_widget_empty_list (GtkListBox *list);
void hf_widget_show_remark (GtkLabel *label, const char *remark);

G_END_DECLS
