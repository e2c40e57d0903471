#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

/* More than this a chart cannot name. */
#define MAX_DRAWN 12

enum
{
  COLUMN_NAME,
  COLUMN_CUSTOMERS,
  COLUMN_SHARE,
};

static HfTable *
make_table (const HfReportRun *run, guint first)
{
  const GPtrArray *competitors = run->figures->competitors;
  g_autofree char *link = hf_report_run_dup_link (run, HF_REPORT_SHEET_INTERVIEW_ROWS);
  guint last = first + competitors->len - 1, total = 0;
  for (guint i = 0; i < competitors->len; i++)
    total += ((const HfCompetitorCount *) competitors->pdata[i])->customers;

  HfTable *table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "Competitor"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Customers"), HF_CELL_INTEGER);
  hf_report_run_add_column (run, table, NC_ ("report", "Share of those named"),
                            HF_CELL_PERCENT);
  for (guint i = 0; i < competitors->len; i++)
    {
      const HfCompetitorCount *competitor = competitors->pdata[i];
      g_autofree char *share = g_strdup_printf ("=IF(SUM(B$%u:B$%u)=0,0,B%u/SUM(B$%u:B$%u))",
                                                first, last, first + i, first, last);
      HfRow *row = hf_table_add_row (table);
      hf_row_add_text (row, competitor->name);
      hf_row_add_integer (row, competitor->customers);
      hf_row_set_target (row, link);
      hf_row_add_percent (row, total > 0 ? (double) competitor->customers / total : 0);
      hf_row_set_formula (row, share);
    }
  return table;
}

/**
 * hf_sheet_competitors_fill:
 * @run: a report with at least one competitor
 *
 * Writes whom customers named when they were asked where they went.
 */
void
hf_sheet_competitors_fill (HfReportRun *run)
{
  HfSheet *page = hf_report_run_begin_page (run, HF_REPORT_SHEET_COMPETITORS);
  if (run->figures->competitors->len <= MAX_DRAWN)
    hf_sheet_set_one_page (page, FALSE);
  g_autoptr (HfTable) table = make_table (run, hf_sheet_get_next_row (page) + 2);
  guint first = hf_sheet_add_table (page, table);

  g_autofree char *title = hf_report_run_line (run, NC_ ("report", "Where customers went"));
  g_autofree char *axis = hf_report_run_line (run, NC_ ("report", "Customers"));
  const HfChart chart = { .title = title,
                          .axis_title = axis,
                          .categories = COLUMN_NAME,
                          .series = { COLUMN_CUSTOMERS },
                          .n_series = 1,
                          .max_rows = MAX_DRAWN,
                          .line = -1 };
  hf_sheet_set_chart (page, hf_sheet_add_chart_space (page), table, first, &chart);
  hf_report_run_add_text (run, page, HF_TEXT_NOTE,
                          NC_ ("report", "As customers call them in interviews; each customer "
                                         "counts once for each name."));
}
