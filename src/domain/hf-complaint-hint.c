#include "config.h"

#include "hf-complaint-hint.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfComplaintHint, hf_complaint_hint, G_TYPE_OBJECT)

const HfChoice hf_hint_sources[] = {
  [HF_HINT_CALL] = { "call", NC_ ("choice", "Note of a call") },
  [HF_HINT_VERBATIM] = { "verbatim", NC_ ("choice", "The customer's words in an interview") },
  [HF_HINT_SCORE] = { "score", NC_ ("choice", "Words with a satisfaction score") },
  { NULL, NULL },
};

const HfChoice hf_hint_states[] = {
  [HF_HINT_OPEN] = { "open", NC_ ("choice", "To be decided") },
  [HF_HINT_LATER] = { "later", NC_ ("choice", "Put off") },
  [HF_HINT_REGISTERED] = { "registered", NC_ ("choice", "Registered") },
  [HF_HINT_DISMISSED] = { "dismissed", NC_ ("choice", "Not a complaint") },
  { NULL, NULL },
};

static void
hf_complaint_hint_finalize (GObject *object)
{
  HfComplaintHint *self = HF_COMPLAINT_HINT (object);
  g_free (self->words);
  g_free (self->customer_name);
  g_free (self->customer_code);
  g_free (self->phone);
  g_free (self->branch);
  g_free (self->staff);
  g_free (self->decided_by);
  G_OBJECT_CLASS (hf_complaint_hint_parent_class)->finalize (object);
}

static void
hf_complaint_hint_class_init (HfComplaintHintClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_complaint_hint_finalize;
}

static void
hf_complaint_hint_init (HfComplaintHint *self)
{
}

/**
 * hf_complaint_hint_new:
 *
 * Makes an open hint in the note of a call.
 *
 * Returns: (transfer full): the record
 */
HfComplaintHint *
hf_complaint_hint_new (void)
{
  return g_object_new (HF_TYPE_COMPLAINT_HINT, NULL);
}
