#pragma once

#include "hf-campaign.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_campaigns_fill_quota (HfStoreSession *session, gint64 campaign_id, GError **error);
char *hf_campaigns_staff_in_turn (const HfCampaign *campaign, const char *number);
GArray *hf_campaigns_list_staff (HfStoreSession *session, gint64 campaign_id, GError **error);
gboolean hf_campaigns_save_staff (HfStoreSession *session, const HfCampaign *campaign,
                                  GError **error);
gboolean hf_campaigns_change_staff (HfStoreSession *session, const HfCampaign *campaign,
                                    GError **error);

G_END_DECLS
