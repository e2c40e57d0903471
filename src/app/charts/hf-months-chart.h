#pragma once

#include "hf-chart.h"

G_BEGIN_DECLS

#define HF_TYPE_MONTHS_CHART (hf_months_chart_get_type ())
G_DECLARE_FINAL_TYPE (HfMonthsChart, hf_months_chart, HF, MONTHS_CHART, HfChart)

GtkWidget *hf_months_chart_new (void);

G_END_DECLS
