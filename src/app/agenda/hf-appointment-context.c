#include "config.h"

#include "hf-appointment-context.h"

#include "hf-store-agenda.h"
#include "hf-store-next-call.h"
#include "hf-time-zone.h"

/* So far around a moment appointments are read: the next free time is hardly later. */
#define BEFORE G_TIME_SPAN_DAY
#define AFTER (8 * G_TIME_SPAN_DAY)
#define MAX_APPOINTMENTS 2000

/**
 * hf_appointment_context_load:
 * @session: a session
 * @query: an #HfAppointmentQuery
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what a time is judged by, for hf_store_run_async().
 *
 * Returns: (transfer full) (nullable): an #HfAppointmentContext
 */
gpointer
hf_appointment_context_load (HfStoreSession *session, gpointer query, GError **error)
{
  const HfAppointmentQuery *wanted = query;
  g_autoptr (HfAppointmentContext) self = g_new0 (HfAppointmentContext, 1);
  self->from = wanted->around - BEFORE;
  self->to = wanted->around + AFTER;
  self->staff_id = hf_store_session_get_staff_id (session);
  self->task = hf_store_agenda_get_task (session, wanted->customer_id, wanted->kind, error);
  if (self->task == NULL || !hf_store_calling_rules_get (session, &self->hours, error)
      || !hf_store_agenda_get_rules (session, &self->rules, error))
    return NULL;
  HfAgendaSpan span = { self->from, self->to, TRUE };
  self->appointments = hf_store_agenda_list (session, &span, MAX_APPOINTMENTS, error);
  return self->appointments != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * hf_appointment_context_covers:
 * @self: a context
 * @moment: a moment
 *
 * Tells whether the appointments around a moment are known.
 *
 * Returns: whether they are
 */
gboolean
hf_appointment_context_covers (const HfAppointmentContext *self, gint64 moment)
{
  return moment >= self->from + self->rules.length && moment < self->to - BEFORE;
}

static HfAgendaWish
make_wish (const HfAppointmentContext *self, gint64 moment, gint64 staff_id)
{
  return (HfAgendaWish){ moment, staff_id, self->task->id };
}

/**
 * hf_appointment_context_find_clash:
 * @self: a context
 * @moment: when an appointment would be
 * @staff_id: who alone would keep it, 0 for anybody
 * @clash: (out caller-allocates): what is in its way
 *
 * Looks for what is in the way of an appointment.
 *
 * Returns: whether something is
 */
gboolean
hf_appointment_context_find_clash (const HfAppointmentContext *self, gint64 moment,
                                   gint64 staff_id, HfAgendaClash *clash)
{
  HfAgendaWish wish = make_wish (self, moment, staff_id);
  return hf_agenda_find_clash (self->appointments, &self->rules, &wish, clash);
}

/**
 * hf_appointment_context_find_free:
 * @self: a context
 * @moment: when an appointment would be
 * @staff_id: who alone would keep it, 0 for anybody
 *
 * Finds the next time at which nothing is in its way.
 *
 * Returns: a moment, 0 where none is known
 */
gint64
hf_appointment_context_find_free (const HfAppointmentContext *self, gint64 moment,
                                  gint64 staff_id)
{
  HfAgendaWish wish = make_wish (self, moment, staff_id);
  g_autoptr (GTimeZone) zone = hf_time_zone_new (self->task->zone);
  gint64 next = hf_agenda_next_free (self->appointments, &self->rules, &self->hours, zone,
                                     &wish);
  return next < self->to ? next : 0;
}

/**
 * hf_appointment_context_free:
 * @self: (transfer full): a context
 *
 * Lets it go.
 */
void
hf_appointment_context_free (HfAppointmentContext *self)
{
  g_clear_object (&self->task);
  g_clear_pointer (&self->appointments, g_ptr_array_unref);
  g_free (self);
}
