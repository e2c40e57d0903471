#pragma once

#include "hf-customer.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_store_search_add (HfStoreSession *session, const HfCustomer *customer,
                              GError **error);
gboolean hf_store_search_change (HfStoreSession *session, const HfCustomer *customer,
                                 GError **error);
gboolean hf_store_search_index_import (HfStoreSession *session, GError **error);
gboolean hf_store_search_update (HfStoreSession *session, GError **error);

G_END_DECLS
