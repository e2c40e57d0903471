#pragma once

#include "hf-agenda.h"
#include "hf-call-plan.h"
#include "hf-interview.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* For which call a time is sought. */
typedef struct
{
  gint64 customer_id;
  HfInterviewKind kind;
  gint64 around; /* a moment */
} HfAppointmentQuery;

/* What a time is judged by, as the store had it at one moment. */
typedef struct
{
  HfCallTask *task; /* without a key where the customer is not in the queue */
  HfCallingRules hours;
  HfAgendaRules rules;
  GPtrArray *appointments; /* (element-type HfCallTask): everybody's, by time */
  gint64 from;             /* from here on they are known */
  gint64 to;
  gint64 staff_id; /* who works here, 0: nobody was named */
} HfAppointmentContext;

gpointer hf_appointment_context_load (HfStoreSession *session, gpointer query, GError **error);
gboolean hf_appointment_context_covers (const HfAppointmentContext *self, gint64 moment);
gint64 hf_appointment_context_find_free (const HfAppointmentContext *self, gint64 moment,
                                         gint64 staff_id);
gboolean hf_appointment_context_find_clash (const HfAppointmentContext *self, gint64 moment,
                                            gint64 staff_id, HfAgendaClash *clash);
void hf_appointment_context_free (HfAppointmentContext *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfAppointmentContext, hf_appointment_context_free)

G_END_DECLS
