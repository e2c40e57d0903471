#pragma once

#include "hf-period.h"

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
  char *search;            /* as typed */
  char *status;            /* a name of hf_customer_statuses */
  char *reason;            /* a code, first or second level */
  char *lost_in;           /* YYYY-MM */
  char *manager;           /* an account manager's name */
  HfPeriod *lost_within;   /* lost then, won back since or not, as the churn rate counts them */
  HfPeriod *learnt_within; /* of the reason: when it became known */
  gint64 branch_id;
  HfCustomerOrder order;
  gboolean descending;
} HfCustomerFilter;

HfCustomerFilter *hf_customer_filter_copy (const HfCustomerFilter *self);
void hf_customer_filter_free (HfCustomerFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomerFilter, hf_customer_filter_free)

G_END_DECLS
