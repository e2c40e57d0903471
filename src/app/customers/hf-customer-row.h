#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMER_ROW (hf_customer_row_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomerRow, hf_customer_row, HF, CUSTOMER_ROW, GtkWidget)

G_END_DECLS
