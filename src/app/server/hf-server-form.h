#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_SERVER_FORM (hf_server_form_get_type ())
G_DECLARE_FINAL_TYPE (HfServerForm, hf_server_form, HF, SERVER_FORM, GtkWidget)

void hf_server_form_set_location (HfServerForm *self, const char *location);
char *hf_server_form_dup_location (HfServerForm *self);

G_END_DECLS
