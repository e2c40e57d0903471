#include "config.h"

#include "hf-db-fake.h"

#include <string.h>

#include "hf-db-fake-statement.h"
#include "hf-db-location.h"
#include "hf-db-private.h"

#define HF_TYPE_DB_FAKE (hf_db_fake_get_type ())
G_DECLARE_FINAL_TYPE (HfDbFake, hf_db_fake, HF, DB_FAKE, HfDb)

struct _HfDbFake
{
  HfDb parent_instance;

  HfDb *inner;
};

G_DEFINE_FINAL_TYPE (HfDbFake, hf_db_fake, HF_TYPE_DB)

/* Of each call: which one fails, counted down, how, and whether it is done all the same. */
static struct
{
  guint left;
  HfDbError code;
  gboolean done;
} failures[HF_DB_FAKE_N_CALLS];

static GMutex mutex;
static GPtrArray *answers; /* (element-type utf8): parts of statements and rows, in turn */

typedef gboolean (*Work) (HfDb *inner, gconstpointer data, GError **error);

/**
 * hf_db_fake_check:
 * @call: what is called
 * @done: (out): whether it is to be done
 * @error: (nullable): the error that was ordered
 *
 * Counts a call.
 *
 * Returns: whether it is to succeed
 */
gboolean
hf_db_fake_check (HfDbFakeCall call, gboolean *done, GError **error)
{
  g_mutex_lock (&mutex);
  gboolean fails = failures[call].left > 0 && --failures[call].left == 0;
  HfDbError code = failures[call].code;
  *done = !fails || failures[call].done;
  g_mutex_unlock (&mutex);
  if (fails)
    g_set_error (error, HF_DB_ERROR, code, "ordered by the test");
  return !fails;
}

static gboolean
call_inner (HfDb *db, HfDbFakeCall call, Work work, gconstpointer data, GError **error)
{
  HfDbFake *self = HF_DB_FAKE (db);
  gboolean done = TRUE;
  gboolean good = hf_db_fake_check (call, &done, error);
  if (done && self->inner != NULL)
    good = work (self->inner, data, good ? error : NULL) && good;
  return good;
}

static gboolean
open_inner (HfDb *inner, gconstpointer mode, GError **error)
{
  return hf_db_open (inner, *(const HfDbOpenMode *) mode, error);
}

static gboolean
begin_inner (HfDb *inner, gconstpointer unused, GError **error)
{
  return hf_db_begin (inner, error);
}

static gboolean
begin_inner_read (HfDb *inner, gconstpointer unused, GError **error)
{
  return hf_db_begin_read (inner, error);
}

static gboolean
commit_inner (HfDb *inner, gconstpointer unused, GError **error)
{
  return hf_db_commit (inner, error);
}

static gboolean
exec_inner (HfDb *inner, gconstpointer sql, GError **error)
{
  return hf_db_exec_script (inner, sql, error);
}

static gboolean
fake_open (HfDb *db, HfDbOpenMode mode, GError **error)
{
  return call_inner (db, HF_DB_FAKE_OPEN, open_inner, &mode, error);
}

static void
fake_close (HfDb *db)
{
  if (HF_DB_FAKE (db)->inner != NULL)
    hf_db_close (HF_DB_FAKE (db)->inner);
}

static gboolean
fake_begin (HfDb *db, GError **error)
{
  return call_inner (db, HF_DB_FAKE_BEGIN, begin_inner, NULL, error);
}

static gboolean
fake_begin_read (HfDb *db, GError **error)
{
  return call_inner (db, HF_DB_FAKE_BEGIN, begin_inner_read, NULL, error);
}

static gboolean
fake_commit (HfDb *db, GError **error)
{
  return call_inner (db, HF_DB_FAKE_COMMIT, commit_inner, NULL, error);
}

static void
fake_rollback (HfDb *db)
{
  if (HF_DB_FAKE (db)->inner != NULL)
    hf_db_rollback (HF_DB_FAKE (db)->inner);
}

static gboolean
fake_exec_script (HfDb *db, const char *sql, GError **error)
{
  return call_inner (db, HF_DB_FAKE_SCRIPT, exec_inner, sql, error);
}

static GPtrArray *
list_rows (const char *sql)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_mutex_lock (&mutex);
  for (guint i = 0; answers != NULL && i + 1 < answers->len; i += 2)
    if (strstr (sql, g_ptr_array_index (answers, i)) != NULL)
      g_ptr_array_add (rows, g_strsplit (g_ptr_array_index (answers, i + 1), "|", -1));
  g_mutex_unlock (&mutex);
  return rows;
}

static HfDbStatement *
fake_prepare (HfDb *db, const char *sql, GError **error)
{
  return hf_db_fake_statement_new (HF_DB_FAKE (db)->inner, sql, list_rows (sql));
}

static void
fake_interrupt (HfDb *db)
{
  if (HF_DB_FAKE (db)->inner != NULL)
    hf_db_interrupt (HF_DB_FAKE (db)->inner);
}

static void
fake_set_bulk (HfDb *db, gboolean bulk)
{
  if (HF_DB_FAKE (db)->inner != NULL)
    hf_db_set_bulk (HF_DB_FAKE (db)->inner, bulk);
}

static gboolean
fake_set_indexes_aside (HfDb *db, const char *table, const char *const *kept, GError **error)
{
  return hf_db_set_indexes_aside (HF_DB_FAKE (db)->inner, table, kept, error);
}

static gboolean
fake_restore_indexes (HfDb *db, GError **error)
{
  return hf_db_restore_indexes (HF_DB_FAKE (db)->inner, error);
}

static gboolean
fake_has_capability (HfDb *db, HfDbCapability capability)
{
  HfDbFake *self = HF_DB_FAKE (db);
  return self->inner != NULL && hf_db_has_capability (self->inner, capability);
}

static gboolean
fake_lock_for_migration (HfDb *db, GError **error)
{
  HfDbFake *self = HF_DB_FAKE (db);
  return self->inner == NULL || hf_db_lock_for_migration (self->inner, error);
}

static gboolean
fake_get_schema_version (HfDb *db, int *version, GError **error)
{
  HfDbFake *self = HF_DB_FAKE (db);
  *version = 0;
  return self->inner == NULL || hf_db_get_schema_version (self->inner, version, error);
}

static gboolean
fake_set_schema_version (HfDb *db, int version, GError **error)
{
  HfDbFake *self = HF_DB_FAKE (db);
  return self->inner == NULL || hf_db_set_schema_version (self->inner, version, error);
}

static gboolean
fake_backup (HfDb *db, const char *path, GError **error)
{
  HfDbFake *self = HF_DB_FAKE (db);
  return self->inner == NULL || hf_db_backup (self->inner, path, error);
}

static gboolean
fake_check (HfDb *db, GPtrArray *findings, GError **error)
{
  HfDbFake *self = HF_DB_FAKE (db);
  return self->inner == NULL || hf_db_check (self->inner, findings, error);
}

static void
hf_db_fake_finalize (GObject *object)
{
  HfDbFake *self = HF_DB_FAKE (object);
  hf_db_close (HF_DB (self));
  g_clear_object (&self->inner);
  G_OBJECT_CLASS (hf_db_fake_parent_class)->finalize (object);
}

static void
hf_db_fake_class_init (HfDbFakeClass *klass)
{
  HfDbClass *db_class = (HfDbClass *) klass;
  G_OBJECT_CLASS (klass)->finalize = hf_db_fake_finalize;
  db_class->engine = "sqlite";
  db_class->key_type = "INTEGER";
  db_class->text_type = "TEXT";
  db_class->open = fake_open;
  db_class->close = fake_close;
  db_class->begin = fake_begin;
  db_class->begin_read = fake_begin_read;
  db_class->commit = fake_commit;
  db_class->rollback = fake_rollback;
  db_class->exec_script = fake_exec_script;
  db_class->prepare = fake_prepare;
  db_class->interrupt = fake_interrupt;
  db_class->set_bulk = fake_set_bulk;
  db_class->set_indexes_aside = fake_set_indexes_aside;
  db_class->restore_indexes = fake_restore_indexes;
  db_class->has_capability = fake_has_capability;
  db_class->lock_for_migration = fake_lock_for_migration;
  db_class->get_schema_version = fake_get_schema_version;
  db_class->set_schema_version = fake_set_schema_version;
  db_class->backup = fake_backup;
  db_class->check = fake_check;
}

static void
hf_db_fake_init (HfDbFake *self)
{
}

/**
 * hf_db_fake_new:
 * @inner: (transfer full) (nullable): a connection of SQLite, which does the work
 *
 * Makes a connection that can be told to fail.
 *
 * Returns: (transfer full): a connection
 */
HfDb *
hf_db_fake_new (HfDb *inner)
{
  HfDbFake *self = g_object_new (HF_TYPE_DB_FAKE, NULL);
  self->inner = inner;
  return HF_DB (self);
}

/**
 * hf_db_fake_install:
 *
 * Puts a fake in front of every connection that the program makes from now on.
 */
void
hf_db_fake_install (void)
{
  hf_db_location_set_wrapper (hf_db_fake_new);
}

/**
 * hf_db_fake_reset:
 *
 * Forgets all that the fakes were told, and puts none in front of anything any more.
 */
void
hf_db_fake_reset (void)
{
  hf_db_location_set_wrapper (NULL);
  g_mutex_lock (&mutex);
  memset (failures, 0, sizeof failures);
  g_clear_pointer (&answers, g_ptr_array_unref);
  g_mutex_unlock (&mutex);
}

static void
order (HfDbFakeCall call, guint nth, HfDbError code, gboolean done)
{
  g_mutex_lock (&mutex);
  failures[call].left = nth;
  failures[call].code = code;
  failures[call].done = done;
  g_mutex_unlock (&mutex);
}

/**
 * hf_db_fake_fail:
 * @call: a call
 * @nth: which one from now on, 1 for the next
 * @code: what it says
 *
 * Has a call fail instead of being done.
 */
void
hf_db_fake_fail (HfDbFakeCall call, guint nth, HfDbError code)
{
  order (call, nth, code, FALSE);
}

/**
 * hf_db_fake_fail_afterwards:
 * @call: a call
 * @nth: which one from now on, 1 for the next
 * @code: what it says, such as UNCERTAIN of a commit
 *
 * Has a call be done, and say that it has failed.
 */
void
hf_db_fake_fail_afterwards (HfDbFakeCall call, guint nth, HfDbError code)
{
  order (call, nth, code, TRUE);
}

/**
 * hf_db_fake_answer:
 * @part: what a statement contains
 * @row: values parted by "|"
 *
 * Gives such statements another row, of fakes over nothing.
 */
void
hf_db_fake_answer (const char *part, const char *row)
{
  g_mutex_lock (&mutex);
  if (answers == NULL)
    answers = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (answers, g_strdup (part));
  g_ptr_array_add (answers, g_strdup (row));
  g_mutex_unlock (&mutex);
}
