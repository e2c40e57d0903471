#include "config.h"

#include "hf-promise.h"

#include <glib/gi18n.h>

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)
#define HOUR (60 * MINUTE)

G_DEFINE_FINAL_TYPE (HfPromise, hf_promise, G_TYPE_OBJECT)

const HfChoice hf_promise_terms[] = {
  [HF_PROMISE_IMMEDIATE] = { "immediate", NC_ ("choice", "At once") },
  [HF_PROMISE_DAY] = { "24h", NC_ ("choice", "Within 24 hours") },
  [HF_PROMISE_THREE_DAYS] = { "72h", NC_ ("choice", "Within 72 hours") },
  [HF_PROMISE_EMERGENCY] = { "emergency", NC_ ("choice", "Emergency, word every 30 minutes") },
  [HF_PROMISE_WORKDAY] = { "workday", NC_ ("choice", "Within one working day") },
  [HF_PROMISE_DATED] = { "dated", NC_ ("choice", "By an agreed day") },
  { NULL, NULL },
};

const HfChoice hf_promise_states[] = {
  [HF_PROMISE_OPEN] = { "open", NC_ ("choice", "Open") },
  [HF_PROMISE_KEPT] = { "kept", NC_ ("choice", "Kept") },
  [HF_PROMISE_KEPT_LATE] = { "late", NC_ ("choice", "Kept late") },
  [HF_PROMISE_BROKEN] = { "broken", NC_ ("choice", "Broken") },
  [HF_PROMISE_RELEASED] = { "released", NC_ ("choice", "Released by the customer") },
  { NULL, NULL },
};

static void
hf_promise_finalize (GObject *object)
{
  HfPromise *self = HF_PROMISE (object);
  g_free (self->what);
  g_free (self->customer_name);
  g_free (self->made_by);
  G_OBJECT_CLASS (hf_promise_parent_class)->finalize (object);
}

static void
hf_promise_class_init (HfPromiseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_promise_finalize;
}

static void
hf_promise_init (HfPromise *self)
{
}

/**
 * hf_promise_new:
 *
 * Makes an open promise.
 *
 * Returns: (transfer full): the record
 */
HfPromise *
hf_promise_new (void)
{
  return g_object_new (HF_TYPE_PROMISE, NULL);
}

/* The same time on the next day from Monday to Friday, by the local calendar. */
static gint64
next_weekday (gint64 moment)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment / G_USEC_PER_SEC);
  g_autoptr (GDateTime) day = g_date_time_to_local (utc);
  do
    {
      GDateTime *next = g_date_time_add_days (day, 1);
      g_date_time_unref (day);
      day = next;
    }
  while (g_date_time_get_day_of_week (day) > G_DATE_FRIDAY);
  return g_date_time_to_unix (day) * G_USEC_PER_SEC;
}

/**
 * hf_promise_due_at:
 * @term: the promise's term
 * @made_at: when it was made
 *
 * Works out when a promise is due. At once, 24 and 72 hours and the half-hour of an emergency
 * run round the clock (article 001); a working day (article 004) ends at the same time on the
 * next day from Monday to Friday.
 *
 * Returns: a moment; @made_at for a day that is yet to be agreed
 */
gint64
hf_promise_due_at (HfPromiseTerm term, gint64 made_at)
{
  switch (term)
    {
    case HF_PROMISE_EMERGENCY:
      return made_at + 30 * MINUTE;
    case HF_PROMISE_DAY:
      return made_at + 24 * HOUR;
    case HF_PROMISE_THREE_DAYS:
      return made_at + 72 * HOUR;
    case HF_PROMISE_WORKDAY:
      return next_weekday (made_at);
    case HF_PROMISE_IMMEDIATE:
    case HF_PROMISE_DATED:
    default:
      return made_at;
    }
}
