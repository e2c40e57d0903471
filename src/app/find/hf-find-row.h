#pragma once

#include <gtk/gtk.h>

#include "hf-find-item.h"

G_BEGIN_DECLS

#define HF_TYPE_FIND_ROW (hf_find_row_get_type ())
G_DECLARE_FINAL_TYPE (HfFindRow, hf_find_row, HF, FIND_ROW, GtkWidget)

G_END_DECLS
