#include "config.h"

#include "hf-months-chart.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "hf-chart-paint.h"
#include "hf-chart-palette.h"
#include "hf-chart-words.h"
#include "hf-diagnosis-retention.h"
#include "hf-months-layout.h"
#include "hf-number-words.h"

#define MIN_WIDTH 260
#define NATURAL_WIDTH 520
#define HEIGHT 280

/* Customers lost in each month, and the churn rate. */
struct _HfMonthsChart
{
  HfChart parent_instance;

  HfMonthsLayout *layout;
};

G_DEFINE_FINAL_TYPE (HfMonthsChart, hf_months_chart, HF_TYPE_CHART)

static const HfMonthColumn *
get_column (HfMonthsChart *self, guint index)
{
  return &g_array_index (self->layout->columns, HfMonthColumn, index);
}

static void
hf_months_chart_update (HfChart *chart, HfFigures *figures)
{
  g_clear_pointer (&HF_MONTHS_CHART (chart)->layout, hf_months_layout_free);
  for (guint i = 0; i < figures->months->len; i++)
    {
      const HfMonthCount *month = figures->months->pdata[i];
      g_autofree char *label = hf_chart_words_month (month);
      hf_chart_add_mark (chart, month->month, label);
    }
}

static void
measure_tick (HfChart *chart, const char *words, int *widest)
{
  g_autoptr (PangoLayout) text = hf_chart_create_text (chart, words, 1, -1);
  int width = 0;
  pango_layout_get_pixel_size (text, &width, NULL);
  *widest = MAX (*widest, width);
}

/* Both axes get the room of the wider one, so that the plot stands in the middle. */
static int
measure_axes (HfChart *chart, HfFigures *figures)
{
  int widest = 0;
  guint most = 0;
  for (guint i = 0; i < figures->months->len; i++)
    most = MAX (most, ((const HfMonthCount *) figures->months->pdata[i])->lost);
  g_autofree char *count = hf_number_words_count (most);
  g_autofree char *rate = hf_number_words_percent (0.088);
  measure_tick (chart, count, &widest);
  measure_tick (chart, rate, &widest);
  return widest;
}

static void
hf_months_chart_place (HfChart *chart, int width, int height)
{
  HfMonthsChart *self = HF_MONTHS_CHART (chart);
  HfFigures *figures = hf_chart_get_figures (chart);
  g_clear_pointer (&self->layout, hf_months_layout_free);
  self->layout = hf_months_layout_new (figures->months, (float) width, (float) height,
                                       (float) hf_chart_get_line_height (chart),
                                       (float) measure_axes (chart, figures));
  for (guint i = 0; i < self->layout->first; i++)
    hf_chart_place_mark (chart, i, graphene_rect_zero ());
  for (guint i = 0; i < self->layout->columns->len; i++)
    hf_chart_place_mark (chart, self->layout->first + i, &get_column (self, i)->column);
}

static void
draw_axis (HfMonthsChart *self, GtkSnapshot *snapshot, double end, double step, gboolean rates,
           const HfChartPalette *palette)
{
  const graphene_rect_t *plot = &self->layout->plot;
  float half = (float) hf_chart_get_line_height (HF_CHART (self)) / 2;
  for (double tick = 0; tick <= end + step / 2; tick += step)
    {
      float y = plot->origin.y + plot->size.height * (float) (1 - tick / end);
      g_autofree char *words = rates ? hf_number_words_percent (tick)
                                     : hf_number_words_count (tick);
      float x = rates ? plot->origin.x + plot->size.width + 6 : plot->origin.x - 6;
      hf_chart_draw_tick (HF_CHART (self), snapshot, words, x, y - half, rates ? 0 : 1,
                          rates ? &palette->line : &palette->dim);
      if (!rates)
        gtk_snapshot_append_color (
            snapshot, &palette->grid,
            &GRAPHENE_RECT_INIT (plot->origin.x, roundf (y), plot->size.width, 1));
    }
}

/* The year stands under the first column and under each that begins another year. */
static gboolean
shows_year (HfMonthsChart *self, guint index, char **year)
{
  const char *month = get_column (self, index)->month->month;
  if (*year != NULL && g_str_has_prefix (month, *year))
    return FALSE;
  g_free (*year);
  *year = g_strndup (month, strcspn (month, "-"));
  return TRUE;
}

static void
draw_months (HfMonthsChart *self, GtkSnapshot *snapshot, const HfChartPalette *palette)
{
  g_autofree char *year = NULL;
  for (guint i = 0; i < self->layout->columns->len; i++)
    {
      const HfMonthColumn *column = get_column (self, i);
      gtk_snapshot_append_color (snapshot, &palette->primary, &column->bar);
      if (!column->labelled)
        continue;
      g_autofree char *words = hf_chart_words_month_tick (column->month->month,
                                                          shows_year (self, i, &year));
      hf_chart_draw_tick (HF_CHART (self), snapshot, words,
                          column->label.origin.x + column->label.size.width / 2,
                          column->label.origin.y, 0.5f, &palette->dim);
    }
}

/* A month without a rate breaks the line. */
static void
draw_rates (HfMonthsChart *self, cairo_t *cr, const HfChartPalette *palette)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));
  for (guint i = 0; i <= self->layout->columns->len; i++)
    {
      if (i < self->layout->columns->len && get_column (self, i)->has_rate)
        {
          g_array_append_val (points, get_column (self, i)->rate);
          continue;
        }
      hf_chart_paint_line (cr, (const graphene_point_t *) points->data, points->len,
                           &palette->line, &palette->surface);
      g_array_set_size (points, 0);
    }
}

static void
hf_months_chart_draw (HfChart *chart, GtkSnapshot *snapshot, int width, int height)
{
  HfMonthsChart *self = HF_MONTHS_CHART (chart);
  HfChartPalette palette;
  hf_chart_palette_init (&palette, GTK_WIDGET (self));
  draw_axis (self, snapshot, self->layout->end, self->layout->step, FALSE, &palette);
  draw_axis (self, snapshot, self->layout->rate_end, self->layout->rate_step, TRUE, &palette);
  draw_months (self, snapshot, &palette);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_rates (self, cr, &palette);
  cairo_destroy (cr);
}

static void
add_row (HfChartTable *table, const HfMonthCount *month)
{
  double churn = 0;
  gboolean known = hf_diagnosis_churn (month->at_start, month->lost, &churn);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *at_start = hf_number_words_count (month->at_start);
  g_autofree char *lost = hf_number_words_count (month->lost);
  g_autofree char *rate = known ? hf_number_words_percent (churn) : g_strdup ("");
  g_autofree char *complaints = hf_number_words_count (month->complaints);
  g_strv_builder_add_many (cells, month->month, at_start, lost, rate, complaints, NULL);
  hf_chart_table_add_row (table, g_strv_builder_end (cells));
}

static HfChartTable *
hf_months_chart_tabulate (HfChart *chart, HfFigures *figures)
{
  const char *headings[] = { _ ("Month"),      _ ("Customers at its start"),
                             _ ("Lost"),       _ ("Churn rate"),
                             _ ("Complaints"), NULL };
  HfChartTable *table = hf_chart_table_new (headings);
  for (guint i = 0; i < figures->months->len; i++)
    add_row (table, figures->months->pdata[i]);
  return table;
}

static void
hf_months_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline,
                         int *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  *minimum = across ? MIN_WIDTH : HEIGHT;
  *natural = across ? NATURAL_WIDTH : HEIGHT;
}

static void
hf_months_chart_finalize (GObject *object)
{
  g_clear_pointer (&HF_MONTHS_CHART (object)->layout, hf_months_layout_free);
  G_OBJECT_CLASS (hf_months_chart_parent_class)->finalize (object);
}

static void
hf_months_chart_class_init (HfMonthsChartClass *klass)
{
  HfChartClass *chart_class = HF_CHART_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = hf_months_chart_finalize;
  GTK_WIDGET_CLASS (klass)->measure = hf_months_chart_measure;
  chart_class->update = hf_months_chart_update;
  chart_class->place = hf_months_chart_place;
  chart_class->draw = hf_months_chart_draw;
  chart_class->tabulate = hf_months_chart_tabulate;
}

static void
hf_months_chart_init (HfMonthsChart *self)
{
}

/**
 * hf_months_chart_new:
 *
 * Makes a chart that shows nothing yet.
 *
 * Returns: (transfer floating): the chart
 */
GtkWidget *
hf_months_chart_new (void)
{
  return g_object_new (HF_TYPE_MONTHS_CHART, NULL);
}
