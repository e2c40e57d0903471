#include "config.h"

#include "hf-xlsx-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-xlsx-value.h"
#include "hf-xlsx-xml.h"

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT, /* inline, or a formula's result */
  CELL_BOOLEAN,
  CELL_DATE, /* ISO 8601 */
  CELL_ERROR,
} CellKind;

/* A cell that has something in it. Shared texts are not copied. */
typedef struct
{
  guint column;       /* from 0 */
  const char *shared; /* NULL: the text is in the arena, at */
  gsize offset;
} Cell;

typedef struct
{
  guint number;
  guint first, end; /* its cells' places */
  guint n_columns;  /* with those that are empty */
} Row;

struct _HfXlsxSheet
{
  HfXlsxXml *xml;
  const HfXlsxStrings *strings; /* borrowed */
  const HfXlsxStyles *styles;   /* borrowed */
  gboolean is_1904;
  gboolean at_end;

  gboolean in_data;
  gboolean in_row;
  gboolean in_cell;
  gboolean in_value;
  guint phonetic;
  Row row;      /* being read; its number is the last row's before the first */
  guint column; /* of the cell being read, from 1; the last one's between cells */
  CellKind kind;
  gboolean is_date;
  GString *value; /* of the cell being read */

  GString *arena;  /* texts of the cells below, a NUL after each */
  gsize row_start; /* where the texts of the row being read begin in it */
  GArray *cells;   /* (element-type Cell) */
  GArray *rows;    /* (element-type Row), finished, from next_row on not given out yet */
  guint next_row;
  GPtrArray *result; /* (element-type utf8), the row given out last */
};

static gboolean
refuse_place (guint64 row, guint column, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, row);
  if (column == 0)
    g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_BROKEN,
                 /* Translators: a row number. */
                 _ ("The worksheet is damaged: row %s is out of order, or beyond what a sheet "
                    "can have."),
                 number);
  else
    g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_BROKEN,
                 /* Translators: a row number, a column number. */
                 _ ("The worksheet is damaged: in row %s, column %u is out of order, or beyond "
                    "what a sheet can have."),
                 number, column);
  return FALSE;
}

static gboolean
start_row (HfXlsxSheet *self, const char *reference, GError **error)
{
  guint64 number = self->row.number + 1;
  if (reference != NULL)
    number = g_ascii_strtoull (reference, NULL, 10);
  if (number <= self->row.number || number > HF_XLSX_ROW_LIMIT)
    return refuse_place (number, 0, error);
  self->row = (Row){ .number = number, .first = self->cells->len };
  self->row_start = self->arena->len;
  self->column = 0;
  self->in_row = TRUE;
  return TRUE;
}

static void
end_row (HfXlsxSheet *self)
{
  self->row.end = self->cells->len;
  self->row.n_columns = self->column;
  g_array_append_val (self->rows, self->row);
  self->in_row = FALSE;
}

/* The column in a reference such as AB12, from 1; 0 where there is none. */
static guint
parse_column (const char *reference)
{
  guint column = 0;
  for (const char *at = reference; g_ascii_isupper (*at) && column <= HF_XLSX_COLUMN_LIMIT;
       at++)
    column = column * 26 + (*at - 'A' + 1);
  return column;
}

static CellKind
parse_kind (const char *type)
{
  static const struct
  {
    const char *type;
    CellKind kind;
  } kinds[] = { { "s", CELL_SHARED },  { "str", CELL_TEXT }, { "inlineStr", CELL_TEXT },
                { "b", CELL_BOOLEAN }, { "d", CELL_DATE },   { "e", CELL_ERROR } };
  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (type, kinds[i].type) == 0)
      return kinds[i].kind;
  return CELL_NUMBER;
}

static gboolean
start_cell (HfXlsxSheet *self, const char **attributes, const char **values, GError **error)
{
  const char *reference = hf_xlsx_xml_attribute (attributes, values, "r");
  const char *style = hf_xlsx_xml_attribute (attributes, values, "s");
  guint column = reference != NULL ? parse_column (reference) : self->column + 1;
  if (column <= self->column || column > HF_XLSX_COLUMN_LIMIT)
    return refuse_place (self->row.number, MAX (column, 1), error);
  self->column = column;
  self->kind = parse_kind (hf_xlsx_xml_attribute (attributes, values, "t"));
  self->is_date = style != NULL
                  && hf_xlsx_styles_is_date (self->styles, g_ascii_strtoull (style, NULL, 10));
  self->in_cell = TRUE;
  g_string_truncate (self->value, 0);
  return TRUE;
}

static gboolean
refuse_size (HfXlsxSheet *self, GError **error)
{
  g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_TOO_BIG,
               /* Translators: a row number, a column number. */
               _ ("Row %u, column %u: the cell is larger than 1 MiB."), self->row.number,
               self->column);
  return FALSE;
}

static gboolean
find_shared (HfXlsxSheet *self, const char **shared, GError **error)
{
  *shared = hf_xlsx_strings_get (self->strings, g_ascii_strtoull (self->value->str, NULL, 10));
  if (*shared == NULL)
    {
      g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_BROKEN,
                   /* Translators: a row number, a column number. */
                   _ ("The worksheet is damaged: the text of row %u, column %u is missing."),
                   self->row.number, self->column);
      return FALSE;
    }
  return strnlen (*shared, HF_XLSX_CELL_LIMIT + 1) <= HF_XLSX_CELL_LIMIT
         || refuse_size (self, error);
}

static void
append_value (HfXlsxSheet *self)
{
  const char *value = self->value->str;
  switch (self->kind)
    {
    case CELL_NUMBER:
      if (!self->is_date
          || !hf_xlsx_value_append_date (self->arena, g_ascii_strtod (value, NULL),
                                         self->is_1904))
        hf_xlsx_value_append_number (self->arena, value);
      break;
    case CELL_BOOLEAN:
      g_string_append (self->arena, *value == '1' ? "TRUE" : "FALSE");
      break;
    case CELL_DATE:
      hf_xlsx_value_append_iso_date (self->arena, value);
      break;
    case CELL_TEXT:
      {
        gsize from = self->arena->len;
        g_string_append_len (self->arena, value, self->value->len);
        hf_xlsx_value_unescape (self->arena, from);
        break;
      }
    case CELL_ERROR:
    case CELL_SHARED:
    default:
      break;
    }
}

static gboolean
end_cell (HfXlsxSheet *self, GError **error)
{
  self->in_cell = FALSE;
  if (self->value->len == 0 || self->kind == CELL_ERROR)
    return TRUE;
  Cell cell = { .column = self->column - 1, .offset = self->arena->len };
  if (self->kind == CELL_SHARED)
    {
      if (!find_shared (self, &cell.shared, error))
        return FALSE;
    }
  else
    {
      append_value (self);
      g_string_append_c (self->arena, '\0');
    }
  g_array_append_val (self->cells, cell);
  if (self->arena->len - self->row_start <= HF_XLSX_ROW_SIZE_LIMIT)
    return TRUE;
  g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_TOO_BIG,
               /* Translators: a row number. */
               _ ("Row %u is larger than 16 MiB."), self->row.number);
  return FALSE;
}

static gboolean
on_start (gpointer data, const char *name, const char **attributes, const char **values,
          GError **error)
{
  HfXlsxSheet *self = data;
  if (strcmp (name, "sheetData") == 0)
    self->in_data = TRUE;
  else if (self->in_data && !self->in_row && strcmp (name, "row") == 0)
    return start_row (self, hf_xlsx_xml_attribute (attributes, values, "r"), error);
  else if (self->in_row && !self->in_cell && strcmp (name, "c") == 0)
    return start_cell (self, attributes, values, error);
  else if (self->in_cell && strcmp (name, "rPh") == 0)
    self->phonetic++;
  self->in_value = self->in_cell && self->phonetic == 0
                   && (strcmp (name, "v") == 0 || strcmp (name, "t") == 0);
  return TRUE;
}

static gboolean
on_end (gpointer data, const char *name, GError **error)
{
  HfXlsxSheet *self = data;
  self->in_value = FALSE;
  if (strcmp (name, "sheetData") == 0)
    self->in_data = FALSE;
  else if (self->in_cell && strcmp (name, "rPh") == 0 && self->phonetic > 0)
    self->phonetic--;
  else if (self->in_cell && strcmp (name, "c") == 0)
    return end_cell (self, error);
  else if (self->in_row && !self->in_cell && strcmp (name, "row") == 0)
    end_row (self);
  return TRUE;
}

static gboolean
on_text (gpointer data, const char *text, gsize length, GError **error)
{
  HfXlsxSheet *self = data;
  if (!self->in_value)
    return TRUE;
  if (self->value->len + length > HF_XLSX_CELL_LIMIT)
    return refuse_size (self, error);
  g_string_append_len (self->value, text, length);
  return TRUE;
}

/* Forgets the rows that were given out and keeps the one that is half read. */
static void
drop_rows (HfXlsxSheet *self)
{
  guint kept = self->in_row ? self->row.first : self->cells->len;
  gsize start = self->in_row ? self->row_start : self->arena->len;
  g_array_remove_range (self->cells, 0, kept);
  g_string_erase (self->arena, 0, start);
  for (guint i = 0; i < self->cells->len; i++)
    g_array_index (self->cells, Cell, i).offset -= start;
  g_array_set_size (self->rows, 0);
  self->next_row = 0;
  self->row.first = 0;
  self->row_start = 0;
}

static gboolean
read_rows (HfXlsxSheet *self, GError **error)
{
  drop_rows (self);
  while (self->rows->len == 0 && !self->at_end)
    if (!hf_xlsx_xml_read_piece (self->xml, &self->at_end, error))
      return FALSE;
  return self->rows->len > 0;
}

/**
 * hf_xlsx_sheet_open:
 * @package: a package, which must live longer and not open another part meanwhile
 * @part: the name of a worksheet's part
 * @strings: the workbook's shared texts, which must live longer
 * @styles: the workbook's styles, which must live longer
 * @is_1904: whether days count from 1904
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Begins to read a worksheet.
 *
 * Returns: (transfer full) (nullable): the worksheet
 */
HfXlsxSheet *
hf_xlsx_sheet_open (HfXlsxPackage *package, const char *part, const HfXlsxStrings *strings,
                    const HfXlsxStyles *styles, gboolean is_1904, GError **error)
{
  static const HfXlsxListener listener = { on_start, on_end, on_text };
  HfXlsxSheet *self = g_new0 (HfXlsxSheet, 1);
  self->strings = strings;
  self->styles = styles;
  self->is_1904 = is_1904;
  self->value = g_string_new (NULL);
  self->arena = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->result = g_ptr_array_new ();
  self->xml = hf_xlsx_xml_open (package, part, &listener, self, error);
  if (self->xml == NULL)
    g_clear_pointer (&self, hf_xlsx_sheet_free);
  return self;
}

/**
 * hf_xlsx_sheet_next:
 * @self: a worksheet
 * @row: (out caller-allocates): the row, good until the next call
 * @error: (nullable): %HF_READ_ERROR, with a message for the user that names the row
 *
 * Reads the next row that the file has; rows that it leaves out are left out in the numbers.
 *
 * Returns: %FALSE with @error set where the sheet is bad, %FALSE without at its end
 */
gboolean
hf_xlsx_sheet_next (HfXlsxSheet *self, HfRow *row, GError **error)
{
  if (self->next_row >= self->rows->len && !read_rows (self, error))
    return FALSE;
  const Row *next = &g_array_index (self->rows, Row, self->next_row++);
  g_ptr_array_set_size (self->result, next->n_columns);
  for (guint i = 0; i < next->n_columns; i++)
    self->result->pdata[i] = (gpointer) "";
  for (guint i = next->first; i < next->end; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      self->result->pdata[cell->column] = cell->shared != NULL
                                              ? (gpointer) cell->shared
                                              : self->arena->str + cell->offset;
    }
  row->number = next->number;
  row->n_cells = next->n_columns;
  row->cells = (const char *const *) self->result->pdata;
  return TRUE;
}

/**
 * hf_xlsx_sheet_free:
 * @self: (transfer full): a worksheet
 *
 * Lets it go.
 */
void
hf_xlsx_sheet_free (HfXlsxSheet *self)
{
  g_clear_pointer (&self->xml, hf_xlsx_xml_free);
  g_string_free (self->value, TRUE);
  g_string_free (self->arena, TRUE);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->result);
  g_free (self);
}
