#pragma once

#include "hf-customer.h"
#include "hf-referral.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* Everything that is shown of one customer. */
typedef struct
{
  HfCustomer *customer;
  GHashTable *values;   /* (element-type gint64 utf8): what is in custom fields */
  GPtrArray *consents;  /* (element-type HfConsent): the last first */
  GPtrArray *reasons;   /* (element-type HfCodedReason) */
  GPtrArray *purchases; /* (element-type HfPurchase): in order of time */
  GPtrArray *referrals; /* (element-type HfReferral): whom they named, the last first */
  HfReferral *referral; /* by whom they were named themselves; NULL: by nobody */
  GPtrArray *managers;  /* (element-type HfManagerPeriod): the first one first */
  GPtrArray *timeline;  /* (element-type HfTimelineEntry): the newest ones */
} HfCustomerFile;

/* HfStoreTopics after which it may be another. */
#define HF_CUSTOMER_FILE_TOPICS                                                                \
  (HF_STORE_CUSTOMERS | HF_STORE_COMPLAINTS | HF_STORE_INTERVIEWS | HF_STORE_REASONS           \
   | HF_STORE_PROMISES | HF_STORE_QUEUE | HF_STORE_PURCHASES | HF_STORE_STAFF)

gpointer hf_customer_file_load (HfStoreSession *session, gpointer id, GError **error);
void hf_customer_file_free (HfCustomerFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomerFile, hf_customer_file_free)

G_END_DECLS
