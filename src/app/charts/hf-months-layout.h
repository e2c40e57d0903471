#pragma once

#include <graphene.h>

#include "hf-figures.h"

G_BEGIN_DECLS

/* One month: its column, its bar of lost customers, its point of the churn rate. */
typedef struct
{
  const HfMonthCount *month; /* borrowed from the figures */
  graphene_rect_t column;
  graphene_rect_t bar;
  graphene_rect_t label;
  graphene_point_t rate;
  double churn;
  gboolean has_rate; /* there is none without customers at the month's start */
  gboolean labelled;
} HfMonthColumn;

/* The last months that there is room for, oldest left. */
typedef struct
{
  graphene_rect_t plot;
  double end, step;           /* the axis of the lost, on the left */
  double rate_end, rate_step; /* the axis of the churn rate, on the right, 0 to 1 */
  guint first;                /* which of all months the first column is */
  GArray *columns;
} HfMonthsLayout;

HfMonthsLayout *hf_months_layout_new (const GPtrArray *months, float width, float height,
                                      float line_height, float axis_width);
void hf_months_layout_free (HfMonthsLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfMonthsLayout, hf_months_layout_free)

G_END_DECLS
