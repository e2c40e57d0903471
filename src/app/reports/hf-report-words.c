#include "config.h"

#include "hf-report-words.h"

#include <glib/gi18n.h>

#include "hf-locale.h"
#include "hf-report.h"
#include "hf-store-error.h"
#include "hf-time.h"

/**
 * hf_report_words_period:
 * @period: a period
 *
 * Says which days it has.
 *
 * Returns: (transfer full): such as "2026-10-01 to 2026-10-31"
 */
char *
hf_report_words_period (const HfPeriod *period)
{
  if (period->from == NULL && period->to == NULL)
    return g_strdup (_ ("from the beginning until now"));
  if (period->from == NULL)
    /* Translators: a day. */
    return g_strdup_printf (_ ("until %s"), period->to);
  if (period->to == NULL)
    /* Translators: a day. */
    return g_strdup_printf (_ ("since %s"), period->from);
  /* Translators: the first and the last day of a period. */
  return g_strdup_printf (_ ("%s to %s"), period->from, period->to);
}

static const char *
branch_of (const HfReportOrder *order)
{
  if (order->branch == NULL)
    return _ ("all branches");
  return order->branch_name != NULL ? order->branch_name : order->branch;
}

/**
 * hf_report_words_scope:
 * @order: an order for a report
 *
 * Says what the report is about.
 *
 * Returns: (transfer full): such as "2026-10-01 to 2026-10-31 · all branches"
 */
char *
hf_report_words_scope (const HfReportOrder *order)
{
  g_autofree char *period = hf_report_words_period (order->period);
  /* Translators: a period, then a branch. */
  return g_strdup_printf (C_ ("report", "%s · %s"), period, branch_of (order));
}

/**
 * hf_report_words_languages:
 * @order: an order for a report
 *
 * Names the report's languages, each in itself.
 *
 * Returns: (transfer full): such as "简体中文 + English"
 */
char *
hf_report_words_languages (const HfReportOrder *order)
{
  g_autofree char *first = hf_locale_dup_language_name (order->first_language);
  if (order->second_language == NULL)
    return g_steal_pointer (&first);
  g_autofree char *second = hf_locale_dup_language_name (order->second_language);
  return g_strdup_printf ("%s + %s", first, second);
}

/**
 * hf_report_words_sheets:
 * @sheets: bits 1 << HfReportSheet
 *
 * Says how many sheets the workbook is to have.
 *
 * Returns: (transfer full): the words
 */
char *
hf_report_words_sheets (guint sheets)
{
  guint count = 0;
  for (guint i = 0; i < HF_REPORT_N_SHEETS; i++)
    count += (sheets >> i) & 1;
  if (count == HF_REPORT_N_SHEETS)
    return g_strdup (_ ("All, as far as there is something to say"));
  return g_strdup_printf (
      /* Translators: sheets of a workbook that were chosen, and how many there could be. */
      ngettext ("%u of %u", "%u of %u", count), count, (guint) HF_REPORT_N_SHEETS);
}

/**
 * hf_report_words_plan:
 * @order: an order for a report
 *
 * Says beside the button what will be written.
 *
 * Returns: (transfer full): one line
 */
char *
hf_report_words_plan (const HfReportOrder *order)
{
  g_autofree char *languages = hf_report_words_languages (order);
  const char *phones = order->mask_phones ? _ ("phones masked") : _ ("phones in full");
  /* Translators: a report's languages, then whether phone numbers are masked. */
  return g_strdup_printf (C_ ("report", "Excel workbook · %s · %s"), languages, phones);
}

/**
 * hf_report_words_past:
 * @order: a report that was written
 *
 * Says with what it was written, and when.
 *
 * Returns: (transfer full): one line
 */
char *
hf_report_words_past (const HfReportOrder *order)
{
  g_autofree char *scope = hf_report_words_scope (order);
  g_autofree char *languages = hf_report_words_languages (order);
  g_autofree char *moment = hf_time_format_moment (order->written);
  if (order->mask_phones)
    return g_strdup_printf (
        /* Translators: what a report is about, its languages, when it was written. */
        C_ ("report", "%s · %s · phones masked · written %s"), scope, languages, moment);
  /* Translators: what a report is about, its languages, when it was written. */
  return g_strdup_printf (C_ ("report", "%s · %s · written %s"), scope, languages, moment);
}

/**
 * hf_report_words_reason:
 * @reason: a reason's counts
 *
 * Says beside a reason how often it was primary, and how often contributing.
 *
 * Returns: (transfer full): such as "12 + 4"
 */
char *
hf_report_words_reason (const HfReasonCount *reason)
{
  if (reason->contributing == 0)
    return g_strdup_printf ("%u", reason->primary);
  /* Translators: how often a reason was the primary one, and how often a contributing one. */
  return g_strdup_printf (_ ("%u + %u"), reason->primary, reason->contributing);
}

/**
 * hf_report_words_is_empty:
 * @figures: figures
 *
 * Tells whether there is nothing to report, whichever the period.
 *
 * Returns: whether there is neither a customer nor a complaint
 */
gboolean
hf_report_words_is_empty (const HfFigures *figures)
{
  return figures->customers.total == 0 && figures->complaints.logged == 0;
}

/**
 * hf_report_words_failure:
 * @error: why a report could not be written
 * @path: where it was to be
 * @existed: whether there was a file before
 *
 * Says what happened, and what is safe.
 *
 * Returns: (transfer full): two sentences
 */
char *
hf_report_words_failure (const GError *error, const char *path, gboolean existed)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *safe = g_strdup_printf (
      /* Translators: a file's name. */
      existed ? _ ("The earlier “%s” is as it was.") : _ ("No file “%s” was left behind."),
      name);
  /* Translators: two sentences: what went wrong, and what is safe. */
  return g_strdup_printf (C_ ("sentences", "%s %s"), hf_store_error_words (error), safe);
}
