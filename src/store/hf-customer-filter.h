#pragma once

#include "hf-custom-condition.h"
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
  HF_CUSTOMER_BY_MANAGER,
  HF_CUSTOMER_BY_PHONE,
  HF_CUSTOMER_BY_EMAIL,
  HF_CUSTOMER_BY_COMPANY,
  HF_CUSTOMER_BY_ADDRESS,
  HF_CUSTOMER_BY_LANGUAGE,
  HF_CUSTOMER_BY_TAGS,
  HF_CUSTOMER_BY_JOINED_ON,
  HF_CUSTOMER_BY_NEED,
  HF_CUSTOMER_BY_TIME_ZONE,
  HF_CUSTOMER_BY_NOTE,
  HF_CUSTOMER_BY_DO_NOT_CALL,
  HF_CUSTOMER_BY_DO_NOT_CALL_ON,
  HF_CUSTOMER_N_ORDERS,
} HfCustomerOrder;

/* The names of hf_customer_fields() by which the orders sort. */
extern const char *const hf_customer_order_names[];

typedef enum
{
  HF_CUSTOMER_QUEUE_ANY,
  HF_CUSTOMER_QUEUE_WAITING, /* now or later */
  HF_CUSTOMER_QUEUE_DUE,     /* to be called now */
  HF_CUSTOMER_QUEUE_NOT,
} HfCustomerQueue;

extern const HfChoice hf_customer_queues[];

typedef enum
{
  HF_CUSTOMER_CALLING_ANY,
  HF_CUSTOMER_CALLING_ALLOWED,
  HF_CUSTOMER_CALLING_REFUSED, /* they asked not to be called */
} HfCustomerCalling;

extern const HfChoice hf_customer_callings[];

/* Which customers a list shows; NULL and 0 do not narrow it. */
typedef struct
{
  char *search;            /* as typed */
  char *status;            /* a name of hf_customer_statuses */
  char *reason;            /* a code, first or second level */
  char *lost_in;           /* YYYY-MM */
  char *manager;           /* an account manager's name */
  char *tag;               /* one of theirs */
  char *grade;             /* a name of hf_loyalty_classes */
  HfPeriod *lost_within;   /* lost then, won back since or not, as the churn rate counts them */
  HfPeriod *learnt_within; /* of the reason: when it became known */
  gint64 branch_id;
  HfCustomerQueue queue;
  HfCustomerCalling calling;
  GPtrArray *custom; /* (element-type HfCustomCondition) */
  HfCustomerOrder order;
  gint64 order_field; /* the custom field by which it is sorted instead; 0: none */
  gboolean descending;
} HfCustomerFilter;

/* More conditions on custom fields are left out. */
#define HF_CUSTOMER_FILTER_MAX_CUSTOM 16

HfCustomerFilter *hf_customer_filter_copy (const HfCustomerFilter *self);
const char *hf_customer_filter_get_custom (const HfCustomerFilter *self, gint64 field_id);
gboolean hf_customer_filter_set_custom (HfCustomerFilter *self, gint64 field_id,
                                        HfCustomKind kind, const char *value);
char *hf_customer_filter_dup_order (const HfCustomerFilter *self);
void hf_customer_filter_set_order (HfCustomerFilter *self, const char *name);
void hf_customer_filter_free (HfCustomerFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomerFilter, hf_customer_filter_free)

G_END_DECLS
