#pragma once

#include "hf-xlsx-package.h"

G_BEGIN_DECLS

/* The texts that a workbook's cells share, all in memory at once. */
#define HF_XLSX_STRINGS_LIMIT (256 * 1024 * 1024) /* bytes */
#define HF_XLSX_STRINGS_COUNT_LIMIT (16 * 1024 * 1024)

typedef struct _HfXlsxStrings HfXlsxStrings;

HfXlsxStrings *hf_xlsx_strings_read (HfXlsxPackage *package, const char *part, GError **error);
const char *hf_xlsx_strings_get (const HfXlsxStrings *self, guint64 index);
void hf_xlsx_strings_free (HfXlsxStrings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfXlsxStrings, hf_xlsx_strings_free)

G_END_DECLS
