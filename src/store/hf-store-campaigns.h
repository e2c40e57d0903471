#pragma once

#include "hf-campaign.h"
#include "hf-customer-choice.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* Whom a rule picks: classes[HF_LOYALTY_..] of those who would be called. */
typedef struct
{
  gint64 n_called;
  gint64 n_blocked; /* picked, but they must not be called */
  gint64 n_waiting; /* picked, but in the queue for the same kind of call already */
  gint64 classes[HF_LOYALTY_UNKNOWN + 1];
} HfCampaignPreview;

gboolean hf_store_campaigns_preview (HfStoreSession *session, const HfCampaign *campaign,
                                     const HfCustomerChoice *choice, HfCampaignPreview *preview,
                                     GError **error);
GPtrArray *hf_store_campaigns_list_picked (HfStoreSession *session, const HfCampaign *campaign,
                                           const HfCustomerChoice *choice, guint count,
                                           GError **error);
gboolean hf_store_campaigns_make (HfStoreSession *session, HfCampaign *campaign,
                                  const HfCustomerChoice *choice, gint64 *n_called,
                                  GError **error);
HfCampaign *hf_store_campaigns_get (HfStoreSession *session, gint64 id, GError **error);
GPtrArray *hf_store_campaigns_list (HfStoreSession *session, GError **error);
gboolean hf_store_campaigns_save (HfStoreSession *session, HfCampaign *campaign,
                                  GError **error);
GPtrArray *hf_store_campaigns_list_tasks (HfStoreSession *session, gint64 id, guint count,
                                          GError **error);
GPtrArray *hf_store_campaigns_list_shares (HfStoreSession *session, gint64 id, GError **error);
GPtrArray *hf_store_campaigns_list_all_shares (HfStoreSession *session, gint64 branch_id,
                                               GError **error);
gboolean hf_store_campaigns_remove (HfStoreSession *session, gint64 id, GError **error);

G_END_DECLS
