#pragma once

#include "hf-rejects.h"

G_BEGIN_DECLS

/* More rows are for a text file: a page of a workbook is laid out in memory. */
#define HF_IMPORT_REJECTS_BOOK_LIMIT 20000

gboolean hf_import_rejects_book_write (HfRejects *rejects, const char *output,
                                       const char *sheet, GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
