#pragma once

#include <adwaita.h>

#include "hf-store-guides.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_GUIDE_EDITOR (hf_guide_editor_get_type ())
G_DECLARE_FINAL_TYPE (HfGuideEditor, hf_guide_editor, HF, GUIDE_EDITOR, AdwWindow)

GtkWidget *hf_guide_editor_new (GtkWindow *parent, HfStore *store, const HfStoredGuide *draft);
void hf_guide_editor_bring (HfGuideEditor *self, const char *text);

G_END_DECLS
