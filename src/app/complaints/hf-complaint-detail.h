#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_COMPLAINT_DETAIL (hf_complaint_detail_get_type ())
G_DECLARE_FINAL_TYPE (HfComplaintDetail, hf_complaint_detail, HF, COMPLAINT_DETAIL, GtkWidget)

void hf_complaint_detail_set_store (HfComplaintDetail *self, HfStore *store);
void hf_complaint_detail_show (HfComplaintDetail *self, gint64 id);
gint64 hf_complaint_detail_get_id (HfComplaintDetail *self);
gboolean hf_complaint_detail_take_care (HfComplaintDetail *self);

G_END_DECLS
