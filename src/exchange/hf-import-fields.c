#include "config.h"

#include "hf-import-fields.h"

#include <string.h>

#include "hf-locale.h"

/* What stands for no choice is not among the values of a file. */
static void
add_custom (HfImportFields *self)
{
  self->n_fields = self->n_own + self->custom->n_fields;
  self->owned = g_new (HfField, self->n_fields);
  memcpy (self->owned, self->list, self->n_own * sizeof (HfField));
  memcpy (self->owned + self->n_own, self->custom->fields,
          self->custom->n_fields * sizeof (HfField));
  for (gsize i = self->n_own; i < self->n_fields; i++)
    if (self->owned[i].choices != NULL)
      self->owned[i].choices++;
  self->list = self->owned;
}

/**
 * hf_import_fields_new:
 * @entity: a kind of record
 * @custom: (nullable) (element-type HfCustomField): the firm's own fields, which customers have
 *
 * Lists the fields that a file may have.
 *
 * Returns: (transfer full): the fields
 */
HfImportFields *
hf_import_fields_new (const HfImportEntity *entity, GPtrArray *custom)
{
  HfImportFields *self = g_new0 (HfImportFields, 1);
  self->list = entity->list_fields (&self->n_own);
  self->n_fields = self->n_own;
  if (custom == NULL || entity != &hf_import_customers)
    return self;
  self->custom = hf_custom_record_new (custom, NULL, hf_locale_get_current ());
  add_custom (self);
  return self;
}

/**
 * hf_import_fields_free:
 * @self: (transfer full): the fields
 *
 * Lets them go.
 */
void
hf_import_fields_free (HfImportFields *self)
{
  g_clear_pointer (&self->custom, hf_custom_record_free);
  g_free (self->owned);
  g_free (self);
}

/**
 * hf_import_fields_is_custom:
 * @self: the fields
 * @field: one of them
 *
 * Tells whether a field is one of the firm's own.
 *
 * Returns: whether it is
 */
gboolean
hf_import_fields_is_custom (const HfImportFields *self, const HfField *field)
{
  return field >= self->list + self->n_own;
}
