#include "config.h"

#include "hf-promise-closures.h"

#include <glib/gi18n.h>

#include "hf-complaint-clock-words.h"
#include "hf-promise-name.h"
#include "hf-time.h"
#include "hf-today-closures.h"

/**
 * hf_promise_words_ended:
 * @state: what became of a promise
 * @late: whether its moment had passed
 *
 * Says in passing what was done.
 *
 * Returns: a few words
 */
const char *
hf_promise_words_ended (HfPromiseState state, gboolean late)
{
  switch (state)
    {
    case HF_PROMISE_BROKEN:
      return _ ("Promise broken");
    case HF_PROMISE_RELEASED:
      return _ ("The customer released the promise");
    case HF_PROMISE_OPEN:
    case HF_PROMISE_KEPT:
    case HF_PROMISE_KEPT_LATE:
    default:
      return late ? _ ("Promise kept, late") : _ ("Promise kept");
    }
}

/**
 * hf_promise_words_who:
 * @promise: a promise
 *
 * Names the customer.
 *
 * Returns: their name
 */
const char *
hf_promise_words_who (const HfPromise *promise)
{
  return promise->customer_name != NULL ? promise->customer_name : _ ("Anonymous");
}

/**
 * hf_promise_words_row:
 * @promise: a promise
 *
 * Says in a list's row to whom it was made and who keeps it.
 *
 * Returns: (transfer full): such as "王炳泉 · Li Fang"
 */
char *
hf_promise_words_row (const HfPromise *promise)
{
  const char *who = hf_promise_words_who (promise);
  if (promise->owner == NULL)
    return g_strdup (who);
  /* Translators: a customer, and which colleague keeps the promise. */
  return g_strdup_printf (C_ ("promise", "%s · %s"), who, promise->owner);
}

/**
 * hf_promise_words_clock:
 * @promise: a promise
 * @now: the present moment
 *
 * Says how much time is left or how late it is, or on which day it ended.
 *
 * Returns: (transfer full): a few words
 */
char *
hf_promise_words_clock (const HfPromise *promise, gint64 now)
{
  if (promise->state != HF_PROMISE_OPEN)
    return hf_time_format_date (promise->done_at);
  return promise->due_at != 0 ? hf_today_due_words (now, promise->due_at) : g_strdup ("");
}

/**
 * hf_promise_words_spoken:
 * @promise: a promise
 * @now: the present moment
 *
 * Says a list's row for a screen reader.
 *
 * Returns: (transfer full): what was promised, to whom, what became of it, and when
 */
char *
hf_promise_words_spoken (const HfPromise *promise, gint64 now)
{
  g_autofree char *clock = hf_promise_words_clock (promise, now);
  g_autofree char *who = hf_promise_words_row (promise);
  /* Translators: what was promised, to whom, what became of it, and when. */
  return g_strdup_printf (C_ ("promise", "%s, %s, %s, %s"), promise->what, who,
                          hf_choice_label (hf_promise_states, promise->state), clock);
}

/**
 * hf_promise_words_until:
 * @promise: a promise
 *
 * Says until when it was promised, and by which clock and calendar it runs; a day that was
 * agreed since goes by none.
 *
 * Returns: (transfer full): such as "until 2026-03-09 15:00 · Working days (Mainland China)"
 */
char *
hf_promise_words_until (const HfPromise *promise)
{
  if (promise->due_at == 0)
    return g_strdup (_ ("No day was agreed"));
  return hf_complaint_clock_words_until (
      promise->due_at, promise->is_anew ? HF_PROMISE_NO_CLOCK : promise->clock,
      promise->calendar);
}

/**
 * hf_promise_words_judged:
 * @promise: a promise
 *
 * Says which deadline counts, where it was promised anew too late.
 *
 * Returns: (transfer full) (nullable): a sentence
 */
char *
hf_promise_words_judged (const HfPromise *promise)
{
  if (promise->judged_at == promise->due_at)
    return NULL;
  g_autofree char *moment = hf_time_format_moment (promise->judged_at);
  /* Translators: a day and time. */
  return g_strdup_printf (_ ("Promised anew after its moment had passed: it counts as due on "
                             "%s."),
                          moment);
}

/**
 * hf_promise_words_source:
 * @promise: a promise
 *
 * Says where it was made.
 *
 * Returns: (transfer full): such as "Complaint T20260301-001"
 */
char *
hf_promise_words_source (const HfPromise *promise)
{
  if (promise->complaint != NULL)
    /* Translators: a complaint's number. */
    return g_strdup_printf (C_ ("promise", "Complaint %s"), promise->complaint);
  if (promise->interview_id != 0)
    return g_strdup (C_ ("promise", "Interview"));
  return g_strdup (promise->attempt_id != 0 ? C_ ("promise", "Logged call")
                                            : C_ ("promise", "Entered by hand"));
}

/**
 * hf_promise_words_made:
 * @promise: a promise
 *
 * Says when and by whom it was made, and of which class it is.
 *
 * Returns: (transfer full): such as "2026-03-01 14:05 · Li Fang · Within 24 hours"
 */
char *
hf_promise_words_made (const HfPromise *promise)
{
  g_autofree char *moment = hf_time_format_moment (promise->made_at);
  g_autofree char *term = hf_promise_name (promise);
  if (promise->made_by == NULL)
    /* Translators: when a promise was made, and its class. */
    return g_strdup_printf (C_ ("promise", "%s · %s"), moment, term);
  /* Translators: when a promise was made, by whom, and its class. */
  return g_strdup_printf (C_ ("promise", "%s · %s · %s"), moment, promise->made_by, term);
}

/**
 * hf_promise_words_event_title:
 * @event: what was done about a promise
 *
 * Names it.
 *
 * Returns: (transfer full): such as "Promised anew: 2026-03-09 15:00 → 2026-03-10 12:00"
 */
char *
hf_promise_words_event_title (const HfPromiseEvent *event)
{
  const char *name = hf_choice_label (hf_promise_event_kinds, event->kind);
  g_autofree char *before = hf_time_format_moment (event->due_before);
  g_autofree char *after = hf_time_format_moment (event->due_after);
  if (event->kind == HF_PROMISE_EVENT_ENDED)
    return g_strdup (hf_choice_label (hf_promise_states, event->state));
  if (event->due_before != event->due_after)
    /* Translators: "Promised anew" or "Taken back", the deadline before and afterwards. */
    return g_strdup_printf (C_ ("promise", "%s: %s → %s"), name, before, after);
  if (g_strcmp0 (event->owner_before, event->owner_after) != 0)
    return g_strdup_printf (
        /* Translators: "Given to a colleague" or "Taken back", who kept the promise before and
         * who keeps it now. */
        C_ ("promise", "%s: %s → %s"), name,
        event->owner_before != NULL ? event->owner_before : _ ("nobody"),
        event->owner_after != NULL ? event->owner_after : _ ("nobody"));
  return g_strdup (name);
}

/**
 * hf_promise_words_event:
 * @event: what was done about a promise
 *
 * Says when and by whom, and what was noted.
 *
 * Returns: (transfer full): one or two lines
 */
char *
hf_promise_words_event (const HfPromiseEvent *event)
{
  g_autofree char *moment = hf_time_format_moment (event->at);
  g_autoptr (GString) words = g_string_new (moment);
  if (event->staff != NULL)
    g_string_append_printf (words, " · %s", event->staff);
  if (event->note != NULL)
    g_string_append_printf (words, "\n%s", event->note);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
