#pragma once

#include <gtk/gtk.h>

#include "hf-custom-field.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOM_CHIP (hf_custom_chip_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomChip, hf_custom_chip, HF, CUSTOM_CHIP, GtkWidget)

GtkWidget *hf_custom_chip_new (HfCustomField *field);
HfCustomField *hf_custom_chip_get_field (HfCustomChip *self);
const char *hf_custom_chip_get_value (HfCustomChip *self);
void hf_custom_chip_set_value (HfCustomChip *self, const char *value);

G_END_DECLS
