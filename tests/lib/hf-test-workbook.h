#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A workbook that was written, read back for tests. */
typedef struct _HfTestWorkbook HfTestWorkbook;

typedef struct
{
  char *text;    /* of a text cell, else NULL */
  char *value;   /* as the file has it, NULL for a text */
  char *formula; /* NULL: none */
  char *link;    /* the place that it leads to, NULL: none */
  char *number_format;
  char *font;
} HfTestCell;

HfTestWorkbook *hf_test_workbook_open (const char *path);
void hf_test_workbook_free (HfTestWorkbook *self);
char *hf_test_workbook_dup_part (HfTestWorkbook *self, const char *name);
guint hf_test_workbook_n_sheets (HfTestWorkbook *self);
const char *hf_test_workbook_get_name (HfTestWorkbook *self, guint sheet);
char *hf_test_workbook_dup_sheet (HfTestWorkbook *self, guint sheet);
const HfTestCell *hf_test_workbook_get_cell (HfTestWorkbook *self, guint sheet,
                                             const char *place);
char *hf_test_workbook_find (HfTestWorkbook *self, guint sheet, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfTestWorkbook, hf_test_workbook_free)

G_END_DECLS
