#pragma once

#include "hf-referral.h"

G_BEGIN_DECLS

char *hf_referral_words (const HfReferral *referral);

G_END_DECLS
