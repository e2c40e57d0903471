#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The narrowest window that is promised, in pixels. */
#define HF_TEST_LEAST_WIDTH 360

gpointer hf_test_widgets_get_part (gpointer widget, const char *name);
GtkWidget *hf_test_widgets_find_titled (GtkWidget *widget, const char *title);
gpointer hf_test_widgets_find_window (GType type);
void hf_test_widgets_assert_narrow (GtkWidget *widget);

G_END_DECLS
