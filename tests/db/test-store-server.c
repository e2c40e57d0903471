#include "config.h"

#include "hf-db-location.h"
#include "hf-store-complaints.h"
#include "hf-store-location.h"
#include "hf-store-settings.h"
#include "hf-store.h"
#include "hf-test-place.h"
#include "hf-test-server.h"
#include "hf-time.h"

/* A store whose server goes away and comes back. */
typedef struct
{
  char *place;
  HfStore *store;
  GString *news; /* what the store told, in order */
} Fixture;

static void
on_online (HfStore *store, guint online, GString *news)
{
  g_string_append (news, online ? "online " : "away ");
}

static void
on_changed (HfStore *store, guint topics, GString *news)
{
  if (topics == HF_STORE_ALL)
    g_string_append (news, "reload ");
}

static gpointer
save_company (HfStoreSession *session, gpointer name, GError **error)
{
  return hf_store_settings_set (session, HF_SETTING_COMPANY, name, error) ? HF_STORE_DONE
                                                                          : NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->place = hf_test_place_new ();
  fixture->store = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_store_run (fixture->store, HF_STORE_WRITE, save_company, (gpointer) "从前", NULL, &error);
  g_assert_no_error (error);
  fixture->news = g_string_new (NULL);
  g_signal_connect (fixture->store, "online", G_CALLBACK (on_online), fixture->news);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), fixture->news);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hf_store_close (fixture->store);
  /* What ended with it has yet to be told. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_string_free (fixture->news, TRUE);
  hf_test_place_free (fixture->place);
}

static gpointer
read_company (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_settings_get (session, HF_SETTING_COMPANY, error);
}

static void
keep_result (GObject *store, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;
  *kept = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_news (Fixture *fixture, const char *news)
{
  while (strstr (fixture->news->str, news) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static char *
read_now (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *name = hf_store_run (fixture->store, HF_STORE_READ, read_company, NULL, NULL, &error);
  g_assert_no_error (error);
  return name;
}

static void
save_async (Fixture *fixture, const char *name, GAsyncResult **result)
{
  hf_store_run_async (fixture->store, HF_STORE_WRITE, save_company, g_strdup (name), g_free,
                      NULL, NULL, keep_result, result);
}

static gpointer
do_nothing (HfStoreSession *session, gpointer unused, GError **error)
{
  return HF_STORE_DONE;
}

static void
test_what_is_saved_waits_for_the_server (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) draft = NULL;
  hf_test_server_stop ();
  save_async (fixture, "甲", &first);
  save_async (fixture, "乙", &second);
  hf_store_run_async (fixture->store, HF_STORE_WRITE_DRAFT, do_nothing, NULL, NULL, NULL, NULL,
                      keep_result, &draft);
  wait_for_news (fixture, "away");
  g_assert_cmpuint (hf_store_count_waiting (fixture->store), ==, 2);
  g_assert_false (hf_store_is_online (fixture->store));
  g_assert_null (first);
  hf_test_server_start ();
  wait_for (&first);
  wait_for (&second);
  wait_for (&draft);
  wait_for_news (fixture, "reload");
  hf_store_run_finish (fixture->store, first, &error);
  g_assert_no_error (error);
  hf_store_run_finish (fixture->store, second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->news->str, ==, "away online reload ");
  g_autofree char *name = read_now (fixture);
  g_assert_cmpstr (name, ==, "乙");
}

static void
test_reading_fails_and_is_told_when_it_works_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  hf_test_server_crash ();
  hf_store_run_async (fixture->store, HF_STORE_READ, read_company, NULL, NULL, g_free, NULL,
                      keep_result, &result);
  wait_for (&result);
  g_assert_null (hf_store_run_finish (fixture->store, result, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE);
  hf_test_server_start ();
  wait_for_news (fixture, "reload");
  g_autofree char *name = read_now (fixture);
  g_assert_true (hf_store_is_online (fixture->store));
}

static void
test_closing_does_not_wait_for_ever (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  hf_test_server_stop ();
  save_async (fixture, "丙", &result);
  wait_for_news (fixture, "away");
  hf_store_close (fixture->store);
  wait_for (&result);
  g_assert_null (hf_store_run_finish (fixture->store, result, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE);
  hf_test_server_start ();
}

static void
test_who_waits_can_give_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  hf_test_server_stop ();
  hf_store_run_async (fixture->store, HF_STORE_WRITE, save_company, g_strdup ("丁"), g_free,
                      NULL, cancellable, keep_result, &result);
  wait_for_news (fixture, "away");
  g_cancellable_cancel (cancellable);
  wait_for (&result);
  g_assert_null (hf_store_run_finish (fixture->store, result, &error));
  g_assert_nonnull (error);
  hf_test_server_start ();
}

static gpointer
stop_in_the_middle (HfStoreSession *session, gpointer name, GError **error)
{
  if (save_company (session, name, error) == NULL)
    return NULL;
  hf_test_server_stop ();
  return save_company (session, name, error);
}

/* What has begun may not be done twice: it fails, and the form keeps what was typed. */
static void
test_what_had_begun_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  hf_store_run_async (fixture->store, HF_STORE_WRITE, stop_in_the_middle, g_strdup ("戊"),
                      g_free, NULL, NULL, keep_result, &result);
  wait_for (&result);
  g_assert_null (hf_store_run_finish (fixture->store, result, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE);
  hf_test_server_start ();
  wait_for_news (fixture, "reload");
  g_autofree char *name = read_now (fixture);
  g_assert_cmpstr (name, ==, "从前");
}

/* Makes the first commit that touches the settings wait, until its session is ended. */
#define SLOW                                                                                   \
  "CREATE SEQUENCE times; "                                                                    \
  "CREATE FUNCTION dawdle () RETURNS trigger LANGUAGE plpgsql AS 'BEGIN "                      \
  "IF nextval (''times'') = 1 THEN PERFORM pg_sleep (60); END IF; RETURN NULL; END'; "         \
  "CREATE CONSTRAINT TRIGGER slow AFTER INSERT OR UPDATE ON setting "                          \
  "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle ()"

static HfDb *
open_db (const char *place)
{
  g_autoptr (GError) error = NULL;
  HfDb *db = hf_db_new_for (place, &error);
  g_assert_true (hf_db_open (db, HF_DB_OPEN_WRITE, &error));
  g_assert_no_error (error);
  return db;
}

/* Ends the session that is in the middle of a commit. */
static void
end_commit (const char *place, const char *wait_event)
{
  g_autoptr (HfDb) db = open_db (place);
  gint64 n_ended = 0;
  while (n_ended == 0)
    {
      g_autoptr (HfDbStatement) row = hf_db_query (
          db,
          "SELECT count (pg_terminate_backend (pid)) FROM pg_stat_activity "
          "WHERE wait_event = $1 AND datname = current_database ()",
          HF_DB_VALUES (hf_db_text (wait_event)), NULL);
      g_assert_cmpint (hf_db_statement_step (row, NULL), ==, HF_DB_STEP_ROW);
      n_ended = hf_db_statement_get_integer (row, 0);
      g_usleep (20 * 1000);
    }
}

static gpointer
save_again (HfStoreSession *session, gpointer name, GError **error)
{
  hf_store_session_allow_repeat (session);
  return save_company (session, name, error);
}

static void
save_and_lose (Fixture *fixture, HfStoreFunc func, const char *wait_event, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  hf_store_run_async (fixture->store, HF_STORE_WRITE, func, g_strdup ("己"), g_free, NULL, NULL,
                      keep_result, &result);
  end_commit (fixture->place, wait_event);
  wait_for (&result);
  hf_store_run_finish (fixture->store, result, error);
}

static void
check_company (Fixture *fixture, const char *expected)
{
  g_autofree char *name = read_now (fixture);
  g_assert_cmpstr (name, ==, expected);
}

/* The server has undone it: it is known, and nobody has to type it again. */
static void
test_a_commit_that_was_undone_is_done_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) db = open_db (fixture->place);
  g_assert_true (hf_db_exec_script (db, SLOW, NULL));
  save_and_lose (fixture, save_again, "PgSleep", &error);
  g_assert_no_error (error);
  check_company (fixture, "己");
}

static void
test_what_cannot_be_done_again_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) db = open_db (fixture->place);
  g_assert_true (hf_db_exec_script (db, SLOW, NULL));
  save_and_lose (fixture, save_company, "PgSleep", &error);
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE);
  check_company (fixture, "从前");
}

static void
set_standby (Fixture *fixture, const char *sql)
{
  g_autoptr (HfDb) db = open_db (fixture->place);
  g_assert_true (hf_db_exec_script (db, sql, NULL));
  g_clear_object (&db);
  hf_test_server_stop ();
  hf_test_server_start ();
}

/* It waits for a standby that there is not, and is on this server's disk already. */
static void
test_a_commit_that_was_done_is_not_done_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  set_standby (fixture, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
  save_and_lose (fixture, save_company, "SyncRep", &error);
  set_standby (fixture, "ALTER SYSTEM RESET synchronous_standby_names");
  g_assert_no_error (error);
  check_company (fixture, "己");
}

static gpointer
save_new_complaint (HfStoreSession *session, gpointer complaint, GError **error)
{
  hf_store_session_allow_repeat (session);
  return hf_store_complaints_save (session, complaint, error)
                 && save_company (session, (gpointer) "己", error)
             ? HF_STORE_DONE
             : NULL;
}

/* What the first try wrote into the record is not taken for stored. */
static void
test_a_new_record_is_stored_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (HfDb) db = open_db (fixture->place);
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  complaint->words = g_strdup ("等了三天");
  complaint->received_at = hf_time_now ();
  g_assert_true (hf_db_exec_script (db, SLOW, NULL));
  hf_store_run_async (fixture->store, HF_STORE_WRITE, save_new_complaint,
                      g_object_ref (complaint), g_object_unref, NULL, NULL, keep_result,
                      &result);
  end_commit (fixture->place, "PgSleep");
  wait_for (&result);
  hf_store_run_finish (fixture->store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (complaint->revision, ==, 1);
  g_autoptr (HfDbStatement) row = hf_db_query (db, "SELECT id FROM complaint", HF_DB_NO_VALUES,
                                               NULL);
  g_assert_cmpint (hf_db_statement_step (row, NULL), ==, HF_DB_STEP_ROW);
  g_assert_cmpint (hf_db_statement_get_integer (row, 0), ==, complaint->id);
  g_assert_cmpint (hf_db_statement_step (row, NULL), ==, HF_DB_STEP_DONE);
}

static void
test_location_is_tested (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HfStoreState state = HF_STORE_STATE_EMPTY;
  g_autofree char *empty = hf_test_server_new_database (NULL, NULL);
  g_assert_true (hf_store_location_test (fixture->place, NULL, &state, &error));
  g_assert_cmpint (state, ==, HF_STORE_STATE_READY);
  g_assert_true (hf_store_location_test (empty, NULL, &state, &error));
  g_assert_cmpint (state, ==, HF_STORE_STATE_EMPTY);
  g_assert_null (hf_store_open (empty, HF_STORE_OPEN_EXISTING, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_EMPTY);
  g_clear_error (&error);
  g_autofree char *missing = g_strconcat (fixture->place, " dbname=none", NULL);
  g_assert_false (hf_store_location_test (missing, NULL, &state, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND);
}

static void
set_version (const char *place, int version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) db = hf_db_new_for (place, &error);
  g_assert_true (hf_db_open (db, HF_DB_OPEN_WRITE, &error));
  g_assert_true (hf_db_begin (db, &error));
  g_assert_true (hf_db_set_schema_version (db, version, &error));
  g_assert_true (hf_db_commit (db, &error));
  g_assert_no_error (error);
}

/* Another version of the program made the database. */
static void
test_other_versions_are_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HfStoreState state = HF_STORE_STATE_EMPTY;
  set_version (fixture->place, 1);
  g_assert_true (hf_store_location_test (fixture->place, NULL, &state, &error));
  g_assert_cmpint (state, ==, HF_STORE_STATE_OLDER);
  set_version (fixture->place, 1000);
  g_assert_false (hf_store_location_test (fixture->place, NULL, &state, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_TOO_NEW);
  g_clear_error (&error);
  g_assert_null (hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_TOO_NEW);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
#define ADD(name, func)                                                                        \
  g_test_add ("/store-server/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("saving-waits", test_what_is_saved_waits_for_the_server);
  ADD ("reading-fails", test_reading_fails_and_is_told_when_it_works_again);
  ADD ("closing", test_closing_does_not_wait_for_ever);
  ADD ("giving-up", test_who_waits_can_give_up);
  ADD ("in-the-middle", test_what_had_begun_fails);
  ADD ("undone", test_a_commit_that_was_undone_is_done_again);
  ADD ("undone-once", test_what_cannot_be_done_again_is_told);
  ADD ("done", test_a_commit_that_was_done_is_not_done_again);
  ADD ("new-record", test_a_new_record_is_stored_once);
  ADD ("location", test_location_is_tested);
  ADD ("versions", test_other_versions_are_told);
  return g_test_run ();
}
