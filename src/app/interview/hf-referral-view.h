#pragma once

#include "hf-question-view.h"

G_BEGIN_DECLS

#define HF_TYPE_REFERRAL_VIEW (hf_referral_view_get_type ())
G_DECLARE_FINAL_TYPE (HfReferralView, hf_referral_view, HF, REFERRAL_VIEW, HfQuestionView)

G_END_DECLS
