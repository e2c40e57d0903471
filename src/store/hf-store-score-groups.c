#include "config.h"

#include "hf-store-promise-rules.h"
#include "hf-store-scorecard-private.h"

#define MISSED(decided, met) decided " AND NOT (" met ")"

/* By what those of a group are known among all that are judged. */
static const char *const conditions[HF_SCORE_N_GROUPS] = {
  [HF_SCORE_GROUP_FIRST_WORD_MET] = HF_SCORE_FIRST_WORD_MET,
  [HF_SCORE_GROUP_FIRST_WORD_MISSED] = MISSED (HF_SCORE_FIRST_WORD_DECIDED,
                                               HF_SCORE_FIRST_WORD_MET),
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

#define WORD_MET HF_SCORE_HALF_HOUR_MET ("$%2$u")
#define WORD_MISSED MISSED ("(" HF_SCORE_HALF_HOUR_DECIDED ("$%2$u") ")", WORD_MET)
#define OF_TERM(condition)                                                                     \
  "%3$s complaint.id IN (WITH " HF_SCORE_LONGEST (                                             \
      "$%1$u") " SELECT l.id FROM longest l WHERE " condition ")"

static gboolean
add_words (HfStoreSession *session, gboolean met, GString *sql, HfDbValue *values,
           gsize *n_values, GError **error)
{
  HfPromiseRules rules;
  const char *joint = " AND (";
  if (!hf_store_promise_rules_get (session, &rules, error))
    return FALSE;
  for (int term = 0; term < HF_PROMISE_DATED; term++)
    {
      if (rules.of[term].update == 0)
        continue;
      guint n = *n_values;
      values[(*n_values)++] = hf_db_text (hf_promise_terms[term].name);
      values[(*n_values)++] = hf_db_integer (rules.of[term].update * G_TIME_SPAN_MINUTE);
      if (met)
        g_string_append_printf (sql, OF_TERM (WORD_MET), n + 1, n + 2, joint);
      else
        g_string_append_printf (sql, OF_TERM (WORD_MISSED), n + 1, n + 2, joint);
      joint = " OR";
    }
  g_string_append (sql, g_str_equal (joint, " OR") ? ")" : " AND FALSE");
  return TRUE;
}

/**
 * hf_score_group_restrict:
 * @session: a session
 * @filter: which complaints, of a group
 * @sql: the conditions of a statement over the table "complaint", without parameters so far
 * @values: (array): the statement's parameters, with room for %HF_SCORE_GROUP_MAX_VALUES
 * @n_values: (inout): how many there are
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Leaves those that a number of the scorecard counts. The statement's $4 is the present moment.
 *
 * Returns: whether it is known which they are
 */
gboolean
hf_score_group_restrict (HfStoreSession *session, const HfComplaintFilter *filter, GString *sql,
                         HfDbValue *values, gsize *n_values, GError **error)
{
  const HfPeriod *period = filter->received;
  values[(*n_values)++] = hf_db_text (period != NULL ? period->from : NULL);
  values[(*n_values)++] = hf_db_text (period != NULL ? period->to : NULL);
  values[(*n_values)++] = hf_db_reference (MAX (filter->branch_id, 0));
  values[(*n_values)++] = hf_db_integer (filter->now);
  if (filter->group == HF_SCORE_GROUP_HALF_HOUR_MET
      || filter->group == HF_SCORE_GROUP_HALF_HOUR_MISSED)
    return add_words (session, filter->group == HF_SCORE_GROUP_HALF_HOUR_MET, sql, values,
                      n_values, error);
  g_string_append_printf (sql,
                          " AND complaint.id IN (WITH " HF_SCORE_TOLD ", " HF_SCORE_JUDGED
                          " SELECT j.id FROM judged j WHERE %s)",
                          conditions[filter->group]);
  return TRUE;
}
