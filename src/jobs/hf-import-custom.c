#include "config.h"

#include "hf-import-custom.h"

#include "hf-store-custom-values.h"

struct _HfImportCustom
{
  GHashTable
      *values; /* (element-type gint64 GHashTable): a customer's key -> a field's -> value */
};

/**
 * hf_import_custom_new:
 *
 * Makes an empty one.
 *
 * Returns: (transfer full): what is entered
 */
HfImportCustom *
hf_import_custom_new (void)
{
  HfImportCustom *self = g_new (HfImportCustom, 1);
  self->values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) g_hash_table_unref);
  return self;
}

/**
 * hf_import_custom_free:
 * @self: (transfer full): what is entered
 *
 * Frees it.
 */
void
hf_import_custom_free (HfImportCustom *self)
{
  g_hash_table_unref (self->values);
  g_free (self);
}

static gboolean
has_custom (const HfImportBatch *batch)
{
  for (guint i = 0; i < batch->n_rows; i++)
    if (batch->rows[i].custom != NULL)
      return TRUE;
  return FALSE;
}

/**
 * hf_import_custom_look_up:
 * @self: what is entered
 * @session: a session
 * @known: the customers whom the rows name or are like
 * @batch: the rows
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Forgets what it knew, and looks up what is entered of the customers who are known.
 *
 * Returns: whether it could be looked up
 */
gboolean
hf_import_custom_look_up (HfImportCustom *self, HfStoreSession *session, HfImportKnown *known,
                          const HfImportBatch *batch, GError **error)
{
  g_hash_table_remove_all (self->values);
  if (!has_custom (batch))
    return TRUE;
  g_autoptr (GArray) ids = hf_import_known_list_ids (known);
  return hf_store_custom_values_look_up (session, (const gint64 *) (gpointer) ids->data,
                                         ids->len, self->values, error);
}

static GHashTable *
values_of (HfImportCustom *self, gint64 customer_id)
{
  GHashTable *values = g_hash_table_lookup (self->values, &customer_id);
  if (values == NULL)
    {
      values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      g_hash_table_insert (self->values, g_memdup2 (&customer_id, sizeof customer_id), values);
    }
  return values;
}

static void
know (GHashTable *values, const gint64 *field, const char *text)
{
  g_hash_table_insert (values, g_memdup2 (field, sizeof *field), g_strdup (text));
}

/**
 * hf_import_custom_add:
 * @self: what is entered
 * @session: a session that writes
 * @customer_id: the key of a customer who is new by the row
 * @row: a row
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores what a row gives of a new customer's custom fields.
 *
 * Returns: whether it is stored
 */
gboolean
hf_import_custom_add (HfImportCustom *self, HfStoreSession *session, gint64 customer_id,
                      const HfImportRow *row, GError **error)
{
  GHashTableIter iter;
  gpointer field, text;
  if (row->custom == NULL)
    return TRUE;
  GHashTable *values = values_of (self, customer_id);
  g_hash_table_iter_init (&iter, row->custom);
  while (g_hash_table_iter_next (&iter, &field, &text))
    {
      if (!hf_store_custom_values_add (session, customer_id, *(gint64 *) field, text, error))
        return FALSE;
      know (values, field, text);
    }
  return TRUE;
}

/**
 * hf_import_custom_merge:
 * @self: what is entered
 * @session: a session that writes
 * @customer_id: the key of a customer who is known
 * @row: a row
 * @policy: whether what is entered is replaced, or only added where nothing is
 * @changed: (inout): set to %TRUE where something was stored
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores what a row gives of the custom fields of a customer who is known.
 *
 * Returns: whether it is stored
 */
gboolean
hf_import_custom_merge (HfImportCustom *self, HfStoreSession *session, gint64 customer_id,
                        const HfImportRow *row, HfImportPolicy policy, gboolean *changed,
                        GError **error)
{
  GHashTableIter iter;
  gpointer field, text;
  if (row->custom == NULL)
    return TRUE;
  GHashTable *values = values_of (self, customer_id);
  g_hash_table_iter_init (&iter, row->custom);
  while (g_hash_table_iter_next (&iter, &field, &text))
    {
      const char *before = g_hash_table_lookup (values, field);
      if (g_strcmp0 (before, text) == 0 || (before != NULL && policy != HF_IMPORT_OVERWRITE))
        continue;
      if (!hf_store_custom_values_put (session, customer_id, *(gint64 *) field, before, text,
                                       error))
        return FALSE;
      know (values, field, text);
      *changed = TRUE;
    }
  return TRUE;
}
