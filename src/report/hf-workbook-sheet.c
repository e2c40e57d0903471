#include "config.h"

#include "hf-workbook-private.h"

#include <glib/gi18n.h>

#include "hf-measure.h"
#include "hf-report.h"

#define LINE_HEIGHT 16.5
#define TITLE_HEIGHT 27
#define HEADING_HEIGHT 20
#define SPACE_HEIGHT 9
#define PADDING 4
#define ROW_PADDING 1.5
#define MARGIN 0.4
#define FOOTER_MARGIN 0.7

/* How wide the lines of a text on a page are, in digits. */
#define PAGE_WIDTH 110
/* Raw rows are still read on paper where so many digits share a page's width. */
#define ROWS_PAGE_WIDTH 220

/* After so many rows a column is wide enough. */
#define MEASURED_ROWS 1000

#define ROWS_STYLE 1

/**
 * hf_sheet_new:
 * @workbook: a workbook
 * @name: a name that is valid and free
 * @streaming: whether rows go to the disk as they are written
 *
 * Makes a worksheet.
 *
 * Returns: (transfer full): the sheet
 */
HfSheet *
hf_sheet_new (HfWorkbook *workbook, const char *name, gboolean streaming)
{
  HfSheet *self = g_new0 (HfSheet, 1);
  self->workbook = workbook;
  self->name = g_strdup (name);
  self->widths = g_array_new (FALSE, TRUE, sizeof (guint));
  /* The library takes this option from the workbook at the moment when a sheet is made. */
  workbook->handle->options.constant_memory = streaming;
  self->handle = workbook_add_worksheet (workbook->handle, name);
  workbook->handle->options.constant_memory = FALSE;
  self->index = workbook->sheets->len + 1;
  return self;
}

/**
 * hf_sheet_free:
 * @self: (transfer full): a sheet
 *
 * Frees what belongs to it; the worksheet belongs to the library.
 */
void
hf_sheet_free (HfSheet *self)
{
  g_array_unref (self->widths);
  g_free (self->name);
  g_free (self->table_name);
  g_free (self);
}

/**
 * hf_sheet_get_name:
 * @self: a sheet
 *
 * Tells what the tab of the sheet says.
 *
 * Returns: its name
 */
const char *
hf_sheet_get_name (const HfSheet *self)
{
  return self->name;
}

/**
 * hf_sheet_dup_place:
 * @self: a sheet
 * @row: 0 for the first
 * @column: 0 for the first
 *
 * Names a cell for links and formulas of other sheets.
 *
 * Returns: (transfer full): such as "'Customers'!$A$1"
 */
char *
hf_sheet_dup_place (const HfSheet *self, guint row, guint column)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH + 2];
  lxw_rowcol_to_cell_abs (cell, row, column, 1, 1);
  g_autoptr (GString) quoted = g_string_new (self->name);
  g_string_replace (quoted, "'", "''", 0);
  return g_strdup_printf ("'%s'!%s", quoted->str, cell);
}

/**
 * hf_sheet_print_setup:
 * @self: a sheet
 * @first_heading: the first row that repeats on each page
 * @last_heading: the last one
 *
 * Sets paper, margins, footer and what stays in sight.
 */
void
hf_sheet_print_setup (HfSheet *self, lxw_row_t first_heading, lxw_row_t last_heading)
{
  lxw_worksheet *sheet = self->handle;
  if (!self->upright)
    worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9);
  worksheet_fit_to_pages (sheet, 1, self->one_page ? 1 : 0);
  worksheet_set_margins (sheet, MARGIN, MARGIN, MARGIN, FOOTER_MARGIN);
  worksheet_set_footer (sheet, self->workbook->footer);
  worksheet_repeat_rows (sheet, first_heading, last_heading);
  worksheet_freeze_panes (sheet, last_heading + 1, 0);
}

static void
add_line (HfSheet *self, HfTextStyle style, const char *text)
{
  double height = style == HF_TEXT_TITLE     ? TITLE_HEIGHT
                  : style == HF_TEXT_HEADING ? HEADING_HEIGHT
                                             : LINE_HEIGHT;
  worksheet_set_row (self->handle, self->next, height, NULL);
  hf_workbook_write_text (self->handle, self->next, 0, text, self->workbook->texts[style]);
  self->next++;
}

/**
 * hf_sheet_add_text:
 * @self: a page
 * @style: its look
 * @text: one or more lines; long ones are broken
 *
 * Adds a text below what is there.
 */
void
hf_sheet_add_text (HfSheet *self, HfTextStyle style, const char *text)
{
  g_auto (GStrv) lines = hf_measure_wrap (text, PAGE_WIDTH);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (self, style, lines[i]);
}

/**
 * hf_sheet_set_one_page:
 * @self: a page
 * @upright: whether the paper stands upright
 *
 * Makes it fit on one sheet of paper.
 */
void
hf_sheet_set_one_page (HfSheet *self, gboolean upright)
{
  self->one_page = TRUE;
  self->upright = upright;
}

/**
 * hf_sheet_add_space:
 * @self: a page
 *
 * Leaves a little room.
 */
void
hf_sheet_add_space (HfSheet *self)
{
  worksheet_set_row (self->handle, self->next, SPACE_HEIGHT, NULL);
  self->next++;
}

/**
 * hf_sheet_get_next_row:
 * @self: a page
 *
 * Tells where the next text or table goes.
 *
 * Returns: a row, 0 for the first
 */
guint
hf_sheet_get_next_row (const HfSheet *self)
{
  return self->next;
}

static void
widen (HfSheet *self, const HfTable *table)
{
  guint count = hf_table_n_columns (table);
  if (self->widths->len < count)
    g_array_set_size (self->widths, count);
  for (guint i = 0; i < count; i++)
    {
      guint *width = &g_array_index (self->widths, guint, i);
      *width = MAX (*width, hf_table_get_width (table, i));
    }
}

static void
write_headings (HfSheet *self, const HfTable *table, lxw_format *const *formats)
{
  worksheet_set_row (self->handle, self->next,
                     hf_table_heading_lines (table) * LINE_HEIGHT + PADDING, NULL);
  for (guint i = 0; i < hf_table_n_columns (table); i++)
    hf_workbook_write_text (self->handle, self->next, i, hf_table_get_heading (table, i),
                            formats[hf_workbook_is_number (hf_table_get_kind (table, i))]);
  self->next++;
}

/* Excel would find the height of broken lines out by itself, others do not. */
static void
set_height (HfSheet *self, lxw_row_t at, const HfTable *table, const HfRow *row)
{
  guint lines = 1;
  guint count = MIN (hf_row_count (row), hf_table_n_columns (table));
  for (guint i = 0; i < count; i++)
    {
      const HfCell *cell = hf_row_get (row, i);
      if (cell->kind == HF_CELL_TEXT)
        lines = MAX (lines, hf_measure_lines (cell->text, hf_table_get_width (table, i)));
    }
  worksheet_set_row (self->handle, at, lines * LINE_HEIGHT + ROW_PADDING, NULL);
}

static void
put_row (HfSheet *self, const HfTable *table, const HfRow *row, HfLook look)
{
  if (look != HF_LOOK_ROW)
    set_height (self, self->next, table, row);
  for (guint i = 0; i < hf_row_count (row); i++)
    hf_workbook_write_cell (self->workbook, self->handle, self->next, i, hf_row_get (row, i),
                            look);
  self->next++;
}

/**
 * hf_sheet_add_table:
 * @self: a page
 * @table: a table with all its rows
 *
 * Adds a table below what is there.
 *
 * Returns: the row of the table's first row
 */
guint
hf_sheet_add_table (HfSheet *self, HfTable *table)
{
  for (guint i = 0; i < hf_table_n_rows (table); i++)
    hf_table_measure (table, hf_table_get_row (table, i));
  widen (self, table);

  self->heading = self->next;
  self->n_columns = hf_table_n_columns (table);
  self->n_tables++;
  write_headings (self, table, self->workbook->headings);
  guint first = self->next;
  for (guint i = 0; i < hf_table_n_rows (table); i++)
    put_row (self, table, hf_table_get_row (table, i), HF_LOOK_PLAIN);
  self->end = self->next;
  return first;
}

/* A table needs its headings as texts of its own; the library writes them only on sheets that
 * it keeps in memory, and they are in the file already. */
static void
make_table (HfSheet *self, lxw_row_t last_row)
{
  guint count = hf_table_n_columns (self->columns);
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, count);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, count + 1);
  for (guint i = 0; i < count; i++)
    {
      columns[i].header = (char *) hf_table_get_heading (self->columns, i);
      list[i] = &columns[i];
    }
  g_autofree char *name = self->part > 1
                              ? g_strdup_printf ("%s_%u", self->table_name, self->part)
                              : g_strdup (self->table_name);
  lxw_table_options options = { .name = name,
                                .columns = list,
                                .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                .style_type_number = ROWS_STYLE };
  self->handle->optimize = FALSE;
  worksheet_add_table (self->handle, 0, 0, last_row, count - 1, &options);
  self->handle->optimize = TRUE;
}

/* What is too wide for a page goes on over several, each beginning with the first column, which
 * says what the row is about; so it does on the screen. */
static void
print_across (HfSheet *self, guint width)
{
  guint n_pages = (width + ROWS_PAGE_WIDTH - 1) / ROWS_PAGE_WIDTH;
  if (n_pages < 2)
    return;
  worksheet_fit_to_pages (self->handle, MIN (n_pages, G_MAXUINT16), 0);
  worksheet_repeat_columns (self->handle, 0, 0);
  worksheet_freeze_panes (self->handle, 1, 1);
}

static void
end_part (HfSheet *self)
{
  guint count = hf_table_n_columns (self->columns);
  lxw_row_t last = MAX (self->next, 2) - 1;
  guint width = 0;
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  for (guint i = 0; i < count; i++)
    {
      guint column = hf_table_get_width (self->columns, i);
      worksheet_set_column (self->handle, i, i, column, NULL);
      width += column;
    }
  if (self->table_name != NULL)
    make_table (self, last);
  else
    worksheet_autofilter (self->handle, 0, 0, last, count - 1);
  lxw_rowcol_to_range (range, 0, 0, last, count - 1);
  worksheet_ignore_errors (self->handle, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
  hf_sheet_print_setup (self, 0, 0);
  print_across (self, width);
  self->columns = NULL;
}

/* The part of the rows that is being written: each part fills a worksheet of its own. */
static HfSheet *
last_part (HfSheet *self)
{
  while (self->more != NULL)
    self = self->more;
  return self;
}

static HfSheet *
begin_part (HfSheet *self)
{
  HfTable *columns = self->columns;
  end_part (self);
  self->more = hf_workbook_add_part (self->workbook, self, columns);
  return self->more;
}

/**
 * hf_sheet_begin_rows:
 * @self: a sheet of raw rows
 *
 * Writes the headings.
 */
void
hf_sheet_begin_rows (HfSheet *self)
{
  write_headings (self, self->columns, self->workbook->row_headings);
}

/**
 * hf_sheet_write_row:
 * @self: a sheet of raw rows
 * @row: a row
 * @error: (nullable): %HF_REPORT_ERROR_NO_SPACE
 *
 * Writes a row below those that are there; a sheet that is full is continued on another.
 *
 * Returns: %FALSE where the disk took no more
 */
gboolean
hf_sheet_write_row (HfSheet *self, const HfRow *row, GError **error)
{
  HfSheet *part = last_part (self);
  if (part->next >= self->workbook->max_rows)
    part = begin_part (part);
  if (part->next <= MEASURED_ROWS)
    hf_table_measure (part->columns, row);
  put_row (part, part->columns, row, part->look);
  if (part->handle->optimize_tmpfile == NULL || !ferror (part->handle->optimize_tmpfile))
    return TRUE;
  hf_workbook_set_error (self->workbook, error);
  return FALSE;
}

/**
 * hf_sheet_end_rows:
 * @self: a sheet of raw rows
 *
 * Makes an Excel table of the rows, where it has a name; nothing more can be written.
 */
void
hf_sheet_end_rows (HfSheet *self)
{
  end_part (last_part (self));
}

/**
 * hf_sheet_end_page:
 * @self: a page
 *
 * Sets what can be set only once everything is written.
 */
void
hf_sheet_end_page (HfSheet *self)
{
  for (guint i = 0; i < self->widths->len; i++)
    worksheet_set_column (self->handle, i, i, g_array_index (self->widths, guint, i), NULL);
  worksheet_gridlines (self->handle, LXW_HIDE_ALL_GRIDLINES);
  gboolean one = self->n_tables == 1;
  if (one && self->end > self->heading + 1)
    worksheet_autofilter (self->handle, self->heading, 0, self->end - 1, self->n_columns - 1);
  /* With several tables only the title stays: a heading must not stand over another table. */
  hf_sheet_print_setup (self, one ? self->heading : 0, one ? self->heading : 0);
}
