#pragma once

#include "hf-promise-clock.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_store_pauses_begin (HfStoreSession *session, gint64 complaint_id, const char *why,
                                GError **error);
gboolean hf_store_pauses_end (HfStoreSession *session, gint64 complaint_id, GError **error);
GArray *hf_store_pauses_list (HfStoreSession *session, gint64 complaint_id, GError **error);

G_END_DECLS
