#pragma once

#include <gtk/gtk.h>

#include "hf-guide-draft.h"

G_BEGIN_DECLS

#define HF_TYPE_GUIDE_OUTLINE (hf_guide_outline_get_type ())
G_DECLARE_FINAL_TYPE (HfGuideOutline, hf_guide_outline, HF, GUIDE_OUTLINE, GtkWidget)

void hf_guide_outline_show (HfGuideOutline *self, HfGuideDraft *draft, HfMarkup *selected);
void hf_guide_outline_update (HfGuideOutline *self, const HfMarkup *wrong);
HfMarkup *hf_guide_outline_get_selected (HfGuideOutline *self);
void hf_guide_outline_select (HfGuideOutline *self, const HfMarkup *element);

G_END_DECLS
