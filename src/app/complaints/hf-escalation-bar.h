#pragma once

#include <gtk/gtk.h>

#include "hf-escalations.h"

G_BEGIN_DECLS

#define HF_TYPE_ESCALATION_BAR (hf_escalation_bar_get_type ())
G_DECLARE_FINAL_TYPE (HfEscalationBar, hf_escalation_bar, HF, ESCALATION_BAR, GtkWidget)

void hf_escalation_bar_set_escalations (HfEscalationBar *self, HfEscalations *escalations);
gint64 hf_escalation_bar_get_complaint_id (HfEscalationBar *self);

G_END_DECLS
