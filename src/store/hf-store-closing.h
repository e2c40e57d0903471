#pragma once

#include "hf-closing.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_store_closing_find_lock (HfStoreSession *session, gint64 complaint_id,
                                     HfClosingLock *lock, GError **error);

G_END_DECLS
