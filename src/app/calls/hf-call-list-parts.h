#pragma once

#include <gtk/gtk.h>

#include "hf-campaign-share.h"

G_BEGIN_DECLS

void hf_call_list_parts_show (GtkListBox *list, GPtrArray *shares, gint64 campaign_id,
                              HfCampaignGrouping by);

G_END_DECLS
