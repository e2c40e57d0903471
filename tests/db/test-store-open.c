#include "config.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hf-customer.h"
#include "hf-db-sqlite.h"
#include "hf-store-customers.h"
#include "hf-store.h"
#include "test-folder.h"

/* What happens with files that are not as they should be: each is left byte for byte. */
typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ("hf-open-XXXXXX");
  fixture->path = g_build_filename (fixture->folder, "firm.huifang", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_folder_remove (fixture->folder);
  g_free (fixture->path);
}

static char *
digest (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length);
}

static void
refuse (const char *path, HfStoreError expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = digest (path);
  g_assert_null (hf_store_open (path, HF_STORE_OPEN_OR_CREATE, &error));
  g_assert_error (error, HF_STORE_ERROR, (int) expected);
  g_autofree char *after = digest (path);
  g_assert_cmpstr (before, ==, after);
}

static void
make_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_open (path, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
}

static void
test_not_a_database (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (8192, 'x');
  g_file_set_contents (fixture->path, text, -1, NULL);
  refuse (fixture->path, HF_STORE_ERROR_NOT_A_DATABASE);
}

static void
run_script (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) db = hf_db_sqlite_new (path);
  g_assert_true (hf_db_open (db, HF_DB_OPEN_CREATE, &error));
  g_assert_true (hf_db_exec_script (db, sql, &error));
}

static void
test_another_programs_database (Fixture *fixture, gconstpointer data)
{
  run_script (fixture->path, "CREATE TABLE songs (name TEXT); PRAGMA application_id = 99");
  refuse (fixture->path, HF_STORE_ERROR_FOREIGN);
}

static void
test_newer_database (Fixture *fixture, gconstpointer data)
{
  make_store (fixture->path);
  run_script (fixture->path, "PRAGMA user_version = 9999; PRAGMA wal_checkpoint (TRUNCATE)");
  refuse (fixture->path, HF_STORE_ERROR_TOO_NEW);
}

static void
test_damaged_database (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;
  make_store (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  memset (bytes + 4096, 0xAA, length - 4096);
  g_file_set_contents (fixture->path, bytes, length, NULL);
  refuse (fixture->path, HF_STORE_ERROR_CORRUPT);
}

static void
test_missing_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_store_open (fixture->path, HF_STORE_OPEN_EXISTING, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_null (hf_store_open (fixture->folder, HF_STORE_OPEN_EXISTING, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_A_DATABASE);
}

/* As on a medium that cannot be written: nobody can make the file that stands in the way here.
 */
static void
test_no_room_for_the_journal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-wal", NULL);
  make_store (fixture->path);
  g_assert_cmpint (g_mkdir (journal, 0755), ==, 0);
  refuse (fixture->path, HF_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (g_rmdir (journal), ==, 0);
}

static void
test_locked_database (Fixture *fixture, gconstpointer data)
{
  make_store (fixture->path);
  g_autoptr (HfDb) other = hf_db_sqlite_new (fixture->path);
  g_assert_true (hf_db_open (other, HF_DB_OPEN_WRITE, NULL));
  g_assert_true (hf_db_begin (other, NULL));
  refuse (fixture->path, HF_STORE_ERROR_BUSY);
  hf_db_rollback (other);
}

static gpointer
save_many (HfStoreSession *session, gpointer first, GError **error)
{
  for (int i = 0; i < 500; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%d", GPOINTER_TO_INT (first) + i);
      customer->note = g_strnfill (2000, 'n');
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static gpointer
count_customers (HfStoreSession *session, gpointer unused, GError **error)
{
  gint64 count = 0;
  return hf_store_customers_count (session, NULL, &count, error) ? GINT_TO_POINTER (count + 1)
                                                                 : NULL;
}

static int
stored (const char *path)
{
  g_autoptr (HfStore) store = hf_store_open (path, HF_STORE_OPEN_EXISTING, NULL);
  g_assert_nonnull (store);
  return GPOINTER_TO_INT (
             hf_store_run (store, HF_STORE_READ, count_customers, NULL, NULL, NULL))
         - 1;
}

/* A file that may not grow says what a full disk says. */
static void
save_on_a_full_disk (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_open (path, HF_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  struct rlimit limit = { 400 * 1024, 400 * 1024 };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_null (
      hf_store_run (store, HF_STORE_WRITE, save_many, GINT_TO_POINTER (1000), NULL, &error));
  g_assert_true (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_NO_SPACE)
                 || g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_FAILED));
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  make_store (fixture->path);
  if (g_test_subprocess ())
    {
      save_on_a_full_disk (g_getenv ("HF_TEST_PATH"));
      _exit (0);
    }
  g_setenv ("HF_TEST_PATH", fixture->path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_assert_cmpint (stored (fixture->path), ==, 0);
}

/* Saves piece after piece and tells on its standard output what is on disk. */
static void
save_until_killed (const char *path)
{
  g_autoptr (HfStore) store = hf_store_open (path, HF_STORE_OPEN_EXISTING, NULL);
  for (int i = 0;; i += 500)
    {
      if (hf_store_run (store, HF_STORE_WRITE, save_many, GINT_TO_POINTER (i), NULL, NULL)
          == NULL)
        _exit (1);
      g_autofree char *line = g_strdup_printf ("%d\n", i + 500);
      if (write (STDOUT_FILENO, line, strlen (line)) < 0)
        _exit (1);
    }
}

static void
test_killed_while_saving (Fixture *fixture, gconstpointer data)
{
  int pipe_ends[2];
  make_store (fixture->path);
  g_assert_cmpint (pipe (pipe_ends), ==, 0);
  pid_t child = fork ();
  if (child == 0)
    {
      dup2 (pipe_ends[1], STDOUT_FILENO);
      save_until_killed (fixture->path);
    }
  close (pipe_ends[1]);
  char text[16] = "";
  g_assert_cmpint (read (pipe_ends[0], text, sizeof text - 1), >, 0);
  g_usleep (20 * 1000);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  int confirmed = atoi (text), found = stored (fixture->path);
  close (pipe_ends[0]);
  g_assert_cmpint (found, >=, confirmed);
  g_assert_cmpint (found % 500, ==, 0);
}

static gboolean
is_locked (const char *path, off_t place)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = place, .l_len = 1 };
  int file = open (path, O_RDWR);
  g_assert_cmpint (fcntl (file, F_GETLK, &lock), ==, 0);
  close (file);
  return lock.l_type != F_UNLCK;
}

/* As the dialog does that chooses a file, and looks into each to tell its kind. */
static void
test_who_looks_into_files_takes_no_lock_away (Fixture *fixture, gconstpointer data)
{
  static const char *const ends[] = { "", "-wal", "-shm" };
  g_autofree char *shared = g_strconcat (fixture->path, "-shm", NULL);
  g_autoptr (HfStore) store = hf_store_open (fixture->path, HF_STORE_OPEN_OR_CREATE, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, ends[i], NULL);
      g_autofree char *content = NULL;
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
    }
  /* Where SQLite says that it has the database open, and reads it. */
  g_assert_true (is_locked (shared, 128));
  g_assert_true (is_locked (fixture->path, 0x40000002));
  hf_store_close (store);
}

/* Whichever window was opened first: who copies the file afterwards has everything. */
static void
test_closed_in_any_order_it_is_one_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  for (gsize i = 0; i < 2; i++)
    {
      HfStore *stores[2];
      for (gsize j = 0; j < 2; j++)
        {
          stores[j] = hf_store_open (fixture->path, HF_STORE_OPEN_OR_CREATE, &error);
          g_assert_no_error (error);
          hf_store_run (stores[j], HF_STORE_READ, count_customers, NULL, NULL, &error);
          g_assert_no_error (error);
        }
      hf_store_run (stores[1 - i], HF_STORE_WRITE, save_many, GINT_TO_POINTER (i * 500), NULL,
                    &error);
      g_assert_no_error (error);
      for (gsize j = 0; j < 2; j++)
        {
          hf_store_close (stores[i ^ j]);
          g_object_unref (stores[i ^ j]);
        }
      g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
    }
}

typedef struct
{
  GMainLoop *loop;
  guint topics;
  gpointer result;
} Waiting;

static void
note_topics (HfStore *store, guint topics, Waiting *waiting)
{
  waiting->topics |= topics;
}

static void
take_result (GObject *store, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  waiting->result = hf_store_run_finish (HF_STORE (store), result, NULL);
  g_main_loop_quit (waiting->loop);
}

static void
test_async_work_tells_what_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Waiting waiting = { .loop = loop };
  g_autoptr (HfStore) store = hf_store_open (fixture->path, HF_STORE_OPEN_OR_CREATE, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (store, "changed", G_CALLBACK (note_topics), &waiting);
  hf_store_run_async (store, HF_STORE_WRITE, save_many, GINT_TO_POINTER (0), NULL, NULL, NULL,
                      take_result, &waiting);
  g_main_loop_run (loop);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_nonnull (waiting.result);
  g_assert_cmpuint (waiting.topics & HF_STORE_CUSTOMERS, !=, 0);
  hf_store_run_async (store, HF_STORE_READ, count_customers, NULL, NULL, NULL, NULL,
                      take_result, &waiting);
  g_main_loop_run (loop);
  g_assert_cmpint (GPOINTER_TO_INT (waiting.result), ==, 501);
  g_signal_handlers_disconnect_by_data (store, &waiting);
}

static void
test_cancelled_work_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HfStore) store = hf_store_open (fixture->path, HF_STORE_OPEN_OR_CREATE, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (hf_store_run (store, HF_STORE_WRITE, save_many, GINT_TO_POINTER (0),
                               cancellable, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED);
  g_assert_cmpint (
      GPOINTER_TO_INT (hf_store_run (store, HF_STORE_READ, count_customers, NULL, NULL, NULL)),
      ==, 1);
}

static void
take_error (GObject *store, GAsyncResult *result, gpointer data)
{
  GError **error = data;
  g_assert_null (hf_store_run_finish (HF_STORE (store), result, error));
}

static void
test_closed_store_refuses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_open (fixture->path, HF_STORE_OPEN_OR_CREATE, NULL);
  hf_store_close (store);
  hf_store_run_async (store, HF_STORE_READ, count_customers, NULL, NULL, NULL, NULL, take_error,
                      &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE);
  g_clear_error (&error);
  g_assert_null (hf_store_run (store, HF_STORE_READ, count_customers, NULL, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE);
}

static void
note_thread (HfStore *store, guint topics, GThread **thread)
{
  *thread = g_thread_self ();
}

/* Nobody iterates the context while the work is done: the signal has to wait for that. */
static void
test_change_is_told_on_its_own_thread (Fixture *fixture, gconstpointer data)
{
  GThread *thread = NULL;
  Waiting waiting = { 0 };
  g_autoptr (GMainLoop) loop = waiting.loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (HfStore) store = hf_store_open (fixture->path, HF_STORE_OPEN_OR_CREATE, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (store, "changed", G_CALLBACK (note_thread), &thread);
  hf_store_run_async (store, HF_STORE_WRITE, save_many, GINT_TO_POINTER (0), NULL, NULL, NULL,
                      take_result, &waiting);
  g_usleep (300 * 1000);
  g_main_loop_run (loop);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (thread == g_thread_self ());
}

#define ADD(name, func) g_test_add ("/open/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("not-a-database", test_not_a_database);
  ADD ("another-program", test_another_programs_database);
  ADD ("newer", test_newer_database);
  ADD ("damaged", test_damaged_database);
  ADD ("missing", test_missing_file);
  ADD ("no-journal", test_no_room_for_the_journal);
  ADD ("locked", test_locked_database);
  ADD ("looked-into", test_who_looks_into_files_takes_no_lock_away);
  ADD ("any-order", test_closed_in_any_order_it_is_one_file);
  ADD ("full-disk", test_full_disk);
  ADD ("killed", test_killed_while_saving);
  ADD ("async", test_async_work_tells_what_changed);
  ADD ("closed", test_closed_store_refuses);
  ADD ("thread", test_change_is_told_on_its_own_thread);
  ADD ("cancelled", test_cancelled_work_changes_nothing);
  return g_test_run ();
}
