#pragma once

#include <gtk/gtk.h>

#include "hf-guide-draft.h"

G_BEGIN_DECLS

#define HF_TYPE_GUIDE_CONDITION (hf_guide_condition_get_type ())
G_DECLARE_FINAL_TYPE (HfGuideCondition, hf_guide_condition, HF, GUIDE_CONDITION, GtkWidget)

GtkWidget *hf_guide_condition_new (HfGuideDraft *draft, HfMarkup *element);

G_END_DECLS
