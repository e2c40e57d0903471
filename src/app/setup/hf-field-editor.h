#pragma once

#include <adwaita.h>

#include "hf-custom-field.h"

G_BEGIN_DECLS

#define HF_TYPE_FIELD_EDITOR (hf_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (HfFieldEditor, hf_field_editor, HF, FIELD_EDITOR, AdwMessageDialog)

#define HF_FIELD_EDITOR_SAVE "save"

HfFieldEditor *hf_field_editor_new (GtkWidget *parent, HfCustomField *field, GPtrArray *all);
HfCustomField *hf_field_editor_dup_field (HfFieldEditor *self);

G_END_DECLS
