#pragma once

#include "hf-import-profile.h"

G_BEGIN_DECLS

#define HF_IMPORT_PROFILE_FILE "file"
#define HF_IMPORT_PROFILE_COLUMNS "columns"
#define HF_IMPORT_PROFILE_VALUES "values:"
#define HF_IMPORT_PROFILE_REASONS "reasons"
#define HF_IMPORT_PROFILE_REPAIRS "repairs"
#define HF_IMPORT_PROFILE_YEAR "year"
#define HF_IMPORT_PROFILE_DATE_ORDER "date-order"

HfImportProfile *hf_import_profile_new_from_key_file (GKeyFile *file);

G_END_DECLS
