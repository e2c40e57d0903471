#include "config.h"

#include "hf-demo.h"

#include "hf-demo-private.h"
#include "hf-store-settings.h"
#include "hf-time.h"

#define SEED 20260301

/**
 * hf_demo_dup_day:
 * @self: the demo company
 * @days_ago: how many days before today
 *
 * Gives a day.
 *
 * Returns: (transfer full): YYYY-MM-DD
 */
char *
hf_demo_dup_day (const HfDemo *self, int days_ago)
{
  return hf_time_add_days (self->today, -days_ago);
}

/**
 * hf_demo_moment:
 * @self: the demo company
 * @days_ago: how many days before today
 * @minute: of the day
 *
 * Gives a moment, at the latest the present one.
 *
 * Returns: microseconds since 1970, UTC
 */
gint64
hf_demo_moment (const HfDemo *self, int days_ago, int minute)
{
  g_autofree char *day = hf_demo_dup_day (self, days_ago);
  return MIN (hf_time_start_of_day (day) + minute * G_TIME_SPAN_MINUTE, self->now);
}

/**
 * hf_demo_work:
 * @self: the demo company
 * @moment: when
 * @staff: who
 *
 * What is stored from now on was done then, by them.
 */
void
hf_demo_work (HfDemo *self, gint64 moment, guint staff)
{
  hf_store_session_set_now (self->session, moment);
  hf_store_session_set_staff_id (self->session, self->staff_ids[staff]);
}

static gboolean
fill (HfDemo *self, GError **error)
{
  return hf_store_settings_set (self->session, HF_SETTING_COMPANY, "长春示范汽车集团", error)
         && hf_store_settings_set (self->session, HF_SETTING_CURRENCY, "CNY", error)
         && hf_demo_make_staff (self, error) && hf_demo_make_people (self, error)
         && hf_demo_make_purchases (self, error) && hf_demo_make_complaints (self, error)
         && hf_demo_make_calls (self, error) && hf_demo_make_care (self, error)
         && hf_demo_escalate_complaints (self, error);
}

/**
 * hf_demo_fill:
 * @session: a session that writes, on a database without customers
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Makes the demo company: a group of car dealers with four branches, some 2,000 customers and
 * 18 months of history. Chance is seeded, and every day counts back from today, so that screens
 * have something due today: the figures over everything are the same whenever and wherever it
 * is made, the days are not. Everything goes through the functions by which a desk stores its
 * work. Names are put together by chance, and phone numbers are of series that no operator has.
 *
 * Returns: whether it is stored
 */
gboolean
hf_demo_fill (HfStoreSession *session, GError **error)
{
  g_autoptr (HfDemoText) text = hf_demo_text_load ();
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (
      (GDestroyNotify) hf_demo_person_free);
  gint64 now = hf_store_session_get_now (session);
  g_autofree char *today = hf_time_format_date (now);
  gint64 staff_id = hf_store_session_get_staff_id (session);
  HfDemo self = { .session = session,
                  .random = { SEED },
                  .promises = { SEED },
                  .text = text,
                  .today = today,
                  .now = now,
                  .people = people };
  hf_store_session_begin_bulk (session);
  gboolean filled = fill (&self, error);
  hf_store_session_set_now (session, 0);
  hf_store_session_set_staff_id (session, staff_id);
  return filled;
}
