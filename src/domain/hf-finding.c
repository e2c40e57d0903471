#include "config.h"

#include "hf-finding.h"

G_DEFINE_FINAL_TYPE (HfFinding, hf_finding, G_TYPE_OBJECT)

static void
hf_finding_finalize (GObject *object)
{
  HfFinding *self = HF_FINDING (object);
  g_free (self->name);
  g_free (self->company);
  g_free (self->code);
  g_free (self->phone);
  g_free (self->state);
  g_free (self->words);
  g_free (self->number);
  g_free (self->reading);
  G_OBJECT_CLASS (hf_finding_parent_class)->finalize (object);
}

static void
hf_finding_class_init (HfFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_finding_finalize;
}

static void
hf_finding_init (HfFinding *self)
{
  self->match = HF_CUSTOMER_MATCH_OTHER;
}

/**
 * hf_finding_new:
 * @kind: of what
 *
 * Makes an empty finding.
 *
 * Returns: (transfer full): the record
 */
HfFinding *
hf_finding_new (HfFindingKind kind)
{
  HfFinding *self = g_object_new (HF_TYPE_FINDING, NULL);
  self->kind = kind;
  return self;
}
