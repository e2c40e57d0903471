#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_KEY_FIGURE (hf_key_figure_get_type ())
G_DECLARE_FINAL_TYPE (HfKeyFigure, hf_key_figure, HF, KEY_FIGURE, GtkWidget)

void hf_key_figure_set (HfKeyFigure *self, const char *value, const char *detail);

G_END_DECLS
