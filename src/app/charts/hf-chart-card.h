#pragma once

#include "hf-chart.h"

G_BEGIN_DECLS

#define HF_TYPE_CHART_CARD (hf_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (HfChartCard, hf_chart_card, HF, CHART_CARD, GtkWidget)

void hf_chart_card_set_figures (HfChartCard *self, HfFigures *figures);

G_END_DECLS
