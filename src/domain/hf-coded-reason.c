#include "config.h"

#include "hf-coded-reason.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfCodedReason, hf_coded_reason, G_TYPE_OBJECT)

const HfChoice hf_reason_ranks[] = {
  [HF_REASON_PRIMARY] = { "primary", NC_ ("choice", "Primary") },
  [HF_REASON_CONTRIBUTING] = { "contributing", NC_ ("choice", "Contributing") },
  { NULL, NULL },
};

const HfChoice hf_reason_bases[] = {
  [HF_REASON_SAID] = { "said", NC_ ("choice", "Customer said") },
  [HF_REASON_INFERRED] = { "inferred", NC_ ("choice", "Staff infers") },
  [HF_REASON_RECORDED] = { "recorded", NC_ ("choice", "Records show") },
  { NULL, NULL },
};

static void
hf_coded_reason_finalize (GObject *object)
{
  HfCodedReason *self = HF_CODED_REASON (object);
  g_free (self->code);
  g_free (self->quote);
  g_free (self->customer_code);
  g_free (self->customer_name);
  g_free (self->coder);
  G_OBJECT_CLASS (hf_coded_reason_parent_class)->finalize (object);
}

static void
hf_coded_reason_class_init (HfCodedReasonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_coded_reason_finalize;
}

static void
hf_coded_reason_init (HfCodedReason *self)
{
  self->quote_start = -1;
}

/**
 * hf_coded_reason_new:
 *
 * Makes a primary reason, said by the customer.
 *
 * Returns: (transfer full): the record
 */
HfCodedReason *
hf_coded_reason_new (void)
{
  return g_object_new (HF_TYPE_CODED_REASON, NULL);
}
