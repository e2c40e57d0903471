#pragma once

#include "hf-report-order.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_REPORT_EXPORT (hf_report_export_get_type ())
G_DECLARE_FINAL_TYPE (HfReportExport, hf_report_export, HF, REPORT_EXPORT, GObject)

HfReportExport *hf_report_export_new (HfStore *store, const HfReportOrder *order);
void hf_report_export_start (HfReportExport *self);
void hf_report_export_cancel (HfReportExport *self);
const HfReportOrder *hf_report_export_get_order (HfReportExport *self);
gboolean hf_report_export_replaces (HfReportExport *self);

G_END_DECLS
