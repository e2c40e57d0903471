#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HF_TYPE_REVIEW_COMMENT (hf_review_comment_get_type ())
G_DECLARE_FINAL_TYPE (HfReviewComment, hf_review_comment, HF, REVIEW_COMMENT, GObject)

/* What a supervisor says to an interview or to one of its answers. It never changes. */
struct _HfReviewComment
{
  GObject parent_instance;

  gint64 id;
  gint64 interview_id;
  char *question; /* its id in the guide, NULL: the whole interview */
  char *words;
  gint64 at;

  /* Read-only. */
  char *staff;
};

HfReviewComment *hf_review_comment_new (void);

G_END_DECLS
