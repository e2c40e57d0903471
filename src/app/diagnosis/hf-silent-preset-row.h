#pragma once

#include <adwaita.h>

#include "hf-silent-preset.h"

G_BEGIN_DECLS

#define HF_TYPE_SILENT_PRESET_ROW (hf_silent_preset_row_get_type ())
G_DECLARE_FINAL_TYPE (HfSilentPresetRow, hf_silent_preset_row, HF, SILENT_PRESET_ROW,
                      AdwActionRow)

GtkWidget *hf_silent_preset_row_new (const HfSilentPreset *preset);
const HfSilentPreset *hf_silent_preset_row_get_preset (HfSilentPresetRow *self);
void hf_silent_preset_row_show (HfSilentPresetRow *self, const HfSilentFigures *figures);

G_END_DECLS
