#pragma once

#include "hf-store-session.h"

G_BEGIN_DECLS

GPtrArray *hf_store_tags_list (HfStoreSession *session, GError **error);
GPtrArray *hf_store_tags_complete (HfStoreSession *session, const char *typed, guint count,
                                   GError **error);

G_END_DECLS
