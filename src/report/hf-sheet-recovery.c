#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

#include "hf-complaint.h"

static const char *const headings[HF_SILENT_N_CLASSES] = {
  [HF_COMPLAINT_MINOR] = NC_ ("report", "Minor problems"),
  [HF_COMPLAINT_MAJOR] = NC_ ("report", "Major problems"),
};

/* @at is the row in the sheet, from 1. */
static void
add_state (HfReportRun *run, HfTable *table, int severity, HfRecoveryState state, guint at)
{
  const HfRecoveryCell *cell = &run->figures->recovery.cells[severity][state];
  gboolean enough = hf_diagnosis_recovery_is_enough (cell);
  g_autofree char *rate = g_strdup_printf ("=C%u/B%u", at, at);
  HfRow *row = hf_table_add_row (table);
  hf_row_add_text (row, hf_report_run_choice (run, hf_recovery_states, state));
  hf_row_add_integer (row, cell->customers);
  hf_row_set_muted (row, !enough);
  hf_row_add_integer (row, cell->again);
  hf_row_set_muted (row, !enough);
  if (cell->customers > 0)
    {
      hf_row_add_percent (row, hf_diagnosis_recovery_share (cell));
      hf_row_set_formula (row, rate);
      hf_row_set_muted (row, !enough);
    }
  else
    hf_report_run_add_unknown (run, row);
  hf_row_add_percent (row, hf_diagnosis_recovery_published (severity, state));
  hf_row_add_empty (row);
  if (enough)
    hf_row_add_empty (row);
  else
    hf_row_take_muted (
        row, hf_report_run_text (run, NC_ ("report", "Fewer than 10 customers: no rate yet")));
}

static void
add_class (HfReportRun *run, HfSheet *page, int severity)
{
  g_autoptr (HfTable) table = hf_table_new ();
  guint first = hf_sheet_get_next_row (page) + 2;
  hf_report_run_add_column (run, table, headings[severity], HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Customers"), HF_CELL_INTEGER);
  hf_report_run_add_column (run, table, NC_ ("report", "Bought again"), HF_CELL_INTEGER);
  hf_report_run_add_column (run, table, NC_ ("report", "Own repurchase rate"), HF_CELL_PERCENT);
  hf_report_run_add_column (run, table, NC_ ("report", "Published by TARP"), HF_CELL_PERCENT);
  hf_table_add_column (table, "", HF_CELL_EMPTY);
  hf_report_run_add_column (run, table, NC_ ("report", "Remark"), HF_CELL_TEXT);
  for (int state = 0; state < HF_RECOVERY_N_STATES; state++)
    add_state (run, table, severity, state, first + state);
  hf_sheet_add_space (page);
  hf_sheet_add_table (page, table);
}

/**
 * hf_sheet_recovery_add:
 * @run: a report
 * @page: a page of it
 *
 * Adds who bought again after a problem, by how serious it was and by what became of it, beside
 * what is published.
 */
void
hf_sheet_recovery_add (HfReportRun *run, HfSheet *page)
{
  const HfRecoveryTable *table = &run->figures->recovery;
  hf_sheet_add_space (page);
  hf_report_run_add_text (run, page, HF_TEXT_HEADING,
                          NC_ ("report", "Who buys again after a problem"));
  for (int severity = 0; severity < HF_SILENT_N_CLASSES; severity++)
    add_class (run, page, severity);
  hf_report_run_add_text (
      run, page, HF_TEXT_NOTE,
      NC_ ("report",
           "Each dissatisfied customer once, by their last complaint or interview of the "
           "period. Bought again: anything in a month after it, or active or won back today. "
           "Resolved: answered, and no second follow-up found it unsettled. Quickly: answered "
           "by the promised moment, or quickly in the customer's own words. Silent customers "
           "are heard of in interviews with the lost, so their rate is too low."));
  g_autofree char *left_out = hf_report_run_format (
      run,
      /* Translators: two numbers of customers. */
      NC_ ("report", "Not counted: %u whose complaint is not decided yet, %u of whose problem "
                     "nobody knows how serious it was."),
      table->open, table->unplaced);
  hf_sheet_add_text (page, HF_TEXT_NOTE, left_out);
}
