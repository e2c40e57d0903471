#include "config.h"

#include "hf-store-scorecard-private.h"

#define MISSED(decided, met) decided " AND NOT (" met ")"

/* By what those of a group are known among all that are judged, "j", or of whom word was
 * promised, "l". */
static const char *const conditions[HF_SCORE_N_GROUPS] = {
  [HF_SCORE_GROUP_FIRST_WORD_MET] = HF_SCORE_FIRST_WORD_MET,
  [HF_SCORE_GROUP_FIRST_WORD_MISSED] = MISSED (HF_SCORE_FIRST_WORD_DECIDED,
                                               HF_SCORE_FIRST_WORD_MET),
  [HF_SCORE_GROUP_HALF_HOUR_MET] = HF_SCORE_HALF_HOUR_MET,
  [HF_SCORE_GROUP_HALF_HOUR_MISSED] = MISSED ("(" HF_SCORE_HALF_HOUR_DECIDED ")",
                                              HF_SCORE_HALF_HOUR_MET),
  [HF_SCORE_GROUP_RESOLVED_MET] = HF_SCORE_RESOLVED_MET,
  [HF_SCORE_GROUP_RESOLVED_MISSED] = MISSED (HF_SCORE_RESOLVED_DECIDED, HF_SCORE_RESOLVED_MET),
  [HF_SCORE_GROUP_SATISFIED_MET] = HF_SCORE_SATISFIED_MET,
  [HF_SCORE_GROUP_SATISFIED_MISSED] = MISSED (HF_SCORE_SATISFIED_DECIDED,
                                              HF_SCORE_SATISFIED_MET),
  [HF_SCORE_GROUP_GAP] = "j.gap IS NOT NULL",
  [HF_SCORE_GROUP_GAP_WORSE] = HF_SCORE_GAP_WORSE,
  [HF_SCORE_GROUP_GAP_AS_EXPECTED] = HF_SCORE_GAP_AS_EXPECTED,
  [HF_SCORE_GROUP_GAP_BETTER] = HF_SCORE_GAP_BETTER,
  [HF_SCORE_GROUP_AGAIN] = "j.again = 1",
  [HF_SCORE_GROUP_NOT_PURSUED] = "j.given_up = 1",
};

/**
 * hf_score_group_restrict:
 * @filter: which complaints, of a group
 * @sql: the conditions of a statement over the table "complaint", without parameters so far
 * @values: (array): the statement's parameters, with room for %HF_SCORE_GROUP_MAX_VALUES
 * @n_values: (inout): how many there are
 *
 * Leaves those that a number of the scorecard counts. The statement's $4 is the present moment.
 */
void
hf_score_group_restrict (const HfComplaintFilter *filter, GString *sql, HfDbValue *values,
                         gsize *n_values)
{
  const HfPeriod *period = filter->received;
  values[(*n_values)++] = hf_db_text (period != NULL ? period->from : NULL);
  values[(*n_values)++] = hf_db_text (period != NULL ? period->to : NULL);
  values[(*n_values)++] = hf_db_reference (MAX (filter->branch_id, 0));
  values[(*n_values)++] = hf_db_integer (filter->now);
  if (filter->group == HF_SCORE_GROUP_HALF_HOUR_MET
      || filter->group == HF_SCORE_GROUP_HALF_HOUR_MISSED)
    g_string_append_printf (sql,
                            " AND complaint.id IN (WITH " HF_SCORE_LONGEST
                            " SELECT l.id FROM longest l WHERE %s)",
                            conditions[filter->group]);
  else
    g_string_append_printf (sql,
                            " AND complaint.id IN (WITH " HF_SCORE_TOLD ", " HF_SCORE_JUDGED
                            " SELECT j.id FROM judged j WHERE %s)",
                            conditions[filter->group]);
}
