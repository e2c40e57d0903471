#pragma once

#include "hf-figures.h"

G_BEGIN_DECLS

/* One column of a Pareto chart, with the line above it. */
typedef struct
{
  const HfReasonCount *reason; /* borrowed from the figures */
  double share;                /* of all primary reasons, 0 to 1 */
  double cumulative;           /* of this one and those before it */
} HfParetoStep;

GArray *hf_diagnosis_pareto (const GPtrArray *reasons);

G_END_DECLS
