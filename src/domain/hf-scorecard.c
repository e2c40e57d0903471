#include "config.h"

#include "hf-scorecard.h"

#include <glib-object.h>

/**
 * hf_scorecard_new:
 *
 * Makes a scorecard without branches.
 *
 * Returns: (transfer full): the scorecard
 */
HfScorecard *
hf_scorecard_new (void)
{
  HfScorecard *self = g_new0 (HfScorecard, 1);
  self->branches = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_branch_score_free);
  self->decisions = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * hf_scorecard_free:
 * @self: (transfer full): a scorecard
 *
 * Frees it.
 */
void
hf_scorecard_free (HfScorecard *self)
{
  g_ptr_array_unref (self->branches);
  g_ptr_array_unref (self->decisions);
  g_free (self);
}

/**
 * hf_scorecard_ensure:
 * @self: a scorecard
 * @branch_id: a branch's key, 0 for what belongs to none
 * @code: (nullable): its code
 * @name: (nullable): its name
 *
 * Gives a branch's score, and begins one where there is none.
 *
 * Returns: (transfer none): the score
 */
HfBranchScore *
hf_scorecard_ensure (HfScorecard *self, gint64 branch_id, const char *code, const char *name)
{
  for (guint i = 0; i < self->branches->len; i++)
    {
      HfBranchScore *score = self->branches->pdata[i];
      if (score->branch_id == branch_id)
        return score;
    }
  HfBranchScore *score = hf_branch_score_new (branch_id, code, name);
  g_ptr_array_add (self->branches, score);
  return score;
}

static gboolean
reaches (const HfScoreMark *mark, double in_time, double satisfied)
{
  return in_time >= mark->in_time && satisfied >= mark->satisfied;
}

/**
 * hf_score_marks_judge:
 * @self: what branches are held to
 * @score: a branch
 *
 * Proposes what its numbers call for: a reward where both its share of complaints answered in
 * time and its share of satisfied customers reach the mark for it, a penalty where one of them
 * is below the mark of penalties, a talk where one is below that of talks. Nothing is proposed
 * from fewer than %HF_SCORE_ENOUGH.
 *
 * Source: article 000, five steps: "in the time set", and the result of the second follow-up
 * "is tied to the dealer's rewards"; it gives no numbers.
 *
 * Returns: the proposal
 */
HfJudgement
hf_score_marks_judge (const HfScoreMarks *self, const HfBranchScore *score)
{
  const HfScoreShare *resolved = &score->shares[HF_SCORE_RESOLVED];
  const HfScoreShare *asked = &score->shares[HF_SCORE_SATISFIED];
  double in_time = hf_score_share_get (resolved), satisfied = hf_score_share_get (asked);
  if (!hf_score_share_is_enough (resolved) || !hf_score_share_is_enough (asked))
    return HF_JUDGEMENT_TOO_FEW;
  if (!reaches (&self->penalty, in_time, satisfied))
    return HF_JUDGEMENT_PENALTY;
  if (!reaches (&self->talk, in_time, satisfied))
    return HF_JUDGEMENT_TALK;
  return reaches (&self->reward, in_time, satisfied) ? HF_JUDGEMENT_REWARD : HF_JUDGEMENT_NONE;
}

static double
worth (const HfBranchScore *score)
{
  return hf_score_share_get (&score->shares[HF_SCORE_RESOLVED])
         + hf_score_share_get (&score->shares[HF_SCORE_SATISFIED]);
}

/* The best first; those that cannot be judged after them, and what is of no branch last. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const HfBranchScore *first = *(HfBranchScore *const *) a;
  const HfBranchScore *second = *(HfBranchScore *const *) b;
  gboolean few = first->proposal == HF_JUDGEMENT_TOO_FEW;
  if ((first->branch_id == 0) != (second->branch_id == 0))
    return first->branch_id == 0 ? 1 : -1;
  if (few != (second->proposal == HF_JUDGEMENT_TOO_FEW))
    return few ? 1 : -1;
  if (!few && worth (first) != worth (second))
    return worth (first) > worth (second) ? -1 : 1;
  if (first->complaints != second->complaints)
    return first->complaints > second->complaints ? -1 : 1;
  return g_strcmp0 (first->code, second->code);
}

static void
rank (HfScorecard *self)
{
  for (guint i = 0; i < self->branches->len; i++)
    {
      HfBranchScore *score = self->branches->pdata[i];
      const HfBranchScore *before = i > 0 ? self->branches->pdata[i - 1] : NULL;
      if (score->proposal == HF_JUDGEMENT_TOO_FEW)
        score->rank = 0;
      else if (before != NULL && before->rank > 0 && worth (before) == worth (score))
        score->rank = before->rank;
      else
        score->rank = i + 1;
    }
}

/**
 * hf_scorecard_judge:
 * @self: a scorecard in which all is counted
 *
 * Sums it up, proposes what each branch's numbers call for, and puts the branches in order: by
 * the mean of the shares answered in time and satisfied, the best first. Branches of which both
 * are the same have the same rank, those with too few have none. What belongs to no branch is
 * not judged.
 */
void
hf_scorecard_judge (HfScorecard *self)
{
  self->total = (HfBranchScore){ 0 };
  for (guint i = 0; i < self->branches->len; i++)
    {
      HfBranchScore *score = self->branches->pdata[i];
      score->proposal = score->branch_id != 0 ? hf_score_marks_judge (&self->marks, score)
                                              : HF_JUDGEMENT_TOO_FEW;
      hf_branch_score_add (&self->total, score);
    }
  g_ptr_array_sort (self->branches, compare);
  rank (self);
}
