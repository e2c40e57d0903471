#pragma once

#include "hf-import-request.h"
#include "hf-import-result.h"

G_BEGIN_DECLS

gboolean hf_import_rejects_write (const HfImportRequest *request, const HfImportResult *result,
                                  const char *output, GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
