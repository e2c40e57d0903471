#pragma once

#include <adwaita.h>

#include "hf-field.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_FIELD_ROW (hf_field_row_get_type ())
G_DECLARE_FINAL_TYPE (HfFieldRow, hf_field_row, HF, FIELD_ROW, GObject)

HfFieldRow *hf_field_row_new (const HfField *field, gboolean many_lines);
const HfField *hf_field_row_get_field (HfFieldRow *self);
void hf_field_row_add_to (HfFieldRow *self, AdwPreferencesGroup *group);
char *hf_field_row_dup_text (HfFieldRow *self);
void hf_field_row_set_text (HfFieldRow *self, const char *text);
void hf_field_row_set_error (HfFieldRow *self, const char *message);
void hf_field_row_set_store (HfFieldRow *self, HfStore *store);
void hf_field_row_set_suggestions (HfFieldRow *self, const char *const *suggestions);
void hf_field_row_set_visible (HfFieldRow *self, gboolean visible);
void hf_field_row_grab_focus (HfFieldRow *self);

G_END_DECLS
