#pragma once

#include <adwaita.h>

#include "hf-special-day.h"

G_BEGIN_DECLS

#define HF_TYPE_DAY_EDITOR (hf_day_editor_get_type ())
G_DECLARE_FINAL_TYPE (HfDayEditor, hf_day_editor, HF, DAY_EDITOR, AdwMessageDialog)

#define HF_DAY_EDITOR_SAVE "save"

HfDayEditor *hf_day_editor_new (GtkWidget *parent, const HfSpecialDay *day);
HfSpecialDay *hf_day_editor_dup_day (HfDayEditor *self);

G_END_DECLS
