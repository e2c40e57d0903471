#include "config.h"

#include "hf-amount.h"
#include "hf-store-attempts.h"
#include "hf-store-complaints.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-figures.h"
#include "hf-store-follow-ups.h"
#include "hf-store-interviews.h"
#include "hf-store-next-call.h"
#include "hf-store-queue.h"
#include "hf-store-scores.h"
#include "hf-store-staff.h"
#include "hf-store-timeline.h"
#include "hf-test-place.h"
#include "hf-test-store.h"
#include "hf-time.h"

/* Monday, 2 February 2026, 10:00 in Shanghai. */
#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)

static gint64
key_of (HfStoreSession *session, const char *code)
{
  gint64 id = 0;
  g_assert_true (hf_store_customers_find_id (session, code, &id, NULL));
  return id;
}

static gpointer
add_customer (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup (code);
  customer->name = g_strdup (code);
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static gpointer
save_staff (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfStaff) staff = hf_staff_new ();
  staff->code = g_strdup (code);
  staff->name = g_strdup (code);
  if (!hf_store_staff_save (session, staff, error))
    return NULL;
  return g_memdup2 (&staff->id, sizeof staff->id);
}

static gint64
add_staff (HfTestStore *fixture, const char *code)
{
  g_autofree gint64 *id = hf_test_store_run (fixture, HF_STORE_WRITE, save_staff, code);
  return *id;
}

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
  hf_store_session_set_now (session, NOW);
  complaint->number = g_strdup (self->number);
  complaint->customer_code = g_strdup ("C1");
  complaint->received_at = NOW - G_TIME_SPAN_DAY;
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

/* What somebody is to call at a moment. */
typedef struct
{
  gint64 staff;
  gint64 now;
  gint64 n_handled; /* afterwards */
} Taking;

static gpointer
take (HfStoreSession *session, gpointer input, GError **error)
{
  Taking *self = input;
  hf_store_session_set_now (session, self->now);
  hf_store_session_set_staff_id (session, self->staff);
  g_autoptr (HfNextCall) next = hf_store_queue_take_next (session, FALSE, error);
  if (next == NULL)
    return NULL;
  self->n_handled = next->n_handled;
  return g_strdup (next->task != NULL ? hf_interview_kinds[next->task->kind].name : "nobody");
}

static void
assert_next (HfTestStore *fixture, gint64 staff, gint64 now, const char *kind, gint64 n_handled)
{
  Taking taking = { staff, now, 0 };
  g_autofree char *found = hf_test_store_run (fixture, HF_STORE_WRITE, take, &taking);
  g_assert_cmpstr (found, ==, kind);
  g_assert_cmpint (taking.n_handled, ==, n_handled);
}

/* A call with C1 that is told to its end. */
typedef struct
{
  gint64 staff;
  gint64 now;
  HfInterviewKind kind;
  const char *answers[8]; /* question, value, .. */
} Call;

static gpointer
hold_call (HfStoreSession *session, gpointer input, GError **error)
{
  const Call *self = input;
  hf_store_session_set_now (session, self->now);
  hf_store_session_set_staff_id (session, self->staff);
  g_autoptr (HfInterview) interview = hf_store_interviews_start (
      session, key_of (session, "C1"), self->kind, "en", error);
  for (gsize i = 0; interview != NULL && self->answers[i] != NULL; i += 2)
    {
      g_autoptr (HfAnswer) answer = hf_answer_new ();
      answer->interview_id = interview->id;
      answer->question = g_strdup (self->answers[i]);
      answer->value = g_strdup (self->answers[i + 1]);
      if (!hf_store_answers_save (session, answer, error))
        return NULL;
    }
  return interview != NULL
                 && hf_store_interviews_finish (session, interview, "completed",
                                                HF_INTERVIEW_COMPLETED, 0, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static gint64
days_later (int days)
{
  return NOW + days * G_TIME_SPAN_DAY;
}

static void
test_an_answer_opens_a_follow_up_once (HfTestStore *fixture, gconstpointer data)
{
  gint64 handler = add_staff (fixture, "handler"), other = add_staff (fixture, "other");
  Matter matter = { "T1", handler, handler }, open = { "T2", handler, 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &matter);
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &open);
  hf_test_store_run (fixture, HF_STORE_WRITE, tell_decision, "T1");
  g_autoptr (GPtrArray) opened = follow_ups_of (fixture, "T1");
  g_assert_cmpuint (opened->len, ==, 1);
  const HfFollowUp *follow_up = opened->pdata[0];
  g_assert_cmpint (follow_up->state, ==, HF_CALL_TASK_WAITING);
  g_assert_cmpint (follow_up->due_at, ==, days_later (1));
  g_assert_cmpint (follow_up->result, ==, HF_FOLLOW_UP_UNKNOWN);
  g_autoptr (GPtrArray) none = follow_ups_of (fixture, "T2");
  g_assert_cmpuint (none->len, ==, 0);
  assert_next (fixture, other, NOW, "nobody", 0);
  assert_next (fixture, other, days_later (1), "follow_up", 0);
}

static void
test_it_is_not_for_the_handler (HfTestStore *fixture, gconstpointer data)
{
  gint64 taker = add_staff (fixture, "taker"), solver = add_staff (fixture, "solver");
  Matter matter = { "T1", taker, solver };
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &matter);
  /* There is nobody else: who dealt with it may call, and it is recorded. */
  assert_next (fixture, taker, days_later (1), "follow_up", 0);
  gint64 other = add_staff (fixture, "other");
  assert_next (fixture, taker, days_later (1), "nobody", 1);
  assert_next (fixture, solver, days_later (1), "nobody", 1);
  assert_next (fixture, other, days_later (1), "follow_up", 0);
}

static void
test_the_store_refuses_the_handler (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 handler = add_staff (fixture, "handler"), other = add_staff (fixture, "other");
  Matter matter = { "T1", handler, handler };
  Call mine = { handler, days_later (1), HF_INTERVIEW_FOLLOW_UP, { "solved", "fully" } };
  Call theirs = { other, days_later (1), HF_INTERVIEW_FOLLOW_UP, { "solved", "fully" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &matter);
  g_assert_null (hf_store_run (fixture->store, HF_STORE_WRITE, hold_call, &mine, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID);
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &theirs);
  g_autoptr (GPtrArray) done = follow_ups_of (fixture, "T1");
  g_assert_cmpuint (done->len, ==, 1);
  g_assert_false (((HfFollowUp *) done->pdata[0])->by_handler);
  g_assert_cmpstr (((HfFollowUp *) done->pdata[0])->staff, ==, "other");
}

static void
test_where_there_is_nobody_else_it_says_so (HfTestStore *fixture, gconstpointer data)
{
  gint64 handler = add_staff (fixture, "handler");
  Matter matter = { "T1", handler, handler };
  Call call = { handler,
                days_later (1),
                HF_INTERVIEW_FOLLOW_UP,
                { "solved", "fully", "handling-satisfaction", "5" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &matter);
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &call);
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
  const Call *self = input;
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  hf_store_session_set_staff_id (session, self->staff);
  attempt->customer_id = key_of (session, "C1");
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
  gint64 handler = add_staff (fixture, "handler"), other = add_staff (fixture, "other");
  Matter matter = { "T1", handler, handler };
  Call mine = { handler, days_later (1), HF_INTERVIEW_FOLLOW_UP, { NULL } };
  Call theirs = { other, days_later (1), HF_INTERVIEW_FOLLOW_UP, { NULL } };
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, "C1");
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
  gint64 handler = add_staff (fixture, "handler"), other = add_staff (fixture, "other");
  Matter matter = { "T1", handler, handler };
  Call calls[] = { { other, days_later (1), HF_INTERVIEW_FOLLOW_UP, { "solved", "no" } },
                   { other, days_later (8), HF_INTERVIEW_FOLLOW_UP, { "solved", "partly" } },
                   { other,
                     days_later (15),
                     HF_INTERVIEW_FOLLOW_UP,
                     { "solved", "fully", "handling-satisfaction", "3" } } };
  static const HfFollowUpResult results[] = { HF_FOLLOW_UP_UNSATISFIED, HF_FOLLOW_UP_PARTLY,
                                              HF_FOLLOW_UP_UNSATISFIED };
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &matter);
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      assert_next (fixture, other, calls[i].now - 1, "nobody", 0);
      assert_next (fixture, other, calls[i].now, "follow_up", 0);
      hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &calls[i]);
    }
  g_autoptr (GPtrArray) all = follow_ups_of (fixture, "T1");
  g_assert_cmpuint (all->len, ==, HF_FOLLOW_UP_MAX_ROUNDS);
  for (guint i = 0; i < all->len; i++)
    {
      g_assert_cmpint (((HfFollowUp *) all->pdata[i])->result, ==, results[i]);
      g_assert_cmpint (((HfFollowUp *) all->pdata[i])->round, ==, i + 1);
    }
  assert_next (fixture, other, days_later (60), "nobody", 0);
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
  gint64 handler = add_staff (fixture, "handler"), other = add_staff (fixture, "other");
  Matter matter = { "T1", handler, handler };
  Call alone = { other,
                 days_later (1),
                 HF_INTERVIEW_FOLLOW_UP,
                 { "solved", "partly", "handling-satisfaction", "4" } };
  Call both = { other,
                days_later (8),
                HF_INTERVIEW_FOLLOW_UP,
                { "solved", "fully", "handling-expected", "5", "handling-satisfaction", "4" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, register_matter, &matter);
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &alone);
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &both);
  g_autoptr (GPtrArray) all = follow_ups_of (fixture, "T1");
  g_assert_cmpuint (all->len, ==, 2);
  assert_pair (fixture, all->pdata[0], HF_FOLLOW_UP_NOT_EXPECTED, HF_AMOUNT_UNKNOWN, 5000);
  assert_pair (fixture, all->pdata[1], 5, -1000, 5000);
  g_assert_cmpint (((HfFollowUp *) all->pdata[1])->result, ==, HF_FOLLOW_UP_SATISFIED);
  g_autoptr (HfComplaint) complaint = hf_test_store_run (fixture, HF_STORE_READ, find_matter,
                                                         "T1");
  g_assert_cmpint (complaint->satisfaction, ==, 4000);
}

static gpointer
forbid_calls (HfStoreSession *session, gpointer code, GError **error)
{
  return hf_store_consents_add (session, key_of (session, code), "call", FALSE, 0, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

typedef struct
{
  const char *code;
  const char *scored_on;
  gint64 score;
  gint64 scale; /* 0: not known */
} Scored;

static gpointer
save_score (HfStoreSession *session, gpointer input, GError **error)
{
  const Scored *self = input;
  g_autoptr (HfScore) score = hf_score_new ();
  hf_store_session_set_now (session, NOW);
  score->customer_code = g_strdup (self->code);
  score->scored_on = g_strdup (self->scored_on);
  score->score = self->score * HF_AMOUNT_UNIT;
  if (self->scale != 0)
    score->scale = self->scale * HF_AMOUNT_UNIT;
  return hf_store_scores_save (session, score, error) ? HF_STORE_DONE : NULL;
}

static gpointer
list_waiting (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_queue_list (session, NOW, 100, error);
}

static guint
count_waiting (HfTestStore *fixture)
{
  g_autoptr (GPtrArray) waiting = hf_test_store_run (fixture, HF_STORE_READ, list_waiting,
                                                     NULL);
  return waiting->len;
}

static void
score (HfTestStore *fixture, const char *code, const char *on, gint64 points, gint64 scale)
{
  Scored scored = { code, on, points, scale };
  hf_test_store_run (fixture, HF_STORE_WRITE, save_score, &scored);
}

static void
test_a_low_score_opens_care_once (HfTestStore *fixture, gconstpointer data)
{
  static const char *const codes[] = { "C1", "C2", "C3", "C4", "C5" };
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, codes[i]);
  hf_test_store_run (fixture, HF_STORE_WRITE, forbid_calls, "C5");
  score (fixture, "C1", "2026-01-30", 5, 0);
  score (fixture, "C2", "2026-01-30", 6, 0);
  score (fixture, "C3", "2026-01-30", 3, 5);
  score (fixture, "C4", "2025-09-30", 1, 0);
  score (fixture, "C5", "2026-01-30", 1, 0);
  g_autoptr (GPtrArray) waiting = hf_test_store_run (fixture, HF_STORE_READ, list_waiting,
                                                     NULL);
  g_assert_cmpuint (waiting->len, ==, 1);
  const HfCallTask *task = waiting->pdata[0];
  g_assert_cmpstr (task->customer_code, ==, "C1");
  g_assert_cmpint (task->kind, ==, HF_INTERVIEW_LOW_SCORE);
  g_assert_cmpstr (task->why, ==, HF_CALL_TASK_LOW_SCORE "5/10");
  score (fixture, "C1", "2026-01-30", 4, 0);
  score (fixture, "C1", "2026-01-31", 4, 0);
  g_assert_cmpuint (count_waiting (fixture), ==, 1);
  score (fixture, "C2", "2026-01-30", 5, 0);
  g_assert_cmpuint (count_waiting (fixture), ==, 2);
  /* Who was called about it is not called about what they had said before that. */
  Call call = { 0, NOW, HF_INTERVIEW_LOW_SCORE, { "satisfied-now", "5" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &call);
  score (fixture, "C1", "2026-02-01", 2, 0);
  g_assert_cmpuint (count_waiting (fixture), ==, 1);
}

static gpointer
lower_floor (HfStoreSession *session, gpointer floor, GError **error)
{
  HfCallingRules rules;
  hf_calling_rules_init (&rules);
  rules.care_below = GPOINTER_TO_UINT (floor);
  return hf_store_calling_rules_save (session, &rules, error) ? HF_STORE_DONE : NULL;
}

static void
test_the_floor_is_a_setting (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, lower_floor, GUINT_TO_POINTER (3));
  score (fixture, "C1", "2026-01-30", 3, 0);
  g_assert_cmpuint (count_waiting (fixture), ==, 0);
  score (fixture, "C1", "2026-01-31", 2, 0);
  g_assert_cmpuint (count_waiting (fixture), ==, 1);
}

static void
test_a_low_score_in_a_call_opens_care (HfTestStore *fixture, gconstpointer data)
{
  Call thanks = { 0, NOW, HF_INTERVIEW_THANK_YOU, { "satisfaction", "2" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &thanks);
  assert_next (fixture, 0, days_later (1) - 1, "nobody", 0);
  for (int round = 0; round < HF_FOLLOW_UP_MAX_ROUNDS; round++)
    {
      Call care = {
        0, days_later (1 + 7 * round), HF_INTERVIEW_LOW_SCORE, { "satisfied-now", "1" }
      };
      assert_next (fixture, 0, care.now, "low_score", 0);
      hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &care);
    }
  assert_next (fixture, 0, days_later (60), "nobody", 0);
  /* What comes of another call does not begin it anew. */
  Call asked = { 0, days_later (60), HF_INTERVIEW_FOLLOW_UP, { "handling-satisfaction", "1" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &asked);
  assert_next (fixture, 0, days_later (70), "nobody", 0);
}

static gpointer
lose (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup (code);
  customer->status = HF_CUSTOMER_LOST;
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static gpointer
get_customer (HfStoreSession *session, gpointer code, GError **error)
{
  return hf_store_customers_find (session, code, error);
}

static gpointer
list_timeline (HfStoreSession *session, gpointer code, GError **error)
{
  return hf_store_timeline_list (session, key_of (session, code), HF_TIMELINE_ALL, NULL, 100,
                                 error);
}

static const HfTimelineEntry *
find_entry (GPtrArray *timeline, HfTimelineKind kind)
{
  for (guint i = 0; i < timeline->len; i++)
    if (((HfTimelineEntry *) timeline->pdata[i])->kind == kind)
      return timeline->pdata[i];
  return NULL;
}

static gpointer
compute (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfPeriod) all = hf_period_new (NULL, NULL);
  return hf_store_figures_compute (session, all, NULL, error);
}

static void
test_who_accepts_an_offer_is_won_back (HfTestStore *fixture, gconstpointer data)
{
  gint64 seller = add_staff (fixture, "seller");
  Call allowed = { seller, NOW, HF_INTERVIEW_LOST, { "win-back-call", "yes" } };
  Call offer = { seller,
                 days_later (1),
                 HF_INTERVIEW_WIN_BACK,
                 { "offer", "Free check", "offer-result", "accepted" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, lose, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &allowed);
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &offer);
  g_autoptr (HfCustomer) customer = hf_test_store_run (fixture, HF_STORE_READ, get_customer,
                                                       "C1");
  g_assert_cmpint (customer->status, ==, HF_CUSTOMER_WON_BACK);
  g_autoptr (GPtrArray) timeline = hf_test_store_run (fixture, HF_STORE_READ, list_timeline,
                                                      "C1");
  const HfTimelineEntry *change = find_entry (timeline, HF_TIMELINE_CHANGE);
  g_assert_cmpstr (change->state, ==, "status");
  g_assert_cmpstr (change->words, ==, "won_back");
  g_assert_cmpstr (change->who, ==, "seller");
  g_assert_cmpint (change->at, ==, days_later (1));
  g_assert_cmpstr (find_entry (timeline, HF_TIMELINE_OFFER)->state, ==, "accepted");
  g_autoptr (HfFigures) figures = hf_test_store_run (fixture, HF_STORE_READ, compute, NULL);
  g_assert_cmpfloat (figures->win_back.offer_rate, ==, 1);
  g_assert_cmpfloat (figures->win_back.accept_rate, ==, 1);
  g_assert_cmpfloat (figures->win_back.decline_rate, ==, 0);
}

static void
test_who_declines_an_offer_says_why (HfTestStore *fixture, gconstpointer data)
{
  Call offer = { 0,
                 NOW,
                 HF_INTERVIEW_WIN_BACK,
                 { "offer", "Free check", "offer-result", "declined", "offer-why",
                   "Too far away" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, lose, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &offer);
  g_autoptr (HfCustomer) customer = hf_test_store_run (fixture, HF_STORE_READ, get_customer,
                                                       "C1");
  g_assert_cmpint (customer->status, ==, HF_CUSTOMER_LOST);
  g_autoptr (GPtrArray) timeline = hf_test_store_run (fixture, HF_STORE_READ, list_timeline,
                                                      "C1");
  const HfTimelineEntry *told = find_entry (timeline, HF_TIMELINE_OFFER);
  g_assert_cmpstr (told->state, ==, "declined");
  g_assert_cmpstr (told->words, ==, "Free check · Too far away");
  g_autoptr (HfFigures) figures = hf_test_store_run (fixture, HF_STORE_READ, compute, NULL);
  g_assert_cmpuint (figures->win_back.declined, ==, 1);
  g_assert_cmpuint (figures->win_back.declined_why, ==, 1);
  g_assert_cmpfloat (figures->win_back.decline_rate, ==, 1);
}

static gpointer
queue_offer (HfStoreSession *session, gpointer code, GError **error)
{
  gint64 id = 0;
  return hf_store_queue_add (session, key_of (session, code), HF_INTERVIEW_WIN_BACK, 0, NULL,
                             &id, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
forbid_offers (HfStoreSession *session, gpointer code, GError **error)
{
  hf_store_session_set_now (session, NOW);
  return hf_store_consents_add (session, key_of (session, code), "win-back", FALSE, 0, NULL,
                                error)
             ? HF_STORE_DONE
             : NULL;
}

/* Consent that was taken back blocks the offer, and no other call. */
static void
test_no_offer_without_consent (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Call offer = { 0, NOW, HF_INTERVIEW_WIN_BACK, { "offer-result", "accepted" } };
  Call thanks = { 0, NOW, HF_INTERVIEW_THANK_YOU, { "satisfaction", "5" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, lose, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, queue_offer, "C1");
  assert_next (fixture, 0, NOW, "win_back", 0);
  hf_test_store_run (fixture, HF_STORE_WRITE, forbid_offers, "C1");
  assert_next (fixture, 0, NOW, "nobody", 0);
  g_autoptr (GPtrArray) waiting = hf_test_store_run (fixture, HF_STORE_READ, list_waiting,
                                                     NULL);
  g_assert_false (((HfCallTask *) waiting->pdata[0])->may_offer);
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, hold_call, &offer, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID);
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &thanks);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/care/" path, HfTestStore, NULL, hf_test_store_set_up, func,                    \
              hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("follow-up/once", test_an_answer_opens_a_follow_up_once);
  ADD ("follow-up/not-by-the-handler", test_it_is_not_for_the_handler);
  ADD ("follow-up/refused", test_the_store_refuses_the_handler);
  ADD ("follow-up/alone", test_where_there_is_nobody_else_it_says_so);
  ADD ("follow-up/logged", test_a_logged_call_of_the_handler_settles_nothing);
  ADD ("follow-up/again", test_not_settled_is_asked_again_up_to_a_cap);
  ADD ("follow-up/expected", test_what_was_expected_is_kept_beside_it);
  ADD ("score/once", test_a_low_score_opens_care_once);
  ADD ("score/floor", test_the_floor_is_a_setting);
  ADD ("score/in-a-call", test_a_low_score_in_a_call_opens_care);
  ADD ("offer/accepted", test_who_accepts_an_offer_is_won_back);
  ADD ("offer/declined", test_who_declines_an_offer_says_why);
  ADD ("offer/consent", test_no_offer_without_consent);
  return g_test_run ();
}
