#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_SETUP_PAGE (hf_setup_page_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupPage, hf_setup_page, HF, SETUP_PAGE, GtkWidget)

GtkWidget *hf_setup_page_show_section (HfSetupPage *self, const char *name);

G_END_DECLS
