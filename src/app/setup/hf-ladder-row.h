#pragma once

#include <adwaita.h>

#include "hf-escalation-step.h"

G_BEGIN_DECLS

#define HF_TYPE_LADDER_ROW (hf_ladder_row_get_type ())
G_DECLARE_FINAL_TYPE (HfLadderRow, hf_ladder_row, HF, LADDER_ROW, AdwExpanderRow)

GtkWidget *hf_ladder_row_new (const HfEscalationStep *step, guint place, guint n_steps,
                              const GPtrArray *staff);
const HfEscalationStep *hf_ladder_row_get_step (HfLadderRow *self);

G_END_DECLS
