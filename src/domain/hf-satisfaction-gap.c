#include "config.h"

#include "hf-satisfaction-gap.h"

#include <glib/gi18n.h>

#include "hf-amount.h"
#include "hf-diagnosis-thanks.h"

const HfChoice hf_gap_kinds[] = {
  [HF_GAP_WORSE] = { "worse", NC_ ("choice", "Worse than expected") },
  [HF_GAP_AS_EXPECTED] = { "as_expected", NC_ ("choice", "As expected") },
  [HF_GAP_BETTER] = { "better", NC_ ("choice", "Better than expected") },
  { NULL, NULL },
};

/**
 * hf_satisfaction_points:
 * @value: an answer
 * @lowest: the lower end of its scale
 * @highest: the upper end
 *
 * Makes answers on different scales comparable: the ends of each scale count as 1 and
 * %HF_GAP_POINTS.
 *
 * Returns: points, in thousandths
 */
gint64
hf_satisfaction_points (int value, int lowest, int highest)
{
  double share = hf_diagnosis_factor (value, lowest, highest) / 100;
  return (gint64) ((1 + share * (HF_GAP_POINTS - 1)) * HF_AMOUNT_UNIT + 0.5);
}

/**
 * hf_satisfaction_gap:
 * @expected: how good the customer had expected it to be, in thousandths of a point or unknown
 * @perceived: how good they found it
 *
 * Gives the gap between what a customer found and what they had expected: perceived minus
 * expected.
 *
 * Source: Oliver's expectation-disconfirmation, as in article 003, chapter 6: satisfaction is
 * what is found less what was expected.
 *
 * Returns: thousandths of a point, below 0 where it was worse; %HF_AMOUNT_UNKNOWN where one of
 * the two is not known
 */
gint64
hf_satisfaction_gap (gint64 expected, gint64 perceived)
{
  if (expected == HF_AMOUNT_UNKNOWN || perceived == HF_AMOUNT_UNKNOWN)
    return HF_AMOUNT_UNKNOWN;
  return perceived - expected;
}

/**
 * hf_satisfaction_gap_judge:
 * @gap: a known gap
 *
 * Tells whether it was worse or better than expected.
 *
 * Returns: which
 */
HfGapKind
hf_satisfaction_gap_judge (gint64 gap)
{
  if (gap == 0)
    return HF_GAP_AS_EXPECTED;
  return gap < 0 ? HF_GAP_WORSE : HF_GAP_BETTER;
}

/**
 * hf_satisfaction_gaps_add:
 * @self: gaps
 * @others: the gaps of other customers
 *
 * Counts these as well.
 */
void
hf_satisfaction_gaps_add (HfSatisfactionGaps *self, const HfSatisfactionGaps *others)
{
  self->answers += others->answers;
  self->sum += others->sum;
  for (int kind = 0; kind < HF_GAP_N_KINDS; kind++)
    self->by_kind[kind] += others->by_kind[kind];
}

/**
 * hf_satisfaction_gaps_mean:
 * @self: gaps
 *
 * Gives the mean gap.
 *
 * Returns: points; 0 where nobody answered
 */
double
hf_satisfaction_gaps_mean (const HfSatisfactionGaps *self)
{
  return self->answers > 0 ? (double) self->sum / HF_AMOUNT_UNIT / self->answers : 0;
}

/**
 * hf_satisfaction_gaps_share:
 * @self: gaps
 * @kind: which of them
 *
 * Gives their share.
 *
 * Returns: 0 to 1; 0 where nobody answered
 */
double
hf_satisfaction_gaps_share (const HfSatisfactionGaps *self, HfGapKind kind)
{
  return self->answers > 0 ? (double) self->by_kind[kind] / self->answers : 0;
}
