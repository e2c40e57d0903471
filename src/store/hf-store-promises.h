#pragma once

#include "hf-promise.h"
#include "hf-store-scope.h"

G_BEGIN_DECLS

gboolean hf_store_promises_save (HfStoreSession *session, HfPromise *promise, GError **error);
GPtrArray *hf_store_promises_list_open (HfStoreSession *session, guint count, GError **error);
GPtrArray *hf_store_promises_list_of_complaint (HfStoreSession *session, gint64 complaint_id,
                                                GError **error);
GPtrArray *hf_store_promises_list_of_customer (HfStoreSession *session, gint64 customer_id,
                                               GError **error);
GPtrArray *hf_store_promises_list_after (HfStoreSession *session, const HfStoreScope *scope,
                                         gint64 after_id, guint count, GError **error);

G_END_DECLS
