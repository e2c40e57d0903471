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

static gpointer
crash_later (gpointer unused)
{
  g_usleep (200 * 1000);
  hf_test_server_crash ();
  return NULL;
}

static void
test_a_commit_may_be_uncertain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  run (fixture->db,
       "CREATE FUNCTION dawdle () RETURNS trigger LANGUAGE plpgsql AS "
       "'BEGIN PERFORM pg_sleep (20); RETURN NULL; END'; "
       "CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON thing DEFERRABLE INITIALLY DEFERRED "
       "FOR EACH ROW EXECUTE FUNCTION dawdle ()");
  g_assert_true (hf_db_begin (fixture->db, NULL));
  g_assert_true (add (fixture->db, 1, NULL));
  GThread *thread = g_thread_new ("crash", crash_later, NULL);
  gboolean committed = hf_db_commit (fixture->db, &error);
  g_thread_join (thread);
  hf_test_server_start ();
  g_assert_false (committed);
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_UNCERTAIN);
  hf_db_rollback (fixture->db);
  g_assert_true (hf_db_begin (fixture->db, NULL));
  g_assert_cmpint (count (fixture->db), ==, 0);
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
  ADD ("failed", test_a_failed_transaction_does_not_commit);
  ADD ("lock", test_a_lock_is_waited_for);
  ADD ("password", test_a_password_is_asked_for);
  ADD ("missing", test_a_missing_database_is_told);
  ADD ("foreign", test_a_foreign_database_is_left_alone);
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
