#pragma once

#include "hf-call-task.h"
#include "hf-campaign-share.h"
#include "hf-campaign.h"
#include "hf-store-campaigns.h"

G_BEGIN_DECLS

char *hf_call_list_words_deadline (const HfCampaign *campaign, const char *today);
char *hf_call_list_words_about (const HfCampaign *campaign, const char *today);
char *hf_call_list_words_progress (const HfCampaignCount *count);
gint64 hf_call_list_words_total (const HfCampaignCount *count);
char *hf_call_list_words_quota (const HfCampaign *campaign);
char *hf_call_list_words_task (const HfCallTask *task);
char *hf_call_list_words_called (const HfCampaignPreview *preview);
char *hf_call_list_words_left_out (const HfCampaignPreview *preview);
char *hf_call_list_words_classes (const HfCampaignPreview *preview);
char *hf_call_list_words_chosen (gint64 n_chosen);
char *hf_call_list_words_rates (const HfCampaignShare *share);
char *hf_call_list_words_whose (const HfCampaignShare *share);
char *hf_call_list_words_clashes (const HfCampaign *mine, const HfCampaign *theirs,
                                  guint clashes, GPtrArray *staff);
char *hf_call_list_words_made (gint64 n_called);

G_END_DECLS
