#pragma once

#include "hf-question-view.h"

G_BEGIN_DECLS

#define HF_TYPE_SCALE_VIEW (hf_scale_view_get_type ())
G_DECLARE_FINAL_TYPE (HfScaleView, hf_scale_view, HF, SCALE_VIEW, HfQuestionView)

G_END_DECLS
