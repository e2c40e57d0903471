#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_WRAP_BOX (hf_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (HfWrapBox, hf_wrap_box, HF, WRAP_BOX, GtkWidget)

GtkWidget *hf_wrap_box_new (int spacing);

G_END_DECLS
