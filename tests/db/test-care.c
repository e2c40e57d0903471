#include "config.h"

#include "hf-amount.h"
#include "hf-store-complaints.h"
#include "hf-store-follow-ups.h"
#include "hf-store-queue.h"
#include "hf-store-attempts.h"
#include "hf-test-care.h"
#include "hf-test-place.h"
#include "hf-time.h"

/* A complaint of C1 that somebody took and answers. */
typedef struct
{
  const char *number;
  gint64 taken_by;
  gint64 answered_by; /* 0: it is not answered */
} Matter;

static gpointer
register_matter (HfStoreSession *session, gpointer input, GError **error)
{
  const Matter *self = input;
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  hf_store_session_set_now (session, HF_TEST_CARE_NOW);
  complaint->number = g_strdup (self->number);
  complaint->customer_code = g_strdup ("C1");
  complaint->received_at = HF_TEST_CARE_NOW - G_TIME_SPAN_DAY;
  hf_store_session_set_staff_id (session, self->taken_by);
  if (!hf_store_complaints_save (session, complaint, error))
    return NULL;
  hf_store_session_set_staff_id (session, self->answered_by);
  return self->answered_by == 0
                 || hf_store_complaints_move (session, complaint, HF_COMPLAINT_RESPONDED,
                                              "换件", error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
tell_decision (HfStoreSession *session, gpointer number, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, number, error);
  return complaint != NULL
                 && hf_store_complaints_move (session, complaint, HF_COMPLAINT_COMMUNICATED,
                                              NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
list_follow_ups (HfStoreSession *session, gpointer number, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, number, error);
  return complaint != NULL ? hf_store_follow_ups_list (session, complaint->id, error) : NULL;
}

static GPtrArray *
follow_ups_of (HfTestStore *fixture, const char *number)
{
  return hf_test_store_run (fixture, HF_STORE_READ, list_follow_ups, number);
}

static void
test_an_answer_opens_a_follow_up_once (HfTestStore *fixture, gconstpointer data)
{
  gint64 handler = hf_test_care_add_staff (fixture, "handler"),
         other = hf_test_care_add_staff (fixture, "other");
  Matter matter = { "T1", handler, handler }, open = { "T2", handler, 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &matter);
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &open);
  hf_test_store_run (fixture, HF_STORE_WRITE, tell_decision, "T1");
  g_autoptr (GPtrArray) opened = follow_ups_of (fixture, "T1");
  g_assert_cmpuint (opened->len, ==, 1);
  const HfFollowUp *follow_up = opened->pdata[0];
  g_assert_cmpint (follow_up->state, ==, HF_CALL_TASK_WAITING);
  g_assert_cmpint (follow_up->due_at, ==, hf_test_care_days_later (1));
  g_assert_cmpint (follow_up->result, ==, HF_FOLLOW_UP_UNKNOWN);
  g_autoptr (GPtrArray) none = follow_ups_of (fixture, "T2");
  g_assert_cmpuint (none->len, ==, 0);
  hf_test_care_assert_next (fixture, other, HF_TEST_CARE_NOW, "nobody", 0);
  hf_test_care_assert_next (fixture, other, hf_test_care_days_later (1), "follow_up", 0);
}

static void
test_it_is_not_for_the_handler (HfTestStore *fixture, gconstpointer data)
{
  gint64 taker = hf_test_care_add_staff (fixture, "taker"),
         solver = hf_test_care_add_staff (fixture, "solver");
  Matter matter = { "T1", taker, solver };
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &matter);
  /* There is nobody else: who dealt with it may call, and it is recorded. */
  hf_test_care_assert_next (fixture, taker, hf_test_care_days_later (1), "follow_up", 0);
  gint64 other = hf_test_care_add_staff (fixture, "other");
  hf_test_care_assert_next (fixture, taker, hf_test_care_days_later (1), "nobody", 1);
  hf_test_care_assert_next (fixture, solver, hf_test_care_days_later (1), "nobody", 1);
  hf_test_care_assert_next (fixture, other, hf_test_care_days_later (1), "follow_up", 0);
}

static void
test_the_store_refuses_the_handler (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 handler = hf_test_care_add_staff (fixture, "handler"),
         other = hf_test_care_add_staff (fixture, "other");
  Matter matter = { "T1", handler, handler };
  HfTestCareCall mine = {
    handler, hf_test_care_days_later (1), HF_INTERVIEW_FOLLOW_UP, { "solved", "fully" }
  };
  HfTestCareCall theirs = {
    other, hf_test_care_days_later (1), HF_INTERVIEW_FOLLOW_UP, { "solved", "fully" }
  };
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &matter);
  g_assert_null (hf_store_run (fixture->store, HF_STORE_WRITE, hf_test_care_hold_call, &mine,
                               NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID);
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_hold_call, &theirs);
  g_autoptr (GPtrArray) done = follow_ups_of (fixture, "T1");
  g_assert_cmpuint (done->len, ==, 1);
  g_assert_false (((HfFollowUp *) done->pdata[0])->by_handler);
  g_assert_cmpstr (((HfFollowUp *) done->pdata[0])->staff, ==, "other");
}

static void
test_where_there_is_nobody_else_it_says_so (HfTestStore *fixture, gconstpointer data)
{
  gint64 handler = hf_test_care_add_staff (fixture, "handler");
  Matter matter = { "T1", handler, handler };
  HfTestCareCall call = { handler,
                          hf_test_care_days_later (1),
                          HF_INTERVIEW_FOLLOW_UP,
                          { "solved", "fully", "handling-satisfaction", "5" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &matter);
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_hold_call, &call);
  g_autoptr (GPtrArray) done = follow_ups_of (fixture, "T1");
  const HfFollowUp *follow_up = done->pdata[0];
  g_assert_true (follow_up->by_handler);
  g_assert_cmpint (follow_up->result, ==, HF_FOLLOW_UP_SATISFIED);
  g_assert_cmpint (follow_up->score, ==, 5);
  g_assert_cmpint (follow_up->scale, ==, 5);
  g_assert_cmpint (follow_up->state, ==, HF_CALL_TASK_DONE);
}

static gpointer
log_call (HfStoreSession *session, gpointer input, GError **error)
{
  const HfTestCareCall *self = input;
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  hf_store_session_set_staff_id (session, self->staff);
  attempt->customer_id = hf_test_care_key_of (session, "C1");
  attempt->outcome = g_strdup ("completed");
  attempt->started_at = attempt->ended_at = self->now;
  return hf_store_queue_find (session, attempt->customer_id, self->kind, &attempt->task_id,
                              error)
                 && hf_store_attempts_add (session, attempt, self->kind, 0, error)
             ? HF_STORE_DONE
             : NULL;
}

/* A call that happened is logged, but is not what another is to ask. */
static void
test_a_logged_call_of_the_handler_settles_nothing (HfTestStore *fixture, gconstpointer data)
{
  gint64 handler = hf_test_care_add_staff (fixture, "handler"),
         other = hf_test_care_add_staff (fixture, "other");
  Matter matter = { "T1", handler, handler };
  HfTestCareCall mine = {
    handler, hf_test_care_days_later (1), HF_INTERVIEW_FOLLOW_UP, { NULL }
  };
  HfTestCareCall theirs = {
    other, hf_test_care_days_later (1), HF_INTERVIEW_FOLLOW_UP, { NULL }
  };
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &matter);
  hf_test_store_run (fixture, HF_STORE_WRITE, log_call, &mine);
  g_autoptr (GPtrArray) waiting = follow_ups_of (fixture, "T1");
  g_assert_cmpint (((HfFollowUp *) waiting->pdata[0])->state, ==, HF_CALL_TASK_WAITING);
  hf_test_store_run (fixture, HF_STORE_WRITE, log_call, &theirs);
  g_autoptr (GPtrArray) done = follow_ups_of (fixture, "T1");
  g_assert_cmpint (((HfFollowUp *) done->pdata[0])->state, ==, HF_CALL_TASK_DONE);
}

/* Not settled opens another call a week later, three in all, and a low score counts so. */
static void
test_not_settled_is_asked_again_up_to_a_cap (HfTestStore *fixture, gconstpointer data)
{
  gint64 handler = hf_test_care_add_staff (fixture, "handler"),
         other = hf_test_care_add_staff (fixture, "other");
  Matter matter = { "T1", handler, handler };
  HfTestCareCall calls[] = {
    { other, hf_test_care_days_later (1), HF_INTERVIEW_FOLLOW_UP, { "solved", "no" } },
    { other, hf_test_care_days_later (8), HF_INTERVIEW_FOLLOW_UP, { "solved", "partly" } },
    { other,
      hf_test_care_days_later (15),
      HF_INTERVIEW_FOLLOW_UP,
      { "solved", "fully", "handling-satisfaction", "3" } }
  };
  static const HfFollowUpResult results[] = { HF_FOLLOW_UP_UNSATISFIED, HF_FOLLOW_UP_PARTLY,
                                              HF_FOLLOW_UP_UNSATISFIED };
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &matter);
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      hf_test_care_assert_next (fixture, other, calls[i].now - 1, "nobody", 0);
      hf_test_care_assert_next (fixture, other, calls[i].now, "follow_up", 0);
      hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_hold_call, &calls[i]);
    }
  g_autoptr (GPtrArray) all = follow_ups_of (fixture, "T1");
  g_assert_cmpuint (all->len, ==, HF_FOLLOW_UP_MAX_ROUNDS);
  for (guint i = 0; i < all->len; i++)
    {
      g_assert_cmpint (((HfFollowUp *) all->pdata[i])->result, ==, results[i]);
      g_assert_cmpint (((HfFollowUp *) all->pdata[i])->round, ==, i + 1);
    }
  hf_test_care_assert_next (fixture, other, hf_test_care_days_later (60), "nobody", 0);
}

static gpointer
find_matter (HfStoreSession *session, gpointer number, GError **error)
{
  return hf_store_complaints_find (session, number, error);
}

static void
assert_pair (HfTestStore *fixture, const HfFollowUp *follow_up, int expected, gint64 gap,
             gint64 points)
{
  g_autoptr (HfComplaint) complaint = hf_test_store_run (fixture, HF_STORE_READ, find_matter,
                                                         "T1");
  g_assert_cmpint (follow_up->expected, ==, expected);
  g_assert_cmpint (follow_up->gap, ==, gap);
  g_assert_cmpint (complaint->expected, ==, points);
}

/* What was found decides: worse than expected, but satisfied, is satisfied. */
static void
test_what_was_expected_is_kept_beside_it (HfTestStore *fixture, gconstpointer data)
{
  gint64 handler = hf_test_care_add_staff (fixture, "handler"),
         other = hf_test_care_add_staff (fixture, "other");
  Matter matter = { "T1", handler, handler };
  HfTestCareCall alone = { other,
                           hf_test_care_days_later (1),
                           HF_INTERVIEW_FOLLOW_UP,
                           { "solved", "partly", "handling-satisfaction", "4" } };
  HfTestCareCall both = { other,
                          hf_test_care_days_later (8),
                          HF_INTERVIEW_FOLLOW_UP,
                          { "solved", "fully", "handling-expected", "5",
                            "handling-satisfaction", "4" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &matter);
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_hold_call, &alone);
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_hold_call, &both);
  g_autoptr (GPtrArray) all = follow_ups_of (fixture, "T1");
  g_assert_cmpuint (all->len, ==, 2);
  assert_pair (fixture, all->pdata[0], HF_FOLLOW_UP_NOT_EXPECTED, HF_AMOUNT_UNKNOWN, 5000);
  assert_pair (fixture, all->pdata[1], 5, -1000, 5000);
  g_assert_cmpint (((HfFollowUp *) all->pdata[1])->result, ==, HF_FOLLOW_UP_SATISFIED);
  g_autoptr (HfComplaint) complaint = hf_test_store_run (fixture, HF_STORE_READ, find_matter,
                                                         "T1");
  g_assert_cmpint (complaint->satisfaction, ==, 4000);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/care/" path, HfTestStore, NULL, hf_test_store_set_up, func,                    \
              hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("once", test_an_answer_opens_a_follow_up_once);
  ADD ("not-by-the-handler", test_it_is_not_for_the_handler);
  ADD ("refused", test_the_store_refuses_the_handler);
  ADD ("alone", test_where_there_is_nobody_else_it_says_so);
  ADD ("logged", test_a_logged_call_of_the_handler_settles_nothing);
  ADD ("again", test_not_settled_is_asked_again_up_to_a_cap);
  ADD ("expected", test_what_was_expected_is_kept_beside_it);
  return g_test_run ();
}
