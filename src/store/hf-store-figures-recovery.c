#include "config.h"

#include "hf-complaint.h"
#include "hf-store-figures-private.h"

/* What customers last said of a problem, and their last complaint, of the period; a follow-up
 * counts with its last result. Somebody bought again who bought in a month after that, or who
 * is a customer today. */
#define CASES                                                                                  \
  "WITH asked AS (SELECT i.customer_id, i.started_on AS day, t.value AS told, "                \
  "o.value AS outcome, z.value AS size, row_number () OVER (PARTITION BY i.customer_id "       \
  "ORDER BY i.started_at DESC, i.id DESC) AS nth FROM interview i "                            \
  "JOIN customer c ON c.id = i.customer_id "                                                   \
  "JOIN answer t ON t.interview_id = i.id AND t.question = 'told-us' "                         \
  "AND t.state = 'current' LEFT JOIN answer d ON d.interview_id = i.id "                       \
  "AND d.question = 'dissatisfied' AND d.state = 'current' "                                   \
  "LEFT JOIN answer o ON o.interview_id = i.id AND o.question = 'told-outcome' "               \
  "AND o.state = 'current' LEFT JOIN answer z ON z.interview_id = i.id "                       \
  "AND z.question = 'problem-size' AND z.state = 'current' "                                   \
  "WHERE coalesce (d.value, 'yes') <> 'no' AND " DAY_IN_PERIOD (                               \
      "i.started_on") " AND " IN_BRANCH                                                        \
                      "), logged AS (SELECT c.id, c.customer_id, c.received_on AS day, "       \
                      "c.severity, c.due_at, CASE WHEN c.responded_at > 0 THEN "               \
                      "c.responded_at ELSE c.closed_at END AS answered_at, "                   \
                      "row_number () OVER (PARTITION BY c.customer_id ORDER BY "               \
                      "c.received_at DESC, c.id DESC) AS nth FROM complaint c "                \
                      "WHERE c.customer_id IS NOT NULL AND " DAY_IN_PERIOD (                   \
                          "c.received_on") " AND " IN_BRANCH ") "

static HfRecoveryCase
case_of_row (HfDbStatement *row)
{
  HfRecoveryCase customer = { .told = hf_db_statement_get_text (row, 0),
                              .outcome = hf_db_statement_get_text (row, 1),
                              .size = hf_db_statement_get_text (row, 2),
                              .complained = !hf_db_statement_is_null (row, 3),
                              .severity = hf_choice_read (hf_complaint_severities,
                                                          hf_db_statement_get_text (row, 4)),
                              .due_at = hf_db_statement_get_integer (row, 5),
                              .answered_at = hf_db_statement_get_integer (row, 6),
                              .result = hf_db_statement_get_text (row, 7),
                              .again = hf_db_statement_get_integer (row, 8) };
  return customer;
}

/**
 * hf_figures_count_recovery:
 * @scope: what is counted over
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts who bought again after a problem: each dissatisfied customer once, with their last
 * complaint of the period and with what they said in their last interview of it, by
 * hf_diagnosis_recovery_add(). Customers bought again who bought anything in a month after the
 * month of that complaint, or of the interview where there is no complaint, or whose status is
 * active or won back.
 *
 * Returns: whether it could be read
 */
gboolean
hf_figures_count_recovery (const HfFiguresScope *scope, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_figures_scope_query (
      scope,
      CASES "SELECT a.told, a.outcome, a.size, l.id, l.severity, l.due_at, l.answered_at, "
            "(SELECT f.result FROM follow_up f WHERE f.complaint_id = l.id "
            "AND f.result <> 'unknown' ORDER BY f.at DESC, f.task_id DESC LIMIT 1), "
            "CASE WHEN u.status IN ('active', 'won_back') OR EXISTS (SELECT 1 FROM purchase p "
            "WHERE p.customer_id = u.id AND p.amount > 0 "
            "AND p.month > substr (coalesce (l.day, a.day), 1, 7)) THEN 1 ELSE 0 END "
            "FROM customer u LEFT JOIN asked a ON a.customer_id = u.id AND a.nth = 1 "
            "LEFT JOIN logged l ON l.customer_id = u.id AND l.nth = 1 "
            "WHERE a.customer_id IS NOT NULL OR l.customer_id IS NOT NULL",
      error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      const HfRecoveryCase customer = case_of_row (rows);
      hf_diagnosis_recovery_add (&scope->figures->recovery, &customer,
                                 scope->figures->computed_at);
    }
  return step == HF_DB_STEP_DONE;
}
