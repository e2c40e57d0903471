#pragma once

#include "hf-import-path.h"

G_BEGIN_DECLS

const char *hf_import_words_step (HfImportStep step);
char *hf_import_words_step_place (HfImportStep step, gboolean is_present);
const char *hf_import_words_next (HfImportStep step);
char *hf_import_words_encoding (const char *encoding, gboolean found);

G_END_DECLS
