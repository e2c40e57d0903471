#include "config.h"

#include "hf-table.h"

#include "hf-amount.h"
#include "hf-measure.h"

#define FILTER_ARROW 4
#define INDENT 3
#define MIN_WIDTH 6
#define CURRENCY_WIDTH 4
#define DATE_WIDTH 12
#define MOMENT_WIDTH 18
#define PERCENT_WIDTH 9

typedef struct
{
  char *heading;
  HfCellKind kind;
  guint width; /* of the widest cell or heading so far, in digits */
} HfColumn;

struct _HfTable
{
  GArray *columns; /* (element-type HfColumn) */
  GPtrArray *rows; /* (element-type HfRow) */
  guint max_width; /* of a column, in digits */
};

static void
clear_column (gpointer data)
{
  g_free (((HfColumn *) data)->heading);
}

/**
 * hf_table_new:
 *
 * Makes a table without columns.
 *
 * Returns: (transfer full): the table
 */
HfTable *
hf_table_new (void)
{
  HfTable *self = g_new0 (HfTable, 1);
  self->max_width = HF_TABLE_MAX_WIDTH;
  self->columns = g_array_new (FALSE, TRUE, sizeof (HfColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_row_free);
  return self;
}

/**
 * hf_table_free:
 * @self: (transfer full): a table
 *
 * Frees it with its rows.
 */
void
hf_table_free (HfTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * hf_table_set_max_width:
 * @self: a table
 * @digits: at most %HF_TABLE_MAX_WIDTH
 *
 * Keeps the columns narrow, of a table that shares its page with one of many columns: longer
 * texts are broken.
 */
void
hf_table_set_max_width (HfTable *self, guint digits)
{
  self->max_width = digits;
}

/**
 * hf_table_take_column:
 * @self: a table
 * @heading: (transfer full): one or two lines
 * @kind: what its cells hold
 *
 * Adds a column at the right; wide enough for its heading with the filter's arrow.
 */
void
hf_table_take_column (HfTable *self, char *heading, HfCellKind kind)
{
  HfColumn column = { heading, kind, MIN_WIDTH };
  column.width = MAX (MIN_WIDTH, hf_measure_width (heading) + FILTER_ARROW);
  g_array_append_val (self->columns, column);
}

/**
 * hf_table_add_column:
 * @self: a table
 * @heading: one or two lines
 * @kind: what its cells hold
 *
 * Adds a column at the right.
 */
void
hf_table_add_column (HfTable *self, const char *heading, HfCellKind kind)
{
  hf_table_take_column (self, g_strdup (heading), kind);
}

/**
 * hf_table_n_columns:
 * @self: a table
 *
 * Counts its columns.
 *
 * Returns: how many
 */
guint
hf_table_n_columns (const HfTable *self)
{
  return self->columns->len;
}

/**
 * hf_table_get_heading:
 * @self: a table
 * @column: 0 for the first
 *
 * Gives a column's heading.
 *
 * Returns: (transfer none): the heading
 */
const char *
hf_table_get_heading (const HfTable *self, guint column)
{
  return g_array_index (self->columns, HfColumn, column).heading;
}

/**
 * hf_table_get_kind:
 * @self: a table
 * @column: 0 for the first
 *
 * Tells what a column holds.
 *
 * Returns: the kind
 */
HfCellKind
hf_table_get_kind (const HfTable *self, guint column)
{
  return g_array_index (self->columns, HfColumn, column).kind;
}

/**
 * hf_table_add_row:
 * @self: a table
 *
 * Adds a row at the bottom.
 *
 * Returns: (transfer none): the row, still without cells
 */
HfRow *
hf_table_add_row (HfTable *self)
{
  HfRow *row = hf_row_new ();
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * hf_table_n_rows:
 * @self: a table
 *
 * Counts its rows.
 *
 * Returns: how many
 */
guint
hf_table_n_rows (const HfTable *self)
{
  return self->rows->len;
}

/**
 * hf_table_get_row:
 * @self: a table
 * @row: 0 for the first
 *
 * Gives a row.
 *
 * Returns: (transfer none): the row
 */
const HfRow *
hf_table_get_row (const HfTable *self, guint row)
{
  return g_ptr_array_index (self->rows, row);
}

/* Digits, thousands separators and, where there are any, two decimals. */
static guint
number_width (double value, gboolean decimals)
{
  guint digits = 1;
  for (double rest = value < 0 ? -value : value; rest >= 10; rest /= 10)
    digits++;
  return digits + (digits - 1) / 3 + (value < 0) + (decimals ? 3 : 0) + INDENT;
}

static guint
cell_width (const HfCell *cell)
{
  switch (cell->kind)
    {
    case HF_CELL_TEXT:
    case HF_CELL_CODE:
      return hf_measure_width (cell->text) + INDENT;
    case HF_CELL_INTEGER:
      return number_width (cell->whole, FALSE);
    case HF_CELL_NUMBER:
      return number_width (cell->real, TRUE);
    case HF_CELL_AMOUNT:
      return number_width (hf_amount_to_double (cell->whole), TRUE);
    case HF_CELL_MONEY:
      return number_width (cell->real, TRUE) + CURRENCY_WIDTH;
    case HF_CELL_DATE:
      return DATE_WIDTH;
    case HF_CELL_MOMENT:
      return MOMENT_WIDTH;
    case HF_CELL_PERCENT:
      return PERCENT_WIDTH;
    case HF_CELL_EMPTY:
    default:
      return 0;
    }
}

/**
 * hf_table_measure:
 * @self: a table
 * @row: a row, which need not belong to it
 *
 * Widens the columns until the row's cells fit.
 */
void
hf_table_measure (HfTable *self, const HfRow *row)
{
  guint count = MIN (hf_row_count (row), self->columns->len);
  for (guint i = 0; i < count; i++)
    {
      HfColumn *column = &g_array_index (self->columns, HfColumn, i);
      column->width = MAX (column->width, cell_width (hf_row_get (row, i)));
    }
}

/**
 * hf_table_get_width:
 * @self: a table
 * @column: 0 for the first
 *
 * Tells how wide a column should be, by its heading and what was measured.
 *
 * Returns: digits, at most what hf_table_set_max_width() allows
 */
guint
hf_table_get_width (const HfTable *self, guint column)
{
  return MIN (g_array_index (self->columns, HfColumn, column).width, self->max_width);
}

/**
 * hf_table_heading_lines:
 * @self: a table
 *
 * Tells how many lines the tallest heading has.
 *
 * Returns: at least 1
 */
guint
hf_table_heading_lines (const HfTable *self)
{
  guint lines = 1;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const HfColumn *column = &g_array_index (self->columns, HfColumn, i);
      lines = MAX (lines, hf_measure_lines (column->heading, self->max_width));
    }
  return lines;
}
