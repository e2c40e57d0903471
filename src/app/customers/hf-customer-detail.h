#pragma once

#include <gtk/gtk.h>

#include "hf-customer-names.h"
#include "hf-customer.h"
#include "hf-referral.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMER_DETAIL (hf_customer_detail_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomerDetail, hf_customer_detail, HF, CUSTOMER_DETAIL, GtkWidget)

void hf_customer_detail_set_store (HfCustomerDetail *self, HfStore *store);
void hf_customer_detail_set_names (HfCustomerDetail *self, HfCustomerNames *names);
void hf_customer_detail_show (HfCustomerDetail *self, gint64 id);
GHashTable *hf_customer_detail_get_values (HfCustomerDetail *self);
HfCustomer *hf_customer_detail_get_customer (HfCustomerDetail *self);
const HfReferral *hf_customer_detail_find_referral (HfCustomerDetail *self, gint64 id);
void hf_customer_detail_offer_undo (HfCustomerDetail *self, const HfCustomer *before,
                                    const char *words);

G_END_DECLS
