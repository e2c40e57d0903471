#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_REPORTS_PAGE (hf_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (HfReportsPage, hf_reports_page, HF, REPORTS_PAGE, GtkWidget)

gboolean hf_reports_page_export_to (HfReportsPage *self, const char *path);

G_END_DECLS
