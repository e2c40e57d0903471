#pragma once

#include "hf-custom-record.h"
#include "hf-import-entity.h"

G_BEGIN_DECLS

/* The fields that the columns of a file may become: those of a kind of record and, behind them,
 * the custom ones. */
typedef struct
{
  const HfField *list; /* may be the record's own */
  gsize n_fields;
  gsize n_own;            /* the custom ones come behind these */
  HfCustomRecord *custom; /* what the custom ones' offsets are in; NULL without any */
  HfField *owned;         /* NULL without custom ones */
} HfImportFields;

HfImportFields *hf_import_fields_new (const HfImportEntity *entity, GPtrArray *custom);
void hf_import_fields_free (HfImportFields *self);
gboolean hf_import_fields_is_custom (const HfImportFields *self, const HfField *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportFields, hf_import_fields_free)

G_END_DECLS
