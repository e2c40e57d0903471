#pragma once

#include "hf-question-view.h"

G_BEGIN_DECLS

#define HF_TYPE_ENTRY_VIEW (hf_entry_view_get_type ())
G_DECLARE_FINAL_TYPE (HfEntryView, hf_entry_view, HF, ENTRY_VIEW, HfQuestionView)

void hf_entry_view_set_names (HfEntryView *self, GPtrArray *names);

G_END_DECLS
