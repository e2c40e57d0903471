#pragma once

#include <gtk/gtk.h>

#include "hf-complaint.h"
#include "hf-store.h"

G_BEGIN_DECLS

void hf_escalation_act_take (GtkWidget *widget, HfStore *store, gint64 complaint_id);
void hf_escalation_act_hand_over (GtkWidget *widget, HfStore *store, HfComplaint *complaint,
                                  gint64 staff_id, const char *name);

G_END_DECLS
