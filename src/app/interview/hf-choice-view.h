#pragma once

#include "hf-question-view.h"

G_BEGIN_DECLS

#define HF_TYPE_CHOICE_VIEW (hf_choice_view_get_type ())
G_DECLARE_FINAL_TYPE (HfChoiceView, hf_choice_view, HF, CHOICE_VIEW, HfQuestionView)

G_END_DECLS
