#include "config.h"

#include "hf-store-find.h"

#include <string.h>

#include "hf-store-customers.h"
#include "hf-store-search-terms-private.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

/* From so many customers, as they were added, the best are chosen where more are found. */
#define CANDIDATES 300

/* So many complaints and promises, the newest, are looked through for words. */
#define LOOKED_THROUGH "5000"

/* Of each kind but customers. */
#define MOST_RECORDS "8"
#define MOST_RECENT 8

/* How far back it is looked for who was called. */
#define RECENT_CALLS "200"

/* Both engines want to know of what type nothing is. */
#define NO_TEXT "CAST (NULL AS TEXT)"

/* A row of each kind: kind, key, customer, complaint .. as finding_of_row() reads it. */
#define CUSTOMERS                                                                              \
  "SELECT 0 AS kind, c.id, c.id, CAST (NULL AS BIGINT), c.name, c.company, c.code, c.phone, "  \
  "c.do_not_call, c.status, " NO_TEXT ", " NO_TEXT ", c.created_at FROM customer c WHERE "

#define COMPLAINTS                                                                             \
  "SELECT * FROM (SELECT 1 AS kind, t.id, t.customer_id, t.id, "                               \
  "coalesce (c.name, t.customer_name), c.company, coalesce (c.code, t.customer_code), "        \
  "coalesce (c.phone, t.phone), coalesce (c.do_not_call, 0), t.status, t.words, t.number, "    \
  "t.received_at FROM complaint t LEFT JOIN customer c ON c.id = t.customer_id "               \
  "WHERE t.id IN (SELECT id FROM complaint WHERE customer_id IN (SELECT id FROM found) UNION " \
  "SELECT id FROM (SELECT id, number, words, customer_name, customer_code FROM complaint "     \
  "ORDER BY received_at DESC, id DESC LIMIT " LOOKED_THROUGH ") AS newest "                    \
  "WHERE lower (number) LIKE {pattern} ESCAPE '\\' "                                           \
  "OR lower (words) LIKE {pattern} ESCAPE '\\' "                                               \
  "OR lower (customer_name) LIKE {pattern} ESCAPE '\\' "                                       \
  "OR lower (customer_code) LIKE {pattern} ESCAPE '\\') "                                      \
  "ORDER BY t.received_at DESC, t.id DESC LIMIT " MOST_RECORDS ") AS complaints"

#define PROMISES                                                                               \
  "SELECT * FROM (SELECT 2 AS kind, p.id, p.customer_id, p.complaint_id, c.name, c.company, "  \
  "c.code, c.phone, coalesce (c.do_not_call, 0), p.state, p.what, " NO_TEXT ", p.due_at "      \
  "FROM promise p LEFT JOIN customer c ON c.id = p.customer_id WHERE p.id IN ("                \
  "SELECT id FROM promise WHERE customer_id IN (SELECT id FROM found) UNION "                  \
  "SELECT id FROM (SELECT id, what FROM promise ORDER BY id DESC LIMIT " LOOKED_THROUGH ") "   \
  "AS newest WHERE lower (what) LIKE {pattern} ESCAPE '\\') "                                  \
  "ORDER BY CASE p.state WHEN 'open' THEN 0 ELSE 1 END, p.due_at DESC, p.id DESC "             \
  "LIMIT " MOST_RECORDS ") AS promises"

#define INTERVIEWS                                                                             \
  "SELECT * FROM (SELECT 3 AS kind, i.id, i.customer_id, CAST (NULL AS BIGINT), c.name, "      \
  "c.company, c.code, c.phone, c.do_not_call, i.state, " NO_TEXT ", " NO_TEXT                  \
  ", i.started_at "                                                                            \
  "FROM interview i JOIN customer c ON c.id = i.customer_id "                                  \
  "WHERE i.customer_id IN (SELECT id FROM found) "                                             \
  "ORDER BY i.started_at DESC, i.id DESC LIMIT " MOST_RECORDS ") AS interviews"

static gpointer
finding_of_row (HfDbStatement *row)
{
  HfFinding *self = hf_finding_new (hf_db_statement_get_integer (row, 0));
  self->id = hf_db_statement_get_integer (row, 1);
  self->customer_id = hf_db_statement_get_integer (row, 2);
  self->complaint_id = hf_db_statement_get_integer (row, 3);
  self->name = hf_db_statement_dup_text (row, 4);
  self->company = hf_db_statement_dup_text (row, 5);
  self->code = hf_db_statement_dup_text (row, 6);
  self->phone = hf_db_statement_dup_text (row, 7);
  self->do_not_call = hf_db_statement_get_integer (row, 8) != 0;
  self->state = hf_db_statement_dup_text (row, 9);
  self->words = hf_db_statement_dup_text (row, 10);
  self->number = hf_db_statement_dup_text (row, 11);
  self->at = hf_db_statement_get_integer (row, 12);
  return self;
}

static int
likeliest_first (gconstpointer a, gconstpointer b)
{
  const HfFinding *first = *(HfFinding *const *) a;
  const HfFinding *second = *(HfFinding *const *) b;
  if (first->match != second->match)
    return first->match < second->match ? -1 : 1;
  int order = g_strcmp0 (first->name, second->name);
  if (order != 0)
    return order;
  return first->id < second->id ? -1 : first->id > second->id;
}

static void
rank (GPtrArray *customers, const char *typed)
{
  for (guint i = 0; i < customers->len; i++)
    {
      HfFinding *finding = customers->pdata[i];
      finding->match = hf_customer_match (typed, finding->name, finding->company, finding->code,
                                          finding->phone, &finding->reading);
    }
  g_ptr_array_sort (customers, likeliest_first);
}

/* One letter would find records of too many. */
static gboolean
is_enough_for_records (const char *typed)
{
  return strlen (typed) > 1;
}

static GPtrArray *
read_all (HfStoreSession *session, const HfStoreSearchTerms *terms, const char *typed,
          gboolean with_records, GError **error)
{
  HfDbValue values[HF_STORE_SEARCH_MAX_VALUES + 1];
  gsize n_values = terms->n_values;
  memcpy (values, terms->values, n_values * sizeof *values);
  g_autofree char *pattern = hf_store_search_terms_dup_pattern (typed);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_string_printf (
      sql, "WITH found AS MATERIALIZED (%s) " CUSTOMERS "c.id IN (SELECT id FROM found)",
      terms->sql->str);
  if (with_records)
    {
      values[n_values++] = hf_db_text (pattern);
      g_autofree char *parameter = g_strdup_printf ("$%" G_GSIZE_FORMAT, n_values);
      g_string_append (sql, " UNION ALL " COMPLAINTS " UNION ALL " PROMISES
                            " UNION ALL " INTERVIEWS);
      g_string_replace (sql, "{pattern}", parameter, 0);
    }
  return hf_store_session_list (session, sql->str, values, n_values, finding_of_row,
                                g_object_unref, error);
}

/* The likeliest customers, and after them the records, which are few. */
static GPtrArray *
choose (const GPtrArray *all, const char *typed)
{
  g_autoptr (GPtrArray) customers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      HfFinding *finding = all->pdata[i];
      g_ptr_array_add (finding->kind == HF_FINDING_CUSTOMER ? customers : records,
                       g_object_ref (finding));
    }
  rank (customers, typed);
  g_ptr_array_set_size (customers, MIN (customers->len, HF_STORE_FIND_MOST - records->len));
  g_ptr_array_extend_and_steal (customers, g_steal_pointer (&records));
  return g_steal_pointer (&customers);
}

static GPtrArray *
find (HfStoreSession *session, const char *typed, gboolean with_records, GError **error)
{
  HfStoreSearchTerms terms;
  hf_store_search_terms_init (&terms, session, typed, CANDIDATES, 0);
  if (terms.sql->len == 0)
    {
      hf_store_search_terms_clear (&terms);
      return g_ptr_array_new_with_free_func (g_object_unref);
    }
  hf_store_search_terms_add_names (&terms, typed);
  g_autoptr (GPtrArray) found = read_all (session, &terms, typed, with_records, error);
  hf_store_search_terms_clear (&terms);
  return found != NULL ? choose (found, typed) : NULL;
}

/**
 * hf_store_find:
 * @session: a session
 * @typed: what a person typed
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks for customers, the likeliest first, and for complaints, promises and interviews, the
 * newest first, of them or with these words.
 *
 * Returns: (transfer full) (nullable) (element-type HfFinding): at most %HF_STORE_FIND_MOST,
 * one kind after the other
 */
GPtrArray *
hf_store_find (HfStoreSession *session, const char *typed, GError **error)
{
  return find (session, typed, is_enough_for_records (typed), error);
}

/**
 * hf_store_find_customers:
 * @session: a session
 * @typed: what a person typed
 * @most: how many to give at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks for customers as hf_store_find() does, and reads them whole.
 *
 * Returns: (transfer full) (nullable) (element-type HfCustomer): the likeliest first
 */
GPtrArray *
hf_store_find_customers (HfStoreSession *session, const char *typed, guint most, GError **error)
{
  g_autoptr (GPtrArray) customers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = find (session, typed, FALSE, error);
  for (guint i = 0; found != NULL && i < MIN (found->len, most); i++)
    {
      HfCustomer *customer = hf_store_customers_get (
          session, ((HfFinding *) found->pdata[i])->id, error);
      if (customer == NULL)
        return NULL;
      g_ptr_array_add (customers, customer);
    }
  return found != NULL ? g_steal_pointer (&customers) : NULL;
}

static gboolean
add_one (HfStoreSession *session, GPtrArray *found, gint64 id, GError **error)
{
  for (guint i = 0; i < found->len; i++)
    if (((HfFinding *) found->pdata[i])->id == id)
      return TRUE;
  g_autoptr (GError) local = NULL;
  HfFinding *finding = hf_store_session_get (session, CUSTOMERS "c.id = $1",
                                             HF_DB_VALUES (hf_db_integer (id)), finding_of_row,
                                             &local);
  /* Who was opened may have been erased since. */
  if (finding != NULL)
    g_ptr_array_add (found, finding);
  else if (!g_error_matches (local, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  return finding != NULL || local != NULL;
}

static gpointer
id_of_row (HfDbStatement *row)
{
  gint64 *id = g_new (gint64, 1);
  *id = hf_db_statement_get_integer (row, 0);
  return id;
}

/**
 * hf_store_find_recent:
 * @session: a session
 * @opened: (array length=n_opened): the keys of customers who were looked at, the last first
 * @n_opened: how many
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Gives the customers whom somebody is likely to look for again: those just looked at, then
 * those called last.
 *
 * Returns: (transfer full) (nullable) (element-type HfFinding): a few customers
 */
GPtrArray *
hf_store_find_recent (HfStoreSession *session, const gint64 *opened, gsize n_opened,
                      GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) called = hf_store_session_list (
      session,
      "SELECT customer_id FROM (SELECT customer_id, id FROM call_attempt ORDER BY id DESC "
      "LIMIT " RECENT_CALLS ") AS newest GROUP BY customer_id ORDER BY max (id) DESC",
      HF_DB_NO_VALUES, id_of_row, g_free, error);
  if (called == NULL)
    return NULL;
  for (gsize i = 0; i < n_opened && found->len < MOST_RECENT; i++)
    if (!add_one (session, found, opened[i], error))
      return NULL;
  for (guint i = 0; i < called->len && found->len < MOST_RECENT; i++)
    if (!add_one (session, found, *(gint64 *) called->pdata[i], error))
      return NULL;
  return g_steal_pointer (&found);
}
