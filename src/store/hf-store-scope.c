#include "config.h"

#include "hf-store-scope.h"

#include "hf-store-promises-private.h"
#include "hf-store-scope-private.h"
#include "hf-store-session-private.h"
#include "hf-time.h"

#define COUNT_ALL "SELECT " HF_DB_WHOLE_TABLE "count(*) "

static const char *const counts[] = {
  [HF_STORE_ROWS_CUSTOMERS] = COUNT_ALL "FROM customer c "
                                        "WHERE " HF_STORE_IN_BRANCH ("c.branch_id"),
  [HF_STORE_ROWS_COMPLAINTS] = COUNT_ALL
  "FROM complaint t "
  "WHERE " HF_STORE_IN_SCOPE ("t.received_on", "t.branch_id"),
  [HF_STORE_ROWS_REASONS] = COUNT_ALL "FROM coded_reason r "
                                      "JOIN customer c ON c.id = r.customer_id "
                                      "WHERE " HF_STORE_IN_SCOPE ("r.learnt_on", "c.branch_id"),
  [HF_STORE_ROWS_VERBATIMS] = COUNT_ALL "FROM verbatim v "
                                        "LEFT JOIN customer c ON c.id = v.customer_id "
                                        "WHERE " HF_STORE_AT_IN_SCOPE ("v.at", "c.branch_id"),
  [HF_STORE_ROWS_INTERVIEWS] = COUNT_ALL
  "FROM interview i "
  "JOIN customer c ON c.id = i.customer_id "
  "WHERE " HF_STORE_IN_SCOPE ("i.started_on", "c.branch_id"),
  [HF_STORE_ROWS_PROMISES] = COUNT_ALL
  "FROM promise p "
  "LEFT JOIN customer c ON c.id = p.customer_id "
  "LEFT JOIN complaint t ON t.id = p.complaint_id "
  "WHERE " HF_STORE_IN_SCOPE ("p.made_on", HF_STORE_PROMISE_BRANCH),
  [HF_STORE_ROWS_ANSWERS] = COUNT_ALL HF_STORE_ANSWERS_GIVEN
  " AND " HF_STORE_IN_SCOPE ("i.started_on", "c.branch_id"),
};

static const char *
first_day (const HfStoreScope *scope)
{
  return scope != NULL && scope->period != NULL ? scope->period->from : NULL;
}

static const char *
last_day (const HfStoreScope *scope)
{
  return scope != NULL && scope->period != NULL ? scope->period->to : NULL;
}

static void
bind_common (const HfStoreScope *scope, gint64 after_id, guint count, HfDbValue *values)
{
  values[0] = hf_db_integer (after_id);
  values[1] = hf_db_integer (count);
  values[4] = hf_db_reference (scope != NULL ? scope->branch_id : 0);
}

/**
 * hf_store_scope_bind:
 * @scope: (nullable): which rows, %NULL for all
 * @after_id: the key of the last row that was read
 * @count: how many to read
 * @values: (out): the parameters of HF_STORE_IN_SCOPE; they borrow from @scope
 *
 * Fills in the parameters of a statement that reads rows by their day.
 */
void
hf_store_scope_bind (const HfStoreScope *scope, gint64 after_id, guint count,
                     HfDbValue values[HF_STORE_SCOPE_N_VALUES])
{
  bind_common (scope, after_id, count, values);
  values[2] = hf_db_text (first_day (scope));
  values[3] = hf_db_text (last_day (scope));
}

static HfDbValue
start_of (const char *day)
{
  HfDbValue start = hf_db_integer (day != NULL ? hf_time_start_of_day (day) : 0);
  start.is_null = day == NULL;
  return start;
}

/**
 * hf_store_scope_bind_moments:
 * @scope: (nullable): which rows, %NULL for all
 * @after_id: the key of the last row that was read
 * @count: how many to read
 * @values: (out): the parameters of HF_STORE_AT_IN_SCOPE
 *
 * Fills in the parameters of a statement that reads rows by their moment.
 */
void
hf_store_scope_bind_moments (const HfStoreScope *scope, gint64 after_id, guint count,
                             HfDbValue values[HF_STORE_SCOPE_N_VALUES])
{
  const char *from = first_day (scope), *to = last_day (scope);
  g_autofree char *after = to != NULL ? hf_time_add_days (to, 1) : NULL;
  bind_common (scope, after_id, count, values);
  values[2] = start_of (from);
  values[3] = start_of (after);
}

/**
 * hf_store_scope_count:
 * @session: a session
 * @scope: (nullable): which rows, %NULL for all
 * @rows: of which kind
 * @count: (out): how many there are
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts the rows that an export reads.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_store_scope_count (HfStoreSession *session, const HfStoreScope *scope, HfStoreRows rows,
                      gint64 *count, GError **error)
{
  HfDbValue values[HF_STORE_SCOPE_N_VALUES];
  if (rows == HF_STORE_ROWS_VERBATIMS)
    hf_store_scope_bind_moments (scope, 0, 0, values);
  else
    hf_store_scope_bind (scope, 0, 0, values);
  return hf_store_session_count (session, counts[rows], values, G_N_ELEMENTS (values), count,
                                 error);
}
