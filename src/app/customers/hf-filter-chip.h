#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_FILTER_CHIP (hf_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (HfFilterChip, hf_filter_chip, HF, FILTER_CHIP, GtkWidget)

void hf_filter_chip_clear_choices (HfFilterChip *self);
void hf_filter_chip_add_choice (HfFilterChip *self, const char *value, const char *label);
const char *hf_filter_chip_get_value (HfFilterChip *self);
void hf_filter_chip_set_value (HfFilterChip *self, const char *value);

G_END_DECLS
