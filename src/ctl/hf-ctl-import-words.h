#pragma once

#include "hf-ctl-import-options.h"
#include "hf-import-result.h"

G_BEGIN_DECLS

void hf_ctl_import_print (const HfImportResult *result, const HfImportEntity *entity,
                          const HfCtlImportOptions *options);

G_END_DECLS
