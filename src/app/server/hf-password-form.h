#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_PASSWORD_FORM (hf_password_form_get_type ())
G_DECLARE_FINAL_TYPE (HfPasswordForm, hf_password_form, HF, PASSWORD_FORM, GtkWidget)

HfPasswordForm *hf_password_form_new (void);
const char *hf_password_form_get_password (HfPasswordForm *self);
gboolean hf_password_form_get_remember (HfPasswordForm *self);
void hf_password_form_clear (HfPasswordForm *self);

G_END_DECLS
