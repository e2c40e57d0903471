#pragma once

#include "hf-campaign.h"

G_BEGIN_DECLS

#define HF_CALL_LIST_N_PRESETS 5

const char *hf_call_list_preset_label (guint preset);
char *hf_call_list_preset_name (const char *label, const char *today);
HfCampaign *hf_call_list_preset_new (guint preset, const char *today);

G_END_DECLS
