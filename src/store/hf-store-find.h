#pragma once

#include "hf-customer.h"
#include "hf-finding.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* What a search through everything gives at most. */
#define HF_STORE_FIND_MOST 50

GPtrArray *hf_store_find (HfStoreSession *session, const char *typed, GError **error);
GPtrArray *hf_store_find_customers (HfStoreSession *session, const char *typed, guint most,
                                    GError **error);
GPtrArray *hf_store_find_recent (HfStoreSession *session, const gint64 *opened, gsize n_opened,
                                 GError **error);

G_END_DECLS
