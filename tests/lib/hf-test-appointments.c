#include "config.h"

#include "hf-test-appointments.h"

#include "hf-staff.h"
#include "hf-store-agenda.h"
#include "hf-store-attempts.h"
#include "hf-store-customers.h"
#include "hf-store-staff.h"
#include "hf-time.h"

static gpointer
run (HfStore *store, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (store, HF_STORE_WRITE, func, input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static gpointer
add_staff (HfStoreSession *session, gpointer name, GError **error)
{
  g_autoptr (HfStaff) staff = hf_staff_new ();
  staff->code = g_strdup (name);
  staff->name = g_strdup (name);
  staff->active = TRUE;
  return hf_store_staff_save (session, staff, error) ? g_steal_pointer (&staff) : NULL;
}

/**
 * hf_test_appointments_add_staff:
 * @store: a store
 * @name: a name
 *
 * Adds somebody who works there.
 *
 * Returns: the key
 */
gint64
hf_test_appointments_add_staff (HfStore *store, const char *name)
{
  g_autoptr (HfStaff) staff = run (store, add_staff, (char *) name);
  return staff->id;
}

static gpointer
add (HfStoreSession *session, gpointer data, GError **error)
{
  HfTestAppointment *self = data;
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  customer->code = g_strdup (self->name);
  customer->name = g_strdup (self->name);
  if (!hf_store_customers_save (session, customer, error))
    return NULL;
  self->customer_id = customer->id;
  attempt->customer_id = customer->id;
  attempt->outcome = g_strdup ("call-back");
  attempt->started_at = attempt->ended_at = hf_time_now ();
  return hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, self->at, error)
                 && hf_store_agenda_keep (session, customer->id, HF_INTERVIEW_LOST,
                                          self->staff_id, error)
             ? HF_STORE_DONE
             : NULL;
}

/**
 * hf_test_appointments_add:
 * @store: a store
 * @appointment: an appointment; it gets the customer's key
 *
 * Makes an appointment with a new customer.
 */
void
hf_test_appointments_add (HfStore *store, HfTestAppointment *appointment)
{
  run (store, add, appointment);
}

static gpointer
list (HfStoreSession *session, gpointer unused, GError **error)
{
  HfAgendaSpan all = { 1, G_MAXINT64, TRUE };
  return hf_store_agenda_list (session, &all, 1000, error);
}

/**
 * hf_test_appointments_find:
 * @store: a store
 * @name: a customer's name
 *
 * Finds an appointment.
 *
 * Returns: (transfer full) (nullable): the appointment
 */
HfCallTask *
hf_test_appointments_find (HfStore *store, const char *name)
{
  g_autoptr (GPtrArray) tasks = run (store, list, NULL);
  for (guint i = 0; i < tasks->len; i++)
    if (g_str_equal (((HfCallTask *) tasks->pdata[i])->customer_name, name))
      return g_object_ref (tasks->pdata[i]);
  return NULL;
}

/**
 * hf_test_appointments_keep:
 * @session: a session that writes
 * @task: an #HfCallTask
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Makes the call for which an appointment is, for hf_store_run().
 *
 * Returns: (nullable): %HF_STORE_DONE
 */
gpointer
hf_test_appointments_keep (HfStoreSession *session, gpointer task, GError **error)
{
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  attempt->task_id = ((HfCallTask *) task)->id;
  attempt->customer_id = ((HfCallTask *) task)->customer_id;
  attempt->outcome = g_strdup ("completed");
  attempt->started_at = attempt->ended_at = hf_time_now ();
  return hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, 0, error) ? HF_STORE_DONE
                                                                               : NULL;
}
