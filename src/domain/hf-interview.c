#include "config.h"

#include "hf-interview.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfInterview, hf_interview, G_TYPE_OBJECT)

const HfChoice hf_interview_kinds[] = {
  [HF_INTERVIEW_LOST] = { "lost", NC_ ("choice", "Lost-customer interview") },
  [HF_INTERVIEW_THANK_YOU] = { "thank_you", NC_ ("choice", "Thank-you call") },
  [HF_INTERVIEW_LOW_SCORE] = { "low_score", NC_ ("choice", "Low-satisfaction care") },
  [HF_INTERVIEW_FOLLOW_UP] = { "follow_up", NC_ ("choice", "Second follow-up") },
  { NULL, NULL },
};

const HfChoice hf_interview_states[] = {
  [HF_INTERVIEW_OPEN] = { "open", NC_ ("choice", "In progress") },
  [HF_INTERVIEW_COMPLETED] = { "completed", NC_ ("choice", "Completed") },
  [HF_INTERVIEW_PARTIAL] = { "partial", NC_ ("choice", "Partial") },
  [HF_INTERVIEW_REFUSED] = { "refused", NC_ ("choice", "Refused") },
  [HF_INTERVIEW_UNREACHED] = { "unreached", NC_ ("choice", "Not reached") },
  { NULL, NULL },
};

static void
hf_interview_finalize (GObject *object)
{
  HfInterview *self = HF_INTERVIEW (object);
  g_free (self->language);
  g_free (self->position);
  g_free (self->outcome);
  g_free (self->note);
  g_free (self->customer_code);
  g_free (self->customer_name);
  g_free (self->staff);
  G_OBJECT_CLASS (hf_interview_parent_class)->finalize (object);
}

static void
hf_interview_class_init (HfInterviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_interview_finalize;
}

static void
hf_interview_init (HfInterview *self)
{
}

/**
 * hf_interview_new:
 *
 * Makes an interview that has not begun.
 *
 * Returns: (transfer full): the record
 */
HfInterview *
hf_interview_new (void)
{
  return g_object_new (HF_TYPE_INTERVIEW, NULL);
}
