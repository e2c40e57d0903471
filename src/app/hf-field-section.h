#pragma once

#include <adwaita.h>

#include "hf-field.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_FIELD_SECTION (hf_field_section_get_type ())
G_DECLARE_FINAL_TYPE (HfFieldSection, hf_field_section, HF, FIELD_SECTION, AdwPreferencesGroup)

HfFieldSection *hf_field_section_new (const char *title, const HfField *fields, gsize n_fields,
                                      const char *const *names);
void hf_field_section_set_record (HfFieldSection *self, gconstpointer record);
void hf_field_section_update_record (HfFieldSection *self, gconstpointer record);
gboolean hf_field_section_apply (HfFieldSection *self, gpointer record);
gboolean hf_field_section_is_changed (HfFieldSection *self);
void hf_field_section_focus (HfFieldSection *self, const char *name);
gboolean hf_field_section_set_error (HfFieldSection *self, const char *name,
                                     const char *message);
void hf_field_section_mark (HfFieldSection *self, const char *name, const char *message);
void hf_field_section_set_visible (HfFieldSection *self, const char *name, gboolean visible);
void hf_field_section_set_text (HfFieldSection *self, const char *name, const char *text);
void hf_field_section_peek (HfFieldSection *self, gpointer record);
guint hf_field_section_get_n_rows (HfFieldSection *self);
void hf_field_section_set_store (HfFieldSection *self, HfStore *store);
void hf_field_section_add_field (HfFieldSection *self, const HfField *field);
void hf_field_section_set_suggestions (HfFieldSection *self, const char *name,
                                       const char *const *suggestions);

G_END_DECLS
