#pragma once

#include "hf-customer-list.h"
#include "hf-store.h"

G_BEGIN_DECLS

/* The least and usual width of the list beside the customer. */
#define HF_CUSTOMERS_SPLIT 340

int hf_customers_state_get_split (void);
void hf_customers_state_restore (HfCustomerList *list, HfStore *store);
void hf_customers_state_save (HfCustomerList *list, HfStore *store, int split);

G_END_DECLS
