#pragma once

#include "hf-column-values.h"
#include "hf-import-fields.h"
#include "hf-import-profile.h"

G_BEGIN_DECLS

void hf_import_value_guess (HfImportProfile *profile, const HfImportFields *fields,
                            const HfColumnValues *values);
void hf_import_value_guess_file (const char *path, HfImportProfile *profile,
                                 const HfImportFields *fields);

G_END_DECLS
