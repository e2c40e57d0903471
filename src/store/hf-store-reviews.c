#include "config.h"

#include "hf-store-reviews.h"

#include "hf-id.h"
#include "hf-outcome.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

#define STATE "coalesce (r.state, 'waiting')"
#define SELECT                                                                                 \
  "SELECT i.id, " STATE ", i.customer_id, coalesce (c.name, c.company, c.code), i.kind, "      \
  "coalesce (r.outcome, i.outcome), coalesce (r.ended_at, i.ended_at), i.staff_id, s.name, "   \
  "(SELECT count(*) FROM review_comment n WHERE n.interview_id = i.id) "                       \
  "FROM interview i JOIN customer c ON c.id = i.customer_id "                                  \
  "LEFT JOIN interview_review r ON r.interview_id = i.id "                                     \
  "LEFT JOIN staff s ON s.id = i.staff_id "
/* A returned one is in progress again. */
#define IS_FINISHED "(i.state IN ('completed', 'partial') OR " STATE " = 'returned')"

static gpointer
review_of_row (HfDbStatement *row)
{
  HfReview *self = hf_review_new ();
  self->interview_id = hf_db_statement_get_integer (row, 0);
  self->state = MAX (0,
                     hf_choice_find_name (hf_review_states, hf_db_statement_get_text (row, 1)));
  self->customer_id = hf_db_statement_get_integer (row, 2);
  self->customer = hf_db_statement_dup_text (row, 3);
  self->kind = MAX (
      0, hf_choice_find_name (hf_interview_kinds, hf_db_statement_get_text (row, 4)));
  self->outcome = hf_db_statement_dup_text (row, 5);
  self->ended_at = hf_db_statement_get_integer (row, 6);
  self->staff_id = hf_db_statement_get_integer (row, 7);
  self->staff = hf_db_statement_dup_text (row, 8);
  self->n_comments = hf_db_statement_get_integer (row, 9);
  return self;
}

/**
 * hf_store_reviews_list:
 * @session: a session
 * @state: how they stand with the supervisor
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the interviews that were completed, in whole or in part.
 *
 * Returns: (transfer full) (nullable) (element-type HfReview): the newest first
 */
GPtrArray *
hf_store_reviews_list (HfStoreSession *session, HfReviewState state, guint count,
                       GError **error)
{
  return hf_store_session_list (
      session,
      SELECT "WHERE " IS_FINISHED " AND " STATE
             " = $1 ORDER BY i.started_at DESC, i.id DESC LIMIT $2",
      HF_DB_VALUES (hf_db_text (hf_review_states[state].name), hf_db_integer (count)),
      review_of_row, g_object_unref, error);
}

/**
 * hf_store_reviews_list_returned:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the interviews that were returned to who works at this desk.
 *
 * Returns: (transfer full) (nullable) (element-type HfReview): those that wait longest first
 */
GPtrArray *
hf_store_reviews_list_returned (HfStoreSession *session, GError **error)
{
  return hf_store_session_list (
      session, SELECT "WHERE r.state = 'returned' AND i.staff_id = $1 ORDER BY r.at, i.id",
      HF_DB_VALUES (hf_db_integer (session->staff_id)), review_of_row, g_object_unref, error);
}

/**
 * hf_store_reviews_get:
 * @session: a session
 * @interview_id: an interview's key
 * @error: (nullable): NOT_FOUND where it is not finished ...
 *
 * Reads how an interview stands with the supervisor.
 *
 * Returns: (transfer full) (nullable): the review
 */
HfReview *
hf_store_reviews_get (HfStoreSession *session, gint64 interview_id, GError **error)
{
  return hf_store_session_get (session, SELECT "WHERE i.id = $1 AND " IS_FINISHED,
                               HF_DB_VALUES (hf_db_integer (interview_id)), review_of_row,
                               error);
}

static gpointer
comment_of_row (HfDbStatement *row)
{
  HfReviewComment *self = hf_review_comment_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->interview_id = hf_db_statement_get_integer (row, 1);
  self->question = hf_db_statement_dup_text (row, 2);
  self->words = hf_db_statement_dup_text (row, 3);
  self->at = hf_db_statement_get_integer (row, 4);
  self->staff = hf_db_statement_dup_text (row, 5);
  return self;
}

/**
 * hf_store_reviews_list_comments:
 * @session: a session
 * @interview_id: an interview's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what supervisors said to an interview.
 *
 * Returns: (transfer full) (nullable) (element-type HfReviewComment): in order of time
 */
GPtrArray *
hf_store_reviews_list_comments (HfStoreSession *session, gint64 interview_id, GError **error)
{
  return hf_store_session_list (
      session,
      "SELECT n.id, n.interview_id, n.question, n.words, n.at, s.name FROM review_comment n "
      "LEFT JOIN staff s ON s.id = n.staff_id WHERE n.interview_id = $1 ORDER BY n.at, n.id",
      HF_DB_VALUES (hf_db_integer (interview_id)), comment_of_row, g_object_unref, error);
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID, why);
  return FALSE;
}

static HfReview *
get_to_review (HfStoreSession *session, gint64 interview_id, GError **error)
{
  g_autoptr (HfReview) review = hf_store_reviews_get (session, interview_id, error);
  if (review == NULL || hf_review_may (review, session->staff_id))
    return g_steal_pointer (&review);
  refuse (error, "nobody reviews an interview of their own");
  return NULL;
}

/**
 * hf_store_reviews_comment:
 * @session: a session that writes
 * @comment: a new comment; gets its key
 * @error: (nullable): INVALID where it is one's own interview, or nothing is said ...
 *
 * Says something to an interview or to one of its answers.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_reviews_comment (HfStoreSession *session, HfReviewComment *comment, GError **error)
{
  g_autoptr (HfReview) review = get_to_review (session, comment->interview_id, error);
  if (review == NULL)
    return FALSE;
  if (hf_text_is_blank (comment->words))
    return refuse (error, "a comment says something");
  comment->id = hf_id_new ();
  comment->at = hf_store_session_get_now (session);
  hf_store_session_touch (session, HF_STORE_INTERVIEWS);
  return hf_db_execute (
      session->db,
      "INSERT INTO review_comment (id, interview_id, question, words, staff_id, at) "
      "VALUES ($1, $2, $3, $4, $5, $6)",
      HF_DB_VALUES (hf_db_integer (comment->id), hf_db_integer (comment->interview_id),
                    hf_db_text (comment->question), hf_db_text (comment->words),
                    hf_db_reference (session->staff_id), hf_db_integer (comment->at)),
      NULL, error);
}

static gboolean
set_state (HfStoreSession *session, const HfReview *review, HfReviewState state, GError **error)
{
  hf_store_session_touch (session, HF_STORE_INTERVIEWS);
  return hf_db_execute (
             session->db,
             "INSERT INTO interview_review (interview_id, state, outcome, ended_at, staff_id, "
             "at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (interview_id) DO UPDATE SET "
             "state = excluded.state, outcome = excluded.outcome, "
             "ended_at = excluded.ended_at, staff_id = excluded.staff_id, at = excluded.at",
             HF_DB_VALUES (hf_db_integer (review->interview_id),
                           hf_db_text (hf_review_states[state].name),
                           hf_db_text (review->outcome), hf_db_integer (review->ended_at),
                           hf_db_reference (session->staff_id),
                           hf_db_integer (hf_store_session_get_now (session))),
             NULL, error)
         && hf_store_session_log (session, "interview_review", review->interview_id, "update",
                                  "state", hf_review_states[review->state].name,
                                  hf_review_states[state].name, error);
}

/**
 * hf_store_reviews_accept:
 * @session: a session that writes
 * @interview_id: the key of an interview that waits for its review
 * @error: (nullable): INVALID where it is one's own, or does not wait ...
 *
 * Accepts an interview.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_reviews_accept (HfStoreSession *session, gint64 interview_id, GError **error)
{
  g_autoptr (HfReview) review = get_to_review (session, interview_id, error);
  if (review == NULL)
    return FALSE;
  if (review->state != HF_REVIEW_WAITING)
    return refuse (error, "the interview does not wait for its review");
  return set_state (session, review, HF_REVIEW_ACCEPTED, error);
}

/**
 * hf_store_reviews_return:
 * @session: a session that writes
 * @interview_id: the key of an interview that is finished
 * @error: (nullable): INVALID where it is one's own, or nothing was said to it ...
 *
 * Returns an interview to who led it; it is in progress until it is handed in again.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_reviews_return (HfStoreSession *session, gint64 interview_id, GError **error)
{
  g_autoptr (HfReview) review = get_to_review (session, interview_id, error);
  if (review == NULL)
    return FALSE;
  if (review->state == HF_REVIEW_RETURNED)
    return refuse (error, "the interview is returned already");
  if (review->n_comments == 0)
    return refuse (error, "what is to be done was not said");
  return set_state (session, review, HF_REVIEW_RETURNED, error)
         && hf_store_session_update (session,
                                     "UPDATE interview SET state = 'open', "
                                     "revision = revision + 1 WHERE id = $1",
                                     HF_DB_VALUES (hf_db_integer (interview_id)), error);
}

/**
 * hf_store_reviews_hand_in:
 * @session: a session that writes
 * @interview_id: the key of an interview that was returned
 * @error: (nullable): INVALID where it was not ...
 *
 * Hands in an interview again without another call: it ended as it did before.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_reviews_hand_in (HfStoreSession *session, gint64 interview_id, GError **error)
{
  g_autoptr (HfReview) review = hf_store_reviews_get (session, interview_id, error);
  if (review == NULL)
    return FALSE;
  if (review->state != HF_REVIEW_RETURNED)
    return refuse (error, "the interview was not returned");
  const HfOutcome *outcome = hf_outcome_find (review->outcome);
  HfInterviewState state = outcome != NULL ? outcome->state : HF_INTERVIEW_COMPLETED;
  return hf_store_session_update (
             session,
             "UPDATE interview SET state = $2, outcome = $3, ended_at = $4, "
             "revision = revision + 1 WHERE id = $1",
             HF_DB_VALUES (hf_db_integer (interview_id),
                           hf_db_text (hf_interview_states[state].name),
                           hf_db_text (review->outcome), hf_db_integer (review->ended_at)),
             error)
         && hf_db_execute (session->db, "DELETE FROM draft WHERE interview_id = $1",
                           HF_DB_VALUES (hf_db_integer (interview_id)), NULL, error)
         && set_state (session, review, HF_REVIEW_WAITING, error);
}

/**
 * hf_store_reviews_note_end:
 * @session: a session that writes
 * @interview: an interview whose call has ended
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Hands in an interview that was returned and is finished by another call.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_reviews_note_end (HfStoreSession *session, const HfInterview *interview,
                           GError **error)
{
  if (interview->state == HF_INTERVIEW_OPEN)
    return TRUE;
  return hf_db_execute (session->db,
                        "UPDATE interview_review SET state = 'waiting', outcome = $2, "
                        "ended_at = $3 WHERE interview_id = $1 AND state = 'returned'",
                        HF_DB_VALUES (hf_db_integer (interview->id),
                                      hf_db_text (interview->outcome),
                                      hf_db_integer (interview->ended_at)),
                        NULL, error);
}
