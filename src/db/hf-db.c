#include "config.h"

#include "hf-db-private.h"

#include <string.h>

G_DEFINE_QUARK (hf_db_error, hf_db_error)
G_DEFINE_ABSTRACT_TYPE (HfDb, hf_db, G_TYPE_OBJECT)

/* Texts that are made for one call come to ever new addresses. */
#define MAX_PLACES 1000

#define CLASS(self) (G_TYPE_INSTANCE_GET_CLASS ((self), HF_TYPE_DB, HfDbClass))

static void
free_statement (gpointer data)
{
  HfDbStatement *statement = data;
  g_free (statement->sql);
  statement->funcs->free (statement);
}

static void
hf_db_finalize (GObject *object)
{
  HfDb *self = (HfDb *) object;
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->statements);
  G_OBJECT_CLASS (hf_db_parent_class)->finalize (object);
}

static void
hf_db_class_init (HfDbClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_db_finalize;
}

static void
hf_db_init (HfDb *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_statement);
  self->places = g_hash_table_new (NULL, NULL);
}

/**
 * hf_db_open:
 * @self: a connection
 * @mode: what it is for
 * @error: (nullable): %HF_DB_ERROR; nothing was changed
 *
 * Opens the connection.
 *
 * Returns: whether it is open
 */
gboolean
hf_db_open (HfDb *self, HfDbOpenMode mode, GError **error)
{
  return CLASS (self)->open (self, mode, error);
}

/**
 * hf_db_close:
 * @self: a connection
 *
 * Closes it; a transaction that was not committed is rolled back.
 */
void
hf_db_close (HfDb *self)
{
  g_hash_table_remove_all (self->places);
  g_hash_table_remove_all (self->statements);
  CLASS (self)->close (self);
}

/**
 * hf_db_set_password:
 * @self: a connection, before it is opened
 * @password: (nullable): what a person typed
 *
 * Gives the password that a server asks for; it is kept in memory alone. An engine without
 * passwords takes no notice.
 */
void
hf_db_set_password (HfDb *self, const char *password)
{
  if (CLASS (self)->set_password != NULL)
    CLASS (self)->set_password (self, password);
}

/**
 * hf_db_begin:
 * @self: a connection
 * @error: (nullable): %HF_DB_ERROR
 *
 * Begins a transaction that will write. A server that was lost meanwhile is connected to again.
 *
 * Returns: whether it has begun
 */
gboolean
hf_db_begin (HfDb *self, GError **error)
{
  return CLASS (self)->begin (self, error);
}

/**
 * hf_db_begin_read:
 * @self: a connection
 * @error: (nullable): %HF_DB_ERROR
 *
 * Begins a transaction that sees one state of the data, whatever others commit meanwhile; it
 * ends with hf_db_rollback(). A server that was lost meanwhile is connected to again.
 *
 * Returns: whether it has begun
 */
gboolean
hf_db_begin_read (HfDb *self, GError **error)
{
  return CLASS (self)->begin_read (self, error);
}

/**
 * hf_db_commit:
 * @self: a connection in a transaction
 * @error: (nullable): %HF_DB_ERROR; UNCERTAIN where the server was lost before it said whether
 *   it has committed
 *
 * Makes everything since hf_db_begin() last.
 *
 * Returns: whether it is on disk; where not, hf_db_rollback() ends the transaction
 */
gboolean
hf_db_commit (HfDb *self, GError **error)
{
  return CLASS (self)->commit (self, error);
}

/**
 * hf_db_ask_commit:
 * @self: a connection whose last commit was UNCERTAIN
 * @committed: (out): whether it was committed
 * @error: (nullable): %HF_DB_ERROR; CONNECTION and BUSY where it can be asked again later,
 *   UNCERTAIN where nobody knows any more
 *
 * Asks the server what became of the last transaction, over a new session.
 *
 * Returns: whether it is known
 */
gboolean
hf_db_ask_commit (HfDb *self, gboolean *committed, GError **error)
{
  if (CLASS (self)->ask_commit != NULL)
    return CLASS (self)->ask_commit (self, committed, error);
  g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_UNCERTAIN, "there is nobody to ask");
  return FALSE;
}

/**
 * hf_db_rollback:
 * @self: a connection
 *
 * Undoes everything since hf_db_begin().
 */
void
hf_db_rollback (HfDb *self)
{
  CLASS (self)->rollback (self);
}

/**
 * hf_db_exec_script:
 * @self: a connection
 * @sql: statements without parameters
 * @error: (nullable): %HF_DB_ERROR
 *
 * Runs statements one after the other.
 *
 * Returns: whether all of them ran
 */
gboolean
hf_db_exec_script (HfDb *self, const char *sql, GError **error)
{
  return CLASS (self)->exec_script (self, sql, error);
}

/* Most statements are literals, which are found by their address much sooner than by their
 * text; another text may have come to the same address. */
static HfDbStatement *
find_statement (HfDb *self, const char *sql)
{
  HfDbStatement *statement = g_hash_table_lookup (self->places, sql);
  if (statement != NULL && strcmp (statement->sql, sql) == 0)
    return statement;
  statement = g_hash_table_lookup (self->statements, sql);
  if (g_hash_table_size (self->places) >= MAX_PLACES)
    g_hash_table_remove_all (self->places);
  if (statement != NULL)
    g_hash_table_replace (self->places, (gpointer) sql, statement);
  return statement;
}

static HfDbStatement *
lend_statement (HfDb *self, const char *sql, GError **error)
{
  HfDbStatement *statement = find_statement (self, sql);
  if (statement != NULL && !statement->lent)
    return statement;
  gboolean keep = statement == NULL;
  statement = CLASS (self)->prepare (self, sql, error);
  if (statement != NULL && keep)
    {
      statement->kept = TRUE;
      statement->sql = g_strdup (sql);
      g_hash_table_insert (self->statements, statement->sql, statement);
    }
  return statement;
}

/**
 * hf_db_query:
 * @self: a connection
 * @sql: one statement, its parameters $1, $2 ...
 * @values: (array length=n_values) (nullable): the parameters in their order
 * @n_values: how many
 * @error: (nullable): %HF_DB_ERROR
 *
 * Starts a statement; its rows are read by stepping.
 *
 * Returns: (transfer full) (nullable): the statement, to be released
 */
HfDbStatement *
hf_db_query (HfDb *self, const char *sql, const HfDbValue *values, gsize n_values,
             GError **error)
{
  HfDbStatement *statement = lend_statement (self, sql, error);
  if (statement == NULL)
    return NULL;
  statement->lent = TRUE;
  if (statement->funcs->bind (statement, values, n_values, error))
    return statement;
  hf_db_statement_release (statement);
  return NULL;
}

/**
 * hf_db_execute:
 * @self: a connection
 * @sql: one statement, its parameters $1, $2 ...
 * @values: (array length=n_values) (nullable): the parameters in their order
 * @n_values: how many
 * @n_changed: (out) (optional): how many rows it touched
 * @error: (nullable): %HF_DB_ERROR
 *
 * Runs a statement of which no rows are wanted. While a great deal is written, a server may run
 * it later: its error then comes from a later call, from hf_db_commit() at the latest.
 *
 * Returns: whether it ran
 */
gboolean
hf_db_execute (HfDb *self, const char *sql, const HfDbValue *values, gsize n_values,
               gint64 *n_changed, GError **error)
{
  g_autoptr (HfDbStatement) statement = hf_db_query (self, sql, values, n_values, error);
  if (statement == NULL)
    return FALSE;
  if (statement->funcs->execute != NULL)
    return statement->funcs->execute (statement, n_changed, error);
  HfDbStep step;
  do
    step = hf_db_statement_step (statement, error);
  while (step == HF_DB_STEP_ROW);
  if (n_changed != NULL)
    *n_changed = step == HF_DB_STEP_DONE ? statement->funcs->count_changed (statement) : 0;
  return step == HF_DB_STEP_DONE;
}

/**
 * hf_db_interrupt:
 * @self: a connection
 *
 * Stops the statement that runs on it, with %HF_DB_ERROR_CANCELLED; may be called from any
 * thread.
 */
void
hf_db_interrupt (HfDb *self)
{
  CLASS (self)->interrupt (self);
}

/**
 * hf_db_set_bulk:
 * @self: an open connection
 * @bulk: whether a great deal is about to be written
 *
 * Lets the engine use more memory while it writes a great deal, and a server answer for many
 * statements at once.
 */
void
hf_db_set_bulk (HfDb *self, gboolean bulk)
{
  CLASS (self)->set_bulk (self, bulk);
}

/**
 * hf_db_set_indexes_aside:
 * @self: a connection in a transaction
 * @table: a table
 * @kept: (array zero-terminated=1): the names of those of its indexes and triggers that stay
 * @error: (nullable): %HF_DB_ERROR
 *
 * Does without a table's indexes and triggers until hf_db_restore_indexes() or the end of the
 * transaction, which comes first; a server keeps them, as others read by them. To make an index
 * of many rows at once is much faster than to add row by row.
 *
 * Returns: whether that was possible
 */
gboolean
hf_db_set_indexes_aside (HfDb *self, const char *table, const char *const *kept, GError **error)
{
  return CLASS (self)->set_indexes_aside == NULL
         || CLASS (self)->set_indexes_aside (self, table, kept, error);
}

/**
 * hf_db_restore_indexes:
 * @self: a connection in a transaction
 * @error: (nullable): %HF_DB_ERROR
 *
 * Makes the indexes and triggers that were set aside.
 *
 * Returns: whether they are made
 */
gboolean
hf_db_restore_indexes (HfDb *self, GError **error)
{
  return CLASS (self)->restore_indexes == NULL || CLASS (self)->restore_indexes (self, error);
}

/**
 * hf_db_get_engine:
 * @self: a connection
 *
 * Names the engine, as the files in data/sql do.
 *
 * Returns: such as "sqlite"
 */
const char *
hf_db_get_engine (HfDb *self)
{
  return CLASS (self)->engine;
}

/**
 * hf_db_get_key_type:
 * @self: a connection
 *
 * Names the column type of a table's 64-bit key, which stands for {key} in data/sql.
 *
 * Returns: such as "INTEGER"
 */
const char *
hf_db_get_key_type (HfDb *self)
{
  return CLASS (self)->key_type;
}

/**
 * hf_db_get_text_type:
 * @self: a connection
 *
 * Names the type of a column of text that is sorted by its bytes, which stands for {text} in
 * data/sql.
 *
 * Returns: such as "TEXT"
 */
const char *
hf_db_get_text_type (HfDb *self)
{
  return CLASS (self)->text_type;
}

/**
 * hf_db_has_capability:
 * @self: a connection
 * @capability: what is asked
 *
 * Tells whether the database can do something.
 *
 * Returns: whether it can
 */
gboolean
hf_db_has_capability (HfDb *self, HfDbCapability capability)
{
  return CLASS (self)->has_capability (self, capability);
}

/**
 * hf_db_lock_for_migration:
 * @self: a connection in a transaction
 * @error: (nullable): %HF_DB_ERROR
 *
 * Keeps others from changing the schema until the transaction ends, and waits for those that
 * do.
 *
 * Returns: whether nobody else does
 */
gboolean
hf_db_lock_for_migration (HfDb *self, GError **error)
{
  return CLASS (self)->lock_for_migration (self, error);
}

/**
 * hf_db_get_schema_version:
 * @self: an open connection
 * @version: (out): the number of the last migration, 0 for an empty database
 * @error: (nullable): %HF_DB_ERROR; FOREIGN where another program made the database
 *
 * Reads how far the database's schema has come.
 *
 * Returns: whether it could be read
 */
gboolean
hf_db_get_schema_version (HfDb *self, int *version, GError **error)
{
  return CLASS (self)->get_schema_version (self, version, error);
}

/**
 * hf_db_set_schema_version:
 * @self: a connection in a transaction
 * @version: the number of the last migration
 * @error: (nullable): %HF_DB_ERROR
 *
 * Writes how far the database's schema has come.
 *
 * Returns: whether it was written
 */
gboolean
hf_db_set_schema_version (HfDb *self, int version, GError **error)
{
  return CLASS (self)->set_schema_version (self, version, error);
}

/**
 * hf_db_backup:
 * @self: an open connection
 * @path: a file, which is replaced
 * @error: (nullable): %HF_DB_ERROR
 *
 * Copies the database as it is at this moment.
 *
 * Returns: whether the copy is complete
 */
gboolean
hf_db_backup (HfDb *self, const char *path, GError **error)
{
  return CLASS (self)->backup (self, path, error);
}

/**
 * hf_db_check:
 * @self: an open connection
 * @findings: (element-type utf8): what is wrong is added here, in technical words
 * @error: (nullable): %HF_DB_ERROR
 *
 * Has the engine look through its own files and references.
 *
 * Returns: whether it could look
 */
gboolean
hf_db_check (HfDb *self, GPtrArray *findings, GError **error)
{
  return CLASS (self)->check (self, findings, error);
}
