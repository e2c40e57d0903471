#include "config.h"

#include "hf-call-attempt.h"
#include "hf-figures-json.h"
#include "hf-promise.h"
#include "hf-store-attempts.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-figures.h"
#include "hf-store-hints.h"
#include "hf-store-scores.h"
#include "hf-store-settings.h"
#include "hf-store-staff.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* Monday, 2 February 2026, 10:00 in Shanghai. */
#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)

typedef struct
{
  const char *code;
  const char *note;
  gint64 at;
  const char *outcome;
} Call;

static gpointer
add_customers (HfStoreSession *session, gpointer unused, GError **error)
{
  static const char *const codes[] = { "C1", "C2", "C3" };
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup (codes[i]);
      customer->name = g_strdup_printf ("客户%d", (int) i);
      g_assert_true (hf_store_customers_save (session, customer, NULL));
    }
  return HF_STORE_DONE;
}

static gint64
find_customer (HfStoreSession *session, const char *code)
{
  gint64 id = 0;
  g_assert_true (hf_store_customers_find_id (session, code, &id, NULL));
  return id;
}

static gpointer
log_call (HfStoreSession *session, gpointer data, GError **error)
{
  const Call *call = data;
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  hf_store_session_set_now (session, call->at);
  attempt->customer_id = find_customer (session, call->code);
  attempt->outcome = g_strdup (call->outcome);
  attempt->note = g_strdup (call->note);
  attempt->started_at = call->at;
  attempt->ended_at = call->at + G_TIME_SPAN_MINUTE;
  return hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, 0, error) ? HF_STORE_DONE
                                                                               : NULL;
}

static void
call (HfTestStore *fixture, const char *code, const char *note)
{
  const Call made = { code, note, NOW, "completed" };
  hf_test_store_run (fixture, HF_STORE_WRITE, log_call, &made);
}

static gpointer
keep (HfStoreSession *session, gpointer sweep, GError **error)
{
  return hf_store_hints_keep (session, sweep, error) ? HF_STORE_DONE : NULL;
}

static HfHintSweep *
look (HfTestStore *fixture)
{
  return hf_test_store_run (fixture, HF_STORE_READ, hf_store_hints_look, NULL);
}

static void
sweep (HfTestStore *fixture)
{
  g_autoptr (HfHintSweep) found = look (fixture);
  if (hf_hint_sweep_is_worth_keeping (found))
    hf_test_store_run (fixture, HF_STORE_WRITE, keep, found);
}

static gpointer
list (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_hints_list (session, error);
}

/* What is listed: "code words", a line each. */
static void
assert_listed (HfTestStore *fixture, const char *expected)
{
  g_autoptr (GPtrArray) hints = hf_test_store_run (fixture, HF_STORE_READ, list, NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  for (guint i = 0; i < hints->len; i++)
    {
      const HfComplaintHint *hint = hints->pdata[i];
      g_string_append_printf (lines, "%s %s\n", hint->customer_code, hint->words);
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static gpointer
count (HfStoreSession *session, gpointer count, GError **error)
{
  return hf_store_hints_count (session, count, error) ? HF_STORE_DONE : NULL;
}

static void
assert_counted (HfTestStore *fixture, gint64 expected)
{
  gint64 counted = -1;
  hf_test_store_run (fixture, HF_STORE_READ, count, &counted);
  g_assert_cmpint (counted, ==, expected);
}

/* "Nobody answers" is what we note of a telephone then, not what a customer says. */
static void
test_who_was_not_spoken_to_said_nothing (HfTestStore *fixture, gconstpointer data)
{
  const Call unanswered = { "C1", "电话没人接，打不通", NOW, "no-answer" };
  const Call refused = { "C2", "说电话没人接，很失望", NOW, "refused-soft" };
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customers, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, log_call, &unanswered);
  hf_test_store_run (fixture, HF_STORE_WRITE, log_call, &refused);
  sweep (fixture);
  assert_listed (fixture, "C2 说电话没人接，很失望\n");
}

static void
test_notes_are_looked_through_once (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customers, NULL);
  call (fixture, "C1", "客戶說要投訴");
  call (fixture, "C2", "没有投诉，很满意");
  call (fixture, "C3", "");
  sweep (fixture);
  assert_listed (fixture, "C1 客戶說要投訴\n");
  g_autoptr (HfHintSweep) again = look (fixture);
  g_assert_false (hf_hint_sweep_is_worth_keeping (again));
  call (fixture, "C2", "wants a refund");
  sweep (fixture);
  assert_counted (fixture, 2);
}

typedef struct
{
  gint64 id;
  HfHintState state;
} Decision;

static gpointer
decide (HfStoreSession *session, gpointer data, GError **error)
{
  const Decision *decision = data;
  return hf_store_hints_decide (session, decision->id, decision->state, error) ? HF_STORE_DONE
                                                                               : NULL;
}

static gint64
first_hint (HfTestStore *fixture)
{
  g_autoptr (GPtrArray) hints = hf_test_store_run (fixture, HF_STORE_READ, list, NULL);
  g_assert_cmpuint (hints->len, >, 0);
  return ((HfComplaintHint *) hints->pdata[0])->id;
}

static void
test_what_was_decided_stays_so (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customers, NULL);
  call (fixture, "C1", "没人回电话");
  call (fixture, "C2", "never again");
  sweep (fixture);
  Decision decision = { first_hint (fixture), HF_HINT_LATER };
  hf_test_store_run (fixture, HF_STORE_WRITE, decide, &decision);
  /* Both calls were at the same time; the later one comes first, until it is put off. */
  assert_listed (fixture, "C1 没人回电话\nC2 never again\n");
  decision.state = HF_HINT_DISMISSED;
  hf_test_store_run (fixture, HF_STORE_WRITE, decide, &decision);
  assert_listed (fixture, "C1 没人回电话\n");
  sweep (fixture);
  assert_counted (fixture, 1);
  decision.state = HF_HINT_OPEN;
  hf_test_store_run (fixture, HF_STORE_WRITE, decide, &decision);
  assert_counted (fixture, 2);
}

static void
test_only_one_desk_decides (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customers, NULL);
  call (fixture, "C1", "没人回电话");
  sweep (fixture);
  Decision decision = { first_hint (fixture), HF_HINT_DISMISSED };
  hf_test_store_run (fixture, HF_STORE_WRITE, decide, &decision);
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, decide, &decision, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);
}

static gpointer
register_hint (HfStoreSession *session, gpointer hint_id, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  hf_store_session_set_now (session, NOW + 7 * G_TIME_SPAN_DAY);
  complaint->hint_id = *(gint64 *) hint_id;
  complaint->customer_code = g_strdup ("C1");
  complaint->words = g_strdup ("没人回电话");
  complaint->received_at = NOW;
  complaint->term = HF_PROMISE_DAY;
  return hf_store_complaints_save (session, complaint, error) ? g_object_ref (complaint) : NULL;
}

static gpointer
find_hint (HfStoreSession *session, gpointer complaint_id, GError **error)
{
  HfComplaintHint *hint = NULL;
  g_assert_true (hf_store_hints_find (session, *(gint64 *) complaint_id, &hint, error));
  return hint;
}

static void
test_registered_once_and_found_back (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customers, NULL);
  call (fixture, "C1", "没人回电话");
  sweep (fixture);
  gint64 id = first_hint (fixture);
  g_autoptr (HfComplaint) complaint = hf_test_store_run (fixture, HF_STORE_WRITE, register_hint,
                                                         &id);
  assert_counted (fixture, 0);
  /* Its clock begins when it is registered. */
  g_assert_cmpint (complaint->due_at, ==, NOW + 8 * G_TIME_SPAN_DAY);
  g_autoptr (HfComplaintHint) hint = hf_test_store_run (fixture, HF_STORE_READ, find_hint,
                                                        &complaint->id);
  g_assert_cmpint (hint->id, ==, id);
  g_assert_cmpint (hint->state, ==, HF_HINT_REGISTERED);
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, register_hint, &id, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID);
}

static gpointer
complain (HfStoreSession *session, gpointer at, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  complaint->customer_code = g_strdup ("C1");
  complaint->received_at = *(gint64 *) at;
  return hf_store_complaints_save (session, complaint, error) ? HF_STORE_DONE : NULL;
}

static void
test_who_complained_is_known (HfTestStore *fixture, gconstpointer data)
{
  gint64 before = NOW - G_TIME_SPAN_DAY, same_day = NOW + G_TIME_SPAN_HOUR;
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customers, NULL);
  call (fixture, "C1", "没人回电话");
  hf_test_store_run (fixture, HF_STORE_WRITE, complain, &before);
  sweep (fixture);
  assert_counted (fixture, 1);
  hf_test_store_run (fixture, HF_STORE_WRITE, complain, &same_day);
  assert_counted (fixture, 0);
  call (fixture, "C1", "again nobody called");
  sweep (fixture);
  assert_counted (fixture, 0);
}

static gpointer
set_words (HfStoreSession *session, gpointer words, GError **error)
{
  return hf_store_settings_set (session, HF_SETTING_COMPLAINT_WORDS, words, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_another_list_looks_anew (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customers, NULL);
  call (fixture, "C1", "没人回电话");
  call (fixture, "C2", "never again");
  call (fixture, "C3", "a squeak");
  sweep (fixture);
  Decision decision = { first_hint (fixture), HF_HINT_DISMISSED };
  hf_test_store_run (fixture, HF_STORE_WRITE, decide, &decision);
  assert_listed (fixture, "C1 没人回电话\n");
  hf_test_store_run (fixture, HF_STORE_WRITE, set_words, "squeak\nnever again");
  sweep (fixture);
  assert_listed (fixture, "C3 a squeak\n");
  hf_test_store_run (fixture, HF_STORE_WRITE, set_words, "");
  sweep (fixture);
  assert_listed (fixture, "C1 没人回电话\n");
}

static gpointer
save_score (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfScore) score = hf_score_new ();
  score->customer_code = g_strdup ("C3");
  score->customer_id = find_customer (session, "C3");
  score->scored_on = g_strdup ("2026-02-01");
  score->score = 2000;
  score->words = g_strdup ("等了太久");
  return hf_store_scores_save (session, score, error) ? HF_STORE_DONE : NULL;
}

static void
test_words_with_a_score_count (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customers, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, save_score, NULL);
  sweep (fixture);
  assert_listed (fixture, "C3 等了太久\n");
}

static gpointer
add_many (HfStoreSession *session, gpointer unused, GError **error)
{
  for (guint i = 0; i < 1203; i++)
    {
      const Call made = { "C1", i % 100 == 0 ? "没人回电话" : "满意", NOW, "completed" };
      g_assert_nonnull (log_call (session, (gpointer) &made, error));
    }
  return HF_STORE_DONE;
}

static void
test_many_notes_are_read_in_turns (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customers, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, add_many, NULL);
  sweep (fixture);
  assert_counted (fixture, 13);
}

static gpointer
compute (HfStoreSession *session, gpointer period, GError **error)
{
  return hf_store_figures_compute (session, period, NULL, error);
}

static void
assert_figures (HfTestStore *fixture, const char *from, const char *expected)
{
  g_autoptr (HfPeriod) period = hf_period_new (from, NULL);
  g_autoptr (HfFigures) figures = hf_test_store_run (fixture, HF_STORE_READ, compute, period);
  g_autofree char *json = hf_figures_to_json (figures);
  g_autoptr (GRegex) blank = g_regex_new ("\\s+", 0, 0, NULL);
  g_autofree char *dense = g_regex_replace_literal (blank, json, -1, 0, "", 0, NULL);
  g_autofree char *member = g_strdup_printf ("\"complaint_hints\":{%s}", expected);
  if (strstr (dense, member) == NULL)
    g_error ("%s is not in %s", member, dense);
}

static void
test_figures_say_what_became_of_them (HfTestStore *fixture, gconstpointer data)
{
  assert_figures (fixture, NULL,
                  "\"found\":0,\"registered\":0,\"dismissed\":0,\"undecided\":0");
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customers, NULL);
  call (fixture, "C1", "没人回电话");
  call (fixture, "C2", "never again");
  call (fixture, "C3", "要投诉");
  call (fixture, "C3", "wants a refund");
  sweep (fixture);
  Decision decision = { first_hint (fixture), HF_HINT_DISMISSED };
  hf_test_store_run (fixture, HF_STORE_WRITE, decide, &decision);
  decision = (Decision){ first_hint (fixture), HF_HINT_LATER };
  hf_test_store_run (fixture, HF_STORE_WRITE, decide, &decision);
  gint64 id = first_hint (fixture);
  g_autoptr (HfComplaint) complaint = hf_test_store_run (fixture, HF_STORE_WRITE, register_hint,
                                                         &id);
  assert_figures (fixture, NULL,
                  "\"found\":4,\"registered\":1,\"dismissed\":1,\"undecided\":2");
  assert_figures (fixture, "2026-02-03",
                  "\"found\":0,\"registered\":0,\"dismissed\":0,\"undecided\":0");
}

#define N_ROUNDS 10

/* A desk that does something in the moment in which the other does. */
typedef struct
{
  HfStore *store;
  HfStoreFunc func;
  gpointer input;
  int *n_ready;
  gpointer done; /* NULL: it failed */
  GError *error;
} Desk;

static gpointer
do_at_once (gpointer data)
{
  Desk *desk = data;
  g_atomic_int_inc (desk->n_ready);
  while (g_atomic_int_get (desk->n_ready) < 2)
    g_thread_yield ();
  desk->done = hf_store_run (desk->store, HF_STORE_WRITE, desk->func, desk->input, NULL,
                             &desk->error);
  return NULL;
}

/* One of two desks does it; the other is told so by an error, and nothing is done twice. */
static gpointer
race (HfTestStore *fixture, HfStore *other, HfStoreFunc func, gpointer input, int code)
{
  int n_ready = 0;
  Desk desks[] = { { fixture->store, func, input, &n_ready, NULL, NULL },
                   { other, func, input, &n_ready, NULL, NULL } };
  GThread *thread = g_thread_new ("desk", do_at_once, &desks[1]);
  do_at_once (&desks[0]);
  g_thread_join (thread);
  const Desk *winner = desks[0].done != NULL ? &desks[0] : &desks[1];
  Desk *loser = desks[0].done != NULL ? &desks[1] : &desks[0];
  g_assert_no_error (winner->error);
  g_assert_null (loser->done);
  g_assert_error (loser->error, HF_STORE_ERROR, code);
  g_clear_error (&loser->error);
  return winner->done;
}

static gpointer
count_complaints (HfStoreSession *session, gpointer count, GError **error)
{
  g_autoptr (GPtrArray) all = hf_store_complaints_list_after (session, NULL, 0, 100, error);
  *(guint *) count = all->len;
  return HF_STORE_DONE;
}

static void
test_two_desks_decide_at_the_same_time (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_complaints = 0;
  g_autoptr (HfStore) other = hf_store_open (fixture->place, HF_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  hf_store_set_desk (other, 2);
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customers, NULL);
  for (guint i = 0; i < N_ROUNDS; i++)
    call (fixture, "C2", "never again");
  call (fixture, "C1", "没人回电话");
  sweep (fixture);
  gint64 id = first_hint (fixture);
  g_autoptr (HfComplaint) complaint = race (fixture, other, register_hint, &id,
                                            HF_STORE_ERROR_INVALID);
  hf_test_store_run (fixture, HF_STORE_READ, count_complaints, &n_complaints);
  g_assert_cmpuint (n_complaints, ==, 1);
  for (gint64 left = N_ROUNDS; left > 0; left--)
    {
      Decision decision = { first_hint (fixture), HF_HINT_DISMISSED };
      assert_counted (fixture, left);
      race (fixture, other, decide, &decision, HF_STORE_ERROR_CONFLICT);
    }
  assert_counted (fixture, 0);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/hints/" path, HfTestStore, NULL, hf_test_store_set_up, func,                   \
              hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("once", test_notes_are_looked_through_once);
  ADD ("unanswered", test_who_was_not_spoken_to_said_nothing);
  ADD ("decided", test_what_was_decided_stays_so);
  ADD ("one-desk", test_only_one_desk_decides);
  ADD ("registered", test_registered_once_and_found_back);
  ADD ("known", test_who_complained_is_known);
  ADD ("another-list", test_another_list_looks_anew);
  ADD ("scores", test_words_with_a_score_count);
  ADD ("figures", test_figures_say_what_became_of_them);
  ADD ("desks", test_two_desks_decide_at_the_same_time);
  ADD ("many", test_many_notes_are_read_in_turns);
  return g_test_run ();
}
