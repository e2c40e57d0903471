#include "config.h"

#include "hf-db-fake.h"
#include "hf-db-location.h"
#include "hf-db-sqlite.h"

/* The driver with which the store's tests see errors that no disk gives on demand. */
static HfDb *
open_fake (void)
{
  g_autoptr (GError) error = NULL;
  hf_db_fake_install ();
  HfDb *db = hf_db_new_for (HF_DB_SQLITE_MEMORY, &error);
  hf_db_open (db, HF_DB_OPEN_CREATE, &error);
  g_assert_no_error (error);
  hf_db_exec_script (db, "CREATE TABLE thing (id INTEGER PRIMARY KEY)", &error);
  g_assert_no_error (error);
  return db;
}

static gint64
count (HfDb *db)
{
  g_autoptr (HfDbStatement) row = hf_db_query (db, "SELECT count(*) FROM thing",
                                               HF_DB_NO_VALUES, NULL);
  g_assert_cmpint (hf_db_statement_step (row, NULL), ==, HF_DB_STEP_ROW);
  return hf_db_statement_get_integer (row, 0);
}

static gboolean
add (HfDb *db, gint64 id, GError **error)
{
  return hf_db_execute (db, "INSERT INTO thing (id) VALUES ($1)",
                        HF_DB_VALUES (hf_db_integer (id)), NULL, error);
}

static void
test_the_nth_call_fails_once (void)
{
  g_autoptr (HfDb) db = open_fake ();
  g_autoptr (GError) error = NULL;
  hf_db_fake_fail (HF_DB_FAKE_STEP, 2, HF_DB_ERROR_NO_SPACE);
  g_assert_true (add (db, 1, NULL));
  g_assert_false (add (db, 2, &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_NO_SPACE);
  g_assert_true (add (db, 3, NULL));
  g_assert_cmpint (count (db), ==, 2);
  hf_db_fake_reset ();
}

static void
test_every_kind_of_call_can_fail (void)
{
  g_autoptr (HfDb) db = open_fake ();
  g_autoptr (GError) busy = NULL, lost = NULL, broken = NULL;
  hf_db_fake_fail (HF_DB_FAKE_BEGIN, 1, HF_DB_ERROR_BUSY);
  hf_db_fake_fail (HF_DB_FAKE_QUERY, 1, HF_DB_ERROR_CONNECTION);
  hf_db_fake_fail (HF_DB_FAKE_SCRIPT, 1, HF_DB_ERROR_CORRUPT);
  g_assert_false (hf_db_begin (db, &busy));
  g_assert_error (busy, HF_DB_ERROR, HF_DB_ERROR_BUSY);
  g_assert_false (add (db, 1, &lost));
  g_assert_error (lost, HF_DB_ERROR, HF_DB_ERROR_CONNECTION);
  g_assert_false (hf_db_exec_script (db, "DELETE FROM thing", &broken));
  g_assert_error (broken, HF_DB_ERROR, HF_DB_ERROR_CORRUPT);
  hf_db_fake_reset ();
}

static void
check_uncertain (void (*fail) (HfDbFakeCall call, guint nth, HfDbError code), gint64 expected)
{
  g_autoptr (HfDb) db = open_fake ();
  g_autoptr (GError) error = NULL;
  gboolean committed = FALSE;
  fail (HF_DB_FAKE_COMMIT, 1, HF_DB_ERROR_UNCERTAIN);
  g_assert_true (hf_db_begin (db, NULL));
  g_assert_true (add (db, 1, NULL));
  g_assert_false (hf_db_commit (db, &error));
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_UNCERTAIN);
  hf_db_rollback (db);
  g_assert_false (hf_db_ask_commit (db, &committed, NULL));
  g_assert_cmpint (count (db), ==, expected);
  hf_db_fake_reset ();
}

static void
test_an_uncertain_commit_may_have_happened_or_not (void)
{
  check_uncertain (hf_db_fake_fail, 0);
  check_uncertain (hf_db_fake_fail_afterwards, 1);
}

static void
test_a_fake_over_nothing_gives_the_rows_it_was_told (void)
{
  g_autoptr (HfDb) db = hf_db_fake_new (NULL);
  hf_db_fake_answer ("FROM customer", "1|王小明|0.5");
  hf_db_fake_answer ("FROM customer", "2|李四");
  g_assert_true (hf_db_open (db, HF_DB_OPEN_READ, NULL));
  g_autoptr (HfDbStatement) rows = hf_db_query (db, "SELECT id, name, share FROM customer",
                                                HF_DB_NO_VALUES, NULL);
  g_assert_cmpint (hf_db_statement_step (rows, NULL), ==, HF_DB_STEP_ROW);
  g_assert_cmpint (hf_db_statement_get_integer (rows, 0), ==, 1);
  g_assert_cmpfloat (hf_db_statement_get_real (rows, 2), ==, 0.5);
  g_assert_cmpint (hf_db_statement_step (rows, NULL), ==, HF_DB_STEP_ROW);
  g_assert_cmpstr (hf_db_statement_get_text (rows, 1), ==, "李四");
  g_assert_true (hf_db_statement_is_null (rows, 2));
  g_assert_cmpint (hf_db_statement_step (rows, NULL), ==, HF_DB_STEP_DONE);
  hf_db_fake_reset ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db-fake/nth", test_the_nth_call_fails_once);
  g_test_add_func ("/db-fake/calls", test_every_kind_of_call_can_fail);
  g_test_add_func ("/db-fake/uncertain", test_an_uncertain_commit_may_have_happened_or_not);
  g_test_add_func ("/db-fake/answers", test_a_fake_over_nothing_gives_the_rows_it_was_told);
  return g_test_run ();
}
