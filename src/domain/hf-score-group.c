#include "config.h"

#include "hf-score-group.h"

#include <glib/gi18n.h>

const HfChoice hf_score_groups[] = {
  [HF_SCORE_GROUP_ANY] = { "any", NC_ ("choice", "All") },
  [HF_SCORE_GROUP_FIRST_WORD_MET] = { "first_word_met", NC_ ("choice", "First word in time") },
  [HF_SCORE_GROUP_FIRST_WORD_MISSED] = { "first_word_missed",
                                         NC_ ("choice", "First word not in time") },
  [HF_SCORE_GROUP_RESOLVED_MET] = { "resolved_met", NC_ ("choice", "Answered in time") },
  [HF_SCORE_GROUP_RESOLVED_MISSED] = { "resolved_missed",
                                       NC_ ("choice", "Not answered in time") },
  [HF_SCORE_GROUP_HALF_HOUR_MET] = { "half_hour_met", NC_ ("choice", "Word in between kept") },
  [HF_SCORE_GROUP_HALF_HOUR_MISSED] = { "half_hour_missed",
                                        NC_ ("choice", "Word in between late") },
  [HF_SCORE_GROUP_SATISFIED_MET] = { "satisfied_met",
                                     NC_ ("choice", "Satisfied at second follow-up") },
  [HF_SCORE_GROUP_SATISFIED_MISSED] = { "satisfied_missed",
                                        NC_ ("choice", "Not satisfied at second follow-up") },
  [HF_SCORE_GROUP_GAP] = { "gap", NC_ ("choice", "Told what they expected and found") },
  [HF_SCORE_GROUP_GAP_WORSE] = { "gap_worse", NC_ ("choice", "Found it worse than expected") },
  [HF_SCORE_GROUP_GAP_AS_EXPECTED] = { "gap_as_expected",
                                       NC_ ("choice", "Found it as expected") },
  [HF_SCORE_GROUP_GAP_BETTER] = { "gap_better",
                                  NC_ ("choice", "Found it better than expected") },
  [HF_SCORE_GROUP_AGAIN] = { "again", NC_ ("choice", "Taken up again") },
  [HF_SCORE_GROUP_NOT_PURSUED] = { "not_pursued", NC_ ("choice", "Not pursued") },
  { NULL, NULL },
};

/* Promises are no complaints. */
static const HfScoreGroup of_kinds[HF_SCORE_N_KINDS] = {
  [HF_SCORE_FIRST_WORD] = HF_SCORE_GROUP_FIRST_WORD_MET,
  [HF_SCORE_RESOLVED] = HF_SCORE_GROUP_RESOLVED_MET,
  [HF_SCORE_HALF_HOUR] = HF_SCORE_GROUP_HALF_HOUR_MET,
  [HF_SCORE_SATISFIED] = HF_SCORE_GROUP_SATISFIED_MET,
};

/**
 * hf_score_group_of_kind:
 * @kind: what a branch is measured by
 * @met: those that were as they should be, or the others
 *
 * Tells which complaints one side of a share counts.
 *
 * Returns: the group; %HF_SCORE_GROUP_ANY where it counts no complaints
 */
HfScoreGroup
hf_score_group_of_kind (HfScoreKind kind, gboolean met)
{
  HfScoreGroup group = of_kinds[kind];
  return group == HF_SCORE_GROUP_ANY || met ? group : group + 1;
}

/**
 * hf_score_group_count:
 * @self: a group
 * @score: a branch, or the sum of some
 *
 * Tells which number of a score counts the group.
 *
 * Returns: how many complaints are in it
 */
guint
hf_score_group_count (HfScoreGroup self, const HfBranchScore *score)
{
  for (int kind = 0; kind < HF_SCORE_N_KINDS; kind++)
    if (of_kinds[kind] != HF_SCORE_GROUP_ANY)
      {
        const HfScoreShare *share = &score->shares[kind];
        if (self == hf_score_group_of_kind (kind, TRUE))
          return share->met;
        if (self == hf_score_group_of_kind (kind, FALSE))
          return share->of - share->met;
      }
  if (self == HF_SCORE_GROUP_GAP)
    return score->gaps.answers;
  if (self >= HF_SCORE_GROUP_GAP_WORSE && self <= HF_SCORE_GROUP_GAP_BETTER)
    return score->gaps.by_kind[self - HF_SCORE_GROUP_GAP_WORSE];
  if (self == HF_SCORE_GROUP_AGAIN)
    return score->again;
  return self == HF_SCORE_GROUP_NOT_PURSUED ? score->not_pursued : score->complaints;
}
