#include "config.h"

#include "hf-store-queue.h"

#include "hf-id.h"
#include "hf-store-agenda.h"
#include "hf-store-customer-clause.h"
#include "hf-store-queue-private.h"
#include "hf-store-session-private.h"
#include "hf-time.h"

/* Waiting, and callable now. */
#define READY "t.state = 'waiting' AND t.due_at <= $1 AND t.appointment_at <= $1"

/* Without those who asked not to be called, who are few: not everybody who waits is looked up.
 * The engine is not to begin with the others, as it may after JOIN. */
#define COUNT_READY                                                                            \
  "SELECT " HF_DB_WHOLE_TABLE "(SELECT count(*) FROM call_task t WHERE " READY                 \
  ") - (SELECT count(*) FROM customer c CROSS JOIN call_task t WHERE t.customer_id = c.id "    \
  "AND c.do_not_call = 1 AND " READY ")"

/* Whoever was never interviewed about it and is not in the queue for it yet, of customers c. */
#define NEVER_ASKED                                                                            \
  " AND NOT EXISTS (SELECT 1 FROM call_task t WHERE t.customer_id = c.id AND t.kind = 'lost')" \
  " AND NOT EXISTS (SELECT 1 FROM interview i WHERE i.customer_id = c.id AND i.kind = 'lost')"

/* So many of class C come due a day, or more where they would take longer than this. */
#define PACE_A_DAY "10"
#define PACE_DAYS "60"
#define PACE                                                                                   \
  "CASE WHEN count(*) OVER () > " PACE_A_DAY " * " PACE_DAYS                                   \
  " THEN count(*) OVER () / " PACE_DAYS " + 1 ELSE " PACE_A_DAY " END"

#define PRIORITY HF_QUEUE_PRIORITY ("c", "$4", "$5")
#define NUMBER "row_number () OVER (ORDER BY " PRIORITY " DESC, c.id)"

/* Parameters of both: a key, now, the import, and the days of HF_QUEUE_PRIORITY(). */
#define INSERT_ALL(due, why)                                                                   \
  "INSERT INTO call_task (id, customer_id, kind, state, priority, zone, due_at, created_at, "  \
  "import_id, why) SELECT " HF_DB_WHOLE_TABLE "$1 + " NUMBER                                   \
  ", c.id, 'lost', 'waiting', " PRIORITY ", " HF_QUEUE_ZONE ("c") ", " due ", $2, $3, " why    \
                                                                  " FROM customer c "
#define ADD_LOST                                                                               \
  INSERT_ALL ("0", "NULL") "WHERE c.status = 'lost' AND c.do_not_call = 0" NEVER_ASKED
#define ADD_LEAVING                                                                            \
  INSERT_ALL ("$2 + (" NUMBER " - 1) / (" PACE ") * $7", "$6")                                 \
  "WHERE c.id IN (SELECT DISTINCT p.customer_id FROM purchase p) AND c.status <> 'lost' "      \
  "AND c.do_not_call = 0 AND " HF_CUSTOMER_CLASS ("c") " = 'c'" NEVER_ASKED

/* hf_id_new() gives keys that no other machine gives; those that follow it within one statement
 * keep its order and stay below the next millisecond's. */
static gboolean
add_all (HfStoreSession *session, const char *sql, const char *why, gint64 *n_added,
         GError **error)
{
  gint64 added = 0, first = hf_id_new (), now = hf_store_session_get_now (session);
  g_autofree char *today = hf_time_format_date (now);
  g_autofree char *from = hf_time_add_days (today, HF_QUEUE_WINDOW_FROM_DAYS);
  g_autofree char *to = hf_time_add_days (today, HF_QUEUE_WINDOW_TO_DAYS);
  HfDbValue values[] = { hf_db_integer (first),
                         hf_db_integer (now),
                         hf_db_reference (session->import_id),
                         hf_db_text (from),
                         hf_db_text (to),
                         hf_db_text (why),
                         hf_db_integer (G_TIME_SPAN_DAY) };
  if (!hf_db_execute (session->db, sql, values, why != NULL ? 7 : 5, &added, error))
    return FALSE;
  hf_id_pass (first + added);
  *n_added += added;
  return TRUE;
}

/**
 * hf_queue_set_zones:
 * @session: a session that writes
 * @customer_id: who, or whose branch, may have moved; 0 for all
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Lets those who wait be called by the clock of where they are now.
 *
 * Returns: whether it is stored
 */
gboolean
hf_queue_set_zones (HfStoreSession *session, gint64 customer_id, GError **error)
{
  if (customer_id != 0)
    return hf_db_execute (session->db,
                          "UPDATE call_task SET zone = (SELECT " HF_QUEUE_ZONE (
                              "c") " FROM customer c WHERE c.id = $1) WHERE customer_id = $1 "
                                   "AND state = 'waiting'",
                          HF_DB_VALUES (hf_db_integer (customer_id)), NULL, error);
  return hf_db_execute (
      session->db,
      "UPDATE call_task SET zone = (SELECT " HF_QUEUE_ZONE (
          "c") " FROM customer c WHERE c.id = call_task.customer_id) "
               "WHERE state = 'waiting' AND zone <> (SELECT " HF_QUEUE_ZONE (
                   "c") " FROM customer c WHERE c.id = call_task.customer_id)",
      HF_DB_NO_VALUES, NULL, error);
}

/**
 * hf_store_queue_fill:
 * @session: a session that writes
 * @n_added: (out) (optional): how many were added
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Puts everybody into the call queue who was lost or buys little of what they need (class C),
 * was never interviewed about it and does not wait there yet; the highest risk times value
 * first.
 *
 * Returns: whether the queue is stored
 */
gboolean
hf_store_queue_fill (HfStoreSession *session, gint64 *n_added, GError **error)
{
  gint64 added = 0;
  if (!add_all (session, ADD_LOST, NULL, &added, error)
      || !add_all (session, ADD_LEAVING, HF_CALL_TASK_CLASS_C, &added, error))
    return FALSE;
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
  g_autofree char *today = hf_time_format_date (hf_store_session_get_now (session));
  g_autofree char *from = hf_time_add_days (today, HF_QUEUE_WINDOW_FROM_DAYS);
  g_autofree char *to = hf_time_add_days (today, HF_QUEUE_WINDOW_TO_DAYS);
  return hf_db_execute (
      session->db,
      "INSERT INTO call_task (id, customer_id, kind, state, priority, zone, due_at, why, "
      "created_at) SELECT $1, c.id, $3, 'waiting', " HF_QUEUE_PRIORITY (
          "c", "$7",
          "$8") ", " HF_QUEUE_ZONE ("c") ", $4, $5, $6 FROM customer c WHERE c.id = $2",
      HF_DB_VALUES (hf_db_integer (*id), hf_db_integer (customer_id),
                    hf_db_text (hf_interview_kinds[kind].name), hf_db_integer (due_at),
                    hf_db_text (why), hf_db_integer (hf_store_session_get_now (session)),
                    hf_db_text (from), hf_db_text (to)),
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
 * Finds a customer's entry in the call queue; of several the newest that is not for others
 * than who works here.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_queue_find (HfStoreSession *session, gint64 customer_id, HfInterviewKind kind,
                     gint64 *id, GError **error)
{
  return hf_store_session_count (
      session,
      "SELECT t.id FROM call_task t WHERE t.customer_id = $1 AND t.kind = $2 "
      "AND t.state = 'waiting' ORDER BY CASE WHEN " HF_QUEUE_FOR_OTHERS (
          "$3") " THEN 1 ELSE 0 END, t.id DESC LIMIT 1",
      HF_DB_VALUES (hf_db_integer (customer_id), hf_db_text (hf_interview_kinds[kind].name),
                    hf_db_integer (session->staff_id)),
      id, error);
}

/* Zone by zone within the index: there are few, and many entries in each. */
#define ZONES                                                                                  \
  "WITH RECURSIVE zones (zone) AS (SELECT min (t.zone) FROM call_task t "                      \
  "WHERE t.state = 'waiting' UNION ALL SELECT (SELECT min (t.zone) FROM call_task t "          \
  "WHERE t.state = 'waiting' AND t.zone > zones.zone) FROM zones "                             \
  "WHERE zones.zone IS NOT NULL) SELECT zone FROM zones WHERE zone IS NOT NULL"

/**
 * hf_queue_task_of_row:
 * @row: a row of %HF_QUEUE_SELECT
 *
 * Reads an entry of the call queue.
 *
 * Returns: (transfer full): an #HfCallTask
 */
gpointer
hf_queue_task_of_row (HfDbStatement *row)
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
  self->campaign_id = hf_db_statement_get_integer (row, 17);
  self->staff_id = hf_db_statement_get_integer (row, 18);
  self->zone = hf_db_statement_dup_text (row, 19);
  self->parts = hf_db_statement_get_integer (row, 20);
  self->appointment_staff_id = hf_db_statement_get_integer (row, 21);
  self->complaint_id = hf_db_statement_get_integer (row, 22);
  self->complaint_number = hf_db_statement_dup_text (row, 23);
  self->round = hf_db_statement_get_integer (row, 24);
  self->may_offer = hf_db_statement_get_integer (row, 25) != 0;
  self->appointment_staff = hf_db_statement_dup_text (row, 26);
  return self;
}

static gpointer
text_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

/**
 * hf_queue_list_zones:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Lists the time zones of those who wait.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the zones, "" for the firm's
 */
GPtrArray *
hf_queue_list_zones (HfStoreSession *session, GError **error)
{
  return hf_store_session_list (session, ZONES, HF_DB_NO_VALUES, text_of_row, g_free, error);
}

/**
 * hf_queue_compare_appointments:
 * @a: a pointer to an #HfCallTask
 * @b: another one
 *
 * Compares entries by when the customers expect the call.
 *
 * Returns: below, at or above zero
 */
gint
hf_queue_compare_appointments (gconstpointer a, gconstpointer b)
{
  const HfCallTask *one = *(HfCallTask *const *) a, *other = *(HfCallTask *const *) b;
  if (one->appointment_at != other->appointment_at)
    return one->appointment_at < other->appointment_at ? -1 : 1;
  return one->id < other->id ? -1 : 1;
}

/**
 * hf_queue_compare_priorities:
 * @a: a pointer to an #HfCallTask
 * @b: another one
 *
 * Compares entries by what speaks for calling them first.
 *
 * Returns: below, at or above zero
 */
gint
hf_queue_compare_priorities (gconstpointer a, gconstpointer b)
{
  const HfCallTask *one = *(HfCallTask *const *) a, *other = *(HfCallTask *const *) b;
  if (one->priority != other->priority)
    return one->priority > other->priority ? -1 : 1;
  if (one->attempts != other->attempts)
    return one->attempts < other->attempts ? -1 : 1;
  return one->id < other->id ? -1 : 1;
}

/**
 * hf_store_queue_get:
 * @session: a session
 * @id: an entry's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads an entry of the call queue.
 *
 * Returns: (transfer full) (nullable): the entry
 */
HfCallTask *
hf_store_queue_get (HfStoreSession *session, gint64 id, GError **error)
{
  return hf_store_session_get (session, HF_QUEUE_SELECT "WHERE t.id = $1",
                               HF_DB_VALUES (hf_db_integer (id)), hf_queue_task_of_row, error);
}

/* The first of all zones' first ones; in the order of the index, so that only those are read.
 */
static GPtrArray *
list_merged (HfStoreSession *session, const char *sql, gint64 now, guint count, GError **error)
{
  g_autoptr (GPtrArray) zones = hf_queue_list_zones (session, error);
  g_autoptr (GPtrArray) merged = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; zones != NULL && i < zones->len; i++)
    {
      GPtrArray *tasks = hf_store_session_list (session, sql,
                                                HF_DB_VALUES (hf_db_integer (now),
                                                              hf_db_text (zones->pdata[i]),
                                                              hf_db_integer (count)),
                                                hf_queue_task_of_row, g_object_unref, error);
      if (tasks == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (merged, tasks);
    }
  g_ptr_array_sort (merged, hf_queue_compare_priorities);
  if (merged->len > count)
    g_ptr_array_set_size (merged, count);
  return zones != NULL ? g_steal_pointer (&merged) : NULL;
}

/**
 * hf_store_queue_keep_appointment:
 * @session: a session that writes
 * @id: the key of an entry with an appointment
 * @staff_id: who alone keeps it, 0 for anybody
 * @error: (nullable): NOT_FOUND where it has no appointment ...
 *
 * Says who keeps an appointment.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_queue_keep_appointment (HfStoreSession *session, gint64 id, gint64 staff_id,
                                 GError **error)
{
  gint64 n_rows = 0;
  hf_store_session_touch (session, HF_STORE_QUEUE);
  if (!hf_db_execute (session->db,
                      "UPDATE call_task SET appointment_staff_id = $2, revision = revision + 1 "
                      "WHERE id = $1 AND appointment_at > 0",
                      HF_DB_VALUES (hf_db_integer (id), hf_db_reference (staff_id)), &n_rows,
                      error))
    return FALSE;
  if (n_rows == 0)
    g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND, "no appointment");
  return n_rows > 0;
}

/**
 * hf_store_queue_list:
 * @session: a session
 * @now: the present moment
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads who can be called now: appointments that this desk may keep first, then by risk times
 * value, then the least tried.
 *
 * Returns: (transfer full) (nullable) (element-type HfCallTask): the entries
 */
GPtrArray *
hf_store_queue_list (HfStoreSession *session, gint64 now, guint count, GError **error)
{
  HfAgendaSpan due = { 1, now + 1, FALSE };
  g_autoptr (GPtrArray) tasks = hf_store_agenda_list (session, &due, count, error);
  if (tasks == NULL || tasks->len == count)
    return g_steal_pointer (&tasks);
  GPtrArray *others = list_merged (
      session,
      HF_QUEUE_SELECT "WHERE t.state = 'waiting' AND t.zone = $2 AND t.appointment_at = 0 "
                      "AND t.due_at <= $1 AND c.do_not_call = 0 "
                      "ORDER BY t.priority DESC, t.attempts, t.id LIMIT $3",
      now, count - tasks->len, error);
  if (others == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (tasks, others);
  return g_steal_pointer (&tasks);
}

/**
 * hf_store_queue_count_appointments:
 * @session: a session
 * @now: the present moment
 * @count: (out): how many appointments are due
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts the customers who expect a call from this desk by now.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_store_queue_count_appointments (HfStoreSession *session, gint64 now, gint64 *count,
                                   GError **error)
{
  HfAgendaSpan due = { 1, now + 1, FALSE };
  return hf_store_agenda_count (session, &due, count, error);
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
  return hf_store_session_count (session, COUNT_READY, HF_DB_VALUES (hf_db_integer (now)),
                                 count, error);
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
