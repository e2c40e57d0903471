#pragma once

#include <adwaita.h>

#include "hf-codebook.h"

G_BEGIN_DECLS

#define HF_TYPE_CODE_PICKER (hf_code_picker_get_type ())
G_DECLARE_FINAL_TYPE (HfCodePicker, hf_code_picker, HF, CODE_PICKER, AdwWindow)

GtkWidget *hf_code_picker_new (GtkWindow *parent, HfCodebook *codebook, const char *quote,
                               gboolean has_primary);

G_END_DECLS
