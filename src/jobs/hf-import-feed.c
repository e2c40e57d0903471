#include "config.h"

#include "hf-import-feed.h"

#define BATCHES_AHEAD 4

/* Rows that were read and wait to be stored. */
typedef struct
{
  HfImportBatch rows;
  gboolean is_last;
  GError *error; /* why it is the last, NULL at the end of the file */
} Batch;

struct _HfImportFeed
{
  HfImport *import; /* used by the thread alone while it runs */
  GThread *thread;
  GAsyncQueue *batches; /* (element-type Batch) */
  GAsyncQueue *permits; /* one for each batch that may be read ahead */
  gint stopped;
  Batch *batch;   /* NULL before the first one */
  gboolean ended; /* the last one was handed over */
};

static void
batch_free (Batch *batch)
{
  for (guint i = 0; i < batch->rows.n_rows; i++)
    hf_import_row_clear (&batch->rows.rows[i]);
  g_clear_error (&batch->error);
  g_free (batch);
}

static Batch *
read_batch (HfImport *import)
{
  Batch *batch = g_new0 (Batch, 1);
  HfImportBatch *rows = &batch->rows;
  while (rows->n_rows < HF_IMPORT_BATCH_SIZE && !batch->is_last)
    if (hf_import_next (import, &rows->rows[rows->n_rows], &batch->error))
      rows->n_rows++;
    else
      batch->is_last = TRUE;
  rows->progress = hf_import_get_progress (import);
  return batch;
}

static gpointer
read_ahead (gpointer data)
{
  HfImportFeed *self = data;
  gboolean is_last = FALSE;
  while (!is_last)
    {
      g_async_queue_pop (self->permits);
      if (g_atomic_int_get (&self->stopped))
        break;
      Batch *batch = read_batch (self->import);
      is_last = batch->is_last;
      g_async_queue_push (self->batches, batch);
    }
  return NULL;
}

static void
permit (HfImportFeed *self)
{
  g_async_queue_push (self->permits, GINT_TO_POINTER (1));
}

/**
 * hf_import_feed_new:
 * @import: an import, which nobody else uses from now on
 *
 * Begins to read.
 *
 * Returns: (transfer full): a feed
 */
HfImportFeed *
hf_import_feed_new (HfImport *import)
{
  HfImportFeed *self = g_new0 (HfImportFeed, 1);
  self->import = g_object_ref (import);
  self->batches = g_async_queue_new_full ((GDestroyNotify) batch_free);
  self->permits = g_async_queue_new ();
  for (guint i = 0; i < BATCHES_AHEAD; i++)
    permit (self);
  self->thread = g_thread_new ("import", read_ahead, self);
  return self;
}

static void
take_batch (HfImportFeed *self)
{
  g_clear_pointer (&self->batch, batch_free);
  self->batch = g_async_queue_pop (self->batches);
  permit (self);
}

/**
 * hf_import_feed_next:
 * @self: a feed
 * @error: (nullable): %HF_READ_ERROR, with a message for the user that names the row
 *
 * Gives the rows that follow, as hf_import_next() does; waits where none are read yet.
 *
 * Returns: (transfer none) (nullable): at least one row, valid until the next call; %NULL with
 * @error set where the file cannot be read on, %NULL without at its end
 */
const HfImportBatch *
hf_import_feed_next (HfImportFeed *self, GError **error)
{
  if (self->batch == NULL || !self->batch->is_last)
    take_batch (self);
  else
    self->ended = TRUE;
  if (!self->ended && self->batch->rows.n_rows > 0)
    return &self->batch->rows;
  if (self->batch->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->batch->error));
  return NULL;
}

/**
 * hf_import_feed_free:
 * @self: (transfer full): a feed
 *
 * Stops reading, and frees what was read and not handed over.
 */
void
hf_import_feed_free (HfImportFeed *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
  permit (self);
  g_thread_join (self->thread);
  g_clear_pointer (&self->batch, batch_free);
  g_async_queue_unref (self->batches);
  g_async_queue_unref (self->permits);
  g_object_unref (self->import);
  g_free (self);
}
