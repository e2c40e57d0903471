#include "config.h"

#include "hf-today-work.h"

#include "hf-promise.h"
#include "hf-store-escalations.h"
#include "hf-store-follow-ups.h"
#include "hf-store-promises.h"
#include "hf-store-reviews.h"
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

/* What cannot be called from here comes last, and says why. */
static void
put_blocked_last (GPtrArray *calls)
{
  g_autoptr (GPtrArray) blocked = g_ptr_array_new ();
  guint n_calls = calls->len;
  for (guint i = n_calls; i > 0; i--)
    {
      const HfCallTask *call = calls->pdata[i - 1];
      if (call->for_others || !call->may_offer)
        g_ptr_array_insert (blocked, 0, g_ptr_array_steal_index (calls, i - 1));
    }
  g_ptr_array_extend (calls, blocked, NULL, NULL);
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
  self->staff_id = hf_store_session_get_staff_id (session);
  g_autofree char *today = hf_time_format_date (self->now);
  self->promises = hf_store_promises_list_open (session, MAX_PROMISES, error);
  if (self->promises == NULL)
    return NULL;
  self->returned = hf_store_reviews_list_returned (session, error);
  if (self->returned == NULL)
    return NULL;
  self->escalated = hf_store_escalations_list_told (session, FALSE, error);
  if (self->escalated == NULL)
    return NULL;
  self->calls = hf_store_queue_list (session, self->now, MAX_CALLS, error);
  if (self->calls == NULL || !hf_store_follow_ups_mark (session, self->calls, error)
      || !hf_store_queue_count (session, self->now, &self->n_calls, error)
      || !count_tomorrow (session, self, today, error)
      || !hf_store_queue_count_day (session, today, &self->done, error))
    return NULL;
  put_blocked_last (self->calls);
  return g_steal_pointer (&self);
}

/**
 * hf_today_work_find_customer:
 * @self: today's work
 * @record: (nullable): a promise or a call of it
 *
 * Tells whom something is about; who is called next where there is nothing.
 *
 * Returns: a customer's key, 0 for nobody in the customer list
 */
gint64
hf_today_work_find_customer (const HfTodayWork *self, GObject *record)
{
  if (record == NULL && self->calls->len > 0)
    record = self->calls->pdata[0];
  if (HF_IS_PROMISE (record))
    return HF_PROMISE (record)->customer_id;
  return HF_IS_CALL_TASK (record) ? HF_CALL_TASK (record)->customer_id : 0;
}

/**
 * hf_today_work_is_left:
 * @self: today's work
 *
 * Tells whether something is still to be done.
 *
 * Returns: whether it is
 */
gboolean
hf_today_work_is_left (const HfTodayWork *self)
{
  return self->promises->len + self->calls->len + self->returned->len + self->escalated->len
         > 0;
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
  g_clear_pointer (&self->returned, g_ptr_array_unref);
  g_clear_pointer (&self->escalated, g_ptr_array_unref);
  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_free (self);
}
