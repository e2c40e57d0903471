#include "config.h"

#include "hf-import-top.h"

#include "hf-import-entity.h"
#include "hf-import-profile.h"
#include "hf-text.h"
#include "hf-xlsx-reader.h"

/* A workbook with more is looked at no further. */
#define MOST_SHEETS 32

static void
line_free (gpointer data)
{
  HfImportLine *line = data;
  g_strfreev (line->cells);
  g_free (line);
}

static HfImportLine *
line_new (const HfRow *row)
{
  HfImportLine *line = g_new0 (HfImportLine, 1);
  line->number = row->number;
  line->cells = g_new0 (char *, row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++)
    line->cells[i] = g_strdup (row->cells[i]);
  return line;
}

/**
 * hf_import_top_read:
 * @path: a spreadsheet
 * @options: how to read it
 * @header_row: where the headings stand, 0 where that is not known
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Reads the first rows of a spreadsheet, those before the headings as well; where these are far
 * down, the rows about them.
 *
 * Returns: (transfer full) (nullable) (element-type HfImportLine): the rows
 */
GPtrArray *
hf_import_top_read (const char *path, const HfReadOptions *options, guint header_row,
                    GError **error)
{
  HfReadOptions all = *options;
  HfRow row;
  g_autoptr (GPtrArray) top = g_ptr_array_new_with_free_func (line_free);
  all.header_row = header_row > HF_IMPORT_TOP_ROWS / 2 ? header_row - 1 : 1;
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, &all, error);
  if (reader == NULL)
    return NULL;
  /* What cannot be read further down is told by who reads on. */
  while (top->len < HF_IMPORT_TOP_ROWS && hf_row_reader_next (reader, &row, NULL))
    g_ptr_array_add (top, line_new (&row));
  return g_steal_pointer (&top);
}

static GStrv
trim (const GStrv cells)
{
  guint length = g_strv_length (cells);
  GStrv headings = g_new0 (char *, length + 1);
  for (guint i = 0; i < length; i++)
    {
      char *heading = hf_text_trim (cells[i]);
      headings[i] = heading != NULL ? heading : g_strdup ("");
    }
  return headings;
}

/* How many fields have a heading, 0 where one that must be there has none. */
static guint
rate (const char *const *headings, const HfImportEntity *entity)
{
  gsize n_fields;
  guint found = 0;
  const HfField *fields = entity->list_fields (&n_fields);
  g_autoptr (HfImportProfile) guessed = hf_import_profile_new_guessed (fields, n_fields,
                                                                       headings);
  for (gsize i = 0; i < n_fields; i++)
    if (hf_import_profile_get_heading (guessed, fields[i].name) != NULL)
      found++;
    else if (fields[i].required)
      return 0;
  return found;
}

static guint
rate_line (const HfImportLine *line)
{
  guint n_entities, best = 0;
  const HfImportEntity *const *entities = hf_import_entity_list (&n_entities);
  g_auto (GStrv) headings = trim (line->cells);
  for (guint i = 0; i < n_entities; i++)
    best = MAX (best, rate ((const char *const *) headings, entities[i]));
  return best;
}

/**
 * hf_import_top_find_headings:
 * @top: (element-type HfImportLine): the first rows of a spreadsheet
 *
 * Looks for a row that has the headings of one of our records, such as one below a title.
 *
 * Returns: its number in the file, 0 where there is none
 */
guint
hf_import_top_find_headings (const GPtrArray *top)
{
  guint best = 0, number = 0;
  for (guint i = 0; i < top->len; i++)
    {
      const HfImportLine *line = top->pdata[i];
      guint found = rate_line (line);
      if (found <= best)
        continue;
      best = found;
      number = line->number;
    }
  return number;
}

/**
 * hf_import_top_find_headings_of:
 * @path: a spreadsheet
 * @options: how to read it
 *
 * Looks into a file for the row that has the headings of one of our records.
 *
 * Returns: its number in the file; 0 where there is none, or nothing can be read
 */
guint
hf_import_top_find_headings_of (const char *path, const HfReadOptions *options)
{
  g_autoptr (GPtrArray) top = hf_import_top_read (path, options, 0, NULL);
  return top != NULL ? hf_import_top_find_headings (top) : 0;
}

/**
 * hf_import_top_find_sheet:
 * @path: a spreadsheet
 * @options: how to read it
 * @header_row: (out): where the headings stand
 *
 * Looks for the first sheet of a workbook that has the headings of one of our records, such as
 * one behind a cover sheet.
 *
 * Returns: (transfer full) (nullable): its name, %NULL where no sheet has them or there are
 * none
 */
char *
hf_import_top_find_sheet (const char *path, const HfReadOptions *options, guint *header_row)
{
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, options, NULL);
  if (reader == NULL || !HF_IS_XLSX_READER (reader))
    return NULL;
  const char *const *sheets = hf_xlsx_reader_get_sheets (HF_XLSX_READER (reader));
  for (guint i = 0; i < MOST_SHEETS && sheets[i] != NULL; i++)
    {
      HfReadOptions other = *options;
      other.sheet = sheets[i];
      *header_row = hf_import_top_find_headings_of (path, &other);
      if (*header_row > 0)
        return g_strdup (sheets[i]);
    }
  return NULL;
}
