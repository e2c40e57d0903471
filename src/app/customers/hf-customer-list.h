#pragma once

#include <gtk/gtk.h>

#include "hf-customer-filter-bar.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMER_LIST (hf_customer_list_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomerList, hf_customer_list, HF, CUSTOMER_LIST, GtkWidget)

void hf_customer_list_set_store (HfCustomerList *self, HfStore *store);
HfCustomerFilterBar *hf_customer_list_get_bar (HfCustomerList *self);
void hf_customer_list_set_shown (HfCustomerList *self, gint64 id);
void hf_customer_list_set_names (HfCustomerList *self, HfCustomerNames *names);
void hf_customer_list_restore (HfCustomerList *self, GVariant *columns, guint place);
GVariant *hf_customer_list_save_columns (HfCustomerList *self);
guint hf_customer_list_get_place (HfCustomerList *self);
void hf_customer_list_reload (HfCustomerList *self);
gboolean hf_customer_list_is_current (HfCustomerList *self);
gboolean hf_customer_list_is_empty (HfCustomerList *self);
const GError *hf_customer_list_get_error (HfCustomerList *self);

G_END_DECLS
