#pragma once

#include "hf-rejects.h"

G_BEGIN_DECLS

gboolean hf_import_rejects_book_write (HfRejects *rejects, const char *output,
                                       const char *sheet, GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
