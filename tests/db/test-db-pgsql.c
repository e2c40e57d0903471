#include "config.h"

#include <string.h>

#include "hf-db-location.h"
#include "hf-test-server.h"

/* What only a server can do: go away, and refuse us. */
typedef struct
{
  char *location;
  HfDb *db;
} Fixture;

static HfDb *
open_at (const char *location)
{
  g_autoptr (GError) error = NULL;
  HfDb *db = hf_db_new_for (location, &error);
  g_assert_no_error (error);
  hf_db_open (db, HF_DB_OPEN_CREATE, &error);
  g_assert_no_error (error);
  return db;
}

static void
run (HfDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  hf_db_exec_script (db, sql, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->location = hf_test_server_new_database (NULL, NULL);
  fixture->db = open_at (fixture->location);
  g_assert_true (hf_db_set_schema_version (fixture->db, 1, NULL));
  run (fixture->db, "CREATE TABLE thing (id BIGINT PRIMARY KEY)");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->db);
  g_free (fixture->location);
}

static gboolean
add (HfDb *db, gint64 id, GError **error)
{
  return hf_db_execute (db, "INSERT INTO thing (id) VALUES ($1)",
                        HF_DB_VALUES (hf_db_integer (id)), NULL, error);
}

static gint64
count (HfDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDbStatement) row = hf_db_query (db, "SELECT count(*) FROM thing",
                                               HF_DB_NO_VALUES, &error);
  g_assert_no_error (error);
  g_assert_cmpint (hf_db_statement_step (row, NULL), ==, HF_DB_STEP_ROW);
  return hf_db_statement_get_integer (row, 0);
}

static void
test_a_lost_server_is_found_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (add (fixture->db, 1, NULL));
  hf_test_server_stop ();
  hf_test_server_start ();
  hf_db_begin (fixture->db, &error);
  g_assert_no_error (error);
  /* It was prepared in the session before. */
  g_assert_true (add (fixture->db, 2, &error));
  g_assert_no_error (error);
  g_assert_true (hf_db_commit (fixture->db, NULL));
  g_assert_cmpint (count (fixture->db), ==, 2);
}

static void
test_a_server_that_is_away_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  hf_test_server_stop ();
  gboolean begun = hf_db_begin (fixture->db, &error);
  gboolean begun_again = hf_db_begin_read (fixture->db, NULL);
  hf_test_server_start ();
  g_assert_false (begun);
  g_assert_false (begun_again);
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_CONNECTION);
  g_assert_true (hf_db_begin (fixture->db, NULL));
  hf_db_rollback (fixture->db);
}

static void
check_lost_in_transaction (Fixture *fixture, void (*lose) (void))
{
  g_autoptr (GError) error = NULL, second = NULL;
  g_assert_true (hf_db_begin (fixture->db, NULL));
  g_assert_true (add (fixture->db, 1, NULL));
  lose ();
  hf_test_server_start ();
  g_assert_false (add (fixture->db, 2, &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_CONNECTION);
  /* It is known that nothing was committed. */
  g_assert_false (hf_db_commit (fixture->db, &second));
  g_assert_error (second, HF_DB_ERROR, HF_DB_ERROR_CONNECTION);
  hf_db_rollback (fixture->db);
  g_assert_true (hf_db_begin (fixture->db, NULL));
  g_assert_cmpint (count (fixture->db), ==, 0);
  hf_db_rollback (fixture->db);
}

static void
test_a_server_is_lost_in_a_transaction (Fixture *fixture, gconstpointer data)
{
  check_lost_in_transaction (fixture, hf_test_server_stop);
  check_lost_in_transaction (fixture, hf_test_server_crash);
}

/* Crashes the server in the middle of a commit. */
static gpointer
crash_in_commit (gpointer location)
{
  g_autoptr (HfDb) other = open_at (location);
  gint64 n_asleep = 0;
  while (n_asleep == 0)
    {
      g_autoptr (HfDbStatement) row = hf_db_query (
          other, "SELECT count (*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'",
          HF_DB_NO_VALUES, NULL);
      g_assert_cmpint (hf_db_statement_step (row, NULL), ==, HF_DB_STEP_ROW);
      n_asleep = hf_db_statement_get_integer (row, 0);
      g_usleep (20 * 1000);
    }
  hf_test_server_crash ();
  return NULL;
}

static void
test_a_commit_may_be_uncertain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  run (fixture->db,
       "CREATE FUNCTION dawdle () RETURNS trigger LANGUAGE plpgsql AS "
       "'BEGIN PERFORM pg_sleep (60); RETURN NULL; END'; "
       "CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON thing DEFERRABLE INITIALLY DEFERRED "
       "FOR EACH ROW EXECUTE FUNCTION dawdle ()");
  g_assert_true (hf_db_begin (fixture->db, NULL));
  g_assert_true (add (fixture->db, 1, NULL));
  GThread *thread = g_thread_new ("crash", crash_in_commit, fixture->location);
  gboolean committed = TRUE;
  gboolean told = hf_db_commit (fixture->db, &error);
  g_thread_join (thread);
  hf_test_server_start ();
  g_assert_false (told);
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_UNCERTAIN);
  g_clear_error (&error);
  g_assert_true (hf_db_ask_commit (fixture->db, &committed, &error));
  g_assert_no_error (error);
  g_assert_false (committed);
  hf_db_rollback (fixture->db);
  g_assert_true (hf_db_begin (fixture->db, NULL));
  g_assert_cmpint (count (fixture->db), ==, 0);
}

/* Ends the session that waits for a standby: it has committed already. */
static gpointer
end_waiting (gpointer location)
{
  g_autoptr (HfDb) other = open_at (location);
  gint64 n_ended = 0;
  while (n_ended == 0)
    {
      g_autoptr (HfDbStatement) row = hf_db_query (
          other,
          "SELECT count (pg_terminate_backend (pid)) FROM pg_stat_activity "
          "WHERE wait_event = 'SyncRep'",
          HF_DB_NO_VALUES, NULL);
      g_assert_cmpint (hf_db_statement_step (row, NULL), ==, HF_DB_STEP_ROW);
      n_ended = hf_db_statement_get_integer (row, 0);
      g_usleep (20 * 1000);
    }
  return NULL;
}

static void
set_standby (Fixture *fixture, const char *sql)
{
  run (fixture->db, sql);
  hf_test_server_stop ();
  hf_test_server_start ();
}

static void
test_an_uncertain_commit_may_have_been_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean committed = FALSE;
  set_standby (fixture, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
  g_assert_true (hf_db_begin (fixture->db, NULL));
  g_assert_true (add (fixture->db, 1, NULL));
  GThread *thread = g_thread_new ("end", end_waiting, fixture->location);
  gboolean told = hf_db_commit (fixture->db, &error);
  g_thread_join (thread);
  g_assert_false (told);
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_UNCERTAIN);
  g_clear_error (&error);
  hf_db_rollback (fixture->db);
  while (!hf_db_ask_commit (fixture->db, &committed, &error))
    {
      g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_BUSY);
      g_clear_error (&error);
    }
  g_assert_true (committed);
  set_standby (fixture, "ALTER SYSTEM RESET synchronous_standby_names");
  g_assert_true (hf_db_begin_read (fixture->db, NULL));
  g_assert_cmpint (count (fixture->db), ==, 1);
  hf_db_rollback (fixture->db);
}

/* Nothing was to be written, and so there is no number to ask for. */
static void
test_what_is_not_known_stays_uncertain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean committed = FALSE;
  g_assert_true (hf_db_begin_read (fixture->db, NULL));
  hf_db_rollback (fixture->db);
  g_assert_false (hf_db_ask_commit (fixture->db, &committed, &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_UNCERTAIN);
}

/* Its session is ended, so that the answer comes. */
static void
test_a_transaction_left_behind_is_ended (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean committed = TRUE;
  g_assert_true (hf_db_begin (fixture->db, NULL));
  g_assert_true (add (fixture->db, 1, NULL));
  g_assert_false (hf_db_ask_commit (fixture->db, &committed, &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_BUSY);
  g_assert_false (hf_db_commit (fixture->db, NULL));
  g_assert_true (hf_db_ask_commit (fixture->db, &committed, NULL));
  g_assert_false (committed);
}

static void
test_a_failed_transaction_does_not_commit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (hf_db_begin (fixture->db, NULL));
  g_assert_true (add (fixture->db, 1, NULL));
  g_assert_false (add (fixture->db, 1, NULL));
  g_assert_false (hf_db_commit (fixture->db, &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_FAILED);
  hf_db_rollback (fixture->db);
  g_assert_cmpint (count (fixture->db), ==, 0);
}

static void
test_a_lock_is_waited_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) other = open_at (fixture->location);
  run (other, "SET lock_timeout = 100");
  g_assert_true (hf_db_begin (fixture->db, NULL));
  g_assert_true (add (fixture->db, 1, NULL));
  g_assert_true (hf_db_begin (other, NULL));
  g_assert_false (add (other, 1, &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_BUSY);
  hf_db_rollback (other);
  hf_db_rollback (fixture->db);
}

static void
check_refused (const char *location, const char *password, HfDbError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) db = hf_db_new_for (location, &error);
  g_assert_no_error (error);
  hf_db_set_password (db, password);
  g_assert_false (hf_db_open (db, HF_DB_OPEN_WRITE, &error));
  g_assert_error (error, HF_DB_ERROR, (int) code);
  if (password != NULL)
    g_assert_null (strstr (error->message, password));
}

static void
test_a_password_is_asked_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *location = g_strconcat (fixture->location, " user=guarded", NULL);
  run (fixture->db, "CREATE ROLE guarded LOGIN PASSWORD 'open sesame'");
  check_refused (location, NULL, HF_DB_ERROR_PASSWORD);
  check_refused (location, "wrong", HF_DB_ERROR_PASSWORD);
  g_autoptr (HfDb) db = hf_db_new_for (location, &error);
  g_assert_false (hf_db_open (db, HF_DB_OPEN_READ, NULL));
  hf_db_set_password (db, "open sesame");
  hf_db_open (db, HF_DB_OPEN_READ, &error);
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_PASSWORD);
  g_assert_nonnull (strstr (error->message, "schema_version"));
  run (fixture->db, "DROP ROLE guarded");
}

static void
test_a_missing_database_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = g_strconcat (fixture->location, " dbname=nowhere", NULL);
  check_refused (location, NULL, HF_DB_ERROR_NOT_FOUND);
}

static void
test_an_idle_session_may_be_ended (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfDb) other = open_at (fixture->location);
  run (other, "SELECT pg_terminate_backend (pid) FROM pg_stat_activity "
              "WHERE pid <> pg_backend_pid () AND datname = current_database ()");
  g_assert_true (hf_db_begin_read (fixture->db, NULL));
  g_assert_cmpint (count (fixture->db), ==, 0);
  hf_db_rollback (fixture->db);
}

static void
test_a_server_is_lost_with_a_queue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (hf_db_begin (fixture->db, NULL));
  hf_db_set_bulk (fixture->db, TRUE);
  g_assert_true (add (fixture->db, 1, NULL));
  g_assert_true (add (fixture->db, 2, NULL));
  hf_test_server_crash ();
  hf_test_server_start ();
  gboolean done = TRUE;
  for (int i = 3; i < 2000 && done; i++)
    done = add (fixture->db, i, &error);
  g_assert_false (done);
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_CONNECTION);
  hf_db_rollback (fixture->db);
  g_assert_true (hf_db_begin (fixture->db, NULL));
  g_assert_true (add (fixture->db, 1, NULL));
  g_assert_true (hf_db_commit (fixture->db, NULL));
  hf_db_set_bulk (fixture->db, FALSE);
  g_assert_cmpint (count (fixture->db), ==, 1);
}

static void
test_a_queue_needs_a_transaction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  hf_db_set_bulk (fixture->db, TRUE);
  g_assert_true (add (fixture->db, 1, NULL));
  g_assert_false (add (fixture->db, 1, &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_CONSTRAINT);
  g_assert_cmpint (count (fixture->db), ==, 1);
}

static void
test_the_server_may_have_enough (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  run (fixture->db, "SET statement_timeout = 100");
  g_assert_false (hf_db_exec_script (fixture->db, "SELECT pg_sleep (20)", &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_BUSY);
}

typedef struct
{
  HfDb *db;
  gint done;
} Waiting;

/* What does not wait yet is not stopped. */
static gpointer
interrupt_until_done (gpointer data)
{
  Waiting *waiting = data;
  while (!g_atomic_int_get (&waiting->done))
    {
      g_usleep (50 * 1000);
      hf_db_interrupt (waiting->db);
    }
  return NULL;
}

static void
test_waiting_for_a_lock_can_be_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) other = open_at (fixture->location);
  g_assert_true (hf_db_begin (fixture->db, NULL));
  g_assert_true (add (fixture->db, 1, NULL));
  g_assert_true (hf_db_begin (other, NULL));
  Waiting waiting = { other, FALSE };
  GThread *thread = g_thread_new ("interrupt", interrupt_until_done, &waiting);
  g_assert_false (add (other, 1, &error));
  g_atomic_int_set (&waiting.done, TRUE);
  g_thread_join (thread);
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_CANCELLED);
  hf_db_rollback (other);
  g_assert_true (hf_db_commit (fixture->db, NULL));
}

static void
check_setting (HfDb *db, const char *name, const char *expected)
{
  g_autoptr (HfDbStatement) row = hf_db_query (db, "SELECT current_setting ($1)",
                                               HF_DB_VALUES (hf_db_text (name)), NULL);
  g_assert_cmpint (hf_db_statement_step (row, NULL), ==, HF_DB_STEP_ROW);
  g_assert_cmpstr (hf_db_statement_get_text (row, 0), ==, expected);
}

static void
test_a_session_is_set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = g_strconcat (fixture->location, " options='-c lock_timeout=2s'",
                                           NULL);
  check_setting (fixture->db, "application_name", "huifang");
  check_setting (fixture->db, "client_encoding", "UTF8");
  check_setting (fixture->db, "lock_timeout", "10s");
  check_setting (fixture->db, "default_transaction_read_only", "off");
  g_autoptr (HfDb) other = open_at (location);
  check_setting (other, "lock_timeout", "2s");
}

static void
test_another_encoding_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = g_strconcat (fixture->location, " dbname=latin", NULL);
  run (fixture->db, "CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' "
                    "LC_COLLATE 'C' LC_CTYPE 'C'");
  check_refused (location, NULL, HF_DB_ERROR_UNSUPPORTED);
  run (fixture->db, "DROP DATABASE latin");
}

static void
test_a_missing_schema_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = g_strconcat (fixture->location,
                                           " options='-c search_path=nowhere'", NULL);
  check_refused (location, NULL, HF_DB_ERROR_NOT_FOUND);
}

static void
test_what_is_half_done_is_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  run (fixture->db,
       "ALTER TABLE thing ADD CONSTRAINT positive CHECK (id > 0) NOT VALID; "
       "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'thing_pkey'::regclass");
  g_assert_true (hf_db_check (fixture->db, findings, NULL));
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (findings, 0), "thing_pkey"));
  g_assert_nonnull (strstr (g_ptr_array_index (findings, 1), "positive"));
}

static void
test_a_foreign_database_is_left_alone (Fixture *fixture, gconstpointer data)
{
  run (fixture->db, "DROP TABLE schema_version");
  check_refused (fixture->location, NULL, HF_DB_ERROR_FOREIGN);
  run (fixture->db, "CREATE TABLE schema_version (version INTEGER)");
  check_refused (fixture->location, NULL, HF_DB_ERROR_FOREIGN);
  run (fixture->db, "ALTER TABLE schema_version ADD program TEXT");
  check_refused (fixture->location, NULL, HF_DB_ERROR_FOREIGN);
}

#define ADD(name, func) g_test_add ("/db-pgsql/" name, Fixture, NULL, set_up, func, tear_down)

static void
add_server_tests (void)
{
  ADD ("found-again", test_a_lost_server_is_found_again);
  ADD ("away", test_a_server_that_is_away_is_told);
  ADD ("lost", test_a_server_is_lost_in_a_transaction);
  ADD ("uncertain", test_a_commit_may_be_uncertain);
  ADD ("uncertain-done", test_an_uncertain_commit_may_have_been_done);
  ADD ("uncertain-unknown", test_what_is_not_known_stays_uncertain);
  ADD ("uncertain-open", test_a_transaction_left_behind_is_ended);
  ADD ("failed", test_a_failed_transaction_does_not_commit);
  ADD ("lock", test_a_lock_is_waited_for);
  ADD ("password", test_a_password_is_asked_for);
  ADD ("missing", test_a_missing_database_is_told);
  ADD ("foreign", test_a_foreign_database_is_left_alone);
  ADD ("idle", test_an_idle_session_may_be_ended);
  ADD ("lost-queue", test_a_server_is_lost_with_a_queue);
  ADD ("no-queue", test_a_queue_needs_a_transaction);
  ADD ("time-out", test_the_server_may_have_enough);
  ADD ("stop-lock", test_waiting_for_a_lock_can_be_stopped);
  ADD ("session", test_a_session_is_set_up);
  ADD ("encoding", test_another_encoding_is_refused);
  ADD ("schema", test_a_missing_schema_is_told);
  ADD ("half-done", test_what_is_half_done_is_found);
}

static void
skip_server (void)
{
  g_test_skip ("there is no PostgreSQL on this machine");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (hf_test_server_is_available ())
    add_server_tests ();
  else
    g_test_add_func ("/db-pgsql/server", skip_server);
  return g_test_run ();
}
