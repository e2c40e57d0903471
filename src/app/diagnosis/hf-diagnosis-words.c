#include "config.h"

#include "hf-diagnosis-words.h"

#include <glib/gi18n.h>

#include "hf-chart-words.h"
#include "hf-number-words.h"
#include "hf-report-words.h"
#include "hf-silent-words.h"

/**
 * hf_diagnosis_words_is_empty:
 * @figures: figures
 *
 * Tells whether there is nothing to diagnose.
 *
 * Returns: whether nobody was lost, nothing was complained of and no reason is known
 */
gboolean
hf_diagnosis_words_is_empty (const HfFigures *figures)
{
  return figures->customers.lost == 0 && figures->churn.lost == 0
         && figures->complaints.logged == 0 && figures->reasons->len == 0;
}

/**
 * hf_diagnosis_words_heard:
 * @figures: figures
 *
 * Says how many of the lost customers the reasons come from, by AAPOR's RR1 and REF1.
 *
 * Returns: (transfer full): one line
 */
char *
hf_diagnosis_words_heard (const HfFigures *figures)
{
  g_autofree char *completed = hf_number_words_count (figures->interviews.completed);
  g_autofree char *lost = hf_number_words_count (figures->interviews.lost_customers);
  if (figures->interviews.attempts == 0)
    return g_strdup_printf (
        /* Translators: interviews completed, and lost customers who could have been asked. */
        _ ("from %s of %s lost customers; nobody was called yet"), completed, lost);
  g_autofree char *rates = hf_number_words_rates (figures->interviews.response_rate,
                                                  figures->interviews.contact_rate,
                                                  figures->interviews.refusal_rate);
  /* Translators: interviews completed, lost customers who could have been asked, and the
   * rates of the calls. */
  return g_strdup_printf (_ ("from %s of %s lost customers · %s"), completed, lost, rates);
}

/**
 * hf_diagnosis_words_evidence:
 * @figures: figures
 *
 * Says what the reasons rest on, so that guesses are not taken for words of customers.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL without reasons
 */
char *
hf_diagnosis_words_evidence (const HfFigures *figures)
{
  guint said = 0, inferred = 0, recorded = 0;
  for (guint i = 0; i < figures->reasons->len; i++)
    {
      const HfReasonCount *reason = figures->reasons->pdata[i];
      said += reason->said;
      inferred += reason->inferred;
      recorded += reason->recorded;
    }
  double all = (double) said + inferred + recorded;
  if (all == 0)
    return NULL;
  g_autofree char *said_share = hf_number_words_percent (said / all);
  g_autofree char *inferred_share = hf_number_words_percent (inferred / all);
  g_autofree char *recorded_share = hf_number_words_percent (recorded / all);
  /* Translators: three shares that make 100 %. */
  return g_strdup_printf (
      _ ("%s of the reasons were said by the customer, %s inferred by staff, %s taken from "
         "records."),
      said_share, inferred_share, recorded_share);
}

/**
 * hf_diagnosis_words_own:
 * @own: the share of the interviewed who had complained
 *
 * Says what the firm's own interviews find, with Wilson's 95 % interval.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_diagnosis_words_own (const HfOwnShare *own)
{
  if (own->interviewed == 0)
    return g_strdup (_ ("No dissatisfied customer was asked yet whether they had complained."));
  g_autofree char *share = hf_number_words_percent (own->share);
  g_autofree char *low = hf_number_words_percent (own->low);
  g_autofree char *high = hf_number_words_percent (own->high);
  return g_strdup_printf (
      /* Translators: how many had complained, of how many dissatisfied customers who were
       * interviewed; the share; the low and the high end of its 95 % interval. */
      _ ("Own interviews: %u of %u had complained, %s (95 %% interval %s to %s)."),
      own->complained, own->interviewed, share, low, high);
}

static char *
estimate (guint logged, double share, gboolean silent_only)
{
  HfSilentEstimate result;
  if (!hf_diagnosis_silent (logged, share, 0, &result))
    return g_strdup ("–");
  return hf_number_words_count (silent_only ? result.silent : result.dissatisfied);
}

/**
 * hf_diagnosis_words_range:
 * @logged: complaints
 * @own: the share of the interviewed who had complained
 * @silent_only: whether those who complained are left out
 *
 * Estimates the dissatisfied from the own share, and from both ends of its interval.
 *
 * Returns: (transfer full): such as "231 (120 to 480)"
 */
char *
hf_diagnosis_words_range (guint logged, const HfOwnShare *own, gboolean silent_only)
{
  g_autofree char *middle = estimate (logged, own->share, silent_only);
  g_autofree char *few = estimate (logged, own->high, silent_only);
  g_autofree char *many = estimate (logged, own->low, silent_only);
  /* Translators: an estimate, and the least and the most that it may be. */
  return g_strdup_printf (_ ("%s (%s to %s)"), middle, few, many);
}

/**
 * hf_diagnosis_words_silent:
 * @figures: figures
 *
 * Says what the iceberg rests on.
 *
 * Returns: (transfer full): a few sentences
 */
char *
hf_diagnosis_words_silent (const HfFigures *figures)
{
  g_autofree char *own = hf_diagnosis_words_own (&figures->silent.own);
  if (figures->silent.dissatisfied <= 0)
    /* Translators: two sentences. */
    return g_strdup_printf (C_ ("sentences", "%s %s"), hf_chart_words_no_estimate (), own);
  double ratio = figures->silent.ratio;
  g_autofree char *one_in = hf_number_words_one_in (ratio > 0 ? 1 / ratio : 0);
  g_autofree char *range = hf_silent_words_range (&figures->silent);
  /* Translators: how it is estimated, such as “25 to 1, the rule of thumb”; a share such as
   * “1 in 25”; between what other sources lie; then what the own interviews say. */
  return g_strdup_printf (_ ("%s: %s dissatisfied customers complains. %s %s"),
                          hf_silent_words_preset (figures->silent.preset), one_in, range, own);
}

/**
 * hf_diagnosis_words_iceberg:
 * @figures: figures
 *
 * Says which days the iceberg is counted over, and what it rests on.
 *
 * Returns: (transfer full): a few sentences
 */
char *
hf_diagnosis_words_iceberg (const HfFigures *figures)
{
  g_autofree char *period = hf_report_words_period (figures->period);
  g_autofree char *silent = hf_diagnosis_words_silent (figures);
  /* Translators: days such as “2026-01-01 to 2026-11-22”, then a few sentences. */
  return g_strdup_printf (_ ("Period: %s. %s"), period, silent);
}

/**
 * hf_diagnosis_words_months:
 * @figures: figures
 *
 * Says how the churn rate is counted, and who stands in no month.
 *
 * Returns: (transfer full): a few sentences
 */
char *
hf_diagnosis_words_months (const HfFigures *figures)
{
  const char *definition = _ ("Churn rate: lost in the month, of the customers at its start.");
  guint undated = figures->customers.lost_undated;
  if (undated == 0)
    return g_strdup (definition);
  g_autofree char *without = g_strdup_printf (
      ngettext ("%u lost customer has no date and stands in no month.",
                "%u lost customers have no date and stand in no month.", undated),
      undated);
  /* Translators: two sentences. */
  return g_strdup_printf (C_ ("sentences", "%s %s"), definition, without);
}

/**
 * hf_diagnosis_words_offers:
 * @figures: figures
 *
 * Says what came of the win-back offers.
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL where nobody allowed or got one
 */
char *
hf_diagnosis_words_offers (const HfFigures *figures)
{
  guint n_offered = figures->win_back.offered;
  if (n_offered == 0 && figures->win_back.allowed == 0)
    return NULL;
  g_autofree char *allowed = hf_number_words_count (figures->win_back.allowed);
  if (n_offered == 0)
    return g_strdup_printf (
        ngettext ("%s lost customer may be called about coming back; no offer was made yet.",
                  "%s lost customers may be called about coming back; no offer was made yet.",
                  figures->win_back.allowed),
        allowed);
  g_autofree char *offered = hf_number_words_count (n_offered);
  g_autofree char *accepted = hf_number_words_count (figures->win_back.accepted);
  g_autofree char *accept_rate = hf_number_words_percent (figures->win_back.accept_rate);
  g_autofree char *declined = hf_number_words_count (figures->win_back.declined);
  g_autofree char *decline_rate = hf_number_words_percent (figures->win_back.decline_rate);
  g_autofree char *considering = hf_number_words_count (figures->win_back.considering);
  return g_strdup_printf (
      /* Translators: counts of customers, two of them followed by their share in per cent. */
      _ ("Win-back offers: %s made, %s may be called about one; %s accepted (%s), %s declined "
         "(%s), %s think it over."),
      offered, allowed, accepted, accept_rate, declined, decline_rate, considering);
}

/**
 * hf_diagnosis_words_lost:
 * @figures: figures
 *
 * Says under the number of the lost of how many they are.
 *
 * Returns: (transfer full): one line
 */
char *
hf_diagnosis_words_lost (const HfFigures *figures)
{
  if (figures->churn.at_start == 0)
    return g_strdup (_ ("no customers at the period's start"));
  g_autofree char *at_start = hf_number_words_count (figures->churn.at_start);
  g_autofree char *rate = hf_number_words_percent (figures->churn.rate);
  /* Translators: customers at the period's start, and the churn rate. */
  return g_strdup_printf (_ ("of %s at its start, %s"), at_start, rate);
}

/**
 * hf_diagnosis_words_undated:
 * @figures: figures
 *
 * Says how many of the lost are in none of the key figures, because nobody knows when they
 * left.
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL where everybody is counted
 */
char *
hf_diagnosis_words_undated (const HfFigures *figures)
{
  if (figures->churn.undated == 0)
    return NULL;
  g_autofree char *undated = hf_number_words_count (figures->churn.undated);
  return g_strdup_printf (
      ngettext ("%s lost without a date is not counted, neither as lost nor at the start.",
                "%s lost without a date are not counted, neither as lost nor at the start.",
                figures->churn.undated),
      undated);
}

/**
 * hf_diagnosis_words_value:
 * @figures: figures
 *
 * Says under the value at stake for how many it is known.
 *
 * Returns: (transfer full): one line
 */
char *
hf_diagnosis_words_value (const HfFigures *figures)
{
  g_autofree char *known = hf_number_words_count (figures->churn.value_known);
  g_autofree char *lost = hf_number_words_count (figures->churn.lost);
  /* Translators: of how many lost customers the value is known, and how many were lost. */
  return g_strdup_printf (_ ("a year; known for %s of %s lost"), known, lost);
}

/**
 * hf_diagnosis_words_complaints:
 * @figures: figures
 *
 * Says under the number of complaints how they stand.
 *
 * Returns: (transfer full): one line
 */
char *
hf_diagnosis_words_complaints (const HfFigures *figures)
{
  g_autofree char *open = hf_number_words_count (figures->complaints.open);
  g_autofree char *late = hf_number_words_count (figures->complaints.late);
  /* Translators: complaints that are open, and of these those that are late. */
  return g_strdup_printf (_ ("%s open, %s late"), open, late);
}

/**
 * hf_diagnosis_words_retention:
 * @figures: figures
 *
 * Says under the retention rate of how many it is.
 *
 * Returns: (transfer full): one line
 */
char *
hf_diagnosis_words_retention (const HfFigures *figures)
{
  g_autofree char *at_start = hf_number_words_count (figures->churn.at_start);
  /* Translators: customers at the period's start. */
  return g_strdup_printf (_ ("of %s at its start"), at_start);
}

/**
 * hf_diagnosis_words_of_all:
 * @figures: figures
 *
 * Says under a number of customers of how many it is, today and not in the period.
 *
 * Returns: (transfer full): one line
 */
char *
hf_diagnosis_words_of_all (const HfFigures *figures)
{
  g_autofree char *total = hf_number_words_count (figures->customers.total);
  /* Translators: how many customers there are in all. */
  return g_strdup_printf (_ ("now, of %s customers"), total);
}

/**
 * hf_diagnosis_words_key_figure:
 * @title: what was counted
 * @value: the number
 * @detail: what it is of
 *
 * Says a key figure to a screen reader in one go.
 *
 * Returns: (transfer full): one line
 */
char *
hf_diagnosis_words_key_figure (const char *title, const char *value, const char *detail)
{
  /* Translators: what was counted, the number, and what it is of. */
  return g_strdup_printf (_ ("%s: %s, %s"), title, value, detail);
}
