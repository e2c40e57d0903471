#pragma once

#include <adwaita.h>

#include "hf-call-task.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_APPOINTMENT_DIALOG (hf_appointment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HfAppointmentDialog, hf_appointment_dialog, HF, APPOINTMENT_DIALOG,
                      AdwWindow)

GtkWidget *hf_appointment_dialog_new (GtkWidget *widget, HfStore *store, HfCallTask *task);

G_END_DECLS
