#include "config.h"

#include "hf-id.h"
#include "hf-resource.h"
#include "hf-store-session-private.h"
#include "hf-store-sql.h"
#include "hf-time.h"

/**
 * hf_store_session_get_cancellable:
 * @self: a session
 *
 * Gives what tells long work to stop.
 *
 * Returns: (transfer none) (nullable): the cancellable
 */
GCancellable *
hf_store_session_get_cancellable (HfStoreSession *self)
{
  return self->cancellable;
}

/**
 * hf_store_session_get_staff_id:
 * @self: a session
 *
 * Tells who works at this desk.
 *
 * Returns: a member of staff's key, 0 where nobody said
 */
gint64
hf_store_session_get_staff_id (HfStoreSession *self)
{
  return self->staff_id;
}

/**
 * hf_store_session_set_staff_id:
 * @self: a session
 * @staff_id: a member of staff's key, 0 for nobody
 *
 * Says who did what is stored from now on in this session.
 */
void
hf_store_session_set_staff_id (HfStoreSession *self, gint64 staff_id)
{
  self->staff_id = staff_id;
}

/**
 * hf_store_session_get_now:
 * @self: a session
 *
 * Tells the moment at which this session's work happens.
 *
 * Returns: microseconds since 1970, UTC
 */
gint64
hf_store_session_get_now (HfStoreSession *self)
{
  return self->now != 0 ? self->now : hf_time_now ();
}

/**
 * hf_store_session_set_now:
 * @self: a session
 * @now: a moment, 0 for the present one
 *
 * Says when that happened which is stored from now on in this session, for history that is
 * entered afterwards.
 */
void
hf_store_session_set_now (HfStoreSession *self, gint64 now)
{
  self->now = now;
}

/**
 * hf_store_session_clear:
 * @self: a session whose work has ended
 *
 * Gives back what it used.
 */
void
hf_store_session_clear (HfStoreSession *self)
{
  g_clear_pointer (&self->branches, g_hash_table_unref);
  g_clear_pointer (&self->staff, g_hash_table_unref);
  g_clear_pointer (&self->changes, g_array_unref);
  if (self->bulk)
    hf_db_set_bulk (self->db, FALSE);
}

static void
clear_change (gpointer change)
{
  g_object_unref (((HfStoreChange *) change)->record);
}

/**
 * hf_store_session_on_undo:
 * @self: a session that writes
 * @record: (type GObject): a record that gets a key or a revision while it is stored
 * @undo: takes that back
 *
 * Keeps a record as it was where the session's work is not committed in the end. Nobody uses
 * the many records of an import again.
 */
void
hf_store_session_on_undo (HfStoreSession *self, gpointer record, void (*undo) (gpointer record))
{
  if (self->bulk)
    return;
  if (self->changes == NULL)
    {
      self->changes = g_array_new (FALSE, FALSE, sizeof (HfStoreChange));
      g_array_set_clear_func (self->changes, clear_change);
    }
  HfStoreChange change = { g_object_ref (record), undo };
  g_array_append_val (self->changes, change);
}

/**
 * hf_store_session_undo:
 * @self: a session whose work was rolled back
 *
 * Takes back what happened to records in memory, the last change first.
 */
void
hf_store_session_undo (HfStoreSession *self)
{
  for (guint i = self->changes != NULL ? self->changes->len : 0; i > 0; i--)
    {
      HfStoreChange *change = &g_array_index (self->changes, HfStoreChange, i - 1);
      change->undo (change->record);
    }
}

/**
 * hf_store_session_allow_repeat:
 * @self: a session that writes
 *
 * Says that the work may be done again with the same input where the server was lost and has
 * undone it.
 */
void
hf_store_session_allow_repeat (HfStoreSession *self)
{
  self->repeatable = TRUE;
}

/**
 * hf_store_session_begin_bulk:
 * @self: a session that writes
 *
 * Says that a great deal is about to be written, until the session's work ends.
 */
void
hf_store_session_begin_bulk (HfStoreSession *self)
{
  self->bulk = TRUE;
  hf_db_set_bulk (self->db, TRUE);
}

/**
 * hf_store_session_discard:
 * @self: a session that writes
 *
 * Has everything undone that the work stores, although it ends well: for a trial.
 */
void
hf_store_session_discard (HfStoreSession *self)
{
  self->discarded = TRUE;
}

/**
 * hf_store_session_set_free_result:
 * @self: a session that writes
 * @free_result: frees what the work is about to give
 *
 * Lets a result be freed that nobody gets, because what goes with it could not be committed.
 */
void
hf_store_session_set_free_result (HfStoreSession *self, GDestroyNotify free_result)
{
  self->free_result = free_result;
}

/**
 * hf_store_session_check_cancelled:
 * @self: a session
 * @error: (nullable): CANCELLED of %HF_STORE_ERROR
 *
 * Looks whether long work is to stop.
 *
 * Returns: whether it may go on
 */
gboolean
hf_store_session_check_cancelled (HfStoreSession *self, GError **error)
{
  if (!g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED, "cancelled");
  return FALSE;
}

/**
 * hf_store_session_touch:
 * @self: a session
 * @topics: #HfStoreTopics
 *
 * Notes what the work changed, for the store's "changed" signal.
 */
void
hf_store_session_touch (HfStoreSession *self, guint topics)
{
  self->topics |= topics;
}

/**
 * hf_store_session_log:
 * @self: a session in a transaction
 * @entity: a table
 * @entity_id: a record's key
 * @action: "create", "update", "delete" ...
 * @field: (nullable): what was changed
 * @before: (nullable): what was there
 * @after: (nullable): what is there now
 * @error: (nullable): %HF_DB_ERROR
 *
 * Writes a line of the change log.
 *
 * Returns: whether it was written
 */
gboolean
hf_store_session_log (HfStoreSession *self, const char *entity, gint64 entity_id,
                      const char *action, const char *field, const char *before,
                      const char *after, GError **error)
{
  return hf_db_execute (
      self->db,
      "INSERT INTO change_log (id, at, staff_id, entity, entity_id, action, field, before, "
      "after, import_id, interview_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      HF_DB_VALUES (
          hf_db_integer (hf_id_new ()), hf_db_integer (hf_store_session_get_now (self)),
          hf_db_reference (self->staff_id), hf_db_text (entity), hf_db_integer (entity_id),
          hf_db_text (action), hf_db_text (field), hf_db_text (before), hf_db_text (after),
          hf_db_reference (self->import_id), hf_db_reference (self->interview_id)),
      NULL, error);
}

static gpointer
register_resource (gpointer unused)
{
  return hf_resource_register (hf_store_sql_register_resource, hf_store_sql_get_resource);
}

/**
 * hf_store_session_get_resource:
 *
 * Gives the SQL files that are part of the program.
 *
 * Returns: (transfer none): the resource
 */
GResource *
hf_store_session_get_resource (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, register_resource, NULL);
}

/**
 * hf_store_session_load_sql:
 * @self: a session
 * @name: a piece of SQL that differs by engine
 *
 * Loads data/sql/NAME.ENGINE.sql.
 *
 * Returns: (transfer full) (nullable): the SQL, %NULL where the engine needs none
 */
char *
hf_store_session_load_sql (HfStoreSession *self, const char *name)
{
  g_autofree char *path = g_strdup_printf (HF_STORE_RESOURCE_FOLDER "/%s.%s.sql", name,
                                           hf_db_get_engine (self->db));
  g_autoptr (GBytes) bytes = g_resource_lookup_data (hf_store_session_get_resource (), path, 0,
                                                     NULL);
  if (bytes == NULL)
    return NULL;
  return g_strstrip (g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
}

/**
 * hf_store_session_lock:
 * @self: a session that writes
 * @name: a piece of SQL that counts what it locks, as hf_store_session_load_sql() knows it
 * @values: (array length=n_values): its parameters
 * @n_values: how many
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Waits, where several may write at once, until nobody else changes some records, and keeps
 * them from doing so until the end of the session.
 *
 * Returns: whether nobody does
 */
gboolean
hf_store_session_lock (HfStoreSession *self, const char *name, const HfDbValue *values,
                       gsize n_values, GError **error)
{
  gint64 n_locked = 0;
  g_autofree char *sql = hf_store_session_load_sql (self, name);
  return sql == NULL || hf_store_session_count (self, sql, values, n_values, &n_locked, error);
}

/**
 * hf_store_session_list:
 * @self: a session
 * @sql: a statement that selects
 * @values: (array length=n_values) (nullable): its parameters
 * @n_values: how many
 * @row_func: makes a record of a row
 * @free_record: (nullable): frees a record
 * @error: (nullable): %HF_DB_ERROR
 *
 * Reads all rows of a statement.
 *
 * Returns: (transfer full) (nullable): the records
 */
GPtrArray *
hf_store_session_list (HfStoreSession *self, const char *sql, const HfDbValue *values,
                       gsize n_values, HfStoreRowFunc row_func, GDestroyNotify free_record,
                       GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_db_query (self->db, sql, values, n_values, error);
  if (rows == NULL)
    return NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_record);
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    g_ptr_array_add (records, row_func (rows));
  return step == HF_DB_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

/**
 * hf_store_session_get:
 * @self: a session
 * @sql: a statement that selects
 * @values: (array length=n_values) (nullable): its parameters
 * @n_values: how many
 * @row_func: makes a record of a row
 * @error: (nullable): %HF_DB_ERROR, or NOT_FOUND of %HF_STORE_ERROR
 *
 * Reads the first row of a statement.
 *
 * Returns: (transfer full) (nullable): the record
 */
gpointer
hf_store_session_get (HfStoreSession *self, const char *sql, const HfDbValue *values,
                      gsize n_values, HfStoreRowFunc row_func, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_db_query (self->db, sql, values, n_values, error);
  if (rows == NULL)
    return NULL;
  HfDbStep step = hf_db_statement_step (rows, error);
  if (step == HF_DB_STEP_ROW)
    return row_func (rows);
  if (step == HF_DB_STEP_DONE)
    g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND, "no such record");
  return NULL;
}

/**
 * hf_store_session_count:
 * @self: a session
 * @sql: a statement that selects one number
 * @values: (array length=n_values) (nullable): its parameters
 * @n_values: how many
 * @count: (out): the number, 0 for NULL or no row
 * @error: (nullable): %HF_DB_ERROR
 *
 * Reads a number.
 *
 * Returns: whether it was read
 */
gboolean
hf_store_session_count (HfStoreSession *self, const char *sql, const HfDbValue *values,
                        gsize n_values, gint64 *count, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_db_query (self->db, sql, values, n_values, error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step = hf_db_statement_step (rows, error);
  *count = step == HF_DB_STEP_ROW ? hf_db_statement_get_integer (rows, 0) : 0;
  return step != HF_DB_STEP_FAILED;
}

/**
 * hf_store_session_update:
 * @self: a session in a transaction
 * @sql: an UPDATE of one record by its id and revision
 * @values: (array length=n_values): its parameters
 * @n_values: how many
 * @error: (nullable): %HF_DB_ERROR, or CONFLICT of %HF_STORE_ERROR
 *
 * Changes a record that nobody else has changed since it was read.
 *
 * Returns: whether it was changed
 */
gboolean
hf_store_session_update (HfStoreSession *self, const char *sql, const HfDbValue *values,
                         gsize n_values, GError **error)
{
  gint64 n_changed = 0;
  if (!hf_db_execute (self->db, sql, values, n_values, &n_changed, error))
    return FALSE;
  if (n_changed == 1)
    return TRUE;
  g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT,
                       "the record was changed in the meantime");
  return FALSE;
}
