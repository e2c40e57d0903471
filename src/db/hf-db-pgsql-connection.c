#include "config.h"

#include "hf-db-pgsql-connection.h"

#include <string.h>

#include "hf-db-pgsql-canceller.h"
#include "hf-db-pgsql-error.h"
#include "hf-db-pgsql-fate.h"
#include "hf-db-pgsql-login.h"
#include "hf-db-pgsql-watch.h"
#include "hf-db-secret.h"

/* Enough to hide the way to the server and back, and far from filling what lies on that way. */
#define MAX_QUEUED 500

struct _HfDbPgsqlConnection
{
  char *string;
  char *password;
  gboolean read_only;
  gboolean opened;
  PGconn *handle;
  guint generation; /* grows with each session: what was prepared in another is gone */
  guint n_prepared;
  gboolean bulk;
  char *transaction; /* its number, where the last one was to write */
  guint n_queued;    /* statements sent whose answers were not read */
  HfDbPgsqlCanceller *canceller;
  HfDbPgsqlWatch *watch;
};

/**
 * hf_db_pgsql_connection_new:
 * @string: a connection string of libpq
 *
 * Makes a connection, which is not open yet.
 *
 * Returns: (transfer full): a connection
 */
HfDbPgsqlConnection *
hf_db_pgsql_connection_new (const char *string)
{
  HfDbPgsqlConnection *self = g_new0 (HfDbPgsqlConnection, 1);
  self->canceller = hf_db_pgsql_canceller_new ();
  self->watch = hf_db_pgsql_watch_new ();
  self->string = g_strdup (string);
  return self;
}

/**
 * hf_db_pgsql_connection_free:
 * @self: a connection, closed
 *
 * Frees it.
 */
void
hf_db_pgsql_connection_free (HfDbPgsqlConnection *self)
{
  hf_db_pgsql_canceller_unref (self->canceller);
  hf_db_pgsql_watch_free (self->watch);
  hf_db_secret_free (self->password);
  g_free (self->transaction);
  g_free (self->string);
  g_free (self);
}

/**
 * hf_db_pgsql_connection_set_password:
 * @self: a connection
 * @password: (nullable): a password that a person typed
 *
 * Keeps a password for this and later sessions, in memory alone.
 */
void
hf_db_pgsql_connection_set_password (HfDbPgsqlConnection *self, const char *password)
{
  hf_db_secret_free (self->password);
  self->password = g_strdup (password);
}

static gboolean
is_alive (HfDbPgsqlConnection *self)
{
  return self->handle != NULL && PQstatus (self->handle) == CONNECTION_OK;
}

static void
end_session (HfDbPgsqlConnection *self)
{
  hf_db_pgsql_canceller_set_session (self->canceller, NULL);
  self->n_queued = 0;
  PQfinish (g_steal_pointer (&self->handle));
}

static gboolean
start_session (HfDbPgsqlConnection *self, GError **error)
{
  end_session (self);
  self->handle = hf_db_pgsql_login (self->string, self->password, self->read_only, error);
  if (self->handle == NULL)
    return FALSE;
  self->generation++;
  hf_db_pgsql_canceller_set_session (self->canceller, self->handle);
  return TRUE;
}

/**
 * hf_db_pgsql_connection_open:
 * @self: a connection
 * @read_only: whether nothing may be written
 * @error: (nullable): %HF_DB_ERROR
 *
 * Connects to the server.
 *
 * Returns: whether it is connected
 */
gboolean
hf_db_pgsql_connection_open (HfDbPgsqlConnection *self, gboolean read_only, GError **error)
{
  self->read_only = read_only;
  self->opened = start_session (self, error);
  return self->opened;
}

/**
 * hf_db_pgsql_connection_close:
 * @self: a connection
 *
 * Ends the session; it is not made anew.
 */
void
hf_db_pgsql_connection_close (HfDbPgsqlConnection *self)
{
  self->opened = FALSE;
  end_session (self);
}

static gboolean
check_alive (HfDbPgsqlConnection *self, GError **error)
{
  if (is_alive (self))
    return TRUE;
  g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_CONNECTION,
                       "there is no connection to the server");
  return FALSE;
}

/* Takes a result, and keeps it only if it is a good one. */
static PGresult *
take_result (HfDbPgsqlConnection *self, PGresult *result, GError **error)
{
  ExecStatusType status = PQresultStatus (result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
    return result;
  hf_db_pgsql_error_set (error, self->handle, result,
                         hf_db_pgsql_canceller_was_used (self->canceller));
  if (hf_db_pgsql_error_is_loss (self->handle, result))
    end_session (self);
  PQclear (result);
  return NULL;
}

/* Reads the answers to what was queued, and gives the last one. */
static PGresult *
finish_queue (HfDbPgsqlConnection *self, GError **error)
{
  guint n_queued = self->n_queued;
  self->n_queued = 0;
  hf_db_pgsql_canceller_start (self->canceller);
  PGresult *result = hf_db_pgsql_call_finish (self->handle, n_queued);
  hf_db_pgsql_canceller_end (self->canceller);
  return take_result (self, result, error);
}

/* Makes sure that the session can be asked something and that all before has gone well. */
static gboolean
make_ready (HfDbPgsqlConnection *self, GError **error)
{
  if (!check_alive (self, error))
    return FALSE;
  if (self->n_queued == 0)
    return TRUE;
  PGresult *result = finish_queue (self, error);
  PQclear (result);
  return result != NULL;
}

static gboolean
send_call (HfDbPgsqlConnection *self, const HfDbPgsqlCall *call, GError **error)
{
  if (hf_db_pgsql_call_send (call, self->handle))
    {
      self->n_queued++;
      return TRUE;
    }
  take_result (self, NULL, error);
  return FALSE;
}

static PGresult *
exec (HfDbPgsqlConnection *self, const char *sql, GError **error)
{
  if (!make_ready (self, error))
    return NULL;
  hf_db_pgsql_canceller_start (self->canceller);
  PGresult *result = PQexec (self->handle, sql);
  hf_db_pgsql_canceller_end (self->canceller);
  return take_result (self, result, error);
}

/**
 * hf_db_pgsql_connection_exec:
 * @self: a connection
 * @sql: statements without parameters
 * @error: (nullable): %HF_DB_ERROR
 *
 * Runs statements one after the other.
 *
 * Returns: whether all of them ran
 */
gboolean
hf_db_pgsql_connection_exec (HfDbPgsqlConnection *self, const char *sql, GError **error)
{
  PGresult *result = exec (self, sql, error);
  PQclear (result);
  return result != NULL;
}

/* What has begun only in part is not to be worked in. */
static gboolean
begin (HfDbPgsqlConnection *self, const char *sql, GError **error)
{
  PGresult *result = exec (self, sql, error);
  g_clear_pointer (&self->transaction, g_free);
  if (PQntuples (result) == 1)
    self->transaction = g_strdup (PQgetvalue (result, 0, 0));
  PQclear (result);
  if (result == NULL)
    hf_db_pgsql_connection_rollback (self);
  return result != NULL;
}

/**
 * hf_db_pgsql_connection_begin:
 * @self: a connection
 * @sql: a BEGIN, followed by what gives the number of the transaction where it is to write
 * @error: (nullable): %HF_DB_ERROR
 *
 * Begins a transaction; a session that turns out to be lost is made anew, once.
 *
 * Returns: whether it has begun
 */
gboolean
hf_db_pgsql_connection_begin (HfDbPgsqlConnection *self, const char *sql, GError **error)
{
  g_autoptr (GError) first = NULL;
  if (begin (self, sql, &first))
    return TRUE;
  if (!self->opened || is_alive (self))
    {
      g_propagate_error (error, g_steal_pointer (&first));
      return FALSE;
    }
  return start_session (self, error) && begin (self, sql, error);
}

static gboolean
check_committed (const PGresult *result, GError **error)
{
  /* A transaction in which something has failed is rolled back, and that is no error. */
  if (strcmp (PQcmdStatus ((PGresult *) result), "COMMIT") == 0)
    return TRUE;
  g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_FAILED,
                       "the transaction had failed and was rolled back");
  return FALSE;
}

/**
 * hf_db_pgsql_connection_commit:
 * @self: a connection in a transaction
 * @error: (nullable): %HF_DB_ERROR; UNCERTAIN where the session was lost meanwhile
 *
 * Commits.
 *
 * Returns: whether it is on the server's disk
 */
gboolean
hf_db_pgsql_connection_commit (HfDbPgsqlConnection *self, GError **error)
{
  /* A session that is known to be lost before the server is asked has committed nothing. */
  if (self->handle != NULL)
    PQconsumeInput (self->handle);
  if (!make_ready (self, error))
    return FALSE;
  GError *local = NULL;
  PGresult *result = exec (self, "COMMIT", &local);
  gboolean committed = result != NULL && check_committed (result, error);
  PQclear (result);
  if (local != NULL && !is_alive (self))
    local->code = HF_DB_ERROR_UNCERTAIN;
  if (local != NULL)
    g_propagate_error (error, local);
  return committed;
}

/**
 * hf_db_pgsql_connection_ask_commit:
 * @self: a connection whose last commit was uncertain
 * @committed: (out): whether it was committed
 * @error: (nullable): %HF_DB_ERROR; CONNECTION and BUSY where it can be asked again later
 *
 * Asks the server what became of the last transaction.
 *
 * Returns: whether it is known
 */
gboolean
hf_db_pgsql_connection_ask_commit (HfDbPgsqlConnection *self, gboolean *committed,
                                   GError **error)
{
  if (!is_alive (self) && !start_session (self, error))
    return FALSE;
  HfDbPgsqlFate fate = self->transaction != NULL
                           ? hf_db_pgsql_fate_ask (self->handle, self->transaction)
                           : HF_DB_PGSQL_FATE_UNKNOWN;
  *committed = fate == HF_DB_PGSQL_FATE_COMMITTED;
  if (fate == HF_DB_PGSQL_FATE_OPEN)
    g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_BUSY, "the transaction is still open");
  else if (fate == HF_DB_PGSQL_FATE_UNKNOWN && check_alive (self, error))
    g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_UNCERTAIN,
                         "the server does not know the transaction");
  return fate == HF_DB_PGSQL_FATE_COMMITTED || fate == HF_DB_PGSQL_FATE_UNDONE;
}

/**
 * hf_db_pgsql_connection_rollback:
 * @self: a connection
 *
 * Rolls back, if there is a transaction.
 */
void
hf_db_pgsql_connection_rollback (HfDbPgsqlConnection *self)
{
  if (self->n_queued > 0)
    PQclear (finish_queue (self, NULL));
  if (is_alive (self) && PQtransactionStatus (self->handle) != PQTRANS_IDLE)
    hf_db_pgsql_connection_exec (self, "ROLLBACK", NULL);
}

/**
 * hf_db_pgsql_connection_prepare:
 * @self: a connection
 * @sql: one statement
 * @types: (array length=n_types): of its parameters
 * @n_types: how many
 * @error: (nullable): %HF_DB_ERROR
 *
 * Prepares a statement for this session.
 *
 * Returns: (transfer full) (nullable): its name
 */
char *
hf_db_pgsql_connection_prepare (HfDbPgsqlConnection *self, const char *sql, const Oid *types,
                                int n_types, GError **error)
{
  if (!make_ready (self, error))
    return NULL;
  g_autofree char *name = g_strdup_printf ("huifang_%u", ++self->n_prepared);
  hf_db_pgsql_canceller_start (self->canceller);
  PGresult *result = PQprepare (self->handle, name, sql, n_types, types);
  hf_db_pgsql_canceller_end (self->canceller);
  result = take_result (self, result, error);
  PQclear (result);
  return result != NULL ? g_steal_pointer (&name) : NULL;
}

/**
 * hf_db_pgsql_connection_run:
 * @self: a connection
 * @call: a statement with its parameters
 * @error: (nullable): %HF_DB_ERROR
 *
 * Runs a statement and reads all its rows.
 *
 * Returns: (transfer full) (nullable): the rows
 */
PGresult *
hf_db_pgsql_connection_run (HfDbPgsqlConnection *self, const HfDbPgsqlCall *call,
                            GError **error)
{
  if (!check_alive (self, error))
    return NULL;
  if (self->n_queued > 0)
    return send_call (self, call, error) ? finish_queue (self, error) : NULL;
  hf_db_pgsql_canceller_start (self->canceller);
  PGresult *result = hf_db_pgsql_call_run (call, self->handle);
  hf_db_pgsql_canceller_end (self->canceller);
  return take_result (self, result, error);
}

/**
 * hf_db_pgsql_connection_set_bulk:
 * @self: a connection
 * @bulk: whether a great deal is about to be written
 *
 * Lets statements be queued.
 */
void
hf_db_pgsql_connection_set_bulk (HfDbPgsqlConnection *self, gboolean bulk)
{
  self->bulk = bulk;
}

/**
 * hf_db_pgsql_connection_can_queue:
 * @self: a connection
 *
 * Tells whether statements may be queued: only where what comes later can still undo them.
 *
 * Returns: whether they may
 */
gboolean
hf_db_pgsql_connection_can_queue (HfDbPgsqlConnection *self)
{
  return self->bulk
         && (self->n_queued > 0
             || (is_alive (self) && PQtransactionStatus (self->handle) == PQTRANS_INTRANS));
}

/**
 * hf_db_pgsql_connection_queue:
 * @self: a connection in a transaction
 * @call: a statement with its parameters, which are not needed afterwards
 * @error: (nullable): %HF_DB_ERROR, perhaps of a statement queued before
 *
 * Sends a statement without waiting for the answer. Whatever is asked next reads the answers
 * first.
 *
 * Returns: whether it is on its way
 */
gboolean
hf_db_pgsql_connection_queue (HfDbPgsqlConnection *self, const HfDbPgsqlCall *call,
                              GError **error)
{
  return check_alive (self, error) && send_call (self, call, error)
         && (self->n_queued < MAX_QUEUED || make_ready (self, error));
}

/**
 * hf_db_pgsql_connection_get_generation:
 * @self: a connection
 *
 * Tells sessions apart.
 *
 * Returns: a number that grows with each session, 0 before the first
 */
guint
hf_db_pgsql_connection_get_generation (HfDbPgsqlConnection *self)
{
  return self->generation;
}

/**
 * hf_db_pgsql_connection_get_canceller:
 * @self: a connection
 *
 * Gives what stops its statements.
 *
 * Returns: (transfer none): a canceller
 */
HfDbPgsqlCanceller *
hf_db_pgsql_connection_get_canceller (HfDbPgsqlConnection *self)
{
  return self->canceller;
}

/**
 * hf_db_pgsql_connection_get_watch:
 * @self: a connection
 *
 * Gives what looks how its statements read large tables.
 *
 * Returns: (transfer none): a watch
 */
HfDbPgsqlWatch *
hf_db_pgsql_connection_get_watch (HfDbPgsqlConnection *self)
{
  return self->watch;
}
