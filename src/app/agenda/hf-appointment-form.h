#pragma once

#include <gtk/gtk.h>

#include "hf-call-plan.h"
#include "hf-interview.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_APPOINTMENT_FORM (hf_appointment_form_get_type ())
G_DECLARE_FINAL_TYPE (HfAppointmentForm, hf_appointment_form, HF, APPOINTMENT_FORM, GtkWidget)

void hf_appointment_form_set_zone (HfAppointmentForm *self, const char *zone);
void hf_appointment_form_set_call (HfAppointmentForm *self, HfStore *store, gint64 customer_id,
                                   HfInterviewKind kind);
void hf_appointment_form_set_outcome (HfAppointmentForm *self, const HfOutcome *outcome);
void hf_appointment_form_set_moment (HfAppointmentForm *self, gint64 moment);
gboolean hf_appointment_form_read (HfAppointmentForm *self, gint64 *moment);
gint64 hf_appointment_form_get_staff_id (HfAppointmentForm *self);
void hf_appointment_form_get_plan (HfAppointmentForm *self, HfCallPlan *plan);
gboolean hf_appointment_form_press (HfAppointmentForm *self, guint keyval);

G_END_DECLS
