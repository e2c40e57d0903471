#include "config.h"

#include "hf-store-merges-private.h"

#include <glib/gi18n.h>

#include "hf-id.h"
#include "hf-store-customers-private.h"
#include "hf-store-queue-private.h"
#include "hf-store-session-private.h"
#include "hf-time.h"

G_DEFINE_QUARK (hf_merge_error, hf_merge_error)

const HfMergeTable hf_merge_tables[] = {
  { "complaint", NC_ ("merge", "Complaints"), TRUE },
  { "call_task", NC_ ("merge", "Entries of the call queue"), TRUE },
  { "interview", NC_ ("merge", "Interviews"), TRUE },
  { "coded_reason", NC_ ("merge", "Churn reasons"), TRUE },
  { "promise", NC_ ("merge", "Promises"), TRUE },
  { "call_attempt", NC_ ("merge", "Calls"), FALSE },
  { "verbatim", NC_ ("merge", "Customer's words"), FALSE },
  { "consent", NC_ ("merge", "Consents"), FALSE },
  { "referral", NC_ ("merge", "Referrals"), FALSE },
  { "account_manager_period", NC_ ("merge", "Account managers"), FALSE },
  { "complaint_hint", NC_ ("merge", "Hints at complaints"), FALSE },
  { "satisfaction_score", NC_ ("merge", "Satisfaction scores"), FALSE },
  { "customer_alias", NC_ ("merge", "Merges"), FALSE },
  { NULL, NULL, FALSE },
};

#define MOVED_TOPICS                                                                           \
  (HF_STORE_CUSTOMERS | HF_STORE_COMPLAINTS | HF_STORE_INTERVIEWS | HF_STORE_REASONS           \
   | HF_STORE_PROMISES | HF_STORE_QUEUE | HF_STORE_PURCHASES)

/* A merge under way. */
typedef struct
{
  HfStoreSession *session;
  gint64 id;
  const HfCustomer *kept;
  const HfCustomer *gone;
  const HfMergeChoices *choices;
} Merge;

static gboolean
execute (const Merge *merge, const char *sql, GError **error)
{
  return hf_db_execute (merge->session->db, sql,
                        HF_DB_VALUES (hf_db_integer (merge->id),
                                      hf_db_integer (merge->kept->id),
                                      hf_db_integer (merge->gone->id)),
                        NULL, error);
}

/* Refuses where something is under way with one of the two that names them until it ends. */
static gboolean
check_none (const Merge *merge, const char *sql, const char *message, GError **error)
{
  gint64 count = 0;
  if (!hf_store_session_count (
          merge->session, sql,
          HF_DB_VALUES (hf_db_integer (merge->kept->id), hf_db_integer (merge->gone->id),
                        hf_db_integer (hf_store_session_get_now (merge->session))),
          &count, error))
    return FALSE;
  if (count == 0)
    return TRUE;
  g_set_error_literal (error, HF_MERGE_ERROR, HF_MERGE_ERROR_UNDER_WAY, message);
  return FALSE;
}

static gboolean
check (const Merge *merge, GError **error)
{
  if (merge->kept->id == merge->gone->id)
    {
      g_set_error_literal (error, HF_MERGE_ERROR, HF_MERGE_ERROR_SAME,
                           _ ("They are one customer already."));
      return FALSE;
    }
  return check_none (merge,
                     "SELECT count(*) FROM interview WHERE customer_id IN ($1, $2) "
                     "AND state = 'open' AND $3 = $3",
                     _ ("An interview with one of them is not finished. Finish it first."),
                     error)
         && check_none (merge,
                        "SELECT count(*) FROM call_claim WHERE customer_id IN ($1, $2) "
                        "AND until > $3",
                        _ ("Somebody is on the phone with one of them. Wait until the call has "
                           "ended."),
                        error);
}

static gboolean
insert_merge (const Merge *merge, GError **error)
{
  return hf_db_execute (
      merge->session->db,
      "INSERT INTO customer_merge (id, at, staff_id, kept_id, gone_id, gone_code, gone_name) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      HF_DB_VALUES (
          hf_db_integer (merge->id), hf_db_integer (hf_store_session_get_now (merge->session)),
          hf_db_reference (merge->session->staff_id), hf_db_integer (merge->kept->id),
          hf_db_integer (merge->gone->id), hf_db_text (merge->gone->code),
          hf_db_text (merge->gone->name != NULL ? merge->gone->name : merge->gone->company)),
      NULL, error);
}

static gboolean
keep_items (const Merge *merge, const HfMergeTable *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO customer_merge_item (merge_id, entity, record_id, owner_id, revision) "
      "SELECT $1, '%s', id, customer_id, %s FROM %s WHERE customer_id IN ($2, $3)",
      table->table, table->has_revision ? "revision" : "NULL", table->table);
  return execute (merge, sql, error);
}

/* Everything as it is before the merge. */
static gboolean
keep_before (const Merge *merge, GError **error)
{
  for (gsize i = 0; hf_merge_tables[i].table != NULL; i++)
    if (!keep_items (merge, &hf_merge_tables[i], error))
      return FALSE;
  return execute (merge,
                  "INSERT INTO customer_merge_file (merge_id, " HF_MERGE_FILE_COLUMNS ") "
                  "SELECT $1, " HF_MERGE_FILE_COLUMNS " FROM customer WHERE id IN ($2, $3)",
                  error)
         && execute (merge,
                     "INSERT INTO customer_merge_purchase (merge_id, owner_id, month, amount, "
                     "need, import_id) SELECT $1, customer_id, month, amount, need, import_id "
                     "FROM purchase "
                     "WHERE customer_id IN ($2, $3)",
                     error)
         && execute (merge,
                     "INSERT INTO customer_merge_value (merge_id, owner_id, field_id, value, "
                     "import_id) SELECT $1, customer_id, field_id, value, import_id "
                     "FROM custom_value WHERE customer_id IN ($2, $3)",
                     error);
}

static gboolean
mark_changed (const Merge *merge, const char *entity, const char *condition, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE customer_merge_item SET changed = 1 WHERE merge_id = $1 AND entity = '%s' "
      "AND owner_id IN ($2, $3) AND record_id IN (SELECT id FROM %s WHERE %s)",
      entity, entity, condition);
  return execute (merge, sql, error);
}

static gboolean
change_marked (const Merge *merge, const char *entity, const char *set, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE %s SET %s WHERE customer_id IN ($2, $3) AND id IN (SELECT record_id "
      "FROM customer_merge_item WHERE merge_id = $1 AND entity = '%s' AND changed = 1)",
      entity, set, entity);
  return execute (merge, sql, error);
}

/* One customer waits once for each kind of call, and has one primary reason from one source. */
static gboolean
settle_twice (const Merge *merge, GError **error)
{
  return mark_changed (merge, "call_task",
                       "customer_id = $3 AND state = 'waiting' AND complaint_id IS NULL "
                       "AND kind IN (SELECT kind FROM call_task WHERE customer_id = $2 "
                       "AND state = 'waiting')",
                       error)
         && change_marked (merge, "call_task", "state = 'dropped'", error)
         && mark_changed (merge, "coded_reason",
                          "customer_id = $3 AND rank = 'primary' AND interview_id IS NULL AND "
                          "EXISTS (SELECT 1 FROM coded_reason WHERE customer_id = $2 "
                          "AND rank = 'primary' AND interview_id IS NULL)",
                          error)
         && change_marked (merge, "coded_reason", "rank = 'contributing'", error);
}

/* The account manager who was not chosen no longer looks after the customer. */
static gboolean
settle_managers (const Merge *merge, gint64 manager_id, GError **error)
{
  g_autofree char *today = hf_time_format_date (hf_store_session_get_now (merge->session));
  g_autofree char *condition = g_strdup_printf (
      "customer_id IN ($2, $3) AND to_on IS NULL AND staff_id <> %" G_GINT64_FORMAT,
      manager_id);
  g_autofree char *set = g_strdup_printf ("to_on = '%s'", today);
  return mark_changed (merge, "account_manager_period", condition, error)
         && change_marked (merge, "account_manager_period", set, error);
}

static gboolean
move_items (const Merge *merge, GError **error)
{
  for (gsize i = 0; hf_merge_tables[i].table != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "UPDATE %s SET customer_id = $2%s WHERE customer_id = $3 AND $1 = $1",
          hf_merge_tables[i].table,
          hf_merge_tables[i].has_revision ? ", revision = revision + " HF_MERGE_REVISION_STEP
                                          : "");
      if (!execute (merge, sql, error))
        return FALSE;
    }
  return TRUE;
}

/* What a customer needs in a month is not twice as much because two files said so. */
#define ADD_PURCHASES                                                                          \
  "DO UPDATE SET amount = purchase.amount + excluded.amount, need = CASE WHEN purchase.need "  \
  ">= excluded.need OR excluded.need IS NULL THEN purchase.need ELSE excluded.need END"

static gboolean
move_purchases (const Merge *merge, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO purchase (customer_id, month, amount, need, import_id) "
      "SELECT owner_id + ($2 - $3), month, amount, need, import_id FROM "
      "customer_merge_purchase WHERE merge_id = $1 AND owner_id = $3 "
      "ON CONFLICT (customer_id, month) %s",
      merge->choices->sum_purchases ? ADD_PURCHASES : "DO NOTHING");
  return execute (merge, sql, error)
         && execute (merge,
                     "INSERT INTO customer_merge_purchase (merge_id, owner_id, month, amount, "
                     "need) SELECT $1, 0, month, amount, need FROM purchase "
                     "WHERE customer_id = $2 AND $2 <> $3",
                     error);
}

static gboolean
choose_value (const Merge *merge, gint64 field_id, HfMergeSide side, GError **error)
{
  g_autofree char *drop = g_strdup_printf (
      "DELETE FROM custom_value WHERE customer_id = $2 AND field_id = %" G_GINT64_FORMAT
      " AND $1 <> $3",
      field_id);
  g_autofree char *take = g_strdup_printf (
      "INSERT INTO custom_value (customer_id, field_id, value, import_id) "
      "SELECT CAST ($2 AS BIGINT), field_id, value, import_id FROM customer_merge_value "
      "WHERE merge_id = $1 AND owner_id = %s AND field_id = %" G_GINT64_FORMAT " AND $2 <> $3",
      side == HF_MERGE_GONE ? "$3" : "$2", field_id);
  return execute (merge, drop, error) && execute (merge, take, error);
}

static gboolean
choose_values (const Merge *merge, GError **error)
{
  GHashTableIter iter;
  gpointer id, side;
  if (merge->choices->custom == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, merge->choices->custom);
  while (g_hash_table_iter_next (&iter, &id, &side))
    if (!choose_value (merge, *(gint64 *) id, GPOINTER_TO_INT (side), error))
      return FALSE;
  return TRUE;
}

/* Where nobody chose, what was entered for the one that stays is kept, and what is not known
 * taken from the other. */
static gboolean
move_values (const Merge *merge, GError **error)
{
  return execute (merge,
                  "INSERT INTO custom_value (customer_id, field_id, value, import_id) SELECT "
                  "owner_id + ($2 - $3), field_id, value, import_id FROM customer_merge_value "
                  "WHERE merge_id = $1 AND owner_id = $3 "
                  "ON CONFLICT (customer_id, field_id) DO NOTHING",
                  error)
         && choose_values (merge, error)
         && execute (merge,
                     "INSERT INTO customer_merge_value (merge_id, owner_id, field_id, value) "
                     "SELECT $1, 0, field_id, value FROM custom_value "
                     "WHERE customer_id = $2 AND $2 <> $3",
                     error);
}

static gboolean
keep_code (const Merge *merge, const HfCustomer *one, GError **error)
{
  const char *code = g_str_equal (one->code, merge->gone->code) ? merge->kept->code
                                                                : merge->gone->code;
  return hf_db_execute (
      merge->session->db,
      "INSERT INTO customer_alias (id, code, customer_id) VALUES ($1, $2, $3)",
      HF_DB_VALUES (hf_db_integer (merge->gone->id), hf_db_text (code),
                    hf_db_integer (merge->kept->id)),
      NULL, error);
}

/* The one's file, so that later changes can be told. */
static gboolean
keep_after (const Merge *merge, GError **error)
{
  g_auto (GStrv) columns = g_strsplit (HF_MERGE_FILE_COLUMNS, ", ", 2);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO customer_merge_file (merge_id, " HF_MERGE_FILE_COLUMNS ") "
      "SELECT $1, 0, %s FROM customer WHERE id = $2 AND $2 <> $3",
      columns[1]);
  return execute (merge, sql, error);
}

/* The one that goes makes room for its code before the other can take it. */
static gboolean
store_one (const Merge *merge, const HfCustomer *one, GError **error)
{
  return hf_db_execute (
             merge->session->db, "UPDATE referral SET became_id = $2 WHERE became_id = $1",
             HF_DB_VALUES (hf_db_integer (merge->gone->id), hf_db_integer (merge->kept->id)),
             NULL, error)
         && hf_db_execute (merge->session->db, "DELETE FROM customer WHERE id = $1",
                           HF_DB_VALUES (hf_db_integer (merge->gone->id)), NULL, error)
         && keep_code (merge, one, error)
         && hf_store_customers_update_row (merge->session, one, error)
         && hf_db_execute (merge->session->db,
                           "UPDATE customer SET revision = revision + " HF_MERGE_REVISION_STEP
                           " WHERE id = $1",
                           HF_DB_VALUES (hf_db_integer (one->id)), NULL, error)
         && execute (merge,
                     "UPDATE customer_merge SET at_revision = (SELECT revision FROM customer "
                     "WHERE id = $2) WHERE id = $1 AND gone_id = $3",
                     error)
         && keep_after (merge, error);
}

/**
 * hf_store_customers_merge:
 * @session: a session that writes
 * @kept: the customer who stays, as they were read
 * @gone: the customer who becomes a part of it, as they were read
 * @choices: whose values are kept
 * @merge_id: (out): the key by which it is undone
 * @error: (nullable): CONFLICT where one of them was changed since, %HF_MERGE_ERROR or
 *   %HF_FIELD_ERROR
 *
 * Makes two customers one: what happened with either happened with the one. Who was not to be
 * called is not called, and the code that goes still finds the one that stays.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_customers_merge (HfStoreSession *session, const HfCustomer *kept,
                          const HfCustomer *gone, const HfMergeChoices *choices,
                          gint64 *merge_id, GError **error)
{
  const Merge merge = { session, hf_id_new (), kept, gone, choices };
  if (!hf_store_session_lock (session, "merge-lock",
                              HF_DB_VALUES (hf_db_integer (kept->id), hf_db_integer (gone->id)),
                              error))
    return FALSE;
  g_autoptr (HfCustomer) one = hf_merge_choices_apply (choices, kept, gone);
  g_autoptr (HfCustomer) stored = hf_store_customers_get (session, gone->id, error);
  if (stored == NULL || !check (&merge, error) || !hf_customer_validate (one, error))
    return FALSE;
  if (stored->revision != gone->revision)
    {
      g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT,
                           "the customer was changed in the meantime");
      return FALSE;
    }
  *merge_id = merge.id;
  hf_store_session_touch (session, MOVED_TOPICS);
  return insert_merge (&merge, error) && keep_before (&merge, error)
         && settle_twice (&merge, error)
         && settle_managers (&merge, one->account_manager_id, error)
         && move_items (&merge, error) && move_purchases (&merge, error)
         && move_values (&merge, error) && store_one (&merge, one, error)
         && hf_queue_set_zones (session, kept->id, error);
}

static gpointer
merge_of_row (HfDbStatement *row)
{
  HfMergeRecord *self = g_new0 (HfMergeRecord, 1);
  self->id = hf_db_statement_get_integer (row, 0);
  self->kept_id = hf_db_statement_get_integer (row, 1);
  self->gone_id = hf_db_statement_get_integer (row, 2);
  self->at_revision = hf_db_statement_get_integer (row, 3);
  self->gone_title = hf_db_statement_dup_text (row, 4);
  return self;
}

/**
 * hf_merge_record_free:
 * @self: (transfer full): a merge
 *
 * Frees it.
 */
void
hf_merge_record_free (HfMergeRecord *self)
{
  g_free (self->gone_title);
  g_free (self);
}

/**
 * hf_store_merges_get:
 * @session: a session
 * @merge_id: a merge's key
 * @error: (nullable): NOT_FOUND, also where it was undone
 *
 * Reads a merge.
 *
 * Returns: (transfer full) (nullable): the merge
 */
HfMergeRecord *
hf_store_merges_get (HfStoreSession *session, gint64 merge_id, GError **error)
{
  return hf_store_session_get (session,
                               "SELECT id, kept_id, gone_id, at_revision, "
                               "coalesce (gone_name, gone_code) FROM customer_merge "
                               "WHERE id = $1 AND undone_at = 0",
                               HF_DB_VALUES (hf_db_integer (merge_id)), merge_of_row, error);
}
