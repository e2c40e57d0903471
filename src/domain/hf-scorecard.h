#pragma once

#include "hf-branch-score.h"

G_BEGIN_DECLS

/* What a share is held to, 0 to 1. */
typedef struct
{
  double in_time;   /* of HF_SCORE_RESOLVED */
  double satisfied; /* of HF_SCORE_SATISFIED */
} HfScoreMark;

/* From where on branches are rewarded, and below which they are talked to and penalised. */
typedef struct
{
  HfScoreMark reward;
  HfScoreMark talk;
  HfScoreMark penalty;
} HfScoreMarks;

/* How the branches handle complaints, side by side. */
typedef struct
{
  GPtrArray *branches;  /* (element-type HfBranchScore) */
  HfBranchScore total;  /* of all */
  GPtrArray *decisions; /* (element-type HfBranchDecision): that hold, by the branches */
  HfScoreMarks marks;
} HfScorecard;

HfScorecard *hf_scorecard_new (void);
void hf_scorecard_free (HfScorecard *self);
HfBranchScore *hf_scorecard_ensure (HfScorecard *self, gint64 branch_id, const char *code,
                                    const char *name);
void hf_scorecard_judge (HfScorecard *self);
HfJudgement hf_score_marks_judge (const HfScoreMarks *self, const HfBranchScore *score);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfScorecard, hf_scorecard_free)

G_END_DECLS
