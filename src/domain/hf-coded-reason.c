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

/**
 * hf_coded_reason_copy:
 * @self: a reason
 *
 * Makes a record of its own, to be changed or handed to another thread.
 *
 * Returns: (transfer full): the copy
 */
HfCodedReason *
hf_coded_reason_copy (const HfCodedReason *self)
{
  HfCodedReason *copy = hf_coded_reason_new ();
  copy->id = self->id;
  copy->revision = self->revision;
  copy->customer_id = self->customer_id;
  copy->interview_id = self->interview_id;
  copy->verbatim_id = self->verbatim_id;
  copy->code = g_strdup (self->code);
  copy->rank = self->rank;
  copy->basis = self->basis;
  copy->quote = g_strdup (self->quote);
  copy->quote_start = self->quote_start;
  copy->coder_id = self->coder_id;
  copy->at = self->at;
  copy->customer_code = g_strdup (self->customer_code);
  copy->customer_name = g_strdup (self->customer_name);
  copy->coder = g_strdup (self->coder);
  return copy;
}
