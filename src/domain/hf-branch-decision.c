#include "config.h"

#include "hf-branch-decision.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-field.h"
#include "hf-score-period.h"

G_DEFINE_FINAL_TYPE (HfBranchDecision, hf_branch_decision, G_TYPE_OBJECT)

static void
hf_branch_decision_finalize (GObject *object)
{
  HfBranchDecision *self = HF_BRANCH_DECISION (object);
  g_free (self->branch_code);
  g_free (self->branch);
  g_free (self->period);
  g_free (self->note);
  g_free (self->staff);
  G_OBJECT_CLASS (hf_branch_decision_parent_class)->finalize (object);
}

static void
hf_branch_decision_class_init (HfBranchDecisionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_branch_decision_finalize;
}

static void
hf_branch_decision_init (HfBranchDecision *self)
{
  self->decision = HF_JUDGEMENT_NONE;
}

/**
 * hf_branch_decision_new:
 *
 * Makes a decision that nothing is done.
 *
 * Returns: (transfer full): the record
 */
HfBranchDecision *
hf_branch_decision_new (void)
{
  return g_object_new (HF_TYPE_BRANCH_DECISION, NULL);
}

/**
 * hf_branch_decision_validate:
 * @self: a decision
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Checks what must hold before a decision is stored.
 *
 * Returns: whether it holds
 */
gboolean
hf_branch_decision_validate (const HfBranchDecision *self, GError **error)
{
  g_autoptr (HfPeriod) period = hf_score_period_parse (self->period);
  if (self->branch_id == 0)
    g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                         _ ("the branch is missing"));
  else if (period == NULL)
    g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
                         _ ("the period is no month, quarter or year"));
  else if (self->decision == HF_JUDGEMENT_TOO_FEW)
    g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                         _ ("the decision is missing"));
  else
    return TRUE;
  return FALSE;
}

/**
 * hf_branch_decision_is_about:
 * @self: a decision
 * @days: a period
 *
 * Tells whether a day of the period lies in the time that was judged.
 *
 * Returns: whether one does
 */
gboolean
hf_branch_decision_is_about (const HfBranchDecision *self, const HfPeriod *days)
{
  g_autoptr (HfPeriod) judged = hf_score_period_parse (self->period);
  return judged != NULL && (days->from == NULL || strcmp (judged->to, days->from) >= 0)
         && (days->to == NULL || strcmp (judged->from, days->to) <= 0);
}
