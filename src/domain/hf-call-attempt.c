#include "config.h"

#include "hf-call-attempt.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfCallAttempt, hf_call_attempt, G_TYPE_OBJECT)

static void
hf_call_attempt_finalize (GObject *object)
{
  HfCallAttempt *self = HF_CALL_ATTEMPT (object);
  g_free (self->outcome);
  g_free (self->note);
  g_free (self->staff);
  G_OBJECT_CLASS (hf_call_attempt_parent_class)->finalize (object);
}

static void
hf_call_attempt_class_init (HfCallAttemptClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_call_attempt_finalize;
}

static void
hf_call_attempt_init (HfCallAttempt *self)
{
}

/**
 * hf_call_attempt_new:
 *
 * Makes an attempt without an outcome.
 *
 * Returns: (transfer full): the record
 */
HfCallAttempt *
hf_call_attempt_new (void)
{
  return g_object_new (HF_TYPE_CALL_ATTEMPT, NULL);
}
