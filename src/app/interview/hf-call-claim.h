#pragma once

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_CALL_CLAIM (hf_call_claim_get_type ())
G_DECLARE_FINAL_TYPE (HfCallClaim, hf_call_claim, HF, CALL_CLAIM, GObject)

HfCallClaim *hf_call_claim_new (HfStore *store, gint64 customer_id);
void hf_call_claim_release (HfStore *store, gint64 customer_id);
void hf_call_claim_look (HfCallClaim *self, gint64 real_time, gint64 monotonic_time);

G_END_DECLS
