#pragma once

#include <adwaita.h>

#include "hf-interview-session.h"

G_BEGIN_DECLS

#define HF_TYPE_FINISH_DIALOG (hf_finish_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HfFinishDialog, hf_finish_dialog, HF, FINISH_DIALOG, AdwWindow)

GtkWidget *hf_finish_dialog_new (GtkWindow *parent, HfInterviewSession *session);

G_END_DECLS
