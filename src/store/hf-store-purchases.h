#pragma once

#include "hf-purchase.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_store_purchases_save (HfStoreSession *session, HfPurchase *purchase,
                                  gboolean *existed, GError **error);
GPtrArray *hf_store_purchases_list (HfStoreSession *session, gint64 customer_id,
                                    GError **error);

G_END_DECLS
