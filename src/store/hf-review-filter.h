#pragma once

#include "hf-review.h"

G_BEGIN_DECLS

#define HF_REVIEW_ANY_STATE (-1)

/* Which finished interviews a list shows. */
typedef struct
{
  int state;        /* HfReviewState, or HF_REVIEW_ANY_STATE */
  const char *kind; /* a name of hf_interview_kinds, as it is there; NULL: all */
  char *from;       /* the first and last day on which they began; NULL: any */
  char *to;
  gint64 branch_id; /* the customers' one, 0: any */
} HfReviewFilter;

HfReviewFilter *hf_review_filter_copy (const HfReviewFilter *self);
void hf_review_filter_free (HfReviewFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfReviewFilter, hf_review_filter_free)

G_END_DECLS
