#pragma once

#include <adwaita.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_IMPORTS (hf_setup_imports_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupImports, hf_setup_imports, HF, SETUP_IMPORTS, AdwPreferencesGroup)

void hf_setup_imports_show (HfSetupImports *self, HfStore *store, const GPtrArray *imports);

G_END_DECLS
