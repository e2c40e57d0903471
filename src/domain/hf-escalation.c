#include "config.h"

#include "hf-escalation.h"

G_DEFINE_FINAL_TYPE (HfEscalation, hf_escalation, G_TYPE_OBJECT)

static void
hf_escalation_finalize (GObject *object)
{
  HfEscalation *self = HF_ESCALATION (object);
  g_free (self->step);
  g_free (self->name);
  g_free (self->told);
  g_free (self->taken_by);
  g_free (self->number);
  g_free (self->customer_name);
  g_free (self->customer_code);
  g_free (self->branch);
  g_free (self->words);
  G_OBJECT_CLASS (hf_escalation_parent_class)->finalize (object);
}

static void
hf_escalation_class_init (HfEscalationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_escalation_finalize;
}

static void
hf_escalation_init (HfEscalation *self)
{
}

/**
 * hf_escalation_new:
 *
 * Makes an escalation of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
HfEscalation *
hf_escalation_new (void)
{
  return g_object_new (HF_TYPE_ESCALATION, NULL);
}
