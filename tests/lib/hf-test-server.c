#include "config.h"

#include "hf-test-server.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hf-db-location.h"

static FILE *input;
static FILE *output;
static char *connection_string;

/* The script's input ends with this process, and that is what ends the server. */
static void
spawn (void)
{
  g_autoptr (GError) error = NULL;
  const char *argv[] = { g_getenv ("HUIFANG_TEST_SERVER"), NULL };
  int in = -1, out = -1;
  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &in,
                            &out, NULL, &error);
  g_assert_no_error (error);
  input = fdopen (in, "w");
  output = fdopen (out, "r");
}

static char *
ask (const char *command)
{
  char answer[1024] = "";
  fprintf (input, "%s\n", command);
  fflush (input);
  if (fgets (answer, sizeof answer, output) == NULL)
    g_error ("the test server does not answer");
  return g_strdup (g_strstrip (answer));
}

/**
 * hf_test_server_start:
 *
 * Starts the server, or starts it again.
 */
void
hf_test_server_start (void)
{
  if (input == NULL)
    spawn ();
  g_free (connection_string);
  connection_string = ask ("start");
  g_assert_cmpstr (connection_string, !=, "failed");
}

/**
 * hf_test_server_stop:
 *
 * Has the server stop at once and in order; its clients are told.
 */
void
hf_test_server_stop (void)
{
  g_autofree char *answer = ask ("stop");
  g_assert_cmpstr (answer, ==, "done");
}

/**
 * hf_test_server_crash:
 *
 * Has the server stop without a word.
 */
void
hf_test_server_crash (void)
{
  g_autofree char *answer = ask ("crash");
  g_assert_cmpstr (answer, ==, "done");
}

/**
 * hf_test_server_is_available:
 *
 * Starts the server if it does not run yet. Continuous integration must have one.
 *
 * Returns: whether it runs; %FALSE where this machine, or this build, has no PostgreSQL
 */
gboolean
hf_test_server_is_available (void)
{
#ifndef HAVE_LIBPQ
  return FALSE;
#endif
  if (connection_string == NULL)
    hf_test_server_start ();
  gboolean available = strcmp (connection_string, "none") != 0;
  if (!available && g_getenv ("CI") != NULL)
    g_error ("PostgreSQL is missing: tools/setup installs it");
  return available;
}

/**
 * hf_test_server_need:
 *
 * Ends the program, with all its tests skipped, where there is no server.
 */
void
hf_test_server_need (void)
{
  if (hf_test_server_is_available ())
    return;
  printf ("1..0 # SKIP there is no PostgreSQL\n");
  exit (0);
}

/**
 * hf_test_server_new_database:
 * @template: (nullable): the name of the database that it is a copy of, %NULL for an empty one
 * @name: (out) (optional): its name
 *
 * Makes a database on the server, which runs.
 *
 * Returns: (transfer full): a connection string for it
 */
char *
hf_test_server_new_database (const char *template, char **name)
{
  static int n_databases = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) db = hf_db_new_for (connection_string, &error);
  g_assert_no_error (error);
  g_autofree char *made = g_strdup_printf ("test_%d", ++n_databases);
  /* Copying small files takes less time than logging them. */
  g_autofree char *sql = g_strdup_printf ("CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy",
                                          made, template != NULL ? template : "template0");
  hf_db_open (db, HF_DB_OPEN_WRITE, &error);
  g_assert_no_error (error);
  hf_db_exec_script (db, sql, &error);
  g_assert_no_error (error);
  /* Of the keywords the last one counts. */
  char *location = g_strdup_printf ("%s dbname=%s", connection_string, made);
  if (name != NULL)
    *name = g_steal_pointer (&made);
  return location;
}

/**
 * hf_test_server_set_up_tls:
 * @port: (out): where it listens on localhost
 * @signer: (out): the file of the certificate that vouches for it; beside it, its own is
 *   "server.crt"
 *
 * Has the server, which runs, start again with a certificate for the name "localhost".
 * Continuous integration must have openssl.
 *
 * Returns: whether it was done; %FALSE where this machine has no openssl
 */
gboolean
hf_test_server_set_up_tls (char **port, char **signer)
{
  hf_test_server_stop ();
  g_autofree char *answer = ask ("tls");
  hf_test_server_start ();
  g_assert_cmpstr (answer, !=, "failed");
  char *blank = strchr (answer, ' ');
  if (blank == NULL && g_getenv ("CI") != NULL)
    g_error ("openssl is missing: tools/setup installs it");
  if (blank == NULL)
    return FALSE;
  *port = g_strndup (answer, blank - answer);
  *signer = g_strdup (blank + 1);
  return TRUE;
}

/**
 * hf_test_server_take_tls_away:
 *
 * Has the server start again without encryption.
 */
void
hf_test_server_take_tls_away (void)
{
  hf_test_server_stop ();
  g_autofree char *answer = ask ("plain");
  g_assert_cmpstr (answer, ==, "done");
  hf_test_server_start ();
}
