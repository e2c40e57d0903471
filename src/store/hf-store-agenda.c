#include "config.h"

#include "hf-store-agenda.h"

#include "hf-store-queue-private.h"
#include "hf-store-queue.h"
#include "hf-store-session-private.h"

/* How long a call is taken to be before enough were made to know, and the bounds of it. */
#define USUAL_MINUTES 15
#define LEAST_MINUTES 5
#define MOST_MINUTES 60
#define ENOUGH_CALLS 5
#define LAST_CALLS "50"

/* Appointments in the order of their index: $1 and $2 are the span, $3 whether it is for all,
 * $4 who works here. A time that was agreed with somebody who may not be called is none. */
#define WHERE_IN_SPAN                                                                          \
  "WHERE t.state = 'waiting' AND t.appointment_at > 0 AND t.appointment_at >= $1 "             \
  "AND t.appointment_at < $2 AND ($3 = 1 OR t.appointment_staff_id IS NULL "                   \
  "OR t.appointment_staff_id = $4) AND " HF_QUEUE_MAY_CALL ("c") " "
#define BY_TIME "ORDER BY t.appointment_at, t.id "

/* With nobody on the phone with the customer; $6 is now. */
#define NOT_ON_THE_PHONE                                                                       \
  "AND NOT EXISTS (SELECT 1 FROM call_claim k WHERE k.customer_id = t.customer_id "            \
  "AND k.until > $6) "

static GPtrArray *
list (HfStoreSession *session, const char *sql, const HfAgendaSpan *span, guint count,
      gsize n_values, GError **error)
{
  const HfDbValue values[] = { hf_db_integer (span->from),
                               hf_db_integer (span->to),
                               hf_db_integer (span->everybodys),
                               hf_db_integer (session->staff_id),
                               hf_db_integer (count),
                               hf_db_integer (hf_store_session_get_now (session)) };
  return hf_store_session_list (session, sql, values, n_values, hf_queue_task_of_row,
                                g_object_unref, error);
}

/**
 * hf_store_agenda_list:
 * @session: a session
 * @span: from when to when, and whose
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads appointments.
 *
 * Returns: (transfer full) (nullable) (element-type HfCallTask): by time
 */
GPtrArray *
hf_store_agenda_list (HfStoreSession *session, const HfAgendaSpan *span, guint count,
                      GError **error)
{
  return list (session, HF_QUEUE_SELECT WHERE_IN_SPAN BY_TIME "LIMIT $5", span, count, 5,
               error);
}

/**
 * hf_store_agenda_list_free:
 * @session: a session
 * @span: from when to when, and whose
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads appointments that nobody is keeping at this moment, on any desk.
 *
 * Returns: (transfer full) (nullable) (element-type HfCallTask): by time
 */
GPtrArray *
hf_store_agenda_list_free (HfStoreSession *session, const HfAgendaSpan *span, guint count,
                           GError **error)
{
  return list (session, HF_QUEUE_SELECT WHERE_IN_SPAN NOT_ON_THE_PHONE BY_TIME "LIMIT $5", span,
               count, 6, error);
}

static gboolean
get_number (HfStoreSession *session, const char *sql, const HfAgendaSpan *span, gint64 *number,
            GError **error)
{
  return hf_store_session_count (
      session, sql,
      HF_DB_VALUES (hf_db_integer (span->from), hf_db_integer (span->to),
                    hf_db_integer (span->everybodys), hf_db_integer (session->staff_id)),
      number, error);
}

/**
 * hf_store_agenda_count:
 * @session: a session
 * @span: from when to when, and whose
 * @count: (out): how many there are
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts appointments.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_store_agenda_count (HfStoreSession *session, const HfAgendaSpan *span, gint64 *count,
                       GError **error)
{
  return get_number (
      session,
      "SELECT count(*) FROM call_task t JOIN customer c ON c.id = t.customer_id " WHERE_IN_SPAN,
      span, count, error);
}

/**
 * hf_store_agenda_find_first:
 * @session: a session
 * @span: from when to when, and whose
 * @moment: (out): when the first appointment is, 0 where there is none
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Finds the first appointment.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_agenda_find_first (HfStoreSession *session, const HfAgendaSpan *span, gint64 *moment,
                            GError **error)
{
  return get_number (session,
                     "SELECT coalesce ((SELECT t.appointment_at FROM call_task t JOIN customer "
                     "c ON c.id = t.customer_id " WHERE_IN_SPAN BY_TIME "LIMIT 1), 0)",
                     span, moment, error);
}

/**
 * hf_store_agenda_get_rules:
 * @session: a session
 * @rules: (out caller-allocates): the rules
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Tells when appointments come in each other's way: a call takes as long as the last ones took
 * that were completed, and everybody who works here can make one.
 *
 * Returns: whether they were read
 */
gboolean
hf_store_agenda_get_rules (HfStoreSession *session, HfAgendaRules *rules, GError **error)
{
  gint64 n_staff = 0, n_calls = 0, seconds = 0, minutes = USUAL_MINUTES;
  if (!hf_store_session_count (session, "SELECT count(*) FROM staff WHERE active = 1",
                               HF_DB_NO_VALUES, &n_staff, error)
      || !hf_store_session_count (
          session,
          "SELECT count(*) FROM (SELECT 1 FROM interview WHERE state = 'completed' "
          "AND seconds > 0 ORDER BY started_at DESC LIMIT " LAST_CALLS ") AS x",
          HF_DB_NO_VALUES, &n_calls, error)
      || !hf_store_session_count (
          session,
          "SELECT coalesce (CAST (sum (x.seconds) AS BIGINT), 0) FROM (SELECT seconds FROM "
          "interview WHERE state = 'completed' AND seconds > 0 ORDER BY started_at DESC "
          "LIMIT " LAST_CALLS ") AS x",
          HF_DB_NO_VALUES, &seconds, error))
    return FALSE;
  if (n_calls >= ENOUGH_CALLS)
    minutes = CLAMP ((seconds / n_calls + 59) / 60, LEAST_MINUTES, MOST_MINUTES);
  *rules = (HfAgendaRules){ minutes * G_TIME_SPAN_MINUTE, (guint) MAX (1, n_staff) };
  return TRUE;
}

static gpointer
text_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

/**
 * hf_store_agenda_get_task:
 * @session: a session
 * @customer_id: a customer's key
 * @kind: what they are called about
 * @error: (nullable): NOT_FOUND where there is no such customer ...
 *
 * Reads a customer's entry in the call queue; where there is none, what a new one would be
 * like.
 *
 * Returns: (transfer full) (nullable): the entry
 */
HfCallTask *
hf_store_agenda_get_task (HfStoreSession *session, gint64 customer_id, HfInterviewKind kind,
                          GError **error)
{
  gint64 id = 0;
  if (!hf_store_queue_find (session, customer_id, kind, &id, error))
    return NULL;
  if (id != 0)
    return hf_store_queue_get (session, id, error);
  g_autofree char *zone = hf_store_session_get (
      session, "SELECT " HF_QUEUE_ZONE ("c") " FROM customer c WHERE c.id = $1",
      HF_DB_VALUES (hf_db_integer (customer_id)), text_of_row, error);
  if (zone == NULL)
    return NULL;
  HfCallTask *task = hf_call_task_new ();
  task->customer_id = customer_id;
  task->kind = kind;
  task->zone = g_steal_pointer (&zone);
  return task;
}

/**
 * hf_store_agenda_keep:
 * @session: a session that writes
 * @customer_id: a customer with whom an appointment was made
 * @kind: what it is about
 * @staff_id: who alone keeps it, 0 for anybody
 * @error: (nullable): NOT_FOUND where there is no appointment ...
 *
 * Says who keeps an appointment.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_agenda_keep (HfStoreSession *session, gint64 customer_id, HfInterviewKind kind,
                      gint64 staff_id, GError **error)
{
  gint64 id = 0;
  return hf_store_queue_find (session, customer_id, kind, &id, error)
         && hf_store_queue_keep_appointment (session, id, staff_id, error);
}

static void
undo_change (gpointer task)
{
  ((HfCallTask *) task)->revision--;
}

static gboolean
change (HfStoreSession *session, HfCallTask *task, const char *sql, const HfDbValue *values,
        gsize n_values, GError **error)
{
  hf_store_session_touch (session, HF_STORE_QUEUE);
  if (!hf_store_session_update (session, sql, values, n_values, error))
    return FALSE;
  task->revision++;
  hf_store_session_on_undo (session, task, undo_change);
  return TRUE;
}

/**
 * hf_store_agenda_move:
 * @session: a session that writes
 * @task: an appointment, or an entry of the queue that was one
 * @moment: when it is instead
 * @staff_id: who alone keeps it, 0 for anybody
 * @error: (nullable): CONFLICT where it was kept or moved meanwhile ...
 *
 * Agrees on another time.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_agenda_move (HfStoreSession *session, HfCallTask *task, gint64 moment, gint64 staff_id,
                      GError **error)
{
  return change (
      session, task,
      "UPDATE call_task SET appointment_at = $3, due_at = $3, appointment_staff_id = $4, "
      "revision = revision + 1 WHERE id = $1 AND revision = $2 AND state = 'waiting'",
      HF_DB_VALUES (hf_db_integer (task->id), hf_db_integer (task->revision),
                    hf_db_integer (moment), hf_db_reference (staff_id)),
      error);
}

/**
 * hf_store_agenda_cancel:
 * @session: a session that writes
 * @task: an appointment
 * @error: (nullable): CONFLICT where it was kept or moved meanwhile ...
 *
 * Gives an appointment up: the customer waits like the others again, from now on.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_agenda_cancel (HfStoreSession *session, HfCallTask *task, GError **error)
{
  return change (
      session, task,
      "UPDATE call_task SET appointment_at = 0, due_at = $3, appointment_staff_id = NULL, "
      "revision = revision + 1 WHERE id = $1 AND revision = $2 AND state = 'waiting' "
      "AND appointment_at > 0",
      HF_DB_VALUES (hf_db_integer (task->id), hf_db_integer (task->revision),
                    hf_db_integer (hf_store_session_get_now (session))),
      error);
}
