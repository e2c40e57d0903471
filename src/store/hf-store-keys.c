#include "config.h"

#include "hf-store-keys-private.h"

/* How many records one statement reads. */
#define KEYS_AT_ONCE 100

/**
 * hf_store_keys_list:
 * @session: a session
 * @sql: a statement that selects keys
 * @values: (array length=n_values) (nullable): its parameters
 * @n_values: how many
 * @error: (nullable): %HF_DB_ERROR
 *
 * Reads the keys of a list, eight bytes each, so that those of a million records take no more
 * than a few pages of the records themselves.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the keys, in the statement's order
 */
GArray *
hf_store_keys_list (HfStoreSession *session, const char *sql, const HfDbValue *values,
                    gsize n_values, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_db_query (session->db, sql, values, n_values, error);
  if (rows == NULL)
    return NULL;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      gint64 key = hf_db_statement_get_integer (rows, 0);
      g_array_append_val (keys, key);
    }
  return step == HF_DB_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

static char *
make_statement (const char *select)
{
  GString *sql = g_string_new (select);
  for (guint i = 1; i <= KEYS_AT_ONCE; i++)
    g_string_append_printf (sql, "%s$%u", i > 1 ? ", " : " IN (", i);
  return g_string_free (g_string_append_c (sql, ')'), FALSE);
}

static void
unref_record (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

/* Puts each record where its key is. */
static void
place_record (GPtrArray *records, const gint64 *keys, guint first, guint end, gint64 key,
              gpointer record)
{
  for (guint i = first; i < end; i++)
    if (keys[i] == key && records->pdata[i] == NULL)
      {
        records->pdata[i] = record;
        return;
      }
  g_object_unref (record);
}

static gboolean
read_some (HfStoreSession *session, const char *sql, const gint64 *keys, guint first, guint end,
           HfStoreRowFunc row_func, GPtrArray *records, GError **error)
{
  HfDbValue values[KEYS_AT_ONCE];
  for (guint i = 0; i < KEYS_AT_ONCE; i++)
    values[i] = hf_db_integer (keys[MIN (first + i, end - 1)]);
  g_autoptr (HfDbStatement) rows = hf_db_query (session->db, sql, values, KEYS_AT_ONCE, error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    place_record (records, keys, first, end, hf_db_statement_get_integer (rows, 0),
                  row_func (rows));
  return step == HF_DB_STEP_DONE;
}

/**
 * hf_store_keys_read:
 * @session: a session
 * @select: a statement that selects records, the key first, up to the column that is the key
 * @keys: (array length=n_keys): which records, each once
 * @n_keys: how many
 * @row_func: makes a #GObject of a row
 * @error: (nullable): %HF_DB_ERROR
 *
 * Reads some records by their keys.
 *
 * Returns: (transfer full) (nullable) (element-type GObject): the records, in the order of the
 *   keys; %NULL in the place of one that is gone
 */
GPtrArray *
hf_store_keys_read (HfStoreSession *session, const char *select, const gint64 *keys,
                    guint n_keys, HfStoreRowFunc row_func, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (unref_record);
  g_autofree char *sql = make_statement (select);
  g_ptr_array_set_size (records, n_keys);
  for (guint first = 0; first < n_keys; first += KEYS_AT_ONCE)
    if (!read_some (session, sql, keys, first, MIN (first + KEYS_AT_ONCE, n_keys), row_func,
                    records, error))
      return NULL;
  return g_steal_pointer (&records);
}
