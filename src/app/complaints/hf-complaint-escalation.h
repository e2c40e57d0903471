#pragma once

#include <gtk/gtk.h>

#include "hf-complaint-case.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_COMPLAINT_ESCALATION (hf_complaint_escalation_get_type ())
G_DECLARE_FINAL_TYPE (HfComplaintEscalation, hf_complaint_escalation, HF, COMPLAINT_ESCALATION,
                      GtkWidget)

void hf_complaint_escalation_set_store (HfComplaintEscalation *self, HfStore *store);
void hf_complaint_escalation_show (HfComplaintEscalation *self, const HfComplaintCase *shown);
gboolean hf_complaint_escalation_take (HfComplaintEscalation *self);

G_END_DECLS
