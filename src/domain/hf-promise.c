#include "config.h"

#include "hf-promise.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-text.h"
#include "hf-time.h"

G_DEFINE_FINAL_TYPE (HfPromise, hf_promise, G_TYPE_OBJECT)

const HfChoice hf_promise_terms[] = {
  [HF_PROMISE_IMMEDIATE] = { "immediate", NC_ ("choice", "At once") },
  [HF_PROMISE_DAY] = { "24h", NC_ ("choice", "Within 24 hours") },
  [HF_PROMISE_THREE_DAYS] = { "72h", NC_ ("choice", "Within 72 hours") },
  [HF_PROMISE_EMERGENCY] = { "emergency", NC_ ("choice", "Emergency, word every 30 minutes") },
  [HF_PROMISE_WORKDAY] = { "workday", NC_ ("choice", "Within one working day") },
  [HF_PROMISE_DATED] = { "dated", NC_ ("choice", "By an agreed day") },
  { NULL, NULL },
};

const HfChoice hf_promise_states[] = {
  [HF_PROMISE_OPEN] = { "open", NC_ ("choice", "To be kept") },
  [HF_PROMISE_KEPT] = { "kept", NC_ ("choice", "Kept") },
  [HF_PROMISE_KEPT_LATE] = { "late", NC_ ("choice", "Kept late") },
  [HF_PROMISE_BROKEN] = { "broken", NC_ ("choice", "Broken") },
  [HF_PROMISE_RELEASED] = { "released", NC_ ("choice", "Released by the customer") },
  { NULL, NULL },
};

static void
hf_promise_finalize (GObject *object)
{
  HfPromise *self = HF_PROMISE (object);
  g_free (self->what);
  g_free (self->note);
  g_free (self->customer_name);
  g_free (self->complaint);
  g_free (self->made_by);
  g_free (self->owner);
  g_free (self->ended_by);
  g_free (self->calendar);
  G_OBJECT_CLASS (hf_promise_parent_class)->finalize (object);
}

static void
hf_promise_class_init (HfPromiseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_promise_finalize;
}

static void
hf_promise_init (HfPromise *self)
{
  self->clock = HF_PROMISE_NO_CLOCK;
}

/**
 * hf_promise_new:
 *
 * Makes an open promise.
 *
 * Returns: (transfer full): the record
 */
HfPromise *
hf_promise_new (void)
{
  return g_object_new (HF_TYPE_PROMISE, NULL);
}

/**
 * hf_promise_copy:
 * @self: a promise
 *
 * Copies a promise as it is now, so that a change can be taken back.
 *
 * Returns: (transfer full): the copy
 */
HfPromise *
hf_promise_copy (const HfPromise *self)
{
  HfPromise *copy = hf_promise_new ();
  copy->id = self->id;
  copy->revision = self->revision;
  copy->customer_id = self->customer_id;
  copy->complaint_id = self->complaint_id;
  copy->interview_id = self->interview_id;
  copy->attempt_id = self->attempt_id;
  copy->what = g_strdup (self->what);
  copy->term = self->term;
  copy->clock = self->clock;
  copy->state = self->state;
  copy->made_at = self->made_at;
  copy->due_at = self->due_at;
  copy->judged_at = self->judged_at;
  copy->done_at = self->done_at;
  copy->made_by_id = self->made_by_id;
  copy->keeper_id = self->keeper_id;
  copy->ended_by_id = self->ended_by_id;
  copy->note = g_strdup (self->note);
  copy->customer_name = g_strdup (self->customer_name);
  copy->complaint = g_strdup (self->complaint);
  copy->made_by = g_strdup (self->made_by);
  copy->owner = g_strdup (self->owner);
  copy->ended_by = g_strdup (self->ended_by);
  copy->calendar = g_strdup (self->calendar);
  copy->is_anew = self->is_anew;
  return copy;
}

/**
 * hf_promise_is_overdue:
 * @self: a promise
 * @now: the present moment
 *
 * Tells whether the customer waits longer than they were told last.
 *
 * Returns: whether it is open and its moment has passed
 */
gboolean
hf_promise_is_overdue (const HfPromise *self, gint64 now)
{
  return self->state == HF_PROMISE_OPEN && self->due_at != 0 && self->due_at < now;
}

/**
 * hf_promise_is_late:
 * @self: a promise
 * @now: the present moment
 *
 * Tells whether it can no longer be kept in time, or was not. A later deadline makes no
 * promise punctual whose moment had passed before.
 *
 * Returns: whether it is late
 */
gboolean
hf_promise_is_late (const HfPromise *self, gint64 now)
{
  return self->judged_at != 0 && (self->done_at != 0 ? self->done_at : now) > self->judged_at;
}

/**
 * hf_promise_end:
 * @self: an open promise
 * @state: what became of it; of a kept one the time says whether it was kept late
 * @at: when
 * @note: (nullable): how, why, or in which words
 *
 * Ends a promise.
 */
void
hf_promise_end (HfPromise *self, HfPromiseState state, gint64 at, const char *note)
{
  self->done_at = at;
  self->state = state;
  if (state == HF_PROMISE_KEPT || state == HF_PROMISE_KEPT_LATE)
    self->state = hf_promise_is_late (self, at) ? HF_PROMISE_KEPT_LATE : HF_PROMISE_KEPT;
  hf_text_set (&self->note, note);
}

/**
 * hf_promise_reopen:
 * @self: a promise
 *
 * Lets a promise wait again.
 */
void
hf_promise_reopen (HfPromise *self)
{
  self->state = HF_PROMISE_OPEN;
  self->done_at = 0;
  self->ended_by_id = 0;
  hf_text_set (&self->note, NULL);
}

/**
 * hf_promise_make_anew:
 * @self: an open promise
 * @due_at: until when it is promised now
 * @now: the present moment
 *
 * Moves the deadline. One that has passed goes on to count.
 */
void
hf_promise_make_anew (HfPromise *self, gint64 due_at, gint64 now)
{
  if (!hf_promise_is_late (self, now))
    self->judged_at = due_at;
  self->due_at = due_at;
}

/**
 * hf_promise_state_needs_note:
 * @state: what became of a promise
 *
 * Tells whether it has to be said why, or in which words.
 *
 * Returns: whether it has
 */
gboolean
hf_promise_state_needs_note (HfPromiseState state)
{
  return state == HF_PROMISE_BROKEN || state == HF_PROMISE_RELEASED;
}

/**
 * hf_promise_read_due:
 * @text: an agreed day, and a time if there is one
 * @due_at: (out): until when it is promised; a day alone ends in the evening
 *
 * Reads until when something is promised.
 *
 * Returns: whether it could be read
 */
gboolean
hf_promise_read_due (const char *text, gint64 *due_at)
{
  g_autofree char *trimmed = hf_text_trim (text);
  g_autofree char *day = NULL;
  *due_at = 0;
  if (trimmed == NULL || !hf_time_parse_moment (trimmed, due_at) || *due_at == 0)
    return FALSE;
  day = hf_time_format_date (*due_at);
  if (strchr (trimmed, ':') == NULL && hf_time_start_of_day (day) == *due_at)
    {
      g_autofree char *next = hf_time_add_days (day, 1);
      *due_at = hf_time_start_of_day (next) - G_TIME_SPAN_MINUTE;
    }
  return TRUE;
}
