#pragma once

#include "hf-store-manager-history.h"

G_BEGIN_DECLS

gboolean hf_store_managers_keep (HfStoreSession *session, const HfManagerPeriod *period,
                                 GError **error);
gboolean hf_store_managers_insert (HfStoreSession *session, gint64 customer_id,
                                   HfManagerPeriod *period, GError **error);
gboolean hf_store_managers_update (HfStoreSession *session, const HfManagerPeriod *period,
                                   GError **error);

G_END_DECLS
