#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A workbook that was written, read back for tests. */
typedef struct _TestXlsx TestXlsx;

typedef struct
{
  char *text;    /* of a text cell, else NULL */
  char *value;   /* as the file has it, NULL for a text */
  char *formula; /* NULL: none */
  char *link;    /* the place that it leads to, NULL: none */
  char *number_format;
  char *font;
} TestXlsxCell;

TestXlsx *test_xlsx_open (const char *path);
void test_xlsx_free (TestXlsx *self);
char *test_xlsx_dup_part (TestXlsx *self, const char *name);
guint test_xlsx_n_sheets (TestXlsx *self);
const char *test_xlsx_get_name (TestXlsx *self, guint sheet);
char *test_xlsx_dup_sheet (TestXlsx *self, guint sheet);
const TestXlsxCell *test_xlsx_get_cell (TestXlsx *self, guint sheet, const char *place);
char *test_xlsx_find (TestXlsx *self, guint sheet, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestXlsx, test_xlsx_free)

G_END_DECLS
