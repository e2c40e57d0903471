#pragma once

#include "hf-coded-reason.h"
#include "hf-store-scope.h"

G_BEGIN_DECLS

gboolean hf_store_reasons_save (HfStoreSession *session, HfCodedReason *reason, GError **error);
gboolean hf_store_reasons_remove (HfStoreSession *session, gint64 id, GError **error);
HfCodedReason *hf_store_reasons_find_recorded (HfStoreSession *session, gint64 customer_id,
                                               GError **error);
GPtrArray *hf_store_reasons_list (HfStoreSession *session, gint64 customer_id, GError **error);
GPtrArray *hf_store_reasons_list_after (HfStoreSession *session, const HfStoreScope *scope,
                                        gint64 after_id, guint count, GError **error);

G_END_DECLS
