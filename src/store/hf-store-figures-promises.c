#include "config.h"

#include "hf-promise-tally.h"
#include "hf-store-figures-private.h"
#include "hf-store-promises-private.h"
#include "hf-time.h"

#define TABLES                                                                                 \
  " FROM promise p LEFT JOIN customer c ON c.id = p.customer_id "                              \
  "LEFT JOIN complaint t ON t.id = p.complaint_id "
#define IN_BRANCH_OF_PROMISE                                                                   \
  HF_DB_WHOLE_TABLE "($3 IS NULL OR " HF_STORE_PROMISE_BRANCH " = $3)"

/* What was due in the period, by the deadline that counts: $1 and $2 are the moments at which
 * it begins and has ended, $4 the present one. What is not due yet is none of it. */
#define DUE                                                                                    \
  "count (CASE WHEN p.state = 'kept' THEN 1 END), "                                            \
  "count (CASE WHEN p.state = 'late' THEN 1 END), "                                            \
  "count (CASE WHEN p.state = 'broken' THEN 1 END), "                                          \
  "count (CASE WHEN p.state = 'open' THEN 1 END), "                                            \
  "count (CASE WHEN p.state = 'released' THEN 1 END)" TABLES                                   \
  "LEFT JOIN staff s ON s.id = p.keeper_id "                                                   \
  "LEFT JOIN branch b ON b.id = " HF_STORE_PROMISE_BRANCH                                      \
  " WHERE p.judged_at > 0 AND p.judged_at >= $1 AND p.judged_at < $2 "                         \
  "AND (p.done_at > 0 OR p.judged_at < $4) AND " IN_BRANCH_OF_PROMISE

static gint64
begin_of (const HfPeriod *period)
{
  return period->from != NULL ? hf_time_start_of_day (period->from) : G_MININT64;
}

static gint64
end_of (const HfPeriod *period)
{
  g_autofree char *after = period->to != NULL ? hf_time_add_days (period->to, 1) : NULL;
  return after != NULL ? hf_time_start_of_day (after) : G_MAXINT64;
}

static HfPromiseTally *
tally_of_row (HfDbStatement *row)
{
  HfPromiseTally *self = g_new0 (HfPromiseTally, 1);
  self->name = hf_db_statement_dup_text (row, 0);
  self->kept = hf_db_statement_get_integer (row, 1);
  self->late = hf_db_statement_get_integer (row, 2);
  self->broken = hf_db_statement_get_integer (row, 3);
  self->open = hf_db_statement_get_integer (row, 4);
  self->released = hf_db_statement_get_integer (row, 5);
  return self;
}

static gboolean
read_tallies (const HfFiguresScope *scope, const char *sql, GPtrArray *tallies, GError **error)
{
  const HfPeriod *period = scope->figures->period;
  g_autoptr (HfDbStatement) rows = hf_db_query (
      scope->session->db, sql,
      HF_DB_VALUES (hf_db_integer (begin_of (period)), hf_db_integer (end_of (period)),
                    hf_db_reference (scope->branch_id),
                    hf_db_integer (scope->figures->computed_at)),
      error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    g_ptr_array_add (tallies, tally_of_row (rows));
  return step == HF_DB_STEP_DONE;
}

static gboolean
count_made (const HfFiguresScope *scope, GError **error)
{
  HfFigures *figures = scope->figures;
  return hf_figures_scope_read (
      scope,
      "SELECT count(*), count (CASE WHEN p.state = 'kept' THEN 1 END), "
      "count (CASE WHEN p.state = 'late' THEN 1 END), "
      "count (CASE WHEN p.state = 'open' THEN 1 END), "
      "count (CASE WHEN p.state = 'broken' THEN 1 END), "
      "count (CASE WHEN p.state = 'released' THEN 1 END), "
      "count (CASE WHEN p.state = 'open' AND p.due_at > 0 AND p.due_at < $4 THEN 1 END)" TABLES
      "WHERE " DAY_IN_PERIOD ("p.made_on") " AND " IN_BRANCH_OF_PROMISE,
      (guint *[]){ &figures->promises.made, &figures->promises.kept, &figures->promises.late,
                   &figures->promises.open, &figures->promises.broken,
                   &figures->promises.released, &figures->promises.overdue },
      7, error);
}

static void
sum_up (HfFigures *figures)
{
  HfPromiseTally *due = &figures->promises.due;
  for (guint i = 0; i < figures->promises_by_staff->len; i++)
    {
      const HfPromiseTally *tally = figures->promises_by_staff->pdata[i];
      due->kept += tally->kept;
      due->late += tally->late;
      due->broken += tally->broken;
      due->open += tally->open;
      due->released += tally->released;
    }
}

gboolean
hf_figures_count_promises (const HfFiguresScope *scope, GError **error)
{
  HfFigures *figures = scope->figures;
  if (!count_made (scope, error)
      || !read_tallies (scope,
                        "SELECT s.name, " DUE " GROUP BY s.id, s.name ORDER BY s.name, s.id",
                        figures->promises_by_staff, error)
      || !read_tallies (scope,
                        "SELECT b.name, " DUE " GROUP BY b.id, b.name ORDER BY b.name, b.id",
                        figures->promises_by_branch, error))
    return FALSE;
  sum_up (figures);
  return TRUE;
}
