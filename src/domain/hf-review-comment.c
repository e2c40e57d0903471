#include "config.h"

#include "hf-review-comment.h"

G_DEFINE_FINAL_TYPE (HfReviewComment, hf_review_comment, G_TYPE_OBJECT)

static void
hf_review_comment_finalize (GObject *object)
{
  HfReviewComment *self = HF_REVIEW_COMMENT (object);
  g_free (self->question);
  g_free (self->words);
  g_free (self->staff);
  G_OBJECT_CLASS (hf_review_comment_parent_class)->finalize (object);
}

static void
hf_review_comment_class_init (HfReviewCommentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_review_comment_finalize;
}

static void
hf_review_comment_init (HfReviewComment *self)
{
}

/**
 * hf_review_comment_new:
 *
 * Makes an empty comment.
 *
 * Returns: (transfer full): the record
 */
HfReviewComment *
hf_review_comment_new (void)
{
  return g_object_new (HF_TYPE_REVIEW_COMMENT, NULL);
}
