#pragma once

#include <gtk/gtk.h>

#include "hf-codebook.h"

G_BEGIN_DECLS

#define HF_TYPE_CODE_EDITOR (hf_code_editor_get_type ())
G_DECLARE_FINAL_TYPE (HfCodeEditor, hf_code_editor, HF, CODE_EDITOR, GtkWidget)

void hf_code_editor_show (HfCodeEditor *self, HfCode *stored, HfCode *typed);
const char *hf_code_editor_get_language (HfCodeEditor *self);
gboolean hf_code_editor_is_changed (HfCodeEditor *self);
gboolean hf_code_editor_is_complete (HfCodeEditor *self);
HfCode *hf_code_editor_get_code (HfCodeEditor *self);
HfCode *hf_code_editor_get_stored (HfCodeEditor *self);

G_END_DECLS
