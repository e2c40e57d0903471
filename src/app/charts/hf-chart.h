#pragma once

#include <gtk/gtk.h>

#include "hf-chart-table.h"
#include "hf-figures.h"

G_BEGIN_DECLS

#define HF_TYPE_CHART (hf_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (HfChart, hf_chart, HF, CHART, GtkWidget)

/* What is drawn of a set of figures, and over it a button for each mark, which the pointer, the
 * keyboard and a screen reader find like any other.
 *
 * update: figures came: add the marks. place: a size came: say where the marks lie. draw: paint
 * what lies under them. tabulate: the same numbers as text. */
struct _HfChartClass
{
  GtkWidgetClass parent_class;

  void (*update) (HfChart *self, HfFigures *figures);
  void (*place) (HfChart *self, int width, int height);
  void (*draw) (HfChart *self, GtkSnapshot *snapshot, int width, int height);
  HfChartTable *(*tabulate) (HfChart *self, HfFigures *figures);
};

HfFigures *hf_chart_get_figures (HfChart *self);
void hf_chart_set_figures (HfChart *self, HfFigures *figures);
HfChartTable *hf_chart_dup_table (HfChart *self);
guint hf_chart_get_n_marks (HfChart *self);
gboolean hf_chart_focus_mark (HfChart *self, guint index);

void hf_chart_add_mark (HfChart *self, const char *key, const char *label);
void hf_chart_place_mark (HfChart *self, guint index, const graphene_rect_t *area);
int hf_chart_get_line_height (HfChart *self);
PangoLayout *hf_chart_create_text (HfChart *self, const char *text, double scale, int width);
void hf_chart_draw_text (GtkSnapshot *snapshot, PangoLayout *text, float x, float y,
                         const GdkRGBA *color);
void hf_chart_draw_tick (HfChart *self, GtkSnapshot *snapshot, const char *words, float x,
                         float y, float align, const GdkRGBA *color);

G_END_DECLS
