#pragma once

#include "hf-interview.h"
#include "hf-referral.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_store_referrals_keep (HfStoreSession *session, const HfInterview *interview,
                                  GError **error);
GPtrArray *hf_store_referrals_list (HfStoreSession *session, gint64 customer_id,
                                    GError **error);
gboolean hf_store_referrals_find (HfStoreSession *session, gint64 customer_id,
                                  HfReferral **referral, GError **error);
gboolean hf_store_referrals_link (HfStoreSession *session, gint64 referral_id,
                                  gint64 customer_id, GError **error);

G_END_DECLS
