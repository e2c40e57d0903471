#pragma once

#include <gtk/gtk.h>

#include "hf-customer-names.h"
#include "hf-store-customers.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMER_FILTER_BAR (hf_customer_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomerFilterBar, hf_customer_filter_bar, HF, CUSTOMER_FILTER_BAR,
                      GtkWidget)

const HfCustomerFilter *hf_customer_filter_bar_get_filter (HfCustomerFilterBar *self);
void hf_customer_filter_bar_set_filter (HfCustomerFilterBar *self,
                                        const HfCustomerFilter *filter);
void hf_customer_filter_bar_set_expression (HfCustomerFilterBar *self, const char *expression);
void hf_customer_filter_bar_set_store (HfCustomerFilterBar *self, HfStore *store);
void hf_customer_filter_bar_open_saved (HfCustomerFilterBar *self);
void hf_customer_filter_bar_set_search (HfCustomerFilterBar *self, const char *search);
void hf_customer_filter_bar_set_order (HfCustomerFilterBar *self, const char *name,
                                       gboolean descending);
void hf_customer_filter_bar_set_columns (HfCustomerFilterBar *self, GMenuModel *menu);
void hf_customer_filter_bar_set_names (HfCustomerFilterBar *self, HfCustomerNames *names);
void hf_customer_filter_bar_set_count (HfCustomerFilterBar *self, const char *words);

G_END_DECLS
