#include "config.h"

#include "hf-db-pgsql.h"

#include "hf-db-pgsql-connection.h"
#include "hf-db-pgsql-schema.h"
#include "hf-db-pgsql-statement.h"
#include "hf-db-private.h"

#define HF_TYPE_DB_PGSQL (hf_db_pgsql_get_type ())
G_DECLARE_FINAL_TYPE (HfDbPgsql, hf_db_pgsql, HF, DB_PGSQL, HfDb)

struct _HfDbPgsql
{
  HfDb parent_instance;

  HfDbPgsqlConnection *connection;
};

G_DEFINE_FINAL_TYPE (HfDbPgsql, hf_db_pgsql, HF_TYPE_DB)

static HfDbPgsqlConnection *
connection_of (HfDb *db)
{
  return HF_DB_PGSQL (db)->connection;
}

static gboolean
pgsql_open (HfDb *db, HfDbOpenMode mode, GError **error)
{
  int version = 0;
  GError *local = NULL;
  if (hf_db_pgsql_connection_open (connection_of (db), mode == HF_DB_OPEN_READ, &local)
      && hf_db_get_schema_version (db, &version, &local))
    return TRUE;
  /* A user who may not even read that. */
  if (local->code == HF_DB_ERROR_READ_ONLY)
    local->code = HF_DB_ERROR_PASSWORD;
  g_propagate_error (error, local);
  hf_db_close (db);
  return FALSE;
}

static void
pgsql_close (HfDb *db)
{
  hf_db_pgsql_connection_close (connection_of (db));
}

static void
pgsql_set_password (HfDb *db, const char *password)
{
  hf_db_pgsql_connection_set_password (connection_of (db), password);
}

static gboolean
pgsql_begin (HfDb *db, GError **error)
{
  return hf_db_pgsql_connection_begin (connection_of (db),
                                       "BEGIN ISOLATION LEVEL READ COMMITTED; "
                                       "SELECT pg_catalog.pg_current_xact_id ()",
                                       error);
}

static gboolean
pgsql_begin_read (HfDb *db, GError **error)
{
  return hf_db_pgsql_connection_begin (
      connection_of (db), "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", error);
}

static gboolean
pgsql_commit (HfDb *db, GError **error)
{
  return hf_db_pgsql_connection_commit (connection_of (db), error);
}

static gboolean
pgsql_ask_commit (HfDb *db, gboolean *committed, GError **error)
{
  return hf_db_pgsql_connection_ask_commit (connection_of (db), committed, error);
}

static void
pgsql_rollback (HfDb *db)
{
  hf_db_pgsql_connection_rollback (connection_of (db));
}

static gboolean
pgsql_exec_script (HfDb *db, const char *sql, GError **error)
{
  return hf_db_pgsql_connection_exec (connection_of (db), sql, error);
}

static HfDbStatement *
pgsql_prepare (HfDb *db, const char *sql, GError **error)
{
  return hf_db_pgsql_statement_new (connection_of (db), sql);
}

static void
pgsql_interrupt (HfDb *db)
{
  hf_db_pgsql_canceller_cancel (hf_db_pgsql_connection_get_canceller (connection_of (db)));
}

static void
pgsql_set_bulk (HfDb *db, gboolean bulk)
{
  /* A statement's plan is kept, and was made when there were but a few rows; without an index
   * it would then read all the rows that were written since, again and again. */
  if (bulk)
    pgsql_exec_script (db, "SET LOCAL enable_seqscan = off", NULL);
  hf_db_pgsql_connection_set_bulk (connection_of (db), bulk);
}

static gboolean
pgsql_has_capability (HfDb *db, HfDbCapability capability)
{
  return capability == HF_DB_CAN_SHARE;
}

static gboolean
pgsql_backup (HfDb *db, const char *path, GError **error)
{
  g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_UNSUPPORTED,
                       "the server makes the backups of its databases");
  return FALSE;
}

static void
hf_db_pgsql_finalize (GObject *object)
{
  HfDbPgsql *self = HF_DB_PGSQL (object);
  hf_db_close (HF_DB (self));
  hf_db_pgsql_connection_free (self->connection);
  G_OBJECT_CLASS (hf_db_pgsql_parent_class)->finalize (object);
}

static void
hf_db_pgsql_class_init (HfDbPgsqlClass *klass)
{
  HfDbClass *db_class = (HfDbClass *) klass;
  G_OBJECT_CLASS (klass)->finalize = hf_db_pgsql_finalize;
  db_class->engine = "pgsql";
  db_class->key_type = "BIGINT";
  /* The order of bytes, as with SQLite; lists for people are sorted by other means. */
  db_class->text_type = "TEXT COLLATE \"C\"";
  db_class->open = pgsql_open;
  db_class->close = pgsql_close;
  db_class->set_password = pgsql_set_password;
  db_class->begin = pgsql_begin;
  db_class->begin_read = pgsql_begin_read;
  db_class->commit = pgsql_commit;
  db_class->ask_commit = pgsql_ask_commit;
  db_class->rollback = pgsql_rollback;
  db_class->exec_script = pgsql_exec_script;
  db_class->prepare = pgsql_prepare;
  db_class->interrupt = pgsql_interrupt;
  db_class->set_bulk = pgsql_set_bulk;
  db_class->has_capability = pgsql_has_capability;
  db_class->lock_for_migration = hf_db_pgsql_schema_lock;
  db_class->get_schema_version = hf_db_pgsql_schema_get_version;
  db_class->set_schema_version = hf_db_pgsql_schema_set_version;
  db_class->backup = pgsql_backup;
  db_class->check = hf_db_pgsql_schema_check;
}

static void
hf_db_pgsql_init (HfDbPgsql *self)
{
}

/**
 * hf_db_pgsql_new:
 * @string: a connection string of libpq, without a password
 *
 * Makes a connection to a PostgreSQL database; it is not open yet.
 *
 * Returns: (transfer full): a connection
 */
HfDb *
hf_db_pgsql_new (const char *string)
{
  HfDbPgsql *self = g_object_new (HF_TYPE_DB_PGSQL, NULL);
  self->connection = hf_db_pgsql_connection_new (string);
  return HF_DB (self);
}
