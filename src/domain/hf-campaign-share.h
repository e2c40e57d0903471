#pragma once

#include "hf-campaign.h"
#include "hf-diagnosis-rates.h"

G_BEGIN_DECLS

/* How far a part of a call list has come: what one person calls of one class, or a sum. */
typedef struct
{
  gint64 campaign_id;
  gint64 staff_id;      /* who called last, else who is to; 0: whoever takes it */
  char *staff;          /* their name */
  HfLoyaltyClass grade; /* HF_LOYALTY_UNKNOWN: none, or in a sum of several */
  HfCampaignCount count;
  guint cases[HF_RATE_N_CLASSES]; /* what they count as in the rates */
} HfCampaignShare;

typedef enum
{
  HF_CAMPAIGN_BY_LIST,
  HF_CAMPAIGN_BY_STAFF,
  HF_CAMPAIGN_BY_CLASS,
} HfCampaignGrouping;

HfCampaignShare *hf_campaign_share_new (gint64 campaign_id, gint64 staff_id, const char *staff,
                                        HfLoyaltyClass grade);
void hf_campaign_share_free (HfCampaignShare *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCampaignShare, hf_campaign_share_free)
gboolean hf_campaign_share_get_rates (const HfCampaignShare *self, HfCallRates *rates);
GPtrArray *hf_campaign_shares_group (GPtrArray *shares, gint64 campaign_id,
                                     HfCampaignGrouping by);

G_END_DECLS
