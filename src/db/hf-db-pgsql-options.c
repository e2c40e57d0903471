#include "config.h"

#include "hf-db-pgsql-options.h"

#include <stdlib.h>
#include <string.h>

#include "hf-db-error.h"
#include "hf-db-secret.h"
#include "hf-paths.h"

/* From here on libpq knows the system's own certificates. */
#define LIBPQ_WITH_SYSTEM_ROOTS 160000

struct _HfDbPgsqlOptions
{
  GPtrArray *keywords;     /* (element-type utf8) */
  GPtrArray *values;       /* (element-type utf8) */
  PQconninfoOption *given; /* what the string itself says */
  guint timeout;           /* seconds for each server */
  guint n_servers;
};

/* What holds where nobody says otherwise; the numbers are seconds, milliseconds for tcp_. */
static const struct
{
  const char *keyword;
  const char *value;
} presets[] = {
  { "application_name", "huifang" }, { "connect_timeout", "10" },
  { "keepalives_count", "3" },       { "keepalives_idle", "15" },
  { "keepalives_interval", "5" },    { "tcp_user_timeout", "15000" },
};

/* The value of a keyword in a list of libpq's, NULL where it has none. */
static const char *
look_up (PQconninfoOption *options, const char *keyword)
{
  for (PQconninfoOption *option = options; option != NULL && option->keyword != NULL; option++)
    if (strcmp (option->keyword, keyword) == 0)
      return option->val != NULL && option->val[0] != '\0' ? option->val : NULL;
  return NULL;
}

static void
add (HfDbPgsqlOptions *self, const char *keyword, const char *value)
{
  g_ptr_array_add (self->keywords, g_strdup (keyword));
  g_ptr_array_add (self->values, g_strdup (value));
}

/* libpq's own message may quote any part of the string, a password with a blank for one. */
static gboolean
refuse_string (GError **error)
{
  g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_FAILED,
                       "the connection string cannot be read");
  return FALSE;
}

static gboolean
read_string (HfDbPgsqlOptions *self, const char *string, GError **error)
{
  char *message = NULL;
  self->given = PQconninfoParse (string, &message);
  PQfreemem (message);
  if (self->given == NULL)
    return refuse_string (error);
  if (look_up (self->given, "password") == NULL && look_up (self->given, "sslpassword") == NULL)
    return TRUE;
  g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_PASSWORD_IN_STRING,
                       "the connection string contains a password");
  return FALSE;
}

/**
 * hf_db_pgsql_options_new:
 * @string: a connection string of libpq
 * @error: (nullable): %HF_DB_ERROR; PASSWORD_IN_STRING, or FAILED where it makes no sense
 *
 * Takes a connection string apart; no word of it gets into an error.
 *
 * Returns: (transfer full) (nullable): options that say what the string says
 */
HfDbPgsqlOptions *
hf_db_pgsql_options_new (const char *string, GError **error)
{
  g_autoptr (HfDbPgsqlOptions) self = g_new0 (HfDbPgsqlOptions, 1);
  self->keywords = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (hf_db_secret_free);
  if (!read_string (self, string, error))
    return NULL;
  add (self, "dbname", string);
  return g_steal_pointer (&self);
}

/**
 * hf_db_pgsql_options_free:
 * @self: options
 *
 * Frees them, and leaves no password in memory.
 */
void
hf_db_pgsql_options_free (HfDbPgsqlOptions *self)
{
  PQconninfoFree (self->given);
  g_ptr_array_unref (self->keywords);
  g_ptr_array_unref (self->values);
  g_free (self);
}

static gboolean
is_local_address (const char *address)
{
  return g_str_has_prefix (address, "127.") ? g_hostname_is_ip_address (address)
                                            : strcmp (address, "::1") == 0;
}

static gboolean
is_local_host (const char *host)
{
  return host[0] == '\0' || host[0] == '/' || host[0] == '@'
         || g_ascii_strcasecmp (host, "localhost") == 0 || is_local_address (host);
}

/**
 * hf_db_pgsql_options_is_local:
 * @host: (nullable): names or addresses of servers, or folders of sockets, parted by commas
 * @address: (nullable): their addresses, parted by commas, where they were given
 *
 * Tells whether what is sent there stays on this machine.
 *
 * Returns: whether it does, for every server
 */
gboolean
hf_db_pgsql_options_is_local (const char *host, const char *address)
{
  g_auto (GStrv) hosts = g_strsplit (host != NULL ? host : "", ",", -1);
  g_auto (GStrv) addresses = g_strsplit (address != NULL ? address : "", ",", -1);
  gsize n_hosts = g_strv_length (hosts), n_addresses = g_strv_length (addresses);
  for (gsize i = 0; i < MAX (n_hosts, n_addresses); i++)
    if (i < n_addresses && addresses[i][0] != '\0' ? !is_local_address (addresses[i])
                                                   : i < n_hosts && !is_local_host (hosts[i]))
      return FALSE;
  return TRUE;
}

/* Where nobody named the authorities to trust, those of the system. */
static void
add_roots (HfDbPgsqlOptions *self, PQconninfoOption *in_force)
{
  g_autofree char *own = hf_paths_dup_postgresql_roots ();
  if (look_up (in_force, "sslrootcert") != NULL || g_file_test (own, G_FILE_TEST_EXISTS))
    return;
  g_autofree char *bundle = hf_paths_dup_system_roots ();
  if (PQlibVersion () >= LIBPQ_WITH_SYSTEM_ROOTS)
    add (self, "sslrootcert", "system");
  else if (bundle != NULL)
    add (self, "sslrootcert", bundle);
}

/* Plain text only where the string itself allows it, or where nobody else can listen. */
static void
add_security (HfDbPgsqlOptions *self, PQconninfoOption *in_force)
{
  const char *given_mode = look_up (self->given, "sslmode");
  gboolean local = hf_db_pgsql_options_is_local (look_up (in_force, "host"),
                                                 look_up (in_force, "hostaddr"));
  if (!local && given_mode == NULL)
    {
      add (self, "sslmode", "verify-full");
      /* Kerberos would go before TLS, and looks at no certificate. */
      add (self, "gssencmode", "disable");
    }
  if (given_mode != NULL ? g_str_has_prefix (given_mode, "verify-") : !local)
    add_roots (self, in_force);
}

/**
 * hf_db_pgsql_options_complete:
 * @self: options
 * @looked_up: a connection that libpq has begun with them, so that its environment, its service
 *   file and its own presets have spoken
 * @password: (nullable): the password that a person typed
 *
 * Adds what the string leaves open: time-outs, and TLS for servers on other machines.
 */
void
hf_db_pgsql_options_complete (HfDbPgsqlOptions *self, PGconn *looked_up, const char *password)
{
  PQconninfoOption *in_force = PQconninfo (looked_up);
  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    if (look_up (in_force, presets[i].keyword) == NULL)
      add (self, presets[i].keyword, presets[i].value);
  const char *timeout = look_up (in_force, "connect_timeout");
  self->timeout = timeout != NULL ? MAX (0, atoi (timeout)) : 10;
  const char *hosts = look_up (in_force, "host");
  for (self->n_servers = 1; hosts != NULL && (hosts = strchr (hosts, ',')) != NULL; hosts++)
    self->n_servers++;
  add_security (self, in_force);
  add (self, "client_encoding", "UTF8");
  if (password != NULL)
    add (self, "password", password);
  PQconninfoFree (in_force);
}

/**
 * hf_db_pgsql_options_start:
 * @self: options
 *
 * Has libpq begin to connect.
 *
 * Returns: (transfer full): a connection for PQconnectPoll()
 */
PGconn *
hf_db_pgsql_options_start (HfDbPgsqlOptions *self)
{
  gsize n = self->keywords->len;
  g_autofree const char **keywords = g_new0 (const char *, n + 1);
  g_autofree const char **values = g_new0 (const char *, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      keywords[i] = g_ptr_array_index (self->keywords, i);
      values[i] = g_ptr_array_index (self->values, i);
    }
  return PQconnectStartParams (keywords, values, 1);
}

/**
 * hf_db_pgsql_options_get_timeout:
 * @self: options that are complete
 *
 * Tells how long connecting may take.
 *
 * Returns: seconds, 0 for as long as it takes
 */
guint
hf_db_pgsql_options_get_timeout (HfDbPgsqlOptions *self)
{
  return self->timeout * self->n_servers;
}
