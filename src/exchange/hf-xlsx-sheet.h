#pragma once

#include "hf-row-reader.h"
#include "hf-xlsx-strings.h"
#include "hf-xlsx-styles.h"

G_BEGIN_DECLS

/* What a worksheet has at most in every spreadsheet program, and what we take in one cell. */
#define HF_XLSX_ROW_LIMIT 1048576
#define HF_XLSX_COLUMN_LIMIT 16384
#define HF_XLSX_CELL_LIMIT (1024 * 1024) /* bytes of UTF-8 */
#define HF_XLSX_ROW_SIZE_LIMIT (16 * 1024 * 1024)

/* A worksheet, read as a stream: as much of its XML at a time as one piece of it has rows. */
typedef struct _HfXlsxSheet HfXlsxSheet;

HfXlsxSheet *hf_xlsx_sheet_open (HfXlsxPackage *package, const char *part,
                                 const HfXlsxStrings *strings, const HfXlsxStyles *styles,
                                 gboolean is_1904, GError **error);
gboolean hf_xlsx_sheet_next (HfXlsxSheet *self, HfRow *row, GError **error);
void hf_xlsx_sheet_free (HfXlsxSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfXlsxSheet, hf_xlsx_sheet_free)

G_END_DECLS
