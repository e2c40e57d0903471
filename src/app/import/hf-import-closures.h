#pragma once

#include "hf-import-entity.h"
#include "hf-import-words.h"

G_BEGIN_DECLS

const char *hf_import_words_kind (const HfImportEntity *entity);
char *hf_import_words_example (const char *example, gboolean required);
char *hf_import_words_value (const char *field, const char *value);
char *hf_import_words_unknown (guint n_values);
char *hf_import_words_missing (const char *heading);
char *hf_import_words_months (guint n_months);
char *hf_import_words_alike (gint64 n_rows);
char *hf_import_words_duplicate (const HfImportDuplicate *duplicate);
char *hf_import_words_left (const HfImportResult *result, const HfImportEntity *entity);
char *hf_import_words_title (const HfImportResult *result, gboolean dry_run);
char *hf_import_words_advice (const HfImportResult *result, gboolean dry_run);
char *hf_import_words_listed (gint64 n_listed, gint64 n_rows);
char *hf_import_words_kept (const HfImportResult *result);
char *hf_import_words_rows (gint64 rows);
char *hf_import_words_button (const HfImportCount *count);

G_END_DECLS
