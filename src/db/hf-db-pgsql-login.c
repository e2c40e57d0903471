#include "config.h"

#include "hf-db-pgsql-login.h"

#include <string.h>

#include "hf-db-pgsql-error.h"
#include "hf-db-pgsql-options.h"

#define OLDEST_SERVER 150000

/* A time-out of the server's own stays as its administrator set it. To compile a statement
 * takes longer than any of ours runs. */
#define SESSION_SETTINGS                                                                       \
  "SET jit = off; SELECT set_config ('lock_timeout', '10s', false) "                           \
  "WHERE current_setting ('lock_timeout') = '0'"
#define READ_ONLY_SETTINGS "SET default_transaction_read_only = on"

static gboolean
on_ready (GIOChannel *channel, GIOCondition condition, gpointer ready)
{
  *(gboolean *) ready = TRUE;
  return G_SOURCE_REMOVE;
}

static void
attach (GSource *source, GSourceFunc func, gboolean *flag, GMainContext *context)
{
  g_source_set_callback (source, func, flag, NULL);
  g_source_attach (source, context);
  g_source_unref (source);
}

static gboolean
on_late (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

/* Waits until a socket can be read or written; 0 for @deadline waits for ever. A channel, as
 * g_poll() knows no sockets on Windows. */
static gboolean
wait_for (int socket, GIOCondition condition, gint64 deadline)
{
  gboolean ready = FALSE, late = FALSE;
  gint64 left = deadline - g_get_monotonic_time ();
  if (deadline != 0 && left <= 0)
    return FALSE;
  g_autoptr (GMainContext) context = g_main_context_new ();
  GIOChannel *channel = g_io_channel_unix_new (socket);
  attach (g_io_create_watch (channel, condition | G_IO_ERR | G_IO_HUP),
          G_SOURCE_FUNC (on_ready), &ready, context);
  if (deadline != 0)
    attach (g_timeout_source_new (left / 1000 + 1), on_late, &late, context);
  while (!ready && !late)
    g_main_context_iteration (context, TRUE);
  g_io_channel_unref (channel);
  return ready;
}

/* What is wrong with a certificate, of which libpq speaks in the user's language: OpenSSL's own
 * words are never translated, the file of those who are trusted stands in the message where it
 * cannot be read, and the server's name stands there twice where the certificate's is another.
 */
static HfDbError
tls_code (PGconn *handle)
{
  const char *message = PQerrorMessage (handle), *host = PQhost (handle);
  const char *first = host != NULL && *host != '\0' ? strstr (message, host) : NULL;
  if (strstr (message, "certificate verify failed") != NULL || strstr (message, ".crt") != NULL
      || strstr (message, ".pem") != NULL)
    return HF_DB_ERROR_CERTIFICATE;
  return first != NULL && strstr (first + 1, host) != NULL ? HF_DB_ERROR_CERTIFICATE_NAME
                                                           : HF_DB_ERROR_TLS;
}

static gboolean
fail (PGconn *handle, gboolean in_tls, gboolean late, GError **error)
{
  g_autofree char *state = hf_db_pgsql_error_dup_state (PQerrorMessage (handle));
  g_autofree char *line = hf_db_pgsql_error_dup_line (PQerrorMessage (handle));
  HfDbError code = hf_db_pgsql_error_login_code (state);
  if (late)
    code = HF_DB_ERROR_CONNECTION;
  else if (PQconnectionNeedsPassword (handle))
    code = HF_DB_ERROR_PASSWORD;
  else if (in_tls && state == NULL)
    code = tls_code (handle);
  g_set_error (error, HF_DB_ERROR, code, "%s", late ? "the server does not answer" : line);
  return FALSE;
}

/* Only the state in which the last step began tells a certificate that is wrong from a server
 * that is away: libpq has words for it, in the user's language. */
static gboolean
finish_connecting (PGconn *handle, guint timeout, GError **error)
{
  gint64 deadline = timeout > 0 ? g_get_monotonic_time () + timeout * G_TIME_SPAN_SECOND : 0;
  PostgresPollingStatusType wanted = PGRES_POLLING_WRITING;
  gboolean in_tls = FALSE, late = FALSE;
  if (PQstatus (handle) == CONNECTION_BAD)
    return fail (handle, FALSE, FALSE, error);
  while (wanted != PGRES_POLLING_OK && wanted != PGRES_POLLING_FAILED && !late)
    {
      late = !wait_for (PQsocket (handle), wanted == PGRES_POLLING_READING ? G_IO_IN : G_IO_OUT,
                        deadline);
      in_tls = PQstatus (handle) == CONNECTION_SSL_STARTUP;
      if (!late)
        wanted = PQconnectPoll (handle);
    }
  return wanted == PGRES_POLLING_OK || fail (handle, in_tls, late, error);
}

static void
note (void *unused, const PGresult *result)
{
  g_debug ("%s", PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY));
}

static PGconn *
look_up (HfDbPgsqlOptions *options)
{
  PGconn *handle = hf_db_pgsql_options_start (options);
  if (handle == NULL)
    g_error ("out of memory");
  return handle;
}

static PGconn *
connect_to (HfDbPgsqlOptions *options, const char *password, GError **error)
{
  PGconn *handle = look_up (options);
  hf_db_pgsql_options_complete (options, handle, password);
  PQfinish (handle);
  handle = look_up (options);
  PQsetNoticeReceiver (handle, note, NULL);
  PQsetErrorVerbosity (handle, PQERRORS_VERBOSE);
  if (finish_connecting (handle, hf_db_pgsql_options_get_timeout (options), error))
    return handle;
  PQfinish (handle);
  return NULL;
}

static gboolean
check_server (PGconn *handle, GError **error)
{
  const char *encoding = PQparameterStatus (handle, "server_encoding");
  if (PQserverVersion (handle) < OLDEST_SERVER)
    g_set_error (error, HF_DB_ERROR, HF_DB_ERROR_UNSUPPORTED,
                 "the server is PostgreSQL %d; 15 or later is needed",
                 PQserverVersion (handle) / 10000);
  else if (g_strcmp0 (encoding, "UTF8") != 0)
    g_set_error (error, HF_DB_ERROR, HF_DB_ERROR_UNSUPPORTED,
                 "the database's encoding is %s; UTF8 is needed",
                 encoding != NULL ? encoding : "not known");
  else
    return TRUE;
  return FALSE;
}

static gboolean
set_up (PGconn *handle, const char *sql, GError **error)
{
  PGresult *result = PQexec (handle, sql);
  ExecStatusType status = PQresultStatus (result);
  gboolean done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
  if (!done)
    hf_db_pgsql_error_set (error, handle, result, FALSE);
  PQclear (result);
  return done;
}

/**
 * hf_db_pgsql_login:
 * @string: a connection string of libpq
 * @password: (nullable): a password that a person typed
 * @read_only: whether nothing may be written
 * @error: (nullable): %HF_DB_ERROR
 *
 * Connects to a server and checks that it can carry a database of ours.
 *
 * Returns: (transfer full) (nullable): a connection
 */
PGconn *
hf_db_pgsql_login (const char *string, const char *password, gboolean read_only, GError **error)
{
  g_autoptr (HfDbPgsqlOptions) options = hf_db_pgsql_options_new (string, error);
  if (options == NULL)
    return NULL;
  PGconn *handle = connect_to (options, password, error);
  if (handle == NULL)
    return NULL;
  PQsetErrorVerbosity (handle, PQERRORS_DEFAULT);
  if (check_server (handle, error) && set_up (handle, SESSION_SETTINGS, error)
      && (!read_only || set_up (handle, READ_ONLY_SETTINGS, error)))
    return handle;
  PQfinish (handle);
  return NULL;
}
