#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "hf-branch-decision.h"
#include "hf-diagnosis-interval.h"
#include "hf-test-report.h"

#define BEST "长春店"
#define FEW "吉林店"

static void
add_branch (HfScorecard *card, gint64 id, const char *name, HfScoreShare resolved,
            HfScoreShare satisfied, HfSatisfactionGaps gaps)
{
  HfBranchScore *score = hf_scorecard_ensure (card, id, name, name);
  score->complaints = resolved.of + 2;
  score->shares[HF_SCORE_RESOLVED] = resolved;
  score->shares[HF_SCORE_SATISFIED] = satisfied;
  score->shares[HF_SCORE_PROMISES] = (HfScoreShare){ 16, 12 };
  score->gaps = gaps;
  score->again = 3;
  score->not_pursued = 1;
}

static void
set_up (HfTestReport *fixture, gconstpointer data)
{
  hf_test_report_set_up (fixture, data);
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  HfScorecard *card = fixture->figures->scorecard;
  card->marks = (HfScoreMarks){ { 0.95, 0.85 }, { 0.85, 0.7 }, { 0.7, 0.5 } };
  add_branch (card, 1, BEST, (HfScoreShare){ 20, 19 }, (HfScoreShare){ 16, 14 },
              (HfSatisfactionGaps){ 12, { 3, 6, 3 }, -3000 });
  add_branch (card, 2, FEW, (HfScoreShare){ 9, 9 }, (HfScoreShare){ 4, 1 },
              (HfSatisfactionGaps){ 0 });
  hf_scorecard_judge (card);
}

static const TestXlsxCell *
below (TestXlsx *book, const char *heading, guint rows)
{
  return hf_test_report_below (book, hf_test_report_find_sheet (book, "Branch scorecard"),
                               heading, rows);
}

static void
assert_number (TestXlsx *book, const char *heading, guint rows, double number, gboolean live)
{
  const TestXlsxCell *cell = below (book, heading, rows);
  if (cell == NULL || cell->value == NULL)
    g_error ("no number %u below “%s”", rows, heading);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cell->value, NULL), number, 1e-9);
  g_assert_cmpint (cell->formula != NULL, ==, live);
}

static void
test_branches_stand_in_their_order (HfTestReport *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  double low = 0, high = 0;
  g_assert_true (hf_diagnosis_interval (14, 16, &low, &high));
  g_assert_cmpstr (below (book, "Branch", 1)->text, ==, BEST);
  g_assert_cmpstr (below (book, "Branch", 2)->text, ==, FEW);
  g_assert_cmpstr (below (book, "Branch", 3)->text, ==, "All branches");
  assert_number (book, "Standing", 1, 1, FALSE);
  assert_number (book, "Complaints", 1, 22, FALSE);
  assert_number (book, "Complaints", 3, 33, TRUE);
  assert_number (book, "In time %", 1, 0.95, TRUE);
  assert_number (book, "Satisfied %", 1, 0.875, TRUE);
  assert_number (book, "Satisfied %", 3, 0.75, TRUE);
  assert_number (book, "From", 1, low, TRUE);
  assert_number (book, "To", 1, high, TRUE);
  assert_number (book, "Kept in time", 3, 24, TRUE);
  assert_number (book, "Taken up again", 2, 3, FALSE);
  assert_number (book, "Mean gap", 1, -0.25, FALSE);
  assert_number (book, "Worse than expected", 1, 0.25, FALSE);
}

static void
test_too_few_propose_nothing (HfTestReport *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  g_assert_cmpstr (below (book, "Mean gap", 2)->text, ==, "not known");
  g_assert_cmpstr (below (book, "Word kept %", 1)->text, ==, "not known");
  const TestXlsxCell *best = below (book, "Proposal", 1), *few = below (book, "Proposal", 2);
  g_assert_cmpstr (best->text != NULL ? best->text : best->value, ==, "Reward");
  g_assert_cmpstr (few->text != NULL ? few->text : few->value, ==, "Too few");
}

/* What stands in the sheet of assumptions decides, once that is in the workbook. */
static void
test_the_marks_are_live (HfTestReport *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  const char *formula = below (book, "Proposal", 1)->formula;
  g_autofree char *heading = test_xlsx_find (
      book, hf_test_report_find_sheet (book, "Branch scorecard"), "Proposal");
  g_autofree char *part = g_strdup_printf ("F%d>=reward_in_time", atoi (heading + 1) + 1);
  g_assert_nonnull (formula);
  g_assert_nonnull (strstr (formula, part));
  g_autofree char *names = test_xlsx_dup_part (book, "xl/workbook.xml");
  g_assert_nonnull (strstr (names, "name=\"penalty_satisfied\""));
}

static void
test_a_decision_stands_below (HfTestReport *fixture, gconstpointer data)
{
  HfBranchDecision *made = hf_branch_decision_new ();
  made->branch_id = 1;
  made->branch = g_strdup (BEST);
  made->period = g_strdup ("2026-Q1");
  made->decision = HF_JUDGEMENT_REWARD;
  made->proposal = HF_JUDGEMENT_TALK;
  made->staff = g_strdup ("王经理");
  made->note = g_strdup ("=1+1");
  made->at = G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC;
  g_ptr_array_add (fixture->figures->scorecard->decisions, made);
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  g_assert_cmpstr (below (book, "Month, quarter or year", 1)->text, ==, "2026-Q1");
  g_assert_cmpstr (below (book, "Decision", 1)->text, ==, "Reward");
  g_assert_cmpstr (below (book, "Proposed then", 1)->text, ==, "Talk");
  g_assert_cmpstr (below (book, "Decided by", 1)->text, ==, "王经理");
  g_assert_cmpstr (below (book, "Note", 1)->text, ==, "=1+1");
  g_assert_nonnull (below (book, "Decided at", 1)->value);
}

static void
test_nobody_has_no_sheet (HfTestReport *fixture, gconstpointer data)
{
  g_ptr_array_set_size (fixture->figures->scorecard->branches, 0);
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  g_assert_false (hf_test_report_has_sheet (book, "Branch scorecard"));
}

#define ADD(path, func)                                                                        \
  g_test_add ("/report-scorecard/" path, HfTestReport, NULL, set_up, func,                     \
              hf_test_report_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("branches", test_branches_stand_in_their_order);
  ADD ("too-few", test_too_few_propose_nothing);
  ADD ("marks", test_the_marks_are_live);
  ADD ("decision", test_a_decision_stands_below);
  ADD ("nobody", test_nobody_has_no_sheet);
  return g_test_run ();
}
