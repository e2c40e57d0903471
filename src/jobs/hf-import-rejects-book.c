#include "config.h"

#include "hf-import-rejects-book.h"

#include <glib/gi18n.h>

#include "hf-locale.h"
#include "hf-paths.h"
#include "hf-report.h"
#include "hf-workbook.h"

/* Codes, so that a spreadsheet program leaves phones and dates as they are. */
static void
add_row (HfTable *table, const char *const *cells, guint n_cells)
{
  HfRow *row = hf_table_add_row (table);
  for (guint i = 0; i < n_cells; i++)
    if (i < HF_REJECTS_N_ADDED)
      hf_row_add_text (row, cells[i]);
    else
      hf_row_add_code (row, cells[i]);
}

static gboolean
refuse_size (const char *output, GError **error)
{
  g_autofree char *name = g_filename_display_basename (output);
  g_set_error (error, HF_REPORT_ERROR, HF_REPORT_ERROR_FAILED,
               /* Translators: the name of a file, a number of rows. */
               _ ("“%s” was not written: more than %u rows are too many for correcting them in "
                  "a workbook. Save them as .csv."),
               name, (guint) HF_IMPORT_REJECTS_BOOK_LIMIT);
  return FALSE;
}

static gboolean
fill (HfTable *table, HfRejects *rejects, const char *output, GCancellable *cancellable,
      GError **error)
{
  GError *failure = NULL;
  guint n_cells;
  const char *const *cells = hf_rejects_next (rejects, &n_cells, &failure);
  for (guint i = 0; cells != NULL && i < n_cells; i++)
    hf_table_add_column (table, cells[i], i < HF_REJECTS_N_ADDED ? HF_CELL_TEXT : HF_CELL_CODE);
  while (cells != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &failure)
         && (cells = hf_rejects_next (rejects, &n_cells, &failure)) != NULL)
    {
      if (hf_table_n_rows (table) >= HF_IMPORT_REJECTS_BOOK_LIMIT)
        return refuse_size (output, error);
      add_row (table, cells, n_cells);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
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
  g_autoptr (HfTable) table = hf_table_new ();
  if (!fill (table, rejects, output, cancellable, error))
    return FALSE;
  g_autoptr (HfReportLanguage) language = hf_report_language_new (hf_locale_get_current (),
                                                                  NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *path = hf_paths_absolute (output);
  g_autoptr (HfWorkbook) book = hf_workbook_new (path, language, zone, NULL, error);
  if (book == NULL)
    return FALSE;
  HfSheet *page = hf_workbook_add_page (book, sheet != NULL ? sheet : _ ("Rejected rows"));
  hf_sheet_add_table (page, table);
  return hf_workbook_finish (book, error);
}
