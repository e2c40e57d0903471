#include "config.h"

#include "hf-store-find.h"

#include <string.h>

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

#define CUSTOMER_COLUMNS                                                                       \
  "c.id, c.id, c.name, c.company, c.code, c.phone, c.do_not_call, c.status, NULL, NULL, "      \
  "c.created_at, NULL"

static HfFinding *
finding_of_row (HfDbStatement *row, HfFindingKind kind)
{
  HfFinding *self = hf_finding_new (kind);
  self->id = hf_db_statement_get_integer (row, 0);
  self->customer_id = hf_db_statement_get_integer (row, 1);
  self->name = hf_db_statement_dup_text (row, 2);
  self->company = hf_db_statement_dup_text (row, 3);
  self->code = hf_db_statement_dup_text (row, 4);
  self->phone = hf_db_statement_dup_text (row, 5);
  self->do_not_call = hf_db_statement_get_integer (row, 6) != 0;
  self->state = hf_db_statement_dup_text (row, 7);
  self->words = hf_db_statement_dup_text (row, 8);
  self->number = hf_db_statement_dup_text (row, 9);
  self->at = hf_db_statement_get_integer (row, 10);
  self->complaint_id = hf_db_statement_get_integer (row, 11);
  return self;
}

static gpointer
customer_of_row (HfDbStatement *row)
{
  return finding_of_row (row, HF_FINDING_CUSTOMER);
}

static gpointer
complaint_of_row (HfDbStatement *row)
{
  return finding_of_row (row, HF_FINDING_COMPLAINT);
}

static gpointer
promise_of_row (HfDbStatement *row)
{
  return finding_of_row (row, HF_FINDING_PROMISE);
}

static gpointer
interview_of_row (HfDbStatement *row)
{
  return finding_of_row (row, HF_FINDING_INTERVIEW);
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

static GPtrArray *
find_customers (HfStoreSession *session, HfStoreSearchTerms *terms, const char *typed,
                GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT " CUSTOMER_COLUMNS " FROM customer c WHERE c.id IN (%s)", terms->sql->str);
  GPtrArray *customers = hf_store_session_list (session, sql, terms->values, terms->n_values,
                                                customer_of_row, g_object_unref, error);
  if (customers != NULL)
    rank (customers, typed);
  return customers;
}

/* Words with anything around them, in lower case; both engines fold only what is ASCII alike.
 */
static char *
like_pattern (const char *typed)
{
  g_autofree char *trimmed = hf_text_trim (typed);
  g_autofree char *lower = g_ascii_strdown (trimmed, -1);
  GString *pattern = g_string_new ("%");
  for (const char *at = lower; *at != '\0'; at++)
    {
      if (strchr ("%_\\", *at) != NULL)
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *at);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

/* @sql: with %s for the customers' keys and %u for the number of the pattern, in this order. */
static gboolean
add_records (HfStoreSession *session, GPtrArray *found, const char *sql,
             const HfStoreSearchTerms *terms, const char *pattern, HfStoreRowFunc row_func,
             GError **error)
{
  HfDbValue values[HF_STORE_SEARCH_MAX_VALUES + 1];
  memcpy (values, terms->values, terms->n_values * sizeof *values);
  values[terms->n_values] = hf_db_text (pattern);
  g_autofree char *parameter = g_strdup_printf ("$%" G_GSIZE_FORMAT, terms->n_values + 1);
  g_autoptr (GString) filled = g_string_new (sql);
  g_string_replace (filled, "{customers}", terms->sql->str, 0);
  g_string_replace (filled, "{pattern}", parameter, 0);
  gboolean has_pattern = strstr (sql, "{pattern}") != NULL;
  g_autoptr (GPtrArray) records = hf_store_session_list (
      session, filled->str, values, terms->n_values + has_pattern, row_func, NULL, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (found, records->pdata[i]);
  return TRUE;
}

static gboolean
find_complaints (HfStoreSession *session, GPtrArray *found, const HfStoreSearchTerms *terms,
                 const char *pattern, GError **error)
{
  return add_records (
      session, found,
      "SELECT t.id, t.customer_id, coalesce (c.name, t.customer_name), c.company, "
      "coalesce (c.code, t.customer_code), coalesce (c.phone, t.phone), "
      "coalesce (c.do_not_call, 0), t.status, t.words, t.number, t.received_at, t.id "
      "FROM complaint t LEFT JOIN customer c ON c.id = t.customer_id WHERE t.id IN ("
      "SELECT id FROM complaint WHERE customer_id IN ({customers}) UNION "
      "SELECT id FROM (SELECT id, number, words, customer_name, customer_code FROM complaint "
      "ORDER BY received_at DESC, id DESC LIMIT " LOOKED_THROUGH ") AS newest "
      "WHERE lower (number) LIKE {pattern} ESCAPE '\\' OR lower (words) LIKE {pattern} "
      "ESCAPE '\\' OR lower (customer_name) LIKE {pattern} ESCAPE '\\' "
      "OR lower (customer_code) LIKE {pattern} ESCAPE '\\') "
      "ORDER BY t.received_at DESC, t.id DESC LIMIT " MOST_RECORDS,
      terms, pattern, complaint_of_row, error);
}

static gboolean
find_promises (HfStoreSession *session, GPtrArray *found, const HfStoreSearchTerms *terms,
               const char *pattern, GError **error)
{
  return add_records (
      session, found,
      "SELECT p.id, p.customer_id, c.name, c.company, c.code, c.phone, "
      "coalesce (c.do_not_call, 0), p.state, p.what, NULL, p.due_at, p.complaint_id "
      "FROM promise p LEFT JOIN customer c ON c.id = p.customer_id WHERE p.id IN ("
      "SELECT id FROM promise WHERE customer_id IN ({customers}) UNION "
      "SELECT id FROM (SELECT id, what FROM promise ORDER BY id DESC LIMIT " LOOKED_THROUGH ") "
      "AS newest WHERE lower (what) LIKE {pattern} ESCAPE '\\') "
      "ORDER BY CASE p.state WHEN 'open' THEN 0 ELSE 1 END, p.due_at DESC, p.id DESC "
      "LIMIT " MOST_RECORDS,
      terms, pattern, promise_of_row, error);
}

static gboolean
find_interviews (HfStoreSession *session, GPtrArray *found, const HfStoreSearchTerms *terms,
                 const char *pattern, GError **error)
{
  return add_records (
      session, found,
      "SELECT i.id, i.customer_id, c.name, c.company, c.code, c.phone, c.do_not_call, i.state, "
      "NULL, NULL, i.started_at, NULL FROM interview i JOIN customer c ON c.id = i.customer_id "
      "WHERE i.customer_id IN ({customers}) "
      "ORDER BY i.started_at DESC, i.id DESC LIMIT " MOST_RECORDS,
      terms, pattern, interview_of_row, error);
}

/* One letter would find records of too many. */
static gboolean
is_enough_for_records (const char *typed)
{
  return strlen (typed) > 1;
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
  HfStoreSearchTerms terms;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) customers = g_ptr_array_new ();
  hf_store_search_terms_init (&terms, session, typed, CANDIDATES, 0);
  gboolean found = terms.sql->len == 0;
  if (!found)
    {
      g_autofree char *pattern = like_pattern (typed);
      gboolean all = is_enough_for_records (typed);
      found = !all
              || (find_complaints (session, records, &terms, pattern, error)
                  && find_promises (session, records, &terms, pattern, error)
                  && find_interviews (session, records, &terms, pattern, error));
      hf_store_search_terms_add_names (&terms, typed);
      g_clear_pointer (&customers, g_ptr_array_unref);
      customers = found ? find_customers (session, &terms, typed, error) : NULL;
      found = customers != NULL;
    }
  hf_store_search_terms_clear (&terms);
  if (!found)
    return NULL;
  g_ptr_array_set_size (customers, MIN (customers->len, HF_STORE_FIND_MOST - records->len));
  g_ptr_array_extend_and_steal (customers, g_steal_pointer (&records));
  return g_steal_pointer (&customers);
}

static gboolean
add_one (HfStoreSession *session, GPtrArray *found, gint64 id, GError **error)
{
  for (guint i = 0; i < found->len; i++)
    if (((HfFinding *) found->pdata[i])->id == id)
      return TRUE;
  g_autoptr (GError) local = NULL;
  HfFinding *finding = hf_store_session_get (
      session, "SELECT " CUSTOMER_COLUMNS " FROM customer c WHERE c.id = $1",
      HF_DB_VALUES (hf_db_integer (id)), customer_of_row, &local);
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
