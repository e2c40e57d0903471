#pragma once

#include "hf-customer.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* So many are listed at most. */
#define HF_DUPLICATES_MAX 100

/* Two customers who may be one. */
typedef struct
{
  HfCustomer *one; /* who has been known for longer */
  HfCustomer *other;
  gboolean same_phone; /* else the same name at the same branch */
} HfDuplicate;

void hf_duplicate_free (HfDuplicate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfDuplicate, hf_duplicate_free)

GPtrArray *hf_store_duplicates_list (HfStoreSession *session, GError **error);
GPtrArray *hf_store_duplicates_list_of (HfStoreSession *session, gint64 customer_id,
                                        GError **error);

G_END_DECLS
