#include "config.h"

#include "hf-review-filter.h"

/**
 * hf_review_filter_copy:
 * @self: (nullable): a filter
 *
 * Copies it; no filter is one that lets every finished interview pass.
 *
 * Returns: (transfer full): the copy
 */
HfReviewFilter *
hf_review_filter_copy (const HfReviewFilter *self)
{
  HfReviewFilter *copy = g_new0 (HfReviewFilter, 1);
  copy->state = HF_REVIEW_ANY_STATE;
  if (self == NULL)
    return copy;
  *copy = *self;
  copy->from = g_strdup (self->from);
  copy->to = g_strdup (self->to);
  return copy;
}

/**
 * hf_review_filter_free:
 * @self: (transfer full): a filter
 *
 * Frees it.
 */
void
hf_review_filter_free (HfReviewFilter *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}
