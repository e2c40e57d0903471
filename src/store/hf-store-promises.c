#include "config.h"

#include "hf-store-promises.h"

#include "hf-id.h"
#include "hf-store-promise-rules.h"
#include "hf-store-scope-private.h"
#include "hf-store-session-private.h"
#include "hf-time.h"

static void
undo_insert (gpointer data)
{
  HfPromise *promise = data;
  promise->id = 0;
  promise->revision = 0;
}

static void
undo_update (gpointer data)
{
  ((HfPromise *) data)->revision--;
}

/* By the firm's classes, and the calendar of the branch that the customer has. */
static gboolean
set_due (HfStoreSession *session, HfPromise *promise, GError **error)
{
  HfDeadlines deadlines;
  gint64 branch_id = 0;
  if (promise->due_at != 0 || promise->term == HF_PROMISE_DATED)
    return TRUE;
  if (!hf_store_session_count (
          session,
          "SELECT coalesce ((SELECT branch_id FROM complaint WHERE id = $1), "
          "(SELECT branch_id FROM customer WHERE id = $2))",
          HF_DB_VALUES (hf_db_integer (promise->complaint_id),
                        hf_db_integer (promise->customer_id)),
          &branch_id, error)
      || !hf_store_promise_rules_work_out (session, promise->term, branch_id, promise->made_at,
                                           &deadlines, error))
    return FALSE;
  promise->due_at = deadlines.resolve_by != 0 ? deadlines.resolve_by : deadlines.next_word;
  return TRUE;
}

static gboolean
insert_promise (HfStoreSession *session, HfPromise *promise, GError **error)
{
  promise->id = hf_id_new ();
  hf_store_session_on_undo (session, promise, undo_insert);
  if (promise->made_at == 0)
    promise->made_at = hf_store_session_get_now (session);
  if (promise->made_by_id == 0)
    promise->made_by_id = session->staff_id;
  if (!set_due (session, promise, error))
    return FALSE;
  g_autofree char *day = hf_time_format_date (promise->made_at);
  return hf_db_execute (
      session->db,
      "INSERT INTO promise (id, customer_id, complaint_id, interview_id, what, term, state, "
      "made_at, made_on, due_at, done_at, made_by_id) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
      HF_DB_VALUES (
          hf_db_integer (promise->id), hf_db_reference (promise->customer_id),
          hf_db_reference (promise->complaint_id), hf_db_reference (promise->interview_id),
          hf_db_text (promise->what), hf_db_text (hf_promise_terms[promise->term].name),
          hf_db_text (hf_promise_states[promise->state].name), hf_db_integer (promise->made_at),
          hf_db_text (day), hf_db_integer (promise->due_at), hf_db_integer (promise->done_at),
          hf_db_reference (promise->made_by_id)),
      NULL, error);
}

static gboolean
update_promise (HfStoreSession *session, HfPromise *promise, GError **error)
{
  return hf_store_session_update (
      session,
      "UPDATE promise SET what = $2, state = $3, done_at = $4, revision = revision + 1 "
      "WHERE id = $1 AND revision = $5",
      HF_DB_VALUES (hf_db_integer (promise->id), hf_db_text (promise->what),
                    hf_db_text (hf_promise_states[promise->state].name),
                    hf_db_integer (promise->done_at), hf_db_integer (promise->revision)),
      error);
}

/**
 * hf_store_promises_save:
 * @session: a session that writes
 * @promise: a promise; a new one gets its key, maker and time, and where none is set until when
 *   it is to be kept
 * @error: (nullable): CONFLICT ...
 *
 * Stores a new promise, or what became of one; when it is due never changes.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_promises_save (HfStoreSession *session, HfPromise *promise, GError **error)
{
  gboolean is_new = promise->id == 0;
  if (!(is_new ? insert_promise (session, promise, error)
               : update_promise (session, promise, error)))
    return FALSE;
  promise->revision++;
  if (!is_new)
    hf_store_session_on_undo (session, promise, undo_update);
  hf_store_session_touch (session, HF_STORE_PROMISES);
  return hf_store_session_log (session, "promise", promise->id, is_new ? "create" : "update",
                               "state", NULL, hf_promise_states[promise->state].name, error);
}

static gpointer
promise_of_row (HfDbStatement *row)
{
  HfPromise *self = hf_promise_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->revision = hf_db_statement_get_integer (row, 1);
  self->customer_id = hf_db_statement_get_integer (row, 2);
  self->complaint_id = hf_db_statement_get_integer (row, 3);
  self->interview_id = hf_db_statement_get_integer (row, 4);
  self->what = hf_db_statement_dup_text (row, 5);
  self->term = MAX (0,
                    hf_choice_find_name (hf_promise_terms, hf_db_statement_get_text (row, 6)));
  self->state = MAX (
      0, hf_choice_find_name (hf_promise_states, hf_db_statement_get_text (row, 7)));
  self->made_at = hf_db_statement_get_integer (row, 8);
  self->due_at = hf_db_statement_get_integer (row, 9);
  self->done_at = hf_db_statement_get_integer (row, 10);
  self->made_by_id = hf_db_statement_get_integer (row, 11);
  self->customer_name = hf_db_statement_dup_text (row, 12);
  self->made_by = hf_db_statement_dup_text (row, 13);
  return self;
}

#define SELECT                                                                                 \
  "SELECT p.id, p.revision, p.customer_id, p.complaint_id, p.interview_id, p.what, p.term, "   \
  "p.state, p.made_at, p.due_at, p.done_at, p.made_by_id, "                                    \
  "coalesce (c.name, c.company, t.customer_name), s.name FROM promise p "                      \
  "LEFT JOIN customer c ON c.id = p.customer_id "                                              \
  "LEFT JOIN complaint t ON t.id = p.complaint_id LEFT JOIN staff s ON s.id = p.made_by_id"

/**
 * hf_store_promises_list_open:
 * @session: a session
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the promises that wait to be kept.
 *
 * Returns: (transfer full) (nullable) (element-type HfPromise): the most urgent first
 */
GPtrArray *
hf_store_promises_list_open (HfStoreSession *session, guint count, GError **error)
{
  return hf_store_session_list (
      session, SELECT " WHERE p.state = 'open' ORDER BY p.due_at, p.id LIMIT $1",
      HF_DB_VALUES (hf_db_integer (count)), promise_of_row, g_object_unref, error);
}

/**
 * hf_store_promises_list_of_complaint:
 * @session: a session
 * @complaint_id: a complaint's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what was promised because of a complaint.
 *
 * Returns: (transfer full) (nullable) (element-type HfPromise): in order of time
 */
GPtrArray *
hf_store_promises_list_of_complaint (HfStoreSession *session, gint64 complaint_id,
                                     GError **error)
{
  return hf_store_session_list (
      session, SELECT " WHERE p.complaint_id = $1 ORDER BY p.made_at, p.id",
      HF_DB_VALUES (hf_db_integer (complaint_id)), promise_of_row, g_object_unref, error);
}

/**
 * hf_store_promises_list_of_customer:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what was promised to a customer.
 *
 * Returns: (transfer full) (nullable) (element-type HfPromise): in order of time
 */
GPtrArray *
hf_store_promises_list_of_customer (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return hf_store_session_list (
      session, SELECT " WHERE p.customer_id = $1 ORDER BY p.made_at, p.id",
      HF_DB_VALUES (hf_db_integer (customer_id)), promise_of_row, g_object_unref, error);
}

/**
 * hf_store_promises_list_after:
 * @session: a session
 * @scope: (nullable): which ones, %NULL for all
 * @after_id: the key of the last promise that was read, 0 to begin
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads promises in the order of their keys, as an export does.
 *
 * Returns: (transfer full) (nullable) (element-type HfPromise): the promises, none at the end
 */
GPtrArray *
hf_store_promises_list_after (HfStoreSession *session, const HfStoreScope *scope,
                              gint64 after_id, guint count, GError **error)
{
  HfDbValue values[HF_STORE_SCOPE_N_VALUES];
  hf_store_scope_bind (scope, after_id, count, values);
  return hf_store_session_list (session,
                                SELECT " WHERE p.id > $1 AND " HF_STORE_IN_SCOPE (
                                    "p.made_on", "c.branch_id") " ORDER BY p.id LIMIT $2",
                                values, G_N_ELEMENTS (values), promise_of_row, g_object_unref,
                                error);
}
