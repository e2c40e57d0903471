#pragma once

#include <adwaita.h>

#include "hf-customer.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMER_MATCHES (hf_customer_matches_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomerMatches, hf_customer_matches, HF, CUSTOMER_MATCHES, AdwBin)

void hf_customer_matches_set_store (HfCustomerMatches *self, HfStore *store);
void hf_customer_matches_search (HfCustomerMatches *self, const char *typed);
void hf_customer_matches_clear (HfCustomerMatches *self);
gboolean hf_customer_matches_take_best (HfCustomerMatches *self);
char *hf_customer_matches_describe (const HfCustomer *customer);

G_END_DECLS
