#pragma once

#include "hf-saved-filter.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

GPtrArray *hf_store_saved_filters_list (HfStoreSession *session, GError **error);
gboolean hf_store_saved_filters_save (HfStoreSession *session, HfSavedFilter *filter,
                                      GError **error);
gboolean hf_store_saved_filters_remove (HfStoreSession *session, gint64 id, GError **error);

G_END_DECLS
