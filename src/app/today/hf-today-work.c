#include "config.h"

#include "hf-today-work.h"

#include "hf-store-promises.h"
#include "hf-time.h"

/* More than anybody does in a day need not stand on the page. */
#define MAX_PROMISES 20
#define MAX_CALLS 20

static gboolean
count_tomorrow (HfStoreSession *session, HfTodayWork *self, const char *today, GError **error)
{
  g_autofree char *after = hf_time_add_days (today, 2);
  if (!hf_store_queue_count (session, hf_time_start_of_day (after) - 1, &self->n_tomorrow,
                             error))
    return FALSE;
  self->n_tomorrow -= self->n_calls;
  return TRUE;
}

/**
 * hf_today_work_load:
 * @session: a session
 * @unused: nothing
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads today's work, for hf_store_run_async().
 *
 * Returns: (transfer full) (nullable): a #HfTodayWork
 */
gpointer
hf_today_work_load (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfTodayWork) self = g_new0 (HfTodayWork, 1);
  self->now = hf_time_now ();
  g_autofree char *today = hf_time_format_date (self->now);
  self->promises = hf_store_promises_list_open (session, MAX_PROMISES, error);
  if (self->promises == NULL)
    return NULL;
  self->calls = hf_store_queue_list (session, self->now, MAX_CALLS, error);
  if (self->calls == NULL || !hf_store_queue_count (session, self->now, &self->n_calls, error)
      || !count_tomorrow (session, self, today, error)
      || !hf_store_queue_count_day (session, today, &self->done, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hf_today_work_free:
 * @self: (transfer full): today's work
 *
 * Frees it.
 */
void
hf_today_work_free (HfTodayWork *self)
{
  g_clear_pointer (&self->promises, g_ptr_array_unref);
  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_free (self);
}
