#include "config.h"

#include "hf-assumption.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfAssumption, hf_assumption, G_TYPE_OBJECT)

static void
hf_assumption_finalize (GObject *object)
{
  HfAssumption *self = HF_ASSUMPTION (object);
  g_free (self->key);
  g_free (self->source);
  G_OBJECT_CLASS (hf_assumption_parent_class)->finalize (object);
}

static void
hf_assumption_class_init (HfAssumptionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_assumption_finalize;
}

static void
hf_assumption_init (HfAssumption *self)
{
}

/**
 * hf_assumption_new:
 *
 * Makes an assumption of zero.
 *
 * Returns: (transfer full): the record
 */
HfAssumption *
hf_assumption_new (void)
{
  return g_object_new (HF_TYPE_ASSUMPTION, NULL);
}
