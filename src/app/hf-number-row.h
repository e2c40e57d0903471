#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_NUMBER_ROW (hf_number_row_get_type ())
G_DECLARE_FINAL_TYPE (HfNumberRow, hf_number_row, HF, NUMBER_ROW, AdwActionRow)

guint hf_number_row_get_value (HfNumberRow *self);
void hf_number_row_set_value (HfNumberRow *self, guint value);

G_END_DECLS
