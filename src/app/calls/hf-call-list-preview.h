#pragma once

#include <gtk/gtk.h>

#include "hf-campaign.h"
#include "hf-customer-choice.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_CALL_LIST_PREVIEW (hf_call_list_preview_get_type ())
G_DECLARE_FINAL_TYPE (HfCallListPreview, hf_call_list_preview, HF, CALL_LIST_PREVIEW, GtkWidget)

#define HF_CALL_LIST_PREVIEW_NAMES 50

void hf_call_list_preview_set_campaign (HfCallListPreview *self, HfStore *store,
                                        HfCampaign *campaign, const HfCustomerChoice *choice);
void hf_call_list_preview_set_problem (HfCallListPreview *self, const char *message);

G_END_DECLS
