#pragma once

#include <json-glib/json-glib.h>

#include "hf-import-result.h"

G_BEGIN_DECLS

void hf_import_result_build_json (const HfImportResult *self, JsonBuilder *builder);
char *hf_import_result_to_json (const HfImportResult *self);

G_END_DECLS
