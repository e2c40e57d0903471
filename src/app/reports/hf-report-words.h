#pragma once

#include "hf-figures.h"
#include "hf-report-order.h"

G_BEGIN_DECLS

char *hf_report_words_period (const HfPeriod *period);
char *hf_report_words_scope (const HfReportOrder *order);
char *hf_report_words_languages (const HfReportOrder *order);
char *hf_report_words_sheets (guint sheets);
char *hf_report_words_plan (const HfReportOrder *order);
char *hf_report_words_past (const HfReportOrder *order);
char *hf_report_words_reason (const HfReasonCount *reason);
gboolean hf_report_words_is_empty (const HfFigures *figures);
char *hf_report_words_failure (const GError *error, const char *path, gboolean existed);

G_END_DECLS
