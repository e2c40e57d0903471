#include "config.h"

#include "hf-complaint-closures.h"

#include <glib/gi18n.h>

#include "hf-amount.h"
#include "hf-interview.h"
#include "hf-number-words.h"
#include "hf-promise-name.h"
#include "hf-text.h"
#include "hf-time.h"
#include "hf-today-closures.h"

/**
 * hf_complaint_title:
 * @complaint: a complaint
 *
 * Names who complains.
 *
 * Returns: (transfer full): a customer's name or code
 */
char *
hf_complaint_title (const HfComplaint *complaint)
{
  if (complaint->customer_name != NULL)
    return g_strdup (complaint->customer_name);
  return g_strdup (complaint->customer_code != NULL ? complaint->customer_code
                                                    : _ ("Anonymous"));
}

static const char *
channel_words (const HfComplaint *complaint)
{
  return complaint->channel != HF_COMPLAINT_CHANNEL_UNKNOWN
             ? hf_choice_label (hf_complaint_channels, complaint->channel)
             : _ ("channel not known");
}

/**
 * hf_complaint_subtitle:
 * @complaint: a complaint
 *
 * Says when and how a complaint came in.
 *
 * Returns: (transfer full): such as "T20260301-001 · 2026-03-01 14:05 · Phone"
 */
char *
hf_complaint_subtitle (const HfComplaint *complaint)
{
  g_autofree char *moment = hf_time_format_moment (complaint->received_at);
  /* Translators: a complaint's number, when it came in, by which channel. */
  return g_strdup_printf (C_ ("complaint", "%s · %s · %s"), complaint->number, moment,
                          channel_words (complaint));
}

/**
 * hf_complaint_row_words:
 * @complaint: a complaint
 *
 * Says in a list's row which complaint it is.
 *
 * Returns: (transfer full): such as "T20260301-001 · Phone", with the product where there is
 * one
 */
char *
hf_complaint_row_words (const HfComplaint *complaint)
{
  const char *channel = channel_words (complaint);
  if (complaint->product == NULL)
    /* Translators: a complaint's number, and by which channel it came. */
    return g_strdup_printf (C_ ("complaint", "%s · %s"), complaint->number, channel);
  /* Translators: a complaint's number, by which channel it came, and the product. */
  return g_strdup_printf (C_ ("complaint product", "%s · %s · %s"), complaint->number, channel,
                          complaint->product);
}

/**
 * hf_complaint_summary:
 * @complaint: a complaint
 *
 * Gives the beginning of the customer's words in one line.
 *
 * Returns: (transfer full): the words, else the product, perhaps empty
 */
char *
hf_complaint_summary (const HfComplaint *complaint)
{
  const char *words = complaint->words != NULL ? complaint->words : complaint->product;
  char *line = g_strdup (words != NULL ? words : "");
  return g_strdelimit (line, "\r\n\t", ' ');
}

/**
 * hf_complaint_clock:
 * @complaint: a complaint
 * @now: the present moment
 *
 * Says how much time is left to answer, or how late the answer is.
 *
 * Returns: (transfer full) (nullable): the words, %NULL where no answer is waited for
 */
char *
hf_complaint_clock (const HfComplaint *complaint, gint64 now)
{
  gint64 due_at = hf_complaint_next_due (complaint);
  return due_at != 0 ? hf_today_due_words (now, due_at) : NULL;
}

/**
 * hf_complaint_row_moment:
 * @complaint: a complaint
 * @now: the present moment
 *
 * Says in a list's row until when something is to be done; where no clock runs, as with
 * complaints of old, since when it is there.
 *
 * Returns: (transfer full): such as "in 3 h", else a date
 */
char *
hf_complaint_row_moment (const HfComplaint *complaint, gint64 now)
{
  char *clock = hf_complaint_clock (complaint, now);
  return clock != NULL ? clock : hf_time_format_date (complaint->received_at);
}

/**
 * hf_complaint_step_label:
 * @step: a step
 *
 * Names the act that takes a complaint to a step.
 *
 * Returns: (nullable): a button's label, %NULL for the receipt, which nothing leads to
 */
const char *
hf_complaint_step_label (HfComplaintStatus step)
{
  switch (step)
    {
    case HF_COMPLAINT_TRACKED:
      return _ ("Track");
    case HF_COMPLAINT_ACKNOWLEDGED:
      return _ ("Acknowledge");
    case HF_COMPLAINT_ASSESSED:
      return _ ("Assess");
    case HF_COMPLAINT_INVESTIGATING:
      return _ ("Begin to Investigate");
    case HF_COMPLAINT_RESPONDED:
      return _ ("Respond");
    case HF_COMPLAINT_COMMUNICATED:
      return _ ("Tell the Decision");
    case HF_COMPLAINT_CLOSED:
      return _ ("Close");
    case HF_COMPLAINT_RECEIVED:
    default:
      return NULL;
    }
}

/**
 * hf_complaint_step_words:
 * @step: a step
 * @place: where the complaint stands, seen from there
 *
 * Says whether a step is done, for who does not see how it looks.
 *
 * Returns: (transfer full): such as "Tracked: not recorded"
 */
char *
hf_complaint_step_words (HfComplaintStatus step, HfStepPlace place)
{
  const char *label = hf_choice_label (hf_complaint_statuses, step);
  switch (place)
    {
    case HF_STEP_PASSED:
      /* Translators: a step of a complaint, such as "Tracked". */
      return g_strdup_printf (_ ("%s: done"), label);
    case HF_STEP_UNRECORDED:
      /* Translators: a step of a complaint, such as "Tracked". */
      return g_strdup_printf (_ ("%s: not recorded"), label);
    case HF_STEP_PRESENT:
      /* Translators: a step of a complaint, such as "Tracked". */
      return g_strdup_printf (_ ("%s: the present step"), label);
    case HF_STEP_AHEAD:
    default:
      /* Translators: a step of a complaint, such as "Tracked". */
      return g_strdup_printf (_ ("%s: still to come"), label);
    }
}

/**
 * hf_complaint_promise_words:
 * @promise: a promise
 * @now: the present moment
 *
 * Says who promised until when, and what became of it.
 *
 * Returns: (transfer full): the words
 */
char *
hf_complaint_promise_words (const HfPromise *promise, gint64 now)
{
  g_autofree char *moment = hf_time_format_moment (promise->due_at);
  g_autofree char *state = promise->state == HF_PROMISE_OPEN
                               ? hf_today_due_words (now, promise->due_at)
                               : g_strdup (hf_choice_label (hf_promise_states, promise->state));
  g_autofree char *name = hf_promise_name (promise);
  /* Translators: a promise's term, when it is due, what became of it. */
  return g_strdup_printf (C_ ("promise", "%s · %s · %s"), name, moment, state);
}

/* Who waits for what. */
static char *
waiting_words (const HfFollowUp *follow_up, gint64 now)
{
  g_autofree char *moment = hf_time_format_moment (follow_up->due_at);
  if (follow_up->state != HF_CALL_TASK_WAITING)
    return g_strdup (hf_choice_label (hf_call_task_states, follow_up->state));
  if (follow_up->due_at > now)
    /* Translators: a day and time. */
    return g_strdup_printf (_ ("will be called from %s"), moment);
  return g_strdup (follow_up->attempts > 0 ? _ ("not reached yet, waits to be called again")
                                           : _ ("waits to be called"));
}

/**
 * hf_complaint_follow_up_title:
 * @follow_up: a second follow-up
 *
 * Names a second follow-up of a complaint by what it found.
 *
 * Returns: (transfer full): such as "Second follow-up: satisfied"
 */
char *
hf_complaint_follow_up_title (const HfFollowUp *follow_up)
{
  const char *kind = hf_choice_label (hf_interview_kinds, HF_INTERVIEW_FOLLOW_UP);
  if (follow_up->result == HF_FOLLOW_UP_UNKNOWN)
    return g_strdup (kind);
  /* Translators: "Second follow-up", and what it found, such as "Still not satisfied". */
  return g_strdup_printf (C_ ("follow-up", "%s: %s"), kind,
                          hf_choice_label (hf_follow_up_results, follow_up->result));
}

static void
append_score (GString *words, const HfFollowUp *follow_up)
{
  if (follow_up->scale == 0)
    return;
  g_string_append (words, " · ");
  if (follow_up->gap == HF_AMOUNT_UNKNOWN)
    {
      /* Translators: a score and the highest one, such as 4 and 5. */
      g_string_append_printf (words, _ ("%d of %d"), follow_up->score, follow_up->scale);
      return;
    }
  g_autofree char *gap = hf_number_words_gap (hf_amount_to_double (follow_up->gap));
  /* Translators: which score the customer had expected to give, which one they give, the
   * highest one, and the difference, such as 5, 4, 5 and "−1". */
  g_string_append_printf (words, _ ("expected %d, perceived %d of %d (%s)"),
                          follow_up->expected, follow_up->score, follow_up->scale, gap);
}

/**
 * hf_complaint_follow_up_words:
 * @follow_up: a second follow-up
 * @now: the present moment
 *
 * Says when and by whom a second follow-up was made and which score was given, or what it
 * waits for; and which call about the complaint it is, where it is not the first.
 *
 * Returns: (transfer full): the words
 */
char *
hf_complaint_follow_up_words (const HfFollowUp *follow_up, gint64 now)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *waiting = waiting_words (follow_up, now);
  g_autofree char *moment = hf_time_format_moment (follow_up->at);
  gboolean is_done = follow_up->result != HF_FOLLOW_UP_UNKNOWN;
  g_string_append (words, is_done ? moment : waiting);
  if (follow_up->staff != NULL)
    g_string_append_printf (words, " · %s", follow_up->staff);
  if (follow_up->by_handler)
    g_string_append_printf (words, " · %s", _ ("by the handler, nobody else was there"));
  append_score (words, follow_up);
  if (follow_up->for_others && follow_up->state == HF_CALL_TASK_WAITING)
    g_string_append_printf (words, " · %s", _ ("by a colleague: you dealt with it"));
  if (follow_up->round > 1)
    {
      g_string_append (words, " · ");
      /* Translators: which call it is, and how many there are at most, such as 2 and 3. */
      g_string_append_printf (words, _ ("call %d of at most %d"), (int) follow_up->round,
                              HF_FOLLOW_UP_MAX_ROUNDS);
    }
  if (hf_follow_up_fell_short (follow_up))
    g_string_append_printf (words, "\n%s",
                            _ ("Satisfied, but worse than expected: ask what was missing."));
  if (is_done && follow_up->result != HF_FOLLOW_UP_SATISFIED
      && !hf_follow_up_calls_again (follow_up->result, follow_up->round))
    g_string_append_printf (words, "\n%s",
                            _ ("The customer is not called about it again by itself; a manager "
                               "decides."));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * hf_complaint_category_words:
 * @category: what a complaint is about
 *
 * Says by examples what belongs to a category.
 *
 * Returns: the words, "" where it is not known
 */
const char *
hf_complaint_category_words (HfComplaintCategory category)
{
  switch (category)
    {
    case HF_COMPLAINT_SYSTEMS:
      return _ ("Queues, slowness, signs");
    case HF_COMPLAINT_PEOPLE:
      return _ ("Manner, skill");
    case HF_COMPLAINT_VALUE:
      return _ ("Quality, quantity, price");
    case HF_COMPLAINT_CATEGORY_UNKNOWN:
    default:
      return "";
    }
}

/**
 * hf_complaint_unsaved_words:
 * @error: why a new complaint was not saved
 *
 * Says what happened, what is safe and what to do.
 *
 * Returns: (transfer full): sentences
 */
char *
hf_complaint_unsaved_words (const GError *error)
{
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_UNCERTAIN))
    return g_strdup (
        _ ("The connection broke while the complaint was being saved, and the server does not "
           "know what became of it. What you typed is still here. Look into the list: save it "
           "again only if the complaint is not there."));
  return g_strdup_printf (
      /* Translators: what went wrong, then what is safe and what to do. */
      _ ("The complaint was not saved, what you typed is still here. %s %s"),
      hf_store_error_words (error), hf_store_error_advice (error));
}

/**
 * hf_complaint_unkept_words:
 * @error: why what is being typed was not kept
 *
 * Says what happened, what is safe and what to do.
 *
 * Returns: (transfer full): sentences
 */
char *
hf_complaint_unkept_words (const GError *error)
{
  return g_strdup_printf (
      /* Translators: what went wrong, then what is safe and what to do. */
      _ ("What you type is only on the screen, it could not be kept. %s %s"),
      hf_store_error_words (error), hf_store_error_advice (error));
}
