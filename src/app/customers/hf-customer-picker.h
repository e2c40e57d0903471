#pragma once

#include <gtk/gtk.h>

#include "hf-customer.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMER_PICKER (hf_customer_picker_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomerPicker, hf_customer_picker, HF, CUSTOMER_PICKER, GtkWidget)

void hf_customer_picker_set_store (HfCustomerPicker *self, HfStore *store);
void hf_customer_picker_choose (HfCustomerPicker *self, HfCustomer *customer);
HfCustomer *hf_customer_picker_get_customer (HfCustomerPicker *self);

G_END_DECLS
