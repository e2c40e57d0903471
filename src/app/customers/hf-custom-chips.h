#pragma once

#include <gtk/gtk.h>

#include "hf-customer-filter.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOM_CHIPS (hf_custom_chips_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomChips, hf_custom_chips, HF, CUSTOM_CHIPS, GtkWidget)

void hf_custom_chips_set_fields (HfCustomChips *self, GPtrArray *fields);
void hf_custom_chips_show (HfCustomChips *self, const HfCustomerFilter *filter);
void hf_custom_chips_read (HfCustomChips *self, HfCustomerFilter *filter);

G_END_DECLS
