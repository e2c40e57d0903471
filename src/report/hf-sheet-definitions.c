#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

#include "hf-silent-preset.h"
#include "hf-source-conflict.h"

#define ASSUMPTION_CONTEXT "assumption"
#define COLUMN_VALUE 2

/* What is assumed. The keys are those of the store and never change. */
static const struct
{
  const char *key;
  const char *label;
  gboolean is_share;
} assumptions[] = {
  { "complaint-ratio",
    NC_ ("assumption", "Dissatisfied customers per complaint, minor problems"), FALSE },
  { "complaint-ratio-major",
    NC_ ("assumption", "Dissatisfied customers per complaint, major problems"), FALSE },
  { "silent-stay-rate", NC_ ("assumption", "Share of the silent who stay, minor problems"),
    TRUE },
  { "silent-stay-rate-major",
    NC_ ("assumption", "Share of the silent who stay, major problems"), TRUE },
  { "people-told", NC_ ("assumption", "People whom a dissatisfied customer tells"), FALSE },
  { "friends", NC_ ("assumption", "Friends whom a lost customer could have brought"), FALSE },
  { "friends-conversion", NC_ ("assumption", "Share of these friends who would have bought"),
    TRUE },
  { "new-customer-cost", NC_ ("assumption", "Cost of winning a customer / cost of keeping one"),
    FALSE },
  { "retention", NC_ ("assumption", "Share of customers who stay from year to year"), TRUE },
  { "discount", NC_ ("assumption", "Yearly discount rate"), TRUE },
  { "reward-in-time", NC_ ("assumption", "Reward: share answered in time, at least"), TRUE },
  { "reward-satisfied", NC_ ("assumption", "Reward: share satisfied, at least"), TRUE },
  { "talk-in-time", NC_ ("assumption", "Talk: share answered in time, below"), TRUE },
  { "talk-satisfied", NC_ ("assumption", "Talk: share satisfied, below"), TRUE },
  { "penalty-in-time", NC_ ("assumption", "Penalty: share answered in time, below"), TRUE },
  { "penalty-satisfied", NC_ ("assumption", "Penalty: share satisfied, below"), TRUE },
};

static const struct
{
  const char *term;
  const char *meaning;
} terms[] = {
  { NC_ ("report", "Churn rate"),
    NC_ ("report", "Customers lost in the period / customers at its start.") },
  { NC_ ("report", "Retention rate"),
    NC_ ("report",
         "(Customers at the end of the period - new ones) / customers at its start.") },
  { NC_ ("report", "Dissatisfied customers"),
    NC_ ("report", "Complaints logged / complaint share. At one complaint in 25, 40 complaints "
                   "stand for 1,000 dissatisfied customers.") },
  { NC_ ("report", "Silent customers"),
    NC_ ("report",
         "Dissatisfied customers who did not complain. Not all of them leave: “silent” "
         "and “silent and lost” are two numbers.") },
  { NC_ ("report", "Reach by word of mouth"),
    NC_ ("report", "Dissatisfied customers x people whom each of them tells. It is a number of "
                   "its own, and enters into no other.") },
  { NC_ ("report", "Own complaint share"),
    NC_ ("report", "Of the dissatisfied customers interviewed, the share who say that they had "
                   "complained, with its 95 per cent interval by Wilson.") },
  { NC_ ("report", "Primary, contributing"),
    NC_ ("report", "The one reason that decided, and the others that played a part.") },
  { NC_ ("report", "Customer said, staff infers, records show"),
    NC_ ("report", "What a reason rests on: the customer's own words, a conclusion of ours, or "
                   "what files and notes show.") },
  { NC_ ("report", "Dealt with by"),
    NC_ ("report", "Whom the complaint was handed over to; else who took it.") },
  { NC_ ("report", "First word given"),
    NC_ ("report", "When the customer first heard that the complaint is being dealt with.") },
  { NC_ ("report", "Paused for, hours"),
    NC_ ("report", "How long nobody could go on with it, until this report at the latest. A "
                   "pause moves no promise.") },
  { NC_ ("report", "Not pursued because"),
    NC_ ("report", "Why a complaint was closed though no second follow-up by somebody else "
                   "found the customer satisfied.") },
  { NC_ ("report", "Late"),
    NC_ ("report", "The promised moment has passed without an answer.") },
  { NC_ ("report", "Gap"),
    NC_ ("report", "How satisfied a customer is with how the complaint was handled, less how "
                   "satisfied they had expected to be; points on a scale from 1 to 5. Both are "
                   "asked in the second follow-up (Oliver, as in article 003).") },
  { NC_ ("report", "Reward, talk, penalty"),
    NC_ ("report", "What the program proposes by the marks above; a manager decides. Branches "
                   "are ranked by the mean of the shares answered in time and satisfied.") },
  { NC_ ("report", "Response, contact and refusal rate"),
    NC_ ("report", "RR1, CON1 and REF1 of AAPOR, Standard Definitions.") },
  { NC_ ("report", "Loyalty"),
    NC_ ("report",
         "What a customer buys from us / what the customer needs. Class A from 80 per "
         "cent, B from 20, C below; where the need is not known there is no class.") },
  { NC_ ("report", "Loss"),
    NC_ ("report", "Mean value of a customer x customers lost; the potential business of their "
                   "friends is shown apart.") },
  { NC_ ("report", "Lifetime value"),
    NC_ ("report",
         "Yearly margin x r / (1 + d - r), with r the yearly retention and d the yearly "
         "discount rate.") },
};

static int
find_assumption (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (assumptions); i++)
    if (g_strcmp0 (assumptions[i].key, key) == 0)
      return i;
  return -1;
}

/* Such as "complaint_ratio": the name by which formulas call it. */
static char *
dup_name (const char *key)
{
  return g_strdelimit (g_strdup (key), "-", '_');
}

static void
add_number (HfRow *row, int known, double number)
{
  if (known >= 0 && assumptions[known].is_share)
    hf_row_add_percent (row, number);
  else
    hf_row_add_number (row, number);
}

/**
 * hf_sheet_definitions_add_value:
 * @run: a report
 * @row: a row of another sheet
 * @key: such as "complaint-ratio"
 * @value: (nullable): what the figures were worked out with; %NULL for what is assumed now
 *
 * Adds a cell with an assumption. It is a formula that leads to the sheet of assumptions, so
 * that a change there is seen everywhere.
 *
 * Returns: %FALSE where nothing is assumed: the cell then says so
 */
gboolean
hf_sheet_definitions_add_value (const HfReportRun *run, HfRow *row, const char *key,
                                const double *value)
{
  const HfAssumption *assumption = hf_report_run_assumption (run, key);
  if (assumption == NULL && value == NULL)
    {
      hf_report_run_add_unknown (run, row);
      return FALSE;
    }
  add_number (row, find_assumption (key), value != NULL ? *value : assumption->value);
  if (assumption == NULL || run->sheets[HF_REPORT_SHEET_DEFINITIONS] == NULL
      || (value != NULL && *value != assumption->value))
    return TRUE;
  g_autofree char *name = dup_name (key);
  g_autofree char *formula = g_strconcat ("=", name, NULL);
  hf_row_set_formula (row, formula);
  return TRUE;
}

static void
add_assumption (const HfReportRun *run, HfTable *table, const HfAssumption *assumption)
{
  int known = find_assumption (assumption->key);
  HfRow *row = hf_table_add_row (table);
  hf_row_add_text (row, assumption->key);
  hf_row_take_text (row, known < 0 ? g_strdup (assumption->key)
                                   : hf_report_language_text (run->language, ASSUMPTION_CONTEXT,
                                                              assumptions[known].label));
  add_number (row, known, assumption->value);
  add_number (row, known, assumption->preset);
  hf_row_take_text (row, hf_report_run_line (run, assumption->value == assumption->preset
                                                      ? NC_ ("report", "as preset")
                                                      : NC_ ("report", "changed")));
  if (assumption->source != NULL)
    hf_row_take_text (
        row, hf_report_language_text (run->language, ASSUMPTION_CONTEXT, assumption->source));
  else
    hf_report_run_add_unknown (run, row);
}

static void
add_assumptions (const HfReportRun *run, HfSheet *page)
{
  g_autoptr (HfTable) table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "Key"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Assumption"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Value"), HF_CELL_NUMBER);
  hf_report_run_add_column (run, table, NC_ ("report", "Preset"), HF_CELL_NUMBER);
  hf_report_run_add_column (run, table, NC_ ("report", "Changed"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Source"), HF_CELL_TEXT);
  for (guint i = 0; i < run->assumptions->len; i++)
    add_assumption (run, table, run->assumptions->pdata[i]);
  guint first = hf_sheet_add_table (page, table);
  for (guint i = 0; i < run->assumptions->len; i++)
    {
      const HfAssumption *assumption = run->assumptions->pdata[i];
      g_autofree char *name = dup_name (assumption->key);
      g_autofree char *place = hf_sheet_dup_place (page, first + i, COLUMN_VALUE);
      hf_workbook_define_name (run->workbook, name, place);
    }
  hf_report_run_add_text (run, page, HF_TEXT_NOTE,
                          NC_ ("report", "Change a value here, and the formulas of the other "
                                         "sheets follow."));
}

static char *
dup_silent_text (const HfReportRun *run, const char *text)
{
  return hf_report_language_text (run->language, HF_SILENT_CONTEXT, text);
}

static void
add_conflict (const HfReportRun *run, HfSheet *page, const HfSourceConflict *conflict)
{
  g_autofree char *topic = hf_report_language_line (run->language, HF_SILENT_CONTEXT,
                                                    conflict->topic);
  g_autofree char *remark = dup_silent_text (run, conflict->remark);
  g_autoptr (HfTable) table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "Source"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "What it says"), HF_CELL_TEXT);
  for (guint i = 0; i < hf_source_conflict_count_claims (conflict); i++)
    {
      HfRow *row = hf_table_add_row (table);
      hf_row_take_text (row, dup_silent_text (run, conflict->claims[i].source));
      hf_row_take_text (row, dup_silent_text (run, conflict->claims[i].says));
    }
  hf_sheet_add_space (page);
  hf_sheet_add_text (page, HF_TEXT_HEADING, topic);
  hf_sheet_add_table (page, table);
  hf_sheet_add_text (page, HF_TEXT_NOTE, remark);
}

/**
 * hf_sheet_definitions_fill:
 * @run: a report
 *
 * Writes what is assumed, where that comes from, what the words mean, and where the sources
 * disagree.
 */
void
hf_sheet_definitions_fill (HfReportRun *run)
{
  HfSheet *page = hf_report_run_begin_page (run, HF_REPORT_SHEET_DEFINITIONS);
  if (run->assumptions->len > 0)
    {
      add_assumptions (run, page);
      hf_sheet_add_space (page);
    }
  g_autoptr (HfTable) table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "Word"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Meaning"), HF_CELL_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      HfRow *row = hf_table_add_row (table);
      hf_row_take_text (row, hf_report_run_text (run, terms[i].term));
      hf_row_take_text (row, hf_report_run_text (run, terms[i].meaning));
    }
  hf_sheet_add_table (page, table);
  for (const HfSourceConflict *conflict = hf_source_conflicts; conflict->name != NULL;
       conflict++)
    add_conflict (run, page, conflict);
  hf_sheet_add_space (page);
  hf_report_run_add_text (
      run, page, HF_TEXT_NOTE,
      NC_ ("report",
           "Articles: 000 Wang Bingquan in Market Research, March 2013; 001 presentation of "
           "FAW-Volkswagen; 002 on the three elements of loyalty; 003 chapter 6 on keeping "
           "customers; 004 questions and answers in eight parts."));
}
