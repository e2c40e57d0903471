#include "config.h"

#include "hf-store-settings.h"

#include "hf-store-session-private.h"

static gpointer
text_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

/**
 * hf_store_settings_get:
 * @session: a session
 * @name: such as %HF_SETTING_COMPANY
 * @error: (nullable): NOT_FOUND where it was never set ...
 *
 * Reads a setting of the firm.
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
hf_store_settings_get (HfStoreSession *session, const char *name, GError **error)
{
  return hf_store_session_get (session, "SELECT value FROM setting WHERE name = $1",
                               HF_DB_VALUES (hf_db_text (name)), text_of_row, error);
}

/**
 * hf_store_settings_find:
 * @session: a session
 * @name: such as %HF_SETTING_COMPANY
 * @value: (out) (transfer full) (nullable): its value, %NULL where it was never set
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks for a setting of the firm.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_settings_find (HfStoreSession *session, const char *name, char **value, GError **error)
{
  GError *failure = NULL;
  *value = hf_store_settings_get (session, name, &failure);
  if (failure == NULL)
    return TRUE;
  if (!g_error_matches (failure, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_error_free (failure);
  return TRUE;
}

/**
 * hf_store_settings_set:
 * @session: a session that writes
 * @name: such as %HF_SETTING_COMPANY
 * @value: (nullable): its value, %NULL to forget it
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores a setting of the firm.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_settings_set (HfStoreSession *session, const char *name, const char *value,
                       GError **error)
{
  hf_store_session_touch (session, HF_STORE_SETTINGS);
  if (value == NULL)
    return hf_db_execute (session->db, "DELETE FROM setting WHERE name = $1",
                          HF_DB_VALUES (hf_db_text (name)), NULL, error);
  return hf_db_execute (session->db,
                        "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) "
                        "DO UPDATE SET value = excluded.value, revision = setting.revision + 1",
                        HF_DB_VALUES (hf_db_text (name), hf_db_text (value)), NULL, error);
}

static gpointer
assumption_of_row (HfDbStatement *row)
{
  HfAssumption *self = hf_assumption_new ();
  self->key = hf_db_statement_dup_text (row, 0);
  self->value = hf_db_statement_get_real (row, 1);
  self->preset = hf_db_statement_get_real (row, 2);
  self->source = hf_db_statement_dup_text (row, 3);
  self->revision = hf_db_statement_get_integer (row, 4);
  return self;
}

/**
 * hf_store_assumptions_list:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the numbers that figures rest on.
 *
 * Returns: (transfer full) (nullable) (element-type HfAssumption): by key
 */
GPtrArray *
hf_store_assumptions_list (HfStoreSession *session, GError **error)
{
  return hf_store_session_list (
      session, "SELECT name, value, preset, source, revision FROM assumption ORDER BY name",
      HF_DB_NO_VALUES, assumption_of_row, g_object_unref, error);
}

/**
 * hf_store_assumptions_find:
 * @session: a session
 * @key: such as %HF_ASSUMPTION_COMPLAINT_RATIO
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads one of the numbers that figures rest on, with its source.
 *
 * Returns: (transfer full) (nullable): the assumption
 */
HfAssumption *
hf_store_assumptions_find (HfStoreSession *session, const char *key, GError **error)
{
  return hf_store_session_get (
      session, "SELECT name, value, preset, source, revision FROM assumption WHERE name = $1",
      HF_DB_VALUES (hf_db_text (key)), assumption_of_row, error);
}

/**
 * hf_store_assumptions_get:
 * @session: a session
 * @key: such as %HF_ASSUMPTION_COMPLAINT_RATIO
 * @value: (out): its value
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads one of the numbers that figures rest on.
 *
 * Returns: whether it was read
 */
gboolean
hf_store_assumptions_get (HfStoreSession *session, const char *key, double *value,
                          GError **error)
{
  g_autoptr (HfAssumption) assumption = hf_store_assumptions_find (session, key, error);
  if (assumption != NULL)
    *value = assumption->value;
  return assumption != NULL;
}

/**
 * hf_store_assumptions_save:
 * @session: a session that writes
 * @assumption: an assumption that was read and changed
 * @error: (nullable): CONFLICT ...
 *
 * Stores an assumption's new value and source.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_assumptions_save (HfStoreSession *session, HfAssumption *assumption, GError **error)
{
  if (!hf_store_session_update (
          session,
          "UPDATE assumption SET value = $2, source = $3, revision = revision + 1 "
          "WHERE name = $1 AND revision = $4",
          HF_DB_VALUES (hf_db_text (assumption->key), hf_db_real (assumption->value),
                        hf_db_text (assumption->source), hf_db_integer (assumption->revision)),
          error))
    return FALSE;
  assumption->revision++;
  hf_store_session_touch (session, HF_STORE_SETTINGS);
  g_autofree char *text = g_strdup_printf ("%.6g", assumption->value);
  return hf_store_session_log (session, "assumption", 0, "update", assumption->key, NULL, text,
                               error);
}
