#include "config.h"

#include "hf-customer-choice.h"

/**
 * hf_customer_choice_copy:
 * @self: a choice
 *
 * Copies it.
 *
 * Returns: (transfer full): the copy
 */
HfCustomerChoice *
hf_customer_choice_copy (const HfCustomerChoice *self)
{
  HfCustomerChoice *copy = g_new0 (HfCustomerChoice, 1);
  copy->filter = hf_customer_filter_copy (self->filter);
  copy->everything = self->everything;
  copy->keys = g_array_copy (self->keys);
  return copy;
}

/**
 * hf_customer_choice_free:
 * @self: (transfer full): a choice
 *
 * Frees it.
 */
void
hf_customer_choice_free (HfCustomerChoice *self)
{
  g_clear_pointer (&self->filter, hf_customer_filter_free);
  g_clear_pointer (&self->keys, g_array_unref);
  g_free (self);
}
