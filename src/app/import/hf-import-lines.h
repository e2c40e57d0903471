#pragma once

#include <adwaita.h>

#include "hf-import-preview.h"

G_BEGIN_DECLS

#define HF_TYPE_IMPORT_LINES (hf_import_lines_get_type ())
G_DECLARE_FINAL_TYPE (HfImportLines, hf_import_lines, HF, IMPORT_LINES, AdwPreferencesGroup)

void hf_import_lines_set_preview (HfImportLines *self, const HfImportPreview *preview);

G_END_DECLS
