#include "config.h"

#include "hf-store-reviews.h"

#include "hf-id.h"
#include "hf-outcome.h"
#include "hf-store-keys-private.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

#define STATE "coalesce (r.state, 'waiting')"
#define SELECT                                                                                 \
  "SELECT i.id, " STATE ", i.customer_id, coalesce (c.name, c.company, c.code), i.kind, "      \
  "coalesce (r.outcome, i.outcome), coalesce (r.ended_at, i.ended_at), i.staff_id, s.name, "   \
  "(SELECT count(*) FROM review_comment n WHERE n.interview_id = i.id), "                      \
  "coalesce (r.returned_at, 0) "                                                               \
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
  self->returned_at = hf_db_statement_get_integer (row, 10);
  return self;
}

/**
 * hf_store_reviews_list_keys:
 * @session: a session
 * @filter: (nullable): which interviews
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the keys of the interviews that were completed, in whole or in part.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the newest first
 */
GArray *
hf_store_reviews_list_keys (HfStoreSession *session, const HfReviewFilter *filter,
                            GError **error)
{
  g_autoptr (HfReviewFilter) used = hf_review_filter_copy (filter);
  const char *state = used->state != HF_REVIEW_ANY_STATE ? hf_review_states[used->state].name
                                                         : NULL;
  return hf_store_keys_list (
      session,
      "SELECT " HF_DB_WHOLE_TABLE
      "i.id FROM interview i JOIN customer c ON c.id = i.customer_id "
      "LEFT JOIN interview_review r ON r.interview_id = i.id WHERE " IS_FINISHED
      " AND ($1 IS NULL OR " STATE " = $1) AND ($2 IS NULL OR i.kind = $2) "
      "AND ($3 IS NULL OR i.started_on >= $3) AND ($4 IS NULL OR i.started_on <= $4) "
      "AND ($5 IS NULL OR c.branch_id = $5) ORDER BY i.started_at DESC, i.id DESC",
      HF_DB_VALUES (hf_db_text (state), hf_db_text (used->kind), hf_db_text (used->from),
                    hf_db_text (used->to), hf_db_reference (used->branch_id)),
      error);
}

/**
 * hf_store_reviews_read:
 * @session: a session
 * @keys: (array length=n_keys): which interviews
 * @n_keys: how many
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the interviews that a list shows at one place.
 *
 * Returns: (transfer full) (nullable) (element-type HfReview): the interviews, in the order of
 *   the keys; %NULL in the place of one that is gone
 */
GPtrArray *
hf_store_reviews_read (HfStoreSession *session, const gint64 *keys, guint n_keys,
                       GError **error)
{
  return hf_store_keys_read (session, SELECT "WHERE i.id", keys, n_keys, review_of_row, error);
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

/**
 * hf_store_reviews_list_changes:
 * @session: a session
 * @interview_id: an interview's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads which answers were changed since the interview was last returned, and what they were
 * before.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): a question's id and the answer
 *   that it had, empty where it had none
 */
GHashTable *
hf_store_reviews_list_changes (HfStoreSession *session, gint64 interview_id, GError **error)
{
  g_autoptr (GHashTable) changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                          g_free);
  g_autoptr (HfDbStatement) rows = hf_db_query (
      session->db,
      "SELECT w.question, w.before FROM (SELECT a.question, a.value, coalesce ((SELECT o.value "
      "FROM answer o WHERE o.interview_id = a.interview_id AND o.question = a.question "
      "AND o.at <= r.returned_at ORDER BY o.at DESC, o.id DESC LIMIT 1), '') AS before "
      "FROM interview_review r JOIN answer a ON a.interview_id = r.interview_id "
      "WHERE r.interview_id = $1 AND r.returned_at > 0 AND a.state = 'current' "
      "AND a.at > r.returned_at) w WHERE w.before <> w.value",
      HF_DB_VALUES (hf_db_integer (interview_id)), error);
  HfDbStep step = HF_DB_STEP_FAILED;
  while (rows != NULL && (step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    g_hash_table_insert (changes, hf_db_statement_dup_text (rows, 0),
                         g_strdup (hf_db_statement_get_text (rows, 1)));
  return step == HF_DB_STEP_DONE ? g_steal_pointer (&changes) : NULL;
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
 * Returns an interview to who led it; it is in progress until it is handed in again, and opens
 * at the answer on which something was said last.
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
         && hf_db_execute (session->db,
                           "UPDATE interview_review SET returned_at = at "
                           "WHERE interview_id = $1",
                           HF_DB_VALUES (hf_db_integer (interview_id)), NULL, error)
         && hf_store_session_update (
             session,
             "UPDATE interview SET state = 'open', position = coalesce ("
             "(SELECT n.question FROM review_comment n "
             "WHERE n.interview_id = $1 AND n.question IS NOT NULL "
             "ORDER BY n.at DESC, n.id DESC LIMIT 1), position), "
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
