#include "config.h"

#include "hf-diagnosis-pareto.h"

static guint64
count_primary (const GPtrArray *reasons)
{
  guint64 total = 0;
  for (guint i = 0; i < reasons->len; i++)
    total += ((const HfReasonCount *) reasons->pdata[i])->primary;
  return total;
}

/**
 * hf_diagnosis_pareto:
 * @reasons: (element-type HfReasonCount): reasons in the order of hf_figures_sort_reasons()
 *
 * Gives each reason's share of the primary reasons, and the cumulative share.
 *
 * Source: J. M. Juran 1951, Quality Control Handbook, "the vital few".
 *
 * Returns: (transfer full) (element-type HfParetoStep): as many steps as reasons, valid as long
 *   as @reasons; shares are 0 where there is no primary reason at all
 */
GArray *
hf_diagnosis_pareto (const GPtrArray *reasons)
{
  GArray *steps = g_array_sized_new (FALSE, TRUE, sizeof (HfParetoStep), reasons->len);
  guint64 total = count_primary (reasons);
  guint64 so_far = 0;
  for (guint i = 0; i < reasons->len; i++)
    {
      HfParetoStep step = { .reason = reasons->pdata[i] };
      so_far += step.reason->primary;
      if (total > 0)
        {
          step.share = (double) step.reason->primary / (double) total;
          step.cumulative = (double) so_far / (double) total;
        }
      g_array_append_val (steps, step);
    }
  return steps;
}
