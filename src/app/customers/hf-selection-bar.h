#pragma once

#include "hf-customer-filter-bar.h"
#include "hf-customer-names.h"
#include "hf-query-selection.h"

G_BEGIN_DECLS

#define HF_TYPE_SELECTION_BAR (hf_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (HfSelectionBar, hf_selection_bar, HF, SELECTION_BAR, GtkWidget)

void hf_selection_bar_set_source (HfSelectionBar *self, HfStore *store,
                                  HfQuerySelection *selection, HfCustomerFilterBar *bar);
void hf_selection_bar_set_names (HfSelectionBar *self, HfCustomerNames *names);

G_END_DECLS
