#include "config.h"

#include <glib/gi18n.h>

#include "hf-store-customers.h"
#include "hf-store-merges-private.h"
#include "hf-store-queue-private.h"
#include "hf-store-search-private.h"
#include "hf-store-session-private.h"
#include "hf-time.h"

#define MERGE_VALUES(merge)                                                                    \
  HF_DB_VALUES (hf_db_integer ((merge)->id), hf_db_integer ((merge)->kept_id),                 \
                hf_db_integer ((merge)->gone_id))

static gpointer
text_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

/* Adds words, where a statement finds any: they fill the %s of the format. */
static gboolean
find_words (HfStoreSession *session, GPtrArray *found, const char *format, const char *sql,
            const HfMergeRecord *merge, GError **error)
{
  g_autoptr (GPtrArray) names = hf_store_session_list (session, sql, MERGE_VALUES (merge),
                                                       text_of_row, g_free, error);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
      g_ptr_array_add (found, g_strjoinv (g_ptr_array_index (names, i), parts));
    }
  return names != NULL;
}

static gboolean
find_count (HfStoreSession *session, GPtrArray *found, const char *label, const char *sql,
            const HfMergeRecord *merge, GError **error)
{
  gint64 count = 0;
  if (!hf_store_session_count (session, sql, MERGE_VALUES (merge), &count, error))
    return FALSE;
  if (count == 0)
    return TRUE;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  /* Translators: what was stored after two customers were merged, such as "Calls", and how many
   * of it. */
  g_ptr_array_add (found, g_strdup_printf (C_ ("merge", "%s: %s"), label, number));
  return TRUE;
}

/* Records that came since, and those that are no longer there. */
static gboolean
find_records (HfStoreSession *session, GPtrArray *found, const HfMergeTable *table,
              const HfMergeRecord *merge, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT (SELECT count(*) FROM %s WHERE customer_id = $2 AND id NOT IN (SELECT record_id "
      "FROM customer_merge_item WHERE merge_id = $1 AND entity = '%s')) "
      "+ (SELECT count(*) FROM customer_merge_item WHERE merge_id = $1 AND entity = '%s' "
      "AND record_id NOT IN (SELECT id FROM %s WHERE customer_id = $2 AND $3 = $3))",
      table->table, table->table, table->table, table->table);
  /* The code of whom was merged is an alias that the merge itself made. */
  if (g_str_equal (table->table, "customer_alias"))
    return TRUE;
  return find_count (session, found, g_dpgettext2 (NULL, "merge", table->label), sql, merge,
                     error);
}

static gboolean
look_at_file (HfStoreSession *session, const HfMergeRecord *merge, gboolean *changed,
              GError **error)
{
  gint64 revision = 0;
  if (!hf_store_session_count (session, "SELECT revision FROM customer WHERE id = $1",
                               HF_DB_VALUES (hf_db_integer (merge->kept_id)), &revision, error))
    return FALSE;
  *changed = revision != 0 && revision != merge->at_revision;
  return TRUE;
}

/* Only the last merge can be undone: what came of it is part of the next one. */
static gboolean
find_merges (HfStoreSession *session, GPtrArray *found, const HfMergeRecord *merge,
             GError **error)
{
  return find_words (session, found,
                     /* Translators: %s is a customer's name. */
                     _ ("Merged with %s since; undo that first"),
                     "SELECT coalesce (m.gone_name, m.gone_code) FROM customer_merge m "
                     "WHERE m.kept_id = $2 AND m.id > $1 AND m.undone_at = 0 "
                     "AND m.gone_id <> $3 ORDER BY m.id",
                     merge, error)
         && find_words (session, found,
                        /* Translators: %s is a customer's name. */
                        _ ("Merged into %s since; undo that first"),
                        "SELECT coalesce (c.name, c.company, c.code) FROM customer_merge m "
                        "JOIN customer c ON c.id = m.kept_id WHERE m.gone_id = $2 "
                        "AND m.undone_at = 0 AND $1 <> $3",
                        merge, error);
}

static gboolean
find_later_work (HfStoreSession *session, GPtrArray *found, const HfMergeRecord *merge,
                 GError **error)
{
  gboolean changed = FALSE;
  for (gsize i = 0; hf_merge_tables[i].table != NULL; i++)
    if (!find_records (session, found, &hf_merge_tables[i], merge, error))
      return FALSE;
  if (!find_count (session, found, C_ ("merge", "Months of purchases"),
                   "SELECT count(*) FROM (SELECT month, amount, need FROM purchase "
                   "WHERE customer_id = $2 EXCEPT SELECT month, amount, need "
                   "FROM customer_merge_purchase WHERE merge_id = $1 AND owner_id = 0 "
                   "AND $3 = $3) later",
                   merge, error)
      || !find_count (session, found, C_ ("merge", "Custom fields"),
                      "SELECT (SELECT count(*) FROM (SELECT field_id, value FROM custom_value "
                      "WHERE customer_id = $2 EXCEPT SELECT field_id, value "
                      "FROM customer_merge_value WHERE merge_id = $1 AND owner_id = 0) more) "
                      "+ (SELECT count(*) FROM (SELECT field_id FROM customer_merge_value "
                      "WHERE merge_id = $1 AND owner_id = 0 AND $3 = $3 EXCEPT SELECT field_id "
                      "FROM custom_value WHERE customer_id = $2) fewer)",
                      merge, error)
      || !look_at_file (session, merge, &changed, error))
    return FALSE;
  if (changed)
    g_ptr_array_add (found, g_strdup (_ ("The customer's file was changed")));
  return TRUE;
}

static gboolean
refuse (GPtrArray *found, HfMergeError code, GError **error)
{
  g_ptr_array_add (found, NULL);
  g_autofree char *lines = g_strjoinv ("\n", (char **) found->pdata);
  g_set_error (error, HF_MERGE_ERROR, code,
               /* Translators: %s is a list, such as "Calls: 2", a line for each. */
               _ ("Since then something was stored of which nobody can tell whose it is:\n%s"),
               lines);
  return FALSE;
}

static gboolean
check (HfStoreSession *session, const HfMergeRecord *merge, HfUnmerge later, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  if (!find_merges (session, found, merge, error))
    return FALSE;
  if (found->len > 0)
    return refuse (found, HF_MERGE_ERROR_LATER_MERGE, error);
  if (later == HF_UNMERGE_LATER_WORK_STAYS)
    return TRUE;
  return find_later_work (session, found, merge, error)
         && (found->len == 0 || refuse (found, HF_MERGE_ERROR_LATER_WORK, error));
}

static gboolean
move_back (HfStoreSession *session, const HfMergeTable *table, const HfMergeRecord *merge,
           GError **error)
{
#define ITEM "FROM customer_merge_item i WHERE i.merge_id = $1 AND i.entity = '%s'"
  g_autofree char *revision = g_strdup_printf (
      ", revision = CASE WHEN revision = (SELECT i.revision + " HF_MERGE_REVISION_STEP " " ITEM
      " AND i.record_id = %s.id) THEN revision - " HF_MERGE_REVISION_STEP
      " ELSE revision + 1 END",
      table->table, table->table);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE %s SET customer_id = $3%s WHERE customer_id = $2 AND id IN (SELECT "
      "i.record_id " ITEM " AND i.owner_id = $3)",
      table->table, table->has_revision ? revision : "", table->table);
  return hf_db_execute (session->db, sql, MERGE_VALUES (merge), NULL, error);
}

static gboolean
change_back (HfStoreSession *session, const char *table, const char *set,
             const HfMergeRecord *merge, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE %s SET %s WHERE customer_id IN ($2, $3) AND id IN (SELECT i.record_id " ITEM
      " AND i.changed = 1)",
      table, set, table);
  return hf_db_execute (session->db, sql, MERGE_VALUES (merge), NULL, error);
#undef ITEM
}

static gboolean
execute (HfStoreSession *session, const HfMergeRecord *merge, const char *sql, GError **error)
{
  return hf_db_execute (session->db, sql, MERGE_VALUES (merge), NULL, error);
}

/* What was changed since is as it is now, each column for itself. */
static char *
make_keep_changes (void)
{
  static const char *const constant[] = { "id", "import_id", "created_at", "revision", NULL };
  g_auto (GStrv) columns = g_strsplit (HF_MERGE_FILE_COLUMNS, ", ", -1);
  GString *sql = g_string_new ("UPDATE customer SET revision = customer.revision + 1");
  for (gsize i = 0; columns[i] != NULL; i++)
    if (!g_strv_contains (constant, columns[i]))
      g_string_append_printf (sql,
                              ", %s = CASE WHEN customer.%s IS DISTINCT FROM m.%s "
                              "THEN customer.%s ELSE f.%s END",
                              columns[i], columns[i], columns[i], columns[i], columns[i]);
  g_string_append (sql, " FROM customer_merge_file f, customer_merge_file m WHERE "
                        "f.merge_id = $1 AND f.id = $2 AND m.merge_id = $1 AND m.id = 0 "
                        "AND customer.id = $2 AND $3 = $3");
  return g_string_free (sql, FALSE);
}

static gboolean
restore_kept (HfStoreSession *session, const HfMergeRecord *merge, gboolean changed,
              GError **error)
{
  g_autofree char *keep_changes = make_keep_changes ();
  return execute (session, merge,
                  changed ? keep_changes
                          : "UPDATE customer SET (" HF_MERGE_FILE_COLUMNS
                            ") = (SELECT " HF_MERGE_FILE_COLUMNS " FROM customer_merge_file f "
                            "WHERE f.merge_id = $1 AND f.id = $2) WHERE id = $2 AND $3 = $3",
                  error);
}

/* Whichever of the two asked since not to be called: neither is. */
static gboolean
share_refusal (HfStoreSession *session, const HfMergeRecord *merge, GError **error)
{
#define REFUSAL "do_not_call, do_not_call_on, do_not_call_reason, do_not_call_by_id"
  return execute (session, merge,
                  "UPDATE customer SET (" REFUSAL ") = (SELECT " REFUSAL " FROM customer k "
                  "WHERE k.id = $2) WHERE id = $3 AND do_not_call = 0 AND EXISTS (SELECT 1 "
                  "FROM customer k JOIN customer_merge_file m ON m.merge_id = $1 AND m.id = 0 "
                  "WHERE k.id = $2 AND k.do_not_call = 1 AND m.do_not_call = 0)",
                  error);
#undef REFUSAL
}

static gboolean
restore_files (HfStoreSession *session, const HfMergeRecord *merge, gboolean changed,
               GError **error)
{
  return execute (session, merge,
                  "DELETE FROM customer_alias WHERE id = $3 AND customer_id = $2 AND $1 = $1",
                  error)
         && restore_kept (session, merge, changed, error)
         && execute (session, merge,
                     "INSERT INTO customer (" HF_MERGE_FILE_COLUMNS
                     ") SELECT " HF_MERGE_FILE_COLUMNS " FROM customer_merge_file "
                     "WHERE merge_id = $1 AND id = $3 AND id <> $2",
                     error)
         && share_refusal (session, merge, error);
}

/* Months that are as the merge left them; what came since stays. */
static gboolean
restore_purchases (HfStoreSession *session, const HfMergeRecord *merge, GError **error)
{
  return execute (session, merge,
                  "DELETE FROM purchase WHERE customer_id = $2 AND EXISTS (SELECT 1 "
                  "FROM customer_merge_purchase m WHERE m.merge_id = $1 AND m.owner_id = 0 "
                  "AND m.month = purchase.month AND m.amount = purchase.amount "
                  "AND m.need IS NOT DISTINCT FROM purchase.need) AND $3 = $3",
                  error)
         && execute (session, merge,
                     "INSERT INTO purchase (customer_id, month, amount, need, import_id) "
                     "SELECT owner_id, month, amount, need, import_id "
                     "FROM customer_merge_purchase WHERE merge_id = $1 "
                     "AND owner_id IN ($2, $3) ON CONFLICT (customer_id, month) DO NOTHING",
                     error);
}

/* Of the one's custom fields: what the merge left, and what was there before. */
#define AS_MERGED                                                                              \
  "EXISTS (SELECT 1 FROM customer_merge_value m WHERE m.merge_id = $1 AND m.owner_id = 0 "     \
  "AND m.field_id = custom_value.field_id AND m.value = custom_value.value)"
#define BEFORE                                                                                 \
  "FROM customer_merge_value v WHERE v.merge_id = $1 AND v.owner_id = $2 "                     \
  "AND v.field_id = custom_value.field_id"

static gboolean
restore_values (HfStoreSession *session, const HfMergeRecord *merge, GError **error)
{
  return execute (session, merge,
                  "DELETE FROM custom_value WHERE customer_id = $2 AND $3 = $3 "
                  "AND " AS_MERGED " AND NOT EXISTS (SELECT 1 " BEFORE ")",
                  error)
         && execute (session, merge,
                     "UPDATE custom_value SET (value, import_id) = (SELECT v.value, "
                     "v.import_id " BEFORE ") WHERE customer_id = $2 AND $3 = $3 "
                     "AND " AS_MERGED " AND EXISTS (SELECT 1 " BEFORE ")",
                     error)
         && execute (session, merge,
                     "INSERT INTO custom_value (customer_id, field_id, value, import_id) "
                     "SELECT v.owner_id, v.field_id, v.value, v.import_id "
                     "FROM customer_merge_value v WHERE v.merge_id = $1 AND (v.owner_id = $3 "
                     "OR (v.owner_id = $2 AND NOT EXISTS (SELECT 1 FROM customer_merge_value m "
                     "WHERE m.merge_id = $1 AND m.owner_id = 0 AND m.field_id = v.field_id))) "
                     "ON CONFLICT (customer_id, field_id) DO NOTHING",
                     error);
}

/* Whoever is named in the file looks after the customer, and nobody else. */
static gboolean
settle_managers (HfStoreSession *session, gint64 customer_id, GError **error)
{
  g_autofree char *today = hf_time_format_date (hf_store_session_get_now (session));
#define MANAGER "(SELECT c.account_manager_id FROM customer c WHERE c.id = $1)"
  return hf_db_execute (session->db,
                        "UPDATE account_manager_period SET to_on = $2 WHERE customer_id = $1 "
                        "AND to_on IS NULL AND staff_id IS DISTINCT FROM " MANAGER,
                        HF_DB_VALUES (hf_db_integer (customer_id), hf_db_text (today)), NULL,
                        error)
         && hf_db_execute (session->db,
                           "UPDATE account_manager_period SET to_on = NULL WHERE id = (SELECT "
                           "max (p.id) FROM account_manager_period p WHERE p.customer_id = $1 "
                           "AND p.staff_id = " MANAGER ") AND NOT EXISTS (SELECT 1 "
                           "FROM account_manager_period o WHERE o.customer_id = $1 "
                           "AND o.to_on IS NULL)",
                           HF_DB_VALUES (hf_db_integer (customer_id)), NULL, error);
#undef MANAGER
}

static gboolean
settle_changed (HfStoreSession *session, const HfMergeRecord *merge, GError **error)
{
  return settle_managers (session, merge->kept_id, error)
         && settle_managers (session, merge->gone_id, error);
}

static gboolean
restore_items (HfStoreSession *session, const HfMergeRecord *merge, GError **error)
{
  for (gsize i = 0; hf_merge_tables[i].table != NULL; i++)
    if (!move_back (session, &hf_merge_tables[i], merge, error))
      return FALSE;
  return change_back (session, "call_task", "state = 'waiting'", merge, error)
         && change_back (session, "coded_reason", "rank = 'primary'", merge, error)
         && change_back (session, "account_manager_period", "to_on = NULL", merge, error);
}

/* Both are found as before. */
static gboolean
restore_search (HfStoreSession *session, const HfMergeRecord *merge, GError **error)
{
  g_autoptr (HfCustomer) kept = hf_store_customers_get (session, merge->kept_id, error);
  if (kept == NULL || !hf_store_search_change (session, kept, error))
    return FALSE;
  g_autoptr (HfCustomer) gone = hf_store_customers_get (session, merge->gone_id, error);
  /* Added without its aliases first, then with them. */
  if (gone == NULL)
    return FALSE;
  g_autoptr (HfCustomerKeys) keys = hf_customer_keys_new (gone);
  return hf_store_search_add (session, gone->id, keys->tokens, error)
         && hf_store_search_change (session, gone, error);
}

static gboolean
end_merge (HfStoreSession *session, const HfMergeRecord *merge, GError **error)
{
  static const char *const kept[] = { "customer_merge_item", "customer_merge_file",
                                      "customer_merge_purchase", "customer_merge_value" };
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE merge_id = $1", kept[i]);
      if (!hf_db_execute (session->db, sql, HF_DB_VALUES (hf_db_integer (merge->id)), NULL,
                          error))
        return FALSE;
    }
  return hf_db_execute (
      session->db, "UPDATE customer_merge SET undone_at = $2, undone_by_id = $3 WHERE id = $1",
      HF_DB_VALUES (hf_db_integer (merge->id),
                    hf_db_integer (hf_store_session_get_now (session)),
                    hf_db_reference (session->staff_id)),
      NULL, error);
}

static gboolean
lock (HfStoreSession *session, gint64 merge_id, GError **error)
{
  g_autoptr (HfMergeRecord) merge = hf_store_merges_get (session, merge_id, error);
  return merge != NULL
         && hf_store_session_lock (
             session, "merge-lock",
             HF_DB_VALUES (hf_db_integer (merge->kept_id), hf_db_integer (merge->gone_id)),
             error);
}

/**
 * hf_store_customers_unmerge:
 * @session: a session that writes
 * @merge_id: a merge's key
 * @later: what happens where something was stored since of which nobody can tell whose it is
 * @error: (nullable): NOT_FOUND where it was undone already, or LATER_MERGE or LATER_WORK of
 *   %HF_MERGE_ERROR with a list
 *
 * Makes two customers of one again, each exactly as before; what became of their complaints,
 * promises and other records since stays. Where later work may stay with the one who was kept,
 * so do the fields that were changed; who asked since not to be called is not called under
 * either name.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_customers_unmerge (HfStoreSession *session, gint64 merge_id, HfUnmerge later,
                            GError **error)
{
  gboolean changed = FALSE;
  if (!lock (session, merge_id, error))
    return FALSE;
  g_autoptr (HfMergeRecord) merge = hf_store_merges_get (session, merge_id, error);
  if (merge == NULL || !check (session, merge, later, error)
      || !look_at_file (session, merge, &changed, error))
    return FALSE;
  hf_store_session_touch (session, HF_STORE_ALL);
  return restore_files (session, merge, changed, error) && restore_items (session, merge, error)
         && restore_purchases (session, merge, error) && restore_values (session, merge, error)
         && (!changed || settle_changed (session, merge, error))
         && restore_search (session, merge, error)
         && hf_queue_set_zones (session, merge->kept_id, error)
         && hf_queue_set_zones (session, merge->gone_id, error)
         && end_merge (session, merge, error);
}
