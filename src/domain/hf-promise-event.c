#include "config.h"

#include "hf-promise-event.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfPromiseEvent, hf_promise_event, G_TYPE_OBJECT)

const HfChoice hf_promise_event_kinds[] = {
  [HF_PROMISE_EVENT_ENDED] = { "ended", NC_ ("choice", "Ended") },
  [HF_PROMISE_EVENT_ANEW] = { "anew", NC_ ("choice", "Promised anew") },
  [HF_PROMISE_EVENT_GIVEN] = { "given", NC_ ("choice", "Given to a colleague") },
  [HF_PROMISE_EVENT_REOPENED] = { "reopened", NC_ ("choice", "Opened again") },
  [HF_PROMISE_EVENT_TAKEN_BACK] = { "taken-back", NC_ ("choice", "Taken back") },
  { NULL, NULL },
};

static void
hf_promise_event_finalize (GObject *object)
{
  HfPromiseEvent *self = HF_PROMISE_EVENT (object);
  g_free (self->staff);
  g_free (self->owner_before);
  g_free (self->owner_after);
  g_free (self->note);
  G_OBJECT_CLASS (hf_promise_event_parent_class)->finalize (object);
}

static void
hf_promise_event_class_init (HfPromiseEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_promise_event_finalize;
}

static void
hf_promise_event_init (HfPromiseEvent *self)
{
}

/**
 * hf_promise_event_new:
 *
 * Makes an event of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
HfPromiseEvent *
hf_promise_event_new (void)
{
  return g_object_new (HF_TYPE_PROMISE_EVENT, NULL);
}
