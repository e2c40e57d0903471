#include "config.h"

#include "hf-xlsx-reader.h"

#include "hf-xlsx-package.h"
#include "hf-xlsx-sheet.h"
#include "hf-xlsx-strings.h"
#include "hf-xlsx-styles.h"
#include "hf-xlsx-workbook.h"

struct _HfXlsxReader
{
  HfRowReader parent_instance;

  HfXlsxPackage *package;
  HfXlsxWorkbook *workbook;
  HfXlsxStrings *strings;
  HfXlsxStyles *styles;
  HfXlsxSheet *sheet;
  guint sheet_index;
};

G_DEFINE_FINAL_TYPE (HfXlsxReader, hf_xlsx_reader, HF_TYPE_ROW_READER)

static gboolean
hf_xlsx_reader_next (HfRowReader *reader, HfRow *row, GError **error)
{
  return hf_xlsx_sheet_next (HF_XLSX_READER (reader)->sheet, row, error);
}

static double
hf_xlsx_reader_get_progress (HfRowReader *reader)
{
  HfXlsxReader *self = HF_XLSX_READER (reader);
  return self->package != NULL ? hf_xlsx_package_get_progress (self->package) : 1;
}

static void
hf_xlsx_reader_close (HfRowReader *reader)
{
  HfXlsxReader *self = HF_XLSX_READER (reader);
  g_clear_pointer (&self->sheet, hf_xlsx_sheet_free);
  g_clear_pointer (&self->package, hf_xlsx_package_free);
}

static void
hf_xlsx_reader_finalize (GObject *object)
{
  HfXlsxReader *self = HF_XLSX_READER (object);
  hf_xlsx_reader_close (HF_ROW_READER (self));
  g_clear_pointer (&self->workbook, hf_xlsx_workbook_free);
  g_clear_pointer (&self->strings, hf_xlsx_strings_free);
  g_clear_pointer (&self->styles, hf_xlsx_styles_free);
  G_OBJECT_CLASS (hf_xlsx_reader_parent_class)->finalize (object);
}

static void
hf_xlsx_reader_class_init (HfXlsxReaderClass *klass)
{
  HfRowReaderClass *reader_class = HF_ROW_READER_CLASS (klass);
  reader_class->next = hf_xlsx_reader_next;
  reader_class->get_progress = hf_xlsx_reader_get_progress;
  reader_class->close = hf_xlsx_reader_close;
  G_OBJECT_CLASS (klass)->finalize = hf_xlsx_reader_finalize;
}

static void
hf_xlsx_reader_init (HfXlsxReader *self)
{
}

static gboolean
open_sheet (HfXlsxReader *self, const char *wanted, GError **error)
{
  self->workbook = hf_xlsx_workbook_read (self->package, error);
  if (self->workbook == NULL
      || !hf_xlsx_workbook_find_sheet (self->workbook, wanted, &self->sheet_index, error))
    return FALSE;
  self->styles = hf_xlsx_styles_read (self->package, self->workbook->styles, error);
  if (self->styles == NULL)
    return FALSE;
  self->strings = hf_xlsx_strings_read (self->package, self->workbook->strings, error);
  if (self->strings == NULL)
    return FALSE;
  self->sheet = hf_xlsx_sheet_open (
      self->package, self->workbook->parts->pdata[self->sheet_index], self->strings,
      self->styles, self->workbook->is_1904, error);
  return self->sheet != NULL;
}

/**
 * hf_xlsx_reader_open:
 * @path: an .xlsx workbook
 * @options: (nullable): which sheet
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Opens a worksheet: numbers come as they were typed, dates as ISO 8601 by their cell's format,
 * formulas as their stored results, errors as empty cells.
 *
 * Returns: (transfer full) (nullable): a reader
 */
HfRowReader *
hf_xlsx_reader_open (const char *path, const HfReadOptions *options, GError **error)
{
  g_autoptr (HfXlsxReader) self = g_object_new (HF_TYPE_XLSX_READER, NULL);
  self->package = hf_xlsx_package_open (path, error);
  if (self->package == NULL
      || !open_sheet (self, options != NULL ? options->sheet : NULL, error))
    return NULL;
  return HF_ROW_READER (g_steal_pointer (&self));
}

/**
 * hf_xlsx_reader_get_sheets:
 * @self: a reader
 *
 * Lists the worksheets of the workbook, hidden ones among them.
 *
 * Returns: (array zero-terminated=1): their names, in order
 */
const char *const *
hf_xlsx_reader_get_sheets (HfXlsxReader *self)
{
  return (const char *const *) self->workbook->names->pdata;
}

/**
 * hf_xlsx_reader_get_sheet:
 * @self: a reader
 *
 * Tells which worksheet is read.
 *
 * Returns: its name
 */
const char *
hf_xlsx_reader_get_sheet (HfXlsxReader *self)
{
  return self->workbook->names->pdata[self->sheet_index];
}

/**
 * hf_xlsx_reader_is_1904:
 * @self: a reader
 *
 * Tells from when the workbook counts its days.
 *
 * Returns: %TRUE for 1904, %FALSE for 1900
 */
gboolean
hf_xlsx_reader_is_1904 (HfXlsxReader *self)
{
  return self->workbook->is_1904;
}
