#pragma once

#include <adwaita.h>

#include "hf-branch-decision.h"
#include "hf-period.h"
#include "hf-scorecard.h"

G_BEGIN_DECLS

#define HF_TYPE_SCORECARD_BRANCH_ROW (hf_scorecard_branch_row_get_type ())
G_DECLARE_FINAL_TYPE (HfScorecardBranchRow, hf_scorecard_branch_row, HF, SCORECARD_BRANCH_ROW,
                      AdwExpanderRow)

GtkWidget *hf_scorecard_branch_row_new (void);
void hf_scorecard_branch_row_show (HfScorecardBranchRow *self, const HfBranchScore *score,
                                   const GPtrArray *decisions, const HfPeriod *period);
gint64 hf_scorecard_branch_row_get_branch_id (HfScorecardBranchRow *self);
HfBranchDecision *hf_scorecard_branch_row_make_decision (HfScorecardBranchRow *self,
                                                         const char *period);
const char *hf_scorecard_branch_row_get_note (HfScorecardBranchRow *self);
void hf_scorecard_branch_row_set_note (HfScorecardBranchRow *self, const char *note);

G_END_DECLS
