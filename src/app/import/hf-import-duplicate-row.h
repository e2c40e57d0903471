#pragma once

#include <glib-object.h>

#include "hf-import-duplicate.h"

G_BEGIN_DECLS

#define HF_IMPORT_UNDECIDED -1

#define HF_TYPE_IMPORT_DUPLICATE_ROW (hf_import_duplicate_row_get_type ())
G_DECLARE_FINAL_TYPE (HfImportDuplicateRow, hf_import_duplicate_row, HF, IMPORT_DUPLICATE_ROW,
                      GObject)

/* A row that is like a known customer, in the list in which each is decided. */
struct _HfImportDuplicateRow
{
  GObject parent_instance;

  guint row; /* in the file, from 1 */
  char *title;
  char *details;
  int policy; /* an HfImportPolicy, or HF_IMPORT_UNDECIDED: as all of its kind */
};

HfImportDuplicateRow *hf_import_duplicate_row_new (const HfImportDuplicate *duplicate,
                                                   int policy);

G_END_DECLS
