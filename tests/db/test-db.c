#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hf-db-migrator.h"
#include "hf-db-sqlite.h"

/* The conformance program: whatever passes it can carry a store. Each test has a connection and
 * a table of its own. */
typedef struct
{
  char *folder;
  char *path;
  HfDb *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer in_memory)
{
  g_autoptr (GError) error = NULL;
  fixture->folder = g_dir_make_tmp ("hf-db-XXXXXX", NULL);
  fixture->path = in_memory ? g_strdup (HF_DB_SQLITE_MEMORY)
                            : g_build_filename (fixture->folder, "测试.huifang", NULL);
  fixture->db = hf_db_sqlite_new (fixture->path);
  g_assert_true (hf_db_open (fixture->db, HF_DB_OPEN_CREATE, &error));
  g_assert_no_error (error);
  g_assert_true (hf_db_exec_script (fixture->db,
                                    "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT "
                                    "UNIQUE, amount BIGINT, share DOUBLE PRECISION)",
                                    &error));
}

static void
tear_down (Fixture *fixture, gconstpointer in_memory)
{
  g_clear_object (&fixture->db);
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *file = g_build_filename (fixture->folder, name, NULL);
      g_remove (file);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
add (HfDb *db, gint64 id, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 n_changed = 0;
  hf_db_execute (db, "INSERT INTO thing (id, name) VALUES ($1, $2)",
                 HF_DB_VALUES (hf_db_integer (id), hf_db_text (name)), &n_changed, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_changed, ==, 1);
}

static gint64
count (HfDb *db)
{
  g_autoptr (HfDbStatement) rows = hf_db_query (db, "SELECT count(*) FROM thing",
                                                HF_DB_NO_VALUES, NULL);
  g_assert_cmpint (hf_db_statement_step (rows, NULL), ==, HF_DB_STEP_ROW);
  return hf_db_statement_get_integer (rows, 0);
}

static void
test_values_come_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  /* $2 stands before $1: parameters go by their number, not by their place. */
  g_assert_true (
      hf_db_execute (fixture->db,
                     "INSERT INTO thing (name, id, amount, share) "
                     "VALUES ($2, $1, $3, $4)",
                     HF_DB_VALUES (hf_db_integer (G_MAXINT64), hf_db_text ("王'; --"),
                                   hf_db_null (), hf_db_real (0.25)),
                     NULL, &error));
  g_autoptr (HfDbStatement) rows = hf_db_query (
      fixture->db, "SELECT id, name, amount, share FROM thing", HF_DB_NO_VALUES, &error);
  g_assert_cmpint (hf_db_statement_step (rows, &error), ==, HF_DB_STEP_ROW);
  g_assert_cmpint (hf_db_statement_get_integer (rows, 0), ==, G_MAXINT64);
  g_assert_cmpstr (hf_db_statement_get_text (rows, 1), ==, "王'; --");
  g_assert_true (hf_db_statement_is_null (rows, 2));
  g_assert_cmpfloat (hf_db_statement_get_real (rows, 3), ==, 0.25);
  g_assert_cmpint (hf_db_statement_step (rows, &error), ==, HF_DB_STEP_DONE);
}

static void
test_rollback_undoes (Fixture *fixture, gconstpointer data)
{
  add (fixture->db, 1, "before");
  g_assert_true (hf_db_begin (fixture->db, NULL));
  add (fixture->db, 2, "inside");
  g_assert_cmpint (count (fixture->db), ==, 2);
  hf_db_rollback (fixture->db);
  g_assert_cmpint (count (fixture->db), ==, 1);
  g_assert_true (hf_db_begin (fixture->db, NULL));
  add (fixture->db, 3, "again");
  g_assert_true (hf_db_commit (fixture->db, NULL));
  g_assert_cmpint (count (fixture->db), ==, 2);
}

static void
test_constraint_is_named (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  add (fixture->db, 1, "same");
  g_assert_false (hf_db_execute (fixture->db, "INSERT INTO thing (id, name) VALUES (2, $1)",
                                 HF_DB_VALUES (hf_db_text ("same")), NULL, &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_CONSTRAINT);
}

static void
test_one_statement_may_run_twice_at_once (Fixture *fixture, gconstpointer data)
{
  add (fixture->db, 1, "a");
  add (fixture->db, 2, "b");
  const char *sql = "SELECT id FROM thing ORDER BY id";
  g_autoptr (HfDbStatement) outer = hf_db_query (fixture->db, sql, HF_DB_NO_VALUES, NULL);
  g_assert_cmpint (hf_db_statement_step (outer, NULL), ==, HF_DB_STEP_ROW);
  g_autoptr (HfDbStatement) inner = hf_db_query (fixture->db, sql, HF_DB_NO_VALUES, NULL);
  g_assert_true (inner != outer);
  g_assert_cmpint (hf_db_statement_step (inner, NULL), ==, HF_DB_STEP_ROW);
  g_assert_cmpint (hf_db_statement_step (outer, NULL), ==, HF_DB_STEP_ROW);
  g_assert_cmpint (hf_db_statement_get_integer (outer, 0), ==, 2);
  g_assert_cmpint (hf_db_statement_get_integer (inner, 0), ==, 1);
}

static gpointer
interrupt_later (gpointer db)
{
  g_usleep (50 * 1000);
  hf_db_interrupt (db);
  return NULL;
}

static void
test_long_work_can_be_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("interrupt", interrupt_later, fixture->db);
  g_assert_false (hf_db_execute (fixture->db,
                                 "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                                 "FROM n) SELECT count(*) FROM n",
                                 HF_DB_NO_VALUES, NULL, &error));
  g_thread_join (thread);
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_CANCELLED);
}

static void
test_a_sound_database_has_no_findings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_assert_true (hf_db_check (fixture->db, findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_a_copy_is_complete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  add (fixture->db, 1, "copied");
  g_assert_true (hf_db_set_schema_version (fixture->db, 3, &error));
  g_autofree char *path = g_build_filename (fixture->folder, "copy.huifang", NULL);
  g_assert_true (hf_db_backup (fixture->db, path, &error));
  g_assert_no_error (error);
  g_autoptr (HfDb) copy = hf_db_sqlite_new (path);
  g_assert_true (hf_db_open (copy, HF_DB_OPEN_READ, &error));
  g_assert_cmpint (count (copy), ==, 1);
  int version = 0;
  g_assert_true (hf_db_get_schema_version (copy, &version, &error));
  g_assert_cmpint (version, ==, 3);
}

#define ADD(name, func)                                                                        \
  g_test_add ("/db/memory/" name, Fixture, GINT_TO_POINTER (1), set_up, func, tear_down);      \
  g_test_add ("/db/file/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("values", test_values_come_back);
  ADD ("rollback", test_rollback_undoes);
  ADD ("constraint", test_constraint_is_named);
  ADD ("twice", test_one_statement_may_run_twice_at_once);
  ADD ("stop", test_long_work_can_be_stopped);
  ADD ("check", test_a_sound_database_has_no_findings);
  ADD ("copy", test_a_copy_is_complete);
  return g_test_run ();
}
