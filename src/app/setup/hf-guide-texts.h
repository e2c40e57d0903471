#pragma once

#include <gtk/gtk.h>

#include "hf-guide-draft.h"

G_BEGIN_DECLS

#define HF_TYPE_GUIDE_TEXTS (hf_guide_texts_get_type ())
G_DECLARE_FINAL_TYPE (HfGuideTexts, hf_guide_texts, HF, GUIDE_TEXTS, GtkWidget)

GtkWidget *hf_guide_texts_new (HfGuideDraft *draft, HfMarkup *element, const char *name,
                               guint index, const char *label, gboolean is_long);

G_END_DECLS
