#include "config.h"

#include "hf-db-sqlite.h"

#include <sqlite3.h>
#include <string.h>

#include "hf-db-private.h"
#include "hf-db-sqlite-locks.h"
#include "hf-db-sqlite-statement.h"

/* "Huif": tells our files from those of other programs. */
#define OWNER_ID 0x48756966

#define BUSY_TIMEOUT_MS 3000
#define MAX_FINDINGS 100

/* KiB, below zero as SQLite wants it. What an import touches is all over the file, and what
 * does not fit into memory is written and read again and again. */
#define CACHE_SIZE "-8192"
#define BULK_CACHE_SIZE "-49152"

/* What is sorted for an index is sorted in lists as large as the cache: short ones stay in the
 * processor's own, and a thread sorts one while the next is being read. */
#define SORT_CACHE_SIZE "-4096"

/* Bytes, of a new file. Indexes of a million customers are less deep than with SQLite's own
 * 4,096, and what a saved answer writes is still little. */
#define PAGE_SIZE "16384"

#define HF_TYPE_DB_SQLITE (hf_db_sqlite_get_type ())
G_DECLARE_FINAL_TYPE (HfDbSqlite, hf_db_sqlite, HF, DB_SQLITE, HfDb)

struct _HfDbSqlite
{
  HfDb parent_instance;

  char *path;
  sqlite3 *handle;
  GPtrArray *aside; /* (element-type utf8): what makes the indexes and triggers set aside */
};

G_DEFINE_FINAL_TYPE (HfDbSqlite, hf_db_sqlite, HF_TYPE_DB)

static gboolean
read_pragma (HfDbSqlite *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (HfDbStatement) statement = hf_db_query (HF_DB (self), sql, HF_DB_NO_VALUES, error);
  if (statement == NULL)
    return FALSE;
  HfDbStep step = hf_db_statement_step (statement, error);
  *value = step == HF_DB_STEP_ROW ? hf_db_statement_get_integer (statement, 0) : 0;
  return step != HF_DB_STEP_FAILED;
}

/* An empty file may become ours; anything else must say that it is. */
static gboolean
check_owner (HfDbSqlite *self, GError **error)
{
  gint64 owner = 0, tables = 0;
  /* Another window may be making the tables just now: both numbers are of one moment. */
  gboolean read = hf_db_begin_read (HF_DB (self), error)
                  && read_pragma (self, "PRAGMA application_id", &owner, error)
                  && read_pragma (self, "SELECT count(*) FROM sqlite_schema", &tables, error);
  hf_db_rollback (HF_DB (self));
  if (!read)
    return FALSE;
  if (owner == OWNER_ID || (owner == 0 && tables == 0))
    return TRUE;
  g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_FOREIGN,
                       "the database belongs to another program");
  return FALSE;
}

static gboolean
prepare_session (HfDbSqlite *self, HfDbOpenMode mode, GError **error)
{
  HfDb *db = HF_DB (self);
  /* The first look at the file comes before anything that could write to it. */
  if (!check_owner (self, error))
    return FALSE;
  if (mode == HF_DB_OPEN_READ)
    return hf_db_exec_script (db, "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY", error);
  if (sqlite3_db_readonly (self->handle, "main") == 1)
    {
      g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_READ_ONLY, "the file is read-only");
      return FALSE;
    }
  return hf_db_exec_script (db,
                            "PRAGMA page_size = " PAGE_SIZE ";"
                            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                            "PRAGMA foreign_keys = ON;"
                            "PRAGMA cache_size = " CACHE_SIZE,
                            error);
}

/* Where another window opens the same new file, SQLite itself does not always wait. */
static gboolean
set_up (HfDbSqlite *self, HfDbOpenMode mode, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + BUSY_TIMEOUT_MS * G_TIME_SPAN_MILLISECOND;
  g_autoptr (GError) local = NULL;
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  while (!prepare_session (self, mode, &local))
    {
      if (!g_error_matches (local, HF_DB_ERROR, HF_DB_ERROR_BUSY)
          || g_get_monotonic_time () >= deadline)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_clear_error (&local);
      g_usleep (10 * G_TIME_SPAN_MILLISECOND);
    }
  return TRUE;
}

static gboolean
may_become (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  return g_file_test (folder, G_FILE_TEST_IS_DIR);
}

static gboolean
cannot_open (HfDbSqlite *self, HfDbOpenMode mode, int result, GError **error)
{
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS)
      && (mode != HF_DB_OPEN_CREATE || !may_become (self->path)))
    g_set_error (error, HF_DB_ERROR, HF_DB_ERROR_NOT_FOUND, "%s: no such file", self->path);
  else if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
    g_set_error (error, HF_DB_ERROR, HF_DB_ERROR_NOT_A_DATABASE, "%s: a folder", self->path);
  else
    hf_db_sqlite_set_error (self->handle, result, error);
  return FALSE;
}

/* Counting every allocation under a lock takes part of an import's time, and nobody reads the
 * counts. */
static gpointer
configure (gpointer unused)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  hf_db_sqlite_keep_locks ();
  return NULL;
}

/* Where not even the files can be made with which SQLite watches others, and nobody else has
 * the database open, it is read as something that does not change. */
static gboolean
open_unchanging (HfDbSqlite *self, GError **error)
{
  g_autofree char *journal = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *path = g_canonicalize_filename (self->path, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *name = g_strconcat (uri != NULL ? uri : "", "?immutable=1", NULL);
  if (uri == NULL || g_file_test (journal, G_FILE_TEST_EXISTS))
    return FALSE;
  hf_db_close (HF_DB (self));
  return sqlite3_open_v2 (name, &self->handle,
                          SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL)
             == SQLITE_OK
         && set_up (self, HF_DB_OPEN_READ, error);
}

static gboolean
sqlite_open (HfDb *db, HfDbOpenMode mode, GError **error)
{
  static GOnce once = G_ONCE_INIT;
  HfDbSqlite *self = HF_DB_SQLITE (db);
  g_once (&once, configure, NULL);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  if (mode == HF_DB_OPEN_CREATE || strcmp (self->path, HF_DB_SQLITE_MEMORY) == 0)
    flags |= SQLITE_OPEN_CREATE;
  GError *local = NULL;
  int result = sqlite3_open_v2 (self->path, &self->handle, flags, NULL);
  if (result == SQLITE_OK ? set_up (self, mode, &local)
                          : cannot_open (self, mode, result, &local))
    return TRUE;
  if (result == SQLITE_OK && mode == HF_DB_OPEN_READ
      && g_error_matches (local, HF_DB_ERROR, HF_DB_ERROR_READ_ONLY)
      && open_unchanging (self, NULL))
    {
      g_error_free (local);
      return TRUE;
    }
  g_propagate_error (error, local);
  hf_db_close (db);
  return FALSE;
}

static void
sqlite_close (HfDb *db)
{
  HfDbSqlite *self = HF_DB_SQLITE (db);
  sqlite3_close_v2 (g_steal_pointer (&self->handle));
}

static gboolean
sqlite_exec_script (HfDb *db, const char *sql, GError **error)
{
  HfDbSqlite *self = HF_DB_SQLITE (db);
  int result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  return result == SQLITE_OK || hf_db_sqlite_set_error (self->handle, result, error);
}

static gboolean
sqlite_begin (HfDb *db, GError **error)
{
  return sqlite_exec_script (db, "BEGIN IMMEDIATE", error);
}

static gboolean
sqlite_begin_read (HfDb *db, GError **error)
{
  return sqlite_exec_script (db, "BEGIN", error);
}

static gboolean
sqlite_commit (HfDb *db, GError **error)
{
  return sqlite_exec_script (db, "COMMIT", error);
}

static void
sqlite_rollback (HfDb *db)
{
  HfDbSqlite *self = HF_DB_SQLITE (db);
  /* Some errors have rolled back already. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite_exec_script (db, "ROLLBACK", NULL);
  g_ptr_array_set_size (self->aside, 0);
}

static HfDbStatement *
sqlite_prepare (HfDb *db, const char *sql, GError **error)
{
  return hf_db_sqlite_statement_new (HF_DB_SQLITE (db)->handle, sql, error);
}

static void
sqlite_interrupt (HfDb *db)
{
  HfDbSqlite *self = HF_DB_SQLITE (db);
  if (self->handle != NULL)
    sqlite3_interrupt (self->handle);
}

static void
sqlite_set_bulk (HfDb *db, gboolean bulk)
{
  sqlite_exec_script (db,
                      bulk ? "PRAGMA cache_size = " BULK_CACHE_SIZE
                           : "PRAGMA cache_size = " CACHE_SIZE "; PRAGMA shrink_memory",
                      NULL);
}

static void
set_aside (HfDbSqlite *self, HfDbStatement *made, GString *drop)
{
  g_string_append_printf (drop, "DROP %s %s;", hf_db_statement_get_text (made, 2),
                          hf_db_statement_get_text (made, 0));
  g_ptr_array_add (self->aside, hf_db_statement_dup_text (made, 1));
}

static gboolean
sqlite_set_indexes_aside (HfDb *db, const char *table, const char *const *kept, GError **error)
{
  g_autoptr (GString) drop = g_string_new (NULL);
  g_autoptr (HfDbStatement) indexes = hf_db_query (
      db,
      "SELECT name, sql, type FROM sqlite_schema WHERE tbl_name = $1 "
      "AND (sql LIKE 'CREATE INDEX%' OR type = 'trigger')",
      HF_DB_VALUES (hf_db_text (table)), error);
  HfDbStep step = HF_DB_STEP_FAILED;
  while (indexes != NULL && (step = hf_db_statement_step (indexes, error)) == HF_DB_STEP_ROW)
    if (!g_strv_contains (kept, hf_db_statement_get_text (indexes, 0)))
      set_aside (HF_DB_SQLITE (db), indexes, drop);
  g_clear_pointer (&indexes, hf_db_statement_release);
  return step == HF_DB_STEP_DONE && hf_db_exec_script (db, drop->str, error);
}

static gboolean
sqlite_restore_indexes (HfDb *db, GError **error)
{
  GPtrArray *aside = HF_DB_SQLITE (db)->aside;
  if (aside->len == 0)
    return TRUE;
  gboolean made = hf_db_exec_script (
      db, "PRAGMA threads = 1; PRAGMA cache_size = " SORT_CACHE_SIZE, error);
  for (guint i = 0; made && i < aside->len; i++)
    made = hf_db_exec_script (db, aside->pdata[i], error);
  g_ptr_array_set_size (aside, 0);
  sqlite_exec_script (db, "PRAGMA threads = 0; PRAGMA cache_size = " BULK_CACHE_SIZE, NULL);
  return made;
}

static gboolean
sqlite_has_capability (HfDb *db, HfDbCapability capability)
{
  switch (capability)
    {
    case HF_DB_CAN_SHARE:
      return strcmp (HF_DB_SQLITE (db)->path, HF_DB_SQLITE_MEMORY) != 0;
    case HF_DB_CAN_BACK_UP:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whoever writes is alone already. */
static gboolean
sqlite_lock_for_migration (HfDb *db, GError **error)
{
  return TRUE;
}

static gboolean
sqlite_get_schema_version (HfDb *db, int *version, GError **error)
{
  gint64 value = 0;
  gboolean read = read_pragma (HF_DB_SQLITE (db), "PRAGMA user_version", &value, error);
  *version = value;
  return read;
}

static gboolean
sqlite_set_schema_version (HfDb *db, int version, GError **error)
{
  /* A pragma takes no parameters. */
  g_autofree char *pragmas = g_strdup_printf (
      "PRAGMA user_version = %d; PRAGMA application_id = %d;", version, OWNER_ID);
  return sqlite_exec_script (db, pragmas, error);
}

static gboolean
sqlite_backup (HfDb *db, const char *path, GError **error)
{
  HfDbSqlite *self = HF_DB_SQLITE (db);
  sqlite3 *copy = NULL;
  int result = sqlite3_open (path, &copy);
  if (result == SQLITE_OK)
    {
      sqlite3_backup *backup = sqlite3_backup_init (copy, "main", self->handle, "main");
      if (backup != NULL)
        sqlite3_backup_step (backup, -1);
      sqlite3_backup_finish (backup);
      result = sqlite3_errcode (copy);
    }
  if (result != SQLITE_OK)
    hf_db_sqlite_set_error (copy, result, error);
  sqlite3_close_v2 (copy);
  return result == SQLITE_OK;
}

static gboolean
collect_findings (HfDb *db, const char *sql, GPtrArray *findings, GError **error)
{
  g_autoptr (HfDbStatement) statement = hf_db_query (db, sql, HF_DB_NO_VALUES, error);
  if (statement == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (statement, error)) == HF_DB_STEP_ROW)
    g_ptr_array_add (findings, hf_db_statement_dup_text (statement, 0));
  return step == HF_DB_STEP_DONE;
}

static gboolean
sqlite_check (HfDb *db, GPtrArray *findings, GError **error)
{
  return collect_findings (db,
                           "SELECT integrity_check FROM pragma_integrity_check "
                           "WHERE integrity_check <> 'ok' LIMIT " G_STRINGIFY (MAX_FINDINGS),
                           findings, error)
         && collect_findings (db,
                              "SELECT 'row ' || rowid || ' of ' || \"table\" || ' refers to a "
                              "missing row of ' || parent FROM pragma_foreign_key_check "
                              "LIMIT " G_STRINGIFY (MAX_FINDINGS),
                              findings, error);
}

static void
hf_db_sqlite_finalize (GObject *object)
{
  HfDbSqlite *self = HF_DB_SQLITE (object);
  hf_db_close (HF_DB (self));
  g_free (self->path);
  g_ptr_array_unref (self->aside);
  G_OBJECT_CLASS (hf_db_sqlite_parent_class)->finalize (object);
}

static void
hf_db_sqlite_class_init (HfDbSqliteClass *klass)
{
  HfDbClass *db_class = (HfDbClass *) klass;
  G_OBJECT_CLASS (klass)->finalize = hf_db_sqlite_finalize;
  db_class->engine = "sqlite";
  db_class->key_type = "INTEGER";
  db_class->text_type = "TEXT";
  db_class->open = sqlite_open;
  db_class->close = sqlite_close;
  db_class->begin = sqlite_begin;
  db_class->begin_read = sqlite_begin_read;
  db_class->commit = sqlite_commit;
  db_class->rollback = sqlite_rollback;
  db_class->exec_script = sqlite_exec_script;
  db_class->prepare = sqlite_prepare;
  db_class->interrupt = sqlite_interrupt;
  db_class->set_bulk = sqlite_set_bulk;
  db_class->set_indexes_aside = sqlite_set_indexes_aside;
  db_class->restore_indexes = sqlite_restore_indexes;
  db_class->has_capability = sqlite_has_capability;
  db_class->lock_for_migration = sqlite_lock_for_migration;
  db_class->get_schema_version = sqlite_get_schema_version;
  db_class->set_schema_version = sqlite_set_schema_version;
  db_class->backup = sqlite_backup;
  db_class->check = sqlite_check;
}

static void
hf_db_sqlite_init (HfDbSqlite *self)
{
  self->aside = g_ptr_array_new_with_free_func (g_free);
}

/**
 * hf_db_sqlite_new:
 * @path: a file, or %HF_DB_SQLITE_MEMORY
 *
 * Makes a connection to an SQLite database; it is not open yet.
 *
 * Returns: (transfer full): a connection
 */
HfDb *
hf_db_sqlite_new (const char *path)
{
  HfDbSqlite *self = g_object_new (HF_TYPE_DB_SQLITE, NULL);
  self->path = g_strdup (path);
  return HF_DB (self);
}
