#pragma once

#include "hf-codebook.h"
#include "hf-coded-reason.h"
#include "hf-customer-filter.h"
#include "hf-customer.h"
#include "hf-store-error.h"
#include "hf-diagnosis-loyalty.h"
#include "hf-purchase.h"
#include "hf-store-batches.h"

G_BEGIN_DECLS

char *hf_customer_words_batch (const HfBatch *batch, const char *text);
char *hf_customer_words_selected (gint64 count);
char *hf_customer_words_cell (const HfField *field, gconstpointer record);
char *hf_customer_words_place (const HfCustomer *customer);
char *hf_customer_words_subtitle (const HfCustomer *customer);
char *hf_customer_words_since (const HfCustomer *customer);
char *hf_customer_words_lost_on (const HfCustomer *customer);
char *hf_customer_words_count (guint count, gboolean narrowed);
char *hf_customer_words_count_of_many (guint most);
char *hf_customer_words_also (const HfCustomerFilter *filter);
char *hf_customer_words_class (const HfLoyalty *loyalty);
char *hf_customer_words_row (const HfCustomer *customer);
char *hf_customer_words_reason (const HfCodedReason *reason);
char *hf_customer_words_month (const char *month);
char *hf_customer_words_moment (gint64 moment);
char *hf_customer_words_purchase (const HfPurchase *purchase);
char *hf_customer_words_purchases (const GPtrArray *purchases);
const char *hf_customer_status_class (HfCustomerStatus status);
HfLoyalty hf_customer_loyalty (const HfCustomer *customer, const GPtrArray *purchases);
const char *hf_customer_unsaved_advice (const GError *error);

G_END_DECLS
