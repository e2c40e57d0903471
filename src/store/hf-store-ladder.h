#pragma once

#include "hf-escalation-ladder.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

#define HF_SETTING_LADDER "escalation-ladder"

GPtrArray *hf_store_ladder_get (HfStoreSession *session, GError **error);
gboolean hf_store_ladder_save (HfStoreSession *session, const GPtrArray *ladder,
                               GError **error);

G_END_DECLS
