#include "config.h"

#include "hf-store-customer-match.h"

#include "hf-store-customers-private.h"
#include "hf-store-session-private.h"

/* How many keys one statement looks for. */
#define KEYS_AT_ONCE 64

#define OLDEST(condition)                                                                      \
  " WHERE customer.id IN (SELECT min (id) FROM customer WHERE " condition

/* What is read as the key, and what comes before and behind the list of keys. */
static const struct
{
  const char *key, *before, *after;
} matches[] = {
  [HF_CUSTOMER_MATCH_CODE] = { "customer.code", " WHERE customer.code IN (", ")" },
  [HF_CUSTOMER_MATCH_ALIAS] = { "alias.code",
                                " JOIN customer_alias alias ON alias.customer_id = customer.id "
                                "WHERE alias.code IN (",
                                ")" },
  [HF_CUSTOMER_MATCH_PHONE] = { "customer.phone_digits", OLDEST ("phone_digits IN ("),
                                ") GROUP BY phone_digits)" },
  [HF_CUSTOMER_MATCH_NAME] = { "customer.sort_name", OLDEST ("sort_name IN ("),
                               ") GROUP BY sort_name)" },
  [HF_CUSTOMER_MATCH_NAME_ALONE] = { "customer.sort_name",
                                     OLDEST ("phone_digits IS NULL AND sort_name IN ("),
                                     ") GROUP BY sort_name)" },
};

static char *
make_statement (HfCustomerMatch match)
{
  GString *sql = g_string_new ("SELECT " HF_STORE_CUSTOMER_COLUMNS ", ");
  g_string_append_printf (sql, "%s" HF_STORE_CUSTOMER_TABLES "%s", matches[match].key,
                          matches[match].before);
  for (guint i = 1; i <= KEYS_AT_ONCE; i++)
    g_string_append_printf (sql, "%s$%u", i > 1 ? ", " : "", i);
  return g_string_free (g_string_append (sql, matches[match].after), FALSE);
}

static gboolean
match_some (HfStoreSession *session, const char *sql, const char *const *keys, guint n_keys,
            GHashTable *found, GError **error)
{
  HfDbValue values[KEYS_AT_ONCE];
  for (guint i = 0; i < KEYS_AT_ONCE; i++)
    values[i] = hf_db_text (i < n_keys ? keys[i] : NULL);
  g_autoptr (HfDbStatement) rows = hf_db_query (session->db, sql, values, KEYS_AT_ONCE, error);
  if (rows == NULL)
    return FALSE;
  /* The key is read behind the customer. */
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    g_hash_table_replace (found, hf_db_statement_dup_text (rows, HF_STORE_CUSTOMER_N_COLUMNS),
                          hf_store_customer_of_row (rows));
  return step == HF_DB_STEP_DONE;
}

/**
 * hf_store_customers_match:
 * @session: a session
 * @match: by what customers are recognised
 * @keys: (array length=n_keys): codes, digits of phones, or names
 * @n_keys: how many
 * @found: (element-type utf8 HfCustomer): who was found is added here by the key, the oldest
 *   where there are several; it frees both
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the customers who have some keys, many at a time.
 *
 * Returns: whether they could be read
 */
gboolean
hf_store_customers_match (HfStoreSession *session, HfCustomerMatch match,
                          const char *const *keys, guint n_keys, GHashTable *found,
                          GError **error)
{
  g_autofree char *sql = n_keys > 0 ? make_statement (match) : NULL;
  for (guint first = 0; first < n_keys; first += KEYS_AT_ONCE)
    if (!match_some (session, sql, keys + first, MIN (KEYS_AT_ONCE, n_keys - first), found,
                     error))
      return FALSE;
  return TRUE;
}

/**
 * hf_store_customers_each_code:
 * @session: a session
 * @func: (scope call): is given one code after the other
 * @data: for @func
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Goes through all codes under which customers are found.
 *
 * Returns: whether all of them could be read
 */
gboolean
hf_store_customers_each_code (HfStoreSession *session, HfStoreCodeFunc func, gpointer data,
                              GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_db_query (
      session->db,
      "SELECT code FROM customer UNION ALL SELECT code FROM customer_alias " HF_DB_WHOLE_TABLE,
      HF_DB_NO_VALUES, error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    func (hf_db_statement_get_text (rows, 0), data);
  return step == HF_DB_STEP_DONE;
}

/**
 * hf_store_customers_each_refusal:
 * @session: a session
 * @func: (scope call): is given one phone after the other
 * @data: for @func
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Goes through the phones of all customers who do not want to be called.
 *
 * Returns: whether all of them could be read
 */
gboolean
hf_store_customers_each_refusal (HfStoreSession *session, HfStoreRefusalFunc func,
                                 gpointer data, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_db_query (
      session->db,
      "SELECT phone_digits, code FROM customer "
      "WHERE do_not_call = 1 AND phone_digits IS NOT NULL ORDER BY sort_name, id",
      HF_DB_NO_VALUES, error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    func (hf_db_statement_get_text (rows, 0), hf_db_statement_get_text (rows, 1), data);
  return step == HF_DB_STEP_DONE;
}
