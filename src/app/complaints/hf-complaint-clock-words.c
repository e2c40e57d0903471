#include "config.h"

#include "hf-complaint-clock-words.h"

#include <glib/gi18n.h>

#include "hf-promise.h"
#include "hf-time.h"
#include "hf-today-closures.h"

/**
 * hf_complaint_clock_words_until:
 * @due_at: a moment
 * @clock: the #HfClockKind by which it was promised, or %HF_PROMISE_NO_CLOCK
 * @calendar: (nullable): what the branch's calendar is called
 *
 * Says until when something was promised, and by which clock it runs.
 *
 * Returns: (transfer full): such as "until 2026-03-09 15:00 · Working days (Mainland China)"
 */
char *
hf_complaint_clock_words_until (gint64 due_at, int clock, const char *calendar)
{
  g_autofree char *moment = hf_time_format_moment (due_at);
  /* Translators: a day and time. */
  g_autofree char *until = g_strdup_printf (_ ("until %s"), moment);
  if (clock == HF_PROMISE_NO_CLOCK)
    return g_steal_pointer (&until);
  const char *by = hf_choice_label (hf_clock_kinds, clock);
  if (clock == HF_CLOCK_ALWAYS || calendar == NULL)
    /* Translators: until when, and by which clock, such as "Round the clock". */
    return g_strdup_printf (C_ ("clock", "%s · %s"), until, by);
  /* Translators: until when, by which clock, such as "Working days", and what the calendar of
   * these days is called. */
  return g_strdup_printf (C_ ("clock", "%s · %s (%s)"), until, by, calendar);
}

/**
 * hf_complaint_clock_words_state:
 * @reading: what a clock shows
 *
 * Says how much time is left, how late it is, or how it ended.
 *
 * Returns: (transfer full): the words
 */
char *
hf_complaint_clock_words_state (const HfClockReading *reading)
{
  if (reading->is_running)
    return hf_today_due_words (0, reading->left);
  return g_strdup (hf_choice_label (hf_promise_states,
                                    reading->is_late ? HF_PROMISE_KEPT_LATE : HF_PROMISE_KEPT));
}

static char *
length_words (GTimeSpan length)
{
  if (length >= G_TIME_SPAN_DAY)
    return g_strdup_printf (ngettext ("%d day", "%d days", length / G_TIME_SPAN_DAY),
                            (int) (length / G_TIME_SPAN_DAY));
  if (length >= G_TIME_SPAN_HOUR)
    return g_strdup_printf (ngettext ("%d hour", "%d hours", length / G_TIME_SPAN_HOUR),
                            (int) (length / G_TIME_SPAN_HOUR));
  return g_strdup_printf (ngettext ("%d minute", "%d minutes", length / G_TIME_SPAN_MINUTE),
                          (int) (length / G_TIME_SPAN_MINUTE));
}

/**
 * hf_complaint_clock_words_pause:
 * @reading: what a clock shows
 *
 * Says what is waited for, or how long nobody could go on. What was promised does not move by
 * it.
 *
 * Returns: (transfer full) (nullable): the words, %NULL where there was no pause
 */
char *
hf_complaint_clock_words_pause (const HfClockReading *reading)
{
  if (reading->paused == 0 && !reading->is_paused)
    return NULL;
  g_autofree char *length = length_words (reading->paused);
  if (reading->is_paused && reading->paused < G_TIME_SPAN_MINUTE)
    /* Translators: what is waited for. */
    return g_strdup_printf (_ ("Paused: %s. The promise stays as it is."), reading->why);
  if (!reading->is_paused)
    /* Translators: how long in all, such as "2 hours". */
    return g_strdup_printf (_ ("Paused for %s in all; the promise stayed as it was."), length);
  /* Translators: how long in all, such as "2 hours"; then what is waited for. */
  return g_strdup_printf (_ ("Paused (%s in all): %s. The promise stays as it is."), length,
                          reading->why);
}

/**
 * hf_complaint_clock_words_change:
 * @change: a promise that was made anew
 *
 * Says from when to when it went, by whom, and why.
 *
 * Returns: (transfer full): two lines
 */
char *
hf_complaint_clock_words_change (const HfDeadlineChange *change)
{
  g_autofree char *before = change->before != 0 ? hf_time_format_moment (change->before)
                                                : g_strdup (_ ("nothing"));
  g_autofree char *after = hf_time_format_moment (change->after);
  g_autofree char *at = hf_time_format_moment (change->at);
  g_autoptr (GString) words = g_string_new (at);
  if (change->staff != NULL)
    g_string_append_printf (words, " · %s", change->staff);
  g_string_append (words, "\n");
  g_string_append_printf (
      words,
      /* Translators: what was promised before, what is promised now, and why. */
      C_ ("promise anew", "%s → %s: %s"), before, after, change->why);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
