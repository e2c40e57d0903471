#include "config.h"

#include "hf-pareto-layout.h"

#include "hf-chart-axis.h"

/* Narrower than this, a name stands above its bar and not beside it. */
#define BESIDE_WIDTH 420.0f
#define LABEL_SHARE 0.34f
#define LABEL_MIN 130.0f
#define LABEL_MAX 260.0f
#define GAP 8.0f
#define TICK_WIDTH 44.0f
/* Half of a percentage's width, so that the axis' ends are not cut off. */
#define MARGIN 20.0f

static gboolean
is_beside (float width)
{
  return width >= BESIDE_WIDTH;
}

static float
row_height (float width, float line_height)
{
  return is_beside (width) ? 2 * line_height + GAP : 2 * line_height + 1.5f * GAP;
}

/**
 * hf_pareto_layout_height:
 * @n_rows: how many reasons
 * @width: the chart's width, pixels
 * @line_height: of a line of text, pixels
 *
 * Tells how high the chart has to be.
 *
 * Returns: pixels
 */
float
hf_pareto_layout_height (guint n_rows, float width, float line_height)
{
  const float axes = 2 * (line_height + GAP);
  return axes + MAX (n_rows, 1u) * row_height (width, line_height);
}

static double
find_max (const GArray *steps)
{
  guint max = 0;
  for (guint i = 0; i < steps->len; i++)
    {
      const HfReasonCount *reason = g_array_index (steps, HfParetoStep, i).reason;
      max = MAX (max, reason->primary + reason->contributing);
    }
  return max;
}

static void
place_bar (HfParetoRow *row, const HfParetoLayout *self, const HfParetoStep *step, float y,
           float height)
{
  float per_unit = self->plot.size.width / (float) self->end;
  float primary = (float) step->reason->primary * per_unit;
  float contributing = (float) step->reason->contributing * per_unit;
  graphene_rect_init (&row->primary, self->plot.origin.x, y, primary, height);
  graphene_rect_init (&row->contributing, self->plot.origin.x + primary, y, contributing,
                      height);
  graphene_point_init (&row->cumulative,
                       self->plot.origin.x + (float) step->cumulative * self->plot.size.width,
                       y + height / 2);
}

static void
place_beside (HfParetoRow *row, const HfParetoLayout *self, const HfParetoStep *step,
              float line_height)
{
  const graphene_rect_t *area = &row->row;
  float y = area->origin.y + GAP / 2;
  float height = area->size.height - GAP;
  float right = self->plot.origin.x + self->plot.size.width;
  graphene_rect_init (&row->label, 0, y, self->plot.origin.x - GAP, height);
  graphene_rect_init (&row->count, right + GAP, y, area->size.width - right - GAP, height);
  place_bar (row, self, step, y + height * 0.14f, height * 0.72f);
}

static void
place_above (HfParetoRow *row, const HfParetoLayout *self, const HfParetoStep *step,
             float line_height, float count_width)
{
  const graphene_rect_t *area = &row->row;
  float y = area->origin.y + GAP / 2;
  float width = area->size.width - count_width - GAP;
  graphene_rect_init (&row->label, 0, y, width, line_height);
  graphene_rect_init (&row->count, width + GAP, y, count_width, line_height);
  place_bar (row, self, step, y + line_height + GAP / 4, line_height * 0.8f);
}

static void
place_plot (HfParetoLayout *self, guint n_rows, float width, float line_height,
            float count_width)
{
  float left = MARGIN;
  float right = width - MAX (count_width + GAP, MARGIN);
  if (is_beside (width))
    left = CLAMP (width * LABEL_SHARE, LABEL_MIN, LABEL_MAX) + GAP;
  graphene_rect_init (&self->plot, left, line_height + GAP, MAX (right - left, 1),
                      MAX (n_rows, 1u) * row_height (width, line_height));
}

/**
 * hf_pareto_layout_new:
 * @steps: (element-type HfParetoStep): the reasons in their order
 * @width: the chart's width, pixels
 * @line_height: of a line of text, pixels
 * @count_width: of the widest count, pixels
 *
 * Works out where everything lies in a chart of the height that hf_pareto_layout_height()
 * gives.
 *
 * Returns: (transfer full): the places
 */
HfParetoLayout *
hf_pareto_layout_new (const GArray *steps, float width, float line_height, float count_width)
{
  HfParetoLayout *self = g_new0 (HfParetoLayout, 1);
  float height = row_height (width, line_height);
  place_plot (self, steps->len, width, line_height, count_width);
  double max = find_max (steps);
  self->step = MAX (
      1, hf_chart_axis_step (max, (guint) MAX (1, self->plot.size.width / TICK_WIDTH)));
  self->end = hf_chart_axis_end (max, self->step);
  self->rows = g_array_sized_new (FALSE, TRUE, sizeof (HfParetoRow), steps->len);
  for (guint i = 0; i < steps->len; i++)
    {
      const HfParetoStep *step = &g_array_index (steps, HfParetoStep, i);
      HfParetoRow row;
      graphene_rect_init (&row.row, 0, self->plot.origin.y + (float) i * height, width, height);
      if (is_beside (width))
        place_beside (&row, self, step, line_height);
      else
        place_above (&row, self, step, line_height, count_width);
      g_array_append_val (self->rows, row);
    }
  return self;
}

/**
 * hf_pareto_layout_free:
 * @self: (transfer full): places
 *
 * Frees them.
 */
void
hf_pareto_layout_free (HfParetoLayout *self)
{
  g_array_unref (self->rows);
  g_free (self);
}
