#pragma once

#include "hf-codebook.h"
#include "hf-question-view.h"

G_BEGIN_DECLS

#define HF_TYPE_REASONS_VIEW (hf_reasons_view_get_type ())
G_DECLARE_FINAL_TYPE (HfReasonsView, hf_reasons_view, HF, REASONS_VIEW, HfQuestionView)

void hf_reasons_view_set_reasons (HfReasonsView *self, GPtrArray *reasons,
                                  HfCodebook *codebook);

G_END_DECLS
