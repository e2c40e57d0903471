#pragma once

#include "hf-import-result.h"
#include "hf-import-entity.h"
#include "hf-repair-preview.h"

G_BEGIN_DECLS

char *hf_import_words_reading (const char *encoding, const char *sheet, guint header_row);
char *hf_import_words_rejection (const HfImportRejection *rejection,
                                 const HfImportEntity *entity);
char *hf_import_words_likeness (const HfImportDuplicate *duplicate);
char *hf_import_words_visible (const char *text);
char *hf_import_words_change (const HfRepairExample *example);
char *hf_import_words_place (const HfRepairExample *example);

G_END_DECLS
