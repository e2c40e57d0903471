#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_CALLS_PAGE (hf_calls_page_get_type ())
G_DECLARE_FINAL_TYPE (HfCallsPage, hf_calls_page, HF, CALLS_PAGE, GtkWidget)

G_END_DECLS
