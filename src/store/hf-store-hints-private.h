#pragma once

#include "hf-store-hints.h"

G_BEGIN_DECLS

gboolean hf_hints_register (HfStoreSession *session, gint64 id, gint64 complaint_id,
                            GError **error);

G_END_DECLS
