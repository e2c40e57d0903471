#pragma once

#include <gtk/gtk.h>

#include "hf-customer.h"
#include "hf-store.h"

G_BEGIN_DECLS

void hf_merge_act_offer_undo (GtkWidget *widget, HfStore *store, gint64 merge_id,
                              const HfCustomer *kept, const HfCustomer *gone);
void hf_merge_act_unmerge (GtkWidget *widget, HfStore *store, gint64 merge_id);

G_END_DECLS
