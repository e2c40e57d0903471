#include "config.h"

#include "hf-promise-file.h"

#include "hf-store-promises.h"

/**
 * hf_promise_file_load:
 * @session: a session
 * @id: (type gint64*): a promise's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads a promise with its history, for hf_store_run_async().
 *
 * Returns: (transfer full) (nullable) (type HfPromiseFile): the file
 */
gpointer
hf_promise_file_load (HfStoreSession *session, gpointer id, GError **error)
{
  g_autoptr (HfPromiseFile) self = g_new0 (HfPromiseFile, 1);
  gint64 key = *(gint64 *) id;
  self->promise = hf_store_promises_get (session, key, error);
  if (self->promise != NULL)
    self->events = hf_store_promises_list_events (session, key, error);
  return self->events != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * hf_promise_file_free:
 * @self: (transfer full): a file
 *
 * Lets it go.
 */
void
hf_promise_file_free (HfPromiseFile *self)
{
  g_clear_object (&self->promise);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self);
}
