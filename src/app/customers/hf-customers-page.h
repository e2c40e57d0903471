#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMERS_PAGE (hf_customers_page_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomersPage, hf_customers_page, HF, CUSTOMERS_PAGE, GtkWidget)

void hf_customers_page_open (HfCustomersPage *self, gint64 id);
void hf_customers_page_filter (HfCustomersPage *self, const char *expression);

G_END_DECLS
