#pragma once

#include <adwaita.h>

#include "hf-complaint-hint.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_HINT_WINDOW (hf_hint_window_get_type ())
G_DECLARE_FINAL_TYPE (HfHintWindow, hf_hint_window, HF, HINT_WINDOW, AdwWindow)

/* Signal: "register" (HfComplaintHint). */
GtkWidget *hf_hint_window_new (GtkWidget *parent, HfStore *store);

G_END_DECLS
