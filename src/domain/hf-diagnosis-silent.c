#include "config.h"

#include "hf-diagnosis-silent.h"

#include "hf-diagnosis-interval.h"

static gboolean
is_share (double value)
{
  return value >= 0 && value <= 1;
}

/**
 * hf_diagnosis_silent:
 * @complaints: complaints that were logged
 * @share: share of the dissatisfied who complain, above 0 and up to 1; 25:1 is 0.04
 * @stay_rate: share of the silent who stay all the same, 0 to 1
 * @estimate: (out): the estimate, all 0 where it is refused
 *
 * Estimates how many customers are dissatisfied without a word: dissatisfied = complaints /
 * share, silent = dissatisfied - complaints, silent and lost = silent x (1 - stay rate).
 *
 * Source: the iceberg of TARP's research for the US Office of Consumer Affairs (Grainer, McEvoy
 * and King 1979, Advances in Consumer Research 6:494-500); 25:1 as article 004 has it.
 *
 * Returns: whether complaints, share and stay rate are in their ranges
 */
gboolean
hf_diagnosis_silent (double complaints, double share, double stay_rate,
                     HfSilentEstimate *estimate)
{
  *estimate = (HfSilentEstimate){ 0 };
  if (!(complaints >= 0) || !is_share (share) || share == 0 || !is_share (stay_rate))
    return FALSE;
  estimate->dissatisfied = complaints / share;
  estimate->silent = estimate->dissatisfied - complaints;
  estimate->silent_and_lost = estimate->silent * (1 - stay_rate);
  return TRUE;
}

/**
 * hf_diagnosis_own_share:
 * @interviewed: dissatisfied customers who were asked whether they had complained
 * @complained: of these, who say that they had
 *
 * Gives the firm's own complaint share with its 95 % interval. Where only lost customers were
 * asked it is biased, because those who complain stay more often.
 *
 * Returns: the share, all 0 where nobody was asked
 */
HfOwnShare
hf_diagnosis_own_share (guint interviewed, guint complained)
{
  HfOwnShare own = { .interviewed = interviewed, .complained = complained };
  if (hf_diagnosis_interval (complained, interviewed, &own.low, &own.high))
    own.share = (double) complained / interviewed;
  return own;
}
