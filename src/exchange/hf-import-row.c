#include "config.h"

#include "hf-import-row.h"

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
