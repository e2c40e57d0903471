#pragma once

#include <adwaita.h>

#include "hf-assumption.h"

G_BEGIN_DECLS

#define HF_TYPE_ASSUMPTION_ROW (hf_assumption_row_get_type ())
G_DECLARE_FINAL_TYPE (HfAssumptionRow, hf_assumption_row, HF, ASSUMPTION_ROW, AdwExpanderRow)

GtkWidget *hf_assumption_row_new (void);
void hf_assumption_row_show (HfAssumptionRow *self, HfAssumption *assumption);

G_END_DECLS
