#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_CARD_SPACING 18

#define HF_TYPE_CARD_LAYOUT (hf_card_layout_get_type ())
G_DECLARE_FINAL_TYPE (HfCardLayout, hf_card_layout, HF, CARD_LAYOUT, GtkLayoutManager)

guint hf_card_layout_columns (int width, int card_width);
int hf_card_layout_stack (const int *heights, guint n_cards, guint n_columns, guint *columns,
                          int *tops);

G_END_DECLS
