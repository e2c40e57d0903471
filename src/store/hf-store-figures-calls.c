#include "config.h"

#include "hf-outcome-rates.h"
#include "hf-store-figures-private.h"
#include "hf-store-queue-private.h"

static gboolean
count_interviews (const HfFiguresScope *scope, GError **error)
{
  HfFigures *figures = scope->figures;
  return hf_figures_scope_read (
             scope,
             "SELECT count(*), count (CASE WHEN i.state = 'completed' THEN 1 END), "
             "count (CASE WHEN i.state = 'refused' THEN 1 END) FROM interview i "
             "JOIN customer c ON c.id = i.customer_id WHERE i.kind = 'lost' "
             "AND " DAY_IN_PERIOD ("i.started_on") " AND " IN_BRANCH,
             (guint *[]){ &figures->interviews.started, &figures->interviews.completed,
                          &figures->interviews.refused },
             3, error)
         && hf_figures_scope_read (
             scope,
             "SELECT count(*), sum (a.reached) FROM call_attempt a JOIN customer c "
             "ON c.id = a.customer_id WHERE " DAY_IN_PERIOD ("a.started_on") " AND " IN_BRANCH,
             (guint *[]){ &figures->interviews.attempts, &figures->interviews.reached }, 2,
             error);
}

static gboolean
count_rate_classes (const HfFiguresScope *scope, guint *counts, GError **error)
{
  g_autoptr (HfDbStatement) rows
      = hf_figures_scope_query (
          scope,
          "SELECT interview, call, last_outcome, count(*) FROM "
          "(SELECT " HF_QUEUE_FURTHEST_INTERVIEW ("i.customer_id = c.id AND i.kind = 'lost'") " AS interview, " HF_QUEUE_FURTHEST_CALL (
              "a.customer_id = c.id AND a.kind = 'lost'") " AS call, "
                                                          "(SELECT a.outcome FROM call_attempt "
                                                          "a WHERE a.customer_id = c.id AND "
                                                          "a.kind = 'lost' "
                                                          "ORDER BY a.started_at DESC, a.id "
                                                          "DESC LIMIT 1) AS last_outcome FROM "
                                                          "customer c "
                                                          "WHERE " LOST_IN_PERIOD
                                                          " AND " IN_BRANCH
                                                          ") AS cases GROUP BY interview, "
                                                          "call, last_outcome",
          error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      gint64 furthest = MAX (hf_db_statement_get_integer (rows, 0),
                             hf_db_statement_get_integer (rows, 1));
      HfRateClass class = hf_outcome_rate_class (furthest, hf_db_statement_get_text (rows, 2));
      counts[class] += hf_db_statement_get_integer (rows, 3);
    }
  return step == HF_DB_STEP_DONE;
}

/**
 * hf_figures_count_calls:
 * @scope: what is counted over
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts interviews and attempts, and the rates by AAPOR's standard over the customers lost in
 * the period.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_figures_count_calls (const HfFiguresScope *scope, GError **error)
{
  guint counts[HF_RATE_N_CLASSES] = { 0 };
  HfCallRates rates = { 0 };
  if (!count_interviews (scope, error) || !count_rate_classes (scope, counts, error))
    return FALSE;
  hf_diagnosis_rates (counts, &rates);
  scope->figures->interviews.lost_customers = scope->figures->churn.lost;
  scope->figures->interviews.response_rate = rates.response;
  scope->figures->interviews.contact_rate = rates.contact;
  scope->figures->interviews.refusal_rate = rates.refusal;
  return TRUE;
}
