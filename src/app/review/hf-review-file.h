#pragma once

#include "hf-interview-file.h"
#include "hf-review.h"

G_BEGIN_DECLS

/* A finished interview as a supervisor reads it. */
typedef struct
{
  HfReview *review;
  HfInterviewFile *said;
  GPtrArray *comments; /* (element-type HfReviewComment): in order of time */
  GHashTable *changes; /* (element-type utf8 utf8): what answers were when it was returned */
  gboolean may_review; /* it was not led by who works at this desk */
} HfReviewFile;

gpointer hf_review_file_load (HfStoreSession *session, gpointer interview_id, GError **error);
void hf_review_file_free (HfReviewFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfReviewFile, hf_review_file_free)

G_END_DECLS
