#include "config.h"

#include "hf-store-error-private.h"
#include "hf-store-private.h"

/**
 * hf_store_can_back_up:
 * @self: a store
 *
 * Tells whether the program itself copies this database, and not whoever looks after a server.
 *
 * Returns: whether hf_store_backup() works
 */
gboolean
hf_store_can_back_up (HfStore *self)
{
  return hf_db_has_capability (self->writer, HF_DB_CAN_BACK_UP);
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
  /* A server that was lost meanwhile is connected to again. */
  gboolean done = hf_db_begin_read (self->writer, &local)
                  && hf_db_check (self->writer, findings, &local);
  hf_db_rollback (self->writer);
  g_mutex_unlock (&self->writer_mutex);
  hf_store_error_translate (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  return done ? g_steal_pointer (&findings) : NULL;
}
