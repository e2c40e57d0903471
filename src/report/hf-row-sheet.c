#include "config.h"

#include "hf-row-sheet.h"

#define STEP 1000

static gboolean
write_record (const HfRowSheet *self, HfReportRun *run, gpointer record, HfRow *row,
              GError **error)
{
  hf_row_clear (row);
  self->fill (run, record, row);
  if (!hf_sheet_write_row (run->sheets[self->sheet], row, error))
    return FALSE;
  return ++run->n_done % STEP != 0 || hf_report_run_step (run, self->sheet, error);
}

static gboolean
write_records (const HfRowSheet *self, HfReportRun *run, GError **error)
{
  g_autoptr (HfRow) row = hf_row_new ();
  g_autoptr (GError) failed = NULL;
  if (!hf_report_source_open (run->source, self->rows, error))
    return FALSE;
  for (;;)
    {
      g_autoptr (GObject) record = hf_report_source_next (run->source, &failed);
      if (record == NULL)
        break;
      if (!write_record (self, run, record, row, error))
        return FALSE;
    }
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static HfTable *
make_columns (const HfRowSheet *self, const HfReportRun *run)
{
  HfTable *table = hf_table_new ();
  if (self->add_columns != NULL)
    self->add_columns (run, table);
  for (const HfRowColumn *column = self->columns; column != NULL && column->heading != NULL;
       column++)
    hf_report_run_add_column (run, table, column->heading, column->kind);
  return table;
}

/**
 * hf_row_sheet_write:
 * @self: a sheet of raw rows
 * @run: a report
 * @name: what its tab should say
 * @error: (nullable): %HF_REPORT_ERROR, %G_IO_ERROR_CANCELLED, or what the source failed with
 *
 * Adds the sheet and writes all its rows.
 *
 * Returns: whether it worked
 */
gboolean
hf_row_sheet_write (const HfRowSheet *self, HfReportRun *run, const char *name, GError **error)
{
  g_autoptr (HfTable) columns = make_columns (self, run);
  run->sheets[self->sheet] = hf_workbook_add_rows (run->workbook, name, self->table, columns,
                                                   self->prose);
  gboolean good = hf_report_run_step (run, self->sheet, error)
                  && write_records (self, run, error);
  hf_sheet_end_rows (run->sheets[self->sheet]);
  return good;
}
