#pragma once

#include "hf-customer.h"

G_BEGIN_DECLS

/* By what a customer is sorted and found; worked out from the record, in any thread. */
typedef struct
{
  char *sort_name;
  char *phone_digits; /* NULL without a phone */
  char *tokens;       /* of the search */
} HfCustomerKeys;

HfCustomerKeys *hf_customer_keys_new (const HfCustomer *customer);
void hf_customer_keys_free (HfCustomerKeys *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomerKeys, hf_customer_keys_free)

G_END_DECLS
