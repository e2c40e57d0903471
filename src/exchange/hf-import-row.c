#include "config.h"

#include "hf-import-row.h"

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
  self->field = NULL;
}
