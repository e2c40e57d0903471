#include "config.h"

#include <string.h>

#include "hf-db-migrator.h"
#include "hf-db-sqlite.h"
#include "hf-paths.h"
#include "hf-store-error-private.h"
#include "hf-store-private.h"
#include "hf-store-session-private.h"
#include "hf-store-starter.h"

/* Where the copy goes that is made before a migration. */
static char *
backup_path_for (const char *uri)
{
  return g_strdup_printf ("%s.before-update", uri);
}

static gboolean
open_writer (HfStore *self, HfStoreOpenMode mode, GError **error)
{
  self->writer = hf_db_sqlite_new (self->uri);
  self->shared = hf_db_has_capability (self->writer, HF_DB_CAN_SHARE);
  g_autofree char *backup_path = backup_path_for (self->uri);
  if (!hf_db_open (self->writer,
                   mode == HF_STORE_OPEN_OR_CREATE ? HF_DB_OPEN_CREATE : HF_DB_OPEN_WRITE,
                   error))
    return FALSE;
  return hf_db_migrate (self->writer, hf_store_session_get_resource (),
                        HF_STORE_RESOURCE_FOLDER, backup_path, error)
         && hf_store_run (self, HF_STORE_WRITE, hf_store_starter_fill, NULL, NULL, error)
                != NULL;
}

/**
 * hf_store_open:
 * @uri: a file's path, or ":memory:"
 * @mode: whether it may be made
 * @error: (nullable): %HF_STORE_ERROR; the file is as it was
 *
 * Opens a database, brings its schema up to date and fills in what every database starts with;
 * waits for the disk.
 *
 * Returns: (transfer full) (nullable): the store
 */
HfStore *
hf_store_open (const char *uri, HfStoreOpenMode mode, GError **error)
{
  g_autoptr (HfStore) self = g_object_new (HF_TYPE_STORE, NULL);
  GError *local = NULL;
  self->uri = strcmp (uri, HF_DB_SQLITE_MEMORY) == 0 ? g_strdup (uri) : hf_paths_absolute (uri);
  if (open_writer (self, mode, &local))
    return g_steal_pointer (&self);
  hf_store_error_translate (&local);
  g_propagate_error (error, local);
  return NULL;
}

typedef struct
{
  char *uri;
  HfStoreOpenMode mode;
  GMainContext *context;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;
  g_free (opening->uri);
  g_main_context_unref (opening->context);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  HfStore *store = hf_store_open (opening->uri, opening->mode, &error);
  if (store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_main_context_unref (store->context);
  store->context = g_main_context_ref (opening->context);
  g_task_return_pointer (task, store, g_object_unref);
}

/**
 * hf_store_open_async:
 * @uri: a file's path
 * @mode: whether it may be made
 * @cancellable: (nullable): stops waiting
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Opens a database without waiting for the disk; the store's "changed" signal is emitted on
 * this thread's main context.
 */
void
hf_store_open_async (const char *uri, HfStoreOpenMode mode, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  Opening *opening = g_new0 (Opening, 1);
  opening->uri = g_strdup (uri);
  opening->mode = mode;
  opening->context = g_main_context_ref_thread_default ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * hf_store_open_finish:
 * @result: what the callback was given
 * @error: (nullable): %HF_STORE_ERROR; the file is as it was
 *
 * Takes the result of hf_store_open_async().
 *
 * Returns: (transfer full) (nullable): the store
 */
HfStore *
hf_store_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
