#pragma once

#include <adwaita.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_SCORECARD_WINDOW (hf_scorecard_window_get_type ())
G_DECLARE_FINAL_TYPE (HfScorecardWindow, hf_scorecard_window, HF, SCORECARD_WINDOW, AdwWindow)

GtkWidget *hf_scorecard_window_new (HfStore *store, GHashTable *notes);
void hf_scorecard_window_open (GtkWidget *widget, HfStore *store, GHashTable *notes);

G_END_DECLS
