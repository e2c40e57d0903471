#pragma once

#include "hf-import-preview.h"
#include "hf-import-result.h"

G_BEGIN_DECLS

char *hf_import_preview_to_json (const HfImportPreview *self, const GPtrArray *findings,
                                 HfImportProfile *profile, const HfImportResult *result);

G_END_DECLS
