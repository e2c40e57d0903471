#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

/**
 * hf_sheet_heard_dup_line:
 * @run: a report
 *
 * Says whose reasons these are: a diagnosis says nothing about those whom nobody reached.
 *
 * Returns: (transfer full): one or two lines
 */
char *
hf_sheet_heard_dup_line (const HfReportRun *run)
{
  const HfFigures *figures = run->figures;
  if (figures->interviews.attempts == 0 && figures->interviews.started == 0)
    return hf_report_run_text (
        run, NC_ ("report", "No lost customer was called in this period: what is known of the "
                            "reasons comes from files alone."));
  return hf_report_run_format (
      run,
      /* Translators: completed interviews, lost customers, and two rates in per cent. */
      NC_ ("report",
           "Heard: %u of %u lost customers. Response rate (RR1) %.1f %%, refused %.1f %%."),
      figures->interviews.completed, figures->interviews.lost_customers,
      figures->interviews.response_rate * 100, figures->interviews.refusal_rate * 100);
}

static HfRow *
begin_row (const HfReportRun *run, HfTable *table, const char *label)
{
  HfRow *row = hf_table_add_row (table);
  hf_row_take_text (row, hf_report_run_line (run, label));
  return row;
}

static void
add_count (const HfReportRun *run, HfTable *table, const char *label, guint count,
           const char *how, HfReportSheet from)
{
  g_autofree char *link = hf_report_run_dup_link (run, from);
  HfRow *row = begin_row (run, table, label);
  hf_row_add_integer (row, count);
  hf_row_set_target (row, link);
  hf_row_take_text (row, hf_report_run_text (run, how));
}

static void
add_rate (const HfReportRun *run, HfTable *table, const char *label, double rate,
          const char *how)
{
  const HfFigures *figures = run->figures;
  HfRow *row = begin_row (run, table, label);
  if (figures->interviews.lost_customers > 0)
    hf_row_add_percent (row, rate);
  else
    hf_report_run_add_unknown (run, row);
  hf_row_take_text (row, hf_report_run_text (run, how));
}

/**
 * hf_sheet_heard_fill:
 * @run: a report
 *
 * Writes how many of the lost customers were reached, asked and heard.
 *
 * Source: AAPOR, Standard Definitions: RR1, CON1, REF1.
 */
void
hf_sheet_heard_fill (HfReportRun *run)
{
  const HfFigures *figures = run->figures;
  HfSheet *page = hf_report_run_begin_page (run, HF_REPORT_SHEET_HEARD);
  hf_sheet_set_one_page (page, FALSE);
  g_autofree char *heard = hf_sheet_heard_dup_line (run);
  hf_sheet_add_text (page, HF_TEXT_PLAIN, heard);

  g_autoptr (HfTable) table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "Figure"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Value"), HF_CELL_INTEGER);
  hf_report_run_add_column (run, table, NC_ ("report", "How it is counted"), HF_CELL_TEXT);
  add_count (run, table, NC_ ("report", "Lost customers to hear"),
             figures->interviews.lost_customers,
             NC_ ("report", "All who were lost in the period"), HF_REPORT_SHEET_CUSTOMER_ROWS);
  add_count (run, table, NC_ ("report", "Call attempts"), figures->interviews.attempts,
             NC_ ("report", "Every attempt counts, also several to one customer"),
             HF_REPORT_SHEET_INTERVIEW_ROWS);
  add_count (
      run, table, NC_ ("report", "Attempts that reached somebody"), figures->interviews.reached,
      NC_ ("report", "Somebody answered, whatever came of it"), HF_REPORT_SHEET_INTERVIEW_ROWS);
  add_count (run, table, NC_ ("report", "Interviews started"), figures->interviews.started,
             NC_ ("report", "With lost customers, started in the period"),
             HF_REPORT_SHEET_INTERVIEW_ROWS);
  add_count (run, table, NC_ ("report", "Interviews completed"), figures->interviews.completed,
             NC_ ("report", "State: completed"), HF_REPORT_SHEET_INTERVIEW_ROWS);
  add_count (run, table, NC_ ("report", "Interviews refused"), figures->interviews.refused,
             NC_ ("report", "State: refused"), HF_REPORT_SHEET_INTERVIEW_ROWS);
  add_rate (run, table, NC_ ("report", "Response rate"), figures->interviews.response_rate,
            NC_ ("report", "RR1 of AAPOR: completed interviews / all lost customers, those "
                           "never called among them"));
  add_rate (run, table, NC_ ("report", "Contact rate"), figures->interviews.contact_rate,
            NC_ ("report", "CON1 of AAPOR: customers reached / all lost customers"));
  add_rate (run, table, NC_ ("report", "Refusal rate"), figures->interviews.refusal_rate,
            NC_ ("report", "REF1 of AAPOR: customers who refused / all lost customers"));
  hf_sheet_add_space (page);
  hf_sheet_add_table (page, table);
  hf_sheet_add_space (page);
  hf_report_run_add_text (
      run, page, HF_TEXT_NOTE,
      NC_ ("report",
           "Those who answer differ from those who do not. The lower the response rate, "
           "the less the reasons say about all who left."));
}
