#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  HF_CHART_KEY_BAR,
  HF_CHART_KEY_HATCHED,
  HF_CHART_KEY_LINE,
} HfChartKeyKind;

#define HF_TYPE_CHART_KEY_KIND (hf_chart_key_kind_get_type ())
GType hf_chart_key_kind_get_type (void);

#define HF_TYPE_CHART_KEY (hf_chart_key_get_type ())
G_DECLARE_FINAL_TYPE (HfChartKey, hf_chart_key, HF, CHART_KEY, GtkWidget)

G_END_DECLS
