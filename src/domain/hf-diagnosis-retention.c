#include "config.h"

#include "hf-diagnosis-retention.h"

/**
 * hf_diagnosis_churn:
 * @at_start: customers at the period's start
 * @lost: customers lost in the period
 * @rate: (out): the churn rate; 0 where there is none
 *
 * Gives the churn rate: lost in the period / customers at its start.
 *
 * Source: mission.md, "Formulas"; article 004 asks for the rate and gives no formula.
 *
 * Returns: whether there were customers at the start
 */
gboolean
hf_diagnosis_churn (guint at_start, guint lost, double *rate)
{
  *rate = at_start > 0 ? (double) lost / at_start : 0;
  return at_start > 0;
}

/**
 * hf_diagnosis_retention:
 * @at_start: customers at the period's start
 * @at_end: customers at its end
 * @gained: of those at the end, the ones who are new since the start
 * @rate: (out): the retention rate; 0 where there is none
 *
 * Gives the retention rate: (customers at the end - new ones) / customers at the start.
 *
 * Source: mission.md, "Formulas"; article 004 asks for the rate and gives no formula.
 *
 * Returns: whether there were customers at the start, and no more new ones than customers at
 *   the end
 */
gboolean
hf_diagnosis_retention (guint at_start, guint at_end, guint gained, double *rate)
{
  gboolean known = at_start > 0 && gained <= at_end;
  *rate = known ? (double) (at_end - gained) / at_start : 0;
  return known;
}
