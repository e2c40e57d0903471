#pragma once

#include <gtk/gtk.h>

#include "hf-complaint.h"

G_BEGIN_DECLS

#define HF_TYPE_COMPLAINT_ROW (hf_complaint_row_get_type ())
G_DECLARE_FINAL_TYPE (HfComplaintRow, hf_complaint_row, HF, COMPLAINT_ROW, GtkWidget)

GtkWidget *hf_complaint_row_new (void);
void hf_complaint_row_set_complaint (HfComplaintRow *self, const HfComplaint *complaint);

G_END_DECLS
