#include "config.h"

#include <glib/gstdio.h>

#include "hf-db-location.h"
#include "test-file.h"

static void
test_servers_are_told_from_files (void)
{
  const struct
  {
    const char *location;
    gboolean server;
  } cases[] = {
    { "postgresql://db.example/team", TRUE },
    { "postgres://", TRUE },
    { "host=db.example dbname=team", TRUE },
    { "service=team", TRUE },
    { " dbname = team", TRUE },
    { "team.huifang", FALSE },
    { "/home/a=b/team.huifang", FALSE },
    { "a=b.huifang", FALSE },
    { "=", FALSE },
    { "", FALSE },
    { ":memory:", FALSE },
    { "客户=1", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (hf_db_location_is_server (cases[i].location), ==, cases[i].server);
}

static void
test_a_file_that_looks_like_a_server_is_a_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("hf-location-XXXXXX", NULL);
  g_autofree char *before = g_get_current_dir ();
  g_chdir (folder);
  g_file_set_contents ("host=1", "", 0, NULL);
  g_assert_false (hf_db_location_is_server ("host=1"));
  g_assert_true (hf_db_location_is_server ("host=2"));
  g_remove ("host=1");
  g_chdir (before);
  g_rmdir (folder);
}

static void
check_description (const char *location, const char *expected_host, const char *expected_name)
{
  g_autofree char *host = NULL, *database = NULL;
  hf_db_location_describe (location, &host, &database);
  g_assert_cmpstr (host, ==, expected_host);
  g_assert_cmpstr (database, ==, expected_name);
}

static void
test_a_location_is_described (void)
{
  check_description ("/home/me/客户.huifang", NULL, "客户.huifang");
#ifdef HAVE_LIBPQ
  check_description ("postgresql://li:secret@db.example:5433/team", "db.example", "team");
  check_description ("host=db.example dbname=team user=li", "db.example", "team");
  check_description ("hostaddr=192.0.2.1 dbname=team", "192.0.2.1", "team");
  check_description ("dbname=team", NULL, "team");
  check_description ("service=office", NULL, "office");
  check_description ("postgresql://li:secret%@db.example", NULL, NULL);
#else
  check_description ("postgresql://li:secret@db.example:5433/team", NULL, NULL);
#endif
}

static void
test_the_engine_fits_the_location (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) file = hf_db_new_for ("a.huifang", &error);
  g_assert_cmpstr (hf_db_get_engine (file), ==, "sqlite");
  g_autoptr (HfDb) server = hf_db_new_for ("dbname=team", &error);
#ifdef HAVE_LIBPQ
  g_assert_no_error (error);
  g_assert_cmpstr (hf_db_get_engine (server), ==, "pgsql");
#else
  g_assert_null (server);
  g_assert_error (error, HF_DB_ERROR, HF_DB_ERROR_UNSUPPORTED);
#endif
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db-location/servers", test_servers_are_told_from_files);
  g_test_add_func ("/db-location/files", test_a_file_that_looks_like_a_server_is_a_file);
  g_test_add_func ("/db-location/describe", test_a_location_is_described);
  g_test_add_func ("/db-location/engine", test_the_engine_fits_the_location);
  return g_test_run ();
}
