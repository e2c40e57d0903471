#include "config.h"

#include "hf-row-reader.h"

#include "hf-rejects.h"

typedef struct
{
  guint first_row;
  gboolean ended;
  GError *failure;
} HfRowReaderPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HfRowReader, hf_row_reader, G_TYPE_OBJECT)

G_DEFINE_QUARK (hf_read_error, hf_read_error)

static void
hf_row_reader_finalize (GObject *object)
{
  HfRowReaderPrivate *priv = hf_row_reader_get_instance_private (HF_ROW_READER (object));
  g_clear_error (&priv->failure);
  G_OBJECT_CLASS (hf_row_reader_parent_class)->finalize (object);
}

static void
hf_row_reader_class_init (HfRowReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_row_reader_finalize;
}

static void
hf_row_reader_init (HfRowReader *self)
{
}

/* Rejected rows that were saved have their headings first, wherever those of their origin are.
 */
static gboolean
begins_rejects (const HfRow *row)
{
  return row->number == 1 && row->n_cells > 0
         && g_str_has_prefix (row->cells[0], HF_REJECTS_MARK);
}

/**
 * hf_row_reader_next:
 * @self: a reader
 * @row: (out caller-allocates): the row, good until the next call
 * @error: (nullable): %HF_READ_ERROR, with a message for the user that names the row
 *
 * Reads the next row.
 *
 * Returns: %FALSE with @error set where the file is bad, %FALSE without where it has ended
 */
gboolean
hf_row_reader_next (HfRowReader *self, HfRow *row, GError **error)
{
  HfRowReaderPrivate *priv = hf_row_reader_get_instance_private (self);
  while (!priv->ended && HF_ROW_READER_GET_CLASS (self)->next (self, row, &priv->failure))
    {
      if (begins_rejects (row))
        priv->first_row = 1;
      if (row->number >= priv->first_row)
        return TRUE;
    }
  priv->ended = TRUE;
  if (priv->failure != NULL)
    g_propagate_error (error, g_error_copy (priv->failure));
  return FALSE;
}

/**
 * hf_row_reader_get_progress:
 * @self: a reader
 *
 * Tells how much of the file has been read.
 *
 * Returns: from 0 to 1
 */
double
hf_row_reader_get_progress (HfRowReader *self)
{
  return HF_ROW_READER_GET_CLASS (self)->get_progress (self);
}

/**
 * hf_row_reader_close:
 * @self: a reader
 *
 * Closes the file before the reader itself is let go; no rows come after it.
 */
void
hf_row_reader_close (HfRowReader *self)
{
  HfRowReaderPrivate *priv = hf_row_reader_get_instance_private (self);
  priv->ended = TRUE;
  HF_ROW_READER_GET_CLASS (self)->close (self);
}

/**
 * hf_row_reader_set_first_row:
 * @self: a reader from which nothing was read yet
 * @number: a row's number in the file, from 1
 *
 * Makes reading begin at a row; those before it are passed over.
 */
void
hf_row_reader_set_first_row (HfRowReader *self, guint number)
{
  HfRowReaderPrivate *priv = hf_row_reader_get_instance_private (self);
  priv->first_row = number;
}
