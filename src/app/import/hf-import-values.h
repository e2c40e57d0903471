#pragma once

#include <adwaita.h>

#include "hf-import-preview.h"

G_BEGIN_DECLS

#define HF_TYPE_IMPORT_VALUES (hf_import_values_get_type ())
G_DECLARE_FINAL_TYPE (HfImportValues, hf_import_values, HF, IMPORT_VALUES, AdwPreferencesGroup)

gboolean hf_import_values_focus_unknown (HfImportValues *self);
void hf_import_values_set_preview (HfImportValues *self, const HfImportPreview *preview);

G_END_DECLS
