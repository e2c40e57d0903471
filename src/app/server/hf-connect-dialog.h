#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_CONNECT_DIALOG (hf_connect_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HfConnectDialog, hf_connect_dialog, HF, CONNECT_DIALOG, AdwWindow)

HfConnectDialog *hf_connect_dialog_new (GtkWindow *parent, const char *location);
char *hf_connect_dialog_dup_location (HfConnectDialog *self);
const char *hf_connect_dialog_get_password (HfConnectDialog *self);
gboolean hf_connect_dialog_get_remember (HfConnectDialog *self);
gboolean hf_connect_dialog_get_set_up (HfConnectDialog *self);

G_END_DECLS
