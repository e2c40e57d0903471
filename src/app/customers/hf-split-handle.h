#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_SPLIT_HANDLE (hf_split_handle_get_type ())
G_DECLARE_FINAL_TYPE (HfSplitHandle, hf_split_handle, HF, SPLIT_HANDLE, GtkWidget)

G_END_DECLS
