#pragma once

#include <adwaita.h>

#include "hf-import-preview.h"

G_BEGIN_DECLS

#define HF_TYPE_IMPORT_ENCODINGS (hf_import_encodings_get_type ())
G_DECLARE_FINAL_TYPE (HfImportEncodings, hf_import_encodings, HF, IMPORT_ENCODINGS,
                      AdwPreferencesGroup)

void hf_import_encodings_set_preview (HfImportEncodings *self, const HfImportPreview *preview);
const char *hf_import_encodings_get_chosen (HfImportEncodings *self);

G_END_DECLS
