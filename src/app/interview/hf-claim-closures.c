#include "config.h"

#include "hf-claim-closures.h"

#include <glib/gi18n.h>

#include "hf-moment-words.h"
#include "hf-time.h"

/**
 * hf_claim_words_other:
 * @customer: what to call the customer by
 * @other: who is on the phone with them
 *
 * Says that another desk calls a customer, since when.
 *
 * Returns: (transfer full): the words
 */
char *
hf_claim_words_other (const char *customer, const HfClaim *other)
{
  g_autofree char *clock = hf_moment_words_clock (other->since);
  if (other->staff == NULL)
    /* Translators: a customer, and a time such as 10:32. */
    return g_strdup_printf (_ ("Another desk has been calling %s since %s"), customer, clock);
  /* Translators: a colleague, a customer, and a time such as 10:32. */
  return g_strdup_printf (_ ("%s has been calling %s since %s"), other->staff, customer, clock);
}

/**
 * hf_claim_words_jump:
 * @seconds: by how much the machine's clock moved more than time went by; below zero for back
 *
 * Says what became of a call while the machine slept, or its clock was changed.
 *
 * Returns: (transfer full): the words
 */
char *
hf_claim_words_jump (gint64 seconds)
{
  guint minutes = MAX (1, (guint) (ABS (seconds) / 60));
  if (seconds > 0)
    return g_strdup_printf (
        ngettext ("This computer slept, or its clock was put forward, by %u minute. That time "
                  "does not count as part of the call; everything you entered is here.",
                  "This computer slept, or its clock was put forward, by %u minutes. That time "
                  "does not count as part of the call; everything you entered is here.",
                  minutes),
        minutes);
  return g_strdup_printf (
      ngettext ("This computer’s clock was put back by %u minute. The length of the call is "
                "not changed by it; please check the clock.",
                "This computer’s clock was put back by %u minutes. The length of the call is "
                "not changed by it; please check the clock.",
                minutes),
      minutes);
}

/**
 * hf_claim_words_closed:
 * @now: the present moment
 * @opens_at: when calls may be made again
 *
 * Says that it is too early or too late in the day to call those who wait.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_claim_words_closed (gint64 now, gint64 opens_at)
{
  g_autofree char *moment = hf_time_format_moment (opens_at);
  g_autofree char *today = hf_time_format_date (now);
  g_autofree char *day = hf_time_format_date (opens_at);
  g_autofree char *clock = hf_moment_words_clock (opens_at);
  if (g_str_equal (today, day))
    /* Translators: %s is a time such as 09:00. */
    return g_strdup_printf (_ ("Those who wait may be called from %s today."), clock);
  /* Translators: %s is a date and time. */
  return g_strdup_printf (_ ("Those who wait may be called from %s."), moment);
}
