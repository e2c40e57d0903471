#include "config.h"

#include "test-xlsx.h"

#include <minizip/unzip.h>
#include <stdlib.h>
#include <string.h>

struct _TestXlsx
{
  unzFile file;
  GPtrArray *names;   /* of the sheets */
  GPtrArray *strings; /* shared strings */
  GPtrArray *formats; /* number formats of cell styles */
  GPtrArray *fonts;   /* fonts of cell styles */
  GPtrArray
      *sheets; /* (element-type GHashTable): place to TestXlsxCell; NULL before it is read */
};

/* What a parser is collecting. */
typedef struct
{
  TestXlsx *book;
  GHashTable *cells;
  TestXlsxCell *cell;
  GString *text;
  gboolean collecting;
  gboolean shared;
  guint style;
  GHashTable *codes;     /* number formats by their ids */
  GPtrArray *font_names; /* in their order */
  gboolean in_styles;
} Reading;

static void
free_cell (gpointer data)
{
  TestXlsxCell *cell = data;
  g_free (cell->text);
  g_free (cell->value);
  g_free (cell->formula);
  g_free (cell->link);
  g_free (cell->number_format);
  g_free (cell->font);
  g_free (cell);
}

static const char *
attribute (const char **names, const char **values, const char *wanted)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], wanted) == 0)
      return values[i];
  return NULL;
}

static void
collect (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  Reading *reading = data;
  if (reading->collecting)
    g_string_append_len (reading->text, text, length);
}

static void
parse (TestXlsx *self, const char *part, const GMarkupParser *parser, Reading *reading)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = test_xlsx_dup_part (self, part);
  if (xml == NULL)
    return;
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (parser, 0, reading,
                                                                        NULL);
  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
start_book (GMarkupParseContext *context, const char *element, const char **names,
            const char **values, gpointer data, GError **error)
{
  Reading *reading = data;
  if (strcmp (element, "sheet") == 0)
    g_ptr_array_add (reading->book->names, g_strdup (attribute (names, values, "name")));
}

static void
start_strings (GMarkupParseContext *context, const char *element, const char **names,
               const char **values, gpointer data, GError **error)
{
  Reading *reading = data;
  if (strcmp (element, "si") == 0)
    g_string_truncate (reading->text, 0);
  reading->collecting = strcmp (element, "t") == 0;
}

static void
end_strings (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *reading = data;
  reading->collecting = FALSE;
  if (strcmp (element, "si") == 0)
    g_ptr_array_add (reading->book->strings, g_strdup (reading->text->str));
}

static void
start_styles (GMarkupParseContext *context, const char *element, const char **names,
              const char **values, gpointer data, GError **error)
{
  Reading *reading = data;
  if (strcmp (element, "numFmt") == 0)
    g_hash_table_insert (reading->codes, g_strdup (attribute (names, values, "numFmtId")),
                         g_strdup (attribute (names, values, "formatCode")));
  else if (strcmp (element, "name") == 0)
    g_ptr_array_add (reading->font_names, g_strdup (attribute (names, values, "val")));
  else if (strcmp (element, "cellXfs") == 0)
    reading->in_styles = TRUE;
  else if (strcmp (element, "xf") == 0 && reading->in_styles)
    {
      const char *id = attribute (names, values, "numFmtId");
      const char *code = g_hash_table_lookup (reading->codes, id);
      guint font = atoi (attribute (names, values, "fontId"));
      g_ptr_array_add (reading->book->formats, g_strdup (code != NULL ? code : id));
      g_ptr_array_add (reading->book->fonts,
                       g_strdup (g_ptr_array_index (reading->font_names, font)));
    }
}

static void
end_styles (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *reading = data;
  if (strcmp (element, "cellXfs") == 0)
    reading->in_styles = FALSE;
}

static void
start_cell (Reading *reading, const char **names, const char **values)
{
  const char *style = attribute (names, values, "s");
  const char *type = attribute (names, values, "t");
  TestXlsxCell *cell = g_new0 (TestXlsxCell, 1);
  guint index = style != NULL ? atoi (style) : 0;
  cell->number_format = g_strdup (g_ptr_array_index (reading->book->formats, index));
  cell->font = g_strdup (g_ptr_array_index (reading->book->fonts, index));
  g_hash_table_insert (reading->cells, g_strdup (attribute (names, values, "r")), cell);
  reading->cell = cell;
  reading->shared = g_strcmp0 (type, "s") == 0;
}

static void
start_sheet (GMarkupParseContext *context, const char *element, const char **names,
             const char **values, gpointer data, GError **error)
{
  Reading *reading = data;
  if (strcmp (element, "c") == 0)
    start_cell (reading, names, values);
  else if (strcmp (element, "hyperlink") == 0)
    {
      TestXlsxCell *cell = g_hash_table_lookup (reading->cells,
                                                attribute (names, values, "ref"));
      cell->link = g_strdup (attribute (names, values, "location"));
    }
  g_string_truncate (reading->text, 0);
  reading->collecting = strcmp (element, "v") == 0 || strcmp (element, "t") == 0
                        || strcmp (element, "f") == 0;
}

static void
end_sheet (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *reading = data;
  reading->collecting = FALSE;
  if (strcmp (element, "f") == 0)
    reading->cell->formula = g_strdup (reading->text->str);
  else if (strcmp (element, "t") == 0)
    reading->cell->text = g_strdup (reading->text->str);
  else if (strcmp (element, "v") == 0 && reading->shared)
    reading->cell->text = g_strdup (
        g_ptr_array_index (reading->book->strings, atoi (reading->text->str)));
  else if (strcmp (element, "v") == 0)
    reading->cell->value = g_strdup (reading->text->str);
}

static void
read_styles (TestXlsx *self, Reading *reading)
{
  static const GMarkupParser parser = { start_styles, end_styles };
  reading->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading->font_names = g_ptr_array_new_with_free_func (g_free);
  parse (self, "xl/styles.xml", &parser, reading);
  g_clear_pointer (&reading->codes, g_hash_table_unref);
  g_clear_pointer (&reading->font_names, g_ptr_array_unref);
}

static void
free_cells (gpointer data)
{
  if (data != NULL)
    g_hash_table_unref (data);
}

/**
 * test_xlsx_open:
 * @path: a workbook
 *
 * Opens a workbook; a file that is none ends the test.
 *
 * Returns: (transfer full): the workbook
 */
TestXlsx *
test_xlsx_open (const char *path)
{
  static const GMarkupParser book_parser = { start_book };
  static const GMarkupParser string_parser = { start_strings, end_strings, collect };
  TestXlsx *self = g_new0 (TestXlsx, 1);
  self->file = unzOpen64 (path);
  g_assert_nonnull (self->file);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->formats = g_ptr_array_new_with_free_func (g_free);
  self->fonts = g_ptr_array_new_with_free_func (g_free);
  self->sheets = g_ptr_array_new_with_free_func (free_cells);

  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { .book = self, .text = text };
  parse (self, "xl/workbook.xml", &book_parser, &reading);
  parse (self, "xl/sharedStrings.xml", &string_parser, &reading);
  read_styles (self, &reading);
  g_ptr_array_set_size (self->sheets, self->names->len);
  return self;
}

/**
 * test_xlsx_free:
 * @self: (transfer full): a workbook
 *
 * Closes it.
 */
void
test_xlsx_free (TestXlsx *self)
{
  unzClose (self->file);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->strings);
  g_ptr_array_unref (self->formats);
  g_ptr_array_unref (self->fonts);
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

/**
 * test_xlsx_dup_part:
 * @self: a workbook
 * @name: such as "xl/workbook.xml"
 *
 * Reads a part of the package.
 *
 * Returns: (transfer full) (nullable): its text; %NULL where there is no such part
 */
char *
test_xlsx_dup_part (TestXlsx *self, const char *name)
{
  if (unzLocateFile (self->file, name, 1) != UNZ_OK)
    return NULL;
  g_assert_cmpint (unzOpenCurrentFile (self->file), ==, UNZ_OK);
  GString *text = g_string_new (NULL);
  char piece[4096];
  int length;
  while ((length = unzReadCurrentFile (self->file, piece, sizeof piece)) > 0)
    g_string_append_len (text, piece, length);
  g_assert_cmpint (unzCloseCurrentFile (self->file), ==, UNZ_OK);
  return g_string_free (text, FALSE);
}

/**
 * test_xlsx_n_sheets:
 * @self: a workbook
 *
 * Counts its sheets.
 *
 * Returns: how many
 */
guint
test_xlsx_n_sheets (TestXlsx *self)
{
  return self->names->len;
}

/**
 * test_xlsx_get_name:
 * @self: a workbook
 * @sheet: 0 for the first
 *
 * Tells what a sheet's tab says.
 *
 * Returns: the name
 */
const char *
test_xlsx_get_name (TestXlsx *self, guint sheet)
{
  return g_ptr_array_index (self->names, sheet);
}

/**
 * test_xlsx_dup_sheet:
 * @self: a workbook
 * @sheet: 0 for the first
 *
 * Reads the XML of a sheet.
 *
 * Returns: (transfer full): the text
 */
char *
test_xlsx_dup_sheet (TestXlsx *self, guint sheet)
{
  g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%u.xml", sheet + 1);
  return test_xlsx_dup_part (self, part);
}

static GHashTable *
get_cells (TestXlsx *self, guint sheet)
{
  static const GMarkupParser parser = { start_sheet, end_sheet, collect };
  GHashTable *cells = g_ptr_array_index (self->sheets, sheet);
  if (cells != NULL)
    return cells;
  cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_cell);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%u.xml", sheet + 1);
  Reading reading = { .book = self, .cells = cells, .text = text };
  parse (self, part, &parser, &reading);
  return self->sheets->pdata[sheet] = cells;
}

/**
 * test_xlsx_get_cell:
 * @self: a workbook
 * @sheet: 0 for the first
 * @place: such as "B3"
 *
 * Gives a cell.
 *
 * Returns: (transfer none) (nullable): the cell; %NULL where nothing was written
 */
const TestXlsxCell *
test_xlsx_get_cell (TestXlsx *self, guint sheet, const char *place)
{
  return g_hash_table_lookup (get_cells (self, sheet), place);
}

static int
row_of (const char *place)
{
  return atoi (place + strcspn (place, "0123456789"));
}

static int
compare_places (const char *a, const char *b)
{
  gsize a_letters = strcspn (a, "0123456789"), b_letters = strcspn (b, "0123456789");
  int letters = strncmp (a, b, MIN (a_letters, b_letters));
  if (a_letters != b_letters)
    return (int) a_letters - (int) b_letters;
  return letters != 0 ? letters : row_of (a) - row_of (b);
}

/**
 * test_xlsx_find:
 * @self: a workbook
 * @sheet: 0 for the first
 * @text: a text
 *
 * Finds the cell that holds a text, and no more than it: the topmost one of the leftmost column
 * in which there is one.
 *
 * Returns: (transfer full) (nullable): its place, such as "B3"
 */
char *
test_xlsx_find (TestXlsx *self, guint sheet, const char *text)
{
  GHashTableIter iter;
  gpointer place, cell;
  const char *first = NULL;
  g_hash_table_iter_init (&iter, get_cells (self, sheet));
  while (g_hash_table_iter_next (&iter, &place, &cell))
    if (g_strcmp0 (((TestXlsxCell *) cell)->text, text) == 0
        && (first == NULL || compare_places (place, first) < 0))
      first = place;
  return g_strdup (first);
}
