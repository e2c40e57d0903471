#pragma once

#include "hf-diagnosis-pareto.h"
#include "hf-diagnosis-silent.h"

G_BEGIN_DECLS

char *hf_chart_words_reason_count (const HfReasonCount *reason);
char *hf_chart_words_reason (const char *name, const HfParetoStep *step);
char *hf_chart_words_logged (guint logged);
const char *hf_chart_words_no_estimate (void);
char *hf_chart_words_silent (const HfSilentFigures *figures);
char *hf_chart_words_silent_classes (const HfSilentFigures *figures);
char *hf_chart_words_month (const HfMonthCount *month);
char *hf_chart_words_month_tick (const char *month, gboolean with_year);

G_END_DECLS
