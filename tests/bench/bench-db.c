#include "config.h"

#include <glib/gstdio.h>

#include "hf-db-location.h"
#include "hf-test-server.h"

#define N_ROWS 100000

/* How long it takes to put rows into a database, on each engine there is. */
static double
insert_rows (const char *location, gboolean bulk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) db = hf_db_new_for (location, &error);
  g_assert_true (hf_db_open (db, HF_DB_OPEN_CREATE, &error));
  g_assert_true (hf_db_begin (db, &error));
  g_assert_true (hf_db_exec_script (db,
                                    "DROP TABLE IF EXISTS thing; CREATE TABLE thing "
                                    "(id BIGINT PRIMARY KEY, name TEXT, amount BIGINT)",
                                    &error));
  hf_db_set_bulk (db, bulk);
  gint64 start = g_get_monotonic_time ();
  for (int i = 0; i < N_ROWS; i++)
    hf_db_execute (db, "INSERT INTO thing (id, name, amount) VALUES ($1, $2, $3)",
                   HF_DB_VALUES (hf_db_integer (i), hf_db_text ("王小明"), hf_db_null ()), NULL,
                   &error);
  g_assert_no_error (error);
  hf_db_commit (db, &error);
  g_assert_no_error (error);
  return (g_get_monotonic_time () - start) / (double) G_TIME_SPAN_SECOND;
}

static void
bench_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("hf-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.huifang", NULL);
  double file = insert_rows (path, TRUE);
  g_test_minimized_result (file, "%d rows into a file: %.2f s", N_ROWS, file);
  g_remove (path);
  g_rmdir (folder);
}

static void
bench_server (void)
{
  if (!hf_test_server_is_available ())
    {
      g_test_skip ("there is no PostgreSQL on this machine");
      return;
    }
  g_autofree char *first = hf_test_server_new_database (NULL, NULL);
  g_autofree char *second = hf_test_server_new_database (NULL, NULL);
  double single = insert_rows (first, FALSE);
  double bulk = insert_rows (second, TRUE);
  g_test_minimized_result (single, "%d rows into a server, one by one: %.2f s", N_ROWS, single);
  g_test_minimized_result (bulk, "%d rows into a server, queued: %.2f s", N_ROWS, bulk);
  g_assert_cmpfloat (bulk, <, single);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench-db/file", bench_file);
  g_test_add_func ("/bench-db/server", bench_server);
  return g_test_run ();
}
