#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

#include "hf-branch-decision.h"
#include "hf-diagnosis-interval.h"

/* Wilson's interval of the hits in @H of the @G that were asked, as hf_diagnosis_interval() has
 * it; the sign stands for the end. */
#define WILSON(sign)                                                                           \
  "=(I%1$u+1.959964^2/(2*G%1$u)" sign                                                          \
  "1.959964*SQRT(I%1$u*(1-I%1$u)/G%1$u+1.959964^2/(4*G%1$u^2)))/(1+1.959964^2/G%1$u)"

/* Notes may be long, and stand below columns of numbers. */
#define NOTE_WIDTH 24

/* A table of the branches and of the sum of all, while it is being made. */
typedef struct
{
  HfReportRun *run;
  HfTable *table;
  guint first; /* the row in the sheet of the first branch, from 1 */
} Branches;

typedef void (*FillRow) (const Branches *self, HfRow *row, const HfBranchScore *score,
                         guint at);

static char *
dup_name (const Branches *self, const HfBranchScore *score)
{
  const HfReportRun *run = self->run;
  if (score == &run->figures->scorecard->total)
    return hf_report_run_line (run, NC_ ("report", "All branches"));
  if (score->branch_id == 0)
    return hf_report_run_line (run, NC_ ("report", "Of no branch"));
  return g_strdup (score->name != NULL ? score->name : score->code);
}

static void
add_rows (const Branches *self, FillRow fill)
{
  const HfScorecard *card = self->run->figures->scorecard;
  for (guint i = 0; i <= card->branches->len; i++)
    {
      const HfBranchScore *score = i < card->branches->len ? card->branches->pdata[i]
                                                           : &card->total;
      HfRow *row = hf_table_add_row (self->table);
      hf_row_take_text (row, dup_name (self, score));
      fill (self, row, score, self->first + i);
    }
}

static void
add_column (const Branches *self, const char *heading, HfCellKind kind)
{
  hf_report_run_add_column (self->run, self->table, heading, kind);
}

/* The sum of all is worked out again from the branches above it. */
static void
add_count (const Branches *self, HfRow *row, guint count, guint at)
{
  char column = 'A' + (char) hf_row_count (row);
  hf_row_add_integer (row, count);
  if (at == self->first + self->run->figures->scorecard->branches->len)
    {
      g_autofree char *sum = g_strdup_printf ("=SUM(%c%u:%c%u)", column, self->first, column,
                                              at - 1);
      hf_row_set_formula (row, sum);
    }
}

/* What there was, how much of it was as it should be, and the share, grey where it rests on too
 * little. */
static void
add_share (const Branches *self, HfRow *row, const HfScoreShare *share, guint at)
{
  char of = 'A' + (char) hf_row_count (row);
  gboolean enough = hf_score_share_is_enough (share);
  g_autofree char *formula = g_strdup_printf ("=%c%u/%c%u", of + 1, at, of, at);
  add_count (self, row, share->of, at);
  hf_row_set_muted (row, !enough);
  add_count (self, row, share->met, at);
  hf_row_set_muted (row, !enough);
  if (share->of > 0)
    {
      hf_row_add_percent (row, hf_score_share_get (share));
      hf_row_set_formula (row, formula);
      hf_row_set_muted (row, !enough);
    }
  else
    hf_report_run_add_unknown (self->run, row);
}

static void
add_interval (const Branches *self, HfRow *row, const HfScoreShare *share, guint at)
{
  double ends[2] = { 0, 0 };
  gboolean known = hf_diagnosis_interval (share->met, share->of, &ends[0], &ends[1]);
  g_autofree char *low = g_strdup_printf (WILSON ("-"), at);
  g_autofree char *high = g_strdup_printf (WILSON ("+"), at);
  for (int i = 0; i < 2; i++)
    if (known)
      {
        hf_row_add_percent (row, ends[i]);
        hf_row_set_formula (row, i == 0 ? low : high);
        hf_row_set_muted (row, !hf_score_share_is_enough (share));
      }
    else
      hf_report_run_add_unknown (self->run, row);
}

/* By the marks as they stand in the sheet of assumptions. */
static char *
dup_proposal (const Branches *self, guint at)
{
  HfReportRun *run = self->run;
  return g_strdup_printf (
      "=IF(OR(D%1$u<%2$d,G%1$u<%2$d),\"%3$s\",IF(OR(F%1$u<penalty_in_time,"
      "I%1$u<penalty_satisfied),\"%4$s\",IF(OR(F%1$u<talk_in_time,I%1$u<talk_satisfied),"
      "\"%5$s\",IF(AND(F%1$u>=reward_in_time,I%1$u>=reward_satisfied),\"%6$s\",\"%7$s\"))))",
      at, HF_SCORE_ENOUGH, hf_report_run_choice (run, hf_judgements, HF_JUDGEMENT_TOO_FEW),
      hf_report_run_choice (run, hf_judgements, HF_JUDGEMENT_PENALTY),
      hf_report_run_choice (run, hf_judgements, HF_JUDGEMENT_TALK),
      hf_report_run_choice (run, hf_judgements, HF_JUDGEMENT_REWARD),
      hf_report_run_choice (run, hf_judgements, HF_JUDGEMENT_NONE));
}

static void
add_proposal (const Branches *self, HfRow *row, const HfBranchScore *score, guint at)
{
  HfReportRun *run = self->run;
  g_autofree char *formula = dup_proposal (self, at);
  if (score->branch_id == 0)
    {
      hf_row_add_empty (row);
      return;
    }
  hf_row_add_text (row, hf_report_run_choice (run, hf_judgements, score->proposal));
  if (run->sheets[HF_REPORT_SHEET_DEFINITIONS] != NULL
      && hf_report_run_assumption (run, "reward-in-time") != NULL)
    hf_row_set_formula (row, formula);
  hf_row_set_muted (row, score->proposal == HF_JUDGEMENT_TOO_FEW);
}

static void
fill_judged (const Branches *self, HfRow *row, const HfBranchScore *score, guint at)
{
  g_autofree char *link = hf_report_run_dup_link (self->run, HF_REPORT_SHEET_COMPLAINT_ROWS);
  if (score->rank > 0)
    hf_row_add_integer (row, score->rank);
  else
    hf_row_add_empty (row);
  add_count (self, row, score->complaints, at);
  hf_row_set_target (row, link);
  add_share (self, row, &score->shares[HF_SCORE_RESOLVED], at);
  add_share (self, row, &score->shares[HF_SCORE_SATISFIED], at);
  add_interval (self, row, &score->shares[HF_SCORE_SATISFIED], at);
  add_proposal (self, row, score, at);
}

static void
fill_kept (const Branches *self, HfRow *row, const HfBranchScore *score, guint at)
{
  static const HfScoreKind kinds[] = { HF_SCORE_FIRST_WORD, HF_SCORE_HALF_HOUR,
                                       HF_SCORE_PROMISES };
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_share (self, row, &score->shares[kinds[i]], at);
  add_count (self, row, score->again, at);
  add_count (self, row, score->not_pursued, at);
}

static void
fill_gaps (const Branches *self, HfRow *row, const HfBranchScore *score, guint at)
{
  const HfSatisfactionGaps *gaps = &score->gaps;
  gboolean few = gaps->answers < HF_SCORE_ENOUGH;
  add_count (self, row, gaps->answers, at);
  hf_row_set_muted (row, few);
  for (int i = 0; i <= HF_GAP_N_KINDS; i++)
    {
      if (gaps->answers == 0)
        {
          hf_report_run_add_unknown (self->run, row);
          continue;
        }
      if (i == 0)
        hf_row_add_number (row, hf_satisfaction_gaps_mean (gaps));
      else
        hf_row_add_percent (row, hf_satisfaction_gaps_share (gaps, i - 1));
      hf_row_set_muted (row, few);
    }
}

static void
begin (Branches *self, HfSheet *page)
{
  hf_table_free (self->table);
  self->table = hf_table_new ();
  self->first = hf_sheet_get_next_row (page) + 2;
  add_column (self, NC_ ("report", "Branch"), HF_CELL_TEXT);
}

static void
add_judged (Branches *self, HfSheet *page)
{
  begin (self, page);
  add_column (self, NC_ ("report", "Standing"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "Complaints"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "Answers due"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "In time"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "In time %"), HF_CELL_PERCENT);
  add_column (self, NC_ ("report", "Asked"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "Satisfied"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "Satisfied %"), HF_CELL_PERCENT);
  add_column (self, NC_ ("report", "From"), HF_CELL_PERCENT);
  add_column (self, NC_ ("report", "To"), HF_CELL_PERCENT);
  add_column (self, NC_ ("report", "Proposal"), HF_CELL_TEXT);
  add_rows (self, fill_judged);
  hf_sheet_add_table (page, self->table);
}

static void
add_kept (Branches *self, HfSheet *page)
{
  hf_sheet_add_space (page);
  hf_report_run_add_text (self->run, page, HF_TEXT_HEADING,
                          NC_ ("report", "What was promised, and what came back"));
  begin (self, page);
  add_column (self, NC_ ("report", "First words due"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "Word in time"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "First word %"), HF_CELL_PERCENT);
  add_column (self, NC_ ("report", "Emergencies"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "Word kept"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "Word kept %"), HF_CELL_PERCENT);
  add_column (self, NC_ ("report", "Promises"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "Kept in time"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "Promises %"), HF_CELL_PERCENT);
  add_column (self, NC_ ("report", "Taken up again"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "Not pursued"), HF_CELL_INTEGER);
  add_rows (self, fill_kept);
  hf_sheet_add_table (page, self->table);
}

static void
add_gaps (Branches *self, HfSheet *page)
{
  hf_sheet_add_space (page);
  hf_report_run_add_text (self->run, page, HF_TEXT_HEADING,
                          NC_ ("report", "Satisfaction expected and perceived"));
  begin (self, page);
  add_column (self, NC_ ("report", "Answers"), HF_CELL_INTEGER);
  add_column (self, NC_ ("report", "Mean gap"), HF_CELL_NUMBER);
  add_column (self, NC_ ("report", "Worse than expected"), HF_CELL_PERCENT);
  add_column (self, NC_ ("report", "As expected"), HF_CELL_PERCENT);
  add_column (self, NC_ ("report", "Better than expected"), HF_CELL_PERCENT);
  add_rows (self, fill_gaps);
  hf_sheet_add_table (page, self->table);
}

static void
add_decision (const Branches *self, const HfBranchDecision *decision)
{
  HfReportRun *run = self->run;
  HfRow *row = hf_table_add_row (self->table);
  hf_row_add_text (row, decision->branch != NULL ? decision->branch : decision->branch_code);
  hf_row_add_text (row, decision->period);
  hf_row_add_text (row, hf_report_run_choice (run, hf_judgements, decision->decision));
  hf_row_add_text (row, hf_report_run_choice (run, hf_judgements, decision->proposal));
  hf_row_add_text (row, decision->staff);
  hf_row_add_moment (row, decision->at);
  hf_row_add_text (row, decision->note);
}

static void
add_decisions (Branches *self, HfSheet *page)
{
  const GPtrArray *decisions = self->run->figures->scorecard->decisions;
  if (decisions->len == 0)
    return;
  hf_sheet_add_space (page);
  hf_report_run_add_text (self->run, page, HF_TEXT_HEADING,
                          NC_ ("report", "What a manager has decided"));
  begin (self, page);
  hf_table_set_max_width (self->table, NOTE_WIDTH);
  add_column (self, NC_ ("report", "Month, quarter or year"), HF_CELL_TEXT);
  add_column (self, NC_ ("report", "Decision"), HF_CELL_TEXT);
  add_column (self, NC_ ("report", "Proposed then"), HF_CELL_TEXT);
  add_column (self, NC_ ("report", "Decided by"), HF_CELL_TEXT);
  add_column (self, NC_ ("report", "Decided at"), HF_CELL_MOMENT);
  add_column (self, NC_ ("report", "Note"), HF_CELL_TEXT);
  for (guint i = 0; i < decisions->len; i++)
    add_decision (self, decisions->pdata[i]);
  hf_sheet_add_table (page, self->table);
}

/**
 * hf_sheet_scorecard_fill:
 * @run: a report with at least one branch that has complaints or promises
 *
 * Writes how each branch handles its complaints, and what the program proposes by the marks
 * that a manager has set, and what a manager has decided.
 */
void
hf_sheet_scorecard_fill (HfReportRun *run)
{
  HfSheet *page = hf_report_run_begin_page (run, HF_REPORT_SHEET_SCORECARD);
  Branches branches = { .run = run, .table = hf_table_new () };
  hf_sheet_set_one_page (page, FALSE);
  add_judged (&branches, page);
  add_kept (&branches, page);
  add_gaps (&branches, page);
  add_decisions (&branches, page);
  hf_table_free (branches.table);
  hf_report_run_add_text (
      run, page, HF_TEXT_NOTE,
      NC_ ("report",
           "Complaints received and promises made in the period. In time: by the moment that "
           "was promised first. Satisfied: in the first call by somebody other than "
           "the handler, with the 95 per cent interval by Wilson. Shares of fewer than 10 are "
           "grey, and nothing is proposed from them. A manager decides; the marks stand in "
           "“Definitions”."));
}
