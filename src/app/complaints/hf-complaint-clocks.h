#pragma once

#include <gtk/gtk.h>

#include "hf-complaint-case.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_COMPLAINT_CLOCKS (hf_complaint_clocks_get_type ())
G_DECLARE_FINAL_TYPE (HfComplaintClocks, hf_complaint_clocks, HF, COMPLAINT_CLOCKS, GtkWidget)

void hf_complaint_clocks_set_store (HfComplaintClocks *self, HfStore *store);
void hf_complaint_clocks_show (HfComplaintClocks *self, const HfComplaintCase *shown);

G_END_DECLS
