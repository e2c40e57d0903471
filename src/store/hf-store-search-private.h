#pragma once

#include "hf-customer.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

char *hf_store_search_make_tokens (const HfCustomer *customer, const char *aliases);
gboolean hf_store_search_add (HfStoreSession *session, gint64 id, const char *tokens,
                              GError **error);
gboolean hf_store_search_change (HfStoreSession *session, const HfCustomer *customer,
                                 GError **error);
gboolean hf_store_search_index_import (HfStoreSession *session, GError **error);
gboolean hf_store_search_rebuild (HfStoreSession *session, GError **error);
gboolean hf_store_search_update (HfStoreSession *session, GError **error);

G_END_DECLS
