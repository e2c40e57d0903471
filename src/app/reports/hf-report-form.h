#pragma once

#include <gtk/gtk.h>

#include "hf-report-order.h"

G_BEGIN_DECLS

#define HF_TYPE_REPORT_FORM (hf_report_form_get_type ())
G_DECLARE_FINAL_TYPE (HfReportForm, hf_report_form, HF, REPORT_FORM, GtkWidget)

HfReportOrder *hf_report_form_dup_order (HfReportForm *self);
void hf_report_form_set_branches (HfReportForm *self, GPtrArray *branches);
void hf_report_form_propose_maker (HfReportForm *self, const char *maker);

G_END_DECLS
