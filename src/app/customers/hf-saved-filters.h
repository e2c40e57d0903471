#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_SAVED_FILTERS (hf_saved_filters_get_type ())
G_DECLARE_FINAL_TYPE (HfSavedFilters, hf_saved_filters, HF, SAVED_FILTERS, GtkWidget)

void hf_saved_filters_set_store (HfSavedFilters *self, HfStore *store);
void hf_saved_filters_set_filters (HfSavedFilters *self, GPtrArray *filters);
void hf_saved_filters_set_expression (HfSavedFilters *self, const char *expression);

G_END_DECLS
