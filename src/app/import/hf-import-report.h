#pragma once

#include <gtk/gtk.h>

#include "hf-import-entity.h"
#include "hf-import-request.h"
#include "hf-import-result.h"

G_BEGIN_DECLS

#define HF_TYPE_IMPORT_REPORT (hf_import_report_get_type ())
G_DECLARE_FINAL_TYPE (HfImportReport, hf_import_report, HF, IMPORT_REPORT, GtkWidget)

void hf_import_report_show (HfImportReport *self, HfImportResult *result,
                            HfImportRequest *request, gboolean dry_run);
void hf_import_report_show_undone (HfImportReport *self);

G_END_DECLS
