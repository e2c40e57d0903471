#include "config.h"

#include "hf-db-location.h"
#include "hf-db-migrator.h"
#include "hf-db-sqlite.h"
#include "hf-test-server.h"
#include "migrations.h"
#include "test-folder.h"

/* Migrations of the test's own, on a file and on a server. */
#define FOLDER "/test/migrations"
#define NEWEST 3

typedef struct
{
  char *folder;
  char *location;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer on_server)
{
  fixture->folder = test_folder_new ("hf-migrator-XXXXXX");
  fixture->location = on_server ? hf_test_server_new_database (NULL, NULL)
                                : g_build_filename (fixture->folder, "a.huifang", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer on_server)
{
  test_folder_remove (fixture->folder);
  g_free (fixture->location);
}

static HfDb *
open_at (const char *location)
{
  g_autoptr (GError) error = NULL;
  HfDb *db = hf_db_new_for (location, &error);
  hf_db_open (db, HF_DB_OPEN_CREATE, &error);
  g_assert_no_error (error);
  return db;
}

static void
check_migrated (HfDb *db)
{
  g_autoptr (GError) error = NULL;
  int version = 0;
  g_assert_true (hf_db_get_schema_version (db, &version, &error));
  g_assert_cmpint (version, ==, NEWEST);
  g_autoptr (HfDbStatement) rows = hf_db_query (db, "SELECT name FROM thing ORDER BY id",
                                                HF_DB_NO_VALUES, &error);
  g_assert_cmpint (hf_db_statement_step (rows, &error), ==, HF_DB_STEP_ROW);
  g_assert_cmpstr (hf_db_statement_get_text (rows, 0), ==, hf_db_get_engine (db));
  g_assert_cmpint (hf_db_statement_step (rows, &error), ==, HF_DB_STEP_ROW);
  g_assert_cmpstr (hf_db_statement_get_text (rows, 0), ==, "both");
  g_assert_cmpint (hf_db_statement_step (rows, &error), ==, HF_DB_STEP_DONE);
}

static void
test_each_migration_runs_once (Fixture *fixture, gconstpointer on_server)
{
  g_autoptr (HfDb) db = open_at (fixture->location);
  int pending = 0;
  g_assert_true (hf_db_check_version (db, migrations_get_resource (), FOLDER, &pending, NULL));
  g_assert_cmpint (pending, ==, NEWEST);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      hf_db_migrate (db, migrations_get_resource (), FOLDER, NULL, &error);
      g_assert_no_error (error);
      check_migrated (db);
    }
}

static gpointer
migrate_in_thread (gpointer location)
{
  g_autoptr (HfDb) db = open_at (location);
  GError *error = NULL;
  hf_db_migrate (db, migrations_get_resource (), FOLDER, NULL, &error);
  return error;
}

static void
test_two_desks_may_migrate_at_once (Fixture *fixture, gconstpointer on_server)
{
  GThread *threads[3];
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("desk", migrate_in_thread, fixture->location);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GError) error = g_thread_join (threads[i]);
      g_assert_no_error (error);
    }
  g_autoptr (HfDb) db = open_at (fixture->location);
  check_migrated (db);
}

static void
test_a_newer_database_is_left_alone (Fixture *fixture, gconstpointer on_server)
{
  g_autoptr (HfDb) db = open_at (fixture->location);
  g_autoptr (GError) error = NULL;
  g_assert_true (hf_db_set_schema_version (db, NEWEST + 1, NULL));
  g_assert_false (hf_db_migrate (db, migrations_get_resource (), FOLDER, NULL, &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_TOO_NEW);
}

static void
test_a_copy_is_made_where_it_can_be (Fixture *fixture, gconstpointer on_server)
{
  g_autoptr (HfDb) db = open_at (fixture->location);
  g_autofree char *path = g_build_filename (fixture->folder, "copy.huifang", NULL);
  g_autoptr (GError) error = NULL;
  g_assert_true (hf_db_exec_script (db, "CREATE TABLE thing (id BIGINT, name TEXT)", NULL));
  g_assert_true (hf_db_set_schema_version (db, 1, NULL));
  hf_db_migrate (db, migrations_get_resource (), FOLDER, path, &error);
  g_assert_no_error (error);
  check_migrated (db);
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==,
                   hf_db_has_capability (db, HF_DB_CAN_BACK_UP));
}

static void
add_tests (const char *engine, gconstpointer on_server)
{
  const struct
  {
    const char *name;
    void (*func) (Fixture *fixture, gconstpointer on_server);
  } tests[] = {
    { "once", test_each_migration_runs_once },
    { "at-once", test_two_desks_may_migrate_at_once },
    { "newer", test_a_newer_database_is_left_alone },
    { "copy", test_a_copy_is_made_where_it_can_be },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/db-migrator/%s/%s", engine, tests[i].name);
      g_test_add (path, Fixture, on_server, set_up, tests[i].func, tear_down);
    }
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
  add_tests ("file", NULL);
  if (hf_test_server_is_available ())
    add_tests ("server", GINT_TO_POINTER (1));
  else
    g_test_add_func ("/db-migrator/server", skip_server);
  return g_test_run ();
}
