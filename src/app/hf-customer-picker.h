#pragma once

#include <adwaita.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMER_PICKER (hf_customer_picker_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomerPicker, hf_customer_picker, HF, CUSTOMER_PICKER, AdwWindow)

/* Signal: "chosen" (HfCustomer). */
GtkWidget *hf_customer_picker_new (GtkWidget *parent, HfStore *store, const char *title,
                                   const char *typed);

G_END_DECLS
