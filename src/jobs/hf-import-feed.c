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
  HfImport *import;                       /* used by the thread alone while it runs */
  const HfImportPreparation *preparation; /* may be NULL */
  GThread *thread;
  GAsyncQueue *batches; /* (element-type Batch) */
  /* (element-type Batch): one for each batch that may be read ahead, with rows that were stored
   * and are to be freed. */
  GAsyncQueue *used;
  gint stopped;
  Batch *batch;   /* NULL before the first one */
  gboolean ended; /* the last one was handed over */
};

static void
batch_clear (HfImportFeed *self, Batch *batch)
{
  HfImportBatch *rows = &batch->rows;
  for (guint i = 0; i < rows->n_rows; i++)
    {
      if (rows->prepared[i] != NULL)
        self->preparation->free (rows->prepared[i]);
      hf_import_row_clear (&rows->rows[i]);
    }
  g_clear_error (&batch->error);
}

static void
batch_free (HfImportFeed *self, Batch *batch)
{
  batch_clear (self, batch);
  g_free (batch);
}

static gpointer
prepare (HfImportFeed *self, const HfImportRow *row)
{
  return self->preparation != NULL && row->record != NULL
             ? self->preparation->make (row->record)
             : NULL;
}

static void
read_batch (HfImportFeed *self, Batch *batch)
{
  HfImportBatch *rows = &batch->rows;
  batch_clear (self, batch);
  for (rows->n_rows = 0; rows->n_rows < HF_IMPORT_BATCH_SIZE && !batch->is_last;)
    if (hf_import_next (self->import, &rows->rows[rows->n_rows], &batch->error))
      {
        rows->prepared[rows->n_rows] = prepare (self, &rows->rows[rows->n_rows]);
        rows->n_rows++;
      }
    else
      batch->is_last = TRUE;
  rows->progress = hf_import_get_progress (self->import);
}

static gpointer
read_ahead (gpointer data)
{
  HfImportFeed *self = data;
  gboolean is_last = FALSE;
  while (!is_last)
    {
      Batch *batch = g_async_queue_pop (self->used);
      if (!g_atomic_int_get (&self->stopped))
        read_batch (self, batch);
      is_last = batch->is_last || g_atomic_int_get (&self->stopped);
      g_async_queue_push (self->batches, batch);
    }
  return NULL;
}

/**
 * hf_import_feed_new:
 * @import: an import, which nobody else uses from now on
 * @preparation: (nullable): what is worked out of each record
 *
 * Begins to read.
 *
 * Returns: (transfer full): a feed
 */
HfImportFeed *
hf_import_feed_new (HfImport *import, const HfImportPreparation *preparation)
{
  HfImportFeed *self = g_new0 (HfImportFeed, 1);
  self->import = g_object_ref (import);
  self->preparation = preparation;
  self->batches = g_async_queue_new ();
  self->used = g_async_queue_new ();
  for (guint i = 0; i < BATCHES_AHEAD; i++)
    g_async_queue_push (self->used, g_new0 (Batch, 1));
  self->thread = g_thread_new ("import", read_ahead, self);
  return self;
}

static void
take_batch (HfImportFeed *self)
{
  if (self->batch != NULL)
    g_async_queue_push (self->used, self->batch);
  self->batch = g_async_queue_pop (self->batches);
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
  Batch *batch;
  g_atomic_int_set (&self->stopped, TRUE);
  g_async_queue_push (self->used, self->batch != NULL ? self->batch : g_new0 (Batch, 1));
  g_thread_join (self->thread);
  while ((batch = g_async_queue_try_pop (self->used)) != NULL
         || (batch = g_async_queue_try_pop (self->batches)) != NULL)
    batch_free (self, batch);
  g_async_queue_unref (self->batches);
  g_async_queue_unref (self->used);
  g_object_unref (self->import);
  g_free (self);
}
