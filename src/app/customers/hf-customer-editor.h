#pragma once

#include <adwaita.h>

#include "hf-customer-names.h"
#include "hf-customer.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMER_EDITOR (hf_customer_editor_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomerEditor, hf_customer_editor, HF, CUSTOMER_EDITOR, AdwWindow)

HfCustomerEditor *hf_customer_editor_new (HfStore *store, HfCustomerNames *names,
                                          HfCustomer *customer);
void hf_customer_editor_propose (HfCustomerEditor *self, const char *field, const char *text);
void hf_customer_editor_add_fields (HfCustomerEditor *self, GPtrArray *fields,
                                    GHashTable *values);

G_END_DECLS
