#include "config.h"

#include "hf-store-figures.h"

#include "hf-complaint.h"
#include "hf-diagnosis-loyalty.h"
#include "hf-diagnosis-retention.h"
#include "hf-store-figures-private.h"
#include "hf-store-complaints-private.h"
#include "hf-store-scorecard.h"
#include "hf-store-settings.h"
#include "hf-store-staff.h"
#include "hf-time.h"

HfDbStatement *
hf_figures_scope_query (const HfFiguresScope *scope, const char *sql, GError **error)
{
  return hf_db_query (scope->session->db, sql,
                      HF_DB_VALUES (hf_db_text (scope->figures->period->from),
                                    hf_db_text (scope->figures->period->to),
                                    hf_db_reference (scope->branch_id),
                                    hf_db_integer (scope->figures->computed_at)),
                      error);
}

gboolean
hf_figures_scope_read (const HfFiguresScope *scope, const char *sql, guint *const numbers[],
                       int n_numbers, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_figures_scope_query (scope, sql, error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step = hf_db_statement_step (rows, error);
  for (int i = 0; step == HF_DB_STEP_ROW && i < n_numbers; i++)
    *numbers[i] = hf_db_statement_get_integer (rows, i);
  return step != HF_DB_STEP_FAILED;
}

#define JOINED_BY_END "($2 IS NULL OR c.joined_on IS NULL OR c.joined_on <= $2)"

static gboolean
count_customers (const HfFiguresScope *scope, GError **error)
{
  HfFigures *figures = scope->figures;
  return hf_figures_scope_read (
      scope,
      "SELECT count(*), count (CASE WHEN c.status = 'active' THEN 1 END), "
      "count (CASE WHEN c.status = 'at_risk' THEN 1 END), "
      "count (CASE WHEN c.status = 'lost' THEN 1 END), "
      "count (CASE WHEN c.status = 'won_back' THEN 1 END), "
      "count (CASE WHEN " LOST_UNDATED " THEN 1 END) "
      "FROM customer c WHERE " IN_BRANCH,
      (guint *[]){ &figures->customers.total, &figures->customers.active,
                   &figures->customers.at_risk, &figures->customers.lost,
                   &figures->customers.won_back, &figures->customers.lost_undated },
      6, error);
}

static gboolean
sum_value_lost (const HfFiguresScope *scope, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_figures_scope_query (
      scope,
      "SELECT count(*), count (c.annual_value), sum (c.annual_value) FROM customer c "
      "WHERE " LOST_IN_PERIOD " AND " IN_BRANCH,
      error);
  if (rows == NULL || hf_db_statement_step (rows, error) != HF_DB_STEP_ROW)
    return FALSE;
  scope->figures->churn.lost = hf_db_statement_get_integer (rows, 0);
  scope->figures->churn.value_known = hf_db_statement_get_integer (rows, 1);
  scope->figures->churn.value_lost = hf_db_statement_get_integer (rows, 2);
  return TRUE;
}

/* Customers of whom nobody knows when they came were there from the beginning. Of whom nobody
 * knows when they were lost: in a period with a start they are counted neither there nor as
 * lost, so that both rates say the same; without a start they are lost in it, whenever that
 * was. */
static gboolean
count_churn (const HfFiguresScope *scope, GError **error)
{
  HfFigures *figures = scope->figures;
  guint at_end = 0, gained = 0;
  if (!sum_value_lost (scope, error)
      || !hf_figures_scope_read (
          scope,
          "SELECT count (CASE WHEN CASE WHEN $1 IS NULL THEN " JOINED_BY_END
          " ELSE (c.joined_on IS NULL OR c.joined_on < $1) AND (c.lost_on IS NULL OR "
          "c.lost_on >= $1) AND NOT " LOST_UNDATED " END THEN 1 END), "
          "count (CASE WHEN " JOINED_BY_END " AND NOT (" LOST_UNDATED " OR "
          "(c.lost_on IS NOT NULL AND ($2 IS NULL OR c.lost_on <= $2))) THEN 1 END), "
          "count (CASE WHEN c.joined_on >= $1 AND ($2 IS NULL OR c.joined_on <= $2) AND "
          "((c.status <> 'lost' AND c.lost_on IS NULL) OR c.lost_on > $2) THEN 1 END), "
          "count (CASE WHEN $1 IS NOT NULL AND " JOINED_BY_END " AND " LOST_UNDATED
          " THEN 1 END) FROM customer c WHERE " IN_BRANCH,
          (guint *[]){ &figures->churn.at_start, &at_end, &gained, &figures->churn.undated }, 4,
          error))
    return FALSE;
  hf_diagnosis_churn (figures->churn.at_start, figures->churn.lost, &figures->churn.rate);
  hf_diagnosis_retention (figures->churn.at_start, at_end, gained, &figures->churn.retention);
  return TRUE;
}

/* A customer counts once for each first-level code. What the customer said goes before what
 * staff infer and what records show; one reason is the primary one. */
static gboolean
count_reasons (const HfFiguresScope *scope, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_figures_scope_query (
      scope,
      "WITH placed AS (SELECT r.customer_id, coalesce (k.parent, k.id) AS top, r.rank, "
      "r.basis, "
      "row_number () OVER (PARTITION BY r.customer_id ORDER BY CASE r.rank WHEN 'primary' THEN "
      "0 ELSE 1 END, CASE r.basis WHEN 'said' THEN 0 WHEN 'inferred' THEN 1 ELSE 2 END, "
      "r.at DESC, r.id) AS place FROM coded_reason r JOIN code k ON k.id = r.code "
      "JOIN customer c ON c.id = r.customer_id WHERE " DAY_IN_PERIOD (
          "r.learnt_on") " AND " IN_BRANCH
                         "), best AS (SELECT top, rank, basis, place, row_number () OVER "
                         "(PARTITION BY customer_id, top ORDER BY place) AS nth FROM placed) "
                         "SELECT top, count (CASE WHEN place = 1 AND rank = 'primary' THEN 1 "
                         "END), "
                         "count (CASE WHEN place > 1 OR rank <> 'primary' THEN 1 END), "
                         "count (CASE WHEN basis = 'said' THEN 1 END), "
                         "count (CASE WHEN basis = 'inferred' THEN 1 END), "
                         "count (CASE WHEN basis = 'recorded' THEN 1 END) FROM best WHERE nth "
                         "= 1 GROUP BY top",
      error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      HfReasonCount *reason = hf_figures_add_reason (scope->figures,
                                                     hf_db_statement_get_text (rows, 0));
      reason->primary = hf_db_statement_get_integer (rows, 1);
      reason->contributing = hf_db_statement_get_integer (rows, 2);
      reason->said = hf_db_statement_get_integer (rows, 3);
      reason->inferred = hf_db_statement_get_integer (rows, 4);
      reason->recorded = hf_db_statement_get_integer (rows, 5);
    }
  hf_figures_sort_reasons (scope->figures);
  return step == HF_DB_STEP_DONE;
}

static gboolean
count_competitors (const HfFiguresScope *scope, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_figures_scope_query (
      scope,
      "SELECT a.value, count (DISTINCT i.customer_id) AS customers FROM answer a "
      "JOIN interview i ON i.id = a.interview_id JOIN customer c ON c.id = i.customer_id "
      "WHERE a.question = 'competitor' AND a.state = 'current' AND a.value <> '' "
      "AND " DAY_IN_PERIOD (
          "i.started_on") " AND " IN_BRANCH
                          " GROUP BY a.value ORDER BY customers DESC, a.value",
      error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    hf_figures_add_competitor (scope->figures, hf_db_statement_get_text (rows, 0))->customers
        = hf_db_statement_get_integer (rows, 1);
  return step == HF_DB_STEP_DONE;
}

#define COMPLAINTS_IN_SCOPE                                                                    \
  " FROM complaint c WHERE " DAY_IN_PERIOD ("c.received_on") " AND " IN_BRANCH

static gboolean
count_by (const HfFiguresScope *scope, const char *sql, const HfChoice *choices, guint *counts,
          GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_figures_scope_query (scope, sql, error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    counts[hf_choice_read (choices, hf_db_statement_get_text (rows, 0))]
        = hf_db_statement_get_integer (rows, 1);
  return step == HF_DB_STEP_DONE;
}

static gboolean
count_complaints (const HfFiguresScope *scope, GError **error)
{
  HfFigures *figures = scope->figures;
  return hf_figures_scope_read (
             scope,
             "SELECT count(*), count (CASE WHEN c.status <> 'closed' THEN 1 END), "
             "count (CASE WHEN " HF_STORE_COMPLAINT_IS_LATE (
                 "c",
                 "$4") " THEN 1 END), "
                       "count (CASE WHEN c.status = 'closed' THEN 1 END)" COMPLAINTS_IN_SCOPE,
             (guint *[]){ &figures->complaints.logged, &figures->complaints.open,
                          &figures->complaints.late, &figures->complaints.closed },
             4, error)
         && count_by (scope,
                      "SELECT c.channel, count(*)" COMPLAINTS_IN_SCOPE " GROUP BY c.channel",
                      hf_complaint_channels, figures->complaints.by_channel, error)
         && count_by (scope,
                      "SELECT c.category, count(*)" COMPLAINTS_IN_SCOPE " GROUP BY c.category",
                      hf_complaint_categories, figures->complaints.by_category, error)
         && count_by (scope,
                      "SELECT c.severity, count(*)" COMPLAINTS_IN_SCOPE " GROUP BY c.severity",
                      hf_complaint_severities, figures->complaints.by_severity, error);
}

#define ESCALATIONS_IN_SCOPE                                                                   \
  " FROM escalation e JOIN complaint c ON c.id = e.complaint_id WHERE " DAY_IN_PERIOD (        \
      "c.received_on") " AND " IN_BRANCH

static gboolean
count_escalations (const HfFiguresScope *scope, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_figures_scope_query (
      scope,
      "SELECT e.step, max (e.name), count (DISTINCT e.complaint_id)" ESCALATIONS_IN_SCOPE
      " GROUP BY e.step ORDER BY max (e.place), e.step",
      error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    hf_figures_add_escalation (scope->figures, hf_db_statement_get_text (rows, 0),
                               hf_db_statement_get_text (rows, 1))
        ->complaints
        = hf_db_statement_get_integer (rows, 2);
  return step == HF_DB_STEP_DONE
         && hf_figures_scope_read (
             scope,
             "SELECT count (DISTINCT CASE WHEN e.raised = 1 THEN e.complaint_id "
             "END)" ESCALATIONS_IN_SCOPE,
             (guint *[]){ &scope->figures->complaints.escalated }, 1, error);
}

static gboolean
score_branches (const HfFiguresScope *scope, GError **error)
{
  HfScorecard *card = hf_store_scorecard_compute (scope->session, scope->figures->period,
                                                  scope->branch_id, scope->figures->computed_at,
                                                  error);
  if (card == NULL)
    return FALSE;
  hf_scorecard_free (scope->figures->scorecard);
  scope->figures->scorecard = card;
  return TRUE;
}

static void
add_grade (HfFigures *figures, HfLoyaltyClass grade)
{
  switch (grade)
    {
    case HF_LOYALTY_A:
      figures->loyalty.a++;
      break;
    case HF_LOYALTY_B:
      figures->loyalty.b++;
      break;
    case HF_LOYALTY_C:
      figures->loyalty.c++;
      break;
    case HF_LOYALTY_UNKNOWN:
    default:
      figures->loyalty.unknown++;
    }
}

/* By the last month of the period in which anything was bought. */
static gboolean
count_loyalty (const HfFiguresScope *scope, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_figures_scope_query (
      scope,
      "SELECT coalesce (p.amount, 0), coalesce (p.need, c.need) FROM customer c "
      "LEFT JOIN purchase p ON p.customer_id = c.id AND p.month = (SELECT max (month) "
      "FROM purchase WHERE ($1 IS NULL OR month >= substr ($1, 1, 7)) "
      "AND ($2 IS NULL OR month <= substr ($2, 1, 7))) "
      "WHERE c.status <> 'lost' AND " IN_BRANCH,
      error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      HfLoyalty loyalty = hf_diagnosis_loyalty (hf_db_statement_get_integer (rows, 0),
                                                hf_db_statement_get_amount (rows, 1));
      add_grade (scope->figures, loyalty.grade);
    }
  return step == HF_DB_STEP_DONE;
}

/**
 * hf_store_figures_compute:
 * @session: a session
 * @period: the days to count over
 * @branch: (nullable): a branch's code or name, %NULL for all
 * @error: (nullable): NOT_FOUND where there is no such branch ...
 *
 * Counts everything that the screens, the workbook and the command line show, by the formulas
 * of the hf-diagnosis functions.
 *
 * Returns: (transfer full) (nullable): the figures
 */
HfFigures *
hf_store_figures_compute (HfStoreSession *session, const HfPeriod *period, const char *branch,
                          GError **error)
{
  g_autoptr (HfFigures) figures = hf_figures_new (period, branch);
  HfFiguresScope scope = { .session = session, .figures = figures };
  figures->computed_at = hf_time_now ();
  figures->company = hf_store_settings_get (session, HF_SETTING_COMPANY, NULL);
  figures->currency = hf_store_settings_get (session, HF_SETTING_CURRENCY, NULL);
  if (hf_store_branches_find_id (session, branch, &scope.branch_id, error)
      && count_customers (&scope, error) && count_churn (&scope, error)
      && count_reasons (&scope, error) && count_competitors (&scope, error)
      && count_complaints (&scope, error) && count_escalations (&scope, error)
      && hf_figures_estimate_silent (&scope, error) && hf_figures_count_recovery (&scope, error)
      && hf_figures_count_promises (&scope, error) && score_branches (&scope, error)
      && hf_figures_count_hints (&scope, error) && count_loyalty (&scope, error)
      && hf_figures_count_months (&scope, error) && hf_figures_count_calls (&scope, error)
      && hf_figures_count_thanks (&scope, error))
    return g_steal_pointer (&figures);
  return NULL;
}
