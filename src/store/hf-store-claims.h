#pragma once

#include "hf-store-session.h"

G_BEGIN_DECLS

/* Who is on the phone with a customer. */
typedef struct
{
  gint64 staff_id; /* 0: not said */
  char *staff;     /* NULL: not said */
  gint64 since;
} HfClaim;

void hf_claim_free (HfClaim *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfClaim, hf_claim_free)

/* How long a customer stays with a desk that says nothing more, such as one that lost its
 * power: seconds. A desk that goes on says so four times in that time. */
#define HF_CLAIM_SECONDS 120

gboolean hf_store_claims_take (HfStoreSession *session, gint64 customer_id, gboolean *taken,
                               GError **error);
gboolean hf_store_claims_release (HfStoreSession *session, gint64 customer_id, GError **error);
HfClaim *hf_store_claims_find_other (HfStoreSession *session, gint64 customer_id,
                                     GError **error);

G_END_DECLS
