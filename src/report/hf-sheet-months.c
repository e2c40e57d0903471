#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

enum
{
  COLUMN_MONTH,
  COLUMN_AT_START,
  COLUMN_LOST,
  COLUMN_RATE,
  COLUMN_COMPLAINTS,
};

static HfTable *
make_months (const HfReportRun *run, guint first)
{
  HfTable *table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "Month"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Customers at its start"),
                            HF_CELL_INTEGER);
  hf_report_run_add_column (run, table, NC_ ("report", "Lost"), HF_CELL_INTEGER);
  hf_report_run_add_column (run, table, NC_ ("report", "Churn rate"), HF_CELL_PERCENT);
  hf_report_run_add_column (run, table, NC_ ("report", "Complaints"), HF_CELL_INTEGER);
  for (guint i = 0; i < run->figures->months->len; i++)
    {
      const HfMonthCount *month = run->figures->months->pdata[i];
      g_autofree char *rate = g_strdup_printf ("=IF(B%u=0,0,C%u/B%u)", first + i, first + i,
                                               first + i);
      HfRow *row = hf_table_add_row (table);
      hf_row_add_text (row, month->month);
      hf_row_add_integer (row, month->at_start);
      hf_row_add_integer (row, month->lost);
      hf_row_add_percent (row,
                          month->at_start > 0 ? (double) month->lost / month->at_start : 0);
      hf_row_set_formula (row, rate);
      hf_row_add_integer (row, month->complaints);
    }
  return table;
}

static void
draw_months (const HfReportRun *run, HfSheet *page, guint at, const HfTable *table, guint first)
{
  g_autofree char *title = hf_report_run_line (run, NC_ ("report", "Churn by month"));
  g_autofree char *axis = hf_report_run_line (run, NC_ ("report", "Customers, complaints"));
  g_autofree char *line_axis = hf_report_run_line (run, NC_ ("report", "Churn rate"));
  const HfChart chart = {
    .title = title,
    .axis_title = axis,
    .line_axis_title = line_axis,
    .categories = COLUMN_MONTH,
    .series = { COLUMN_LOST, COLUMN_COMPLAINTS },
    .n_series = 2,
    .line = COLUMN_RATE,
  };
  hf_sheet_set_chart (page, at, table, first, &chart);
}

static guint
count_in (const HfReportRun *run, const char *code, const char *month)
{
  g_autofree char *key = g_strdup_printf ("%s %s", code, month);
  return GPOINTER_TO_UINT (g_hash_table_lookup (run->months, key));
}

/* Reasons may have been learnt in other months, such as that of an import. */
static gboolean
has_reasons (const HfReportRun *run)
{
  for (guint i = 0; i < run->figures->reasons->len; i++)
    {
      const HfReasonCount *reason = run->figures->reasons->pdata[i];
      for (guint j = 0; j < run->figures->months->len; j++)
        {
          const HfMonthCount *month = run->figures->months->pdata[j];
          if (count_in (run, reason->code, month->month) > 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* One row for each reason, one column for each month. */
static void
add_reasons (const HfReportRun *run, HfSheet *page)
{
  g_autoptr (HfTable) table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "Reason"), HF_CELL_TEXT);
  for (guint i = 0; i < run->figures->months->len; i++)
    hf_table_add_column (table, ((HfMonthCount *) run->figures->months->pdata[i])->month,
                         HF_CELL_INTEGER);
  for (guint i = 0; i < run->figures->reasons->len; i++)
    {
      const HfReasonCount *reason = run->figures->reasons->pdata[i];
      HfRow *row = hf_table_add_row (table);
      hf_row_take_text (row, hf_report_run_dup_code (run, reason->code, " / "));
      for (guint j = 0; j < run->figures->months->len; j++)
        {
          const HfMonthCount *month = run->figures->months->pdata[j];
          hf_row_add_integer (row, count_in (run, reason->code, month->month));
        }
    }
  hf_sheet_add_space (page);
  hf_report_run_add_text (run, page, HF_TEXT_HEADING,
                          NC_ ("report", "Primary reasons by the month they were learnt in"));
  hf_sheet_add_table (page, table);
  hf_report_run_add_text (run, page, HF_TEXT_NOTE,
                          NC_ ("report",
                               "Counted from the rows of “Coded reasons” whose rank is "
                               "primary."));
}

/**
 * hf_sheet_months_fill:
 * @run: a report with at least one month
 *
 * Writes churn, complaints and reasons by month.
 */
void
hf_sheet_months_fill (HfReportRun *run)
{
  HfSheet *page = hf_report_run_begin_page (run, HF_REPORT_SHEET_MONTHS);
  /* One month alone is no course. */
  gboolean drawn = run->figures->months->len > 1;
  guint at = drawn ? hf_sheet_add_chart_space (page) : 0;
  g_autoptr (HfTable) table = make_months (run, hf_sheet_get_next_row (page) + 2);
  guint first = hf_sheet_add_table (page, table);
  if (drawn)
    draw_months (run, page, at, table, first);
  if (run->figures->customers.lost_undated > 0)
    {
      g_autofree char *undated = hf_report_run_format (
          run, NC_ ("report", "Lost without a date, so in no month: %u."),
          run->figures->customers.lost_undated);
      hf_sheet_add_text (page, HF_TEXT_NOTE, undated);
    }
  if (run->sheets[HF_REPORT_SHEET_REASON_ROWS] != NULL && has_reasons (run))
    add_reasons (run, page);
}
