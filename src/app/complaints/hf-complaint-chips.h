#pragma once

#include <gtk/gtk.h>

#include "hf-store-complaints.h"

G_BEGIN_DECLS

#define HF_TYPE_COMPLAINT_CHIPS (hf_complaint_chips_get_type ())
G_DECLARE_FINAL_TYPE (HfComplaintChips, hf_complaint_chips, HF, COMPLAINT_CHIPS, GtkWidget)

void hf_complaint_chips_set_expression (HfComplaintChips *self, const char *expression);
void hf_complaint_chips_narrow (HfComplaintChips *self, HfComplaintFilter *filter);

G_END_DECLS
