#pragma once

#include <adwaita.h>

#include "hf-campaign.h"

G_BEGIN_DECLS

#define HF_TYPE_CALL_LIST_TERMS (hf_call_list_terms_get_type ())
G_DECLARE_FINAL_TYPE (HfCallListTerms, hf_call_list_terms, HF, CALL_LIST_TERMS,
                      AdwPreferencesGroup)

void hf_call_list_terms_show (HfCallListTerms *self, const HfCampaign *campaign);
gboolean hf_call_list_terms_read (HfCallListTerms *self, HfCampaign *campaign, GError **error);

G_END_DECLS
