#pragma once

#include <gtk/gtk.h>

#include "hf-codebook.h"
#include "hf-figures.h"
#include "hf-report-order.h"

G_BEGIN_DECLS

#define HF_TYPE_REPORT_PREVIEW (hf_report_preview_get_type ())
G_DECLARE_FINAL_TYPE (HfReportPreview, hf_report_preview, HF, REPORT_PREVIEW, GtkWidget)

void hf_report_preview_set_order (HfReportPreview *self, const HfReportOrder *order);
void hf_report_preview_set_figures (HfReportPreview *self, HfFigures *figures,
                                    HfCodebook *codebook);

G_END_DECLS
