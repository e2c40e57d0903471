#include "config.h"

#include "hf-store-batches.h"

#include "hf-id.h"
#include "hf-store-customer-clause.h"
#include "hf-store-session-private.h"
#include "hf-store-staff.h"
#include "hf-text.h"
#include "hf-time.h"

/* hf_id_new() gives keys that no other machine gives; those that follow it within one statement
 * stay below the next millisecond's. */
#define NEXT_KEY(order) "$%zu + row_number () OVER (ORDER BY " order ")"

/* The lines of the change log that a batch wrote: $1 and what follows are its two ends. */
#define LOGGED                                                                                 \
  "l.entity = 'customer' AND l.entity_id = customer.id AND l.id > $1 AND l.id <= $2"
#define LOGGED_IDS "(SELECT l.entity_id FROM change_log l WHERE l.id > $1 AND l.id <= $2)"

/**
 * hf_store_batches_queue:
 * @session: a session that writes
 * @choice: whom
 * @kind: what the calls are about
 * @batch: (out caller-allocates): what came of it
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Puts many customers into the call queue, the most valuable first; not those who wait there
 * already, and not who asked not to be called.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_batches_queue (HfStoreSession *session, const HfCustomerChoice *choice,
                        HfInterviewKind kind, HfBatch *batch, GError **error)
{
  HfCustomerClause clause;
  *batch = (HfBatch){ HF_BATCH_QUEUE, hf_id_new (), 0, 0 };
  hf_customer_clause_init_choice (&clause, session, choice);
  g_autofree char *refused = g_strdup_printf (
      "SELECT " HF_DB_WHOLE_TABLE "count(*) FROM customer%s%s customer.do_not_call = 1",
      clause.where->str, clause.where->len > 0 ? " AND" : " WHERE");
  gboolean done = hf_store_session_count (session, refused, clause.values, clause.n_values,
                                          &batch->n_refused, error);
  gsize id = hf_customer_clause_add_value (&clause, hf_db_integer (batch->after_id));
  gsize name = hf_customer_clause_add_value (&clause,
                                             hf_db_text (hf_interview_kinds[kind].name));
  gsize now = hf_customer_clause_add_value (&clause,
                                            hf_db_integer (hf_store_session_get_now (session)));
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO call_task (id, customer_id, kind, state, priority, created_at) "
      "SELECT " HF_DB_WHOLE_TABLE NEXT_KEY ("coalesce (customer.annual_value, 0) DESC, "
                                            "customer.id") ", customer.id, $%zu, "
                                                           "'waiting', coalesce "
                                                           "(customer.annual_value, 0), $%zu "
                                                           "FROM customer%s%s "
                                                           "customer.do_not_call = 0 AND NOT "
                                                           "EXISTS (SELECT 1 FROM call_task t "
                                                           "WHERE "
                                                           "t.customer_id = customer.id AND "
                                                           "t.kind = $%zu AND t.state = "
                                                           "'waiting')",
      id, name, now, clause.where->str, clause.where->len > 0 ? " AND" : " WHERE", name);
  done = done
         && hf_db_execute (session->db, sql, clause.values, clause.n_values, &batch->n_done,
                           error);
  hf_customer_clause_clear (&clause);
  hf_id_pass (batch->after_id + batch->n_done);
  hf_store_session_touch (session, HF_STORE_QUEUE | HF_STORE_CUSTOMERS);
  return done;
}

/* Writes into the change log what is about to change, for each customer whom it changes: before
 * and after are SQL, in which $%zu is the value. */
static gboolean
log_batch (HfStoreSession *session, const HfCustomerChoice *choice, const char *field,
           const char *before, const char *after, const char *unless, HfDbValue value,
           HfBatch *batch, GError **error)
{
  HfCustomerClause clause;
  hf_customer_clause_init_choice (&clause, session, choice);
  gsize id = hf_customer_clause_add_value (&clause, hf_db_integer (batch->after_id));
  gsize now = hf_customer_clause_add_value (&clause,
                                            hf_db_integer (hf_store_session_get_now (session)));
  gsize staff = hf_customer_clause_add_value (&clause, hf_db_reference (session->staff_id));
  g_autofree char *parameter = g_strdup_printf ("$%zu",
                                                hf_customer_clause_add_value (&clause, value));
  g_auto (GStrv) after_parts = g_strsplit (after, "$value", -1);
  g_auto (GStrv) unless_parts = g_strsplit (unless, "$value", -1);
  g_autofree char *after_sql = g_strjoinv (parameter, after_parts);
  g_autofree char *unless_sql = g_strjoinv (parameter, unless_parts);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO change_log (id, at, staff_id, entity, entity_id, action, field, before, "
      "after) SELECT " HF_DB_WHOLE_TABLE NEXT_KEY (
          "customer.id") ", $%zu, $%zu, 'customer', "
                         "customer.id, 'update', '%s', %s, %s FROM customer%s%s NOT (%s)",
      id, now, staff, field, before, after_sql, clause.where->str,
      clause.where->len > 0 ? " AND" : " WHERE", unless_sql);
  gboolean done = hf_db_execute (session->db, sql, clause.values, clause.n_values,
                                 &batch->n_done, error);
  hf_customer_clause_clear (&clause);
  hf_id_pass (batch->after_id + batch->n_done);
  hf_store_session_touch (session, HF_STORE_CUSTOMERS | HF_STORE_STAFF);
  return done;
}

static gboolean
execute (HfStoreSession *session, const HfBatch *batch, const char *sql, GError **error)
{
  return hf_db_execute (session->db, sql,
                        HF_DB_VALUES (hf_db_integer (batch->after_id),
                                      hf_db_integer (batch->after_id + batch->n_done)),
                        NULL, error);
}

/**
 * hf_store_batches_tag:
 * @session: a session that writes
 * @choice: whom
 * @tag: a tag, without a comma
 * @batch: (out caller-allocates): what came of it
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Gives many customers a tag, where they do not have it.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_batches_tag (HfStoreSession *session, const HfCustomerChoice *choice, const char *tag,
                      HfBatch *batch, GError **error)
{
  *batch = (HfBatch){ HF_BATCH_TAG, hf_id_new (), 0, 0 };
  return log_batch (session, choice, "tags", "customer.tags",
                    "CASE WHEN coalesce (customer.tags, '') = '' THEN $value "
                    "ELSE customer.tags || ', ' || $value END",
                    "customer.tags IS NOT NULL AND replace (" HF_CUSTOMER_TAGS
                    ", ',' || $value || ',', '') <> " HF_CUSTOMER_TAGS,
                    hf_db_text (tag), batch, error)
         && execute (session, batch,
                     "UPDATE customer SET revision = revision + 1, tags = (SELECT l.after FROM "
                     "change_log l WHERE " LOGGED ") WHERE id IN " LOGGED_IDS,
                     error);
}

static gboolean
begin_periods (HfStoreSession *session, const HfBatch *batch, gint64 staff_id,
               const char *today, GError **error)
{
  return hf_db_execute (session->db,
                        "UPDATE account_manager_period SET to_on = $3 WHERE to_on IS NULL "
                        "AND customer_id IN " LOGGED_IDS,
                        HF_DB_VALUES (hf_db_integer (batch->after_id),
                                      hf_db_integer (batch->after_id + batch->n_done),
                                      hf_db_text (today)),
                        NULL, error)
         && hf_db_execute (session->db,
                           "INSERT INTO account_manager_period (id, customer_id, staff_id, "
                           "from_on) SELECT l.id, l.entity_id, $3, CASE WHEN l.before IS NULL "
                           "THEN NULL ELSE $4 END FROM change_log l "
                           "WHERE l.id > $1 AND l.id <= $2",
                           HF_DB_VALUES (hf_db_integer (batch->after_id),
                                         hf_db_integer (batch->after_id + batch->n_done),
                                         hf_db_integer (staff_id), hf_db_text (today)),
                           NULL, error);
}

/**
 * hf_store_batches_assign:
 * @session: a session that writes
 * @choice: whom
 * @manager: the name of an account manager
 * @batch: (out caller-allocates): what came of it
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Gives many customers an account manager, from today on.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_batches_assign (HfStoreSession *session, const HfCustomerChoice *choice,
                         const char *manager, HfBatch *batch, GError **error)
{
  gint64 staff_id = 0;
  g_autofree char *today = hf_time_format_date (hf_store_session_get_now (session));
  if (!hf_store_staff_ensure (session, manager, 0, &staff_id, error))
    return FALSE;
  *batch = (HfBatch){ HF_BATCH_ASSIGN, hf_id_new (), 0, 0 };
  return log_batch (session, choice, "account_manager",
                    "(SELECT s.name FROM staff s WHERE s.id = customer.account_manager_id)",
                    "(SELECT s.name FROM staff s WHERE s.id = $value)",
                    "coalesce (customer.account_manager_id, 0) = $value",
                    hf_db_integer (staff_id), batch, error)
         && begin_periods (session, batch, staff_id, today, error)
         && hf_db_execute (session->db,
                           "UPDATE customer SET account_manager_id = $3, "
                           "revision = revision + 1 WHERE id IN " LOGGED_IDS,
                           HF_DB_VALUES (hf_db_integer (batch->after_id),
                                         hf_db_integer (batch->after_id + batch->n_done),
                                         hf_db_integer (staff_id)),
                           NULL, error);
}

/* Who was called or changed since keeps what they have. */
static gboolean
undo_queue (HfStoreSession *session, const HfBatch *batch, GError **error)
{
  return execute (session, batch,
                  "DELETE FROM call_task WHERE id > $1 AND id <= $2 AND state = 'waiting' "
                  "AND attempts = 0 AND NOT EXISTS (SELECT 1 FROM interview i "
                  "WHERE i.customer_id = call_task.customer_id AND i.task_id = call_task.id)",
                  error);
}

/* Then the line of the log that says so goes, too. */
static gboolean
forget_log (HfStoreSession *session, const HfBatch *batch, const char *now, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "DELETE FROM change_log WHERE id > $1 AND id <= $2 AND coalesce (before, '') = "
      "(SELECT coalesce (%s, '') FROM customer WHERE customer.id = change_log.entity_id)",
      now);
  return execute (session, batch, sql, error);
}

static gboolean
undo_tag (HfStoreSession *session, const HfBatch *batch, GError **error)
{
  return execute (session, batch,
                  "UPDATE customer SET revision = revision + 1, tags = (SELECT l.before FROM "
                  "change_log l WHERE " LOGGED ") WHERE id IN " LOGGED_IDS
                  " AND tags = (SELECT l.after FROM change_log l WHERE " LOGGED ")",
                  error)
         && forget_log (session, batch, "customer.tags", error);
}

#define STILL_ASSIGNED                                                                         \
  "account_manager_id = (SELECT p.staff_id FROM account_manager_period p "                     \
  "WHERE p.id > $1 AND p.id <= $2 AND p.customer_id = customer.id AND p.to_on IS NULL)"

/* The period that the batch ended is the last one of the manager before. */
static gboolean
undo_assign (HfStoreSession *session, const HfBatch *batch, GError **error)
{
  return execute (session, batch,
                  "UPDATE customer SET revision = revision + 1, account_manager_id = (SELECT "
                  "min (s.id) FROM staff s JOIN change_log l ON l.before = s.name WHERE " LOGGED
                  ") WHERE id IN " LOGGED_IDS " AND " STILL_ASSIGNED,
                  error)
         && execute (session, batch,
                     "DELETE FROM account_manager_period WHERE id > $1 AND id <= $2 AND "
                     "to_on IS NULL AND staff_id <> coalesce ((SELECT c.account_manager_id "
                     "FROM customer c WHERE c.id = account_manager_period.customer_id), 0)",
                     error)
         && execute (
             session, batch,
             "UPDATE account_manager_period SET to_on = NULL WHERE customer_id IN " LOGGED_IDS
             " AND id = (SELECT max (p.id) FROM account_manager_period p "
             "WHERE p.customer_id = account_manager_period.customer_id) AND staff_id = "
             "(SELECT c.account_manager_id FROM customer c "
             "WHERE c.id = account_manager_period.customer_id)",
             error)
         && forget_log (session, batch,
                        "(SELECT s.name FROM staff s WHERE s.id = "
                        "customer.account_manager_id)",
                        error);
}

/**
 * hf_store_batches_undo:
 * @session: a session that writes
 * @batch: what came of an act with many customers
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Takes an act with many customers back, but for those of whom something else was stored since.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_batches_undo (HfStoreSession *session, const HfBatch *batch, GError **error)
{
  hf_store_session_touch (session, HF_STORE_QUEUE | HF_STORE_CUSTOMERS);
  switch (batch->kind)
    {
    case HF_BATCH_QUEUE:
      return undo_queue (session, batch, error);
    case HF_BATCH_TAG:
      return undo_tag (session, batch, error);
    case HF_BATCH_ASSIGN:
    default:
      return undo_assign (session, batch, error);
    }
}
