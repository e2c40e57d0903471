#include "config.h"

#include "hf-store.h"

#include "hf-db-sqlite.h"
#include "hf-store-error-private.h"
#include "hf-store-private.h"
#include "hf-store-session-private.h"

#define MAX_READERS 3

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfStore, hf_store, G_TYPE_OBJECT)

typedef struct
{
  HfStoreAccess access;
  HfStoreFunc func;
  gpointer input;
  GDestroyNotify free_input;
  GDestroyNotify free_result;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;
  if (work->free_input != NULL)
    work->free_input (work->input);
  g_free (work);
}

typedef struct
{
  GWeakRef store;
  guint topics;
} Change;

static gboolean
emit_changed (gpointer data)
{
  Change *change = data;
  g_autoptr (HfStore) store = g_weak_ref_get (&change->store);
  if (store != NULL)
    g_signal_emit (store, signals[SIGNAL_CHANGED], 0, change->topics);
  return G_SOURCE_REMOVE;
}

static void
change_free (gpointer data)
{
  Change *change = data;
  g_weak_ref_clear (&change->store);
  g_free (change);
}

static void
announce (HfStore *self, guint topics)
{
  if (topics == 0)
    return;
  Change *change = g_new0 (Change, 1);
  g_weak_ref_init (&change->store, self);
  change->topics = topics;
  /* Attached, never invoked: a context that nobody iterates just now would run it here. */
  g_autoptr (GSource) source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_changed, change, change_free);
  g_source_attach (source, self->context);
}

static HfDb *
take_reader (HfStore *self, GError **error)
{
  HfDb *reader = g_async_queue_try_pop (self->readers);
  if (reader != NULL)
    return reader;
  reader = hf_db_sqlite_new (self->uri);
  if (hf_db_open (reader, HF_DB_OPEN_READ, error))
    return reader;
  g_object_unref (reader);
  return NULL;
}

static void
interrupt_db (GCancellable *cancellable, gpointer db)
{
  hf_db_interrupt (db);
}

/* Lets @func work on @db and stops it when @cancellable says so. */
static gpointer
call_func (HfStoreSession *session, HfStoreFunc func, gpointer input, GError **error)
{
  gulong handler = 0;
  if (session->cancellable != NULL)
    handler = g_cancellable_connect (session->cancellable, G_CALLBACK (interrupt_db),
                                     session->db, NULL);
  gpointer result = func (session, input, error);
  if (handler != 0)
    g_cancellable_disconnect (session->cancellable, handler);
  return result;
}

static gpointer
run_reading (HfStore *self, HfStoreFunc func, gpointer input, GCancellable *cancellable,
             GError **error)
{
  HfDb *reader = take_reader (self, error);
  if (reader == NULL)
    return NULL;
  HfStoreSession session = { .db = reader,
                             .cancellable = cancellable,
                             .staff_id = self->staff_id };
  gpointer result = NULL;
  /* One state of the data for the whole work, whatever others store meanwhile. */
  if (hf_db_begin_read (reader, error))
    {
      result = call_func (&session, func, input, error);
      hf_db_rollback (reader);
    }
  g_async_queue_push (self->readers, reader);
  return result;
}

/* Commits or rolls back, and tells whether the result counts. */
static gboolean
end_writing (HfStore *self, const HfStoreSession *session, gboolean done, GError **error)
{
  if (done && !session->discarded && hf_db_commit (self->writer, error))
    {
      announce (self, session->topics);
      return TRUE;
    }
  hf_db_rollback (self->writer);
  return done && session->discarded;
}

static gpointer
run_writing (HfStore *self, HfStoreFunc func, gpointer input, GCancellable *cancellable,
             GError **error)
{
  HfStoreSession session = { .db = self->writer,
                             .cancellable = cancellable,
                             .staff_id = self->staff_id };
  if (!hf_db_begin (self->writer, error))
    return NULL;
  gpointer result = call_func (&session, func, input, error);
  if (!end_writing (self, &session, result != NULL, error))
    {
      if (result != NULL && session.free_result != NULL)
        session.free_result (result);
      result = NULL;
    }
  hf_store_session_clear (&session);
  return result;
}

static gpointer
run_on_writer (HfStore *self, HfStoreAccess access, HfStoreFunc func, gpointer input,
               GCancellable *cancellable, GError **error)
{
  g_mutex_lock (&self->writer_mutex);
  gpointer result = NULL;
  if (self->writer == NULL)
    g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE, "the store is closed");
  else
    result = run_writing (self, func, input, cancellable, error);
  g_mutex_unlock (&self->writer_mutex);
  return result;
}

/**
 * hf_store_run:
 * @self: a store
 * @access: whether the work writes
 * @func: the work
 * @input: what @func is given
 * @cancellable: (nullable): stops the work, which then changes nothing
 * @error: (nullable): %HF_STORE_ERROR, or what @func set
 *
 * Does a piece of work and waits for it: for command lines and tests, never for a window.
 *
 * Returns: (transfer full): what @func gave
 */
gpointer
hf_store_run (HfStore *self, HfStoreAccess access, HfStoreFunc func, gpointer input,
              GCancellable *cancellable, GError **error)
{
  GError *local = NULL;
  gpointer result = NULL;
  if (g_cancellable_is_cancelled (cancellable))
    g_set_error_literal (&local, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED, "cancelled");
  else if (access == HF_STORE_READ && self->shared && self->writer != NULL)
    result = run_reading (self, func, input, cancellable, &local);
  else
    result = run_on_writer (self, access, func, input, cancellable, &local);
  hf_store_error_translate (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  return result;
}

static void
run_task (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  HfStore *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer result = hf_store_run (self, work->access, work->func, work->input,
                                  g_task_get_cancellable (task), &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, work->free_result);
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
 * Does a piece of work without waiting for it.
 */
void
hf_store_run_async (HfStore *self, HfStoreAccess access, HfStoreFunc func, gpointer input,
                    GDestroyNotify free_input, GDestroyNotify free_result,
                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Work *work = g_new0 (Work, 1);
  *work = (Work){ access, func, input, free_input, free_result };
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  /* What was saved was saved, whatever was cancelled afterwards. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, work_free);
  GThreadPool *pool = access == HF_STORE_WRITE ? self->writer_pool : self->reader_pool;
  if (pool != NULL)
    {
      g_thread_pool_push (pool, task, NULL);
      return;
    }
  g_task_return_new_error (task, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE, "the store is closed");
  g_object_unref (task);
}

/**
 * hf_store_run_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: (nullable): %HF_STORE_ERROR, or what the work set
 *
 * Takes the result of hf_store_run_async().
 *
 * Returns: (transfer full): what the work gave
 */
gpointer
hf_store_run_finish (HfStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hf_store_get_uri:
 * @self: a store
 *
 * Tells which database it is.
 *
 * Returns: a path
 */
const char *
hf_store_get_uri (HfStore *self)
{
  return self->uri;
}

/**
 * hf_store_set_staff_id:
 * @self: a store
 * @staff_id: a member of staff's key, 0 for nobody
 *
 * Says who works at this desk from now on: the change log names them.
 */
void
hf_store_set_staff_id (HfStore *self, gint64 staff_id)
{
  self->staff_id = staff_id;
}

/**
 * hf_store_backup:
 * @self: a store
 * @path: a file, which is replaced
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Copies the whole database as it is at this moment; waits for the disk.
 *
 * Returns: whether the copy is complete
 */
gboolean
hf_store_backup (HfStore *self, const char *path, GError **error)
{
  GError *local = NULL;
  g_mutex_lock (&self->writer_mutex);
  gboolean done = hf_db_backup (self->writer, path, &local);
  g_mutex_unlock (&self->writer_mutex);
  hf_store_error_translate (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  return done;
}

/**
 * hf_store_check:
 * @self: a store
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks through the database for damage; waits for the disk.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what is wrong, empty where all is
 *   well
 */
GPtrArray *
hf_store_check (HfStore *self, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  GError *local = NULL;
  g_mutex_lock (&self->writer_mutex);
  gboolean done = hf_db_check (self->writer, findings, &local);
  g_mutex_unlock (&self->writer_mutex);
  hf_store_error_translate (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  return done ? g_steal_pointer (&findings) : NULL;
}

static void
close_store (HfStore *self, gboolean wait)
{
  if (self->writer_pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->writer_pool), FALSE, wait);
  if (self->reader_pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->reader_pool), FALSE, wait);
  HfDb *reader;
  while ((reader = g_async_queue_try_pop (self->readers)) != NULL)
    g_object_unref (reader);
  g_clear_object (&self->writer);
}

/**
 * hf_store_close:
 * @self: a store
 *
 * Waits for what is being saved, then closes every connection; later work fails.
 */
void
hf_store_close (HfStore *self)
{
  close_store (self, TRUE);
}

static void
hf_store_finalize (GObject *object)
{
  HfStore *self = HF_STORE (object);
  /* Work under way holds a reference, so there is none; and this may be a worker's thread. */
  close_store (self, FALSE);
  g_async_queue_unref (self->readers);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->writer_mutex);
  g_free (self->uri);
  G_OBJECT_CLASS (hf_store_parent_class)->finalize (object);
}

static void
hf_store_class_init (HfStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_store_finalize;

  /**
   * HfStore::changed:
   * @self: a store
   * @topics: #HfStoreTopics
   *
   * Something was saved.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          1, G_TYPE_UINT);
}

static void
hf_store_init (HfStore *self)
{
  g_mutex_init (&self->writer_mutex);
  self->readers = g_async_queue_new_full (g_object_unref);
  self->context = g_main_context_ref_thread_default ();
  self->writer_pool = g_thread_pool_new (run_task, NULL, 1, FALSE, NULL);
  self->reader_pool = g_thread_pool_new (run_task, NULL, MAX_READERS, FALSE, NULL);
}
