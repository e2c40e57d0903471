#pragma once

#include "hf-branch-score.h"
#include "hf-choice.h"

G_BEGIN_DECLS

/* The complaints behind one number of a scorecard. */
typedef enum
{
  HF_SCORE_GROUP_ANY,
  HF_SCORE_GROUP_FIRST_WORD_MET,
  HF_SCORE_GROUP_FIRST_WORD_MISSED,
  HF_SCORE_GROUP_RESOLVED_MET,
  HF_SCORE_GROUP_RESOLVED_MISSED,
  HF_SCORE_GROUP_HALF_HOUR_MET,
  HF_SCORE_GROUP_HALF_HOUR_MISSED,
  HF_SCORE_GROUP_SATISFIED_MET,
  HF_SCORE_GROUP_SATISFIED_MISSED,
  HF_SCORE_GROUP_GAP,
  HF_SCORE_GROUP_GAP_WORSE,
  HF_SCORE_GROUP_GAP_AS_EXPECTED,
  HF_SCORE_GROUP_GAP_BETTER,
  HF_SCORE_GROUP_AGAIN,
  HF_SCORE_GROUP_NOT_PURSUED,
} HfScoreGroup;

#define HF_SCORE_N_GROUPS 15

extern const HfChoice hf_score_groups[];

HfScoreGroup hf_score_group_of_kind (HfScoreKind kind, gboolean met);
guint hf_score_group_count (HfScoreGroup self, const HfBranchScore *score);

G_END_DECLS
