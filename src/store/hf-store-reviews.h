#pragma once

#include "hf-interview.h"
#include "hf-review-comment.h"
#include "hf-review-filter.h"
#include "hf-review.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

GArray *hf_store_reviews_list_keys (HfStoreSession *session, const HfReviewFilter *filter,
                                    GError **error);
GPtrArray *hf_store_reviews_read (HfStoreSession *session, const gint64 *keys, guint n_keys,
                                  GError **error);
GHashTable *hf_store_reviews_list_changes (HfStoreSession *session, gint64 interview_id,
                                           GError **error);
GPtrArray *hf_store_reviews_list_returned (HfStoreSession *session, GError **error);
HfReview *hf_store_reviews_get (HfStoreSession *session, gint64 interview_id, GError **error);
GPtrArray *hf_store_reviews_list_comments (HfStoreSession *session, gint64 interview_id,
                                           GError **error);
gboolean hf_store_reviews_comment (HfStoreSession *session, HfReviewComment *comment,
                                   GError **error);
gboolean hf_store_reviews_accept (HfStoreSession *session, gint64 interview_id, GError **error);
gboolean hf_store_reviews_return (HfStoreSession *session, gint64 interview_id, GError **error);
gboolean hf_store_reviews_hand_in (HfStoreSession *session, gint64 interview_id,
                                   GError **error);
gboolean hf_store_reviews_note_end (HfStoreSession *session, const HfInterview *interview,
                                    GError **error);

G_END_DECLS
