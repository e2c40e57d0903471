#pragma once

#include <adwaita.h>

#include "hf-campaign.h"

G_BEGIN_DECLS

#define HF_TYPE_CALL_LIST_ROW (hf_call_list_row_get_type ())
G_DECLARE_FINAL_TYPE (HfCallListRow, hf_call_list_row, HF, CALL_LIST_ROW, GtkListBoxRow)

GtkWidget *hf_call_list_row_new (HfCampaign *campaign, const char *today);
HfCampaign *hf_call_list_row_get_campaign (HfCallListRow *self);

G_END_DECLS
