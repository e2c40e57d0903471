#pragma once

#include "hf-interview-file.h"
#include "hf-review-comment.h"
#include "hf-review.h"

G_BEGIN_DECLS

char *hf_review_words_line (const HfReview *review);
char *hf_review_words_call (const HfInterviewFile *said);
char *hf_review_words_returned (const HfInterviewFile *said);
char *hf_review_words_comment (const HfReviewComment *comment);

G_END_DECLS
