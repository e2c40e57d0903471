#pragma once

#include <adwaita.h>

#include "hf-import-preview.h"

G_BEGIN_DECLS

#define HF_TYPE_IMPORT_COLUMNS (hf_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (HfImportColumns, hf_import_columns, HF, IMPORT_COLUMNS,
                      AdwPreferencesGroup)

void hf_import_columns_set_preview (HfImportColumns *self, HfImportPreview *preview);
gboolean hf_import_columns_is_complete (HfImportColumns *self);
void hf_import_columns_focus_missing (HfImportColumns *self);

G_END_DECLS
