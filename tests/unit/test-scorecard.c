#include "config.h"

#include "hf-branch-decision.h"
#include "hf-diagnosis-interval.h"
#include "hf-field.h"
#include "hf-score-period.h"
#include "hf-scorecard.h"

static const HfScoreMarks marks = { { 0.95, 0.85 }, { 0.85, 0.7 }, { 0.7, 0.5 } };

static HfBranchScore
score_of (guint in_time, guint of_answers, guint satisfied, guint of_asked)
{
  return (HfBranchScore){ .shares = { [HF_SCORE_RESOLVED] = { of_answers, in_time },
                                      [HF_SCORE_SATISFIED] = { of_asked, satisfied } } };
}

/* The marks themselves belong to the better side. */
static void
test_a_proposal_follows_the_marks (void)
{
  static const struct
  {
    guint in_time, of_answers, satisfied, of_asked;
    HfJudgement proposal;
  } cases[] = {
    { 19, 20, 17, 20, HF_JUDGEMENT_REWARD },  { 18, 20, 17, 20, HF_JUDGEMENT_NONE },
    { 19, 20, 16, 20, HF_JUDGEMENT_NONE },    { 17, 20, 14, 20, HF_JUDGEMENT_NONE },
    { 16, 20, 20, 20, HF_JUDGEMENT_TALK },    { 20, 20, 13, 20, HF_JUDGEMENT_TALK },
    { 14, 20, 10, 20, HF_JUDGEMENT_TALK },    { 13, 20, 20, 20, HF_JUDGEMENT_PENALTY },
    { 20, 20, 9, 20, HF_JUDGEMENT_PENALTY },  { 0, 10, 0, 10, HF_JUDGEMENT_PENALTY },
    { 0, 9, 0, 10, HF_JUDGEMENT_TOO_FEW },    { 10, 10, 0, 9, HF_JUDGEMENT_TOO_FEW },
    { 100, 100, 9, 9, HF_JUDGEMENT_TOO_FEW }, { 0, 0, 0, 0, HF_JUDGEMENT_TOO_FEW },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HfBranchScore score = score_of (cases[i].in_time, cases[i].of_answers,
                                            cases[i].satisfied, cases[i].of_asked);
      g_assert_cmpint (hf_score_marks_judge (&marks, &score), ==, cases[i].proposal);
    }
}

static void
add (HfScorecard *card, gint64 branch_id, const char *code, HfBranchScore numbers)
{
  HfBranchScore *score = hf_scorecard_ensure (card, branch_id, code, code);
  score->complaints = numbers.shares[HF_SCORE_RESOLVED].of;
  memcpy (score->shares, numbers.shares, sizeof score->shares);
}

static void
assert_place (const HfScorecard *card, guint place, const char *code, guint rank)
{
  const HfBranchScore *score = card->branches->pdata[place];
  g_assert_cmpstr (score->code, ==, code);
  g_assert_cmpuint (score->rank, ==, rank);
}

static void
test_branches_are_ranked (void)
{
  g_autoptr (HfScorecard) card = hf_scorecard_new ();
  card->marks = marks;
  add (card, 0, NULL, score_of (99, 99, 99, 99));
  add (card, 1, "few", score_of (9, 9, 9, 9));
  add (card, 2, "middle", score_of (16, 20, 20, 20));
  add (card, 3, "worst", score_of (10, 20, 5, 20));
  add (card, 4, "best", score_of (20, 20, 19, 20));
  add (card, 5, "mild", score_of (20, 20, 16, 20));
  add (card, 6, "many-few", score_of (50, 50, 1, 1));
  hf_scorecard_judge (card);
  assert_place (card, 0, "best", 1);
  assert_place (card, 1, "middle", 2);
  assert_place (card, 2, "mild", 2);
  assert_place (card, 3, "worst", 4);
  assert_place (card, 4, "many-few", 0);
  assert_place (card, 5, "few", 0);
  assert_place (card, 6, NULL, 0);
  g_assert_cmpuint (card->total.complaints, ==, 238);
  g_assert_cmpuint (card->total.shares[HF_SCORE_SATISFIED].of, ==, 189);
  hf_scorecard_judge (card);
  g_assert_cmpuint (card->total.complaints, ==, 238);
}

static void
test_a_share_has_its_interval (void)
{
  const HfScoreShare share = { 10, 8 }, none = { 0, 0 }, few = { 9, 9 };
  double low = 0, high = 0;
  g_assert_cmpfloat (hf_score_share_get (&share), ==, 0.8);
  g_assert_cmpfloat (hf_score_share_get (&none), ==, 0);
  g_assert_true (hf_score_share_is_enough (&share));
  g_assert_false (hf_score_share_is_enough (&few));
  /* Wilson, 8 of 10 at 1.96: 0.4902 to 0.9433. */
  g_assert_true (hf_diagnosis_interval (share.met, share.of, &low, &high));
  g_assert_cmpfloat_with_epsilon (low, 0.4902, 0.0001);
  g_assert_cmpfloat_with_epsilon (high, 0.9433, 0.0001);
  g_assert_false (hf_diagnosis_interval (none.met, none.of, &low, &high));
}

static void
assert_days (const char *text, const char *from, const char *to)
{
  g_autoptr (HfPeriod) period = hf_score_period_parse (text);
  g_assert_nonnull (period);
  g_assert_cmpstr (period->from, ==, from);
  g_assert_cmpstr (period->to, ==, to);
}

static void
test_months_and_quarters (void)
{
  static const char *const wrong[] = { "26",      "20261",  "2026-13",  "2026-Q5", "2026-Q0",
                                       "2026-q1", "2026-1", "2026-Q11", "all",     "" };
  assert_days ("2026-02", "2026-02-01", "2026-02-28");
  assert_days ("2024-02", "2024-02-01", "2024-02-29");
  assert_days ("2026-12", "2026-12-01", "2026-12-31");
  assert_days ("2026-Q1", "2026-01-01", "2026-03-31");
  assert_days ("2026-Q4", "2026-10-01", "2026-12-31");
  assert_days ("2026", "2026-01-01", "2026-12-31");
  g_assert_null (hf_score_period_parse (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (hf_score_period_parse (wrong[i]));
}

static void
test_the_latest_come_first (void)
{
  g_auto (GStrv) list = hf_score_period_list ("2026-02-02");
  g_autofree char *joined = g_strjoinv (" ", list);
  g_assert_cmpstr (joined, ==,
                   "2026-Q1 2025-Q4 2025-Q3 2025-Q2 2025-Q1 "
                   "2026-02 2026-01 2025-12 2025-11 2025-10 2025-09 2025-08 2026 2025");
}

static void
test_a_decision_must_hold (void)
{
  g_autoptr (HfBranchDecision) decision = hf_branch_decision_new ();
  g_autoptr (GError) error = NULL;
  g_assert_false (hf_branch_decision_validate (decision, &error));
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING);
  g_clear_error (&error);
  decision->branch_id = 1;
  decision->period = g_strdup ("2026-Q7");
  g_assert_false (hf_branch_decision_validate (decision, &error));
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID);
  g_clear_error (&error);
  decision->period[6] = '2';
  g_assert_true (hf_branch_decision_validate (decision, &error));
  decision->decision = HF_JUDGEMENT_TOO_FEW;
  g_assert_false (hf_branch_decision_validate (decision, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scorecard/proposal", test_a_proposal_follows_the_marks);
  g_test_add_func ("/scorecard/rank", test_branches_are_ranked);
  g_test_add_func ("/scorecard/interval", test_a_share_has_its_interval);
  g_test_add_func ("/scorecard/periods", test_months_and_quarters);
  g_test_add_func ("/scorecard/latest", test_the_latest_come_first);
  g_test_add_func ("/scorecard/decision", test_a_decision_must_hold);
  return g_test_run ();
}
