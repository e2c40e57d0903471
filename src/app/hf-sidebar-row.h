#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_SIDEBAR_ROW (hf_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (HfSidebarRow, hf_sidebar_row, HF, SIDEBAR_ROW, GtkListBoxRow)

const char *hf_sidebar_row_get_page (HfSidebarRow *self);
const char *hf_sidebar_row_get_title (HfSidebarRow *self);

G_END_DECLS
