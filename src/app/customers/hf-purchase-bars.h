#pragma once

#include <gtk/gtk.h>

#include "hf-customer.h"

G_BEGIN_DECLS

#define HF_TYPE_PURCHASE_BARS (hf_purchase_bars_get_type ())
G_DECLARE_FINAL_TYPE (HfPurchaseBars, hf_purchase_bars, HF, PURCHASE_BARS, GtkWidget)

void hf_purchase_bars_set_purchases (HfPurchaseBars *self, GPtrArray *purchases);

G_END_DECLS
