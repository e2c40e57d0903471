#include "config.h"

#include <math.h>

#include "hf-card-layout.h"
#include "hf-chart-axis.h"
#include "hf-chart-table.h"
#include "hf-diagnosis-pareto.h"
#include "hf-iceberg-layout.h"
#include "hf-months-layout.h"
#include "hf-pareto-layout.h"
#include "hf-test-figures.h"

#define LINE 16
#define NUMBER 50
#define EPSILON 0.01

static const float widths[] = { 260, 280, 419, 420, 600, 1400 };

static gboolean
is_inside (const graphene_rect_t *part, float width, float height)
{
  return part->origin.x >= -EPSILON && part->origin.y >= -EPSILON && part->size.width >= 0
         && part->size.height >= 0 && part->origin.x + part->size.width <= width + EPSILON
         && part->origin.y + part->size.height <= height + EPSILON;
}

static void
test_axis_steps_are_round (void)
{
  static const struct
  {
    double max;
    guint ticks;
    double step, end;
  } cases[] = {
    { 46, 5, 10, 50 },         { 46, 4, 20, 60 }, { 50, 5, 10, 50 }, { 1, 5, 0.2, 1 },
    { 0.017, 4, 0.005, 0.02 }, { 0, 5, 1, 1 },    { 3, 0, 1, 3 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double step = hf_chart_axis_step (cases[i].max, cases[i].ticks);
      g_assert_cmpfloat_with_epsilon (step, cases[i].step, 1e-9);
      g_assert_cmpfloat_with_epsilon (hf_chart_axis_end (cases[i].max, step), cases[i].end,
                                      1e-9);
    }
}

static void
test_pareto_fits_in_every_width (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  g_autoptr (GArray) steps = hf_diagnosis_pareto (figures->reasons);
  for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      float height = hf_pareto_layout_height (steps->len, widths[w], LINE);
      g_autoptr (HfParetoLayout) layout = hf_pareto_layout_new (steps, widths[w], LINE, NUMBER);
      g_assert_cmpuint (layout->rows->len, ==, steps->len);
      for (guint i = 0; i < layout->rows->len; i++)
        {
          const HfParetoRow *row = &g_array_index (layout->rows, HfParetoRow, i);
          g_assert_true (is_inside (&row->row, widths[w], height));
          g_assert_true (is_inside (&row->label, widths[w], height));
          g_assert_true (is_inside (&row->contributing, widths[w], height));
          g_assert_true (is_inside (&row->count, widths[w], height));
          g_assert_cmpfloat (row->label.size.width, >=, 100);
          g_assert_cmpfloat (row->cumulative.x, <=,
                             layout->plot.origin.x + layout->plot.size.width + EPSILON);
        }
    }
}

static void
test_pareto_bars_are_to_scale (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  g_autoptr (GArray) steps = hf_diagnosis_pareto (figures->reasons);
  g_autoptr (HfParetoLayout) layout = hf_pareto_layout_new (steps, 600, LINE, NUMBER);
  const HfParetoRow *first = &g_array_index (layout->rows, HfParetoRow, 0);
  const HfParetoRow *second = &g_array_index (layout->rows, HfParetoRow, 1);
  const HfParetoRow *last = &g_array_index (layout->rows, HfParetoRow, steps->len - 1);
  /* 34 primary and 12 contributing, then 27 and 19. */
  g_assert_cmpfloat_with_epsilon (first->primary.size.width / second->primary.size.width,
                                  34.0 / 27, 0.001);
  g_assert_cmpfloat_with_epsilon (first->primary.size.width / first->contributing.size.width,
                                  34.0 / 12, 0.001);
  g_assert_cmpfloat_with_epsilon (first->contributing.origin.x,
                                  first->primary.origin.x + first->primary.size.width, EPSILON);
  g_assert_cmpfloat_with_epsilon (last->cumulative.x,
                                  layout->plot.origin.x + layout->plot.size.width, EPSILON);
  g_assert_cmpfloat (second->row.origin.y, >=,
                     first->row.origin.y + first->row.size.height - EPSILON);
}

static void
test_pareto_of_nothing (void)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (HfParetoStep));
  g_autoptr (HfParetoLayout) layout = hf_pareto_layout_new (steps, 300, LINE, 0);
  g_assert_cmpuint (layout->rows->len, ==, 0);
  g_assert_cmpfloat (layout->end, >, 0);
  g_assert_cmpfloat (hf_pareto_layout_height (0, 300, LINE), >, LINE);
}

static void
test_iceberg_is_to_scale (void)
{
  for (int i = 0; i <= 100; i++)
    {
      double share = i / 100.0;
      double depth = hf_iceberg_layout_depth (share);
      g_assert_cmpfloat (depth, >=, 0);
      g_assert_cmpfloat (depth, <=, 1);
      g_assert_cmpfloat_with_epsilon (hf_iceberg_layout_share_above (depth), share, 1e-6);
    }
  g_assert_cmpfloat (hf_iceberg_layout_depth (-1), ==, 0);
  g_assert_cmpfloat (hf_iceberg_layout_depth (7), ==, 1);
}

/* The share of the drawn ice above the water, counted point by point. */
static double
count_above (const HfIcebergLayout *layout)
{
  double above = 0, all = 0;
  for (float y = layout->box.origin.y; y < layout->box.origin.y + layout->box.size.height;
       y += 0.25f)
    {
      float left, right;
      hf_iceberg_layout_edges (layout, y, &left, &right);
      all += right - left;
      if (y < layout->water_y)
        above += right - left;
    }
  return above / all;
}

static void
test_iceberg_fits_in_every_width (void)
{
  static const double shares[] = { 0, 0.01, 0.04, 0.17, 0.5, 0.69, 1 };
  for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
    for (gsize s = 0; s < G_N_ELEMENTS (shares); s++)
      {
        HfIcebergLayout layout;
        hf_iceberg_layout_init (&layout, widths[w], 380, 60, shares[s]);
        g_assert_true (is_inside (&layout.box, widths[w], 380));
        g_assert_cmpfloat (layout.water_y, >=, 60);
        g_assert_cmpfloat (layout.water_y, <=, 380);
        /* The tips side by side are counted with the gap between them. */
        g_assert_cmpfloat_with_epsilon (count_above (&layout), shares[s], 0.012);
      }
}

static void
test_months_keep_the_last (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      g_autoptr (HfMonthsLayout) layout = hf_months_layout_new (figures->months, widths[w], 280,
                                                                LINE, NUMBER);
      const HfMonthColumn *last = &g_array_index (layout->columns, HfMonthColumn,
                                                  layout->columns->len - 1);
      g_assert_cmpuint (layout->first + layout->columns->len, ==, figures->months->len);
      g_assert_true (last->month
                     == g_ptr_array_index (figures->months, figures->months->len - 1));
      g_assert_true (last->labelled);
      for (guint i = 0; i < layout->columns->len; i++)
        {
          const HfMonthColumn *column = &g_array_index (layout->columns, HfMonthColumn, i);
          g_assert_true (is_inside (&column->bar, widths[w], 280));
          g_assert_true (is_inside (&column->column, widths[w], 280 + 1));
          g_assert_cmpfloat (column->rate.y, >=, layout->plot.origin.y - EPSILON);
        }
    }
  g_autoptr (HfMonthsLayout) narrow = hf_months_layout_new (figures->months, 240, 280, LINE,
                                                            NUMBER);
  g_assert_cmpuint (narrow->first, >, 0);
}

static void
test_months_without_customers_have_no_rate (void)
{
  g_autoptr (HfPeriod) period = hf_period_new (NULL, NULL);
  g_autoptr (HfFigures) figures = hf_figures_new (period, NULL);
  g_autoptr (HfMonthsLayout) none = hf_months_layout_new (figures->months, 400, 280, LINE, 20);
  g_assert_cmpuint (none->columns->len, ==, 0);
  hf_figures_add_month (figures, "2026-03")->lost = 3;
  g_autoptr (HfMonthsLayout) one = hf_months_layout_new (figures->months, 400, 280, LINE, 20);
  g_assert_false (g_array_index (one->columns, HfMonthColumn, 0).has_rate);
  g_assert_cmpfloat (one->rate_end, >, 0);
}

static void
test_cards_stand_in_columns (void)
{
  static const int heights[] = { 700, 500, 350, 100 };
  guint columns[4];
  int tops[4];
  g_assert_cmpuint (hf_card_layout_columns (300, 400), ==, 1);
  g_assert_cmpuint (hf_card_layout_columns (817, 400), ==, 1);
  g_assert_cmpuint (hf_card_layout_columns (818, 400), ==, 2);
  g_assert_cmpuint (hf_card_layout_columns (4000, 400), ==, 2);
  g_assert_cmpint (hf_card_layout_stack (heights, 4, 2, columns, tops), ==, 868);
  g_assert_cmpuint (columns[1], ==, 1);
  g_assert_cmpuint (columns[2], ==, 1);
  g_assert_cmpuint (columns[3], ==, 0);
  g_assert_cmpint (tops[2], ==, 500 + HF_CARD_SPACING);
  g_assert_cmpint (hf_card_layout_stack (heights, 4, 1, columns, tops), ==,
                   1650 + 3 * HF_CARD_SPACING);
  g_assert_cmpint (hf_card_layout_stack (heights, 0, 2, columns, tops), ==, 0);
}

static void
test_table_can_be_pasted (void)
{
  const char *headings[] = { "Reason", "Primary", NULL };
  g_autoptr (HfChartTable) table = hf_chart_table_new (headings);
  hf_chart_table_add_row (table, g_strsplit ("价格|15", "|", -1));
  g_autofree char *text = hf_chart_table_to_text (table);
  g_assert_cmpstr (text, ==, "Reason\tPrimary\n价格\t15\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/axis/round", test_axis_steps_are_round);
  g_test_add_func ("/pareto/fits", test_pareto_fits_in_every_width);
  g_test_add_func ("/pareto/scale", test_pareto_bars_are_to_scale);
  g_test_add_func ("/pareto/nothing", test_pareto_of_nothing);
  g_test_add_func ("/iceberg/scale", test_iceberg_is_to_scale);
  g_test_add_func ("/iceberg/fits", test_iceberg_fits_in_every_width);
  g_test_add_func ("/months/last", test_months_keep_the_last);
  g_test_add_func ("/months/no-rate", test_months_without_customers_have_no_rate);
  g_test_add_func ("/cards/columns", test_cards_stand_in_columns);
  g_test_add_func ("/table/paste", test_table_can_be_pasted);
  return g_test_run ();
}
