#include "config.h"

#include "hf-customer-filter.h"

/**
 * hf_customer_filter_copy:
 * @self: (nullable): a filter
 *
 * Copies a filter, so that a worker thread has its own.
 *
 * Returns: (transfer full): the copy; of %NULL one that does not narrow
 */
HfCustomerFilter *
hf_customer_filter_copy (const HfCustomerFilter *self)
{
  HfCustomerFilter *copy = g_new0 (HfCustomerFilter, 1);
  if (self == NULL)
    return copy;
  *copy = *self;
  copy->search = g_strdup (self->search);
  copy->status = g_strdup (self->status);
  copy->reason = g_strdup (self->reason);
  copy->lost_in = g_strdup (self->lost_in);
  copy->manager = g_strdup (self->manager);
  copy->lost_within = hf_period_copy (self->lost_within);
  copy->learnt_within = hf_period_copy (self->learnt_within);
  return copy;
}

/**
 * hf_customer_filter_free:
 * @self: (transfer full): a filter
 *
 * Frees it.
 */
void
hf_customer_filter_free (HfCustomerFilter *self)
{
  g_free (self->search);
  g_free (self->status);
  g_free (self->reason);
  g_free (self->lost_in);
  g_free (self->manager);
  g_clear_pointer (&self->lost_within, hf_period_free);
  g_clear_pointer (&self->learnt_within, hf_period_free);
  g_free (self);
}
