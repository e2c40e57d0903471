#include "config.h"

#include "hf-store-saved-filters.h"

#include "hf-id.h"
#include "hf-store-session-private.h"

static gpointer
filter_of_row (HfDbStatement *row)
{
  HfSavedFilter *self = hf_saved_filter_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->name = hf_db_statement_dup_text (row, 1);
  self->expression = hf_db_statement_dup_text (row, 2);
  return self;
}

/**
 * hf_store_saved_filters_list:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the filters that somebody gave a name; all desks have the same.
 *
 * Returns: (transfer full) (nullable) (element-type HfSavedFilter): by their names
 */
GPtrArray *
hf_store_saved_filters_list (HfStoreSession *session, GError **error)
{
  return hf_store_session_list (
      session, "SELECT id, name, expression FROM saved_filter ORDER BY name, id",
      HF_DB_NO_VALUES, filter_of_row, g_object_unref, error);
}

/**
 * hf_store_saved_filters_save:
 * @session: a session that writes
 * @filter: a filter; a new one gets its key, one that was removed comes back under its own
 * @error: (nullable): %HF_STORE_ERROR or, where it has no name, %HF_FIELD_ERROR
 *
 * Stores a filter. Another one of the same name is replaced.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_saved_filters_save (HfStoreSession *session, HfSavedFilter *filter, GError **error)
{
  if (!hf_saved_filter_validate (filter, error))
    return FALSE;
  if (filter->id == 0)
    filter->id = hf_id_new ();
  hf_store_session_touch (session, HF_STORE_SETTINGS);
  return hf_db_execute (session->db, "DELETE FROM saved_filter WHERE name = $1 AND id <> $2",
                        HF_DB_VALUES (hf_db_text (filter->name), hf_db_integer (filter->id)),
                        NULL, error)
         && hf_db_execute (
             session->db,
             "INSERT INTO saved_filter (id, name, expression) VALUES ($1, $2, $3) "
             "ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
             "expression = excluded.expression",
             HF_DB_VALUES (hf_db_integer (filter->id), hf_db_text (filter->name),
                           hf_db_text (filter->expression)),
             NULL, error);
}

/**
 * hf_store_saved_filters_remove:
 * @session: a session that writes
 * @id: a filter's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Removes a filter; the customers that it finds stay.
 *
 * Returns: whether that is stored
 */
gboolean
hf_store_saved_filters_remove (HfStoreSession *session, gint64 id, GError **error)
{
  hf_store_session_touch (session, HF_STORE_SETTINGS);
  return hf_db_execute (session->db, "DELETE FROM saved_filter WHERE id = $1",
                        HF_DB_VALUES (hf_db_integer (id)), NULL, error);
}
