#include "config.h"

#include "hf-db-pgsql-canceller.h"

struct _HfDbPgsqlCanceller
{
  gatomicrefcount references;
  int n_cancels; /* atomic: how often somebody wanted to */
  int run;       /* atomic; odd while a statement runs, and another number for each */

  GMutex mutex; /* guards what follows */
  PGcancel *session;
  gboolean used;
};

typedef struct
{
  HfDbPgsqlCanceller *canceller;
  int run;
} Cancellation;

/**
 * hf_db_pgsql_canceller_new:
 *
 * Makes a canceller, of no session yet.
 *
 * Returns: (transfer full): a canceller
 */
HfDbPgsqlCanceller *
hf_db_pgsql_canceller_new (void)
{
  HfDbPgsqlCanceller *self = g_new0 (HfDbPgsqlCanceller, 1);
  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  return self;
}

/**
 * hf_db_pgsql_canceller_unref:
 * @self: a canceller
 *
 * Frees it, once no thread uses it any more.
 */
void
hf_db_pgsql_canceller_unref (HfDbPgsqlCanceller *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  PQfreeCancel (self->session);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * hf_db_pgsql_canceller_set_session:
 * @self: a canceller
 * @handle: (nullable): a session that has begun, %NULL where it has ended
 *
 * Says whose statements are stopped from now on.
 */
void
hf_db_pgsql_canceller_set_session (HfDbPgsqlCanceller *self, PGconn *handle)
{
  g_mutex_lock (&self->mutex);
  PQfreeCancel (self->session);
  self->session = handle != NULL ? PQgetCancel (handle) : NULL;
  g_mutex_unlock (&self->mutex);
}

/**
 * hf_db_pgsql_canceller_start:
 * @self: a canceller
 *
 * Says that a statement is about to run.
 */
void
hf_db_pgsql_canceller_start (HfDbPgsqlCanceller *self)
{
  g_mutex_lock (&self->mutex);
  self->used = FALSE;
  g_atomic_int_inc (&self->run);
  g_mutex_unlock (&self->mutex);
}

/**
 * hf_db_pgsql_canceller_end:
 * @self: a canceller
 *
 * Says that the statement has run; waits for a cancellation under way, which would hit the next
 * one.
 */
void
hf_db_pgsql_canceller_end (HfDbPgsqlCanceller *self)
{
  g_mutex_lock (&self->mutex);
  g_atomic_int_inc (&self->run);
  g_mutex_unlock (&self->mutex);
}

/**
 * hf_db_pgsql_canceller_was_used:
 * @self: a canceller
 *
 * Tells whether it was we who stopped the statement that ran last.
 *
 * Returns: whether it was
 */
gboolean
hf_db_pgsql_canceller_was_used (HfDbPgsqlCanceller *self)
{
  return self->used;
}

/**
 * hf_db_pgsql_canceller_count:
 * @self: a canceller
 *
 * Counts how often somebody wanted to stop a statement: rows that were there before are not
 * handed out any more.
 *
 * Returns: a number that grows
 */
guint
hf_db_pgsql_canceller_count (HfDbPgsqlCanceller *self)
{
  return g_atomic_int_get (&self->n_cancels);
}

static gpointer
cancel_in_thread (gpointer data)
{
  g_autofree Cancellation *cancellation = data;
  HfDbPgsqlCanceller *self = cancellation->canceller;
  char message[256];
  g_mutex_lock (&self->mutex);
  if (g_atomic_int_get (&self->run) == cancellation->run && self->session != NULL)
    {
      self->used = TRUE;
      if (!PQcancel (self->session, message, sizeof message))
        g_debug ("%s", message);
    }
  g_mutex_unlock (&self->mutex);
  hf_db_pgsql_canceller_unref (self);
  return NULL;
}

/**
 * hf_db_pgsql_canceller_cancel:
 * @self: a canceller
 *
 * Stops the statement that runs, if one does; may be called from any thread, and waits for no
 * server.
 */
void
hf_db_pgsql_canceller_cancel (HfDbPgsqlCanceller *self)
{
  g_atomic_int_inc (&self->n_cancels);
  int run = g_atomic_int_get (&self->run);
  if (run % 2 == 0)
    return;
  Cancellation *cancellation = g_new0 (Cancellation, 1);
  cancellation->canceller = self;
  cancellation->run = run;
  g_atomic_ref_count_inc (&self->references);
  g_thread_unref (g_thread_new ("hf-db-cancel", cancel_in_thread, cancellation));
}
