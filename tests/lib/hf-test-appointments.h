#pragma once

#include "hf-call-task.h"
#include "hf-store.h"

G_BEGIN_DECLS

/* An appointment that a test needs; the customer's code and name are the same. */
typedef struct
{
  const char *name;
  gint64 at;
  gint64 staff_id;    /* who alone keeps it, 0: anybody */
  gint64 customer_id; /* out */
} HfTestAppointment;

gint64 hf_test_appointments_add_staff (HfStore *store, const char *name);
void hf_test_appointments_add (HfStore *store, HfTestAppointment *appointment);
HfCallTask *hf_test_appointments_find (HfStore *store, const char *name);
gpointer hf_test_appointments_keep (HfStoreSession *session, gpointer task, GError **error);

G_END_DECLS
