#pragma once

#include <adwaita.h>

#include "hf-guide-draft.h"

G_BEGIN_DECLS

#define HF_TYPE_GUIDE_FORM (hf_guide_form_get_type ())
G_DECLARE_FINAL_TYPE (HfGuideForm, hf_guide_form, HF, GUIDE_FORM, GtkWidget)

void hf_guide_form_show (HfGuideForm *self, HfGuideDraft *draft, HfMarkup *element);
HfMarkup *hf_guide_form_get_element (HfGuideForm *self);

G_END_DECLS
