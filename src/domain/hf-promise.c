#include "config.h"

#include "hf-promise.h"

#include <glib/gi18n.h>

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
