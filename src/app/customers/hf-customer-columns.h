#pragma once

#include <gtk/gtk.h>

#include "hf-customer-filter.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMER_COLUMNS (hf_customer_columns_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomerColumns, hf_customer_columns, HF, CUSTOMER_COLUMNS, GObject)

/* Name, width and whether it shows, for each column in its place. */
#define HF_CUSTOMER_COLUMNS_TYPE "a(sib)"

HfCustomerColumns *hf_customer_columns_new (GtkColumnView *view);
void hf_customer_columns_restore (HfCustomerColumns *self, GVariant *state);
GVariant *hf_customer_columns_save (HfCustomerColumns *self);
void hf_customer_columns_set_fields (HfCustomerColumns *self, GPtrArray *fields);
void hf_customer_columns_set_order (HfCustomerColumns *self, const char *order,
                                    gboolean descending);
GActionGroup *hf_customer_columns_get_actions (HfCustomerColumns *self);
GMenuModel *hf_customer_columns_get_menu (HfCustomerColumns *self);

G_END_DECLS
