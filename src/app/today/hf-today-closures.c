#include "config.h"

#include "hf-today-closures.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-appointment-closures.h"
#include "hf-interview.h"
#include "hf-moment-words.h"
#include "hf-outcome.h"
#include "hf-promise-closures.h"
#include "hf-time.h"

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static char *
late_words (gint64 late)
{
  if (late >= DAY)
    return g_strdup_printf (
        /* Translators: how long a promise is overdue. */
        ngettext ("%d day late", "%d days late", late / DAY), (int) (late / DAY));
  if (late >= HOUR)
    return g_strdup_printf (
        /* Translators: how long a promise is overdue. */
        ngettext ("%d hour late", "%d hours late", late / HOUR), (int) (late / HOUR));
  return g_strdup_printf (
      /* Translators: how long a promise is overdue. */
      ngettext ("%d minute late", "%d minutes late", late / MINUTE), (int) (late / MINUTE));
}

/**
 * hf_today_due_words:
 * @now: the present moment
 * @due_at: when something is due
 *
 * Says how much time is left, or how late it is.
 *
 * Returns: (transfer full): the words
 */
char *
hf_today_due_words (gint64 now, gint64 due_at)
{
  gint64 left = due_at - now;
  if (left < 0)
    return late_words (-left);
  if (left < HOUR)
    return g_strdup_printf (
        /* Translators: how much time is left to keep a promise. */
        ngettext ("due in %d minute", "due in %d minutes", left / MINUTE),
        (int) (left / MINUTE));
  if (left < DAY)
    return g_strdup_printf (
        /* Translators: how much time is left to keep a promise. */
        ngettext ("due in %d hour", "due in %d hours", left / HOUR), (int) (left / HOUR));
  return g_strdup_printf (
      /* Translators: how much time is left to keep a promise. */
      ngettext ("due in %d day", "due in %d days", left / DAY), (int) (left / DAY));
}

/**
 * hf_today_promise_words:
 * @promise: an open promise
 *
 * Says to whom a promise was made, until when, and by which clock and calendar it runs.
 *
 * Returns: (transfer full): the words
 */
char *
hf_today_promise_words (const HfPromise *promise)
{
  g_autofree char *until = hf_promise_words_until (promise);
  /* Translators: a customer, and until when something was promised, by which clock. */
  return g_strdup_printf (C_ ("promise", "%s · %s"), hf_promise_words_who (promise), until);
}

/**
 * hf_today_call_title:
 * @call: an entry of the call queue
 *
 * Gives what to call the customer by.
 *
 * Returns: (transfer full): a name, else the customer's code
 */
char *
hf_today_call_title (const HfCallTask *call)
{
  return hf_appointment_words_customer (call);
}

static char *
attempts_words (const HfCallTask *call)
{
  if (call->attempts == 0)
    return g_strdup (_ ("not called yet"));
  g_autofree char *times = g_strdup_printf (
      ngettext ("%d attempt", "%d attempts", call->attempts), (int) call->attempts);
  const HfOutcome *outcome = call->last_outcome != NULL ? hf_outcome_find (call->last_outcome)
                                                        : NULL;
  if (outcome == NULL)
    return g_steal_pointer (&times);
  /* Translators: how often somebody was called, and how the last call ended. */
  return g_strdup_printf (_ ("%s, last: %s"), times, hf_outcome_label (outcome));
}

/* Why a call is made: what the program itself found, else in the words of who asked for it. */
static char *
why_words (const HfCallTask *call)
{
  if (call->complaint_number != NULL)
    /* Translators: a complaint's number. */
    return g_strdup_printf (_ ("complaint %s"), call->complaint_number);
  if (call->why == NULL)
    return NULL;
  if (strcmp (call->why, HF_CALL_TASK_CLASS_C) == 0)
    return g_strdup (_ ("Buys less than a fifth of what they need"));
  if (!g_str_has_prefix (call->why, HF_CALL_TASK_LOW_SCORE))
    return g_strdup (call->why);
  g_auto (GStrv) parts = g_strsplit (call->why + strlen (HF_CALL_TASK_LOW_SCORE), "/", 2);
  /* Translators: a score and the highest one, such as 4 and 10. */
  return g_strdup_printf (_ ("scored %s of %s"), parts[0], parts[1] != NULL ? parts[1] : "");
}

static char *
about_words (const HfCallTask *call)
{
  const char *kind = hf_choice_label (hf_interview_kinds, call->kind);
  g_autofree char *why = why_words (call);
  const char *block = call->for_others   ? _ ("for a colleague: you dealt with it")
                      : !call->may_offer ? _ ("no offer: consent refused or withdrawn")
                                         : NULL;
  g_autoptr (GString) words = g_string_new (kind);
  if (why != NULL)
    g_string_append_printf (words, " · %s", why);
  if (block != NULL)
    g_string_append_printf (words, " · %s", block);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * hf_today_call_words:
 * @call: an entry of the call queue
 * @now: the present moment
 * @staff_id: who works here, 0 where nobody was named
 *
 * Says why, when and how often somebody is called, and who keeps an appointment.
 *
 * Returns: (transfer full): the words
 */
char *
hf_today_call_words (const HfCallTask *call, gint64 now, gint64 staff_id)
{
  g_autofree char *attempts = attempts_words (call);
  g_autofree char *kind = about_words (call);
  if (call->open_interview_id != 0)
    /* Translators: the kind of a call that was begun and not finished. */
    return g_strdup_printf (_ ("%s · not finished, continue"), kind);
  if (call->appointment_at == 0)
    /* Translators: the kind of a call, and how often it was tried. */
    return g_strdup_printf (_ ("%s · %s"), kind, attempts);
  g_autofree char *moment = hf_moment_words_near (call->appointment_at, now);
  g_autofree char *whose = hf_appointment_words_whose (call, staff_id);
  /* Translators: the kind of a call, when it is, who keeps the appointment, how often it was
   * tried. */
  return g_strdup_printf (_ ("%s · appointment %s (%s) · %s"), kind, moment, whose, attempts);
}

/**
 * hf_today_tomorrow_words:
 * @n_calls: how many calls wait for later today and tomorrow
 *
 * Says what comes next, when nothing is left to do now.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_today_tomorrow_words (gint64 n_calls)
{
  if (n_calls == 0)
    return g_strdup (_ ("No call is planned for tomorrow yet."));
  return g_strdup_printf (ngettext ("%d call is planned until tomorrow evening.",
                                    "%d calls are planned until tomorrow evening.", n_calls),
                          (int) n_calls);
}
