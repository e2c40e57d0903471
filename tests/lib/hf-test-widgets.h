#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

gpointer hf_test_widgets_get_part (gpointer widget, const char *name);
GtkWidget *hf_test_widgets_find_titled (GtkWidget *widget, const char *title);
gpointer hf_test_widgets_find_window (GType type);

G_END_DECLS
