#pragma once

#include <gtk/gtk.h>

#include "hf-call-task.h"
#include "hf-store.h"

G_BEGIN_DECLS

void hf_appointment_act_move (GtkWidget *widget, HfStore *store, HfCallTask *task,
                              gint64 moment, gint64 staff_id);
void hf_appointment_act_cancel (GtkWidget *widget, HfStore *store, HfCallTask *task);

G_END_DECLS
