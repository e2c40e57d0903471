#pragma once

#include "hf-question-view.h"

G_BEGIN_DECLS

#define HF_TYPE_WORDS_VIEW (hf_words_view_get_type ())
G_DECLARE_FINAL_TYPE (HfWordsView, hf_words_view, HF, WORDS_VIEW, HfQuestionView)

char *hf_words_view_dup_selection (HfWordsView *self, gint64 *start);
void hf_words_view_mark_quotes (HfWordsView *self, GPtrArray *reasons);

G_END_DECLS
