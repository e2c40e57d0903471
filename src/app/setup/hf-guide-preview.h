#pragma once

#include <adwaita.h>

#include "hf-guide.h"

G_BEGIN_DECLS

#define HF_TYPE_GUIDE_PREVIEW (hf_guide_preview_get_type ())
G_DECLARE_FINAL_TYPE (HfGuidePreview, hf_guide_preview, HF, GUIDE_PREVIEW, AdwWindow)

GtkWidget *hf_guide_preview_new (GtkWindow *parent, HfGuide *guide, const char *language);

G_END_DECLS
