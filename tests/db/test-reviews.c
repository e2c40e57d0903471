#include "config.h"

#include "hf-store-interviews.h"
#include "hf-store-reviews.h"
#include "hf-store-session-private.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-test-interview.h"
#include "hf-test-place.h"

/* 李明 asks, and 王店长 reviews. */
typedef struct
{
  char *place;
  HfStore *store;
  gint64 customer_id;
  gint64 asker_id;
  gint64 reviewer_id;
  gint64 interview_id;
} Fixture;

static gpointer
lead_interview (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *fixture = data;
  if (!hf_store_staff_ensure (session, "李明", 0, &fixture->asker_id, error)
      || !hf_store_staff_ensure (session, "王店长", 0, &fixture->reviewer_id, error))
    return NULL;
  hf_store_session_set_staff_id (session, fixture->asker_id);
  g_autoptr (HfInterview) interview = hf_store_interviews_start (
      session, fixture->customer_id, HF_INTERVIEW_LOST, "zh_CN", error);
  if (interview == NULL)
    return NULL;
  fixture->interview_id = interview->id;
  return hf_store_interviews_finish (session, interview, "partial", HF_INTERVIEW_PARTIAL, 0,
                                     "忙", error)
             ? HF_STORE_DONE
             : NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->place = hf_test_place_new ();
  fixture->store = hf_test_interview_new_store (fixture->place, &fixture->customer_id);
  hf_test_interview_run (fixture->store, lead_interview, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  hf_test_place_free (fixture->place);
}

static void
assert_lists (HfStoreSession *session, guint waiting, guint returned, guint accepted)
{
  const guint expected[] = { waiting, returned, accepted };
  for (guint state = 0; state < G_N_ELEMENTS (expected); state++)
    {
      HfReviewFilter filter = { .state = (int) state };
      g_autoptr (GArray) found = hf_store_reviews_list_keys (session, &filter, NULL);
      g_assert_nonnull (found);
      g_assert_cmpuint (found->len, ==, expected[state]);
    }
}

static void
comment (HfStoreSession *session, const Fixture *fixture, const char *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfReviewComment) comment = hf_review_comment_new ();
  comment->interview_id = fixture->interview_id;
  comment->question = g_strdup (question);
  comment->words = g_strdup ("请再问一次");
  g_assert_true (hf_store_reviews_comment (session, comment, &error));
  g_assert_no_error (error);
}

static void
assert_refused (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID);
  g_clear_error (error);
}

static gpointer
review_own (HfStoreSession *session, gpointer data, GError **unused)
{
  const Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfReviewComment) own = hf_review_comment_new ();
  own->interview_id = fixture->interview_id;
  own->words = g_strdup ("很好");
  hf_store_session_set_staff_id (session, fixture->asker_id);
  assert_refused (hf_store_reviews_accept (session, fixture->interview_id, &error), &error);
  assert_refused (hf_store_reviews_return (session, fixture->interview_id, &error), &error);
  assert_refused (hf_store_reviews_comment (session, own, &error), &error);
  /* Nor does somebody of whom is not known who they are. */
  hf_store_session_set_staff_id (session, 0);
  assert_refused (hf_store_reviews_accept (session, fixture->interview_id, &error), &error);
  assert_lists (session, 1, 0, 0);
  return HF_STORE_DONE;
}

static void
test_nobody_reviews_their_own (Fixture *fixture, gconstpointer data)
{
  hf_test_interview_run (fixture->store, review_own, fixture);
}

static gpointer
accept (HfStoreSession *session, gpointer data, GError **unused)
{
  const Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  gint64 logged = 0;
  hf_store_session_set_staff_id (session, fixture->reviewer_id);
  g_assert_true (hf_store_reviews_accept (session, fixture->interview_id, &error));
  g_assert_no_error (error);
  assert_lists (session, 0, 0, 1);
  assert_refused (hf_store_reviews_accept (session, fixture->interview_id, &error), &error);
  g_assert_true (hf_store_session_count (
      session,
      "SELECT count(*) FROM change_log WHERE entity = 'interview_review' AND entity_id = $1 "
      "AND before = 'waiting' AND after = 'accepted' AND staff_id = $2",
      HF_DB_VALUES (hf_db_integer (fixture->interview_id),
                    hf_db_integer (fixture->reviewer_id)),
      &logged, NULL));
  g_assert_cmpint (logged, ==, 1);
  return HF_STORE_DONE;
}

static void
test_accepted (Fixture *fixture, gconstpointer data)
{
  hf_test_interview_run (fixture->store, accept, fixture);
}

static void
send_back (HfStoreSession *session, const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  hf_store_session_set_staff_id (session, fixture->reviewer_id);
  assert_refused (hf_store_reviews_return (session, fixture->interview_id, &error), &error);
  comment (session, fixture, NULL);
  comment (session, fixture, "why");
  g_assert_true (hf_store_reviews_return (session, fixture->interview_id, &error));
  g_assert_no_error (error);
  assert_lists (session, 0, 1, 0);
}

static gpointer
return_and_hand_in (HfStoreSession *session, gpointer data, GError **unused)
{
  const Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  send_back (session, fixture);
  g_autoptr (GPtrArray) not_theirs = hf_store_reviews_list_returned (session, NULL);
  g_assert_cmpuint (not_theirs->len, ==, 0);
  hf_store_session_set_staff_id (session, fixture->asker_id);
  g_autoptr (GPtrArray) theirs = hf_store_reviews_list_returned (session, NULL);
  g_assert_cmpuint (theirs->len, ==, 1);
  const HfReview *review = theirs->pdata[0];
  g_assert_cmpstr (review->customer, ==, "王女士");
  g_assert_cmpint (review->n_comments, ==, 2);
  g_autoptr (HfInterview) open = hf_store_interviews_find_open (session, fixture->customer_id,
                                                                NULL);
  g_assert_cmpint (open->id, ==, fixture->interview_id);

  g_assert_true (hf_store_reviews_hand_in (session, fixture->interview_id, &error));
  g_assert_no_error (error);
  assert_refused (hf_store_reviews_hand_in (session, fixture->interview_id, &error), &error);
  assert_lists (session, 1, 0, 0);
  g_autoptr (HfInterview) again = hf_store_interviews_get (session, fixture->interview_id,
                                                           NULL);
  g_assert_cmpint (again->state, ==, HF_INTERVIEW_PARTIAL);
  g_assert_cmpstr (again->outcome, ==, "partial");
  g_assert_cmpint (again->ended_at, >, 0);
  return HF_STORE_DONE;
}

static void
test_returned (Fixture *fixture, gconstpointer data)
{
  hf_test_interview_run (fixture->store, return_and_hand_in, fixture);
}

static gpointer
return_and_call (HfStoreSession *session, gpointer data, GError **unused)
{
  const Fixture *fixture = data;
  send_back (session, fixture);
  g_autoptr (HfInterview) interview = hf_store_interviews_get (session, fixture->interview_id,
                                                               NULL);
  g_assert_true (hf_store_interviews_finish (session, interview, "completed",
                                             HF_INTERVIEW_COMPLETED, 0, NULL, NULL));
  assert_lists (session, 1, 0, 0);
  g_autoptr (HfReview) review = hf_store_reviews_get (session, fixture->interview_id, NULL);
  g_assert_cmpstr (review->outcome, ==, "completed");
  return HF_STORE_DONE;
}

/* Another call that finishes the interview hands it in, too. */
static void
test_called_again (Fixture *fixture, gconstpointer data)
{
  hf_test_interview_run (fixture->store, return_and_call, fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  g_test_add ("/reviews/own", Fixture, NULL, set_up, test_nobody_reviews_their_own, tear_down);
  g_test_add ("/reviews/accepted", Fixture, NULL, set_up, test_accepted, tear_down);
  g_test_add ("/reviews/returned", Fixture, NULL, set_up, test_returned, tear_down);
  g_test_add ("/reviews/called-again", Fixture, NULL, set_up, test_called_again, tear_down);
  return g_test_run ();
}
