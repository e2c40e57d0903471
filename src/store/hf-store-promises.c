#include "config.h"

#include "hf-store-promises.h"

#include "hf-id.h"
#include "hf-store-customers.h"
#include "hf-store-promise-rules.h"
#include "hf-store-promises-private.h"
#include "hf-store-scope-private.h"
#include "hf-time.h"

static void
undo_insert (gpointer data)
{
  HfPromise *promise = data;
  promise->id = 0;
  promise->revision = 0;
}

/* By the firm's classes, and the calendar of the branch that the customer has. */
static gboolean
set_due (HfStoreSession *session, HfPromise *promise, GError **error)
{
  HfDeadlines deadlines;
  HfPromiseRules rules;
  gint64 branch_id = 0;
  if (promise->term == HF_PROMISE_DATED)
    return TRUE;
  if (!hf_store_promise_rules_get (session, &rules, error))
    return FALSE;
  promise->clock = rules.of[promise->term].clock;
  if (promise->due_at != 0)
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

static void
fill_in (HfStoreSession *session, HfPromise *promise)
{
  if (promise->made_at == 0)
    promise->made_at = hf_store_session_get_now (session);
  if (promise->made_by_id == 0)
    promise->made_by_id = session->staff_id;
  if (promise->keeper_id == 0)
    promise->keeper_id = promise->made_by_id;
}

static gboolean
insert_promise (HfStoreSession *session, const HfPromise *promise, GError **error)
{
  g_autofree char *day = hf_time_format_date (promise->made_at);
  return hf_db_execute (
      session->db,
      "INSERT INTO promise (id, customer_id, complaint_id, interview_id, attempt_id, what, "
      "term, state, made_at, made_on, due_at, judged_at, made_by_id, keeper_id, clock) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
      HF_DB_VALUES (
          hf_db_integer (promise->id), hf_db_reference (promise->customer_id),
          hf_db_reference (promise->complaint_id), hf_db_reference (promise->interview_id),
          hf_db_reference (promise->attempt_id), hf_db_text (promise->what),
          hf_db_text (hf_promise_terms[promise->term].name),
          hf_db_text (hf_promise_states[promise->state].name), hf_db_integer (promise->made_at),
          hf_db_text (day), hf_db_integer (promise->due_at), hf_db_integer (promise->judged_at),
          hf_db_reference (promise->made_by_id), hf_db_reference (promise->keeper_id),
          hf_db_text (promise->clock != HF_PROMISE_NO_CLOCK
                          ? hf_clock_kinds[promise->clock].name
                          : NULL)),
      NULL, error);
}

/**
 * hf_store_promises_save:
 * @session: a session that writes
 * @promise: a new promise; gets its key, maker, keeper and time, and where none is set until
 *   when it is to be kept
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores a new promise, open. What becomes of it, hf_store_promises_end() and its like store.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_promises_save (HfStoreSession *session, HfPromise *promise, GError **error)
{
  promise->id = hf_id_new ();
  hf_store_session_on_undo (session, promise, undo_insert);
  fill_in (session, promise);
  if (!hf_store_customers_follow_merge (session, &promise->customer_id, error)
      || !set_due (session, promise, error))
    return FALSE;
  promise->state = HF_PROMISE_OPEN;
  promise->judged_at = promise->due_at;
  if (!insert_promise (session, promise, error))
    return FALSE;
  promise->revision = 1;
  hf_store_session_touch (session, HF_STORE_PROMISES);
  return hf_store_session_log (session, "promise", promise->id, "create", "state", NULL,
                               hf_promise_states[promise->state].name, error);
}

/**
 * hf_store_promise_of_row:
 * @row: a row of HF_STORE_PROMISE_SELECT
 *
 * Makes a promise of a row.
 *
 * Returns: (transfer full): the promise
 */
gpointer
hf_store_promise_of_row (HfDbStatement *row)
{
  HfPromise *self = hf_promise_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->revision = hf_db_statement_get_integer (row, 1);
  self->customer_id = hf_db_statement_get_integer (row, 2);
  self->complaint_id = hf_db_statement_get_integer (row, 3);
  self->interview_id = hf_db_statement_get_integer (row, 4);
  self->attempt_id = hf_db_statement_get_integer (row, 5);
  self->what = hf_db_statement_dup_text (row, 6);
  self->term = MAX (0,
                    hf_choice_find_name (hf_promise_terms, hf_db_statement_get_text (row, 7)));
  self->state = MAX (
      0, hf_choice_find_name (hf_promise_states, hf_db_statement_get_text (row, 8)));
  self->made_at = hf_db_statement_get_integer (row, 9);
  self->due_at = hf_db_statement_get_integer (row, 10);
  self->judged_at = hf_db_statement_get_integer (row, 11);
  self->done_at = hf_db_statement_get_integer (row, 12);
  self->made_by_id = hf_db_statement_get_integer (row, 13);
  self->keeper_id = hf_db_statement_get_integer (row, 14);
  self->ended_by_id = hf_db_statement_get_integer (row, 15);
  self->note = hf_db_statement_dup_text (row, 16);
  self->customer_name = hf_db_statement_dup_text (row, 17);
  self->complaint = hf_db_statement_dup_text (row, 18);
  self->made_by = hf_db_statement_dup_text (row, 19);
  self->owner = hf_db_statement_dup_text (row, 20);
  self->ended_by = hf_db_statement_dup_text (row, 21);
  self->calendar = hf_db_statement_dup_text (row, 22);
  self->is_anew = hf_db_statement_get_integer (row, 23) != 0;
  self->clock = hf_choice_find_name (hf_clock_kinds, hf_db_statement_get_text (row, 24));
  return self;
}

/**
 * hf_store_promises_get:
 * @session: a session
 * @id: a promise's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads a promise.
 *
 * Returns: (transfer full) (nullable): the promise
 */
HfPromise *
hf_store_promises_get (HfStoreSession *session, gint64 id, GError **error)
{
  return hf_store_session_get (session, HF_STORE_PROMISE_SELECT " WHERE p.id = $1",
                               HF_DB_VALUES (hf_db_integer (id)), hf_store_promise_of_row,
                               error);
}

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
      session, HF_STORE_PROMISE_SELECT " WHERE p.done_at = 0 ORDER BY p.due_at, p.id LIMIT $1",
      HF_DB_VALUES (hf_db_integer (count)), hf_store_promise_of_row, g_object_unref, error);
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
      session, HF_STORE_PROMISE_SELECT " WHERE p.complaint_id = $1 ORDER BY p.made_at, p.id",
      HF_DB_VALUES (hf_db_integer (complaint_id)), hf_store_promise_of_row, g_object_unref,
      error);
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
      session, HF_STORE_PROMISE_SELECT " WHERE p.customer_id = $1 ORDER BY p.made_at, p.id",
      HF_DB_VALUES (hf_db_integer (customer_id)), hf_store_promise_of_row, g_object_unref,
      error);
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
  return hf_store_session_list (
      session,
      HF_STORE_PROMISE_SELECT " WHERE p.id > $1 AND " HF_STORE_IN_SCOPE (
          "p.made_on", HF_STORE_PROMISE_BRANCH) " ORDER BY p.id LIMIT $2",
      values, G_N_ELEMENTS (values), hf_store_promise_of_row, g_object_unref, error);
}
