#include "config.h"

#include "hf-store-branch-decisions.h"

#include <string.h>

#include "hf-id.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

/**
 * hf_store_branch_decisions_add:
 * @session: a session that writes
 * @decision: what a manager decided
 * @error: (nullable): %HF_STORE_ERROR, %HF_FIELD_ERROR
 *
 * Keeps a decision on a branch, with who decided so when. What was decided before stays.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_branch_decisions_add (HfStoreSession *session, const HfBranchDecision *decision,
                               GError **error)
{
  hf_store_session_touch (session, HF_STORE_STAFF);
  return hf_branch_decision_validate (decision, error)
         && hf_db_execute (
             session->db,
             "INSERT INTO branch_decision (id, branch_id, period, decision, proposal, note, "
             "staff_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
             HF_DB_VALUES (
                 hf_db_integer (hf_id_new ()), hf_db_integer (decision->branch_id),
                 hf_db_text (decision->period),
                 hf_db_text (hf_judgements[decision->decision].name),
                 hf_db_text (hf_judgements[decision->proposal].name),
                 hf_db_text (hf_text_is_blank (decision->note) ? NULL : decision->note),
                 hf_db_reference (session->staff_id),
                 hf_db_integer (hf_store_session_get_now (session))),
             NULL, error);
}

#define SELECT                                                                                 \
  "SELECT d.branch_id, d.period, d.decision, d.proposal, d.note, s.name, d.at, b.code, "       \
  "b.name FROM branch_decision d JOIN branch b ON b.id = d.branch_id "                         \
  "LEFT JOIN staff s ON s.id = d.staff_id "

static gpointer
decision_of_row (HfDbStatement *row)
{
  HfBranchDecision *self = hf_branch_decision_new ();
  self->branch_id = hf_db_statement_get_integer (row, 0);
  self->period = hf_db_statement_dup_text (row, 1);
  self->decision = MAX (0,
                        hf_choice_find_name (hf_judgements, hf_db_statement_get_text (row, 2)));
  self->proposal = MAX (0,
                        hf_choice_find_name (hf_judgements, hf_db_statement_get_text (row, 3)));
  self->note = hf_db_statement_dup_text (row, 4);
  self->staff = hf_db_statement_dup_text (row, 5);
  self->at = hf_db_statement_get_integer (row, 6);
  self->branch_code = hf_db_statement_dup_text (row, 7);
  self->branch = hf_db_statement_dup_text (row, 8);
  return self;
}

/**
 * hf_store_branch_decisions_list:
 * @session: a session
 * @period: a month, quarter or year, as hf_score_period_parse() reads it
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what was decided on the branches for a time. The first of a branch is the one that
 * holds.
 *
 * Returns: (transfer full) (nullable) (element-type HfBranchDecision): the newest first
 */
GPtrArray *
hf_store_branch_decisions_list (HfStoreSession *session, const char *period, GError **error)
{
  return hf_store_session_list (
      session, SELECT "WHERE d.period = $1 ORDER BY d.at DESC, d.id DESC",
      HF_DB_VALUES (hf_db_text (period)), decision_of_row, g_object_unref, error);
}

/* Of a branch and a time the newest comes first. */
static gboolean
holds (const GPtrArray *decisions, guint i)
{
  const HfBranchDecision *self = decisions->pdata[i];
  const HfBranchDecision *before = i > 0 ? decisions->pdata[i - 1] : NULL;
  return before == NULL || before->branch_id != self->branch_id
         || strcmp (before->period, self->period) != 0;
}

/**
 * hf_store_branch_decisions_list_holding:
 * @session: a session
 * @days: a period
 * @branch_id: a branch's key, 0 for all
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads which decisions hold for the months, quarters and years that have a day in a period.
 *
 * Returns: (transfer full) (nullable) (element-type HfBranchDecision): by the branches' names,
 *   the latest time first
 */
GPtrArray *
hf_store_branch_decisions_list_holding (HfStoreSession *session, const HfPeriod *days,
                                        gint64 branch_id, GError **error)
{
  g_autoptr (GPtrArray) all = hf_store_session_list (
      session,
      SELECT "WHERE $1 = 0 OR d.branch_id = $1 "
             "ORDER BY b.name, b.id, d.period DESC, d.at DESC, d.id DESC",
      HF_DB_VALUES (hf_db_integer (branch_id)), decision_of_row, g_object_unref, error);
  if (all == NULL)
    return NULL;
  GPtrArray *holding = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    if (holds (all, i) && hf_branch_decision_is_about (all->pdata[i], days))
      g_ptr_array_add (holding, g_object_ref (all->pdata[i]));
  return holding;
}
