#pragma once

#include "hf-branch-decision.h"
#include "hf-scorecard.h"

G_BEGIN_DECLS

char *hf_scorecard_words_name (const HfBranchScore *score);
char *hf_scorecard_words_complaints (const HfBranchScore *score);
char *hf_scorecard_words_share (const HfScoreShare *share);
char *hf_scorecard_words_of (const HfScoreShare *share);
char *hf_scorecard_words_interval (const HfScoreShare *share);
char *hf_scorecard_words_gap (const HfSatisfactionGaps *gaps);
char *hf_scorecard_words_gap_of (const HfSatisfactionGaps *gaps);
char *hf_scorecard_words_gap_kinds (const HfSatisfactionGaps *gaps);
char *hf_scorecard_words_summary (const HfBranchScore *score);
char *hf_scorecard_words_proposal (const HfBranchScore *score);
char *hf_scorecard_words_marks (const HfScoreMarks *marks);
char *hf_scorecard_words_period (const char *period);
char *hf_scorecard_words_decision (const HfBranchDecision *decision);

G_END_DECLS
