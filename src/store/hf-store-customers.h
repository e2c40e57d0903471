#pragma once

#include "hf-customer.h"
#include "hf-store-scope.h"

G_BEGIN_DECLS

typedef enum
{
  HF_CUSTOMER_BY_NAME,
  HF_CUSTOMER_BY_CODE,
  HF_CUSTOMER_BY_STATUS,
  HF_CUSTOMER_BY_LOST_ON,
  HF_CUSTOMER_BY_VALUE,
  HF_CUSTOMER_BY_BRANCH,
} HfCustomerOrder;

/* Which customers a list shows; NULL and 0 do not narrow it. */
typedef struct
{
  char *search;  /* as typed */
  char *status;  /* a name of hf_customer_statuses */
  char *reason;  /* a code, first or second level */
  char *lost_in; /* YYYY-MM */
  char *manager; /* an account manager's name */
  gint64 branch_id;
  HfCustomerOrder order;
  gboolean descending;
} HfCustomerFilter;

HfCustomerFilter *hf_customer_filter_copy (const HfCustomerFilter *self);
void hf_customer_filter_free (HfCustomerFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomerFilter, hf_customer_filter_free)

HfCustomer *hf_store_customers_get (HfStoreSession *session, gint64 id, GError **error);
HfCustomer *hf_store_customers_find (HfStoreSession *session, const char *code, GError **error);
gboolean hf_store_customers_find_id (HfStoreSession *session, const char *code, gint64 *id,
                                     GError **error);
gboolean hf_store_customers_save (HfStoreSession *session, HfCustomer *customer,
                                  GError **error);
GPtrArray *hf_store_customers_list (HfStoreSession *session, const HfCustomerFilter *filter,
                                    guint first, guint count, GError **error);
gboolean hf_store_customers_count (HfStoreSession *session, const HfCustomerFilter *filter,
                                   gint64 *count, GError **error);
GPtrArray *hf_store_customers_list_after (HfStoreSession *session, const HfStoreScope *scope,
                                          gint64 after_id, guint count, GError **error);
GPtrArray *hf_store_customers_list_timeline (HfStoreSession *session, gint64 customer_id,
                                             GError **error);

G_END_DECLS
