#pragma once

#include "hf-customer.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* By what customers are recognised. */
typedef enum
{
  HF_CUSTOMER_MATCH_CODE,
  HF_CUSTOMER_MATCH_ALIAS,      /* the code of one who was merged with the customer */
  HF_CUSTOMER_MATCH_PHONE,      /* as HfCustomerKeys has its digits */
  HF_CUSTOMER_MATCH_NAME,       /* as HfCustomerKeys sorts by it */
  HF_CUSTOMER_MATCH_NAME_ALONE, /* the same, of whom no phone is known */
} HfCustomerMatch;

gboolean hf_store_customers_match (HfStoreSession *session, HfCustomerMatch match,
                                   const char *const *keys, guint n_keys, GHashTable *found,
                                   GError **error);

/* Called with the code of a customer, or of one who was merged with a customer. */
typedef void (*HfStoreCodeFunc) (const char *code, gpointer data);

gboolean hf_store_customers_each_code (HfStoreSession *session, HfStoreCodeFunc func,
                                       gpointer data, GError **error);

/* Called with the digits of a phone, and the code of the customer who wants no calls there. */
typedef void (*HfStoreRefusalFunc) (const char *phone_digits, const char *code, gpointer data);

gboolean hf_store_customers_each_refusal (HfStoreSession *session, HfStoreRefusalFunc func,
                                          gpointer data, GError **error);

G_END_DECLS
