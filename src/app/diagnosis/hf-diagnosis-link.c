#include "config.h"

#include "hf-diagnosis-link.h"

/* What hf_customer_expression_parse() reads. */

static char *
with_branch (const char *expression, gint64 branch_id)
{
  if (branch_id == 0)
    return g_strdup (expression);
  return g_strdup_printf ("%s&branch=%" G_GINT64_FORMAT, expression, branch_id);
}

static char *
dup_span (const HfPeriod *period)
{
  return g_strdup_printf ("%s..%s", period->from != NULL ? period->from : "",
                          period->to != NULL ? period->to : "");
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
  g_autofree char *expression = g_strconcat ("status=", status, NULL);
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
  g_autofree char *expression = g_strconcat ("lost_in=", month, NULL);
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
  g_autofree char *span = dup_span (period);
  g_autofree char *expression = g_strconcat ("lost=", span, NULL);
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
  g_autofree char *span = dup_span (period);
  g_autofree char *expression = g_strconcat ("reason=", code, "&learnt=", span, NULL);
  return with_branch (expression, branch_id);
}
