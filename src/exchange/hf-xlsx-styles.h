#pragma once

#include "hf-xlsx-package.h"

G_BEGIN_DECLS

#define HF_XLSX_STYLES_LIMIT 65536 /* what spreadsheet programs allow is 65,490 */

/* Which of a workbook's cell styles show a number as a date. */
typedef struct _HfXlsxStyles HfXlsxStyles;

HfXlsxStyles *hf_xlsx_styles_read (HfXlsxPackage *package, const char *part, GError **error);
gboolean hf_xlsx_styles_is_date (const HfXlsxStyles *self, guint64 style);
void hf_xlsx_styles_free (HfXlsxStyles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfXlsxStyles, hf_xlsx_styles_free)

G_END_DECLS
