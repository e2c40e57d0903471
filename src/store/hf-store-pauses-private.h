#pragma once

#include "hf-store-pauses.h"

G_BEGIN_DECLS

gboolean hf_pauses_end_open (HfStoreSession *session, gint64 complaint_id, GError **error);

G_END_DECLS
