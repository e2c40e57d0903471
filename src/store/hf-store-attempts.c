#include "config.h"

#include "hf-store-attempts.h"

#include "hf-call-plan.h"
#include "hf-id.h"
#include "hf-outcome.h"
#include "hf-store-campaigns-private.h"
#include "hf-store-claims.h"
#include "hf-store-customers.h"
#include "hf-store-follow-ups.h"
#include "hf-store-next-call.h"
#include "hf-store-queue-private.h"
#include "hf-store-queue.h"
#include "hf-store-session-private.h"
#include "hf-time.h"

static gboolean
insert_attempt (HfStoreSession *session, HfCallAttempt *attempt, HfInterviewKind kind,
                GError **error)
{
  g_autofree char *day = hf_time_format_date (attempt->started_at);
  const HfOutcome *outcome = hf_outcome_find (attempt->outcome);
  attempt->id = hf_id_new ();
  if (attempt->staff_id == 0)
    attempt->staff_id = session->staff_id;
  return hf_db_execute (
      session->db,
      "INSERT INTO call_attempt (id, task_id, customer_id, interview_id, staff_id, kind, "
      "outcome, reached, note, started_at, started_on, ended_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
      HF_DB_VALUES (
          hf_db_integer (attempt->id), hf_db_reference (attempt->task_id),
          hf_db_integer (attempt->customer_id), hf_db_reference (attempt->interview_id),
          hf_db_reference (attempt->staff_id), hf_db_text (hf_interview_kinds[kind].name),
          hf_db_text (attempt->outcome), hf_db_integer (outcome != NULL && outcome->contacted),
          hf_db_text (attempt->note), hf_db_integer (attempt->started_at), hf_db_text (day),
          hf_db_integer (attempt->ended_at)),
      NULL, error);
}

static gboolean
save_plan (HfStoreSession *session, const HfCallTask *task, const HfCallAttempt *attempt,
           const HfCallPlan *plan, GError **error)
{
  return hf_db_execute (
      session->db,
      "UPDATE call_task SET state = $2, due_at = $3, appointment_at = $4, parts = $5, "
      "appointment_staff_id = CASE WHEN $4 = 0 THEN NULL ELSE appointment_staff_id END, "
      "attempts = attempts + 1, last_outcome = $6, last_attempt_at = $7, "
      "revision = revision + 1 WHERE id = $1",
      HF_DB_VALUES (hf_db_integer (task->id),
                    hf_db_text (hf_call_task_states[plan->state].name),
                    hf_db_integer (plan->due_at), hf_db_integer (plan->appointment_at),
                    hf_db_integer (plan->parts), hf_db_text (attempt->outcome),
                    hf_db_integer (attempt->ended_at)),
      NULL, error);
}

static gboolean
move_task (HfStoreSession *session, const HfCallAttempt *attempt, gint64 call_again_at,
           GError **error)
{
  HfCallPlan plan;
  HfCallingRules rules;
  if (attempt->task_id == 0)
    return TRUE;
  g_autoptr (HfCallTask) task = hf_store_queue_get (session, attempt->task_id, error);
  if (task == NULL || !hf_store_calling_rules_get (session, &rules, error))
    return FALSE;
  hf_call_plan_make (&plan, task, &rules, hf_outcome_find (attempt->outcome),
                     attempt->started_at, call_again_at);
  return save_plan (session, task, attempt, &plan, error)
         && hf_campaigns_fill_quota (session, task->campaign_id, error);
}

/* What who dealt with a complaint hears from the customer is no second follow-up. */
static gboolean
keep_for_others (HfStoreSession *session, HfCallAttempt *attempt, gint64 call_again_at,
                 GError **error)
{
  gboolean for_others = FALSE;
  if (attempt->task_id == 0 || call_again_at != 0)
    return TRUE;
  if (!hf_store_follow_ups_are_for_others (session, attempt->task_id, &for_others, error))
    return FALSE;
  if (for_others)
    attempt->task_id = 0;
  return TRUE;
}

/**
 * hf_store_attempts_add:
 * @session: a session that writes
 * @attempt: a new attempt; it gets its key
 * @kind: what the call was about
 * @call_again_at: when the customer is called again, 0 for never; an appointment where the
 *   outcome is that they asked for it
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Logs a call and gives the customer back. The entry of the queue that it belongs to is done,
 * or waits for the next call, within the calling hours and in a part of the week in which it
 * was not tried; or it was tried as often as the rules allow. Where there is no entry and the
 * customer is to be called again, one is made. A second follow-up goes on waiting for somebody
 * who did not deal with the complaint.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_attempts_add (HfStoreSession *session, HfCallAttempt *attempt, HfInterviewKind kind,
                       gint64 call_again_at, GError **error)
{
  if (!hf_store_customers_follow_merge (session, &attempt->customer_id, error))
    return FALSE;
  if (attempt->task_id == 0 && call_again_at != 0
      && !hf_store_queue_add (session, attempt->customer_id, kind, call_again_at, NULL,
                              &attempt->task_id, error))
    return FALSE;
  hf_store_session_touch (session, HF_STORE_QUEUE | HF_STORE_INTERVIEWS);
  return keep_for_others (session, attempt, call_again_at, error)
         && insert_attempt (session, attempt, kind, error)
         && move_task (session, attempt, call_again_at, error)
         && hf_store_claims_release (session, attempt->customer_id, error);
}

static gpointer
attempt_of_row (HfDbStatement *row)
{
  HfCallAttempt *self = hf_call_attempt_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->task_id = hf_db_statement_get_integer (row, 1);
  self->customer_id = hf_db_statement_get_integer (row, 2);
  self->interview_id = hf_db_statement_get_integer (row, 3);
  self->staff_id = hf_db_statement_get_integer (row, 4);
  self->outcome = hf_db_statement_dup_text (row, 5);
  self->note = hf_db_statement_dup_text (row, 6);
  self->started_at = hf_db_statement_get_integer (row, 7);
  self->ended_at = hf_db_statement_get_integer (row, 8);
  self->staff = hf_db_statement_dup_text (row, 9);
  return self;
}

/**
 * hf_store_attempts_list:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the attempts to reach a customer.
 *
 * Returns: (transfer full) (nullable) (element-type HfCallAttempt): newest first
 */
GPtrArray *
hf_store_attempts_list (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return hf_store_session_list (
      session,
      "SELECT a.id, a.task_id, a.customer_id, a.interview_id, "
      "a.staff_id, a.outcome, a.note, a.started_at, a.ended_at, s.name "
      "FROM call_attempt a LEFT JOIN staff s ON s.id = a.staff_id "
      "WHERE a.customer_id = $1 ORDER BY a.started_at DESC, a.id DESC",
      HF_DB_VALUES (hf_db_integer (customer_id)), attempt_of_row, g_object_unref, error);
}
