#pragma once

#include <adwaita.h>

#include "hf-repair-preview.h"

G_BEGIN_DECLS

#define HF_TYPE_IMPORT_REPAIRS (hf_import_repairs_get_type ())
G_DECLARE_FINAL_TYPE (HfImportRepairs, hf_import_repairs, HF, IMPORT_REPAIRS,
                      AdwPreferencesGroup)

gboolean hf_import_repairs_show (HfImportRepairs *self, const GPtrArray *findings,
                                 HfImportProfile *profile);

G_END_DECLS
