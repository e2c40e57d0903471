#include "config.h"

#include "hf-score-link.h"

#include "hf-diagnosis-link.h"

/**
 * hf_score_link_add:
 * @grid: a grid with a number
 * @group: the complaints that the number counts
 * @score: the branch whose number it is, or the sum of all
 * @branch_id: the branch's key, 0 for all, %HF_COMPLAINT_NO_BRANCH for what belongs to none
 * @period: what the score is counted over
 *
 * Lets the last number open its complaints, where there are any.
 */
void
hf_score_link_add (HfNumberGrid *grid, HfScoreGroup group, const HfBranchScore *score,
                   gint64 branch_id, const HfPeriod *period)
{
  if (hf_score_group_count (group, score) == 0)
    return;
  g_autofree char *link = hf_diagnosis_link_complaints (
      group, period, branch_id, score->name != NULL ? score->name : score->code);
  hf_number_grid_link (grid, "win.show-complaints", link);
}
