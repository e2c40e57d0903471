#pragma once

#include <adwaita.h>

#include "hf-import-request.h"
#include "hf-import-result.h"

G_BEGIN_DECLS

#define HF_TYPE_IMPORT_DUPLICATES (hf_import_duplicates_get_type ())
G_DECLARE_FINAL_TYPE (HfImportDuplicates, hf_import_duplicates, HF, IMPORT_DUPLICATES,
                      GtkWidget)

void hf_import_duplicates_reset (HfImportDuplicates *self);
gboolean hf_import_duplicates_show (HfImportDuplicates *self, const HfImportResult *result);
void hf_import_duplicates_apply (HfImportDuplicates *self, HfImportRequest *request);

G_END_DECLS
