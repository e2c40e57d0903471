#include "config.h"

#include "hf-store-custom-values.h"

#include "hf-custom-field.h"
#include "hf-customer.h"
#include "hf-store-import-images-private.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

/* How many customers one statement looks for. */
#define CUSTOMERS_AT_ONCE 64

static GHashTable *
new_values (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

static GHashTable *
ensure_values (GHashTable *found, gint64 customer_id)
{
  GHashTable *values = g_hash_table_lookup (found, &customer_id);
  if (values == NULL)
    {
      values = new_values ();
      g_hash_table_insert (found, g_memdup2 (&customer_id, sizeof customer_id), values);
    }
  return values;
}

static char *
make_statement (void)
{
  GString *sql = g_string_new (
      "SELECT customer_id, field_id, value FROM custom_value WHERE customer_id IN (");
  for (guint i = 1; i <= CUSTOMERS_AT_ONCE; i++)
    g_string_append_printf (sql, "%s$%u", i > 1 ? ", " : "", i);
  return g_string_free (g_string_append_c (sql, ')'), FALSE);
}

static gboolean
look_up_some (HfStoreSession *session, const char *sql, const gint64 *customers,
              guint n_customers, GHashTable *found, GError **error)
{
  HfDbValue values[CUSTOMERS_AT_ONCE];
  for (guint i = 0; i < CUSTOMERS_AT_ONCE; i++)
    values[i] = hf_db_reference (i < n_customers ? customers[i] : 0);
  g_autoptr (HfDbStatement) rows = hf_db_query (session->db, sql, values, CUSTOMERS_AT_ONCE,
                                                error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      gint64 id = hf_db_statement_get_integer (rows, 1);
      g_hash_table_insert (ensure_values (found, hf_db_statement_get_integer (rows, 0)),
                           g_memdup2 (&id, sizeof id), hf_db_statement_dup_text (rows, 2));
    }
  return step == HF_DB_STEP_DONE;
}

/**
 * hf_store_custom_values_look_up:
 * @session: a session
 * @customers: (array length=n_customers): customers' keys
 * @n_customers: how many
 * @found: (element-type gint64 GHashTable): gets what is entered in the custom fields of each,
 *   a field's key to its value, by the customer's key; nothing for whom nothing is entered
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what is entered in many customers' custom fields.
 *
 * Returns: whether it could be read
 */
gboolean
hf_store_custom_values_look_up (HfStoreSession *session, const gint64 *customers,
                                guint n_customers, GHashTable *found, GError **error)
{
  g_autofree char *sql = n_customers > 0 ? make_statement () : NULL;
  for (guint first = 0; first < n_customers; first += CUSTOMERS_AT_ONCE)
    if (!look_up_some (session, sql, customers + first,
                       MIN (CUSTOMERS_AT_ONCE, n_customers - first), found, error))
      return FALSE;
  return TRUE;
}

/**
 * hf_store_custom_values_get:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what is entered in a customer's custom fields.
 *
 * Returns: (transfer full) (nullable) (element-type gint64 utf8): a field's key to its value
 */
GHashTable *
hf_store_custom_values_get (HfStoreSession *session, gint64 customer_id, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) g_hash_table_unref);
  return hf_store_custom_values_look_up (session, &customer_id, 1, found, error)
             ? g_hash_table_ref (ensure_values (found, customer_id))
             : NULL;
}

/**
 * hf_store_custom_values_add_to:
 * @session: a session
 * @customers: (element-type HfCustomer): customers, %NULL among them passed over
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Adds to customers what is entered in their custom fields.
 *
 * Returns: whether it could be read
 */
gboolean
hf_store_custom_values_add_to (HfStoreSession *session, GPtrArray *customers, GError **error)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), customers->len);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < customers->len; i++)
    if (customers->pdata[i] != NULL)
      g_array_append_val (ids, ((HfCustomer *) customers->pdata[i])->id);
  if (!hf_store_custom_values_look_up (session, (const gint64 *) (gpointer) ids->data, ids->len,
                                       found, error))
    return FALSE;
  for (guint i = 0; i < customers->len; i++)
    {
      HfCustomer *customer = customers->pdata[i];
      GHashTable *values = customer != NULL ? g_hash_table_lookup (found, &customer->id) : NULL;
      if (values != NULL)
        customer->custom = g_hash_table_ref (values);
    }
  return TRUE;
}

static gboolean
save_value (HfStoreSession *session, gint64 customer_id, gint64 field_id, const char *value,
            GError **error)
{
  if (value == NULL)
    return hf_db_execute (
        session->db, "DELETE FROM custom_value WHERE customer_id = $1 AND field_id = $2",
        HF_DB_VALUES (hf_db_integer (customer_id), hf_db_integer (field_id)), NULL, error);
  return hf_db_execute (
      session->db,
      "INSERT INTO custom_value (customer_id, field_id, value, import_id) "
      "VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (customer_id, field_id) DO UPDATE SET value = excluded.value",
      HF_DB_VALUES (hf_db_integer (customer_id), hf_db_integer (field_id), hf_db_text (value),
                    hf_db_reference (session->import_id)),
      NULL, error);
}

/**
 * hf_store_custom_values_add:
 * @session: a session that writes
 * @customer_id: a new customer's key
 * @field_id: a field's key
 * @value: what to store
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores what is entered in a custom field of a new customer, who has no history yet.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_custom_values_add (HfStoreSession *session, gint64 customer_id, gint64 field_id,
                            const char *value, GError **error)
{
  hf_store_session_touch (session, HF_STORE_CUSTOMERS);
  return save_value (session, customer_id, field_id, value, error);
}

static gboolean
keep_image (HfStoreSession *session, gint64 customer_id, gint64 field_id, GError **error)
{
  return hf_store_import_images_keep (
      session, "custom_value", "customer_id = $1 AND field_id = $2",
      HF_DB_VALUES (hf_db_integer (customer_id), hf_db_integer (field_id)), error);
}

/**
 * hf_store_custom_values_put:
 * @session: a session that writes
 * @customer_id: a customer's key
 * @field_id: a field's key
 * @before: (nullable): what is stored, %NULL for nothing
 * @after: (nullable): what to store; %NULL empties the field
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores what is entered in a custom field, and what was there before in the history.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_custom_values_put (HfStoreSession *session, gint64 customer_id, gint64 field_id,
                            const char *before, const char *after, GError **error)
{
  g_autofree char *key = hf_custom_field_dup_key (field_id);
  hf_store_session_touch (session, HF_STORE_CUSTOMERS);
  return (before == NULL || keep_image (session, customer_id, field_id, error))
         && save_value (session, customer_id, field_id, after, error)
         && hf_store_session_log (session, "custom_value", customer_id, "update", key, before,
                                  after, error);
}

/* Nothing is there of what is not known. */
static const char *
find_value (GHashTable *values, gconstpointer field_id)
{
  const char *text = values != NULL ? g_hash_table_lookup (values, field_id) : NULL;
  return hf_text_is_blank (text) ? NULL : text;
}

/**
 * hf_store_custom_values_check:
 * @session: a session
 * @customer_id: a customer's key
 * @read: (nullable) (element-type gint64 utf8): what was there when the values were typed
 * @values: (element-type gint64 utf8): a field's key to the value that is to be stored
 * @error: (nullable): CONFLICT where something else is stored in one of these fields by now ...
 *
 * Looks whether somebody else was faster.
 *
 * Returns: whether nobody was
 */
gboolean
hf_store_custom_values_check (HfStoreSession *session, gint64 customer_id, GHashTable *read,
                              GHashTable *values, GError **error)
{
  g_autoptr (GHashTable) stored = hf_store_custom_values_get (session, customer_id, error);
  GHashTableIter iter;
  gpointer id;
  if (stored == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_strcmp0 (find_value (stored, id), find_value (read, id)) != 0
        && g_strcmp0 (find_value (stored, id), find_value (values, id)) != 0)
      {
        g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT,
                             "a custom field was changed in the meantime");
        return FALSE;
      }
  return TRUE;
}

/**
 * hf_store_custom_values_save:
 * @session: a session that writes
 * @customer_id: a customer's key
 * @values: (element-type gint64 utf8): a field's key to its value; blank empties it, and a
 * field that is not there stays
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores what is entered in a customer's custom fields.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_custom_values_save (HfStoreSession *session, gint64 customer_id, GHashTable *values,
                             GError **error)
{
  g_autoptr (GHashTable) before = hf_store_custom_values_get (session, customer_id, error);
  GHashTableIter iter;
  gpointer id;
  if (before == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const char *was = find_value (before, id);
      const char *is = find_value (values, id);
      if (g_strcmp0 (was, is) != 0
          && !hf_store_custom_values_put (session, customer_id, *(gint64 *) id, was, is, error))
        return FALSE;
    }
  return TRUE;
}
