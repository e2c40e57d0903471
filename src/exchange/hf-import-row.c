#include "config.h"

#include "hf-import-row.h"

#include "hf-custom-field.h"

static void
repair_free (gpointer data)
{
  HfImportRepair *repair = data;
  g_free (repair->before);
  g_free (repair->after);
  g_free (repair);
}

/**
 * hf_import_row_clear:
 * @self: a row
 *
 * Lets go what a row holds, if it was not taken from it.
 */
void
hf_import_row_clear (HfImportRow *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->why, g_free);
  g_clear_pointer (&self->repairs, g_ptr_array_unref);
  g_clear_pointer (&self->custom, g_hash_table_unref);
  self->field = NULL;
}

/**
 * hf_import_row_add_repair:
 * @self: a row
 * @repair: what was repaired
 * @field: whose cell it is
 * @before: the text
 * @after: (nullable): what it became, %NULL where what it was is lost
 *
 * Keeps that a cell was repaired.
 */
void
hf_import_row_add_repair (HfImportRow *self, const HfRepair *repair, const HfField *field,
                          const char *before, const char *after)
{
  if (self->repairs == NULL)
    self->repairs = g_ptr_array_new_with_free_func (repair_free);
  HfImportRepair *kept = g_new (HfImportRepair, 1);
  *kept = (HfImportRepair){ repair, field, g_strdup (before), g_strdup (after) };
  g_ptr_array_add (self->repairs, kept);
}

/**
 * hf_import_row_set_custom:
 * @self: a row
 * @field: a custom field
 * @values: the record that has its value
 *
 * Keeps what the file gives of a custom field.
 */
void
hf_import_row_set_custom (HfImportRow *self, const HfField *field, gconstpointer values)
{
  gint64 id;
  if (!hf_custom_field_parse_key (field->name, &id))
    return;
  if (self->custom == NULL)
    self->custom = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_hash_table_insert (self->custom, g_memdup2 (&id, sizeof id),
                       hf_field_dup_text (field, values));
}
