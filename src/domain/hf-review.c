#include "config.h"

#include "hf-review.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfReview, hf_review, G_TYPE_OBJECT)

const HfChoice hf_review_states[] = {
  [HF_REVIEW_WAITING] = { "waiting", NC_ ("choice", "To review") },
  [HF_REVIEW_RETURNED] = { "returned", NC_ ("choice", "Returned") },
  [HF_REVIEW_ACCEPTED] = { "accepted", NC_ ("choice", "Accepted") },
  {},
};

static void
hf_review_finalize (GObject *object)
{
  HfReview *self = HF_REVIEW (object);
  g_free (self->customer);
  g_free (self->outcome);
  g_free (self->staff);
  G_OBJECT_CLASS (hf_review_parent_class)->finalize (object);
}

static void
hf_review_class_init (HfReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_review_finalize;
}

static void
hf_review_init (HfReview *self)
{
}

/**
 * hf_review_new:
 *
 * Makes an empty review.
 *
 * Returns: (transfer full): the record
 */
HfReview *
hf_review_new (void)
{
  return g_object_new (HF_TYPE_REVIEW, NULL);
}

/**
 * hf_review_may:
 * @self: a review
 * @staff_id: who works at this desk, 0 where that is not said
 *
 * Tells whether somebody may review an interview: whoever is known and did not lead it.
 *
 * Returns: whether they may
 */
gboolean
hf_review_may (const HfReview *self, gint64 staff_id)
{
  return staff_id != 0 && staff_id != self->staff_id;
}
