#include "config.h"

#include "hf-row-ahead.h"

struct _HfRowAhead
{
  HfRowReader *reader;
  GQueue rows;  /* (element-type HfRow), whose cells are ours */
  HfRow *given; /* the one that was given out last, NULL where it is the reader's */
};

static void
row_free (gpointer data)
{
  HfRow *row = data;
  g_strfreev ((GStrv) row->cells);
  g_free (row);
}

/**
 * hf_row_ahead_new:
 * @reader: a reader
 *
 * Begins to read ahead of somebody.
 *
 * Returns: (transfer full): the rows ahead
 */
HfRowAhead *
hf_row_ahead_new (HfRowReader *reader)
{
  HfRowAhead *self = g_new0 (HfRowAhead, 1);
  self->reader = g_object_ref (reader);
  g_queue_init (&self->rows);
  return self;
}

/**
 * hf_row_ahead_free:
 * @self: (transfer full): the rows ahead
 *
 * Lets them go.
 */
void
hf_row_ahead_free (HfRowAhead *self)
{
  g_clear_pointer (&self->given, row_free);
  g_queue_clear_full (&self->rows, row_free);
  g_object_unref (self->reader);
  g_free (self);
}

/**
 * hf_row_ahead_look:
 * @self: the rows ahead
 *
 * Reads one row more than was read and keeps it. What is wrong with the file is said when
 * hf_row_ahead_next() comes to it.
 *
 * Returns: (nullable): the row, %NULL where there is none
 */
const HfRow *
hf_row_ahead_look (HfRowAhead *self)
{
  HfRow row;
  if (!hf_row_reader_next (self->reader, &row, NULL))
    return NULL;
  GStrv cells = g_new0 (char *, row.n_cells + 1);
  for (guint i = 0; i < row.n_cells; i++)
    cells[i] = g_strdup (row.cells[i]);
  HfRow *kept = g_new (HfRow, 1);
  *kept = (HfRow){ row.number, row.n_cells, (const char *const *) cells };
  g_queue_push_tail (&self->rows, kept);
  return kept;
}

/**
 * hf_row_ahead_next:
 * @self: the rows ahead
 * @row: (out caller-allocates): the row, good until the next call
 * @error: (nullable): %HF_READ_ERROR, with a message for the user that names the row
 *
 * Gives the next row: one that was kept, else one of the reader's.
 *
 * Returns: %FALSE with @error set where the file is bad, %FALSE without where it has ended
 */
gboolean
hf_row_ahead_next (HfRowAhead *self, HfRow *row, GError **error)
{
  g_clear_pointer (&self->given, row_free);
  self->given = g_queue_pop_head (&self->rows);
  if (self->given == NULL)
    return hf_row_reader_next (self->reader, row, error);
  *row = *self->given;
  return TRUE;
}
