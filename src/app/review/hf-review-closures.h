#pragma once

#include "hf-interview-file.h"
#include "hf-review-comment.h"
#include "hf-review-filter.h"
#include "hf-review.h"

G_BEGIN_DECLS

char *hf_review_words_line (const HfReview *review);
char *hf_review_words_call (const HfInterviewFile *said);
char *hf_review_words_returned (const HfInterviewFile *said);
char *hf_review_words_comment (const HfReviewComment *comment);
char *hf_review_words_changed (guint n_changes);
char *hf_review_words_before (HfQuestion *question, const char *before, const char *language);
char *hf_review_words_span (const HfReviewFilter *filter);

G_END_DECLS
