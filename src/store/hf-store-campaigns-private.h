#pragma once

#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_campaigns_fill_quota (HfStoreSession *session, gint64 campaign_id, GError **error);

G_END_DECLS
