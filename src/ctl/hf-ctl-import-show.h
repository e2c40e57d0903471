#pragma once

#include "hf-import-preview.h"

G_BEGIN_DECLS

void hf_ctl_import_show (const HfImportPreview *preview, HfImportProfile *profile,
                         const GPtrArray *findings);

G_END_DECLS
