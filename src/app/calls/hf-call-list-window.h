#pragma once

#include <adwaita.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_CALL_LIST_WINDOW (hf_call_list_window_get_type ())
G_DECLARE_FINAL_TYPE (HfCallListWindow, hf_call_list_window, HF, CALL_LIST_WINDOW, AdwWindow)

HfCallListWindow *hf_call_list_window_new (GtkWidget *parent, HfStore *store, gint64 id);

G_END_DECLS
