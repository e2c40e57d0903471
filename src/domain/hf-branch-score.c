#include "config.h"

#include "hf-branch-score.h"

#include <glib/gi18n.h>

const HfChoice hf_score_kinds[] = {
  [HF_SCORE_FIRST_WORD] = { "first_word", NC_ ("choice", "First word in time") },
  [HF_SCORE_RESOLVED] = { "resolved", NC_ ("choice", "Answered in time") },
  [HF_SCORE_HALF_HOUR] = { "half_hour", NC_ ("choice", "Word in between kept") },
  [HF_SCORE_PROMISES] = { "promises", NC_ ("choice", "Promises kept in time") },
  [HF_SCORE_SATISFIED] = { "satisfied", NC_ ("choice", "Satisfied at second follow-up") },
  { NULL, NULL },
};

const HfChoice hf_judgements[] = {
  [HF_JUDGEMENT_TOO_FEW] = { "too_few", NC_ ("choice", "Too few") },
  [HF_JUDGEMENT_NONE] = { "none", NC_ ("choice", "No consequence") },
  [HF_JUDGEMENT_REWARD] = { "reward", NC_ ("choice", "Reward") },
  [HF_JUDGEMENT_TALK] = { "talk", NC_ ("choice", "Talk") },
  [HF_JUDGEMENT_PENALTY] = { "penalty", NC_ ("choice", "Penalty") },
  { NULL, NULL },
};

/**
 * hf_branch_score_new:
 * @branch_id: a branch's key, 0 for none
 * @code: (nullable): its code
 * @name: (nullable): its name
 *
 * Makes a score in which nothing is counted yet.
 *
 * Returns: (transfer full): the score
 */
HfBranchScore *
hf_branch_score_new (gint64 branch_id, const char *code, const char *name)
{
  HfBranchScore *self = g_new0 (HfBranchScore, 1);
  self->branch_id = branch_id;
  self->code = g_strdup (code);
  self->name = g_strdup (name);
  return self;
}

/**
 * hf_branch_score_free:
 * @self: (transfer full): a score
 *
 * Frees it.
 */
void
hf_branch_score_free (HfBranchScore *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

/**
 * hf_branch_score_add:
 * @self: the sum of some branches
 * @other: another branch
 *
 * Counts it as well.
 */
void
hf_branch_score_add (HfBranchScore *self, const HfBranchScore *other)
{
  self->complaints += other->complaints;
  self->again += other->again;
  self->not_pursued += other->not_pursued;
  hf_satisfaction_gaps_add (&self->gaps, &other->gaps);
  for (int kind = 0; kind < HF_SCORE_N_KINDS; kind++)
    {
      self->shares[kind].of += other->shares[kind].of;
      self->shares[kind].met += other->shares[kind].met;
    }
}

/**
 * hf_score_share_get:
 * @self: a share
 *
 * Gives it as a number.
 *
 * Returns: 0 to 1; 0 where there is nothing
 */
double
hf_score_share_get (const HfScoreShare *self)
{
  return self->of > 0 ? (double) self->met / self->of : 0;
}

/**
 * hf_score_share_is_enough:
 * @self: a share
 *
 * Tells whether it rests on %HF_SCORE_ENOUGH.
 *
 * Returns: %FALSE where it is to be greyed
 */
gboolean
hf_score_share_is_enough (const HfScoreShare *self)
{
  return self->of >= HF_SCORE_ENOUGH;
}
