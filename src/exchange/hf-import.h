#pragma once

#include "hf-headings.h"
#include "hf-import-entity.h"
#include "hf-import-profile.h"
#include "hf-import-row.h"
#include "hf-repair-counts.h"
#include "hf-row-reader.h"

G_BEGIN_DECLS

#define HF_TYPE_IMPORT (hf_import_get_type ())
G_DECLARE_FINAL_TYPE (HfImport, hf_import, HF, IMPORT, GObject)

HfImport *hf_import_new (HfRowReader *reader, HfImportProfile *profile,
                         const HfImportEntity *entity, GPtrArray *custom, GError **error);
gboolean hf_import_next (HfImport *self, HfImportRow *row, GError **error);
const char *const *hf_import_get_headings (HfImport *self);
HfImportProfile *hf_import_get_profile (HfImport *self);
guint hf_import_get_n_rows (HfImport *self);
guint hf_import_get_n_blank (HfImport *self);
double hf_import_get_progress (HfImport *self);
void hf_import_keep_repairs (HfImport *self);
guint hf_import_get_n_months (HfImport *self);
const HfRepairCounts *hf_import_get_repaired (HfImport *self);
GPtrArray *hf_import_list_taken (HfImport *self);

G_END_DECLS
