#include "config.h"

#include "hf-store-location.h"

#include <glib/gi18n.h>

#include "hf-db-location.h"
#include "hf-db-migrator.h"
#include "hf-store-error-private.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

/**
 * hf_store_location_is_server:
 * @location: where a database is
 *
 * Tells a server's database from a file.
 *
 * Returns: whether it is on a server
 */
gboolean
hf_store_location_is_server (const char *location)
{
  return hf_db_location_is_server (location);
}

/**
 * hf_store_location_describe:
 * @location: where a database is
 *
 * Says in short where it is.
 *
 * Returns: (transfer full): such as "huifang on db.example.com", or a file's path
 */
char *
hf_store_location_describe (const char *location)
{
  if (!hf_db_location_is_server (location))
    return g_filename_display_name (location);
  g_autofree char *host = NULL, *database = NULL;
  hf_db_location_describe (location, &host, &database);
  /* The string itself is not for the eye: it may hold a password. */
  if (host == NULL && database == NULL)
    return g_strdup (_ ("A database server"));
  if (host == NULL)
    return g_steal_pointer (&database);
  /* Translators: a database's name; its server is on the computer that one sits at. */
  if (g_path_is_absolute (host) && database != NULL)
    return g_strdup_printf (_ ("%s on this computer"), database);
  /* Translators: a database's name, and the name of the server that it is on. */
  return database != NULL ? g_strdup_printf (_ ("%s on %s"), database, host) : g_strdup (host);
}

static void
append_part (GString *uri, const char *before, const char *part)
{
  if (hf_text_is_blank (part))
    return;
  g_autofree char *trimmed = hf_text_trim (part);
  g_autofree char *escaped = g_uri_escape_string (trimmed, NULL, TRUE);
  g_string_append_printf (uri, "%s%s", before, escaped);
}

/**
 * hf_store_location_make:
 * @host: (nullable): the server's name
 * @port: (nullable): its port
 * @database: (nullable): the database's name
 * @user: (nullable): whom the server knows
 *
 * Makes a location of what a person filled in; what is left out is the server's own choice.
 *
 * Returns: (transfer full): such as "postgresql://li@db.example.com/huifang"
 */
char *
hf_store_location_make (const char *host, const char *port, const char *database,
                        const char *user)
{
  GString *uri = g_string_new ("postgresql:");
  append_part (uri, "//", user);
  g_string_append (uri, uri->len > strlen ("postgresql:") ? "@" : "//");
  append_part (uri, "", host);
  append_part (uri, ":", port);
  append_part (uri, "/", database);
  return g_string_free (uri, FALSE);
}

static gboolean
look (const char *location, const char *password, HfStoreState *state, GError **error)
{
  g_autoptr (HfDb) db = hf_db_new_for (location, error);
  int version = 0, pending = 0;
  if (db == NULL)
    return FALSE;
  hf_db_set_password (db, password);
  if (!hf_db_open (db, HF_DB_OPEN_READ, error)
      || !hf_db_get_schema_version (db, &version, error)
      || !hf_db_check_version (db, hf_store_session_get_resource (), HF_STORE_RESOURCE_FOLDER,
                               &pending, error))
    return FALSE;
  *state = version == 0  ? HF_STORE_STATE_EMPTY
           : pending > 0 ? HF_STORE_STATE_OLDER
                         : HF_STORE_STATE_READY;
  return TRUE;
}

/**
 * hf_store_location_test:
 * @location: where a database is
 * @password: (nullable): a password that a person typed
 * @state: (out): what was found
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Tries whether a database can be reached and used; changes nothing, and waits for the server.
 *
 * Returns: whether it can
 */
gboolean
hf_store_location_test (const char *location, const char *password, HfStoreState *state,
                        GError **error)
{
  GError *local = NULL;
  if (look (location, password, state, &local))
    return TRUE;
  hf_store_error_translate (&local);
  g_propagate_error (error, local);
  return FALSE;
}

typedef struct
{
  char *location;
  char *password;
} Trial;

static void
trial_free (gpointer data)
{
  Trial *trial = data;
  g_free (trial->location);
  hf_text_free_secret (trial->password);
  g_free (trial);
}

static void
test_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Trial *trial = data;
  GError *error = NULL;
  HfStoreState state = HF_STORE_STATE_EMPTY;
  if (hf_store_location_test (trial->location, trial->password, &state, &error))
    g_task_return_int (task, state);
  else
    g_task_return_error (task, error);
}

/**
 * hf_store_location_test_async:
 * @location: where a database is
 * @password: (nullable): a password that a person typed
 * @cancellable: (nullable): stops waiting
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Tries whether a database can be reached and used, without waiting for it.
 */
void
hf_store_location_test_async (const char *location, const char *password,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Trial *trial = g_new0 (Trial, 1);
  trial->location = g_strdup (location);
  trial->password = g_strdup (password);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, trial, trial_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, test_in_thread);
}

/**
 * hf_store_location_test_finish:
 * @result: what the callback was given
 * @state: (out): what was found
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Takes the result of hf_store_location_test_async().
 *
 * Returns: whether the database can be used
 */
gboolean
hf_store_location_test_finish (GAsyncResult *result, HfStoreState *state, GError **error)
{
  gssize found = g_task_propagate_int (G_TASK (result), error);
  if (found < 0)
    return FALSE;
  *state = (HfStoreState) found;
  return TRUE;
}
