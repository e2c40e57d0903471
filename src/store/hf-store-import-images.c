#include "config.h"

#include "hf-store-import-images-private.h"

#include "hf-import-record.h"
#include "hf-store-session-private.h"

const HfImportTable hf_import_tables[] = {
  { "customer",
    { "id", NULL },
    "code, name, phone, phone_digits, email, company, address, branch_id, "
    "account_manager_id, time_zone, language, tags, status, joined_on, lost_on, annual_value, "
    "need, "
    "do_not_call, do_not_call_on, do_not_call_reason, do_not_call_by_id, note, sort_name",
    "id",
    TRUE },
  { "complaint",
    { "id", NULL },
    "number, customer_id, customer_code, customer_name, phone, received_at, received_on, "
    "channel, category, severity, words, wish, branch_id, product, status, taken_by_id, "
    "handler_id, word_of_mouth_risk, term, clock, respond_by, next_word_by, word_every, "
    "due_at, acknowledged_at, "
    "responded_at, closed_at, expected, satisfaction, solved_where, solved_how, risk_left, "
    "cost",
    "customer_id",
    TRUE },
  { "purchase", { "customer_id", "month", NULL }, "amount, need", "customer_id", FALSE },
  { "coded_reason",
    { "id", NULL },
    "verbatim_id, code, rank, basis, quote, quote_start, coder_id, at, learnt_on",
    "customer_id",
    TRUE },
  { "account_manager_period",
    { "id", NULL },
    "staff_id, from_on, to_on",
    "customer_id",
    FALSE },
  { "satisfaction_score",
    { "id", NULL },
    "scored_on, score, scale, question, place, words",
    "customer_id",
    FALSE },
  { "custom_value", { "customer_id", "field_id", NULL }, "value", "customer_id", FALSE },
  { NULL, { NULL }, NULL, NULL, FALSE },
};

/**
 * hf_store_import_images_keep:
 * @session: a session that writes
 * @table: a table of #hf_import_tables
 * @condition: which of its records are about to be changed
 * @values: (array length=n_values): the condition's parameters
 * @n_values: how many
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Keeps records as they were before the import that is under way, where one is. Those that it
 * made itself need not be kept.
 *
 * Returns: whether they are kept
 */
gboolean
hf_store_import_images_keep (HfStoreSession *session, const char *table, const char *condition,
                             const HfDbValue *values, gsize n_values, GError **error)
{
  if (session->import_id == 0)
    return TRUE;
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO import_image_%s SELECT %" G_GINT64_FORMAT ", 0, t.* FROM %s t WHERE %s "
      "AND t.import_id IS DISTINCT FROM %" G_GINT64_FORMAT " ON CONFLICT DO NOTHING",
      table, session->import_id, table, condition, session->import_id);
  return hf_db_execute (session->db, sql, values, n_values, NULL, error);
}

/**
 * hf_store_import_images_join:
 * @table: a table
 * @one: a name of it or of its images in a statement
 * @other: another
 *
 * Says that two are the same record.
 *
 * Returns: (transfer full): a condition
 */
char *
hf_store_import_images_join (const HfImportTable *table, const char *one, const char *other)
{
  GString *sql = g_string_new (NULL);
  for (gsize i = 0; table->key[i] != NULL; i++)
    g_string_append_printf (sql, "%s%s.%s = %s.%s", i > 0 ? " AND " : "", one, table->key[i],
                            other, table->key[i]);
  return g_string_free (sql, FALSE);
}

static gboolean
execute (HfStoreSession *session, const char *sql, gint64 import_id, GError **error)
{
  return hf_db_execute (session->db, sql, HF_DB_VALUES (hf_db_integer (import_id)), NULL,
                        error);
}

/**
 * hf_store_import_images_complete:
 * @session: a session in which an import is under way
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Keeps what became of the records that the import changed, so that later changes can be told
 * from its own.
 *
 * Returns: whether that is kept
 */
gboolean
hf_store_import_images_complete (HfStoreSession *session, GError **error)
{
  for (const HfImportTable *table = hf_import_tables; table->table != NULL; table++)
    {
      g_autofree char *join = hf_store_import_images_join (table, "b", "t");
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO import_image_%s SELECT $1, 1, t.* FROM import_image_%s b JOIN %s t "
          "ON %s WHERE b.of_import = $1 AND b.phase = 0",
          table->table, table->table, table->table, join);
      if (!execute (session, sql, session->import_id, error))
        return FALSE;
    }
  return TRUE;
}

/* Each column that the import changed gets what was there before. */
static char *
put_back_statement (const HfImportTable *table)
{
  g_auto (GStrv) columns = g_strsplit (table->columns, ", ", -1);
  g_autofree char *images = hf_store_import_images_join (table, "b", "a");
  g_autofree char *record = hf_store_import_images_join (table, "b", table->table);
  g_autoptr (GString) set = g_string_new (NULL);
  g_autoptr (GString) changed = g_string_new (NULL);
  for (gsize i = 0; columns[i] != NULL; i++)
    {
      g_string_append_printf (set,
                              "%s%s = CASE WHEN b.%s IS DISTINCT FROM a.%s THEN b.%s "
                              "ELSE %s.%s END",
                              i > 0 ? ", " : "", columns[i], columns[i], columns[i], columns[i],
                              table->table, columns[i]);
      g_string_append_printf (changed, "%sb.%s IS DISTINCT FROM a.%s", i > 0 ? " OR " : "",
                              columns[i], columns[i]);
    }
  /* The images have one as well. */
  g_autofree char *revision = g_strdup_printf (", revision = %s.revision + 1", table->table);
  return g_strdup_printf (
      "UPDATE %s SET %s%s FROM import_image_%s b, import_image_%s a WHERE b.of_import = $1 "
      "AND b.phase = 0 AND a.of_import = $1 AND a.phase = 1 AND %s AND %s AND (%s)",
      table->table, set->str, table->has_revision ? revision : "", table->table, table->table,
      images, record, changed->str);
}

/**
 * hf_store_import_images_put_back:
 * @session: a session that writes
 * @table: a table
 * @import_id: an import's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Puts back what was in the columns of the records that an import changed, each column for
 * itself. A revision goes on, so that nobody stores over it what was read before.
 *
 * Returns: whether that is stored
 */
gboolean
hf_store_import_images_put_back (HfStoreSession *session, const HfImportTable *table,
                                 gint64 import_id, GError **error)
{
  g_autofree char *sql = put_back_statement (table);
  return execute (session, sql, import_id, error);
}

/**
 * hf_store_import_images_drop:
 * @session: a session that writes
 * @table: a table
 * @import_id: an import's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Forgets what an import changed.
 *
 * Returns: whether that is stored
 */
gboolean
hf_store_import_images_drop (HfStoreSession *session, const HfImportTable *table,
                             gint64 import_id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM import_image_%s WHERE of_import = $1",
                                          table->table);
  return execute (session, sql, import_id, error);
}

/**
 * hf_store_import_images_forget:
 * @session: a session that writes
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Forgets what imports changed that are too old to be undone: it is what is known of customers,
 * and is kept no longer than it is needed.
 *
 * Returns: whether that is stored
 */
gboolean
hf_store_import_images_forget (HfStoreSession *session, GError **error)
{
  gint64 oldest = hf_store_session_get_now (session) - HF_IMPORT_UNDO_DAYS * G_TIME_SPAN_DAY;
  for (const HfImportTable *table = hf_import_tables; table->table != NULL; table++)
    {
      g_autofree char *sql = g_strdup_printf (
          "DELETE FROM import_image_%s WHERE of_import IN (SELECT m.id FROM import m "
          "WHERE m.at < $1)",
          table->table);
      if (!execute (session, sql, oldest, error))
        return FALSE;
    }
  return TRUE;
}
