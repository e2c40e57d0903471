#pragma once

#include <gtk/gtk.h>

#include "hf-complaint-case.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_COMPLAINT_RESOLUTION (hf_complaint_resolution_get_type ())
G_DECLARE_FINAL_TYPE (HfComplaintResolution, hf_complaint_resolution, HF, COMPLAINT_RESOLUTION,
                      GtkWidget)

void hf_complaint_resolution_set_store (HfComplaintResolution *self, HfStore *store);
void hf_complaint_resolution_show (HfComplaintResolution *self, const HfComplaintCase *shown);

G_END_DECLS
