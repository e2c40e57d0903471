#include "config.h"

#include "hf-column-values.h"

#include "hf-headings.h"
#include "hf-text.h"

struct _HfColumnValues
{
  GStrv headings;
  GPtrArray *columns; /* (element-type GPtrArray): the values of each */
};

/**
 * hf_column_values_new:
 * @headings: (array zero-terminated=1): what the columns are called
 *
 * Begins to note values.
 *
 * Returns: (transfer full): no values
 */
HfColumnValues *
hf_column_values_new (const char *const *headings)
{
  HfColumnValues *self = g_new0 (HfColumnValues, 1);
  self->headings = g_strdupv ((GStrv) headings);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; headings[i] != NULL; i++)
    g_ptr_array_add (self->columns, g_ptr_array_new_with_free_func (g_free));
  return self;
}

/**
 * hf_column_values_read:
 * @path: a spreadsheet
 * @options: how to read it
 *
 * Reads the beginning of a spreadsheet.
 *
 * Returns: (transfer full) (nullable): what stands there; %NULL where there are no headings, or
 *   nothing can be read
 */
HfColumnValues *
hf_column_values_read (const char *path, const HfReadOptions *options)
{
  HfRow row;
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, options, NULL);
  if (reader == NULL)
    return NULL;
  g_autoptr (HfRowAhead) rows = hf_row_ahead_new (reader);
  g_autoptr (HfHeadings) headings = hf_headings_read (rows, NULL);
  if (headings == NULL)
    return NULL;
  HfColumnValues *self = hf_column_values_new (hf_headings_list (headings));
  /* What cannot be read further down is told by who reads on. */
  for (guint i = 1; i < HF_COLUMN_VALUES_ROWS && hf_row_ahead_next (rows, &row, NULL); i++)
    hf_column_values_note (self, &row);
  return self;
}

/**
 * hf_column_values_free:
 * @self: (transfer full): the values
 *
 * Lets them go.
 */
void
hf_column_values_free (HfColumnValues *self)
{
  g_ptr_array_unref (self->columns);
  g_strfreev (self->headings);
  g_free (self);
}

static void
note_value (GPtrArray *values, const char *text)
{
  /* One more than are asked for tells that there are too many. */
  if (values->len > HF_COLUMN_VALUES_MOST || hf_text_is_blank (text))
    return;
  g_autofree char *value = hf_text_trim (text);
  if (!g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
    g_ptr_array_add (values, g_steal_pointer (&value));
}

/**
 * hf_column_values_note:
 * @self: the values
 * @row: a row below the headings
 *
 * Notes what stands in a row.
 */
void
hf_column_values_note (HfColumnValues *self, const HfRow *row)
{
  for (guint i = 0; i < MIN (row->n_cells, self->columns->len); i++)
    note_value (g_ptr_array_index (self->columns, i), row->cells[i]);
}

/**
 * hf_column_values_list_headings:
 * @self: the values
 *
 * Gives the headings.
 *
 * Returns: (array zero-terminated=1): what the columns are called
 */
const char *const *
hf_column_values_list_headings (const HfColumnValues *self)
{
  return (const char *const *) self->headings;
}

/**
 * hf_column_values_get:
 * @self: the values
 * @heading: (nullable): one of the headings
 *
 * Lists the different values under a heading, as far as the table was looked at.
 *
 * Returns: (nullable) (element-type utf8): each once, in the order in which they come; where
 *   there are more than %HF_COLUMN_VALUES_MOST, one more than these
 */
const GPtrArray *
hf_column_values_get (const HfColumnValues *self, const char *heading)
{
  for (guint i = 0; heading != NULL && self->headings[i] != NULL; i++)
    if (g_str_equal (self->headings[i], heading))
      return g_ptr_array_index (self->columns, i);
  return NULL;
}
