#pragma once

#include "hf-import-preview.h"

G_BEGIN_DECLS

void hf_import_value_guess (HfImportPreview *self);

G_END_DECLS
