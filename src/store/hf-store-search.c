#include "config.h"

#include "hf-store-search-private.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

/* Who was merged with another is found by that one's code as well. */
static char *
make_tokens (const HfCustomer *customer, const char *aliases)
{
  const char *texts[6];
  gsize n_texts = 0;
  const char *const searched[] = { customer->code, customer->name, customer->company,
                                   customer->email, aliases };
  for (gsize i = 0; i < G_N_ELEMENTS (searched); i++)
    if (searched[i] != NULL)
      texts[n_texts++] = searched[i];
  texts[n_texts] = NULL;
  return hf_text_search_key (texts, customer->phone);
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
 * @customer: a new customer, stored
 * @error: (nullable): %HF_DB_ERROR
 *
 * Lets a new customer be found; in an import only from hf_store_search_index_import() on.
 *
 * Returns: whether that is stored
 */
gboolean
hf_store_search_add (HfStoreSession *session, const HfCustomer *customer, GError **error)
{
  g_autofree char *tokens = make_tokens (customer, NULL);
  return hf_db_execute (session->db,
                        "INSERT INTO customer_search_key (customer_id, tokens) VALUES ($1, $2)",
                        HF_DB_VALUES (hf_db_integer (customer->id), hf_db_text (tokens)), NULL,
                        error)
         && (session->import_id != 0
             || change_index (session, "customer-search-add", customer->id, tokens, error));
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
      "SELECT tokens, (SELECT group_concat (code, ' ') FROM (SELECT code FROM customer_alias "
      "WHERE customer_id = $1 ORDER BY code) a) FROM customer_search_key "
      "WHERE customer_id = $1",
      HF_DB_VALUES (hf_db_integer (customer->id)), known_of_row, error);
  if (known == NULL || !is_new (session, customer->id, &not_indexed, error))
    return FALSE;
  const char *before = known[0];
  g_autofree char *tokens = make_tokens (customer, known[1]);
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
         || hf_db_execute (session->db, sql, HF_DB_VALUES (hf_db_integer (session->import_id)),
                           NULL, error);
}
