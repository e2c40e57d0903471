#include "config.h"

#include "hf-chart-words.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "hf-complaint.h"
#include "hf-diagnosis-retention.h"
#include "hf-number-words.h"

/**
 * hf_chart_words_reason_count:
 * @reason: a reason
 *
 * Writes beside a bar how often the reason is the primary one, and how often it contributes.
 *
 * Returns: (transfer full): such as "19" or "19 + 7"
 */
char *
hf_chart_words_reason_count (const HfReasonCount *reason)
{
  g_autofree char *primary = hf_number_words_count (reason->primary);
  if (reason->contributing == 0)
    return g_steal_pointer (&primary);
  g_autofree char *contributing = hf_number_words_count (reason->contributing);
  return g_strdup_printf ("%s + %s", primary, contributing);
}

/**
 * hf_chart_words_reason:
 * @name: the reason's name
 * @step: its counts and shares
 *
 * Says all that a bar shows, and what it rests on.
 *
 * Returns: (transfer full): lines of text
 */
char *
hf_chart_words_reason (const char *name, const HfParetoStep *step)
{
  const HfReasonCount *reason = step->reason;
  g_autofree char *share = hf_number_words_percent (step->share);
  g_autofree char *cumulative = hf_number_words_percent (step->cumulative);
  return g_strdup_printf (
      /* Translators: a reason's name; how often it is the primary reason and how often it
       * contributes; its share of the primary reasons; the share of it and the reasons before
       * it; and how many of these rest on what the customer said, on what staff infer, and on
       * what records show. */
      _ ("%s: primary %u, contributing %u\n"
         "%s of the primary reasons, %s together with those before it\n"
         "%u customer said, %u staff infers, %u records show"),
      name, reason->primary, reason->contributing, share, cumulative, reason->said,
      reason->inferred, reason->recorded);
}

/**
 * hf_chart_words_logged:
 * @logged: how many complaints
 *
 * Says what is above the water.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_chart_words_logged (guint logged)
{
  if (logged == 0)
    return g_strdup (_ ("No complaint was logged in this time"));
  return g_strdup_printf (
      ngettext ("%u complaint was logged", "%u complaints were logged", logged), logged);
}

/**
 * hf_chart_words_no_estimate:
 *
 * Says why nothing is estimated where nothing was complained of: that is no proof that nobody
 * is dissatisfied.
 *
 * Returns: a sentence
 */
const char *
hf_chart_words_no_estimate (void)
{
  return _ ("Without complaints the silent cannot be estimated.");
}

/**
 * hf_chart_words_silent:
 * @figures: an estimate
 *
 * Says what is under the water, by how serious the problem was.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_chart_words_silent (const HfSilentFigures *figures)
{
  if (figures->dissatisfied <= 0)
    return g_strdup (_ ("Nothing to estimate the silent from; show how it is done"));
  g_autofree char *count = hf_number_words_count (figures->silent);
  g_autofree char *minor = hf_number_words_count (figures->classes[HF_COMPLAINT_MINOR].silent);
  g_autofree char *major = hf_number_words_count (figures->classes[HF_COMPLAINT_MAJOR].silent);
  if (figures->classes[HF_SILENT_UNPLACED].logged > 0)
    {
      g_autofree char *unplaced = hf_number_words_count (
          figures->classes[HF_SILENT_UNPLACED].silent);
      /* Translators: four numbers of customers. */
      return g_strdup_printf (_ ("About %s dissatisfied customers said nothing, %s of a minor "
                                 "problem, %s of a major one and %s of one that nobody knows "
                                 "how serious it was; show how this is estimated"),
                              count, minor, major, unplaced);
    }
  /* Translators: three numbers of customers. */
  return g_strdup_printf (_ ("About %s dissatisfied customers said nothing, %s of a minor "
                             "problem and %s of a major one; show how this is estimated"),
                          count, minor, major);
}

/**
 * hf_chart_words_silent_classes:
 * @figures: an estimate
 *
 * Says under the number of the silent how serious their problems were.
 *
 * Returns: (transfer full): two short lines
 */
char *
hf_chart_words_silent_classes (const HfSilentFigures *figures)
{
  g_autofree char *minor = hf_number_words_count (figures->classes[HF_COMPLAINT_MINOR].silent);
  g_autofree char *major = hf_number_words_count (figures->classes[HF_COMPLAINT_MAJOR].silent);
  if (figures->classes[HF_SILENT_UNPLACED].logged > 0)
    {
      g_autofree char *unplaced = hf_number_words_count (
          figures->classes[HF_SILENT_UNPLACED].silent);
      /* Translators: below a number of customers, in a small space: of how many the problem was
       * minor, of how many major, and of how many nobody knows. */
      return g_strdup_printf (_ ("silent, by estimate\n%s minor, %s major\n%s not known"),
                              minor, major, unplaced);
    }
  /* Translators: below a number of customers, in a small space: of how many the problem was
   * minor, and of how many major. */
  return g_strdup_printf (_ ("silent, by estimate\n%s minor, %s major"), minor, major);
}

/**
 * hf_chart_words_month:
 * @month: a month's counts
 *
 * Says all that a column shows.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_chart_words_month (const HfMonthCount *month)
{
  double churn;
  if (!hf_diagnosis_churn (month->at_start, month->lost, &churn))
    /* Translators: a month such as 2026-03, and a number of customers. */
    return g_strdup_printf (
        ngettext ("%s: %u customer lost", "%s: %u customers lost", month->lost), month->month,
        month->lost);
  g_autofree char *rate = hf_number_words_percent (churn);
  return g_strdup_printf (
      /* Translators: a month such as 2026-03; customers lost in it; customers at its start; the
       * churn rate. */
      ngettext ("%s: %u of %u customers lost, a churn rate of %s",
                "%s: %u of %u customers lost, a churn rate of %s", month->lost),
      month->month, month->lost, month->at_start, rate);
}

/**
 * hf_chart_words_month_tick:
 * @month: YYYY-MM
 * @with_year: whether the year stands under it
 *
 * Writes a month under its column; figures, so that it is short in every language.
 *
 * Returns: (transfer full): such as "3", or "3" and "2026" on two lines
 */
char *
hf_chart_words_month_tick (const char *month, gboolean with_year)
{
  const char *dash = strchr (month, '-');
  int number = dash != NULL ? atoi (dash + 1) : 0;
  if (!with_year || dash == NULL)
    return g_strdup_printf ("%d", number);
  return g_strdup_printf ("%d\n%.*s", number, (int) (dash - month), month);
}
