#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_ROW_BIN (hf_row_bin_get_type ())
G_DECLARE_FINAL_TYPE (HfRowBin, hf_row_bin, HF, ROW_BIN, GtkWidget)

guint hf_row_bin_get_position (HfRowBin *self);

G_END_DECLS
