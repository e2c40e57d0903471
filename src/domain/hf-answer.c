#include "config.h"

#include "hf-answer.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfAnswer, hf_answer, G_TYPE_OBJECT)

const HfChoice hf_answer_states[] = {
  [HF_ANSWER_CURRENT] = { "current", NC_ ("choice", "Current") },
  [HF_ANSWER_REPLACED] = { "replaced", NC_ ("choice", "Replaced") },
  [HF_ANSWER_HIDDEN] = { "hidden", NC_ ("choice", "Hidden by an earlier answer") },
  { NULL, NULL },
};

static void
hf_answer_finalize (GObject *object)
{
  HfAnswer *self = HF_ANSWER (object);
  g_free (self->question);
  g_free (self->value);
  g_free (self->channel);
  g_free (self->staff);
  g_free (self->customer_code);
  g_free (self->customer_name);
  G_OBJECT_CLASS (hf_answer_parent_class)->finalize (object);
}

static void
hf_answer_class_init (HfAnswerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_answer_finalize;
}

static void
hf_answer_init (HfAnswer *self)
{
}

/**
 * hf_answer_new:
 *
 * Makes an empty answer.
 *
 * Returns: (transfer full): the record
 */
HfAnswer *
hf_answer_new (void)
{
  return g_object_new (HF_TYPE_ANSWER, NULL);
}
