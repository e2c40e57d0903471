#pragma once

#include <adwaita.h>

#include "hf-figures.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_SILENT_WORKINGS (hf_silent_workings_get_type ())
G_DECLARE_FINAL_TYPE (HfSilentWorkings, hf_silent_workings, HF, SILENT_WORKINGS, AdwWindow)

GtkWidget *hf_silent_workings_new (HfStore *store, HfFigures *figures);
void hf_silent_workings_open (GtkWidget *widget, HfStore *store, HfFigures *figures);

G_END_DECLS
