#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

#include "hf-diagnosis-pareto.h"

enum
{
  COLUMN_CODE,
  COLUMN_REASON,
  COLUMN_PRIMARY,
  COLUMN_SHARE,
  COLUMN_CUMULATIVE,
  COLUMN_CONTRIBUTING,
  COLUMN_SAID,
  COLUMN_INFERRED,
  COLUMN_RECORDED,
};

static HfTable *
make_table (const HfReportRun *run)
{
  HfTable *table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "Code"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Reason"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Primary"), HF_CELL_INTEGER);
  hf_report_run_add_column (run, table, NC_ ("report", "Share"), HF_CELL_PERCENT);
  hf_report_run_add_column (run, table, NC_ ("report", "Cumulative"), HF_CELL_PERCENT);
  hf_report_run_add_column (run, table, NC_ ("report", "Contributing"), HF_CELL_INTEGER);
  hf_report_run_add_column (run, table, NC_ ("report", "Customer said"), HF_CELL_INTEGER);
  hf_report_run_add_column (run, table, NC_ ("report", "Staff infers"), HF_CELL_INTEGER);
  hf_report_run_add_column (run, table, NC_ ("report", "Records show"), HF_CELL_INTEGER);
  return table;
}

static void
add_link_count (HfRow *row, guint count, const char *link)
{
  hf_row_add_integer (row, count);
  hf_row_set_target (row, link);
}

/* @row and @first are rows of the sheet, 1 for the first, @last is that of the last reason. */
static void
add_step (const HfReportRun *run, HfTable *table, const HfParetoStep *step, guint row,
          guint first, guint last)
{
  const HfReasonCount *reason = step->reason;
  g_autofree char *link = hf_report_run_dup_link (run, HF_REPORT_SHEET_REASON_ROWS);
  g_autofree char *share = g_strdup_printf ("=IF(SUM(C$%u:C$%u)=0,0,C%u/SUM(C$%u:C$%u))", first,
                                            last, row, first, last);
  g_autofree char *cumulative = g_strdup_printf ("=SUM(D$%u:D%u)", first, row);
  HfRow *cells = hf_table_add_row (table);
  hf_row_add_text (cells, reason->code);
  hf_row_take_text (cells, hf_report_run_dup_code (run, reason->code, " / "));
  add_link_count (cells, reason->primary, link);
  hf_row_add_percent (cells, step->share);
  hf_row_set_formula (cells, share);
  hf_row_add_percent (cells, step->cumulative);
  hf_row_set_formula (cells, cumulative);
  add_link_count (cells, reason->contributing, link);
  add_link_count (cells, reason->said, link);
  add_link_count (cells, reason->inferred, link);
  add_link_count (cells, reason->recorded, link);
}

static void
add_pareto (const HfReportRun *run, HfSheet *page, const HfTable *table, guint first)
{
  g_autofree char *title = hf_report_run_line (run, NC_ ("report", "Primary reasons"));
  g_autofree char *axis = hf_report_run_line (run, NC_ ("report", "Customers"));
  g_autofree char *line_axis = hf_report_run_line (run, NC_ ("report", "Cumulative"));
  const HfChart chart = {
    .title = title,
    .axis_title = axis,
    .line_axis_title = line_axis,
    .categories = COLUMN_REASON,
    .series = { COLUMN_PRIMARY },
    .n_series = 1,
    .line = COLUMN_CUMULATIVE,
    .line_max = 1,
  };
  hf_sheet_set_chart (page, hf_sheet_add_chart_space (page), table, first, &chart);
}

/* How far the diagnosis is a guess of our own. */
static void
add_inferred (const HfReportRun *run, HfSheet *page)
{
  guint64 inferred = 0, all = 0;
  for (guint i = 0; i < run->figures->reasons->len; i++)
    {
      const HfReasonCount *reason = run->figures->reasons->pdata[i];
      inferred += reason->inferred;
      all += (guint64) reason->said + reason->inferred + reason->recorded;
    }
  if (all == 0)
    return;
  g_autofree char *text = hf_report_run_format (
      run,
      /* Translators: a share in per cent. */
      NC_ ("report", "%.1f %% of the reasons are inferred by staff, not said by the customer."),
      100.0 * inferred / all);
  hf_sheet_add_text (page, HF_TEXT_NOTE, text);
}

/**
 * hf_sheet_reasons_fill:
 * @run: a report with at least one reason
 *
 * Writes why customers left: a Pareto chart and what each reason rests on.
 */
void
hf_sheet_reasons_fill (HfReportRun *run)
{
  const HfFigures *figures = run->figures;
  HfSheet *page = hf_report_run_begin_page (run, HF_REPORT_SHEET_REASONS);
  hf_sheet_set_one_page (page, FALSE);
  g_autoptr (HfTable) table = make_table (run);
  g_autoptr (GArray) steps = hf_diagnosis_pareto (figures->reasons);
  guint first = hf_sheet_get_next_row (page) + 2;
  for (guint i = 0; i < steps->len; i++)
    add_step (run, table, &g_array_index (steps, HfParetoStep, i), first + i, first,
              first + steps->len - 1);
  guint first_row = hf_sheet_add_table (page, table);
  add_pareto (run, page, table, first_row);
  add_inferred (run, page);
  hf_report_run_add_text (
      run, page, HF_TEXT_NOTE,
      NC_ ("report",
           "A customer counts once for each reason. A second-level code counts for the "
           "first-level code above it."));
  g_autofree char *heard = hf_sheet_heard_dup_line (run);
  hf_sheet_add_text (page, HF_TEXT_NOTE, heard);
}
