#include "config.h"

#include "hf-complaint-case.h"

#include "hf-store-calendars.h"
#include "hf-store-closing.h"
#include "hf-store-complaints.h"
#include "hf-store-deadlines.h"
#include "hf-store-follow-ups.h"
#include "hf-store-hints.h"
#include "hf-store-pauses.h"
#include "hf-store-promises.h"
#include "hf-store-staff.h"

/**
 * hf_complaint_case_free:
 * @self: (transfer full): a case
 *
 * Lets it go.
 */
void
hf_complaint_case_free (HfComplaintCase *self)
{
  g_clear_object (&self->complaint);
  g_clear_object (&self->hint);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->promises, g_ptr_array_unref);
  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->pauses, g_array_unref);
  g_clear_pointer (&self->escalations, g_ptr_array_unref);
  g_clear_pointer (&self->handovers, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  hf_escalation_next_clear (&self->next_step);
  g_free (self->calendar);
  g_free (self);
}

static gboolean
load_clocks (HfStoreSession *session, HfComplaintCase *self, GError **error)
{
  gint64 id = self->complaint->id;
  g_autoptr (HfWorkCalendar) calendar = hf_store_calendars_get_of_branch (
      session, self->complaint->branch_id, error);
  if (calendar == NULL)
    return FALSE;
  self->calendar = g_strdup (calendar->name);
  self->changes = hf_store_deadlines_list (session, id, error);
  if (self->changes != NULL)
    self->pauses = hf_store_pauses_list (session, id, error);
  return self->pauses != NULL;
}

static gboolean
load_escalation (HfStoreSession *session, HfComplaintCase *self, GError **error)
{
  gint64 id = self->complaint->id;
  if (!hf_store_escalations_find_next (session, self->complaint, &self->next_step, error)
      || !hf_store_escalations_waits (session, id, &self->waits, error))
    return FALSE;
  self->escalations = hf_store_escalations_list (session, id, error);
  if (self->escalations != NULL)
    self->handovers = hf_store_escalations_list_handovers (session, id, error);
  if (self->handovers != NULL)
    self->staff = hf_store_staff_list (session, error);
  return self->staff != NULL;
}

/**
 * hf_complaint_case_load:
 * @session: a session
 * @id: (type gint64*): a complaint's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads a complaint with what belongs to it, for hf_store_run_async().
 *
 * Returns: (transfer full) (nullable) (type HfComplaintCase): the case
 */
gpointer
hf_complaint_case_load (HfStoreSession *session, gpointer id, GError **error)
{
  g_autoptr (HfComplaintCase) self = g_new0 (HfComplaintCase, 1);
  gint64 key = *(gint64 *) id;
  self->complaint = hf_store_complaints_get (session, key, error);
  if (self->complaint != NULL)
    self->steps = hf_store_complaints_list_steps (session, key, error);
  if (self->steps != NULL)
    self->promises = hf_store_promises_list_of_complaint (session, key, error);
  if (self->promises != NULL)
    self->follow_ups = hf_store_follow_ups_list (session, key, error);
  return self->follow_ups != NULL && hf_store_hints_find (session, key, &self->hint, error)
                 && hf_store_closing_find_lock (session, key, &self->lock, error)
                 && load_clocks (session, self, error) && load_escalation (session, self, error)
             ? g_steal_pointer (&self)
             : NULL;
}
