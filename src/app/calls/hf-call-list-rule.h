#pragma once

#include <adwaita.h>

#include "hf-campaign-rule.h"

G_BEGIN_DECLS

#define HF_TYPE_CALL_LIST_RULE (hf_call_list_rule_get_type ())
G_DECLARE_FINAL_TYPE (HfCallListRule, hf_call_list_rule, HF, CALL_LIST_RULE,
                      AdwPreferencesGroup)

void hf_call_list_rule_offer (HfCallListRule *self, GPtrArray *branches, GPtrArray *tags);
void hf_call_list_rule_show (HfCallListRule *self, const HfCampaignRule *rule);
gboolean hf_call_list_rule_read (HfCallListRule *self, HfCampaignRule *rule, GError **error);

G_END_DECLS
