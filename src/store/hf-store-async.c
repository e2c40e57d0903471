#include "config.h"

#include "hf-store-private.h"

/* How long a work that could not begin waits before it looks again. */
#define RETRY_US (2 * G_USEC_PER_SEC)

/* How long a command line waits to learn what became of its commit. */
#define ASKING_US (60 * G_USEC_PER_SEC)

typedef struct
{
  HfStoreAccess access;
  HfStoreFunc func;
  gpointer input;
  GDestroyNotify free_input;
  GDestroyNotify free_result;
  gboolean counted; /* among those that wait */
  gboolean newest;  /* the answer is nobody's once something newer is asked */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;
  if (work->free_input != NULL)
    work->free_input (work->input);
  g_free (work);
}

static gboolean
is_offline (const GError *error)
{
  return g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE);
}

static gpointer
do_nothing (HfStoreSession *session, gpointer input, GError **error)
{
  return HF_STORE_DONE;
}

/* Whether it may look again: not where the store is being closed, or nobody waits any more. */
static gboolean
pause_for_retry (HfStore *self, GCancellable *cancellable)
{
  g_mutex_lock (&self->online_mutex);
  gint64 until = g_get_monotonic_time () + RETRY_US;
  while (!self->closing && !g_cancellable_is_cancelled (cancellable)
         && g_cond_wait_until (&self->online_cond, &self->online_mutex, until))
    ;
  gboolean closing = self->closing;
  g_mutex_unlock (&self->online_mutex);
  return !closing && !g_cancellable_is_cancelled (cancellable);
}

static gboolean
can_ask_again (const GError *error)
{
  return g_error_matches (error, HF_DB_ERROR, HF_DB_ERROR_CONNECTION)
         || g_error_matches (error, HF_DB_ERROR, HF_DB_ERROR_BUSY);
}

/**
 * hf_store_ask_commit:
 * @self: a store whose writer is this thread's, and was lost during a commit
 * @patient: whether to wait until the server is back, however long that takes
 * @committed: (out): whether it was committed
 *
 * Learns from the server what became of a commit.
 *
 * Returns: whether it is known now
 */
gboolean
hf_store_ask_commit (HfStore *self, gboolean patient, gboolean *committed)
{
  gint64 until = g_get_monotonic_time () + ASKING_US;
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      if (hf_db_ask_commit (self->writer, committed, &error))
        return TRUE;
      g_debug ("what became of a commit is not known: %s", error->message);
      if (!can_ask_again (error) || (!patient && g_get_monotonic_time () > until))
        return FALSE;
      if (patient)
        hf_store_set_online (self, FALSE);
      if (!pause_for_retry (self, NULL))
        return FALSE;
    }
}

/* Waits for the server where no work does. */
static void
watch_for_server (HfStore *self)
{
  Work *work = g_new0 (Work, 1);
  *work = (Work){ HF_STORE_WRITE, do_nothing, NULL, NULL, NULL };
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_task_data (task, work, work_free);
  g_mutex_lock (&self->online_mutex);
  if (!self->closing)
    g_thread_pool_push (self->writer_pool, g_steal_pointer (&task), NULL);
  g_mutex_unlock (&self->online_mutex);
}

/* What the person saves while the server is away is not refused: it waits, in its order, and is
 * saved once the server is back. What has begun is done again only where it can be. */
static gpointer
run_patiently (HfStore *self, const Work *work, GCancellable *cancellable, GError **error)
{
  HfStoreTry attempt = { .patient = TRUE, .free_result = work->free_result };
  gpointer result = NULL;
  g_autoptr (GError) local = NULL;
  for (;;)
    {
      result = hf_store_try (self, work->access, work->func, work->input, cancellable, &attempt,
                             &local);
      if (!is_offline (local))
        break;
      gboolean lost = hf_store_set_online (self, FALSE);
      if (attempt.begun && lost)
        watch_for_server (self);
      if (attempt.begun || !pause_for_retry (self, cancellable))
        break;
      g_clear_error (&local);
    }
  if (!is_offline (local))
    hf_store_set_online (self, TRUE);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return result;
}

static gpointer
run_reading (HfStore *self, const Work *work, GCancellable *cancellable, GError **error)
{
  HfStoreTry attempt = { .patient = FALSE };
  GError *local = NULL;
  gpointer result = hf_store_try (self, work->access, work->func, work->input, cancellable,
                                  &attempt, &local);
  if (is_offline (local) && hf_store_set_online (self, FALSE))
    watch_for_server (self);
  if (local != NULL)
    g_propagate_error (error, local);
  return result;
}

/* What nobody waits for any more is not lost. */
static gboolean
is_given_up (const GError *error)
{
  return g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED)
         || is_offline (error);
}

/* Runs on a worker thread. */
static void
run_task (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  HfStore *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  gpointer result = work->access == HF_STORE_READ
                        ? run_reading (self, work, cancellable, &error)
                        : run_patiently (self, work, cancellable, &error);
  if (work->counted)
    g_atomic_int_add (&self->waiting, -1);
  if (work->access == HF_STORE_WRITE_DRAFT && !is_given_up (error))
    hf_store_set_draft_lost (self, error != NULL);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, work->free_result);
}

/**
 * hf_store_make_pools:
 * @self: a store
 * @max_readers: how many works may read side by side
 *
 * Makes the worker threads' pools: works that write go one after the other.
 */
void
hf_store_make_pools (HfStore *self, int max_readers)
{
  self->writer_pool = g_thread_pool_new (run_task, NULL, 1, FALSE, NULL);
  self->reader_pool = g_thread_pool_new (run_task, NULL, max_readers, FALSE, NULL);
}

/* Takes the work. */
static void
push (HfStore *self, Work *work, GCancellable *cancellable, GAsyncReadyCallback callback,
      gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GThreadPool *pool = work->access == HF_STORE_READ ? self->reader_pool : self->writer_pool;
  /* What was saved was saved, whatever was cancelled afterwards. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, work_free);
  if (pool != NULL)
    {
      work->counted = work->access == HF_STORE_WRITE;
      g_atomic_int_add (&self->waiting, work->counted);
      g_thread_pool_push (pool, task, NULL);
      return;
    }
  g_task_return_new_error (task, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE, "the store is closed");
  g_object_unref (task);
}

/**
 * hf_store_run_async:
 * @self: a store
 * @access: whether the work writes
 * @func: the work, done on a worker thread
 * @input: (transfer full): what @func is given
 * @free_input: (nullable): frees @input when the work is done
 * @free_result: (nullable): frees the result where nobody takes it
 * @cancellable: (nullable): stops the work, which then changes nothing
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Does a piece of work without waiting for it. While the server is away, what writes waits for
 * it; what reads fails with OFFLINE, and "changed" is emitted when the server is back.
 */
void
hf_store_run_async (HfStore *self, HfStoreAccess access, HfStoreFunc func, gpointer input,
                    GDestroyNotify free_input, GDestroyNotify free_result,
                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Work *work = g_new0 (Work, 1);
  *work = (Work){ access, func, input, free_input, free_result };
  push (self, work, cancellable, callback, user_data);
}

/**
 * hf_store_stop_reading:
 * @reading: (inout): what its owner reads, %NULL afterwards
 *
 * Gives up what hf_store_read_newest() was asked for: the owner goes, or needs it no more.
 */
void
hf_store_stop_reading (GCancellable **reading)
{
  g_cancellable_cancel (*reading);
  g_clear_object (reading);
}

/**
 * hf_store_read_newest:
 * @self: a store
 * @reading: (inout): what its owner reads; hf_store_stop_reading() before the owner goes
 * @func: the work, done on a worker thread
 * @input: (transfer full): what @func is given
 * @free_input: (nullable): frees @input when the work is done
 * @free_result: (nullable): frees the result where nobody takes it
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Reads without waiting, for one who shows the newest answer and no other. What @reading stands
 * for is stopped, and its callback is told CANCELLED, even where its answer was ready: readers
 * work side by side, so an old answer could come after a new one.
 */
void
hf_store_read_newest (HfStore *self, GCancellable **reading, HfStoreFunc func, gpointer input,
                      GDestroyNotify free_input, GDestroyNotify free_result,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  Work *work = g_new0 (Work, 1);
  *work = (Work){ HF_STORE_READ, func, input, free_input, free_result, .newest = TRUE };
  hf_store_stop_reading (reading);
  *reading = g_cancellable_new ();
  push (self, work, *reading, callback, user_data);
}

/**
 * hf_store_run_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: (nullable): %HF_STORE_ERROR, or what the work set
 *
 * Takes the result of hf_store_run_async() or hf_store_read_newest().
 *
 * Returns: (transfer full): what the work gave
 */
gpointer
hf_store_run_finish (HfStore *self, GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  const Work *work = g_task_get_task_data (task);
  if (!work->newest || !g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return g_task_propagate_pointer (task, error);
  gpointer late = g_task_propagate_pointer (task, NULL);
  if (late != NULL && work->free_result != NULL)
    work->free_result (late);
  g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED,
                       "something newer is read, or nobody reads any more");
  return NULL;
}

/**
 * hf_store_count_waiting:
 * @self: a store
 *
 * Tells how many writing works were asked for by hf_store_run_async() and are not done yet;
 * while the server is away they wait for it. Drafts are not counted.
 *
 * Returns: their number
 */
guint
hf_store_count_waiting (HfStore *self)
{
  return (guint) g_atomic_int_get (&self->waiting);
}
