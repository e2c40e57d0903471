#pragma once

#include "hf-purchase.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

HfPurchase *hf_store_purchases_find (HfStoreSession *session, gint64 customer_id,
                                     const char *month, GError **error);
gboolean hf_store_purchases_save (HfStoreSession *session, HfPurchase *purchase,
                                  GError **error);
GPtrArray *hf_store_purchases_list (HfStoreSession *session, gint64 customer_id,
                                    GError **error);

G_END_DECLS
