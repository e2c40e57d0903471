#pragma once

#include "hf-chart.h"
#include "hf-codebook.h"

G_BEGIN_DECLS

#define HF_TYPE_PARETO_CHART (hf_pareto_chart_get_type ())
G_DECLARE_FINAL_TYPE (HfParetoChart, hf_pareto_chart, HF, PARETO_CHART, HfChart)

GtkWidget *hf_pareto_chart_new (void);
void hf_pareto_chart_set_codebook (HfParetoChart *self, HfCodebook *codebook);

G_END_DECLS
