#include "config.h"

#include "hf-customer-keys.h"

#include "hf-store-search-private.h"
#include "hf-text.h"

/**
 * hf_customer_keys_new:
 * @customer: a customer
 *
 * Works out by what a new customer is sorted and found.
 *
 * Returns: (transfer full): the keys
 */
HfCustomerKeys *
hf_customer_keys_new (const HfCustomer *customer)
{
  HfCustomerKeys *self = g_new0 (HfCustomerKeys, 1);
  self->sort_name = hf_text_fold (hf_customer_title (customer));
  self->phone_digits = hf_text_phone_digits (customer->phone);
  if (*self->phone_digits == '\0')
    g_clear_pointer (&self->phone_digits, g_free);
  self->tokens = hf_store_search_make_tokens (customer, NULL);
  return self;
}

/**
 * hf_customer_keys_free:
 * @self: (transfer full): keys
 *
 * Frees them.
 */
void
hf_customer_keys_free (HfCustomerKeys *self)
{
  g_free (self->sort_name);
  g_free (self->phone_digits);
  g_free (self->tokens);
  g_free (self);
}
