#include "config.h"

#include "hf-diagnosis-silent.h"

#include "hf-complaint.h"
#include "hf-diagnosis-interval.h"
#include "hf-silent-preset.h"

G_STATIC_ASSERT (HF_SILENT_UNPLACED == (int) HF_COMPLAINT_SEVERITY_UNKNOWN);

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
 * hf_diagnosis_silent_class:
 * @part: a class of problems, or %HF_SILENT_UNPLACED
 *
 * Tells which class's shares hold for a part: those of minor problems, which are the usual
 * ones, where nobody knows how serious a problem was.
 *
 * Returns: the class
 */
int
hf_diagnosis_silent_class (int part)
{
  return part < HF_SILENT_N_CLASSES ? part : HF_COMPLAINT_MINOR;
}

/* The classes' own value where they agree, else their mean weighted by @part of @whole. */
static double
between (double minor, double major, double part, double whole)
{
  return minor + (whole > 0 ? (major - minor) * (part / whole) : 0);
}

static void
sum_up (HfSilentFigures *figures)
{
  const HfSilentClass *minor = &figures->classes[HF_COMPLAINT_MINOR];
  const HfSilentClass *major = &figures->classes[HF_COMPLAINT_MAJOR];
  double logged = 0;
  figures->dissatisfied = figures->silent = figures->silent_and_lost = 0;
  for (int i = 0; i < HF_SILENT_N_PARTS; i++)
    {
      logged += figures->classes[i].logged;
      figures->dissatisfied += figures->classes[i].dissatisfied;
      figures->silent += figures->classes[i].silent;
      figures->silent_and_lost += figures->classes[i].silent_and_lost;
    }
  figures->ratio = between (minor->ratio, major->ratio, major->logged, logged);
  figures->stay_rate = between (minor->stay_rate, major->stay_rate, major->silent,
                                figures->silent);
  figures->reach = figures->dissatisfied * figures->people_told;
}

/**
 * hf_diagnosis_silent_classes:
 * @figures: with the complaints of each part, the classes' ratios and stay rates, the people
 *   told and the own share filled in; the rest is worked out
 *
 * Estimates the silent by class of problem, by hf_diagnosis_silent(), and adds the parts up;
 * what is in no class is estimated by hf_diagnosis_silent_class();
 * the ratio of all is dissatisfied / logged, the stay rate of all is 1 - silent and lost /
 * silent, and both are those of minor problems where there is nothing to divide by. Says beside
 * it which preset the ratios are, and between what the published presets lie.
 *
 * Word-of-mouth reach = dissatisfied x people told; it enters into no other number.
 *
 * Returns: whether the complaints, ratios and rates are in their ranges; a class that is not
 * counts nothing
 */
gboolean
hf_diagnosis_silent_classes (HfSilentFigures *figures)
{
  gboolean in_range = TRUE;
  for (int i = 0; i < HF_SILENT_N_PARTS; i++)
    {
      HfSilentClass *class = &figures->classes[i];
      const HfSilentClass *shares = &figures->classes[hf_diagnosis_silent_class (i)];
      HfSilentEstimate estimate;
      class->ratio = shares->ratio;
      class->stay_rate = shares->stay_rate;
      double share = class->ratio > 0 ? 1 / class->ratio : 0;
      in_range &= hf_diagnosis_silent (class->logged, share, class->stay_rate, &estimate);
      class->dissatisfied = estimate.dissatisfied;
      class->silent = estimate.silent;
      class->silent_and_lost = estimate.silent_and_lost;
    }
  sum_up (figures);
  const HfSilentPreset *preset = hf_silent_preset_find_used (figures);
  figures->preset = preset != NULL ? preset->name : NULL;
  hf_silent_preset_range (figures, &figures->least, &figures->most);
  return in_range;
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
