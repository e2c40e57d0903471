#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

/* Where so many were interviewed the own share speaks for itself. */
#define ENOUGH_INTERVIEWS 30

/* Shares that complain, as published. They disagree, and the report shows that they do. */
static const struct
{
  const char *who;
  double share;
  const char *remark;
} published[] = {
  { NC_ ("report", "96 per cent silent (article 004)"), 1 / 25.0,
    NC_ ("report",
         "Rule of thumb: about one dissatisfied customer in 25 complains (Managing Knock "
         "Your Socks Off Service)") },
  { NC_ ("report", "26 silent for each complaint"), 1 / 27.0,
    NC_ ("report", "TARP and the White House, as widely quoted") },
  { NC_ ("report", "95 per cent silent (articles 001, 003)"), 0.05,
    NC_ ("report",
         "Kotler, 14th edition, p. 131: about 5 per cent of the dissatisfied complain") },
  { NC_ ("report", "96 per cent silent, small items"), 0.04,
    NC_ ("report",
         "Goodman, TARP: holds for packaged goods and small items, and counts those who "
         "told the retailer only as silent") },
  { NC_ ("report", "Small problems"), 0.03,
    NC_ ("report", "Goodman and Newman: 3 per cent complain") },
  { NC_ ("report", "Losses of 142 dollars on average"), 0.69,
    NC_ ("report", "Goodman and Newman: 31 per cent stay silent") },
  { NC_ ("report", "Business software, 600 customers"), 0.63,
    NC_ ("report", "Goodman and Newman: 37 per cent stay silent") },
  { NC_ ("report", "Nearly 70 per cent silent"), 0.30, NC_ ("report", "Article on ISO 10002") },
};

enum
{
  ROW_LOGGED,
  ROW_RATIO,
  ROW_DISSATISFIED,
  ROW_SILENT,
  ROW_STAY,
  ROW_SILENT_AND_LOST,
};

static HfRow *
begin_step (const HfReportRun *run, HfTable *table, const char *label)
{
  HfRow *row = hf_table_add_row (table);
  hf_row_take_text (row, hf_report_run_line (run, label));
  return row;
}

static void
add_result (const HfReportRun *run, HfTable *table, const char *label, double value,
            const char *formula, const char *how)
{
  HfRow *row = begin_step (run, table, label);
  hf_row_add_number (row, value);
  hf_row_set_formula (row, formula);
  hf_row_take_text (row, hf_report_run_text (run, how));
}

/* @first is the table's first row in the sheet, 1 for the sheet's first. */
static void
add_steps (const HfReportRun *run, HfTable *table, guint first)
{
  const HfFigures *figures = run->figures;
  g_autofree char *link = hf_report_run_dup_link (run, HF_REPORT_SHEET_COMPLAINT_ROWS);
  g_autofree char *dissatisfied = g_strdup_printf ("=B%u*B%u", first + ROW_LOGGED,
                                                   first + ROW_RATIO);
  g_autofree char *silent = g_strdup_printf ("=B%u-B%u", first + ROW_DISSATISFIED,
                                             first + ROW_LOGGED);
  g_autofree char *lost = g_strdup_printf ("=B%u*(1-B%u)", first + ROW_SILENT,
                                           first + ROW_STAY);

  HfRow *row = begin_step (run, table, NC_ ("report", "Complaints logged"));
  hf_row_add_integer (row, figures->complaints.logged);
  hf_row_set_target (row, link);
  hf_row_take_text (row, hf_report_run_text (run, NC_ ("report", "Received in the period")));
  row = begin_step (run, table, NC_ ("report", "Dissatisfied customers per complaint"));
  hf_sheet_definitions_add_value (run, row, "complaint-ratio", &figures->silent.ratio);
  hf_row_take_text (row,
                    hf_report_run_text (run, NC_ ("report", "Assumed, see “Definitions”")));
  add_result (run, table, NC_ ("report", "Dissatisfied customers"),
              figures->silent.dissatisfied, dissatisfied,
              NC_ ("report", "Complaints logged x dissatisfied customers per complaint"));
  add_result (run, table, NC_ ("report", "Silent customers"), figures->silent.silent, silent,
              NC_ ("report", "Dissatisfied customers - complaints logged"));
  row = begin_step (run, table, NC_ ("report", "Share of the silent who stay"));
  hf_sheet_definitions_add_value (run, row, "silent-stay-rate", &figures->silent.stay_rate);
  hf_row_take_text (row,
                    hf_report_run_text (run, NC_ ("report", "Assumed, see “Definitions”")));
  add_result (run, table, NC_ ("report", "Silent and lost"), figures->silent.silent_and_lost,
              lost, NC_ ("report", "Silent customers x (1 - share of the silent who stay)"));
}

/* One row: a complaint share, and what it would mean for the complaints of this report. */
static void
add_share (const HfReportRun *run, HfTable *table, char *who, double share, const char *formula,
           char *remark, guint first, guint logged_row)
{
  guint at = first + hf_table_n_rows (table);
  double logged = run->figures->complaints.logged;
  HfRow *row = hf_table_add_row (table);
  hf_row_take_text (row, who);
  hf_row_add_percent (row, share);
  if (formula != NULL)
    hf_row_set_formula (row, formula);
  hf_row_take_text (row, remark);
  if (share <= 0)
    {
      hf_report_run_add_unknown (run, row);
      hf_report_run_add_unknown (run, row);
      return;
    }
  g_autofree char *dissatisfied = g_strdup_printf ("=B$%u/B%u", logged_row, at);
  g_autofree char *silent = g_strdup_printf ("=D%u-B$%u", at, logged_row);
  hf_row_add_number (row, logged / share);
  hf_row_set_formula (row, dissatisfied);
  hf_row_add_number (row, logged / share - logged);
  hf_row_set_formula (row, silent);
}

static void
add_own (const HfReportRun *run, HfTable *table, guint first, guint logged_row)
{
  const HfOwnShare *own = &run->figures->silent.own;
  if (own->interviewed == 0)
    {
      HfRow *row = hf_table_add_row (table);
      hf_row_take_text (row, hf_report_run_line (run, NC_ ("report", "Own interviews")));
      hf_report_run_add_unknown (run, row);
      hf_row_take_text (
          row, hf_report_run_text (run, NC_ ("report", "Nobody was asked in this period")));
      return;
    }
  add_share (
      run, table, hf_report_run_line (run, NC_ ("report", "Own interviews")), own->share, NULL,
      hf_report_run_format (
          run,
          /* Translators: of so many interviewed, so many had complained. */
          NC_ ("report", "Of %u dissatisfied customers asked, %u say that they complained"),
          own->interviewed, own->complained),
      first, logged_row);
  add_share (run, table, hf_report_run_line (run, NC_ ("report", "Own interviews, lower end")),
             own->low, NULL,
             hf_report_run_text (run, NC_ ("report", "95 per cent interval by Wilson")), first,
             logged_row);
  add_share (run, table, hf_report_run_line (run, NC_ ("report", "Own interviews, upper end")),
             own->high, NULL,
             hf_report_run_text (run, NC_ ("report", "95 per cent interval by Wilson")), first,
             logged_row);
}

static HfTable *
make_shares (const HfReportRun *run, guint first, guint steps)
{
  guint logged_row = steps + ROW_LOGGED;
  g_autofree char *preset = g_strdup_printf ("=1/B%u", steps + ROW_RATIO);
  HfTable *table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "According to"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Complaint share"), HF_CELL_PERCENT);
  hf_report_run_add_column (run, table, NC_ ("report", "What it rests on"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Dissatisfied at this share"),
                            HF_CELL_NUMBER);
  hf_report_run_add_column (run, table, NC_ ("report", "Silent at this share"), HF_CELL_NUMBER);
  if (run->figures->silent.ratio > 0)
    add_share (run, table, hf_report_run_line (run, NC_ ("report", "This report")),
               1 / run->figures->silent.ratio, preset,
               hf_report_run_text (run, NC_ ("report", "Assumed, see “Definitions”")), first,
               logged_row);
  add_own (run, table, first, logged_row);
  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    add_share (run, table, hf_report_run_line (run, published[i].who), published[i].share, NULL,
               hf_report_run_text (run, published[i].remark), first, logged_row);
  return table;
}

static void
add_notes (const HfReportRun *run, HfSheet *page)
{
  if (run->figures->silent.own.interviewed < ENOUGH_INTERVIEWS)
    hf_report_run_add_text (run, page, HF_TEXT_NOTE,
                            NC_ ("report",
                                 "Fewer than 30 dissatisfied customers were asked: the own "
                                 "share stands beside the assumed one and does not "
                                 "replace it yet."));
  hf_report_run_add_text (
      run, page, HF_TEXT_NOTE,
      NC_ ("report",
           "Interviews with lost customers only are biased: those who complained stay more "
           "often, so the own share comes out too low."));
  hf_report_run_add_text (
      run, page, HF_TEXT_NOTE,
      NC_ ("report",
           "The sources disagree because they count different problems and different "
           "places to complain at. The first research was done in 1976 by TARP for the US "
           "Office of Consumer Affairs, with 2,513 households."));
}

/**
 * hf_sheet_silent_fill:
 * @run: a report
 *
 * Writes the estimate of those whom nobody hears, with the sources that disagree.
 */
void
hf_sheet_silent_fill (HfReportRun *run)
{
  HfSheet *page = hf_report_run_begin_page (run, HF_REPORT_SHEET_SILENT);
  hf_sheet_set_one_page (page, FALSE);
  g_autoptr (HfTable) steps = hf_table_new ();
  hf_report_run_add_column (run, steps, NC_ ("report", "Estimate"), HF_CELL_TEXT);
  hf_report_run_add_column (run, steps, NC_ ("report", "Value"), HF_CELL_NUMBER);
  hf_report_run_add_column (run, steps, NC_ ("report", "How it is worked out"), HF_CELL_TEXT);
  guint first_step = hf_sheet_get_next_row (page) + 2;
  add_steps (run, steps, first_step);
  hf_sheet_add_table (page, steps);

  hf_sheet_add_space (page);
  g_autoptr (HfTable) shares = make_shares (run, hf_sheet_get_next_row (page) + 2, first_step);
  hf_sheet_add_table (page, shares);
  hf_sheet_add_space (page);
  add_notes (run, page);
}
