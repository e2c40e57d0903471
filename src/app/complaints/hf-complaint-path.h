#pragma once

#include <gtk/gtk.h>

#include "hf-complaint-case.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_COMPLAINT_PATH (hf_complaint_path_get_type ())
G_DECLARE_FINAL_TYPE (HfComplaintPath, hf_complaint_path, HF, COMPLAINT_PATH, GtkWidget)

void hf_complaint_path_set_store (HfComplaintPath *self, HfStore *store);
void hf_complaint_path_show (HfComplaintPath *self, const HfComplaintCase *shown);

G_END_DECLS
