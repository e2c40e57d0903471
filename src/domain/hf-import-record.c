#include "config.h"

#include "hf-import-record.h"

G_DEFINE_FINAL_TYPE (HfImportRecord, hf_import_record, G_TYPE_OBJECT)

static void
hf_import_record_finalize (GObject *object)
{
  HfImportRecord *self = HF_IMPORT_RECORD (object);
  g_free (self->kind);
  g_free (self->file);
  g_free (self->staff);
  g_free (self->undone_by);
  G_OBJECT_CLASS (hf_import_record_parent_class)->finalize (object);
}

static void
hf_import_record_class_init (HfImportRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_import_record_finalize;
}

static void
hf_import_record_init (HfImportRecord *self)
{
}

/**
 * hf_import_record_new:
 *
 * Makes a record of an import of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
HfImportRecord *
hf_import_record_new (void)
{
  return g_object_new (HF_TYPE_IMPORT_RECORD, NULL);
}

/**
 * hf_import_record_can_undo:
 * @self: an import
 *
 * Tells whether there is anything of it to undo; whether later work stands in the way only the
 * store knows.
 *
 * Returns: whether there is
 */
gboolean
hf_import_record_can_undo (const HfImportRecord *self)
{
  return self->undone_at == 0 && self->n_created + self->n_updated > 0;
}
