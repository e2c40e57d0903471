#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_CONSENT_GROUP (hf_consent_group_get_type ())
G_DECLARE_FINAL_TYPE (HfConsentGroup, hf_consent_group, HF, CONSENT_GROUP, AdwPreferencesGroup)

void hf_consent_group_show (HfConsentGroup *self, GPtrArray *consents);

G_END_DECLS
