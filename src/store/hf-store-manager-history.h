#pragma once

#include "hf-manager-period.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

GPtrArray *hf_store_managers_list (HfStoreSession *session, gint64 customer_id, GError **error);
gboolean hf_store_managers_replace (HfStoreSession *session, gint64 customer_id,
                                    const HfManagerPeriod *before, HfManagerPeriod *after,
                                    GError **error);
gboolean hf_store_managers_follow (HfStoreSession *session, gint64 customer_id, gint64 before,
                                   gint64 after, const char *from_on, GError **error);
gboolean hf_store_managers_begin (HfStoreSession *session, gint64 customer_id, gint64 staff_id,
                                  const char *from_on, GError **error);
gboolean hf_store_managers_begin_imported (HfStoreSession *session, GError **error);

G_END_DECLS
