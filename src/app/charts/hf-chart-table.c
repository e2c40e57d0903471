#include "config.h"

#include "hf-chart-table.h"

/**
 * hf_chart_table_new:
 * @headings: what the columns hold
 *
 * Makes a table without rows.
 *
 * Returns: (transfer full): the table
 */
HfChartTable *
hf_chart_table_new (const char *const *headings)
{
  HfChartTable *self = g_new0 (HfChartTable, 1);
  self->headings = g_strdupv ((GStrv) headings);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

/**
 * hf_chart_table_add_row:
 * @self: a table
 * @cells: (transfer full): one for each heading
 *
 * Adds a row at the end.
 */
void
hf_chart_table_add_row (HfChartTable *self, GStrv cells)
{
  g_return_if_fail (g_strv_length (cells) == g_strv_length (self->headings));
  g_ptr_array_add (self->rows, cells);
}

static void
append_line (GString *text, GStrv cells)
{
  g_autofree char *line = g_strjoinv ("\t", cells);
  g_string_append (text, line);
  g_string_append_c (text, '\n');
}

/**
 * hf_chart_table_to_text:
 * @self: a table
 *
 * Writes it as a spreadsheet takes it from the clipboard: a line for a row, tabs between cells.
 *
 * Returns: (transfer full): the text
 */
char *
hf_chart_table_to_text (const HfChartTable *self)
{
  GString *text = g_string_new (NULL);
  append_line (text, self->headings);
  for (guint i = 0; i < self->rows->len; i++)
    append_line (text, g_ptr_array_index (self->rows, i));
  return g_string_free (text, FALSE);
}

/**
 * hf_chart_table_free:
 * @self: (transfer full): a table
 *
 * Frees it.
 */
void
hf_chart_table_free (HfChartTable *self)
{
  g_strfreev (self->headings);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
