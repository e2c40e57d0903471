#include "config.h"

#include "hf-complaint-case.h"

#include "hf-store-complaints.h"
#include "hf-store-follow-ups.h"
#include "hf-store-promises.h"

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
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->promises, g_ptr_array_unref);
  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  g_free (self);
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
  return self->follow_ups != NULL ? g_steal_pointer (&self) : NULL;
}
