#include "config.h"

#include "hf-import-duplicate-row.h"

#include "hf-import-closures.h"

G_DEFINE_FINAL_TYPE (HfImportDuplicateRow, hf_import_duplicate_row, G_TYPE_OBJECT)

static void
hf_import_duplicate_row_finalize (GObject *object)
{
  HfImportDuplicateRow *self = HF_IMPORT_DUPLICATE_ROW (object);
  g_free (self->title);
  g_free (self->details);
  G_OBJECT_CLASS (hf_import_duplicate_row_parent_class)->finalize (object);
}

static void
hf_import_duplicate_row_class_init (HfImportDuplicateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_import_duplicate_row_finalize;
}

static void
hf_import_duplicate_row_init (HfImportDuplicateRow *self)
{
}

/**
 * hf_import_duplicate_row_new:
 * @duplicate: a row that is like a known customer
 * @policy: what was decided about it, or %HF_IMPORT_UNDECIDED
 *
 * Makes an item of the list.
 *
 * Returns: (transfer full): the item
 */
HfImportDuplicateRow *
hf_import_duplicate_row_new (const HfImportDuplicate *duplicate, int policy)
{
  HfImportDuplicateRow *self = g_object_new (HF_TYPE_IMPORT_DUPLICATE_ROW, NULL);
  self->row = duplicate->row;
  self->title = hf_import_words_duplicate (duplicate);
  self->details = hf_import_words_likeness (duplicate);
  self->policy = policy;
  return self;
}
