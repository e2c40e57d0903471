#include "config.h"

#include "hf-import-duplicate.h"

#include <glib/gi18n.h>

const HfChoice hf_import_likenesses[] = {
  [HF_IMPORT_SAME_CODE] = { "code", NC_ ("choice", "Same code") },
  [HF_IMPORT_SAME_PHONE] = { "phone", NC_ ("choice", "Same phone, another code") },
  [HF_IMPORT_SAME_NAME] = { "name", NC_ ("choice", "Same name, another code") },
  [HF_IMPORT_SAME_COMPLAINT] = { "complaint", NC_ ("choice", "Same complaint") },
  { NULL, NULL },
};

const HfChoice hf_import_policies[] = {
  [HF_IMPORT_OVERWRITE] = { "overwrite", NC_ ("choice", "Overwrite") },
  [HF_IMPORT_FILL] = { "fill", NC_ ("choice", "Fill in blanks") },
  [HF_IMPORT_SKIP] = { "skip", NC_ ("choice", "Skip the row") },
  [HF_IMPORT_ADD] = { "add", NC_ ("choice", "Add as new") },
  { NULL, NULL },
};

/**
 * hf_import_duplicate_free:
 * @self: (transfer full): a duplicate
 *
 * Frees it.
 */
void
hf_import_duplicate_free (HfImportDuplicate *self)
{
  g_free (self->title);
  g_free (self->known_code);
  g_free (self->known_title);
  g_free (self);
}
