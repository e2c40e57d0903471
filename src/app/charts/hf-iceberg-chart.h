#pragma once

#include "hf-chart.h"

G_BEGIN_DECLS

#define HF_ICEBERG_LOGGED "logged"
#define HF_ICEBERG_SILENT "silent"

#define HF_TYPE_ICEBERG_CHART (hf_iceberg_chart_get_type ())
G_DECLARE_FINAL_TYPE (HfIcebergChart, hf_iceberg_chart, HF, ICEBERG_CHART, HfChart)

GtkWidget *hf_iceberg_chart_new (void);

G_END_DECLS
