#include "config.h"

#include "hf-store-custom-fields.h"

#include "hf-id.h"
#include "hf-store-session-private.h"

static gpointer
field_of_row (HfDbStatement *row)
{
  HfCustomField *self = hf_custom_field_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->revision = hf_db_statement_get_integer (row, 1);
  self->kind = MAX (0,
                    hf_choice_find_name (hf_custom_kinds, hf_db_statement_get_text (row, 2)));
  hf_custom_field_set_choices (self, hf_db_statement_get_text (row, 3));
  self->position = hf_db_statement_get_integer (row, 4);
  self->retired = hf_db_statement_get_integer (row, 5) != 0;
  return self;
}

static HfCustomField *
find_field (GPtrArray *fields, gint64 id)
{
  for (guint i = 0; i < fields->len; i++)
    if (((HfCustomField *) g_ptr_array_index (fields, i))->id == id)
      return g_ptr_array_index (fields, i);
  return NULL;
}

static gboolean
read_names (HfStoreSession *session, GPtrArray *fields, GError **error)
{
  HfDbStep step;
  g_autoptr (HfDbStatement) rows = hf_db_query (
      session->db, "SELECT field_id, language, name FROM custom_field_name", HF_DB_NO_VALUES,
      error);
  if (rows == NULL)
    return FALSE;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      HfCustomField *field = find_field (fields, hf_db_statement_get_integer (rows, 0));
      if (field != NULL)
        hf_custom_field_set_name (field, hf_db_statement_get_text (rows, 1),
                                  hf_db_statement_get_text (rows, 2));
    }
  return step == HF_DB_STEP_DONE;
}

/**
 * hf_store_custom_fields_list:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the fields that the firm made itself, also those that are no longer in use.
 *
 * Returns: (transfer full) (nullable) (element-type HfCustomField): in their order
 */
GPtrArray *
hf_store_custom_fields_list (HfStoreSession *session, GError **error)
{
  g_autoptr (GPtrArray) fields = hf_store_session_list (
      session,
      "SELECT id, revision, kind, choices, position, retired FROM custom_field "
      "ORDER BY position, id",
      HF_DB_NO_VALUES, field_of_row, g_object_unref, error);
  if (fields == NULL || !read_names (session, fields, error))
    return NULL;
  return g_steal_pointer (&fields);
}

static gboolean
save_names (HfStoreSession *session, const HfCustomField *field, GError **error)
{
  GHashTableIter iter;
  gpointer language, name;
  if (!hf_db_execute (session->db, "DELETE FROM custom_field_name WHERE field_id = $1",
                      HF_DB_VALUES (hf_db_integer (field->id)), NULL, error))
    return FALSE;
  g_hash_table_iter_init (&iter, field->names);
  while (g_hash_table_iter_next (&iter, &language, &name))
    if (!hf_db_execute (
            session->db,
            "INSERT INTO custom_field_name (field_id, language, name) "
            "VALUES ($1, $2, $3)",
            HF_DB_VALUES (hf_db_integer (field->id), hf_db_text (language), hf_db_text (name)),
            NULL, error))
      return FALSE;
  return TRUE;
}

/* A new one comes after those that are there. */
static gboolean
insert_field (HfStoreSession *session, HfCustomField *field, const char *choices,
              GError **error)
{
  field->id = hf_id_new ();
  field->revision = 1;
  return hf_store_session_count (session,
                                 "SELECT coalesce (max (position), 0) + 1 FROM custom_field",
                                 HF_DB_NO_VALUES, &field->position, error)
         && hf_db_execute (session->db,
                           "INSERT INTO custom_field (id, kind, choices, position, retired) "
                           "VALUES ($1, $2, $3, $4, $5)",
                           HF_DB_VALUES (hf_db_integer (field->id),
                                         hf_db_text (hf_custom_kinds[field->kind].name),
                                         hf_db_text (choices), hf_db_integer (field->position),
                                         hf_db_integer (field->retired)),
                           NULL, error);
}

/**
 * hf_store_custom_fields_save:
 * @session: a session that writes
 * @field: a field; a new one gets its key and comes last. The kind of one that is there stays
 * @error: (nullable): CONFLICT ... or %HF_FIELD_ERROR
 *
 * Stores a new or changed field.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_custom_fields_save (HfStoreSession *session, HfCustomField *field, GError **error)
{
  g_autofree char *choices = field->choices != NULL ? g_strjoinv ("\n", field->choices) : NULL;
  if (!hf_custom_field_validate (field, error))
    return FALSE;
  hf_store_session_touch (session, HF_STORE_SETTINGS | HF_STORE_CUSTOMERS);
  if (field->id == 0)
    return insert_field (session, field, choices, error) && save_names (session, field, error);
  return hf_store_session_update (
             session,
             "UPDATE custom_field SET choices = $2, position = $3, retired = $4, "
             "revision = revision + 1 WHERE id = $1 AND revision = $5",
             HF_DB_VALUES (hf_db_integer (field->id), hf_db_text (choices),
                           hf_db_integer (field->position), hf_db_integer (field->retired),
                           hf_db_integer (field->revision++)),
             error)
         && save_names (session, field, error);
}
