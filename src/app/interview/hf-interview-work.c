#include "config.h"

#include "hf-interview-work.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-interview-file.h"
#include "hf-store-agenda.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-interviews.h"
#include "hf-store-promises.h"
#include "hf-store-queue.h"
#include "hf-store-reasons.h"
#include "hf-text.h"
#include "hf-time.h"

/* The questions of the guides that ask for a consent, and the answers that give it. */
static const struct
{
  const char *question;
  const char *purpose;
  const char *const given[3];
} consents[] = {
  { "consent", "interview", { "yes", "unrecorded" } },
  { "consent", "recording", { "yes" } },
  { "win-back-call", "win-back", { "yes" } },
};

#define PURPOSE_CALL "call"
#define QUESTION_NEED "need"

/* The questions that ask for a further call, and what it is about. */
static const struct
{
  const char *question;
  HfInterviewKind kind;
  guint days; /* it comes so much later */
} further_calls[] = {
  { "win-back-call", HF_INTERVIEW_WIN_BACK, 1 },
  { "call-back", HF_INTERVIEW_FOLLOW_UP, 3 },
};

/**
 * hf_interview_work_new:
 * @interview: where the interview stands; it is copied
 *
 * Begins to gather what one transaction stores.
 *
 * Returns: (transfer full): the work
 */
HfInterviewWork *
hf_interview_work_new (const HfInterview *interview)
{
  HfInterviewWork *self = g_new0 (HfInterviewWork, 1);
  self->interview = hf_interview_copy (interview);
  return self;
}

static gboolean
save_consents (const HfInterviewWork *self, HfStoreSession *session, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (consents); i++)
    {
      if (strcmp (self->answer->question, consents[i].question) != 0)
        continue;
      gboolean given = g_strv_contains (consents[i].given, self->answer->value);
      if (!hf_store_consents_add (session, self->interview->customer_id, consents[i].purpose,
                                  given, self->interview->id, self->guide, error))
        return FALSE;
    }
  return TRUE;
}

/* What a customer says to need stands in the customer's file. */
static gboolean
save_need (const HfInterviewWork *self, HfStoreSession *session, GError **error)
{
  gint64 need;
  if (strcmp (self->answer->question, QUESTION_NEED) != 0
      || !hf_amount_parse (self->answer->value, &need))
    return TRUE;
  g_autoptr (HfCustomer) customer = hf_store_customers_get (
      session, self->interview->customer_id, error);
  if (customer == NULL)
    return FALSE;
  if (customer->need == need)
    return TRUE;
  customer->need = need;
  return hf_store_customers_save (session, customer, error);
}

static gboolean
save_answer (const HfInterviewWork *self, HfStoreSession *session, GError **error)
{
  return self->answer == NULL
         || (hf_store_answers_save (session, self->answer, error)
             && save_consents (self, session, error) && save_need (self, session, error));
}

static gboolean
switch_answers (const HfInterviewWork *self, HfStoreSession *session, GError **error)
{
  for (gsize i = 0; self->hidden != NULL && self->hidden[i] != NULL; i++)
    if (!hf_store_answers_hide (session, self->interview->id, self->hidden[i], error))
      return FALSE;
  for (gsize i = 0; self->restored != NULL && self->restored[i] != NULL; i++)
    if (!hf_store_answers_show_again (session, self->interview->id, self->restored[i], error))
      return FALSE;
  return TRUE;
}

/**
 * hf_interview_work_find_quote:
 * @words: the customer's words
 * @quote: some of them
 * @start: characters from the beginning where they were, or -1
 *
 * Finds a quotation again after the words around it were changed.
 *
 * Returns: characters from the beginning, -1 where it is gone
 */
gint64
hf_interview_work_find_quote (const char *words, const char *quote, gint64 start)
{
  if (start >= 0 && start <= g_utf8_strlen (words, -1)
      && g_str_has_prefix (g_utf8_offset_to_pointer (words, (glong) start), quote))
    return start;
  const char *found = strstr (words, quote);
  return found != NULL ? g_utf8_pointer_to_offset (words, found) : -1;
}

static gboolean
move_quotes (const HfInterviewWork *self, HfStoreSession *session, GError **error)
{
  g_autoptr (GPtrArray) reasons = hf_interview_file_list_reasons (session, self->interview,
                                                                  error);
  for (guint i = 0; reasons != NULL && i < reasons->len; i++)
    {
      HfCodedReason *reason = reasons->pdata[i];
      if (reason->verbatim_id != self->verbatim->id || reason->quote == NULL)
        continue;
      gint64 start = hf_interview_work_find_quote (self->verbatim->words, reason->quote,
                                                   reason->quote_start);
      if (start == reason->quote_start)
        continue;
      reason->quote_start = start;
      if (!hf_store_reasons_save (session, reason, error))
        return FALSE;
    }
  return reasons != NULL;
}

static gboolean
save_verbatim (const HfInterviewWork *self, HfStoreSession *session, GError **error)
{
  return self->verbatim == NULL
         || (hf_store_verbatims_save (session, self->verbatim, error)
             && move_quotes (self, session, error));
}

static gboolean
save_reason (const HfInterviewWork *self, HfStoreSession *session, GError **error)
{
  if (self->reason == NULL)
    return TRUE;
  if (self->verbatim != NULL && self->reason->verbatim_id == 0)
    self->reason->verbatim_id = self->verbatim->id;
  return hf_store_reasons_save (session, self->reason, error);
}

/* Where there are reasons, one of them is the primary one. */
static gboolean
remove_reason (const HfInterviewWork *self, HfStoreSession *session, GError **error)
{
  if (self->removed_reason == 0)
    return TRUE;
  if (!hf_store_reasons_remove (session, self->removed_reason, error))
    return FALSE;
  g_autoptr (GPtrArray) left = hf_interview_file_list_reasons (session, self->interview, error);
  if (left == NULL)
    return FALSE;
  if (left->len == 0 || ((HfCodedReason *) left->pdata[0])->rank == HF_REASON_PRIMARY)
    return TRUE;
  HfCodedReason *next = left->pdata[0];
  next->rank = HF_REASON_PRIMARY;
  return hf_store_reasons_save (session, next, error);
}

static gboolean
refuse_calls (const HfInterviewWork *self, HfStoreSession *session, GError **error)
{
  return hf_store_consents_add (session, self->interview->customer_id, PURPOSE_CALL, FALSE,
                                self->interview->id, self->guide, error);
}

static gboolean
is_allowed (GPtrArray *answers, const char *question)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const HfAnswer *answer = answers->pdata[i];
      if (answer->state == HF_ANSWER_CURRENT && strcmp (answer->question, question) == 0)
        return strcmp (answer->value, "yes") == 0;
    }
  return FALSE;
}

/* A further call that the customer allowed waits in the queue: an offer is a step of its own,
 * and whether something was put right is asked by somebody else. */
static gboolean
queue_further_calls (const HfInterviewWork *self, HfStoreSession *session, GError **error)
{
  if (self->end->outcome->state != HF_INTERVIEW_COMPLETED
      && self->end->outcome->state != HF_INTERVIEW_PARTIAL)
    return TRUE;
  g_autoptr (GPtrArray) answers = hf_store_answers_list (session, self->interview->id, error);
  if (answers == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (further_calls); i++)
    {
      gint64 id, due_at = hf_time_now () + further_calls[i].days * G_TIME_SPAN_DAY;
      if (is_allowed (answers, further_calls[i].question)
          && !hf_store_queue_add (session, self->interview->customer_id, further_calls[i].kind,
                                  due_at, NULL, &id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_interview_end_save_number:
 * @self: how a call ended
 * @session: a session that writes
 * @customer_id: who was called
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Puts the number on which the customer is called instead into their file, in place of the one
 * that was wrong; the file's history keeps that.
 *
 * Returns: whether it is stored
 */
gboolean
hf_interview_end_save_number (const HfInterviewEnd *self, HfStoreSession *session,
                              gint64 customer_id, GError **error)
{
  if (self->other_number == NULL)
    return TRUE;
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, customer_id, error);
  if (customer == NULL)
    return FALSE;
  g_autofree char *phone = hf_text_put_phone_first (customer->phone, self->other_number);
  hf_text_set (&customer->phone, phone);
  return hf_store_customers_save (session, customer, error);
}

static gboolean
end_interview (const HfInterviewWork *self, HfStoreSession *session, GError **error)
{
  const HfInterviewEnd *end = self->end;
  if (!hf_store_interviews_finish (session, self->interview, end->outcome->code,
                                   end->outcome->state, end->call_again_at, end->note, error))
    return FALSE;
  if (!hf_interview_end_keep (end, session, self->interview->customer_id, self->interview->kind,
                              error))
    return FALSE;
  if (end->promise != NULL && !hf_store_promises_save (session, end->promise, error))
    return FALSE;
  if (!hf_interview_end_save_number (end, session, self->interview->customer_id, error))
    return FALSE;
  if (!end->do_not_call && !queue_further_calls (self, session, error))
    return FALSE;
  return !end->do_not_call || refuse_calls (self, session, error);
}

static gpointer
read_state (const HfInterviewWork *self, HfStoreSession *session, GError **error)
{
  g_autoptr (HfInterviewResult) state = g_new0 (HfInterviewResult, 1);
  state->interview = g_object_ref (self->interview);
  state->verbatims = hf_store_verbatims_list (session, self->interview->id, error);
  if (state->verbatims == NULL)
    return NULL;
  state->reasons = hf_interview_file_list_reasons (session, self->interview, error);
  return state->reasons != NULL ? g_steal_pointer (&state) : NULL;
}

/**
 * hf_interview_work_run:
 * @session: a session that writes
 * @work: an #HfInterviewWork
 * @error: (nullable): CONFLICT where the interview is open in another window ...
 *
 * Stores one step of an interview, or its end.
 *
 * Returns: (transfer full) (nullable): an #HfInterviewResult
 */
gpointer
hf_interview_work_run (HfStoreSession *session, gpointer work, GError **error)
{
  const HfInterviewWork *self = work;
  hf_store_session_allow_repeat (session);
  if (!save_answer (self, session, error) || !switch_answers (self, session, error)
      || !save_verbatim (self, session, error) || !save_reason (self, session, error)
      || !remove_reason (self, session, error))
    return NULL;
  gboolean stored = self->end != NULL
                        ? end_interview (self, session, error)
                        : hf_store_interviews_save (session, self->interview, error);
  return stored ? read_state (self, session, error) : NULL;
}

/**
 * hf_interview_work_free:
 * @self: (transfer full): a work
 *
 * Lets it go.
 */
void
hf_interview_work_free (HfInterviewWork *self)
{
  g_clear_object (&self->interview);
  g_clear_object (&self->answer);
  g_clear_object (&self->verbatim);
  g_clear_object (&self->reason);
  g_clear_pointer (&self->hidden, g_strfreev);
  g_clear_pointer (&self->restored, g_strfreev);
  g_clear_pointer (&self->end, hf_interview_end_free);
  g_free (self->guide);
  g_free (self);
}

/**
 * hf_interview_end_keep:
 * @self: how a call ended, which is stored already
 * @session: a session that writes
 * @customer_id: who was called
 * @kind: what about
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Says who keeps the appointment, where one was made.
 *
 * Returns: whether it is stored
 */
gboolean
hf_interview_end_keep (const HfInterviewEnd *self, HfStoreSession *session, gint64 customer_id,
                       HfInterviewKind kind, GError **error)
{
  return self->call_again_at == 0 || !hf_outcome_is_appointment (self->outcome)
         || hf_store_agenda_keep (session, customer_id, kind, self->appointment_staff_id,
                                  error);
}

/**
 * hf_interview_end_free:
 * @self: (transfer full): how a call ended
 *
 * Lets it go.
 */
void
hf_interview_end_free (HfInterviewEnd *self)
{
  g_clear_object (&self->promise);
  g_free (self->note);
  g_free (self->other_number);
  g_free (self);
}

/**
 * hf_interview_result_free:
 * @self: (transfer full): a state
 *
 * Lets it go.
 */
void
hf_interview_result_free (HfInterviewResult *self)
{
  g_clear_object (&self->interview);
  g_clear_pointer (&self->verbatims, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_free (self);
}
