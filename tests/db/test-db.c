#include "config.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-db-fake.h"
#include "hf-db-location.h"
#include "hf-db-sqlite.h"
#include "hf-test-server.h"
#include "test-folder.h"

/* The conformance program: whatever passes it can carry a store. Each test has a database and a
 * table of its own, on each engine there is. */
typedef enum
{
  ENGINE_FAKE,
  ENGINE_MEMORY,
  ENGINE_FILE,
  ENGINE_SERVER,
} Engine;

typedef struct
{
  char *folder;
  char *location;
  HfDb *db;
} Fixture;

static char *
make_location (Engine engine, const char *folder)
{
  switch (engine)
    {
    case ENGINE_FILE:
      return g_build_filename (folder, "测试.huifang", NULL);
    case ENGINE_SERVER:
      return hf_test_server_new_database (NULL, NULL);
    case ENGINE_FAKE:
    case ENGINE_MEMORY:
    default:
      return g_strdup (HF_DB_SQLITE_MEMORY);
    }
}

static HfDb *
open_another (Fixture *fixture, HfDbOpenMode mode)
{
  g_autoptr (GError) error = NULL;
  HfDb *db = hf_db_new_for (fixture->location, &error);
  g_assert_no_error (error);
  hf_db_open (db, mode, &error);
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
set_up (Fixture *fixture, gconstpointer engine)
{
  if (GPOINTER_TO_INT (engine) == ENGINE_FAKE)
    hf_db_fake_install ();
  fixture->folder = test_folder_new ("hf-db-XXXXXX");
  fixture->location = make_location (GPOINTER_TO_INT (engine), fixture->folder);
  fixture->db = open_another (fixture, HF_DB_OPEN_CREATE);
  g_autofree char *sql = g_strdup_printf (
      "CREATE TABLE thing (id %s PRIMARY KEY, name %s UNIQUE, amount BIGINT, "
      "share DOUBLE PRECISION, flag INTEGER)",
      hf_db_get_key_type (fixture->db), hf_db_get_text_type (fixture->db));
  run (fixture->db, sql);
  g_autoptr (GError) error = NULL;
  hf_db_set_schema_version (fixture->db, 1, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer engine)
{
  g_clear_object (&fixture->db);
  hf_db_fake_reset ();
  test_folder_remove (fixture->folder);
  g_free (fixture->location);
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

static HfDbStatement *
query_row (HfDb *db, const char *sql, const HfDbValue *values, gsize n_values)
{
  g_autoptr (GError) error = NULL;
  HfDbStatement *row = hf_db_query (db, sql, values, n_values, &error);
  g_assert_no_error (error);
  HfDbStep step = hf_db_statement_step (row, &error);
  g_assert_no_error (error);
  g_assert_cmpint (step, ==, HF_DB_STEP_ROW);
  return row;
}

static gint64
query_integer (HfDb *db, const char *sql, const HfDbValue *values, gsize n_values)
{
  g_autoptr (HfDbStatement) row = query_row (db, sql, values, n_values);
  return hf_db_statement_get_integer (row, 0);
}

static gint64
count (HfDb *db)
{
  return query_integer (db, "SELECT count(*) FROM thing", HF_DB_NO_VALUES);
}

static void
test_values_come_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  /* $2 stands before $1: parameters go by their number, not by their place. */
  hf_db_execute (fixture->db,
                 "INSERT INTO thing (name, id, amount, share) VALUES ($2, $1, $3, $4)",
                 HF_DB_VALUES (hf_db_integer (G_MAXINT64), hf_db_text ("王'; --"),
                               hf_db_null (), hf_db_real (0.25)),
                 NULL, &error);
  g_assert_no_error (error);
  g_autoptr (HfDbStatement) row = query_row (
      fixture->db, "SELECT id, name, amount, share FROM thing", HF_DB_NO_VALUES);
  g_assert_cmpint (hf_db_statement_get_integer (row, 0), ==, G_MAXINT64);
  g_assert_cmpstr (hf_db_statement_get_text (row, 1), ==, "王'; --");
  g_assert_true (hf_db_statement_is_null (row, 2));
  g_assert_cmpfloat (hf_db_statement_get_real (row, 3), ==, 0.25);
  g_assert_cmpint (hf_db_statement_step (row, &error), ==, HF_DB_STEP_DONE);
}

static void
test_extreme_values_come_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfDbStatement) row = query_row (
      fixture->db, "SELECT $1, $2, $3, $4, $5, $6",
      HF_DB_VALUES (hf_db_integer (G_MININT64), hf_db_real (0.1 + 0.2),
                    hf_db_real (-1.7976931348623157e308), hf_db_text (""),
                    hf_db_text ("𠮷野家 \\ \" \t\n é"), hf_db_real (5e-324)));
  g_assert_cmpint (hf_db_statement_get_integer (row, 0), ==, G_MININT64);
  g_assert_cmpfloat (hf_db_statement_get_real (row, 1), ==, 0.1 + 0.2);
  g_assert_cmpfloat (hf_db_statement_get_real (row, 2), ==, -1.7976931348623157e308);
  g_assert_cmpstr (hf_db_statement_get_text (row, 3), ==, "");
  g_assert_false (hf_db_statement_is_null (row, 3));
  g_assert_cmpstr (hf_db_statement_get_text (row, 4), ==, "𠮷野家 \\ \" \t\n é");
  g_assert_cmpfloat (hf_db_statement_get_real (row, 5), ==, 5e-324);
}

static void
test_null_has_a_type (Fixture *fixture, gconstpointer data)
{
  const char *sql = "SELECT count(*) FROM thing WHERE ($1 IS NULL OR name = $1) "
                    "AND ($2 IS NULL OR id = $2) AND ($3 IS NULL OR amount = $3)";
  add (fixture->db, 1, "a");
  add (fixture->db, 2, "b");
  g_assert_cmpint (query_integer (fixture->db, sql,
                                  HF_DB_VALUES (hf_db_text (NULL), hf_db_reference (0),
                                                hf_db_amount (HF_AMOUNT_UNKNOWN))),
                   ==, 2);
  g_assert_cmpint (query_integer (fixture->db, sql,
                                  HF_DB_VALUES (hf_db_text ("b"), hf_db_reference (2),
                                                hf_db_amount (HF_AMOUNT_UNKNOWN))),
                   ==, 1);
  g_autoptr (HfDbStatement) row = query_row (fixture->db,
                                             "SELECT name, amount FROM thing WHERE id = $1",
                                             HF_DB_VALUES (hf_db_integer (1)));
  g_assert_null (hf_db_statement_get_text (row, 1));
  g_assert_cmpint (hf_db_statement_get_integer (row, 1), ==, 0);
  g_assert_cmpfloat (hf_db_statement_get_real (row, 1), ==, 0);
  g_assert_cmpint (hf_db_statement_get_amount (row, 1), ==, HF_AMOUNT_UNKNOWN);
}

static void
test_a_parameter_may_change_its_type (Fixture *fixture, gconstpointer data)
{
  const char *sql = "UPDATE thing SET amount = $1 WHERE id = $2";
  const char *read = "SELECT amount FROM thing WHERE id = 1";
  add (fixture->db, 1, "a");
  const HfDbValue values[] = { hf_db_null (), hf_db_integer (5), hf_db_null (),
                               hf_db_real (7.0), hf_db_integer (9) };
  const gint64 expected[] = { 0, 5, 0, 7, 9 };
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      hf_db_execute (fixture->db, sql, HF_DB_VALUES (values[i], hf_db_integer (1)), NULL,
                     &error);
      g_assert_no_error (error);
      g_assert_cmpint (query_integer (fixture->db, read, HF_DB_NO_VALUES), ==, expected[i]);
    }
}

static void
test_values_may_be_left_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *sql = "SELECT 1 FROM thing WHERE name <> '$3' AND id = $2 -- not $4";
  g_autoptr (HfDbStatement) rows = hf_db_query (
      fixture->db, sql, HF_DB_VALUES (hf_db_integer (1), hf_db_integer (2), hf_db_text ("x")),
      &error);
  g_assert_no_error (error);
  g_assert_cmpint (hf_db_statement_step (rows, &error), ==, HF_DB_STEP_DONE);
  g_assert_null (hf_db_query (fixture->db, sql, HF_DB_VALUES (hf_db_integer (1)), &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_FAILED);
}

static void
test_sums_and_comparisons_are_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  for (int i = 1; i <= 2; i++)
    {
      hf_db_execute (fixture->db, "INSERT INTO thing (id, amount, share) VALUES ($1, $2, $3)",
                     HF_DB_VALUES (hf_db_integer (i), hf_db_integer (4000000000000000000),
                                   hf_db_real (0.5)),
                     NULL, &error);
      g_assert_no_error (error);
    }
  g_autoptr (HfDbStatement) row = query_row (
      fixture->db,
      "SELECT sum(amount), count(*), sum(share), sum(amount) > 1, 1 > 2, avg(id), max(share) "
      "FROM thing",
      HF_DB_NO_VALUES);
  g_assert_cmpint (hf_db_statement_get_integer (row, 0), ==, 8000000000000000000);
  g_assert_cmpint (hf_db_statement_get_integer (row, 1), ==, 2);
  g_assert_cmpfloat (hf_db_statement_get_real (row, 2), ==, 1.0);
  g_assert_cmpint (hf_db_statement_get_integer (row, 3), ==, 1);
  g_assert_cmpstr (hf_db_statement_get_text (row, 3), ==, "1");
  g_assert_cmpint (hf_db_statement_get_integer (row, 4), ==, 0);
  g_assert_cmpfloat (hf_db_statement_get_real (row, 5), ==, 1.5);
  g_assert_cmpint (hf_db_statement_get_integer (row, 5), ==, 1);
  g_assert_cmpint (hf_db_statement_get_integer (row, 6), ==, 0);
}

static void
test_text_is_sorted_by_its_bytes (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "Z", "a", "É", "三", "二" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    add (fixture->db, 10 - i, names[i]);
  g_autoptr (HfDbStatement) rows = hf_db_query (
      fixture->db, "SELECT name FROM thing ORDER BY name", HF_DB_NO_VALUES, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpint (hf_db_statement_step (rows, NULL), ==, HF_DB_STEP_ROW);
      g_assert_cmpstr (hf_db_statement_get_text (rows, 0), ==, names[i]);
    }
}

static void
test_changes_are_counted (Fixture *fixture, gconstpointer data)
{
  gint64 n_changed = -1;
  for (int i = 1; i <= 3; i++)
    add (fixture->db, i, NULL);
  g_assert_true (hf_db_execute (fixture->db, "UPDATE thing SET flag = 1 WHERE id >= $1",
                                HF_DB_VALUES (hf_db_integer (2)), &n_changed, NULL));
  g_assert_cmpint (n_changed, ==, 2);
  g_assert_true (hf_db_execute (fixture->db, "DELETE FROM thing WHERE id = 9", HF_DB_NO_VALUES,
                                &n_changed, NULL));
  g_assert_cmpint (n_changed, ==, 0);
  g_autoptr (HfDbStatement) row = query_row (fixture->db,
                                             "DELETE FROM thing WHERE id = $1 RETURNING flag",
                                             HF_DB_VALUES (hf_db_integer (3)));
  g_assert_cmpint (hf_db_statement_get_integer (row, 0), ==, 1);
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
  hf_db_rollback (fixture->db);
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
  g_assert_null (strstr (error->message, "same"));
}

static void
test_nonsense_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (
      hf_db_query (fixture->db, "SELECT nothing FROM nowhere", HF_DB_NO_VALUES, &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_FAILED);
  g_assert_false (hf_db_exec_script (fixture->db, "SELECT 1; NONSENSE", NULL));
  g_assert_cmpint (count (fixture->db), ==, 0);
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

static void
test_rows_are_read_while_others_are_written (Fixture *fixture, gconstpointer data)
{
  add (fixture->db, 1, "a");
  add (fixture->db, 2, "b");
  g_assert_true (hf_db_begin (fixture->db, NULL));
  HfDbStatement *rows = hf_db_query (fixture->db, "SELECT id FROM thing ORDER BY id",
                                     HF_DB_NO_VALUES, NULL);
  while (hf_db_statement_step (rows, NULL) == HF_DB_STEP_ROW)
    g_assert_true (hf_db_execute (
        fixture->db, "UPDATE thing SET amount = id * 10 WHERE id = $1",
        HF_DB_VALUES (hf_db_integer (hf_db_statement_get_integer (rows, 0))), NULL, NULL));
  hf_db_statement_release (rows);
  g_assert_true (hf_db_commit (fixture->db, NULL));
  g_assert_cmpint (
      query_integer (fixture->db, "SELECT sum(amount) FROM thing", HF_DB_NO_VALUES), ==, 30);
}

typedef struct
{
  HfDb *db;
  gint done;
} LongWork;

/* What has not begun yet is not stopped. */
static gpointer
interrupt_until_done (gpointer data)
{
  LongWork *work = data;
  while (!g_atomic_int_get (&work->done))
    {
      g_usleep (50 * 1000);
      hf_db_interrupt (work->db);
    }
  return NULL;
}

static void
test_long_work_can_be_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LongWork work = { fixture->db, FALSE };
  GThread *thread = g_thread_new ("interrupt", interrupt_until_done, &work);
  g_assert_false (hf_db_execute (fixture->db,
                                 "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                                 "FROM n) SELECT count(*) FROM n",
                                 HF_DB_NO_VALUES, NULL, &error));
  g_atomic_int_set (&work.done, TRUE);
  g_thread_join (thread);
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_CANCELLED);
  g_assert_cmpint (count (fixture->db), ==, 0);
}

static void
test_reading_can_be_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  add (fixture->db, 1, "a");
  add (fixture->db, 2, "b");
  HfDbStatement *rows = query_row (fixture->db, "SELECT id FROM thing", HF_DB_NO_VALUES);
  hf_db_interrupt (fixture->db);
  g_assert_cmpint (hf_db_statement_step (rows, &error), ==, HF_DB_STEP_FAILED);
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_CANCELLED);
  hf_db_statement_release (rows);
  g_assert_cmpint (count (fixture->db), ==, 2);
}

static void
test_nothing_to_stop_stops_nothing (Fixture *fixture, gconstpointer data)
{
  hf_db_interrupt (fixture->db);
  add (fixture->db, 1, "a");
}

static void
test_many_rows_go_in_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (hf_db_begin (fixture->db, NULL));
  hf_db_set_bulk (fixture->db, TRUE);
  for (int i = 1; i <= 3000; i++)
    {
      g_autofree char *name = g_strdup_printf ("顾客%d", i);
      hf_db_execute (fixture->db, "INSERT INTO thing (id, name) VALUES ($1, $2)",
                     HF_DB_VALUES (hf_db_integer (i), hf_db_text (name)), NULL, &error);
      g_assert_no_error (error);
      if (i % 1000 == 0)
        g_assert_cmpint (count (fixture->db), ==, i);
    }
  hf_db_set_bulk (fixture->db, FALSE);
  hf_db_commit (fixture->db, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture->db), ==, 3000);
}

static void
test_an_error_among_many_rows_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (hf_db_begin (fixture->db, NULL));
  hf_db_set_bulk (fixture->db, TRUE);
  gboolean done = TRUE;
  for (int i = 0; i < 10 && done; i++)
    done = hf_db_execute (fixture->db, "INSERT INTO thing (id, name) VALUES ($1, $2)",
                          HF_DB_VALUES (hf_db_integer (i == 7 ? 1 : i), hf_db_text (NULL)),
                          NULL, &error);
  done = done && hf_db_commit (fixture->db, &error);
  g_assert_false (done);
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_CONSTRAINT);
  hf_db_rollback (fixture->db);
  hf_db_set_bulk (fixture->db, FALSE);
  g_assert_cmpint (count (fixture->db), ==, 0);
  add (fixture->db, 1, "still works");
}

/* -1 where the engine keeps its indexes. */
static gint64
count_indexes (HfDb *db)
{
  if (strcmp (hf_db_get_engine (db), "sqlite") != 0)
    return -1;
  g_autoptr (HfDbStatement) row = hf_db_query (
      db, "SELECT count(*) FROM sqlite_schema WHERE name IN ('thing_by_name', 'thing_by_both')",
      HF_DB_NO_VALUES, NULL);
  g_assert_cmpint (hf_db_statement_step (row, NULL), ==, HF_DB_STEP_ROW);
  return hf_db_statement_get_integer (row, 0);
}

static void
test_indexes_are_made_at_the_end (Fixture *fixture, gconstpointer data)
{
  static const char *const kept[] = { "thing_by_both", NULL };
  g_autoptr (GError) error = NULL;
  hf_db_exec_script (fixture->db,
                     "CREATE INDEX thing_by_name ON thing (name);"
                     "CREATE INDEX thing_by_both ON thing (name, id)",
                     &error);
  g_assert_no_error (error);
  gint64 all = count_indexes (fixture->db);
  for (int round = 0; round < 2; round++)
    {
      g_assert_true (hf_db_begin (fixture->db, NULL));
      g_assert_true (hf_db_set_indexes_aside (fixture->db, "thing", kept, &error));
      g_assert_cmpint (count_indexes (fixture->db), ==, all > 0 ? 1 : all);
      if (round == 0)
        hf_db_rollback (fixture->db);
      else
        add (fixture->db, 1, "once");
      g_assert_true (hf_db_restore_indexes (fixture->db, &error));
      g_assert_cmpint (count_indexes (fixture->db), ==, all);
      hf_db_rollback (fixture->db);
    }
  g_assert_no_error (error);
}

static void
test_a_reader_sees_one_state (Fixture *fixture, gconstpointer data)
{
  if (!hf_db_has_capability (fixture->db, HF_DB_CAN_SHARE))
    {
      g_test_skip ("one connection alone");
      return;
    }
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) reader = open_another (fixture, HF_DB_OPEN_READ);
  g_assert_true (hf_db_begin_read (reader, &error));
  g_assert_cmpint (count (reader), ==, 0);
  add (fixture->db, 1, "meanwhile");
  g_assert_cmpint (count (reader), ==, 0);
  hf_db_rollback (reader);
  g_assert_cmpint (count (reader), ==, 1);
}

static void
test_a_reader_cannot_write (Fixture *fixture, gconstpointer data)
{
  if (!hf_db_has_capability (fixture->db, HF_DB_CAN_SHARE))
    {
      g_test_skip ("one connection alone");
      return;
    }
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) reader = open_another (fixture, HF_DB_OPEN_READ);
  g_assert_false (hf_db_execute (reader, "DELETE FROM thing", HF_DB_NO_VALUES, NULL, &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_READ_ONLY);
}

static void
test_two_may_write_in_turn (Fixture *fixture, gconstpointer data)
{
  if (!hf_db_has_capability (fixture->db, HF_DB_CAN_SHARE))
    {
      g_test_skip ("one connection alone");
      return;
    }
  g_autoptr (HfDb) other = open_another (fixture, HF_DB_OPEN_WRITE);
  for (int i = 0; i < 4; i++)
    {
      HfDb *db = i % 2 == 0 ? fixture->db : other;
      g_assert_true (hf_db_begin (db, NULL));
      add (db, i, NULL);
      g_assert_true (hf_db_commit (db, NULL));
    }
  g_assert_cmpint (count (fixture->db), ==, 4);
}

static void
test_the_schema_has_a_version (Fixture *fixture, gconstpointer data)
{
  int version = 0;
  g_assert_true (hf_db_get_schema_version (fixture->db, &version, NULL));
  g_assert_cmpint (version, ==, 1);
  g_assert_true (hf_db_begin (fixture->db, NULL));
  g_assert_true (hf_db_lock_for_migration (fixture->db, NULL));
  g_assert_true (hf_db_set_schema_version (fixture->db, 42, NULL));
  hf_db_rollback (fixture->db);
  g_assert_true (hf_db_get_schema_version (fixture->db, &version, NULL));
  g_assert_cmpint (version, ==, 1);
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
  g_autofree char *path = g_build_filename (fixture->folder, "copy.huifang", NULL);
  if (!hf_db_has_capability (fixture->db, HF_DB_CAN_BACK_UP))
    {
      g_assert_false (hf_db_backup (fixture->db, path, &error));
      g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_UNSUPPORTED);
      return;
    }
  add (fixture->db, 1, "copied");
  g_assert_true (hf_db_set_schema_version (fixture->db, 3, &error));
  g_assert_true (hf_db_backup (fixture->db, path, &error));
  g_assert_no_error (error);
  g_autoptr (HfDb) copy = hf_db_sqlite_new (path);
  g_assert_true (hf_db_open (copy, HF_DB_OPEN_READ, &error));
  g_assert_cmpint (count (copy), ==, 1);
  int version = 0;
  g_assert_true (hf_db_get_schema_version (copy, &version, &error));
  g_assert_cmpint (version, ==, 3);
}

static void
count_messages (const char *domain, GLogLevelFlags level, const char *message, gpointer n)
{
  (*(int *) n)++;
}

/* Gives a connection that looks at the table for the first time: a server is only asked now and
 * then what is large. */
static HfDb *
fill (Fixture *fixture, int n_rows)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO thing (id, name) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL "
      "SELECT i + 1 FROM n WHERE i < %d) SELECT i, '' || i FROM n; ANALYZE thing",
      n_rows);
  run (fixture->db, sql);
  return hf_db_has_capability (fixture->db, HF_DB_CAN_SHARE)
             ? open_another (fixture, HF_DB_OPEN_WRITE)
             : g_object_ref (fixture->db);
}

static void
test_reading_a_whole_large_table_is_told (Fixture *fixture, gconstpointer data)
{
#ifdef HF_DEBUG_BUILD
  g_autoptr (HfDb) db = fill (fixture, 10500);
  int n_messages = 0;
  guint handler = g_log_set_handler ("hf-db", G_LOG_LEVEL_MESSAGE, count_messages, &n_messages);
  const char *sql = "SELECT count(*) FROM thing WHERE amount IS NULL";
  g_assert_cmpint (query_integer (db, "SELECT name FROM thing WHERE id = $1",
                                  HF_DB_VALUES (hf_db_integer (7))),
                   ==, 7);
  g_assert_cmpint (
      query_integer (db, "SELECT count(*) FROM thing WHERE " HF_DB_WHOLE_TABLE "amount IS NULL",
                     HF_DB_NO_VALUES),
      ==, 10500);
  g_assert_cmpint (n_messages, ==, 0);
  g_assert_cmpint (query_integer (db, sql, HF_DB_NO_VALUES), ==, 10500);
  g_assert_cmpint (query_integer (db, sql, HF_DB_NO_VALUES), ==, 10500);
  g_assert_cmpint (n_messages, ==, 1);
  g_log_remove_handler ("hf-db", handler);
#else
  g_test_skip ("not a build for developers");
#endif
}

static void
test_reading_a_whole_small_table_is_not_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfDb) db = fill (fixture, 9500);
  int n_messages = 0;
  guint handler = g_log_set_handler ("hf-db", G_LOG_LEVEL_MESSAGE, count_messages, &n_messages);
  g_assert_cmpint (
      query_integer (db, "SELECT count(*) FROM thing WHERE amount IS NULL", HF_DB_NO_VALUES),
      ==, 9500);
  g_assert_cmpint (n_messages, ==, 0);
  g_log_remove_handler ("hf-db", handler);
}

static const struct
{
  const char *name;
  void (*func) (Fixture *fixture, gconstpointer data);
} tests[] = {
  { "values", test_values_come_back },
  { "values-extreme", test_extreme_values_come_back },
  { "null", test_null_has_a_type },
  { "types", test_a_parameter_may_change_its_type },
  { "left-over", test_values_may_be_left_over },
  { "sums", test_sums_and_comparisons_are_numbers },
  { "order", test_text_is_sorted_by_its_bytes },
  { "changes", test_changes_are_counted },
  { "rollback", test_rollback_undoes },
  { "constraint", test_constraint_is_named },
  { "nonsense", test_nonsense_is_refused },
  { "twice", test_one_statement_may_run_twice_at_once },
  { "read-and-write", test_rows_are_read_while_others_are_written },
  { "stop", test_long_work_can_be_stopped },
  { "stop-rows", test_reading_can_be_stopped },
  { "stop-nothing", test_nothing_to_stop_stops_nothing },
  { "bulk", test_many_rows_go_in_at_once },
  { "bulk-error", test_an_error_among_many_rows_is_told },
  { "indexes", test_indexes_are_made_at_the_end },
  { "one-state", test_a_reader_sees_one_state },
  { "read-only", test_a_reader_cannot_write },
  { "two-writers", test_two_may_write_in_turn },
  { "version", test_the_schema_has_a_version },
  { "check", test_a_sound_database_has_no_findings },
  { "copy", test_a_copy_is_complete },
  { "scan", test_reading_a_whole_large_table_is_told },
  { "scan-small", test_reading_a_whole_small_table_is_not_told },
};

static void
add_tests (const char *engine_name, Engine engine)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/db/%s/%s", engine_name, tests[i].name);
      g_test_add (path, Fixture, GINT_TO_POINTER (engine), set_up, tests[i].func, tear_down);
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
  add_tests ("fake", ENGINE_FAKE);
  add_tests ("memory", ENGINE_MEMORY);
  add_tests ("file", ENGINE_FILE);
  if (hf_test_server_is_available ())
    add_tests ("server", ENGINE_SERVER);
  else
    g_test_add_func ("/db/server", skip_server);
  return g_test_run ();
}
