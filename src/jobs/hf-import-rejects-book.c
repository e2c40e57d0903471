#include "config.h"

#include "hf-import-rejects-book.h"

#include <glib/gi18n.h>

#include "hf-locale.h"
#include "hf-paths.h"
#include "hf-report.h"
#include "hf-workbook.h"

/* Codes, so that a spreadsheet program leaves phones and dates as they are. */
static void
fill_row (HfRow *row, const char *const *cells, guint n_cells)
{
  hf_row_clear (row);
  for (guint i = 0; i < n_cells; i++)
    if (i < HF_REJECTS_N_ADDED)
      hf_row_add_text (row, cells[i]);
    else
      hf_row_add_code (row, cells[i]);
}

/* Row by row, so that it takes no more memory however many there are. */
static gboolean
write_rows (HfSheet *sheet, HfRejects *rejects, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  guint n_cells;
  const char *const *cells;
  g_autoptr (HfRow) row = hf_row_new ();
  gboolean good = TRUE;
  while (good && !g_cancellable_set_error_if_cancelled (cancellable, &failure)
         && (cells = hf_rejects_next (rejects, &n_cells, &failure)) != NULL)
    {
      fill_row (row, cells, n_cells);
      good = hf_sheet_write_row (sheet, row, error);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return good && failure == NULL;
}

static gboolean
list_columns (HfTable *columns, HfRejects *rejects, GError **error)
{
  guint n_cells;
  const char *const *cells = hf_rejects_next (rejects, &n_cells, error);
  for (guint i = 0; cells != NULL && i < n_cells; i++)
    hf_table_add_column (columns, cells[i],
                         i < HF_REJECTS_N_ADDED ? HF_CELL_TEXT : HF_CELL_CODE);
  return cells != NULL;
}

/**
 * hf_import_rejects_book_write:
 * @rejects: the rows
 * @output: the workbook to write
 * @sheet: (nullable): what its worksheet is called
 * @cancellable: (nullable): to stop it
 * @error: (nullable): %HF_READ_ERROR, %HF_REPORT_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Writes the rows as a workbook in which every cell is a text.
 *
 * Returns: whether it was written
 */
gboolean
hf_import_rejects_book_write (HfRejects *rejects, const char *output, const char *sheet,
                              GCancellable *cancellable, GError **error)
{
  g_autoptr (HfTable) columns = hf_table_new ();
  if (!list_columns (columns, rejects, error))
    return FALSE;
  g_autoptr (HfReportLanguage) language = hf_report_language_new (hf_locale_get_current (),
                                                                  NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *path = hf_paths_absolute (output);
  g_autoptr (HfWorkbook) book = hf_workbook_new (path, language, zone, NULL, error);
  if (book == NULL)
    return FALSE;
  HfSheet *page = hf_workbook_add_rows (book, sheet != NULL ? sheet : _ ("Rejected rows"), NULL,
                                        columns, TRUE);
  gboolean good = write_rows (page, rejects, cancellable, error);
  hf_sheet_end_rows (page);
  return good && hf_workbook_finish (book, error);
}
