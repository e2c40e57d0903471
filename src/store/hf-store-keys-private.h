#pragma once

#include "hf-store-session-private.h"

G_BEGIN_DECLS

GArray *hf_store_keys_list (HfStoreSession *session, const char *sql, const HfDbValue *values,
                            gsize n_values, GError **error);
GPtrArray *hf_store_keys_read (HfStoreSession *session, const char *select, const gint64 *keys,
                               guint n_keys, HfStoreRowFunc row_func, GError **error);

G_END_DECLS
