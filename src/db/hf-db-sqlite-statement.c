#include "config.h"

#include "hf-db-sqlite-statement.h"

#include <errno.h>
#include <stdlib.h>

#include "hf-db-parameters.h"
#include "hf-db-watch.h"

typedef struct
{
  HfDbStatement base;
  sqlite3_stmt *handle;
  int *indexes; /* of $1, $2 ... in the statement, 0 where it has none */
  int n_indexes;
  gboolean watched; /* it was told that it reads the whole of a table */
} SqliteStatement;

static HfDbError
error_code (sqlite3 *handle, int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return HF_DB_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
      return HF_DB_ERROR_CONSTRAINT;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: /* what it wants to write beside the file, which is there */
      return HF_DB_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return HF_DB_ERROR_NO_SPACE;
    case SQLITE_CORRUPT:
      return HF_DB_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return HF_DB_ERROR_NOT_A_DATABASE;
    case SQLITE_INTERRUPT:
      return HF_DB_ERROR_CANCELLED;
    case SQLITE_IOERR:
      return handle != NULL && sqlite3_system_errno (handle) == ENOSPC ? HF_DB_ERROR_NO_SPACE
                                                                       : HF_DB_ERROR_FAILED;
    default:
      return HF_DB_ERROR_FAILED;
    }
}

/**
 * hf_db_sqlite_set_error:
 * @handle: (nullable): the connection on which it happened
 * @result: SQLite's result code
 * @error: (nullable): %HF_DB_ERROR
 *
 * Turns what SQLite says into an error of ours.
 *
 * Returns: %FALSE
 */
gboolean
hf_db_sqlite_set_error (sqlite3 *handle, int result, GError **error)
{
  g_set_error (error, HF_DB_ERROR, error_code (handle, result), "%s (SQLite %d)",
               handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (result), result);
  return FALSE;
}

static int
bind_value (sqlite3_stmt *handle, int index, const HfDbValue *value)
{
  /* Each parameter is NULL since statement_reset(). */
  if (value->is_null)
    return SQLITE_OK;
  switch (value->type)
    {
    case HF_DB_NULL:
      return SQLITE_OK;
    case HF_DB_INTEGER:
      return sqlite3_bind_int64 (handle, index, value->integer);
    case HF_DB_REAL:
      return sqlite3_bind_double (handle, index, value->real);
    case HF_DB_TEXT:
      return sqlite3_bind_text (handle, index, value->text, -1, SQLITE_STATIC);
    default:
      return SQLITE_MISUSE;
    }
}

static gboolean
statement_bind (HfDbStatement *base, const HfDbValue *values, gsize n_values, GError **error)
{
  SqliteStatement *self = (SqliteStatement *) base;
  if (!hf_db_parameters_check (self->n_indexes, n_values, error))
    return FALSE;
  for (int i = 0; i < self->n_indexes; i++)
    {
      int result = self->indexes[i] > 0
                       ? bind_value (self->handle, self->indexes[i], &values[i])
                       : SQLITE_OK;
      if (result != SQLITE_OK)
        return hf_db_sqlite_set_error (sqlite3_db_handle (self->handle), result, error);
    }
  return TRUE;
}

static HfDbStep
statement_step (HfDbStatement *base, GError **error)
{
  SqliteStatement *self = (SqliteStatement *) base;
  int result = sqlite3_step (self->handle);
  if (result == SQLITE_ROW)
    return HF_DB_STEP_ROW;
  if (result == SQLITE_DONE)
    return HF_DB_STEP_DONE;
  hf_db_sqlite_set_error (sqlite3_db_handle (self->handle), result, error);
  return HF_DB_STEP_FAILED;
}

static gint64
statement_count_changed (HfDbStatement *base)
{
  return sqlite3_changes64 (sqlite3_db_handle (((SqliteStatement *) base)->handle));
}

static gboolean
statement_is_null (HfDbStatement *base, int column)
{
  return sqlite3_column_type (((SqliteStatement *) base)->handle, column) == SQLITE_NULL;
}

static gint64
statement_get_integer (HfDbStatement *base, int column)
{
  return sqlite3_column_int64 (((SqliteStatement *) base)->handle, column);
}

static double
statement_get_real (HfDbStatement *base, int column)
{
  return sqlite3_column_double (((SqliteStatement *) base)->handle, column);
}

static const char *
statement_get_text (HfDbStatement *base, int column)
{
  return (const char *) sqlite3_column_text (((SqliteStatement *) base)->handle, column);
}

static void
watch (SqliteStatement *self)
{
  int n_read = sqlite3_stmt_status (self->handle, SQLITE_STMTSTATUS_FULLSCAN_STEP, TRUE);
  const char *sql = sqlite3_sql (self->handle);
  if (self->watched || n_read <= HF_DB_WATCH_MANY_ROWS || !hf_db_watch_wants (sql))
    return;
  self->watched = TRUE;
  hf_db_watch_tell (NULL, sql);
}

static void
statement_reset (HfDbStatement *base)
{
  SqliteStatement *self = (SqliteStatement *) base;
  if (base->kept)
    watch (self);
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
}

static void
statement_free (HfDbStatement *base)
{
  SqliteStatement *self = (SqliteStatement *) base;
  sqlite3_finalize (self->handle);
  g_free (self->indexes);
  g_free (self);
}

static const HfDbStatementFuncs funcs = {
  .bind = statement_bind,
  .step = statement_step,
  .count_changed = statement_count_changed,
  .is_null = statement_is_null,
  .get_integer = statement_get_integer,
  .get_real = statement_get_real,
  .get_text = statement_get_text,
  .reset = statement_reset,
  .free = statement_free,
};

/* SQLite numbers $2, $1 by where they first stand; their names are what counts. */
static void
find_indexes (SqliteStatement *self, const char *sql)
{
  int n_parameters = sqlite3_bind_parameter_count (self->handle);
  self->n_indexes = hf_db_parameters_count (sql);
  self->indexes = g_new0 (int, self->n_indexes + 1);
  for (int i = 1; i <= n_parameters; i++)
    {
      const char *name = sqlite3_bind_parameter_name (self->handle, i);
      int number = name != NULL ? atoi (name + 1) : 0;
      if (number > 0 && number <= self->n_indexes)
        self->indexes[number - 1] = i;
    }
}

/**
 * hf_db_sqlite_statement_new:
 * @handle: an open connection
 * @sql: one statement
 * @error: (nullable): %HF_DB_ERROR
 *
 * Prepares a statement.
 *
 * Returns: (transfer full) (nullable): the statement
 */
HfDbStatement *
hf_db_sqlite_statement_new (sqlite3 *handle, const char *sql, GError **error)
{
  sqlite3_stmt *prepared = NULL;
  int result = sqlite3_prepare_v3 (handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, NULL);
  if (result != SQLITE_OK)
    {
      hf_db_sqlite_set_error (handle, result, error);
      return NULL;
    }
  SqliteStatement *self = g_new0 (SqliteStatement, 1);
  self->base.funcs = &funcs;
  self->handle = prepared;
  find_indexes (self, sql);
  return &self->base;
}
