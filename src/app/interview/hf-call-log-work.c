#include "config.h"

#include "hf-call-log-work.h"

#include "hf-call-attempt.h"
#include "hf-store-attempts.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-promises.h"
#include "hf-store-queue.h"
#include "hf-store.h"

#define PURPOSE_CALL "call"

/* What the customer waits to be called about; else what somebody like them is called about. */
static gboolean
guess_kind (HfStoreSession *session, HfCallLogFile *self, GError **error)
{
  gint64 waiting = 0;
  for (int kind = 0; hf_interview_kinds[kind].name != NULL; kind++)
    {
      if (!hf_store_queue_find (session, self->customer->id, (HfInterviewKind) kind, &waiting,
                                error))
        return FALSE;
      self->kind = (HfInterviewKind) kind;
      if (waiting != 0)
        return TRUE;
    }
  self->kind = self->customer->status == HF_CUSTOMER_LOST ? HF_INTERVIEW_LOST
                                                          : HF_INTERVIEW_FOLLOW_UP;
  return TRUE;
}

/**
 * hf_call_log_file_load:
 * @session: a session
 * @customer_id: (type gint64*): a customer's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads what is shown of a customer while a call is logged.
 *
 * Returns: (transfer full) (nullable) (type HfCallLogFile): the file
 */
gpointer
hf_call_log_file_load (HfStoreSession *session, gpointer customer_id, GError **error)
{
  g_autoptr (HfCallLogFile) self = g_new0 (HfCallLogFile, 1);
  gint64 id = *(gint64 *) customer_id;
  self->customer = hf_store_customers_get (session, id, error);
  if (self->customer == NULL
      || !hf_store_consents_allow_calls (session, id, &self->may_call, error)
      || !guess_kind (session, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hf_call_log_file_free:
 * @self: (transfer full): a file
 *
 * Lets it go.
 */
void
hf_call_log_file_free (HfCallLogFile *self)
{
  g_clear_object (&self->customer);
  g_free (self);
}

static gboolean
save_attempt (const HfCallLogEntry *self, HfStoreSession *session, HfCallAttempt *attempt,
              GError **error)
{
  attempt->customer_id = self->customer_id;
  attempt->outcome = g_strdup (self->end->outcome->code);
  attempt->note = g_strdup (self->end->note);
  attempt->started_at = self->called_at;
  /* How long a call took is not known of one that is long over. */
  attempt->ended_at = self->is_over ? self->called_at : hf_store_session_get_now (session);
  return hf_store_queue_find (session, self->customer_id, self->kind, &attempt->task_id, error)
         && hf_store_attempts_add (session, attempt, self->kind, self->end->call_again_at,
                                   error)
         && hf_interview_end_keep (self->end, session, self->customer_id, self->kind, error);
}

static gboolean
save_promise (const HfCallLogEntry *self, HfStoreSession *session, gint64 attempt_id,
              GError **error)
{
  if (self->end->promise == NULL)
    return TRUE;
  self->end->promise->customer_id = self->customer_id;
  self->end->promise->attempt_id = attempt_id;
  return hf_store_promises_save (session, self->end->promise, error);
}

/**
 * hf_call_log_entry_save:
 * @session: a session that writes
 * @entry: an #HfCallLogEntry
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Logs a call that was made without a guide, with what was promised and whether the customer
 * asked not to be called again. Nothing keeps a call that happened from being logged.
 *
 * Returns: (nullable): %HF_STORE_DONE
 */
gpointer
hf_call_log_entry_save (HfStoreSession *session, gpointer entry, GError **error)
{
  const HfCallLogEntry *self = entry;
  hf_store_session_allow_repeat (session);
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  gboolean saved = save_attempt (self, session, attempt, error)
                   && save_promise (self, session, attempt->id, error)
                   && hf_interview_end_save_number (self->end, session, self->customer_id,
                                                    error)
                   && (!self->end->do_not_call
                       || hf_store_consents_add (session, self->customer_id, PURPOSE_CALL,
                                                 FALSE, 0, NULL, error));
  return saved ? HF_STORE_DONE : NULL;
}

/**
 * hf_call_log_entry_free:
 * @self: (transfer full): an entry
 *
 * Lets it go.
 */
void
hf_call_log_entry_free (HfCallLogEntry *self)
{
  g_clear_pointer (&self->end, hf_interview_end_free);
  g_free (self);
}
