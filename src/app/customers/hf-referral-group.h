#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_REFERRAL_GROUP (hf_referral_group_get_type ())
G_DECLARE_FINAL_TYPE (HfReferralGroup, hf_referral_group, HF, REFERRAL_GROUP,
                      AdwPreferencesGroup)

void hf_referral_group_show (HfReferralGroup *self, GPtrArray *referrals);

G_END_DECLS
