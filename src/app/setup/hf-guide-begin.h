#pragma once

#include <adwaita.h>

#include "hf-store-guides.h"

G_BEGIN_DECLS

#define HF_TYPE_GUIDE_BEGIN (hf_guide_begin_get_type ())
G_DECLARE_FINAL_TYPE (HfGuideBegin, hf_guide_begin, HF, GUIDE_BEGIN, AdwMessageDialog)

#define HF_GUIDE_BEGIN_WRITE "write"

HfGuideBegin *hf_guide_begin_new (GtkWidget *parent, HfInterviewKind kind);
void hf_guide_begin_add (HfGuideBegin *self, const HfStoredGuide *guide, const char *title);
HfStoredGuide *hf_guide_begin_make (HfGuideBegin *self);

G_END_DECLS
