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
  g_free (self->repaired);
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
 * hf_import_record_is_old:
 * @self: an import
 * @now: microseconds since 1970, UTC
 *
 * Tells whether so much time has gone by that what it changed is not kept any more.
 *
 * Returns: whether it has
 */
gboolean
hf_import_record_is_old (const HfImportRecord *self, gint64 now)
{
  return self->at < now - HF_IMPORT_UNDO_DAYS * G_TIME_SPAN_DAY;
}

/**
 * hf_import_record_can_undo:
 * @self: an import
 * @now: microseconds since 1970, UTC
 *
 * Tells whether it is worth asking for it to be undone; later work may still stand in the way.
 *
 * Returns: whether it is
 */
gboolean
hf_import_record_can_undo (const HfImportRecord *self, gint64 now)
{
  return self->undone_at == 0 && self->n_created + self->n_updated > 0
         && !hf_import_record_is_old (self, now);
}
