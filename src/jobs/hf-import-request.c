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
  self->policies[HF_IMPORT_SAME_CODE] = HF_IMPORT_OVERWRITE;
  self->policies[HF_IMPORT_SAME_PHONE] = HF_IMPORT_ADD;
  self->policies[HF_IMPORT_SAME_NAME] = HF_IMPORT_ADD;
  self->policies[HF_IMPORT_SAME_COMPLAINT] = HF_IMPORT_FILL;
  self->decisions = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * hf_import_request_decide:
 * @self: a request
 * @row: a row's number in the file, from 1
 * @policy: what becomes of it
 *
 * Decides for a single row that is like one that is known.
 */
void
hf_import_request_decide (HfImportRequest *self, guint row, HfImportPolicy policy)
{
  g_hash_table_insert (self->decisions, GUINT_TO_POINTER (row), GINT_TO_POINTER (policy));
}

/**
 * hf_import_request_get_policy:
 * @self: a request
 * @row: a row's number in the file, from 1
 * @likeness: in what it is like one that is known
 *
 * Tells what becomes of a row.
 *
 * Returns: what was decided for this row, else for all of this likeness
 */
HfImportPolicy
hf_import_request_get_policy (const HfImportRequest *self, guint row, HfImportLikeness likeness)
{
  gpointer decided;
  return g_hash_table_lookup_extended (self->decisions, GUINT_TO_POINTER (row), NULL, &decided)
             ? (HfImportPolicy) GPOINTER_TO_INT (decided)
             : self->policies[likeness];
}

/**
 * hf_import_request_looks_for_alike:
 * @self: a request
 *
 * Tells whether customers must be looked for by phone and name, too: where it makes a
 * difference, and where somebody wants to know beforehand. It takes time.
 *
 * Returns: whether they must
 */
gboolean
hf_import_request_looks_for_alike (const HfImportRequest *self)
{
  return self->dry_run || g_hash_table_size (self->decisions) > 0
         || self->policies[HF_IMPORT_SAME_PHONE] != HF_IMPORT_ADD
         || self->policies[HF_IMPORT_SAME_NAME] != HF_IMPORT_ADD;
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
  g_hash_table_unref (self->decisions);
  g_free (self);
}
