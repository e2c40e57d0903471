#include "config.h"

#include "hf-interview.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfInterview, hf_interview, G_TYPE_OBJECT)

const HfChoice hf_interview_kinds[] = {
  [HF_INTERVIEW_LOST] = { "lost", NC_ ("choice", "Lost-customer interview") },
  [HF_INTERVIEW_THANK_YOU] = { "thank_you", NC_ ("choice", "Thank-you call") },
  [HF_INTERVIEW_LOW_SCORE] = { "low_score", NC_ ("choice", "Low-satisfaction care") },
  [HF_INTERVIEW_FOLLOW_UP] = { "follow_up", NC_ ("choice", "Second follow-up") },
  [HF_INTERVIEW_WIN_BACK] = { "win_back", NC_ ("choice", "Win-back offer") },
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

/**
 * hf_interview_copy:
 * @self: an interview
 *
 * Makes a record of its own, to be changed or handed to another thread.
 *
 * Returns: (transfer full): the copy
 */
HfInterview *
hf_interview_copy (const HfInterview *self)
{
  HfInterview *copy = hf_interview_new ();
  copy->id = self->id;
  copy->revision = self->revision;
  copy->customer_id = self->customer_id;
  copy->guide_id = self->guide_id;
  copy->task_id = self->task_id;
  copy->staff_id = self->staff_id;
  copy->kind = self->kind;
  copy->state = self->state;
  copy->language = g_strdup (self->language);
  copy->position = g_strdup (self->position);
  copy->outcome = g_strdup (self->outcome);
  copy->note = g_strdup (self->note);
  copy->started_at = self->started_at;
  copy->ended_at = self->ended_at;
  copy->seconds = self->seconds;
  copy->called_at = self->called_at;
  copy->customer_code = g_strdup (self->customer_code);
  copy->customer_name = g_strdup (self->customer_name);
  copy->staff = g_strdup (self->staff);
  return copy;
}
