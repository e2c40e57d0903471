#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "hf-diagnosis-interval.h"
#include "hf-report.h"
#include "test-folder.h"
#include "test-source.h"
#include "test-xlsx.h"

#define BEST "长春店"
#define FEW "吉林店"

typedef struct
{
  char *folder;
  char *path;
  TestSource *source;
  HfFigures *figures;
  HfReportOptions options;
} Fixture;

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
set_up (Fixture *fixture, gconstpointer data)
{
  HfScorecard *card;
  fixture->folder = test_folder_new ("huifang-XXXXXX");
  fixture->path = g_build_filename (fixture->folder, "report.xlsx", NULL);
  fixture->source = test_source_new (4);
  fixture->figures = test_source_make_figures ();
  fixture->options = (HfReportOptions){ .first_language = "en",
                                        .time_zone = "Asia/Shanghai",
                                        .sheets = HF_REPORT_ALL_SHEETS };
  card = fixture->figures->scorecard;
  card->marks = (HfScoreMarks){ { 0.95, 0.85 }, { 0.85, 0.7 }, { 0.7, 0.5 } };
  add_branch (card, 1, BEST, (HfScoreShare){ 20, 19 }, (HfScoreShare){ 16, 14 },
              (HfSatisfactionGaps){ 12, { 3, 6, 3 }, -3000 });
  add_branch (card, 2, FEW, (HfScoreShare){ 9, 9 }, (HfScoreShare){ 4, 1 },
              (HfSatisfactionGaps){ 0 });
  hf_scorecard_judge (card);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->source);
  g_object_unref (fixture->figures);
}

static TestXlsx *
make_report (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  hf_report_write (fixture->path, fixture->figures, HF_REPORT_SOURCE (fixture->source),
                   &fixture->options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return test_xlsx_open (fixture->path);
}

static guint
find_sheet (TestXlsx *book, const char *name)
{
  for (guint i = 0; i < test_xlsx_n_sheets (book); i++)
    if (strcmp (test_xlsx_get_name (book, i), name) == 0)
      return i;
  return G_MAXUINT;
}

/* The cell in the column of a heading, so many rows below it. */
static const TestXlsxCell *
below (TestXlsx *book, const char *heading, guint rows)
{
  guint sheet = find_sheet (book, "Branch scorecard");
  g_autofree char *place = test_xlsx_find (book, sheet, heading);
  g_assert_nonnull (place);
  guint row = g_ascii_strtoull (place + 1, NULL, 10) + rows;
  g_autofree char *target = g_strdup_printf ("%c%u", place[0], row);
  return test_xlsx_get_cell (book, sheet, target);
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
test_branches_stand_in_their_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = make_report (fixture);
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
test_too_few_propose_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = make_report (fixture);
  g_assert_cmpstr (below (book, "Mean gap", 2)->text, ==, "not known");
  g_assert_cmpstr (below (book, "Word kept %", 1)->text, ==, "not known");
  const TestXlsxCell *best = below (book, "Proposal", 1), *few = below (book, "Proposal", 2);
  g_assert_cmpstr (best->text != NULL ? best->text : best->value, ==, "Reward");
  g_assert_cmpstr (few->text != NULL ? few->text : few->value, ==, "Too few");
}

/* What stands in the sheet of assumptions decides, once that is in the workbook. */
static void
test_the_marks_are_live (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = make_report (fixture);
  const char *formula = below (book, "Proposal", 1)->formula;
  g_autofree char *heading = test_xlsx_find (book, find_sheet (book, "Branch scorecard"),
                                             "Proposal");
  g_autofree char *part = g_strdup_printf ("F%d>=reward_in_time", atoi (heading + 1) + 1);
  g_assert_nonnull (formula);
  g_assert_nonnull (strstr (formula, part));
  g_autofree char *names = test_xlsx_dup_part (book, "xl/workbook.xml");
  g_assert_nonnull (strstr (names, "name=\"penalty_satisfied\""));
}

static void
test_nobody_has_no_sheet (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_set_size (fixture->figures->scorecard->branches, 0);
  g_autoptr (TestXlsx) book = make_report (fixture);
  g_assert_cmpuint (find_sheet (book, "Branch scorecard"), ==, G_MAXUINT);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/report-scorecard/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("branches", test_branches_stand_in_their_order);
  ADD ("too-few", test_too_few_propose_nothing);
  ADD ("marks", test_the_marks_are_live);
  ADD ("nobody", test_nobody_has_no_sheet);
  return g_test_run ();
}
