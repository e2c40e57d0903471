#pragma once

#include "hf-number-grid.h"
#include "hf-period.h"
#include "hf-score-group.h"

G_BEGIN_DECLS

void hf_score_link_add (HfNumberGrid *grid, HfScoreGroup group, const HfBranchScore *score,
                        gint64 branch_id, const HfPeriod *period);

G_END_DECLS
