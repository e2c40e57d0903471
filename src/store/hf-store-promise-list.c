#include "config.h"

#include "hf-store-promises.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-store-keys-private.h"
#include "hf-store-promises-private.h"
#include "hf-store-search-terms-private.h"
#include "hf-text.h"
#include "hf-time.h"

/* How many customers are found in each way when a promise is looked for by them. */
#define MOST_CUSTOMERS 1000

const HfChoice hf_promise_shows[] = {
  [HF_PROMISES_OPEN] = { "open", NC_ ("choice", "To be kept") },
  [HF_PROMISES_OVERDUE] = { "overdue", NC_ ("choice", "Overdue") },
  [HF_PROMISES_TODAY] = { "today", NC_ ("choice", "Due today") },
  [HF_PROMISES_KEPT] = { "kept", NC_ ("choice", "Kept") },
  [HF_PROMISES_LATE] = { "late", NC_ ("choice", "Kept late") },
  [HF_PROMISES_BROKEN] = { "broken", NC_ ("choice", "Broken") },
  [HF_PROMISES_RELEASED] = { "released", NC_ ("choice", "Released") },
  [HF_PROMISES_ALL] = { "all", NC_ ("choice", "All") },
  { NULL, NULL },
};

/* The words, or who it was promised to: they are the last parameters of a statement. */
typedef struct
{
  HfStoreSearchTerms customers;
  char *pattern; /* NULL: nothing is looked for */
} Search;

#define OPEN                                                                                   \
  "SELECT p.id FROM promise p WHERE p.done_at = 0 AND p.due_at >= $1 AND p.due_at < $2 "       \
  "AND ($3 = 0 OR p.keeper_id = $3)"
#define ENDED                                                                                  \
  "SELECT p.id FROM promise p WHERE p.done_at > 0 AND ($1 IS NULL OR p.state = $1) "           \
  "AND ($2 = 0 OR p.keeper_id = $2)"
#define MAX_BEFORE 3
#define MAX_VALUES (MAX_BEFORE + 1 + HF_STORE_SEARCH_MAX_VALUES)

/**
 * hf_promise_filter_copy:
 * @self: (nullable): a filter
 *
 * Copies a filter, so that a worker thread has its own.
 *
 * Returns: (transfer full): the copy; of %NULL one that shows what is open
 */
HfPromiseFilter *
hf_promise_filter_copy (const HfPromiseFilter *self)
{
  HfPromiseFilter *copy = g_new0 (HfPromiseFilter, 1);
  if (self == NULL)
    return copy;
  *copy = *self;
  copy->search = g_strdup (self->search);
  return copy;
}

/**
 * hf_promise_filter_free:
 * @self: (transfer full): a filter
 *
 * Frees it.
 */
void
hf_promise_filter_free (HfPromiseFilter *self)
{
  g_free (self->search);
  g_free (self);
}

static void
begin_search (Search *self, HfStoreSession *session, const char *typed, gsize n_before)
{
  *self = (Search){ .pattern = NULL };
  if (hf_text_is_blank (typed))
    return;
  self->pattern = hf_store_search_terms_dup_pattern (typed);
  hf_store_search_terms_init (&self->customers, session, typed, MOST_CUSTOMERS, n_before + 1);
}

static void
end_search (Search *self)
{
  if (self->pattern != NULL)
    hf_store_search_terms_clear (&self->customers);
  g_free (self->pattern);
}

static void
add_search (const Search *self, GString *sql, HfDbValue *values, gsize *n_values)
{
  if (self->pattern == NULL)
    return;
  values[(*n_values)++] = hf_db_text (self->pattern);
  g_string_append_printf (
      sql,
      " AND p.id IN (SELECT id FROM promise WHERE lower (what) LIKE $%1$u ESCAPE '\\' "
      "OR lower (note) LIKE $%1$u ESCAPE '\\' UNION ALL SELECT f.id FROM complaint g "
      "JOIN promise f ON f.complaint_id = g.id WHERE lower (g.number) LIKE $%1$u ESCAPE '\\' "
      "OR lower (g.customer_name) LIKE $%1$u ESCAPE '\\'",
      (guint) *n_values);
  if (self->customers.sql->len > 0)
    g_string_append_printf (sql, " UNION ALL SELECT id FROM promise WHERE customer_id IN (%s)",
                            self->customers.sql->str);
  g_string_append_c (sql, ')');
  memcpy (values + *n_values, self->customers.values,
          self->customers.n_values * sizeof *values);
  *n_values += self->customers.n_values;
}

static GArray *
list (HfStoreSession *session, const HfPromiseFilter *filter, const char *select,
      const HfDbValue *before, gsize n_before, const char *order, GError **error)
{
  HfDbValue values[MAX_VALUES];
  gsize n_values = n_before;
  Search search;
  memcpy (values, before, n_before * sizeof *before);
  begin_search (&search, session, filter->search, n_before);
  g_autoptr (GString) sql = g_string_new (select);
  add_search (&search, sql, values, &n_values);
  g_string_append (sql, order);
  GArray *keys = hf_store_keys_list (session, sql->str, values, n_values, error);
  end_search (&search);
  return keys;
}

static GArray *
list_open (HfStoreSession *session, const HfPromiseFilter *filter, GError **error)
{
  g_autofree char *today = hf_time_format_date (filter->now);
  g_autofree char *tomorrow = hf_time_add_days (today, 1);
  gint64 from = G_MININT64, to = G_MAXINT64;
  if (filter->show == HF_PROMISES_OVERDUE)
    {
      from = 1;
      to = filter->now;
    }
  else if (filter->show == HF_PROMISES_TODAY)
    {
      from = hf_time_start_of_day (today);
      to = hf_time_start_of_day (tomorrow);
    }
  const HfDbValue before[MAX_BEFORE] = { hf_db_integer (from), hf_db_integer (to),
                                         hf_db_integer (filter->keeper_id) };
  return list (session, filter, OPEN, before, MAX_BEFORE, " ORDER BY p.due_at, p.id", error);
}

static GArray *
list_ended (HfStoreSession *session, const HfPromiseFilter *filter, GError **error)
{
  const HfDbValue before[] = {
    hf_db_text (filter->show == HF_PROMISES_ALL ? NULL : hf_promise_shows[filter->show].name),
    hf_db_integer (filter->keeper_id),
  };
  return list (session, filter, ENDED, before, G_N_ELEMENTS (before),
               " ORDER BY p.done_at DESC, p.due_at DESC, p.id DESC", error);
}

/* What is looked for in all of them is looked for once: that costs more than to sort what is
 * found, in the order of both lists. */
static GArray *
list_found (HfStoreSession *session, const HfPromiseFilter *filter, GError **error)
{
  const HfDbValue before[] = { hf_db_integer (filter->keeper_id) };
  return list (session, filter, "SELECT p.id FROM promise p WHERE ($1 = 0 OR p.keeper_id = $1)",
               before, G_N_ELEMENTS (before),
               " ORDER BY CASE WHEN p.done_at = 0 THEN 0 ELSE 1 END, "
               "CASE WHEN p.done_at = 0 THEN p.due_at ELSE 0 END, p.done_at DESC, "
               "p.due_at DESC, CASE WHEN p.done_at = 0 THEN p.id ELSE -p.id END",
               error);
}

/**
 * hf_store_promises_list_keys:
 * @session: a session
 * @filter: (nullable): which promises
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the keys of the promises that a list shows: what is open, the most urgent first, then
 * what has ended, the newest first.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the keys
 */
GArray *
hf_store_promises_list_keys (HfStoreSession *session, const HfPromiseFilter *filter,
                             GError **error)
{
  g_autoptr (HfPromiseFilter) used = hf_promise_filter_copy (filter);
  if (used->now == 0)
    used->now = hf_store_session_get_now (session);
  if (used->show <= HF_PROMISES_TODAY)
    return list_open (session, used, error);
  if (used->show < HF_PROMISES_ALL)
    return list_ended (session, used, error);
  if (!hf_text_is_blank (used->search))
    return list_found (session, used, error);
  g_autoptr (GArray) keys = list_open (session, used, error);
  g_autoptr (GArray) ended = keys != NULL ? list_ended (session, used, error) : NULL;
  if (ended == NULL)
    return NULL;
  g_array_append_vals (keys, ended->data, ended->len);
  return g_steal_pointer (&keys);
}

/**
 * hf_store_promises_read:
 * @session: a session
 * @keys: (array length=n_keys): which promises
 * @n_keys: how many
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the promises that a list shows at one place.
 *
 * Returns: (transfer full) (nullable) (element-type HfPromise): the promises, in the order of
 *   the keys; %NULL in the place of one that is gone
 */
GPtrArray *
hf_store_promises_read (HfStoreSession *session, const gint64 *keys, guint n_keys,
                        GError **error)
{
  return hf_store_keys_read (session, HF_STORE_PROMISE_SELECT " WHERE p.id", keys, n_keys,
                             hf_store_promise_of_row, error);
}

/**
 * hf_store_promises_count_overdue:
 * @session: a session
 * @now: by which overdue is judged
 * @count: (out): how many promises are overdue
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts the promises that wait longer than the customer was told.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_store_promises_count_overdue (HfStoreSession *session, gint64 now, gint64 *count,
                                 GError **error)
{
  return hf_store_session_count (session,
                                 "SELECT count(*) FROM promise "
                                 "WHERE done_at = 0 AND due_at > 0 AND due_at < $1",
                                 HF_DB_VALUES (hf_db_integer (now)), count, error);
}

/**
 * hf_store_promises_count:
 * @session: a session
 * @keeper_id: who keeps them, 0 for all
 * @now: by which overdue and today are judged
 * @counts: (out): how many promises each list shows, by #HfPromiseShow
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts the promises of all lists.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_store_promises_count (HfStoreSession *session, gint64 keeper_id, gint64 now,
                         gint64 counts[HF_PROMISES_N_SHOWN], GError **error)
{
  g_autofree char *today = hf_time_format_date (now);
  g_autofree char *tomorrow = hf_time_add_days (today, 1);
  g_autoptr (HfDbStatement) rows = hf_db_query (
      session->db,
      "SELECT " HF_DB_WHOLE_TABLE "count (CASE WHEN p.done_at = 0 THEN 1 END), "
      "count (CASE WHEN p.done_at = 0 AND p.due_at > 0 AND p.due_at < $2 THEN 1 END), "
      "count (CASE WHEN p.done_at = 0 AND p.due_at >= $3 AND p.due_at < $4 THEN 1 END), "
      "count (CASE WHEN p.state = 'kept' THEN 1 END), "
      "count (CASE WHEN p.state = 'late' THEN 1 END), "
      "count (CASE WHEN p.state = 'broken' THEN 1 END), "
      "count (CASE WHEN p.state = 'released' THEN 1 END), count(*) FROM promise p "
      "WHERE ($1 = 0 OR p.keeper_id = $1)",
      HF_DB_VALUES (hf_db_integer (keeper_id), hf_db_integer (now),
                    hf_db_integer (hf_time_start_of_day (today)),
                    hf_db_integer (hf_time_start_of_day (tomorrow))),
      error);
  HfDbStep step = rows != NULL ? hf_db_statement_step (rows, error) : HF_DB_STEP_FAILED;
  for (int i = 0; step == HF_DB_STEP_ROW && i < HF_PROMISES_N_SHOWN; i++)
    counts[i] = hf_db_statement_get_integer (rows, i);
  return step == HF_DB_STEP_ROW;
}
