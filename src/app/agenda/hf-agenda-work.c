#include "config.h"

#include "hf-agenda-work.h"

static gboolean
find_around (HfStoreSession *session, const HfAgendaSpan *span, HfAgendaWork *self,
             GError **error)
{
  HfAgendaSpan before = { 1, MIN (span->from, self->now), span->everybodys };
  HfAgendaSpan after = { span->to, G_MAXINT64, span->everybodys };
  return hf_store_agenda_find_first (session, &before, &self->overdue_at, error)
         && hf_store_agenda_find_first (session, &after, &self->next_at, error);
}

/**
 * hf_agenda_work_load:
 * @session: a session
 * @span: (type HfAgendaSpan): which days, and whose appointments
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the appointments of some days, for hf_store_run_async().
 *
 * Returns: (transfer full) (nullable): an #HfAgendaWork
 */
gpointer
hf_agenda_work_load (HfStoreSession *session, gpointer span, GError **error)
{
  g_autoptr (HfAgendaWork) self = g_new0 (HfAgendaWork, 1);
  self->now = hf_store_session_get_now (session);
  self->staff_id = hf_store_session_get_staff_id (session);
  self->appointments = hf_store_agenda_list (session, span, HF_AGENDA_MOST, error);
  if (self->appointments == NULL || !hf_store_agenda_get_rules (session, &self->rules, error)
      || !find_around (session, span, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hf_agenda_work_free:
 * @self: (transfer full): the appointments
 *
 * Lets them go.
 */
void
hf_agenda_work_free (HfAgendaWork *self)
{
  g_clear_pointer (&self->appointments, g_ptr_array_unref);
  g_free (self);
}
