#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_TODAY_PAGE (hf_today_page_get_type ())
G_DECLARE_FINAL_TYPE (HfTodayPage, hf_today_page, HF, TODAY_PAGE, GtkWidget)

G_END_DECLS
