#include "config.h"

#include "hf-scorecard-json.h"

#include "hf-branch-decision.h"
#include "hf-diagnosis-interval.h"
#include "hf-json-members.h"
#include "hf-time.h"

/* Of nobody nothing is known, not even 0. */
static void
add_known (JsonBuilder *builder, const char *name, gboolean known, double number)
{
  if (known)
    hf_json_add_number (builder, name, number);
  else
    hf_json_add_text (builder, name, NULL);
}

static void
add_share (JsonBuilder *builder, const char *name, const HfScoreShare *share)
{
  double low = 0, high = 0;
  gboolean known = hf_diagnosis_interval (share->met, share->of, &low, &high);
  hf_json_begin_object (builder, name);
  hf_json_add_count (builder, "of", share->of);
  hf_json_add_count (builder, "met", share->met);
  add_known (builder, "share", known, hf_score_share_get (share));
  add_known (builder, "low", known, low);
  add_known (builder, "high", known, high);
  json_builder_set_member_name (builder, "enough");
  json_builder_add_boolean_value (builder, hf_score_share_is_enough (share));
  json_builder_end_object (builder);
}

static void
add_gaps (JsonBuilder *builder, const HfSatisfactionGaps *gaps)
{
  hf_json_begin_object (builder, "gap");
  hf_json_add_count (builder, "answers", gaps->answers);
  add_known (builder, "mean", gaps->answers > 0, hf_satisfaction_gaps_mean (gaps));
  for (int kind = 0; kind < HF_GAP_N_KINDS; kind++)
    hf_json_add_count (builder, hf_gap_kinds[kind].name, gaps->by_kind[kind]);
  json_builder_end_object (builder);
}

static void
add_numbers (JsonBuilder *builder, const HfBranchScore *score)
{
  hf_json_add_count (builder, "complaints", score->complaints);
  for (int kind = 0; kind < HF_SCORE_N_KINDS; kind++)
    add_share (builder, hf_score_kinds[kind].name, &score->shares[kind]);
  add_gaps (builder, &score->gaps);
  hf_json_add_count (builder, "again", score->again);
  hf_json_add_count (builder, "not_pursued", score->not_pursued);
}

static void
add_mark (JsonBuilder *builder, const char *name, const HfScoreMark *mark)
{
  hf_json_begin_object (builder, name);
  add_known (builder, "in_time", TRUE, mark->in_time);
  add_known (builder, "satisfied", TRUE, mark->satisfied);
  json_builder_end_object (builder);
}

static void
add_branch (JsonBuilder *builder, const HfBranchScore *score)
{
  json_builder_begin_object (builder);
  hf_json_add_text (builder, "code", score->code);
  hf_json_add_text (builder, "name", score->name);
  json_builder_set_member_name (builder, "rank");
  if (score->rank > 0)
    json_builder_add_int_value (builder, score->rank);
  else
    json_builder_add_null_value (builder);
  hf_json_add_text (builder, "proposal", hf_judgements[score->proposal].name);
  add_numbers (builder, score);
  json_builder_end_object (builder);
}

static void
add_decision (JsonBuilder *builder, const HfBranchDecision *decision)
{
  g_autofree char *at = hf_time_format_moment (decision->at);
  json_builder_begin_object (builder);
  hf_json_add_text (builder, "code", decision->branch_code);
  hf_json_add_text (builder, "name", decision->branch);
  hf_json_add_text (builder, "period", decision->period);
  hf_json_add_text (builder, "decision", hf_judgements[decision->decision].name);
  hf_json_add_text (builder, "proposal", hf_judgements[decision->proposal].name);
  hf_json_add_text (builder, "note", decision->note);
  hf_json_add_text (builder, "decided_by", decision->staff);
  hf_json_add_text (builder, "decided_at", at);
  json_builder_end_object (builder);
}

/**
 * hf_scorecard_add_json:
 * @builder: an object that is being built
 * @card: a scorecard
 *
 * Adds the member "scorecard": what branches are held to, the sum of all, the branches in
 * their order, and what a manager has decided on them. What belongs to no branch has the code
 * null; shares and means of nobody are null.
 */
void
hf_scorecard_add_json (JsonBuilder *builder, const HfScorecard *card)
{
  hf_json_begin_object (builder, "scorecard");
  hf_json_begin_object (builder, "marks");
  add_mark (builder, "reward", &card->marks.reward);
  add_mark (builder, "talk", &card->marks.talk);
  add_mark (builder, "penalty", &card->marks.penalty);
  json_builder_end_object (builder);
  hf_json_begin_object (builder, "all");
  add_numbers (builder, &card->total);
  json_builder_end_object (builder);
  hf_json_begin_array (builder, "branches");
  for (guint i = 0; i < card->branches->len; i++)
    add_branch (builder, card->branches->pdata[i]);
  json_builder_end_array (builder);
  hf_json_begin_array (builder, "decisions");
  for (guint i = 0; i < card->decisions->len; i++)
    add_decision (builder, card->decisions->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
