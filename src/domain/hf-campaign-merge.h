#pragma once

#include "hf-campaign.h"

G_BEGIN_DECLS

/* What can be changed of a call list that is made. */
typedef enum
{
  HF_CAMPAIGN_NAME = 1 << 0,
  HF_CAMPAIGN_DEADLINE = 1 << 1,
  HF_CAMPAIGN_STAFF = 1 << 2,
  HF_CAMPAIGN_STATE = 1 << 3,
  HF_CAMPAIGN_QUOTA = 1 << 4, /* of class A; the next ones of B and C */
} HfCampaignPart;

#define HF_CAMPAIGN_QUOTA_OF(class) (HF_CAMPAIGN_QUOTA << (class))

gboolean hf_campaign_same_staff (const GArray *one, const GArray *other);
guint hf_campaign_compare (const HfCampaign *one, const HfCampaign *other);
guint hf_campaign_clashes (const HfCampaign *base, const HfCampaign *mine,
                           const HfCampaign *theirs);
HfCampaign *hf_campaign_merge (const HfCampaign *base, const HfCampaign *mine,
                               const HfCampaign *theirs, gboolean prefer_theirs);

G_END_DECLS
