#include "config.h"

#include "hf-store-queue.h"

#include "hf-id.h"
#include "hf-outcome.h"
#include "hf-store-session-private.h"
#include "hf-time.h"

/* Waiting, callable now, and nobody who asked not to be called. */
#define WHERE_READY                                                                            \
  " WHERE t.state = 'waiting' AND t.due_at <= $1 AND t.appointment_at <= $1"                   \
  " AND c.do_not_call = 0"

/**
 * hf_store_queue_fill:
 * @session: a session that writes
 * @n_added: (out) (optional): how many were added
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Puts every lost customer into the call queue who was never interviewed and does not wait
 * there yet, the most valuable first.
 *
 * Returns: whether the queue is stored
 */
gboolean
hf_store_queue_fill (HfStoreSession *session, gint64 *n_added, GError **error)
{
  gint64 added = 0, first = hf_id_new ();
  /* hf_id_new() gives keys that no other machine gives; those that follow it within one
   * statement keep its order and stay below the next millisecond's. */
  if (!hf_db_execute (
          session->db,
          "INSERT INTO call_task (id, customer_id, kind, state, priority, created_at, "
          "import_id) "
          "SELECT " HF_DB_WHOLE_TABLE
          "$1 + row_number () OVER (ORDER BY c.annual_value DESC NULLS LAST, c.id), c.id, "
          "'lost', 'waiting', coalesce (c.annual_value, 0), $2, $3 FROM customer c "
          "WHERE c.status = 'lost' AND c.do_not_call = 0 AND NOT EXISTS "
          "(SELECT 1 FROM call_task t WHERE t.customer_id = c.id AND t.kind = 'lost') "
          "AND NOT EXISTS (SELECT 1 FROM interview i WHERE i.customer_id = c.id "
          "AND i.kind = 'lost')",
          HF_DB_VALUES (hf_db_integer (first),
                        hf_db_integer (hf_store_session_get_now (session)),
                        hf_db_reference (session->import_id)),
          &added, error))
    return FALSE;
  hf_id_pass (first + added);
  if (added > 0)
    hf_store_session_touch (session, HF_STORE_QUEUE);
  if (n_added != NULL)
    *n_added = added;
  return TRUE;
}

/**
 * hf_store_queue_add:
 * @session: a session that writes
 * @customer_id: a customer's key
 * @kind: what the call is about
 * @due_at: not before this moment, 0 for at any time
 * @why: (nullable): in the words of who asks for it
 * @id: (out): the entry's key; of the one that waits already where there is one
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Puts a customer into the call queue.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_queue_add (HfStoreSession *session, gint64 customer_id, HfInterviewKind kind,
                    gint64 due_at, const char *why, gint64 *id, GError **error)
{
  if (!hf_store_queue_find (session, customer_id, kind, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  *id = hf_id_new ();
  hf_store_session_touch (session, HF_STORE_QUEUE);
  return hf_db_execute (
      session->db,
      "INSERT INTO call_task (id, customer_id, kind, state, priority, due_at, why, created_at) "
      "SELECT $1, id, $3, 'waiting', coalesce (annual_value, 0), $4, $5, $6 FROM customer "
      "WHERE id = $2",
      HF_DB_VALUES (hf_db_integer (*id), hf_db_integer (customer_id),
                    hf_db_text (hf_interview_kinds[kind].name), hf_db_integer (due_at),
                    hf_db_text (why), hf_db_integer (hf_store_session_get_now (session))),
      NULL, error);
}

/**
 * hf_store_queue_find:
 * @session: a session
 * @customer_id: a customer's key
 * @kind: what the call is about
 * @id: (out): the key of the entry that waits, 0 where none does
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Finds a customer's entry in the call queue.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_queue_find (HfStoreSession *session, gint64 customer_id, HfInterviewKind kind,
                     gint64 *id, GError **error)
{
  return hf_store_session_count (
      session,
      "SELECT max (id) FROM call_task WHERE customer_id = $1 "
      "AND kind = $2 AND state = 'waiting'",
      HF_DB_VALUES (hf_db_integer (customer_id), hf_db_text (hf_interview_kinds[kind].name)),
      id, error);
}

static gpointer
task_of_row (HfDbStatement *row)
{
  HfCallTask *self = hf_call_task_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->revision = hf_db_statement_get_integer (row, 1);
  self->customer_id = hf_db_statement_get_integer (row, 2);
  self->kind = MAX (
      0, hf_choice_find_name (hf_interview_kinds, hf_db_statement_get_text (row, 3)));
  self->state = MAX (
      0, hf_choice_find_name (hf_call_task_states, hf_db_statement_get_text (row, 4)));
  self->priority = hf_db_statement_get_integer (row, 5);
  self->due_at = hf_db_statement_get_integer (row, 6);
  self->appointment_at = hf_db_statement_get_integer (row, 7);
  self->attempts = hf_db_statement_get_integer (row, 8);
  self->why = hf_db_statement_dup_text (row, 9);
  self->customer_code = hf_db_statement_dup_text (row, 10);
  self->customer_name = hf_db_statement_dup_text (row, 11);
  self->phone = hf_db_statement_dup_text (row, 12);
  self->do_not_call = hf_db_statement_get_integer (row, 13) != 0;
  self->last_outcome = hf_db_statement_dup_text (row, 14);
  self->last_attempt_at = hf_db_statement_get_integer (row, 15);
  self->open_interview_id = hf_db_statement_get_integer (row, 16);
  return self;
}

#define SELECT_TASKS                                                                           \
  "SELECT t.id, t.revision, t.customer_id, t.kind, t.state, t.priority, t.due_at, "            \
  "t.appointment_at, t.attempts, t.why, c.code, coalesce (c.name, c.company), c.phone, "       \
  "c.do_not_call, t.last_outcome, t.last_attempt_at, (SELECT max (i.id) FROM interview i "     \
  "WHERE i.customer_id = c.id AND i.state = 'open') "                                          \
  "FROM call_task t JOIN customer c ON c.id = t.customer_id "
#define WHERE_APPOINTMENT                                                                      \
  "WHERE t.state = 'waiting' AND t.appointment_at > 0 AND t.appointment_at <= $1 "             \
  "AND c.do_not_call = 0"

static GPtrArray *
list_appointments (HfStoreSession *session, gint64 now, guint first, guint count,
                   GError **error)
{
  return hf_store_session_list (
      session,
      SELECT_TASKS WHERE_APPOINTMENT " ORDER BY t.appointment_at, t.id LIMIT $2 OFFSET $3",
      HF_DB_VALUES (hf_db_integer (now), hf_db_integer (count), hf_db_integer (first)),
      task_of_row, g_object_unref, error);
}

/* In the order of the index, so that only what is shown is read. */
static GPtrArray *
list_others (HfStoreSession *session, gint64 now, guint first, guint count, GError **error)
{
  return hf_store_session_list (
      session,
      SELECT_TASKS "WHERE t.state = 'waiting' AND t.appointment_at = 0 AND t.due_at <= $1 "
                   "AND c.do_not_call = 0 "
                   "ORDER BY t.priority DESC, t.attempts, t.id LIMIT $2 OFFSET $3",
      HF_DB_VALUES (hf_db_integer (now), hf_db_integer (count), hf_db_integer (first)),
      task_of_row, g_object_unref, error);
}

/**
 * hf_store_queue_list:
 * @session: a session
 * @now: the present moment
 * @first: how many to pass over
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads who can be called now: appointments first, then the most valuable, then the least
 * tried.
 *
 * Returns: (transfer full) (nullable) (element-type HfCallTask): the entries
 */
GPtrArray *
hf_store_queue_list (HfStoreSession *session, gint64 now, guint first, guint count,
                     GError **error)
{
  gint64 n_appointments = 0;
  if (!hf_store_queue_count_appointments (session, now, &n_appointments, error))
    return NULL;
  g_autoptr (GPtrArray) tasks = list_appointments (session, now, first, count, error);
  if (tasks == NULL || tasks->len == count)
    return g_steal_pointer (&tasks);
  guint passed = first > n_appointments ? first - n_appointments : 0;
  g_autoptr (GPtrArray) others = list_others (session, now, passed, count - tasks->len, error);
  if (others == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (tasks, g_steal_pointer (&others));
  return g_steal_pointer (&tasks);
}

/**
 * hf_store_queue_count_appointments:
 * @session: a session
 * @now: the present moment
 * @count: (out): how many appointments are due
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts the customers who expect a call by now.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_store_queue_count_appointments (HfStoreSession *session, gint64 now, gint64 *count,
                                   GError **error)
{
  return hf_store_session_count (session,
                                 "SELECT count(*) FROM call_task t JOIN customer c ON c.id = "
                                 "t.customer_id " WHERE_APPOINTMENT,
                                 HF_DB_VALUES (hf_db_integer (now)), count, error);
}

/**
 * hf_store_queue_count:
 * @session: a session
 * @now: the present moment
 * @count: (out): how many can be called now
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts the call queue.
 *
 * Returns: whether it could be counted
 */
gboolean
hf_store_queue_count (HfStoreSession *session, gint64 now, gint64 *count, GError **error)
{
  return hf_store_session_count (
      session,
      "SELECT " HF_DB_WHOLE_TABLE
      "count(*) FROM call_task t JOIN customer c ON c.id = t.customer_id" WHERE_READY,
      HF_DB_VALUES (hf_db_integer (now)), count, error);
}

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

/* A time at which the customer wants to be called is an appointment; the moment from which it
 * is worth trying again is none. */
static gint64
appointment_of (const HfCallAttempt *attempt, gint64 call_again_at)
{
  const HfOutcome *outcome = hf_outcome_find (attempt->outcome);
  return outcome != NULL && outcome->state == HF_INTERVIEW_OPEN ? call_again_at : 0;
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
 * Logs a call. The entry of the queue that it belongs to is done, or waits for the next call;
 * where there is none and the customer is to be called again, one is made.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_attempts_add (HfStoreSession *session, HfCallAttempt *attempt, HfInterviewKind kind,
                       gint64 call_again_at, GError **error)
{
  if (attempt->task_id == 0 && call_again_at != 0
      && !hf_store_queue_add (session, attempt->customer_id, kind, call_again_at, NULL,
                              &attempt->task_id, error))
    return FALSE;
  hf_store_session_touch (session, HF_STORE_QUEUE | HF_STORE_INTERVIEWS);
  return insert_attempt (session, attempt, kind, error)
         && hf_db_execute (
             session->db,
             "UPDATE call_task SET state = CASE WHEN $2 = 0 THEN 'done' ELSE 'waiting' END, "
             "due_at = $2, appointment_at = $5, attempts = attempts + 1, last_outcome = $3, "
             "last_attempt_at = $4, revision = revision + 1 WHERE id = $1",
             HF_DB_VALUES (hf_db_integer (attempt->task_id), hf_db_integer (call_again_at),
                           hf_db_text (attempt->outcome), hf_db_integer (attempt->ended_at),
                           hf_db_integer (appointment_of (attempt, call_again_at))),
             NULL, error);
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

/**
 * hf_store_queue_count_day:
 * @session: a session
 * @day: YYYY-MM-DD
 * @counts: (out): what was done on it
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts a day's work; reached are the attempts in which the customer was spoken to.
 *
 * Returns: whether it could be counted
 */
gboolean
hf_store_queue_count_day (HfStoreSession *session, const char *day, HfDayCount *counts,
                          GError **error)
{
  gint64 start = hf_time_start_of_day (day);
  g_autofree char *next = hf_time_add_days (day, 1);
  return hf_store_session_count (session,
                                 "SELECT count(*) FROM call_attempt WHERE started_on = $1",
                                 HF_DB_VALUES (hf_db_text (day)), &counts->attempts, error)
         && hf_store_session_count (
             session, "SELECT count(*) FROM call_attempt WHERE started_on = $1 AND reached = 1",
             HF_DB_VALUES (hf_db_text (day)), &counts->reached, error)
         && hf_store_session_count (session,
                                    "SELECT count(*) FROM call_attempt WHERE started_on = $1 "
                                    "AND outcome = 'completed'",
                                    HF_DB_VALUES (hf_db_text (day)), &counts->completed, error)
         && hf_store_session_count (
             session,
             "SELECT count(*) FROM promise WHERE state = 'kept' "
             "AND done_at >= $1 AND done_at < $2",
             HF_DB_VALUES (hf_db_integer (start), hf_db_integer (hf_time_start_of_day (next))),
             &counts->promises_kept, error);
}
