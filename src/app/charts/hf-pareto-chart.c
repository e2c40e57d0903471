#include "config.h"

#include "hf-pareto-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hf-chart-paint.h"
#include "hf-chart-palette.h"
#include "hf-chart-words.h"
#include "hf-diagnosis-pareto.h"
#include "hf-locale.h"
#include "hf-number-words.h"
#include "hf-pareto-layout.h"

#define MIN_WIDTH 260
#define NATURAL_WIDTH 520
/* "The vital few": where the running total passes this, the rest is many and small. */
#define VITAL_SHARE 0.8

/* Why they left: bars most first, primary and contributing, with the running total. */
struct _HfParetoChart
{
  HfChart parent_instance;

  HfCodebook *codebook;
  GArray *steps;
  HfParetoLayout *layout;
};

G_DEFINE_FINAL_TYPE (HfParetoChart, hf_pareto_chart, HF_TYPE_CHART)

static char *
dup_name (HfParetoChart *self, const HfReasonCount *reason)
{
  char *name = NULL;
  if (self->codebook != NULL)
    name = hf_codebook_dup_name (self->codebook, reason->code, hf_locale_get_current ());
  return name != NULL ? name : g_strdup (reason->code);
}

static const HfParetoStep *
get_step (HfParetoChart *self, guint index)
{
  return &g_array_index (self->steps, HfParetoStep, index);
}

static void
hf_pareto_chart_update (HfChart *chart, HfFigures *figures)
{
  HfParetoChart *self = HF_PARETO_CHART (chart);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->layout, hf_pareto_layout_free);
  self->steps = hf_diagnosis_pareto (figures->reasons);
  for (guint i = 0; i < self->steps->len; i++)
    {
      g_autofree char *name = dup_name (self, get_step (self, i)->reason);
      g_autofree char *label = hf_chart_words_reason (name, get_step (self, i));
      hf_chart_add_mark (chart, get_step (self, i)->reason->code, label);
    }
}

static float
measure_counts (HfParetoChart *self)
{
  int widest = 0;
  for (guint i = 0; i < self->steps->len; i++)
    {
      g_autofree char *count = hf_chart_words_reason_count (get_step (self, i)->reason);
      g_autoptr (PangoLayout) text = hf_chart_create_text (HF_CHART (self), count, 1, -1);
      int width = 0;
      pango_layout_get_pixel_size (text, &width, NULL);
      widest = MAX (widest, width);
    }
  return (float) widest;
}

static void
hf_pareto_chart_place (HfChart *chart, int width, int height)
{
  HfParetoChart *self = HF_PARETO_CHART (chart);
  g_clear_pointer (&self->layout, hf_pareto_layout_free);
  self->layout = hf_pareto_layout_new (self->steps, (float) width,
                                       (float) hf_chart_get_line_height (chart),
                                       measure_counts (self));
  for (guint i = 0; i < self->layout->rows->len; i++)
    hf_chart_place_mark (chart, i, &g_array_index (self->layout->rows, HfParetoRow, i).row);
}

static void
draw_axes (HfParetoChart *self, GtkSnapshot *snapshot, const HfChartPalette *palette)
{
  static const double shares[] = { 0, 0.5, VITAL_SHARE, 1 };
  const graphene_rect_t *plot = &self->layout->plot;
  float bottom = plot->origin.y + plot->size.height;
  for (double tick = 0; tick <= self->layout->end + self->layout->step / 2;
       tick += self->layout->step)
    {
      float x = roundf (plot->origin.x + plot->size.width * (float) (tick / self->layout->end));
      g_autofree char *words = hf_number_words_count (tick);
      gtk_snapshot_append_color (snapshot, &palette->grid,
                                 &GRAPHENE_RECT_INIT (x, plot->origin.y, 1, plot->size.height));
      hf_chart_draw_tick (HF_CHART (self), snapshot, words, x, bottom + 4, 0.5f, &palette->dim);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char *words = hf_number_words_percent (shares[i]);
      hf_chart_draw_tick (HF_CHART (self), snapshot, words,
                          plot->origin.x + plot->size.width * (float) shares[i], 0, 0.5f,
                          &palette->line);
    }
}

static void
draw_row_text (HfParetoChart *self, GtkSnapshot *snapshot, guint index, int line_height,
               const HfChartPalette *palette)
{
  const HfParetoRow *row = &g_array_index (self->layout->rows, HfParetoRow, index);
  const HfReasonCount *reason = get_step (self, index)->reason;
  g_autofree char *name = dup_name (self, reason);
  g_autofree char *count = hf_chart_words_reason_count (reason);
  g_autoptr (PangoLayout) label = hf_chart_create_text (HF_CHART (self), name, 1,
                                                        (int) row->label.size.width);
  pango_layout_set_height (label, -(int) MAX (1, row->label.size.height / line_height));
  g_autoptr (PangoLayout) number = hf_chart_create_text (HF_CHART (self), count, 1, -1);
  int label_height, number_width, number_height;
  pango_layout_get_pixel_size (label, NULL, &label_height);
  pango_layout_get_pixel_size (number, &number_width, &number_height);
  hf_chart_draw_text (snapshot, label, row->label.origin.x,
                      row->label.origin.y + (row->label.size.height - (float) label_height) / 2,
                      &palette->text);
  hf_chart_draw_text (
      snapshot, number, row->count.origin.x + row->count.size.width - (float) number_width,
      row->count.origin.y + (row->count.size.height - (float) number_height) / 2,
      &palette->dim);
}

static void
draw_bars (HfParetoChart *self, cairo_t *cr, const HfChartPalette *palette)
{
  for (guint i = 0; i < self->layout->rows->len; i++)
    {
      const HfParetoRow *row = &g_array_index (self->layout->rows, HfParetoRow, i);
      hf_chart_paint_hatched (cr, &row->contributing, &palette->contributing,
                              &palette->primary);
      hf_chart_paint_bar (cr, &row->primary, &palette->primary);
    }
}

static void
draw_vital_line (HfParetoChart *self, cairo_t *cr, const HfChartPalette *palette)
{
  static const double dashes[] = { 4, 4 };
  const graphene_rect_t *plot = &self->layout->plot;
  double x = roundf (plot->origin.x + plot->size.width * (float) VITAL_SHARE) + 0.5;
  cairo_save (cr);
  gdk_cairo_set_source_rgba (cr, &palette->line);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x, plot->origin.y);
  cairo_line_to (cr, x, plot->origin.y + plot->size.height);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_running_total (HfParetoChart *self, cairo_t *cr, const HfChartPalette *palette)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));
  for (guint i = 0; i < self->layout->rows->len; i++)
    g_array_append_val (points, g_array_index (self->layout->rows, HfParetoRow, i).cumulative);
  hf_chart_paint_line (cr, (const graphene_point_t *) points->data, points->len, &palette->line,
                       &palette->surface);
}

static void
hf_pareto_chart_draw (HfChart *chart, GtkSnapshot *snapshot, int width, int height)
{
  HfParetoChart *self = HF_PARETO_CHART (chart);
  HfChartPalette palette;
  hf_chart_palette_init (&palette, GTK_WIDGET (self));
  int line_height = hf_chart_get_line_height (chart);
  draw_axes (self, snapshot, &palette);
  for (guint i = 0; i < self->layout->rows->len; i++)
    draw_row_text (self, snapshot, i, line_height, &palette);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_bars (self, cr, &palette);
  draw_vital_line (self, cr, &palette);
  draw_running_total (self, cr, &palette);
  cairo_destroy (cr);
}

static HfChartTable *
hf_pareto_chart_tabulate (HfChart *chart, HfFigures *figures)
{
  HfParetoChart *self = HF_PARETO_CHART (chart);
  const char *headings[] = { _ ("Reason"),       _ ("Primary"),       _ ("Contributing"),
                             _ ("Share"),        _ ("Running total"), _ ("Customer said"),
                             _ ("Staff infers"), _ ("Records show"),  NULL };
  HfChartTable *table = hf_chart_table_new (headings);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const HfParetoStep *step = get_step (self, i);
      const HfReasonCount *reason = step->reason;
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
      g_autofree char *name = dup_name (self, reason);
      g_autofree char *share = hf_number_words_percent (step->share);
      g_autofree char *cumulative = hf_number_words_percent (step->cumulative);
      g_autofree char *primary = hf_number_words_count (reason->primary);
      g_autofree char *contributing = hf_number_words_count (reason->contributing);
      g_autofree char *said = hf_number_words_count (reason->said);
      g_autofree char *inferred = hf_number_words_count (reason->inferred);
      g_autofree char *recorded = hf_number_words_count (reason->recorded);
      g_strv_builder_add_many (cells, name, primary, contributing, share, cumulative, said,
                               inferred, recorded, NULL);
      hf_chart_table_add_row (table, g_strv_builder_end (cells));
    }
  return table;
}

static void
hf_pareto_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline,
                         int *natural_baseline)
{
  HfChart *chart = HF_CHART (widget);
  *minimum = MIN_WIDTH;
  *natural = NATURAL_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      float width = (float) (for_size >= 0 ? for_size : NATURAL_WIDTH);
      *minimum = *natural = (int) ceilf (hf_pareto_layout_height (
          hf_chart_get_n_marks (chart), width, (float) hf_chart_get_line_height (chart)));
    }
}

static void
hf_pareto_chart_finalize (GObject *object)
{
  HfParetoChart *self = HF_PARETO_CHART (object);
  g_clear_object (&self->codebook);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->layout, hf_pareto_layout_free);
  G_OBJECT_CLASS (hf_pareto_chart_parent_class)->finalize (object);
}

static void
hf_pareto_chart_class_init (HfParetoChartClass *klass)
{
  HfChartClass *chart_class = HF_CHART_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = hf_pareto_chart_finalize;
  GTK_WIDGET_CLASS (klass)->measure = hf_pareto_chart_measure;
  chart_class->update = hf_pareto_chart_update;
  chart_class->place = hf_pareto_chart_place;
  chart_class->draw = hf_pareto_chart_draw;
  chart_class->tabulate = hf_pareto_chart_tabulate;
}

static void
hf_pareto_chart_init (HfParetoChart *self)
{
}

/**
 * hf_pareto_chart_new:
 *
 * Makes a chart that shows nothing yet.
 *
 * Returns: (transfer floating): the chart
 */
GtkWidget *
hf_pareto_chart_new (void)
{
  return g_object_new (HF_TYPE_PARETO_CHART, NULL);
}

/**
 * hf_pareto_chart_set_codebook:
 * @self: a chart
 * @codebook: (nullable): by which the reasons are named; without one, their codes are shown
 *
 * Sets how the reasons of the next figures are named.
 */
void
hf_pareto_chart_set_codebook (HfParetoChart *self, HfCodebook *codebook)
{
  g_set_object (&self->codebook, codebook);
}
