#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "hf-db-location.h"
#include "hf-db-pgsql-error.h"
#include "hf-db-pgsql-options.h"

/* What becomes of a connection string, and what is said where nobody lets us in. No PostgreSQL
 * is needed: some tests are the server themselves. */
static void
test_states_become_codes (void)
{
  const struct
  {
    const char *state;
    HfDbError code;
  } cases[] = {
    { "08006", HF_DB_ERROR_CONNECTION }, { "23505", HF_DB_ERROR_CONSTRAINT },
    { "23503", HF_DB_ERROR_CONSTRAINT }, { "25006", HF_DB_ERROR_READ_ONLY },
    { "25P02", HF_DB_ERROR_FAILED },     { "28P01", HF_DB_ERROR_PASSWORD },
    { "28000", HF_DB_ERROR_PASSWORD },   { "3D000", HF_DB_ERROR_NOT_FOUND },
    { "40001", HF_DB_ERROR_BUSY },       { "40P01", HF_DB_ERROR_BUSY },
    { "42601", HF_DB_ERROR_FAILED },     { "53100", HF_DB_ERROR_NO_SPACE },
    { "55P03", HF_DB_ERROR_BUSY },       { "57014", HF_DB_ERROR_BUSY },
    { "57P01", HF_DB_ERROR_CONNECTION }, { "57P03", HF_DB_ERROR_CONNECTION },
    { "XX000", HF_DB_ERROR_FAILED },     { "XX001", HF_DB_ERROR_CORRUPT },
    { NULL, HF_DB_ERROR_FAILED },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (hf_db_pgsql_error_code (cases[i].state), ==, cases[i].code);
  g_assert_cmpint (hf_db_pgsql_error_login_code (NULL), ==, HF_DB_ERROR_CONNECTION);
  g_assert_cmpint (hf_db_pgsql_error_login_code ("42501"), ==, HF_DB_ERROR_PASSWORD);
}

static void
check_state (const char *message, const char *expected)
{
  g_autofree char *state = hf_db_pgsql_error_dup_state (message);
  g_assert_cmpstr (state, ==, expected);
}

static void
test_a_state_is_found_in_any_language (void)
{
  check_state ("connection to server at \"a\" failed: FATAL:  28P01: password wrong\n",
               "28P01");
  check_state ("连接失败: 致命错误:  3D000: 数据库不存在\nLOCATION:  InitPostgres", "3D000");
  check_state ("a: FATAL:  57P03: starting\nb: FATAL:  28P01: wrong\n", "28P01");
  check_state ("connection refused\n\tIs the server running:  there?", NULL);
  check_state ("FATAL:  AB", NULL);
  check_state ("", NULL);
}

static void
test_what_stays_on_this_machine (void)
{
  const struct
  {
    const char *host;
    const char *address;
    gboolean local;
  } cases[] = {
    { NULL, NULL, TRUE },
    { "/run/postgresql", NULL, TRUE },
    { "@abstract", NULL, TRUE },
    { "localhost", NULL, TRUE },
    { "LocalHost", NULL, TRUE },
    { "127.0.0.1", NULL, TRUE },
    { "127.8.9.10", NULL, TRUE },
    { "::1", NULL, TRUE },
    { "db.example", "127.0.0.1", TRUE },
    { "db.example", NULL, FALSE },
    { "127.0.0.1.example", NULL, FALSE },
    { "localhost.example", NULL, FALSE },
    { "192.0.2.1", NULL, FALSE },
    { "localhost", "192.0.2.1", FALSE },
    { "localhost,db.example", NULL, FALSE },
    { "localhost,", NULL, TRUE },
    { "a,b", "127.0.0.1,192.0.2.1", FALSE },
    { "localhost,b", "192.0.2.1,127.0.0.1", FALSE },
    { "localhost,b", ",127.0.0.1", TRUE },
    { NULL, "192.0.2.1", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (hf_db_pgsql_options_is_local (cases[i].host, cases[i].address), ==,
                     cases[i].local);
}

/* What libpq is told in the end where the string says @string. */
static void
check_option (const char *string, const char *keyword, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDbPgsqlOptions) options = hf_db_pgsql_options_new (string, &error);
  g_assert_no_error (error);
  PGconn *first = hf_db_pgsql_options_start (options);
  hf_db_pgsql_options_complete (options, first, "typed");
  PGconn *second = hf_db_pgsql_options_start (options);
  PQconninfoOption *in_force = PQconninfo (second), *option = in_force;
  while (strcmp (option->keyword, keyword) != 0)
    option++;
  g_assert_cmpstr (option->val, ==, expected);
  PQconninfoFree (in_force);
  PQfinish (first);
  PQfinish (second);
}

#define REMOTE "hostaddr=192.0.2.1 host=db.example "
#define LOCAL "host=/nowhere "

static void
test_other_machines_must_prove_who_they_are (void)
{
  check_option (REMOTE, "sslmode", "verify-full");
  check_option (REMOTE, "gssencmode", "disable");
  check_option (REMOTE "sslmode=require", "sslmode", "require");
  check_option (REMOTE "sslmode=disable", "sslmode", "disable");
  check_option (REMOTE "sslrootcert=/mine.crt", "sslrootcert", "/mine.crt");
  check_option ("postgresql://db.example/?hostaddr=192.0.2.1", "sslmode", "verify-full");
  check_option (LOCAL, "sslmode", "prefer");
}

static void
test_the_environment_cannot_allow_plain_text (void)
{
  g_setenv ("PGSSLMODE", "disable", TRUE);
  g_setenv ("PGHOSTADDR", "192.0.2.1", TRUE);
  check_option ("dbname=team", "sslmode", "verify-full");
  g_unsetenv ("PGHOSTADDR");
  g_unsetenv ("PGSSLMODE");
}

static void
test_nothing_waits_for_ever (void)
{
  check_option (LOCAL, "connect_timeout", "10");
  check_option (LOCAL, "tcp_user_timeout", "15000");
  check_option (LOCAL "connect_timeout=3", "connect_timeout", "3");
  g_setenv ("PGCONNECT_TIMEOUT", "4", TRUE);
  check_option (LOCAL, "connect_timeout", "4");
  g_unsetenv ("PGCONNECT_TIMEOUT");
  check_option (LOCAL, "client_encoding", "UTF8");
  check_option (LOCAL, "application_name", "huifang");
  check_option (LOCAL, "password", "typed");
}

static void
check_refused (const char *location, HfDbError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) db = hf_db_new_for (location, &error);
  g_assert_no_error (error);
  g_assert_false (hf_db_open (db, HF_DB_OPEN_WRITE, &error));
  g_assert_error (error, HF_DB_ERROR, (int) code);
  g_assert_null (strstr (error->message, "sesame"));
}

static void
test_a_password_in_the_string_is_refused (void)
{
  check_refused ("host=/nowhere password=sesame", HF_DB_ERROR_PASSWORD_IN_STRING);
  check_refused ("postgresql://li:sesame@db.example/team", HF_DB_ERROR_PASSWORD_IN_STRING);
  check_refused ("postgresql://db.example/team?password=sesame",
                 HF_DB_ERROR_PASSWORD_IN_STRING);
  check_refused ("host=/nowhere sslpassword=sesame", HF_DB_ERROR_PASSWORD_IN_STRING);
  check_refused ("host=/nowhere password=open sesame", HF_DB_ERROR_FAILED);
  check_refused ("postgresql://li:sesame%@db.example", HF_DB_ERROR_FAILED);
}

static void
test_a_server_that_is_not_there_is_told (void)
{
  check_refused ("host=/nowhere", HF_DB_ERROR_CONNECTION);
  check_refused ("host=name.invalid", HF_DB_ERROR_CONNECTION);
}

/* A server that reads a packet and answers by one letter, or not at all. */
typedef struct
{
  GSocketListener *listener;
  GCancellable *end;
  guint16 port;
  char letter;
} Server;

static gpointer
serve (gpointer data)
{
  Server *server = data;
  char packet[64];
  GSocketConnection *client;
  /* The first one is how libpq is asked what is in force; it says nothing. */
  while ((client = g_socket_listener_accept (server->listener, NULL, server->end, NULL))
         != NULL)
    {
      GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (client));
      GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (client));
      if (g_input_stream_read (in, packet, sizeof packet, NULL, NULL) > 0
          && server->letter != '\0')
        g_output_stream_write (out, &server->letter, 1, NULL, NULL);
      if (server->letter == '\0')
        g_input_stream_read (in, packet, sizeof packet, NULL, NULL);
      g_object_unref (client);
    }
  return NULL;
}

static void
check_server (char letter, const char *options, HfDbError code)
{
  Server server = { .listener = g_socket_listener_new (),
                    .end = g_cancellable_new (),
                    .letter = letter };
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) given = NULL;
  g_assert_true (g_socket_listener_add_address (server.listener, wanted, G_SOCKET_TYPE_STREAM,
                                                G_SOCKET_PROTOCOL_TCP, NULL, &given, NULL));
  server.port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (given));
  GThread *thread = g_thread_new ("server", serve, &server);
  g_autofree char *location = g_strdup_printf ("host=127.0.0.1 port=%u user=li dbname=team %s",
                                               server.port, options);
  check_refused (location, code);
  g_cancellable_cancel (server.end);
  g_thread_join (thread);
  g_object_unref (server.listener);
  g_object_unref (server.end);
}

static void
test_a_server_without_tls_is_refused (void)
{
  check_server ('N', "sslmode=require", HF_DB_ERROR_TLS);
  check_server ('S', "sslmode=require", HF_DB_ERROR_TLS);
}

static void
test_a_server_that_says_nothing_is_given_up (void)
{
  gint64 start = g_get_monotonic_time ();
  check_server ('\0', "connect_timeout=1", HF_DB_ERROR_CONNECTION);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, G_TIME_SPAN_SECOND);
}

int
main (int argc, char **argv)
{
  const char *const variables[] = { "PGHOST", "PGHOSTADDR", "PGPORT", "PGSERVICE",
                                    "PGSSLMODE" };
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    g_unsetenv (variables[i]);
  g_test_add_func ("/db-pgsql-login/codes", test_states_become_codes);
  g_test_add_func ("/db-pgsql-login/state", test_a_state_is_found_in_any_language);
  g_test_add_func ("/db-pgsql-login/local", test_what_stays_on_this_machine);
  g_test_add_func ("/db-pgsql-login/tls", test_other_machines_must_prove_who_they_are);
  g_test_add_func ("/db-pgsql-login/environment", test_the_environment_cannot_allow_plain_text);
  g_test_add_func ("/db-pgsql-login/time-outs", test_nothing_waits_for_ever);
  g_test_add_func ("/db-pgsql-login/password", test_a_password_in_the_string_is_refused);
  g_test_add_func ("/db-pgsql-login/away", test_a_server_that_is_not_there_is_told);
  g_test_add_func ("/db-pgsql-login/plain", test_a_server_without_tls_is_refused);
  g_test_add_func ("/db-pgsql-login/silent", test_a_server_that_says_nothing_is_given_up);
  return g_test_run ();
}
