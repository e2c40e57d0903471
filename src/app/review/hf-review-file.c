#include "config.h"

#include "hf-review-file.h"

#include "hf-store-reviews.h"

/**
 * hf_review_file_load:
 * @session: a session
 * @interview_id: (type gint64*): the key of an interview that is finished
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads a finished interview with what was said to it.
 *
 * Returns: (transfer full) (nullable) (type HfReviewFile): the file
 */
gpointer
hf_review_file_load (HfStoreSession *session, gpointer interview_id, GError **error)
{
  g_autoptr (HfReviewFile) self = g_new0 (HfReviewFile, 1);
  gint64 id = *(gint64 *) interview_id;
  if ((self->review = hf_store_reviews_get (session, id, error)) == NULL
      || (self->said = hf_interview_file_read (session, id, error)) == NULL
      || (self->comments = hf_store_reviews_list_comments (session, id, error)) == NULL
      || (self->changes = hf_store_reviews_list_changes (session, id, error)) == NULL)
    return NULL;
  self->may_review = hf_review_may (self->review, hf_store_session_get_staff_id (session));
  return g_steal_pointer (&self);
}

/**
 * hf_review_file_free:
 * @self: (transfer full): a file
 *
 * Lets it go.
 */
void
hf_review_file_free (HfReviewFile *self)
{
  g_clear_object (&self->review);
  g_clear_pointer (&self->said, hf_interview_file_free);
  g_clear_pointer (&self->changes, g_hash_table_unref);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_free (self);
}
