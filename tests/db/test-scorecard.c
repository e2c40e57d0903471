#include "config.h"

#include "hf-promise.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-deadlines.h"
#include "hf-store-figures.h"
#include "hf-store-interviews.h"
#include "hf-store-promises.h"
#include "hf-store-scorecard.h"
#include "hf-store-settings.h"
#include "hf-store-staff.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* Monday, 2 February 2026, 10:00 in Shanghai. */
#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)
#define NEVER (-1)

#define FIRST_WORD_MINUTES 60
#define ANSWER_MINUTES (24 * 60)

/* A complaint: minutes are counted from its receipt. */
typedef struct
{
  const char *branch;
  int received; /* minutes before NOW */
  int word, answered, given_up;
  int put_off; /* when it was promised anew, for two days later */
  HfPromiseTerm term;
  const char *answers[7]; /* of the second follow-up: question, value, .. */
} Case;

/* Those that A, B and C are worked out from by hand. */
static const Case cases[] = {
  { "A",
    9000,
    30,
    600,
    NEVER,
    NEVER,
    HF_PROMISE_DAY,
    { "solved", "fully", "handling-expected", "4", "handling-satisfaction", "5" } },
  { "A",
    9000,
    90,
    1200,
    NEVER,
    NEVER,
    HF_PROMISE_DAY,
    { "solved", "fully", "handling-expected", "5", "handling-satisfaction", "4" } },
  { "A",
    9000,
    60,
    1800,
    NEVER,
    NEVER,
    HF_PROMISE_DAY,
    { "solved", "no", "handling-expected", "3", "handling-satisfaction", "1" } },
  { "A", 2900, NEVER, NEVER, NEVER, NEVER, HF_PROMISE_DAY, { NULL } },
  { "A", 30, NEVER, NEVER, NEVER, NEVER, HF_PROMISE_DAY, { NULL } },
  { "A", 9000, NEVER, NEVER, 300, NEVER, HF_PROMISE_DAY, { NULL } },
  { "A", 9000, 30, 2400, NEVER, 1200, HF_PROMISE_DAY, { NULL } },
  { "B", 9000, 25, 50, NEVER, NEVER, HF_PROMISE_EMERGENCY, { NULL } },
  { "B", 9000, 40, 50, NEVER, NEVER, HF_PROMISE_EMERGENCY, { NULL } },
  { "B", 10, NEVER, NEVER, NEVER, NEVER, HF_PROMISE_EMERGENCY, { NULL } },
  { NULL,
    9000,
    30,
    600,
    NEVER,
    NEVER,
    HF_PROMISE_DAY,
    { "solved", "fully", "handling-satisfaction", "5" } },
};

typedef struct
{
  gint64 handler, other;
  guint n_cases;
} Desk;

static gint64
add_staff (HfStoreSession *session, const char *code)
{
  g_autoptr (HfStaff) staff = hf_staff_new ();
  staff->code = g_strdup (code);
  staff->name = g_strdup (code);
  g_assert_true (hf_store_staff_save (session, staff, NULL));
  return staff->id;
}

static gint64
add_customer (HfStoreSession *session, const char *code, const char *branch)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup (code);
  customer->name = g_strdup (code);
  customer->branch = g_strdup (branch);
  g_assert_true (hf_store_customers_save (session, customer, NULL));
  return customer->id;
}

static void
move (HfStoreSession *session, HfComplaint *complaint, HfComplaintStatus status, int minutes)
{
  if (minutes == NEVER)
    return;
  hf_store_session_set_now (session, complaint->received_at + minutes * G_TIME_SPAN_MINUTE);
  g_assert_true (hf_store_complaints_move (session, complaint, status, NULL, NULL));
}

static void
put_off (HfStoreSession *session, HfComplaint *complaint, int minutes)
{
  gint64 after = complaint->due_at + 2 * G_TIME_SPAN_DAY;
  if (minutes == NEVER)
    return;
  hf_store_session_set_now (session, complaint->received_at + minutes * G_TIME_SPAN_MINUTE);
  g_assert_true (
      hf_store_deadlines_move (session, complaint, HF_DEADLINE_RESOLVE, after, "等配件", NULL));
}

static void
give_up (HfStoreSession *session, HfComplaint *complaint, int minutes)
{
  if (minutes == NEVER)
    return;
  hf_store_session_set_now (session, complaint->received_at + minutes * G_TIME_SPAN_MINUTE);
  g_assert_true (hf_store_complaints_give_up (session, complaint, "客户撤回", NULL));
}

static void
follow_up (HfStoreSession *session, gint64 customer_id, const char *const *answers)
{
  if (answers[0] == NULL)
    return;
  hf_store_session_set_now (session, NOW - G_TIME_SPAN_HOUR);
  g_autoptr (HfInterview) interview = hf_store_interviews_start (
      session, customer_id, HF_INTERVIEW_FOLLOW_UP, "en", NULL);
  g_assert_nonnull (interview);
  for (gsize i = 0; answers[i] != NULL; i += 2)
    {
      g_autoptr (HfAnswer) answer = hf_answer_new ();
      answer->interview_id = interview->id;
      answer->question = g_strdup (answers[i]);
      answer->value = g_strdup (answers[i + 1]);
      g_assert_true (hf_store_answers_save (session, answer, NULL));
    }
  g_assert_true (hf_store_interviews_finish (session, interview, "completed",
                                             HF_INTERVIEW_COMPLETED, 0, NULL, NULL));
}

static void
live (HfStoreSession *session, Desk *desk, const Case *plan, gint64 caller)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  g_autofree char *code = g_strdup_printf ("C%u", ++desk->n_cases);
  gint64 customer_id = add_customer (session, code, plan->branch);
  hf_store_session_set_staff_id (session, desk->handler);
  complaint->customer_code = g_strdup (code);
  complaint->branch = g_strdup (plan->branch);
  complaint->received_at = NOW - plan->received * G_TIME_SPAN_MINUTE;
  complaint->term = plan->term;
  complaint->respond_by = complaint->received_at + FIRST_WORD_MINUTES * G_TIME_SPAN_MINUTE;
  complaint->due_at = complaint->received_at + ANSWER_MINUTES * G_TIME_SPAN_MINUTE;
  hf_store_session_set_now (session, complaint->received_at);
  g_assert_true (hf_store_complaints_save (session, complaint, NULL));
  move (session, complaint, HF_COMPLAINT_ACKNOWLEDGED, plan->word);
  put_off (session, complaint, plan->put_off);
  move (session, complaint, HF_COMPLAINT_RESPONDED, plan->answered);
  give_up (session, complaint, plan->given_up);
  hf_store_session_set_staff_id (session, caller);
  follow_up (session, customer_id, plan->answers);
}

static void
promise (HfStoreSession *session, gint64 customer_id, HfPromiseState state, int due_minutes)
{
  g_autoptr (HfPromise) made = hf_promise_new ();
  made->customer_id = customer_id;
  made->what = g_strdup ("回电话");
  made->term = HF_PROMISE_DATED;
  made->made_at = NOW - G_TIME_SPAN_DAY;
  made->due_at = NOW + due_minutes * G_TIME_SPAN_MINUTE;
  g_assert_true (hf_store_promises_save (session, made, NULL));
  hf_store_session_set_now (session, NOW - G_TIME_SPAN_HOUR);
  if (state != HF_PROMISE_OPEN)
    g_assert_true (hf_store_promises_end (session, made, state, NULL, NULL));
  hf_store_session_set_now (session, NOW);
}

static gpointer
fill (HfStoreSession *session, gpointer data, GError **error)
{
  Desk *desk = data;
  /* While there is nobody else, the handler asks; that says nothing of the branch. */
  const Case alone = { "A",
                       9000,
                       30,
                       600,
                       NEVER,
                       NEVER,
                       HF_PROMISE_DAY,
                       { "solved", "fully", "handling-expected", "1", "handling-satisfaction",
                         "5" } };
  desk->handler = add_staff (session, "handler");
  live (session, desk, &alone, desk->handler);
  desk->other = add_staff (session, "other");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    live (session, desk, &cases[i], desk->other);
  gint64 customer_id = add_customer (session, "C99", "C");
  promise (session, customer_id, HF_PROMISE_KEPT, 0);
  promise (session, customer_id, HF_PROMISE_KEPT, 0);
  promise (session, customer_id, HF_PROMISE_KEPT, -120);
  promise (session, customer_id, HF_PROMISE_OPEN, -60);
  promise (session, customer_id, HF_PROMISE_OPEN, 60);
  return HF_STORE_DONE;
}

static gpointer
compute (HfStoreSession *session, gpointer period, GError **error)
{
  return hf_store_scorecard_compute (session, period, 0, NOW, error);
}

static HfScorecard *
score (HfTestStore *fixture, const char *from, const char *to)
{
  g_autoptr (HfPeriod) period = hf_period_new (from, to);
  return hf_test_store_run (fixture, HF_STORE_READ, compute, period);
}

static const HfBranchScore *
find (const HfScorecard *card, const char *name)
{
  for (guint i = 0; i < card->branches->len; i++)
    {
      const HfBranchScore *found = card->branches->pdata[i];
      if (g_strcmp0 (found->name, name) == 0)
        return found;
    }
  return NULL;
}

static void
assert_share (const HfBranchScore *score, HfScoreKind kind, guint met, guint of)
{
  g_assert_cmpuint (score->shares[kind].met, ==, met);
  g_assert_cmpuint (score->shares[kind].of, ==, of);
}

static void
assert_gaps (const HfSatisfactionGaps *gaps, guint worse, guint same, guint better, gint64 sum)
{
  g_assert_cmpuint (gaps->by_kind[HF_GAP_WORSE], ==, worse);
  g_assert_cmpuint (gaps->by_kind[HF_GAP_AS_EXPECTED], ==, same);
  g_assert_cmpuint (gaps->by_kind[HF_GAP_BETTER], ==, better);
  g_assert_cmpuint (gaps->answers, ==, worse + same + better);
  g_assert_cmpint (gaps->sum, ==, sum);
}

static void
assert_a (const HfBranchScore *a)
{
  g_assert_cmpuint (a->complaints, ==, 8);
  assert_share (a, HF_SCORE_FIRST_WORD, 4, 7);
  assert_share (a, HF_SCORE_RESOLVED, 3, 6);
  assert_share (a, HF_SCORE_HALF_HOUR, 0, 0);
  assert_share (a, HF_SCORE_SATISFIED, 2, 3);
  assert_gaps (&a->gaps, 2, 0, 1, -2000);
  g_assert_cmpuint (a->again, ==, 1);
  g_assert_cmpuint (a->not_pursued, ==, 1);
  g_assert_cmpint (a->proposal, ==, HF_JUDGEMENT_TOO_FEW);
  g_assert_cmpuint (a->rank, ==, 0);
}

static void
test_branches_are_counted (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, fill, &desk);
  g_autoptr (HfScorecard) card = score (fixture, NULL, NULL);
  g_assert_cmpuint (card->branches->len, ==, 4);
  assert_a (find (card, "A"));
  const HfBranchScore *b = find (card, "B"), *c = find (card, "C"), *none = find (card, NULL);
  g_assert_cmpuint (b->complaints, ==, 3);
  assert_share (b, HF_SCORE_FIRST_WORD, 2, 2);
  assert_share (b, HF_SCORE_RESOLVED, 2, 2);
  assert_share (b, HF_SCORE_HALF_HOUR, 1, 2);
  g_assert_cmpuint (c->complaints, ==, 0);
  assert_share (c, HF_SCORE_PROMISES, 2, 4);
  g_assert_cmpint (none->branch_id, ==, 0);
  assert_share (none, HF_SCORE_SATISFIED, 1, 1);
  assert_gaps (&none->gaps, 0, 0, 0, 0);
  g_assert_true (g_ptr_array_index (card->branches, 3) == none);
  g_assert_cmpuint (card->total.complaints, ==, 12);
  assert_share (&card->total, HF_SCORE_SATISFIED, 3, 4);
}

/* By the day of receipt, and by the day on which a promise was made. */
static void
test_a_period_has_its_own (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, fill, &desk);
  g_autoptr (HfScorecard) today = score (fixture, "2026-02-02", NULL);
  g_assert_cmpuint (today->total.complaints, ==, 2);
  assert_share (&today->total, HF_SCORE_FIRST_WORD, 0, 0);
  g_assert_null (find (today, "C"));
  g_autoptr (HfScorecard) before = score (fixture, NULL, "2026-01-31");
  g_assert_cmpuint (before->total.complaints, ==, 10);
}

static gpointer
list_group (HfStoreSession *session, gpointer filter, GError **error)
{
  gint64 count = -1;
  GArray *keys = hf_store_complaints_list_keys (session, filter, error);
  g_assert_true (hf_store_complaints_count (session, filter, &count, error));
  g_autoptr (GPtrArray) first = hf_store_complaints_list (session, filter, 100, error);
  g_assert_cmpint (count, ==, keys->len);
  g_assert_cmpuint (first->len, ==, keys->len);
  return keys;
}

/* Each number of a branch, or of all, against the list behind it. */
static void
assert_lists (HfTestStore *fixture, const HfBranchScore *score, gint64 branch_id,
              HfPeriod *period)
{
  for (int group = HF_SCORE_GROUP_ANY; group < HF_SCORE_N_GROUPS; group++)
    {
      HfComplaintFilter filter = {
        .group = group, .branch_id = branch_id, .received = period, .now = NOW
      };
      g_autoptr (GArray) keys = hf_test_store_run (fixture, HF_STORE_READ, list_group, &filter);
      g_assert_cmpuint (keys->len, ==, hf_score_group_count (group, score));
    }
}

static void
test_every_number_has_its_list (HfTestStore *fixture, gconstpointer data)
{
  const char *const spans[][2] = { { NULL, NULL },
                                   { "2026-02-02", NULL },
                                   { NULL, "2026-01-31" },
                                   { "2026-01-25", "2026-01-28" } };
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, fill, &desk);
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (HfPeriod) period = hf_period_new (spans[i][0], spans[i][1]);
      g_autoptr (HfScorecard) card = score (fixture, spans[i][0], spans[i][1]);
      for (guint j = 0; j < card->branches->len; j++)
        {
          const HfBranchScore *one = card->branches->pdata[j];
          assert_lists (fixture, one,
                        one->branch_id != 0 ? one->branch_id : HF_COMPLAINT_NO_BRANCH, period);
        }
      assert_lists (fixture, &card->total, 0, period);
    }
}

/* What else narrows a list holds beside it. */
static void
test_a_list_is_narrowed_further (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  HfComplaintFilter filter = { .group = HF_SCORE_GROUP_HALF_HOUR_MISSED,
                               .now = NOW,
                               .only_late = TRUE,
                               .only_open = TRUE,
                               .only_escalated = TRUE,
                               .status = (char *) "responded",
                               .search = (char *) "C1" };
  hf_test_store_run (fixture, HF_STORE_WRITE, fill, &desk);
  g_autoptr (GArray) none = hf_test_store_run (fixture, HF_STORE_READ, list_group, &filter);
  g_assert_cmpuint (none->len, ==, 0);
  filter.only_late = filter.only_escalated = FALSE;
  filter.search = (char *) "C10";
  g_autoptr (GArray) one = hf_test_store_run (fixture, HF_STORE_READ, list_group, &filter);
  g_assert_cmpuint (one->len, ==, 1);
}

static gpointer
compute_figures (HfStoreSession *session, gpointer branch, GError **error)
{
  g_autoptr (HfPeriod) all = hf_period_new (NULL, NULL);
  return hf_store_figures_compute (session, all, branch, error);
}

static void
test_the_figures_have_the_same (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, fill, &desk);
  g_autoptr (HfFigures) figures = hf_test_store_run (fixture, HF_STORE_READ, compute_figures,
                                                     "A");
  g_assert_cmpuint (figures->scorecard->branches->len, ==, 1);
  const HfBranchScore *a = find (figures->scorecard, "A");
  assert_share (a, HF_SCORE_SATISFIED, 2, 3);
  assert_gaps (&figures->scorecard->total.gaps, 2, 0, 1, -2000);
}

static gpointer
take_up_all (HfStoreSession *session, gpointer unused, GError **error)
{
  HfComplaintFilter all = { .status = (char *) "responded" };
  g_autoptr (GPtrArray) answered = hf_store_complaints_list (session, &all, 100, error);
  hf_store_session_set_now (session, NOW);
  for (guint i = 0; answered != NULL && i < answered->len; i++)
    if (!hf_store_complaints_take_up (session, answered->pdata[i], "又打来了", error))
      return NULL;
  return GUINT_TO_POINTER (answered->len);
}

/* What was answered in time was in time, whatever came of it. */
static void
test_the_first_answer_counts (HfTestStore *fixture, gconstpointer data)
{
  static const HfScoreKind kinds[] = { HF_SCORE_FIRST_WORD, HF_SCORE_RESOLVED,
                                       HF_SCORE_HALF_HOUR };
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, fill, &desk);
  g_autoptr (HfScorecard) before = score (fixture, NULL, NULL);
  g_assert_cmpuint (before->total.shares[HF_SCORE_RESOLVED].met, >, 0);
  g_assert_cmpuint (
      GPOINTER_TO_UINT (hf_test_store_run (fixture, HF_STORE_WRITE, take_up_all, NULL)), >, 5);
  g_autoptr (HfScorecard) after = score (fixture, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    assert_share (&after->total, kinds[i], before->total.shares[kinds[i]].met,
                  before->total.shares[kinds[i]].of);
}

static gpointer
raise_mark (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfAssumption) mark = hf_store_assumptions_find (
      session, HF_ASSUMPTION_REWARD_SATISFIED, error);
  g_assert_cmpfloat (mark->value, ==, 0.85);
  mark->value = 0.9;
  return hf_store_assumptions_save (session, mark, error) ? HF_STORE_DONE : NULL;
}

static void
test_marks_are_a_setting (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, raise_mark, NULL);
  g_autoptr (HfScorecard) card = score (fixture, NULL, NULL);
  g_assert_cmpuint (card->branches->len, ==, 0);
  g_assert_cmpfloat (card->marks.reward.satisfied, ==, 0.9);
  g_assert_cmpfloat (card->marks.penalty.in_time, ==, 0.7);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/scorecard/" path, HfTestStore, NULL, hf_test_store_set_up, func,               \
              hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("branches", test_branches_are_counted);
  ADD ("period", test_a_period_has_its_own);
  ADD ("lists", test_every_number_has_its_list);
  ADD ("narrowed", test_a_list_is_narrowed_further);
  ADD ("figures", test_the_figures_have_the_same);
  ADD ("first-answer", test_the_first_answer_counts);
  ADD ("marks", test_marks_are_a_setting);
  return g_test_run ();
}
