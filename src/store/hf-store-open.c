#include "config.h"

#include <string.h>

#include "hf-db-location.h"
#include "hf-db-migrator.h"
#include "hf-db-sqlite.h"
#include "hf-paths.h"
#include "hf-store-error-private.h"
#include "hf-store-private.h"
#include "hf-store-session-private.h"
#include "hf-store-starter.h"
#include "hf-text.h"

/* Where the copy goes that is made before a migration; a server's databases are copied by
 * whoever looks after it. */
static char *
backup_path_for (HfStore *self)
{
  return hf_db_has_capability (self->writer, HF_DB_CAN_BACK_UP)
             ? g_strdup_printf ("%s.before-update", self->uri)
             : NULL;
}

/* A database on a server is there before its tables are: who did not ask for new ones has come
 * to the wrong one. */
static gboolean
check_filled (HfStore *self, HfStoreOpenMode mode, GError **error)
{
  int version = 0;
  if (mode == HF_STORE_OPEN_OR_CREATE || !hf_db_location_is_server (self->uri))
    return TRUE;
  if (!hf_db_get_schema_version (self->writer, &version, error))
    return FALSE;
  if (version == 0)
    g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_EMPTY, "there are no tables");
  return version > 0;
}

static gboolean
open_writer (HfStore *self, HfStoreOpenMode mode, GError **error)
{
  self->writer = hf_store_make_db (self, error);
  if (self->writer == NULL)
    return FALSE;
  self->shared = hf_db_has_capability (self->writer, HF_DB_CAN_SHARE);
  g_autofree char *backup_path = backup_path_for (self);
  if (!hf_db_open (self->writer,
                   mode == HF_STORE_OPEN_OR_CREATE ? HF_DB_OPEN_CREATE : HF_DB_OPEN_WRITE,
                   error)
      || !check_filled (self, mode, error))
    return FALSE;
  return hf_db_migrate (self->writer, hf_store_session_get_resource (),
                        HF_STORE_RESOURCE_FOLDER, backup_path, error)
         && hf_store_run (self, HF_STORE_WRITE, hf_store_starter_fill, NULL, NULL, error)
                != NULL;
}

/* What has the newest schema is read as it is. */
static gboolean
open_to_read (HfStore *self, gboolean *ready, GError **error)
{
  int pending = 0;
  self->writer = hf_store_make_db (self, error);
  if (self->writer == NULL)
    return FALSE;
  self->shared = hf_db_has_capability (self->writer, HF_DB_CAN_SHARE);
  if (!hf_db_open (self->writer, HF_DB_OPEN_READ, error)
      || !check_filled (self, HF_STORE_OPEN_TO_READ, error)
      || !hf_db_check_version (self->writer, hf_store_session_get_resource (),
                               HF_STORE_RESOURCE_FOLDER, &pending, error))
    return FALSE;
  *ready = pending == 0;
  if (!*ready)
    g_clear_object (&self->writer);
  return TRUE;
}

static gboolean
open_in_mode (HfStore *self, HfStoreOpenMode mode, GError **error)
{
  gboolean ready = FALSE;
  if (mode == HF_STORE_OPEN_TO_READ && !open_to_read (self, &ready, error))
    return FALSE;
  return ready || open_writer (self, mode, error);
}

static char *
complete_location (const char *location)
{
  gboolean complete = strcmp (location, HF_DB_SQLITE_MEMORY) == 0
                      || hf_db_location_is_server (location);
  return complete ? g_strdup (location) : hf_paths_absolute (location);
}

static HfStore *
open_location (const char *location, const char *password, HfStoreOpenMode mode, GError **error)
{
  g_autoptr (HfStore) self = g_object_new (HF_TYPE_STORE, NULL);
  GError *local = NULL;
  self->uri = complete_location (location);
  self->password = g_strdup (password);
  if (open_in_mode (self, mode, &local))
    return g_steal_pointer (&self);
  hf_store_error_translate (&local);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * hf_store_open:
 * @location: a file's path, ":memory:", or a connection string of libpq without a password
 * @mode: whether it may be made
 * @error: (nullable): %HF_STORE_ERROR; the database is as it was
 *
 * Opens a database, brings its schema up to date and fills in what every database starts with,
 * where it is not for reading alone; waits for the disk or the server.
 *
 * Returns: (transfer full) (nullable): the store
 */
HfStore *
hf_store_open (const char *location, HfStoreOpenMode mode, GError **error)
{
  return open_location (location, NULL, mode, error);
}

typedef struct
{
  char *location;
  char *password;
  HfStoreOpenMode mode;
  GMainContext *context;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;
  g_free (opening->location);
  hf_text_free_secret (opening->password);
  g_main_context_unref (opening->context);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  HfStore *store = open_location (opening->location, opening->password, opening->mode, &error);
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
 * @location: a file's path, or a connection string of libpq without a password
 * @password: (nullable): a password that a person typed, kept in memory alone
 * @mode: whether it may be made
 * @cancellable: (nullable): stops waiting
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Opens a database without waiting for it; the store's "changed" signal is emitted on
 * this thread's main context.
 */
void
hf_store_open_async (const char *location, const char *password, HfStoreOpenMode mode,
                     GCancellable *cancellable, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  Opening *opening = g_new0 (Opening, 1);
  opening->location = g_strdup (location);
  opening->password = g_strdup (password);
  opening->mode = mode;
  opening->context = g_main_context_ref_thread_default ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * hf_store_open_finish:
 * @result: what the callback was given
 * @error: (nullable): %HF_STORE_ERROR; the database is as it was
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
