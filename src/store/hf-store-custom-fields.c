#include "config.h"

#include "hf-store-custom-fields.h"

#include "hf-id.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

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

/**
 * hf_store_custom_fields_find:
 * @session: a session
 * @heading: a column's heading in a spreadsheet
 * @id: (out): the key of the field that is in use and has this name in some language, 0 for
 * none
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks for the field that a column holds.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_custom_fields_find (HfStoreSession *session, const char *heading, gint64 *id,
                             GError **error)
{
  return hf_store_session_count (session,
                                 "SELECT min (f.id) FROM custom_field f JOIN custom_field_name "
                                 "n ON n.field_id = f.id WHERE n.name = $1 AND f.retired = 0",
                                 HF_DB_VALUES (hf_db_text (heading)), id, error);
}

/**
 * hf_store_custom_values_get:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what is entered in a customer's custom fields.
 *
 * Returns: (transfer full) (nullable) (element-type gint64 utf8): a field's key to its value
 */
GHashTable *
hf_store_custom_values_get (HfStoreSession *session, gint64 customer_id, GError **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                         g_free);
  HfDbStep step;
  g_autoptr (HfDbStatement) rows = hf_db_query (
      session->db, "SELECT field_id, value FROM custom_value WHERE customer_id = $1",
      HF_DB_VALUES (hf_db_integer (customer_id)), error);
  if (rows == NULL)
    return NULL;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      gint64 id = hf_db_statement_get_integer (rows, 0);
      g_hash_table_insert (values, g_memdup2 (&id, sizeof id),
                           hf_db_statement_dup_text (rows, 1));
    }
  return step == HF_DB_STEP_DONE ? g_steal_pointer (&values) : NULL;
}

static gpointer
text_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

/* The history names the field as it is named now. */
static gboolean
log_value (HfStoreSession *session, gint64 customer_id, gint64 field_id, const char *before,
           const char *after, GError **error)
{
  g_autofree char *name = hf_store_session_get (
      session, "SELECT name FROM custom_field_name WHERE field_id = $1 ORDER BY language",
      HF_DB_VALUES (hf_db_integer (field_id)), text_of_row, error);
  return name != NULL
         && hf_store_session_log (session, "custom_value", customer_id, "update", name, before,
                                  after, error);
}

static gboolean
save_value (HfStoreSession *session, gint64 customer_id, gint64 field_id, const char *value,
            GError **error)
{
  if (value == NULL)
    return hf_db_execute (
        session->db, "DELETE FROM custom_value WHERE customer_id = $1 AND field_id = $2",
        HF_DB_VALUES (hf_db_integer (customer_id), hf_db_integer (field_id)), NULL, error);
  return hf_db_execute (
      session->db,
      "INSERT INTO custom_value (customer_id, field_id, value) VALUES ($1, $2, $3) "
      "ON CONFLICT (customer_id, field_id) DO UPDATE SET value = excluded.value",
      HF_DB_VALUES (hf_db_integer (customer_id), hf_db_integer (field_id), hf_db_text (value)),
      NULL, error);
}

/**
 * hf_store_custom_values_save:
 * @session: a session that writes
 * @customer_id: a customer's key
 * @values: (element-type gint64 utf8): a field's key to its value; blank empties it, and a
 * field that is not there stays
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores what is entered in a customer's custom fields, and what was there before in the
 * history.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_custom_values_save (HfStoreSession *session, gint64 customer_id, GHashTable *values,
                             GError **error)
{
  g_autoptr (GHashTable) before = hf_store_custom_values_get (session, customer_id, error);
  GHashTableIter iter;
  gpointer id, text;
  if (before == NULL)
    return FALSE;
  hf_store_session_touch (session, HF_STORE_CUSTOMERS);
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &id, &text))
    {
      const char *was = g_hash_table_lookup (before, id);
      const char *is = hf_text_is_blank (text) ? NULL : text;
      if (g_strcmp0 (was, is) != 0
          && (!save_value (session, customer_id, *(gint64 *) id, is, error)
              || !log_value (session, customer_id, *(gint64 *) id, was, is, error)))
        return FALSE;
    }
  return TRUE;
}
