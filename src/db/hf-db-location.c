#include "config.h"

#include "hf-db-location.h"

#include <string.h>

#include "hf-db-sqlite.h"

#ifdef HAVE_LIBPQ
#include <libpq-fe.h>

#include "hf-db-pgsql.h"
#endif

/* The words with which a connection string of libpq may begin. A build without libpq knows them
 * too, to say what it cannot do. */
static const char *const keywords[] = {
  "application_name",
  "channel_binding",
  "client_encoding",
  "connect_timeout",
  "dbname",
  "fallback_application_name",
  "gssencmode",
  "gsslib",
  "host",
  "hostaddr",
  "keepalives",
  "keepalives_count",
  "keepalives_idle",
  "keepalives_interval",
  "krbsrvname",
  "load_balance_hosts",
  "options",
  "passfile",
  "password",
  "port",
  "require_auth",
  "requirepeer",
  "service",
  "ssl_max_protocol_version",
  "ssl_min_protocol_version",
  "sslcert",
  "sslcertmode",
  "sslcompression",
  "sslcrl",
  "sslcrldir",
  "sslkey",
  "sslmode",
  "sslnegotiation",
  "sslpassword",
  "sslrootcert",
  "sslsni",
  "target_session_attrs",
  "tcp_user_timeout",
  "user",
  NULL,
};

static HfDbWrapFunc wrapper;

static gboolean
is_uri (const char *location)
{
  return g_str_has_prefix (location, "postgresql://")
         || g_str_has_prefix (location, "postgres://");
}

static gboolean
begins_with_keyword (const char *location)
{
  const char *equals = strchr (location, '=');
  if (equals == NULL)
    return FALSE;
  g_autofree char *keyword = g_strndup (location, equals - location);
  return g_strv_contains (keywords, g_strstrip (keyword));
}

/**
 * hf_db_location_is_server:
 * @location: where a database is: a file's path, or a connection string of libpq
 *
 * Tells a database on a server from one in a file. A path that looks like a connection string
 * is a file where there is such a file.
 *
 * Returns: whether it is on a server
 */
gboolean
hf_db_location_is_server (const char *location)
{
  return is_uri (location)
         || (begins_with_keyword (location) && !g_file_test (location, G_FILE_TEST_EXISTS));
}

/**
 * hf_db_new_for:
 * @location: where a database is: a file's path, %HF_DB_SQLITE_MEMORY, or a connection string
 *   of libpq
 * @error: (nullable): %HF_DB_ERROR; UNSUPPORTED where this build has no PostgreSQL
 *
 * Makes a connection by the engine that the database needs; it is not open yet.
 *
 * Returns: (transfer full) (nullable): a connection
 */
HfDb *
hf_db_new_for (const char *location, GError **error)
{
  if (!hf_db_location_is_server (location))
    return wrapper != NULL ? wrapper (hf_db_sqlite_new (location))
                           : hf_db_sqlite_new (location);
#ifdef HAVE_LIBPQ
  return hf_db_pgsql_new (location);
#else
  g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_UNSUPPORTED,
                       "this build of the program has no PostgreSQL");
  return NULL;
#endif
}

/**
 * hf_db_location_set_wrapper:
 * @wrap: (nullable): makes what stands in front of each connection to a file, from now on
 *
 * Lets tests come between a store and its database.
 */
void
hf_db_location_set_wrapper (HfDbWrapFunc wrap)
{
  wrapper = wrap;
}

#ifdef HAVE_LIBPQ
static char *
dup_option (PQconninfoOption *options, const char *keyword)
{
  for (PQconninfoOption *option = options; option != NULL && option->keyword != NULL; option++)
    if (strcmp (option->keyword, keyword) == 0 && option->val != NULL && *option->val != '\0')
      return g_strdup (option->val);
  return NULL;
}

/* Of a service only its name is known here. */
static void
describe_server (const char *location, char **host, char **database)
{
  PQconninfoOption *options = PQconninfoParse (location, NULL);
  *host = dup_option (options, "host");
  if (*host == NULL)
    *host = dup_option (options, "hostaddr");
  *database = dup_option (options, "dbname");
  if (*database == NULL)
    *database = dup_option (options, "service");
  PQconninfoFree (options);
}
#else
static void
describe_server (const char *location, char **host, char **database)
{
  *host = NULL;
  *database = NULL;
}
#endif

/**
 * hf_db_location_describe:
 * @location: where a database is
 * @host: (out) (transfer full) (nullable): the server's name, %NULL for this machine's own or a
 *   file
 * @database: (out) (transfer full) (nullable): the database's name, or the file's, %NULL where
 *   it is not told
 *
 * Says in short where a database is, without connecting, and without a user's name or password.
 */
void
hf_db_location_describe (const char *location, char **host, char **database)
{
  if (hf_db_location_is_server (location))
    {
      describe_server (location, host, database);
      return;
    }
  *host = NULL;
  *database = g_path_get_basename (location);
}
