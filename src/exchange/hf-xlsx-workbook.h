#pragma once

#include "hf-xlsx-package.h"

G_BEGIN_DECLS

/* A workbook that asks for more is refused. */
#define HF_XLSX_SHEETS_LIMIT 1024

/* What a workbook says about itself: its worksheets, and where its parts are. */
typedef struct
{
  GPtrArray *names;  /* (element-type utf8) of the worksheets, NULL at the end, in order */
  GPtrArray *parts;  /* (element-type utf8) of the worksheets, without that NULL */
  char *strings;     /* name of the part with the shared texts */
  char *styles;      /* name of the part with the styles */
  guint first_shown; /* the first worksheet that is not hidden */
  gboolean is_1904;  /* days count from 1904 */
} HfXlsxWorkbook;

HfXlsxWorkbook *hf_xlsx_workbook_read (HfXlsxPackage *package, GError **error);
gboolean hf_xlsx_workbook_find_sheet (const HfXlsxWorkbook *self, const char *wanted,
                                      guint *index, GError **error);
void hf_xlsx_workbook_free (HfXlsxWorkbook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfXlsxWorkbook, hf_xlsx_workbook_free)

G_END_DECLS
