#include "config.h"

#include "hf-diagnosis-link.h"

#include "hf-filter-expression.h"

/* What hf_customer_expression_parse() and hf_complaint_chips_set_expression() read. */

static char *
with_branch (GString *expression, gint64 branch_id)
{
  hf_filter_expression_append_key (expression, "branch", branch_id);
  return g_string_free (expression, FALSE);
}

/**
 * hf_diagnosis_link_status:
 * @status: a name of #hf_customer_statuses
 * @branch_id: a branch, 0 for all
 *
 * Names the customers who have a status now.
 *
 * Returns: (transfer full): for the action "win.show-customers"
 */
char *
hf_diagnosis_link_status (const char *status, gint64 branch_id)
{
  GString *expression = g_string_new (NULL);
  hf_filter_expression_append (expression, "status", status);
  return with_branch (expression, branch_id);
}

/**
 * hf_diagnosis_link_month:
 * @month: YYYY-MM
 * @branch_id: a branch, 0 for all
 *
 * Names the customers who were lost in a month.
 *
 * Returns: (transfer full): for the action "win.show-customers"
 */
char *
hf_diagnosis_link_month (const char *month, gint64 branch_id)
{
  GString *expression = g_string_new (NULL);
  hf_filter_expression_append (expression, "lost_in", month);
  return with_branch (expression, branch_id);
}

/**
 * hf_diagnosis_link_lost:
 * @period: what the figures are counted over
 * @branch_id: a branch, 0 for all
 *
 * Names the customers who were lost in a period, as the churn rate counts them.
 *
 * Returns: (transfer full): for the action "win.show-customers"
 */
char *
hf_diagnosis_link_lost (const HfPeriod *period, gint64 branch_id)
{
  GString *expression = g_string_new (NULL);
  hf_filter_expression_append_period (expression, "lost", period);
  return with_branch (expression, branch_id);
}

/**
 * hf_diagnosis_link_reason:
 * @code: a code of the codebook
 * @period: what the figures are counted over
 * @branch_id: a branch, 0 for all
 *
 * Names the customers of whom a reason was learnt in a period.
 *
 * Returns: (transfer full): for the action "win.show-customers"
 */
char *
hf_diagnosis_link_reason (const char *code, const HfPeriod *period, gint64 branch_id)
{
  GString *expression = g_string_new (NULL);
  hf_filter_expression_append (expression, "reason", code);
  hf_filter_expression_append_period (expression, "learnt", period);
  return with_branch (expression, branch_id);
}

/**
 * hf_diagnosis_link_complaints:
 * @group: which of them a number counts
 * @period: the days on which they were received
 * @branch_id: a branch, 0 for all, %HF_COMPLAINT_NO_BRANCH for those of none
 * @branch: (nullable): what the branch is called
 *
 * Names the complaints behind a number.
 *
 * Returns: (transfer full): for the action "win.show-complaints"
 */
char *
hf_diagnosis_link_complaints (HfScoreGroup group, const HfPeriod *period, gint64 branch_id,
                              const char *branch)
{
  GString *expression = g_string_new (NULL);
  hf_filter_expression_append (expression, "group", hf_score_groups[group].name);
  hf_filter_expression_append_period (expression, "received", period);
  hf_filter_expression_append (expression, "branch_name", branch);
  return with_branch (expression, branch_id);
}
