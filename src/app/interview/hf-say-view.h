#pragma once

#include "hf-question-view.h"

G_BEGIN_DECLS

#define HF_TYPE_SAY_VIEW (hf_say_view_get_type ())
G_DECLARE_FINAL_TYPE (HfSayView, hf_say_view, HF, SAY_VIEW, HfQuestionView)

G_END_DECLS
