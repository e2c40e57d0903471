#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_CARD_BOX (hf_card_box_get_type ())
G_DECLARE_FINAL_TYPE (HfCardBox, hf_card_box, HF, CARD_BOX, GtkBox)

G_END_DECLS
