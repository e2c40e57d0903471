#pragma once

#include "hf-store-session.h"

G_BEGIN_DECLS

GPtrArray *hf_store_check_records (HfStoreSession *session, GError **error);

G_END_DECLS
