#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_REPORTS_PAGE (hf_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (HfReportsPage, hf_reports_page, HF, REPORTS_PAGE, GtkWidget)

G_END_DECLS
