#pragma once

#include <gtk/gtk.h>

#include "hf-complaint.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_COMPLAINT_EDITOR (hf_complaint_editor_get_type ())
G_DECLARE_FINAL_TYPE (HfComplaintEditor, hf_complaint_editor, HF, COMPLAINT_EDITOR, GtkWidget)

/* Signals: "saved" (gint64 the complaint's key), "cancelled". */
void hf_complaint_editor_set_store (HfComplaintEditor *self, HfStore *store);
void hf_complaint_editor_start (HfComplaintEditor *self, gint64 customer_id);
void hf_complaint_editor_start_with (HfComplaintEditor *self, const HfComplaint *complaint);

G_END_DECLS
