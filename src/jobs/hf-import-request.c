#include "config.h"

#include "hf-import-request.h"

/**
 * hf_import_request_new:
 * @file: a spreadsheet
 * @entity: what its rows are
 * @profile: (nullable): what its columns mean, %NULL to guess it
 *
 * Asks for an import.
 *
 * Returns: (transfer full): the request
 */
HfImportRequest *
hf_import_request_new (const char *file, const HfImportEntity *entity, HfImportProfile *profile)
{
  HfImportRequest *self = g_new0 (HfImportRequest, 1);
  self->file = g_strdup (file);
  self->entity = entity;
  self->profile = profile != NULL ? g_object_ref (profile) : NULL;
  return self;
}

/**
 * hf_import_request_free:
 * @self: (transfer full): a request
 *
 * Frees it.
 */
void
hf_import_request_free (HfImportRequest *self)
{
  g_free (self->file);
  g_clear_object (&self->profile);
  g_free (self);
}
