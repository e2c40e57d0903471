#include "config.h"

#include "hf-store-search-private.h"
#include "hf-search-key.h"
#include "hf-store-session-private.h"
#include "hf-store-settings.h"

/* Beside the keys, which program made them. */
#define KEY_VERSION_SETTING "search-key"
#define KEYS_AT_ONCE 1000

/* Most keys are shorter. */
#define KEY_LENGTH 256

/* Of the parts of the index; as 0002-engine.sqlite.sql has it. */
#define MERGED_AT_A_TIME 8

/* The codes of those who were merged with a customer. */
#define ALIASES_OF(id)                                                                         \
  "(SELECT group_concat (code, ' ') FROM (SELECT code FROM customer_alias "                    \
  "WHERE customer_id = " id " ORDER BY code) a)"

/**
 * hf_store_search_make_tokens:
 * @customer: a customer
 * @aliases: (nullable): the codes of those who were merged with this one, spaces between them
 *
 * Works out by what a customer is found; who was merged with another is found by that one's
 * code as well.
 *
 * Returns: (transfer full): tokens, spaces between them
 */
char *
hf_store_search_make_tokens (const HfCustomer *customer, const char *aliases)
{
  const HfSearchTexts texts = { .name = customer->name,
                                .company = customer->company,
                                .code = customer->code,
                                .email = customer->email,
                                .phone = customer->phone,
                                .aliases = aliases };
  GString *key = g_string_sized_new (KEY_LENGTH);
  hf_search_key_append (key, &texts);
  return g_string_free (key, FALSE);
}

/* An engine whose index follows its table by itself has no such piece. */
static gboolean
change_index (HfStoreSession *session, const char *piece, gint64 id, const char *tokens,
              GError **error)
{
  g_autofree char *sql = hf_store_session_load_sql (session, piece);
  return sql == NULL
         || hf_db_execute (session->db, sql,
                           HF_DB_VALUES (hf_db_integer (id), hf_db_text (tokens)), NULL, error);
}

/**
 * hf_store_search_add:
 * @session: a session that writes
 * @id: a new customer's key
 * @tokens: by what the customer is found
 * @error: (nullable): %HF_DB_ERROR
 *
 * Lets a new customer be found; in an import only from hf_store_search_index_import() on.
 *
 * Returns: whether that is stored
 */
gboolean
hf_store_search_add (HfStoreSession *session, gint64 id, const char *tokens, GError **error)
{
  return hf_db_execute (session->db,
                        "INSERT INTO customer_search_key (customer_id, tokens) VALUES ($1, $2)",
                        HF_DB_VALUES (hf_db_integer (id), hf_db_text (tokens)), NULL, error)
         && (session->import_id != 0
             || change_index (session, "customer-search-add", id, tokens, error));
}

/* Whether the customer came with the import that is under way, and is not in the index yet. */
static gboolean
is_new (HfStoreSession *session, gint64 id, gint64 *count, GError **error)
{
  *count = 0;
  /* Keys only grow, so that older customers need not be looked up. */
  return session->import_id == 0 || id < session->import_id
         || hf_store_session_count (
             session, "SELECT count(*) FROM customer WHERE id = $1 AND import_id = $2",
             HF_DB_VALUES (hf_db_integer (id), hf_db_integer (session->import_id)), count,
             error);
}

/* The tokens, and the aliases where there are any. */
static gpointer
known_of_row (HfDbStatement *row)
{
  char **known = g_new0 (char *, 3);
  known[0] = hf_db_statement_dup_text (row, 0);
  known[1] = hf_db_statement_dup_text (row, 1);
  return known;
}

/**
 * hf_store_search_change:
 * @session: a session that writes
 * @customer: a customer who was changed
 * @error: (nullable): %HF_DB_ERROR
 *
 * Lets a customer be found by what is now known.
 *
 * Returns: whether that is stored
 */
gboolean
hf_store_search_change (HfStoreSession *session, const HfCustomer *customer, GError **error)
{
  gint64 not_indexed = 0;
  g_auto (GStrv) known = hf_store_session_get (
      session,
      "SELECT tokens, " ALIASES_OF ("$1") " FROM customer_search_key WHERE customer_id = $1",
      HF_DB_VALUES (hf_db_integer (customer->id)), known_of_row, error);
  if (known == NULL || !is_new (session, customer->id, &not_indexed, error))
    return FALSE;
  const char *before = known[0];
  g_autofree char *tokens = hf_store_search_make_tokens (customer, known[1]);
  if (g_str_equal (before, tokens))
    return TRUE;
  if (!hf_db_execute (
          session->db, "UPDATE customer_search_key SET tokens = $2 WHERE customer_id = $1",
          HF_DB_VALUES (hf_db_integer (customer->id), hf_db_text (tokens)), NULL, error))
    return FALSE;
  return not_indexed
         || (change_index (session, "customer-search-remove", customer->id, before, error)
             && change_index (session, "customer-search-add", customer->id, tokens, error));
}

/* How many parts of the index an engine puts together at a time while it writes, 0 for none. */
static gboolean
set_merge (HfStoreSession *session, gint64 n_parts, GError **error)
{
  g_autofree char *sql = hf_store_session_load_sql (session, "customer-search-merge");
  return sql == NULL
         || hf_db_execute (session->db, sql, HF_DB_VALUES (hf_db_integer (n_parts)), NULL,
                           error);
}

/**
 * hf_store_search_index_import:
 * @session: a session in which an import is under way
 * @error: (nullable): %HF_DB_ERROR
 *
 * Lets the customers be found who are new by this import, all at once, which is much faster
 * than one after the other.
 *
 * Returns: whether that is stored
 */
gboolean
hf_store_search_index_import (HfStoreSession *session, GError **error)
{
  g_autofree char *sql = hf_store_session_load_sql (session, "customer-search-import");
  return sql == NULL
         || (set_merge (session, 0, error)
             && hf_db_execute (session->db, sql,
                               HF_DB_VALUES (hf_db_integer (session->import_id)), NULL, error)
             && set_merge (session, MERGED_AT_A_TIME, error));
}

/* A customer's key, and the tokens that are due to it. */
typedef struct
{
  gint64 id;
  char *tokens;
} Key;

static void
key_free (gpointer data)
{
  Key *key = data;
  g_free (key->tokens);
  g_free (key);
}

static gpointer
key_of_row (HfDbStatement *row)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->name = hf_db_statement_dup_text (row, 1);
  customer->company = hf_db_statement_dup_text (row, 2);
  customer->code = hf_db_statement_dup_text (row, 3);
  customer->email = hf_db_statement_dup_text (row, 4);
  customer->phone = hf_db_statement_dup_text (row, 5);
  Key *key = g_new0 (Key, 1);
  key->id = hf_db_statement_get_integer (row, 0);
  key->tokens = hf_store_search_make_tokens (customer, hf_db_statement_get_text (row, 6));
  return key;
}

static gboolean
store_key (HfStoreSession *session, const Key *key, GError **error)
{
  return hf_db_execute (session->db,
                        "INSERT INTO customer_search_key (customer_id, tokens) VALUES ($1, $2) "
                        "ON CONFLICT (customer_id) DO UPDATE SET tokens = excluded.tokens",
                        HF_DB_VALUES (hf_db_integer (key->id), hf_db_text (key->tokens)), NULL,
                        error);
}

/* Whether there were any left after @last_id, which becomes that of the last one. */
static gboolean
make_some_again (HfStoreSession *session, gint64 *last_id, gboolean *more, GError **error)
{
  g_autoptr (GPtrArray) keys = hf_store_session_list (
      session,
      "SELECT id, name, company, code, email, phone, " ALIASES_OF (
          "customer.id") " FROM customer "
                         "WHERE id > $1 ORDER BY id LIMIT $2",
      HF_DB_VALUES (hf_db_integer (*last_id), hf_db_integer (KEYS_AT_ONCE)), key_of_row,
      key_free, error);
  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      const Key *key = keys->pdata[i];
      if (!store_key (session, key, error))
        return FALSE;
      *last_id = key->id;
    }
  *more = keys->len == KEYS_AT_ONCE;
  return TRUE;
}

/**
 * hf_store_search_rebuild:
 * @session: a session that writes
 * @error: (nullable): %HF_DB_ERROR
 *
 * Makes the index again from the keys that there are, which is faster than to take many from it
 * one after the other; an engine whose index goes with the keys does nothing.
 *
 * Returns: whether that is stored
 */
gboolean
hf_store_search_rebuild (HfStoreSession *session, GError **error)
{
  g_autofree char *sql = hf_store_session_load_sql (session, "customer-search-rebuild");
  return sql == NULL || hf_db_execute (session->db, sql, HF_DB_NO_VALUES, NULL, error);
}

static gboolean
make_all_again (HfStoreSession *session, GError **error)
{
  gint64 last_id = 0;
  gboolean more = TRUE;
  while (more)
    if (!make_some_again (session, &last_id, &more, error))
      return FALSE;
  return last_id == 0 || hf_store_search_rebuild (session, error);
}

/**
 * hf_store_search_update:
 * @session: a session that writes
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Makes the keys of all customers again where another version of the program made them; takes
 * some 20 seconds for a million customers.
 *
 * Returns: whether they are up to date
 */
gboolean
hf_store_search_update (HfStoreSession *session, GError **error)
{
  gint64 current = 0;
  if (!hf_store_session_count (
          session, "SELECT count(*) FROM setting WHERE name = $1 AND value = $2",
          HF_DB_VALUES (hf_db_text (KEY_VERSION_SETTING), hf_db_text (HF_SEARCH_KEY_VERSION)),
          &current, error))
    return FALSE;
  return current > 0
         || (hf_store_settings_set (session, KEY_VERSION_SETTING, HF_SEARCH_KEY_VERSION, error)
             && make_all_again (session, error));
}
