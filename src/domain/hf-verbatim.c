#include "config.h"

#include "hf-verbatim.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfVerbatim, hf_verbatim, G_TYPE_OBJECT)

static void
hf_verbatim_finalize (GObject *object)
{
  HfVerbatim *self = HF_VERBATIM (object);
  g_free (self->question);
  g_free (self->words);
  g_free (self->customer_code);
  g_free (self->customer_name);
  g_free (self->codes);
  G_OBJECT_CLASS (hf_verbatim_parent_class)->finalize (object);
}

static void
hf_verbatim_class_init (HfVerbatimClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_verbatim_finalize;
}

static void
hf_verbatim_init (HfVerbatim *self)
{
}

/**
 * hf_verbatim_new:
 *
 * Makes an empty verbatim.
 *
 * Returns: (transfer full): the record
 */
HfVerbatim *
hf_verbatim_new (void)
{
  return g_object_new (HF_TYPE_VERBATIM, NULL);
}
