#pragma once

#include <graphene.h>

#include "hf-diagnosis-pareto.h"

G_BEGIN_DECLS

/* One reason: its name, its bar in two parts, its count, and its point of the running total. */
typedef struct
{
  graphene_rect_t row;
  graphene_rect_t label;
  graphene_rect_t primary;
  graphene_rect_t contributing;
  graphene_rect_t count;
  graphene_point_t cumulative;
} HfParetoRow;

/* Bars lie, most first from the top, so that long names in any language have room. The running
 * total's axis is above the plot, that of the counts below it. */
typedef struct
{
  graphene_rect_t plot;
  double end;  /* where the axis of the counts ends */
  double step; /* between its ticks */
  GArray *rows;
} HfParetoLayout;

float hf_pareto_layout_height (guint n_rows, float width, float line_height);
HfParetoLayout *hf_pareto_layout_new (const GArray *steps, float width, float line_height,
                                      float count_width);
void hf_pareto_layout_free (HfParetoLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfParetoLayout, hf_pareto_layout_free)

G_END_DECLS
