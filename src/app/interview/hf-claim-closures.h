#pragma once

#include "hf-store-claims.h"
#include "hf-store-next-call.h"

G_BEGIN_DECLS

char *hf_claim_words_other (const char *customer, const HfClaim *other);
char *hf_claim_words_jump (gint64 seconds);
char *hf_claim_words_closed (gint64 now, gint64 opens_at);

G_END_DECLS
