#pragma once

#include "hf-store-customers.h"

G_BEGIN_DECLS

gboolean hf_store_customers_update_row (HfStoreSession *session, const HfCustomer *customer,
                                        GError **error);

G_END_DECLS
