#pragma once

#include <gtk/gtk.h>

#include "hf-customer.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMER_ENTRY (hf_customer_entry_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomerEntry, hf_customer_entry, HF, CUSTOMER_ENTRY, GtkWidget)

void hf_customer_entry_set_store (HfCustomerEntry *self, HfStore *store);
void hf_customer_entry_choose (HfCustomerEntry *self, HfCustomer *customer);
HfCustomer *hf_customer_entry_get_customer (HfCustomerEntry *self);

G_END_DECLS
