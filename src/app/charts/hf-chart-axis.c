#include "config.h"

#include "hf-chart-axis.h"

#include <math.h>

/**
 * hf_chart_axis_step:
 * @max: the greatest value to show
 * @ticks: how many ticks there is room for
 *
 * Chooses the distance between ticks: 1, 2 or 5 times a power of ten.
 *
 * Returns: the distance, above 0
 */
double
hf_chart_axis_step (double max, guint ticks)
{
  static const double steps[] = { 1, 2, 5, 10 };
  if (max <= 0 || ticks == 0)
    return 1;
  double least = max / ticks;
  double power = pow (10, floor (log10 (least)));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power >= least * (1 - 1e-9))
      return steps[i] * power;
  return steps[G_N_ELEMENTS (steps) - 1] * power;
}

/**
 * hf_chart_axis_end:
 * @max: the greatest value to show
 * @step: the distance between ticks
 *
 * Chooses where the axis ends: at the first tick that is not below @max, and never at 0.
 *
 * Returns: the end
 */
double
hf_chart_axis_end (double max, double step)
{
  return MAX (ceil (max / step - 1e-9), 1) * step;
}
