#pragma once

#include <adwaita.h>

#include "hf-field-section.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_FIELD_FORM (hf_field_form_get_type ())
G_DECLARE_FINAL_TYPE (HfFieldForm, hf_field_form, HF, FIELD_FORM, AdwWindow)

HfFieldForm *hf_field_form_new (GtkWidget *parent, const char *title, const char *subtitle,
                                HfFieldSection *section);
HfFieldSection *hf_field_form_get_section (HfFieldForm *self);
void hf_field_form_save (HfFieldForm *self, HfStore *store, HfStoreFunc func, gpointer data,
                         GDestroyNotify free_data, const char *field);

G_END_DECLS
