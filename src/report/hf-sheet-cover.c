#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

static const char *const purposes[] = {
  [HF_REPORT_SHEET_KEY_FIGURES] = NC_ ("report",
                                       "Each figure, how it is counted and from what"),
  [HF_REPORT_SHEET_REASONS] = NC_ ("report", "Why customers leave, most frequent first"),
  [HF_REPORT_SHEET_MONTHS] = NC_ ("report", "Churn, complaints and reasons, month by month"),
  [HF_REPORT_SHEET_SILENT] = NC_ ("report", "How many were dissatisfied and said nothing"),
  [HF_REPORT_SHEET_COMPLAINTS] = NC_ ("report", "By channel, category and severity; what was "
                                                "promised and kept"),
  [HF_REPORT_SHEET_SCORECARD] = NC_ ("report",
                                     "Each branch: in time, satisfied, and what is proposed"),
  [HF_REPORT_SHEET_HEARD] = NC_ ("report", "Whose reasons these are, and whose are missing"),
  [HF_REPORT_SHEET_COMPETITORS] = NC_ ("report", "Where the lost customers went"),
  [HF_REPORT_SHEET_VALUE] = NC_ ("report", "What the losses cost, with every step of the sum"),
  [HF_REPORT_SHEET_DEFINITIONS] = NC_ ("report",
                                       "Assumptions, their sources, and what the words "
                                       "mean"),
  [HF_REPORT_SHEET_CODEBOOK] = NC_ ("report", "What each code of a reason means"),
  [HF_REPORT_SHEET_VERBATIM_ROWS] = NC_ ("report", "What customers said, in their own words"),
  [HF_REPORT_SHEET_CUSTOMER_ROWS] = NC_ ("report", "The rows: customers"),
  [HF_REPORT_SHEET_COMPLAINT_ROWS] = NC_ ("report", "The rows: complaints"),
  [HF_REPORT_SHEET_REASON_ROWS] = NC_ ("report",
                                       "The rows: reasons with the words they rest on"),
  [HF_REPORT_SHEET_INTERVIEW_ROWS] = NC_ ("report", "The rows: interviews and their outcomes"),
  [HF_REPORT_SHEET_PROMISE_ROWS] = NC_ ("report",
                                        "The rows: promises and whether they were kept"),
  [HF_REPORT_SHEET_ANSWER_ROWS] = NC_ ("report", "The rows: every answer to every question"),
};

static HfRow *
add_fact (const HfReportRun *run, HfTable *table, const char *label)
{
  HfRow *row = hf_table_add_row (table);
  hf_row_take_text (row, hf_report_run_line (run, label));
  return row;
}

static void
add_text_fact (const HfReportRun *run, HfTable *table, const char *label, const char *text)
{
  HfRow *row = add_fact (run, table, label);
  if (text != NULL)
    hf_row_add_text (row, text);
  else
    hf_report_run_add_unknown (run, row);
}

static void
add_day_fact (const HfReportRun *run, HfTable *table, const char *label, const char *date)
{
  HfRow *row = add_fact (run, table, label);
  if (date != NULL)
    {
      hf_row_add_date (row, date);
      hf_row_set_left (row);
    }
  else
    hf_row_take_text (row, hf_report_run_line (run, NC_ ("report", "no limit")));
}

/* Such as "Asia/Shanghai (UTC+08:00)". */
static char *
dup_zone (const HfReportRun *run)
{
  gint64 now = run->figures->computed_at / G_USEC_PER_SEC;
  int interval = g_time_zone_find_interval (run->zone, G_TIME_TYPE_UNIVERSAL, now);
  int minutes = g_time_zone_get_offset (run->zone, MAX (interval, 0)) / 60;
  const char *name = run->options->time_zone != NULL ? run->options->time_zone
                                                     : g_time_zone_get_identifier (run->zone);
  return g_strdup_printf ("%s (UTC%c%02d:%02d)", name, minutes < 0 ? '-' : '+',
                          ABS (minutes) / 60, ABS (minutes) % 60);
}

static char *
dup_program (const HfReportRun *run)
{
  return g_strdup_printf ("Huifang %s", run->options->version != NULL ? run->options->version
                                                                      : PACKAGE_VERSION);
}

static void
add_facts (const HfReportRun *run, HfSheet *page)
{
  const HfFigures *figures = run->figures;
  g_autoptr (HfTable) table = hf_table_new ();
  g_autofree char *zone = dup_zone (run);
  g_autofree char *program = dup_program (run);
  g_autofree char *all = hf_report_run_line (run, NC_ ("report", "all branches"));
  g_autofree char *phones = hf_report_run_line (run, run->options->mask_phones
                                                         ? NC_ ("report", "masked")
                                                         : NC_ ("report", "shown in full"));

  hf_report_run_add_column (run, table, NC_ ("report", "This report"), HF_CELL_TEXT);
  hf_table_add_column (table, "", HF_CELL_TEXT);
  add_text_fact (run, table, NC_ ("report", "Company"), figures->company);
  add_day_fact (run, table, NC_ ("report", "Period from"), figures->period->from);
  add_day_fact (run, table, NC_ ("report", "Period to"), figures->period->to);
  add_text_fact (run, table, NC_ ("report", "Branch"),
                 figures->branch != NULL ? figures->branch : all);
  add_text_fact (run, table, NC_ ("report", "Currency"), figures->currency);
  add_text_fact (run, table, NC_ ("report", "Phone numbers"), phones);
  add_text_fact (run, table, NC_ ("report", "Time zone of all moments"), zone);
  HfRow *row = add_fact (run, table, NC_ ("report", "Figures of"));
  hf_row_add_moment (row, figures->computed_at);
  hf_row_set_left (row);
  add_text_fact (run, table, NC_ ("report", "Made by"), run->options->maker);
  add_text_fact (run, table, NC_ ("report", "Made with"), program);
  hf_sheet_add_table (page, table);
}

static void
add_contents (const HfReportRun *run, HfSheet *page)
{
  g_autoptr (HfTable) table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "Contents"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "What it shows"), HF_CELL_TEXT);
  for (guint i = HF_REPORT_SHEET_COVER + 1; i < HF_REPORT_N_SHEETS; i++)
    if (run->sheets[i] != NULL)
      {
        g_autofree char *link = hf_report_run_dup_link (run, i);
        HfRow *row = hf_table_add_row (table);
        hf_row_take_text (row, hf_report_run_line (run, hf_report_sheets[i].label));
        hf_row_set_target (row, link);
        hf_row_take_text (row, hf_report_run_text (run, purposes[i]));
      }
  hf_sheet_add_table (page, table);
}

static HfRow *
add_highlight (const HfReportRun *run, HfTable *table, const char *label, HfReportSheet sheet)
{
  g_autofree char *link = hf_report_run_dup_link (run, sheet);
  HfRow *row = add_fact (run, table, label);
  hf_row_set_target (row, link);
  return row;
}

/* What a manager should know before turning the page. */
static void
add_highlights (const HfReportRun *run, HfSheet *page)
{
  const HfFigures *figures = run->figures;
  g_autoptr (HfTable) table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "At a glance"), HF_CELL_TEXT);
  hf_table_add_column (table, "", HF_CELL_TEXT);
  HfRow *row = add_highlight (run, table, NC_ ("report", "Customers lost in the period"),
                              HF_REPORT_SHEET_KEY_FIGURES);
  hf_row_add_integer (row, figures->churn.lost);
  hf_row_set_left (row);
  row = add_highlight (run, table, NC_ ("report", "Churn rate"), HF_REPORT_SHEET_KEY_FIGURES);
  if (figures->churn.at_start > 0)
    hf_row_add_percent (row, figures->churn.rate);
  else
    hf_report_run_add_unknown (run, row);
  hf_row_set_left (row);
  if (figures->reasons->len > 0)
    {
      const HfReasonCount *reason = figures->reasons->pdata[0];
      row = add_highlight (run, table, NC_ ("report", "Most frequent primary reason"),
                           HF_REPORT_SHEET_REASONS);
      hf_row_take_text (row, hf_report_run_dup_code (run, reason->code, " / "));
    }
  row = add_highlight (run, table, NC_ ("report", "Complaints logged"),
                       HF_REPORT_SHEET_COMPLAINTS);
  hf_row_add_integer (row, figures->complaints.logged);
  hf_row_set_left (row);
  row = add_highlight (run, table, NC_ ("report", "Silent customers, estimate"),
                       HF_REPORT_SHEET_SILENT);
  hf_row_add_number (row, figures->silent.silent);
  hf_row_set_left (row);
  hf_sheet_add_table (page, table);
}

/**
 * hf_sheet_cover_fill:
 * @run: a report
 *
 * Writes what the report is about, what stands out, and what is in it.
 */
void
hf_sheet_cover_fill (HfReportRun *run)
{
  HfSheet *page = run->sheets[HF_REPORT_SHEET_COVER];
  g_autofree char *heard = hf_sheet_heard_dup_line (run);
  hf_sheet_set_one_page (page, TRUE);
  hf_report_run_add_text (run, page, HF_TEXT_TITLE, NC_ ("report", "Why customers leave"));
  hf_report_run_add_text (
      run, page, HF_TEXT_NOTE,
      NC_ ("report", "A diagnosis from interviews, complaints and records"));
  hf_sheet_add_space (page);
  add_highlights (run, page);
  if (run->figures->churn.undated > 0)
    {
      g_autofree char *undated = hf_report_run_format (
          run, NC_ ("report", "Lost without a date, so in none of these figures: %u."),
          run->figures->churn.undated);
      hf_sheet_add_text (page, HF_TEXT_NOTE, undated);
    }
  hf_sheet_add_text (page, HF_TEXT_NOTE, heard);
  hf_sheet_add_space (page);
  add_facts (run, page);
  hf_sheet_add_space (page);
  add_contents (run, page);
}
