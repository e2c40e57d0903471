#pragma once

#include <gtk/gtk.h>

#include "hf-customer-file.h"
#include "hf-customer-names.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMER_FACTS (hf_customer_facts_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomerFacts, hf_customer_facts, HF, CUSTOMER_FACTS, GtkWidget)

void hf_customer_facts_show (HfCustomerFacts *self, const HfCustomer *customer,
                             const HfCustomerNames *names);
void hf_customer_facts_add_values (HfCustomerFacts *self, GPtrArray *fields,
                                   GHashTable *values);

void hf_customer_facts_add_namer (HfCustomerFacts *self, const HfReferral *referral);

G_END_DECLS
