#include "config.h"

#include "hf-months-layout.h"

#include "hf-chart-axis.h"
#include "hf-diagnosis-retention.h"

#define GAP 6.0f
#define COLUMN_MIN 14.0f
#define BAR_SHARE 0.62f
#define BAR_MAX 44.0f
#define TICK_HEIGHT 44.0f
/* A month's number needs about two letters' width. */
#define LABEL_MIN 22.0f

static void
place_plot (HfMonthsLayout *self, float width, float height, float line_height,
            float axis_width)
{
  float left = axis_width + GAP;
  float top = line_height / 2 + GAP;
  float bottom = height - 2 * line_height - GAP;
  graphene_rect_init (&self->plot, left, top, MAX (width - 2 * left, 1), MAX (bottom - top, 1));
}

static void
choose_axes (HfMonthsLayout *self)
{
  guint ticks = (guint) MAX (1, self->plot.size.height / TICK_HEIGHT);
  double lost = 0, rate = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const HfMonthColumn *column = &g_array_index (self->columns, HfMonthColumn, i);
      lost = MAX (lost, column->month->lost);
      rate = MAX (rate, column->churn);
    }
  self->step = MAX (1, hf_chart_axis_step (lost, ticks));
  self->end = hf_chart_axis_end (lost, self->step);
  self->rate_step = rate > 0 ? hf_chart_axis_step (rate, ticks) : 0.01;
  self->rate_end = hf_chart_axis_end (rate, self->rate_step);
}

static void
place_column (HfMonthsLayout *self, HfMonthColumn *column, guint index, float line_height)
{
  const graphene_rect_t *plot = &self->plot;
  float width = plot->size.width / (float) self->columns->len;
  float x = plot->origin.x + (float) index * width;
  float bottom = plot->origin.y + plot->size.height;
  float bar_width = MIN (width * BAR_SHARE, BAR_MAX);
  float bar_height = plot->size.height * (float) (column->month->lost / self->end);
  graphene_rect_init (&column->column, x, plot->origin.y, width,
                      plot->size.height + 2 * line_height + GAP);
  graphene_rect_init (&column->bar, x + (width - bar_width) / 2, bottom - bar_height, bar_width,
                      bar_height);
  graphene_rect_init (&column->label, x, bottom + GAP / 2, width, 2 * line_height);
  graphene_point_init (&column->rate, x + width / 2,
                       bottom - plot->size.height * (float) (column->churn / self->rate_end));
}

/* Every month has a label where there is room; else every second, third and so on, counted
 * from the last. */
static void
choose_labels (HfMonthsLayout *self)
{
  guint count = self->columns->len;
  float width = self->plot.size.width / (float) MAX (count, 1u);
  guint every = 1;
  while ((float) every * width < LABEL_MIN)
    every++;
  for (guint i = 0; i < count; i++)
    g_array_index (self->columns, HfMonthColumn, i).labelled = (count - 1 - i) % every == 0;
}

/**
 * hf_months_layout_new:
 * @months: (element-type HfMonthCount): in order of time
 * @width: the chart's width, pixels
 * @height: the chart's height, pixels
 * @line_height: of a line of text, pixels
 * @axis_width: of the widest number on an axis, pixels
 *
 * Works out where everything lies; where there are more months than room, the oldest are left
 * out.
 *
 * Returns: (transfer full): the places, valid as long as @months
 */
HfMonthsLayout *
hf_months_layout_new (const GPtrArray *months, float width, float height, float line_height,
                      float axis_width)
{
  HfMonthsLayout *self = g_new0 (HfMonthsLayout, 1);
  place_plot (self, width, height, line_height, axis_width);
  guint room = (guint) MAX (1, self->plot.size.width / COLUMN_MIN);
  self->first = months->len > room ? months->len - room : 0;
  self->columns = g_array_new (FALSE, TRUE, sizeof (HfMonthColumn));
  for (guint i = self->first; i < months->len; i++)
    {
      HfMonthColumn column = { .month = months->pdata[i] };
      column.has_rate = hf_diagnosis_churn (column.month->at_start, column.month->lost,
                                            &column.churn);
      g_array_append_val (self->columns, column);
    }
  choose_axes (self);
  choose_labels (self);
  for (guint i = 0; i < self->columns->len; i++)
    place_column (self, &g_array_index (self->columns, HfMonthColumn, i), i, line_height);
  return self;
}

/**
 * hf_months_layout_free:
 * @self: (transfer full): places
 *
 * Frees them.
 */
void
hf_months_layout_free (HfMonthsLayout *self)
{
  g_array_unref (self->columns);
  g_free (self);
}
