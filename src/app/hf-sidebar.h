#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_SIDEBAR (hf_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (HfSidebar, hf_sidebar, HF, SIDEBAR, GtkWidget)

gboolean hf_sidebar_has_page (HfSidebar *self, const char *page);
const char *hf_sidebar_get_title (HfSidebar *self, const char *page);
void hf_sidebar_select (HfSidebar *self, const char *page);
void hf_sidebar_set_badge (HfSidebar *self, const char *page, guint count);

G_END_DECLS
