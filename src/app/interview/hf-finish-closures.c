#include "config.h"

#include "hf-finish-closures.h"

#include <glib/gi18n.h>

#include "hf-clock-words.h"
#include "hf-time.h"

/* When calls are made; the hours of the day. */
#define FIRST_HOUR 9
#define LAST_HOUR 20
#define MORNING_HOUR 10
#define AFTERNOON_HOUR 15
#define LATE_AFTERNOON_HOUR 17
#define SPARE_MINUTES 30

static GDateTime *
to_their_time (gint64 moment, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment / G_USEC_PER_SEC);
  return g_date_time_to_timezone (utc, zone);
}

static gint64
to_moment (GDateTime *time)
{
  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

/* So many days after a day, at an hour. */
static gint64
at_hour (GDateTime *day, int days, int hour)
{
  g_autoptr (GDateTime) other = g_date_time_add_days (day, days);
  g_autoptr (GDateTime) moment = g_date_time_new (
      g_date_time_get_timezone (day), g_date_time_get_year (other),
      g_date_time_get_month (other), g_date_time_get_day_of_month (other), hour, 0, 0);
  return to_moment (moment);
}

/* Nobody is called at night. */
static gint64
keep_hours (gint64 moment, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = to_their_time (moment, zone);
  int hour = g_date_time_get_hour (time);
  if (hour < FIRST_HOUR)
    return at_hour (time, 0, FIRST_HOUR);
  return hour >= LAST_HOUR ? at_hour (time, 1, FIRST_HOUR) : moment;
}

static gint64
in_the_afternoon (GDateTime *now)
{
  int minute = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now) + SPARE_MINUTES;
  if (minute <= AFTERNOON_HOUR * 60)
    return at_hour (now, 0, AFTERNOON_HOUR);
  if (minute <= LATE_AFTERNOON_HOUR * 60)
    return at_hour (now, 0, LATE_AFTERNOON_HOUR);
  return at_hour (now, 1, AFTERNOON_HOUR);
}

/**
 * hf_finish_call_again:
 * @when: which of the usual moments
 * @now: the present moment
 * @zone: by whose clock the customer is called
 *
 * Works out when to call again: in an hour; this afternoon at three, or at five where it is
 * past that; tomorrow at ten; next Monday at ten. Never outside calling hours.
 *
 * Returns: a moment
 */
gint64
hf_finish_call_again (HfCallAgain when, gint64 now, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = to_their_time (now, zone);
  switch (when)
    {
    case HF_CALL_AGAIN_AFTERNOON:
      return in_the_afternoon (time);
    case HF_CALL_AGAIN_TOMORROW:
      return at_hour (time, 1, MORNING_HOUR);
    case HF_CALL_AGAIN_NEXT_WEEK:
      return at_hour (time, 8 - g_date_time_get_day_of_week (time), MORNING_HOUR);
    case HF_CALL_AGAIN_HOUR:
    default:
      return keep_hours (now + G_TIME_SPAN_HOUR, zone);
    }
}

/**
 * hf_finish_usual_moment:
 * @outcome: how a call ended
 * @now: the present moment
 * @zone: by whose clock the customer is called
 *
 * Works out when a customer is usually called again after such an outcome.
 *
 * Returns: a moment, 0 for never
 */
gint64
hf_finish_usual_moment (const HfOutcome *outcome, gint64 now, GTimeZone *zone)
{
  return outcome->try_again ? keep_hours (now + outcome->delay * G_TIME_SPAN_MINUTE, zone) : 0;
}

/**
 * hf_finish_suggest:
 * @complete: whether every question is answered
 * @n_answers: how many are
 *
 * Guesses how a call ended.
 *
 * Returns: (transfer none): the outcome to offer first
 */
const HfOutcome *
hf_finish_suggest (gboolean complete, guint n_answers)
{
  if (complete)
    return hf_outcome_find ("completed");
  return hf_outcome_find (n_answers == 0 ? "no-answer" : "partial");
}

/**
 * hf_finish_words_next:
 * @outcome: (nullable): how the call ended
 * @call_again_at: when the customer is called again, 0 for never
 * @do_not_call: whether the customer asked not to be called
 * @zone: (nullable): the customer's time zone; %NULL or empty for ours
 *
 * Says what happens next.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_finish_words_next (const HfOutcome *outcome, gint64 call_again_at, gboolean do_not_call,
                      const char *zone)
{
  if (outcome == NULL)
    return g_strdup (_ ("Choose how the call ended."));
  if (do_not_call)
    return g_strdup (_ ("Done; goes on the do-not-call list and is not called again."));
  if (call_again_at != 0)
    {
      g_autofree char *moment = hf_time_format_moment (call_again_at);
      g_autofree char *there = hf_clock_words_there (zone, call_again_at);
      if (there != NULL)
        /* Translators: a day and time, and the time then where the customer is. */
        return g_strdup_printf (_ ("Will be called again on %s; it is %s there then."), moment,
                                there);
      /* Translators: a day and time. */
      return g_strdup_printf (_ ("Will be called again on %s."), moment);
    }
  if (outcome->other_number)
    return g_strdup (_ ("Not called again on this number; the customer needs another one."));
  return g_strdup (_ ("Done; not called again."));
}

/**
 * hf_finish_words_number:
 * @number: a telephone number
 *
 * Says what happens next where a wrong number is followed by another one.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_finish_words_number (const char *number)
{
  /* Translators: a telephone number. */
  return g_strdup_printf (_ ("Will be called next on %s, which goes into the customer’s file."),
                          number);
}

/**
 * hf_finish_words_counts:
 * @outcome: (nullable): how the call ended
 *
 * Says which disposition of AAPOR's standard an outcome is, and what it counts as.
 *
 * Returns: (transfer full): a line, perhaps empty
 */
char *
hf_finish_words_counts (const HfOutcome *outcome)
{
  if (outcome == NULL)
    return g_strdup ("");
  return g_strdup_printf (hf_outcome_is_final (outcome)
                              /* Translators: a code, and what it counts as. */
                              ? _ ("Final code %s of AAPOR · counts as %s")
                              /* Translators: a code, and what it counts as. */
                              : _ ("Interim code %s of AAPOR · until then counts as %s"),
                          outcome->aapor, hf_outcome_counts_as (outcome));
}

/**
 * hf_finish_words_done:
 * @customer: a customer's name
 * @outcome: how the call ended
 * @call_again_at: when the customer is called again, 0 for never
 *
 * Says in passing that a call is over.
 *
 * Returns: (transfer full): a short line
 */
char *
hf_finish_words_done (const char *customer, const HfOutcome *outcome, gint64 call_again_at)
{
  if (call_again_at == 0)
    /* Translators: a customer's name, and how the call ended. */
    return g_strdup_printf (_ ("%s: %s"), customer, hf_outcome_label (outcome));
  g_autofree char *moment = hf_time_format_moment (call_again_at);
  /* Translators: a customer's name, how the call ended, and when the next one is. */
  return g_strdup_printf (_ ("%s: %s, again on %s"), customer, hf_outcome_label (outcome),
                          moment);
}
