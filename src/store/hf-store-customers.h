#pragma once

#include "hf-customer-filter.h"
#include "hf-customer-keys.h"
#include "hf-customer.h"
#include "hf-store-scope.h"

G_BEGIN_DECLS

HfCustomer *hf_store_customers_get (HfStoreSession *session, gint64 id, GError **error);
HfCustomer *hf_store_customers_find (HfStoreSession *session, const char *code, GError **error);
gboolean hf_store_customers_find_id (HfStoreSession *session, const char *code, gint64 *id,
                                     GError **error);
gboolean hf_store_customers_follow_merge (HfStoreSession *session, gint64 *id, GError **error);
gboolean hf_store_customers_insert (HfStoreSession *session, HfCustomer *customer,
                                    const HfCustomerKeys *keys, GError **error);
gboolean hf_store_customers_update (HfStoreSession *session, const HfCustomer *before,
                                    HfCustomer *customer, GError **error);
gboolean hf_store_customers_save (HfStoreSession *session, HfCustomer *customer,
                                  GError **error);
GPtrArray *hf_store_customers_list (HfStoreSession *session, const HfCustomerFilter *filter,
                                    guint first, guint count, GError **error);
GArray *hf_store_customers_list_keys (HfStoreSession *session, const HfCustomerFilter *filter,
                                      GError **error);
GPtrArray *hf_store_customers_read (HfStoreSession *session, const gint64 *keys, guint n_keys,
                                    GError **error);
gboolean hf_store_customers_start_quickly (const HfCustomerFilter *filter);
gboolean hf_store_customers_count (HfStoreSession *session, const HfCustomerFilter *filter,
                                   gint64 *count, GError **error);
GPtrArray *hf_store_customers_list_after (HfStoreSession *session, const HfStoreScope *scope,
                                          gint64 after_id, guint count, GError **error);

G_END_DECLS
