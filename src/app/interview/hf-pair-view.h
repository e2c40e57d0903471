#pragma once

#include "hf-question-view.h"

G_BEGIN_DECLS

#define HF_TYPE_PAIR_VIEW (hf_pair_view_get_type ())
G_DECLARE_FINAL_TYPE (HfPairView, hf_pair_view, HF, PAIR_VIEW, HfQuestionView)

void hf_pair_view_set_competitor (HfPairView *self, const char *name);

G_END_DECLS
