#include "config.h"

#include "hf-store-complaints-private.h"
#include "hf-store-deadlines.h"
#include "hf-store-pauses.h"
#include "hf-store-promise-rules.h"
#include "hf-store-promises.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* Friday, 6 March 2026, 15:00 in Shanghai, where this desk is; nobody made a calendar. */
#define FRIDAY (G_GINT64_CONSTANT (1772780400) * G_USEC_PER_SEC)
#define MINUTE G_TIME_SPAN_MINUTE
#define HOUR G_TIME_SPAN_HOUR
#define DAY G_TIME_SPAN_DAY
#define N_STEPS 300
#define SEED 20260306

/* What is done to a complaint, when, and what came of it. */
typedef struct
{
  HfComplaint *complaint;
  gint64 now;
  HfComplaintStatus status;
  HfDeadlineKind kind;
  gint64 after;
  const char *why;
} Work;

static gpointer
save (HfStoreSession *session, gpointer data, GError **error)
{
  Work *work = data;
  hf_store_session_set_now (session, work->now);
  return hf_store_complaints_save (session, work->complaint, error) ? HF_STORE_DONE : NULL;
}

static gpointer
move (HfStoreSession *session, gpointer data, GError **error)
{
  Work *work = data;
  hf_store_session_set_now (session, work->now);
  return hf_store_complaints_move (session, work->complaint, work->status, work->why, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
promise_anew (HfStoreSession *session, gpointer data, GError **error)
{
  Work *work = data;
  hf_store_session_set_now (session, work->now);
  return hf_store_deadlines_move (session, work->complaint, work->kind, work->after, work->why,
                                  error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
begin_pause (HfStoreSession *session, gpointer data, GError **error)
{
  Work *work = data;
  hf_store_session_set_now (session, work->now);
  return hf_store_pauses_begin (session, work->complaint->id, work->why, error) ? HF_STORE_DONE
                                                                                : NULL;
}

static gpointer
end_pause (HfStoreSession *session, gpointer data, GError **error)
{
  Work *work = data;
  hf_store_session_set_now (session, work->now);
  return hf_store_pauses_end (session, work->complaint->id, error) ? HF_STORE_DONE : NULL;
}

static gpointer
read_complaint (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_complaints_get (session, ((Work *) data)->complaint->id, error);
}

static gpointer
read_changes (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_deadlines_list (session, ((Work *) data)->complaint->id, error);
}

static gpointer
read_pauses (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_pauses_list (session, ((Work *) data)->complaint->id, error);
}

static gpointer
give_word (HfStoreSession *session, gpointer data, GError **error)
{
  Work *work = data;
  hf_store_session_set_now (session, work->now);
  return hf_store_complaints_give_word (session, work->complaint, work->why, error)
             ? HF_STORE_DONE
             : NULL;
}

/* From now on an emergency has word each five minutes, by another clock. */
static gpointer
hurry (HfStoreSession *session, gpointer unused, GError **error)
{
  HfPromiseRules rules;
  if (!hf_store_promise_rules_get (session, &rules, error))
    return NULL;
  rules.of[HF_PROMISE_EMERGENCY].update = 5;
  rules.of[HF_PROMISE_DAY].clock = HF_CLOCK_WORKDAYS;
  rules.of[HF_PROMISE_DAY].resolve = 1;
  return hf_store_promise_rules_save (session, &rules, error) ? HF_STORE_DONE : NULL;
}

static gpointer
count_late (HfStoreSession *session, gpointer now, GError **error)
{
  gint64 count = 0;
  HfComplaintFilter filter = { .only_late = TRUE, .now = *(gint64 *) now };
  return hf_store_complaints_count (session, &filter, &count, error)
             ? GINT_TO_POINTER ((int) count + 1)
             : NULL;
}

static gpointer
save_promise (HfStoreSession *session, gpointer promise, GError **error)
{
  return hf_store_promises_save (session, promise, error) ? HF_STORE_DONE : NULL;
}

static gpointer
run (HfTestStore *fixture, HfStoreFunc func, gpointer input)
{
  return hf_test_store_run (fixture, HF_STORE_WRITE, func, input);
}

static void
assert_fails (HfTestStore *fixture, HfStoreFunc func, gpointer input, int code)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_store_run (fixture->store, HF_STORE_WRITE, func, input, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, code);
}

static HfComplaint *
log_complaint (HfTestStore *fixture, int term)
{
  Work work = { hf_complaint_new (), FRIDAY };
  work.complaint->received_at = FRIDAY;
  work.complaint->term = term;
  run (fixture, save, &work);
  return work.complaint;
}

static void
assert_deadlines (HfTestStore *fixture, HfComplaint *complaint, gint64 respond_by,
                  gint64 next_word_by, gint64 due_at)
{
  Work work = { complaint };
  g_autoptr (HfComplaint) found = run (fixture, read_complaint, &work);
  g_assert_cmpint (found->respond_by, ==, respond_by);
  g_assert_cmpint (found->next_word_by, ==, next_word_by);
  g_assert_cmpint (found->due_at, ==, due_at);
  g_assert_cmpint (found->term, ==, complaint->term);
}

static void
assert_late (HfTestStore *fixture, HfComplaint *complaint, gint64 now, gboolean is_late)
{
  Work work = { complaint };
  g_autoptr (HfComplaint) found = run (fixture, read_complaint, &work);
  g_assert_cmpint (hf_complaint_is_late (found, now), ==, is_late);
  g_assert_cmpint (GPOINTER_TO_INT (run (fixture, count_late, &now)) - 1, ==, is_late ? 1 : 0);
}

static void
test_a_complaint_gets_its_deadlines (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfComplaint) workday = log_complaint (fixture, HF_PROMISE_WORKDAY);
  g_autoptr (HfComplaint) hours = log_complaint (fixture, HF_PROMISE_DAY);
  g_autoptr (HfComplaint) emergency = log_complaint (fixture, HF_PROMISE_EMERGENCY);
  g_autoptr (HfComplaint) none = log_complaint (fixture, HF_COMPLAINT_NO_TERM);
  assert_deadlines (fixture, workday, FRIDAY + HOUR, 0, FRIDAY + 3 * DAY);
  assert_deadlines (fixture, hours, FRIDAY + HOUR, 0, FRIDAY + DAY);
  assert_deadlines (fixture, emergency, FRIDAY, FRIDAY + 30 * MINUTE, 0);
  assert_deadlines (fixture, none, 0, 0, 0);
}

/* The first word has a clock of its own: it stops with it, and the other one goes on. */
static void
test_the_first_word_has_its_clock (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfComplaint) complaint = log_complaint (fixture, HF_PROMISE_DAY);
  assert_late (fixture, complaint, FRIDAY + HOUR, FALSE);
  assert_late (fixture, complaint, FRIDAY + HOUR + 1, TRUE);
  Work work = { complaint, FRIDAY + 2 * HOUR, HF_COMPLAINT_ACKNOWLEDGED };
  run (fixture, move, &work);
  assert_late (fixture, complaint, FRIDAY + 2 * HOUR, FALSE);
  assert_late (fixture, complaint, FRIDAY + DAY + 1, TRUE);
  work = (Work){ complaint, FRIDAY + 2 * DAY, HF_COMPLAINT_RESPONDED };
  run (fixture, move, &work);
  assert_late (fixture, complaint, FRIDAY + 9 * DAY, FALSE);
  g_assert_cmpint (complaint->acknowledged_at, ==, FRIDAY + 2 * HOUR);
  g_assert_cmpint (complaint->responded_at, ==, FRIDAY + 2 * DAY);
}

/* Nobody who is worked for behind their back has heard a word. */
static void
test_only_the_customer_s_word_is_a_word (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfComplaint) complaint = log_complaint (fixture, HF_PROMISE_DAY);
  Work work = { complaint, FRIDAY + MINUTE, HF_COMPLAINT_INVESTIGATING };
  run (fixture, move, &work);
  g_assert_cmpint (complaint->acknowledged_at, ==, 0);
  assert_late (fixture, complaint, FRIDAY + HOUR + 1, TRUE);
  work.now = FRIDAY + 2 * MINUTE;
  run (fixture, give_word, &work);
  g_assert_cmpint (complaint->status, ==, HF_COMPLAINT_INVESTIGATING);
  g_assert_cmpint (complaint->acknowledged_at, ==, FRIDAY + 2 * MINUTE);
  assert_late (fixture, complaint, FRIDAY + HOUR + 1, FALSE);
  work = (Work){ complaint, FRIDAY + HOUR, HF_COMPLAINT_RESPONDED };
  run (fixture, move, &work);
  assert_fails (fixture, give_word, &work, HF_STORE_ERROR_CONFLICT);

  /* A word that was given before the first step stays given. */
  g_autoptr (HfComplaint) other = log_complaint (fixture, HF_PROMISE_DAY);
  work = (Work){ other, FRIDAY + MINUTE, HF_COMPLAINT_TRACKED };
  run (fixture, give_word, &work);
  run (fixture, move, &work);
  g_assert_cmpint (other->acknowledged_at, ==, FRIDAY + MINUTE);
}

static gpointer
reopen (HfStoreSession *session, gpointer data, GError **error)
{
  Work *work = data;
  hf_store_session_set_now (session, work->now);
  return hf_complaints_reopen (session, work->complaint->id, error) ? HF_STORE_DONE : NULL;
}

/* Its second follow-up says that it is not settled: what was answered in time is not late for
 * that, and the clocks begin again. */
static void
test_the_clocks_begin_again (HfTestStore *fixture, gconstpointer data)
{
  static const HfPromiseTerm terms[] = { HF_PROMISE_DAY, HF_PROMISE_EMERGENCY };
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autoptr (HfComplaint) complaint = log_complaint (fixture, terms[i]);
      Work work = { complaint, FRIDAY + 10 * MINUTE, HF_COMPLAINT_RESPONDED };
      run (fixture, move, &work);
      work.now = FRIDAY + 20 * DAY;
      run (fixture, reopen, &work);
      assert_late (fixture, complaint, work.now + MINUTE, FALSE);
      g_autoptr (HfComplaint) found = run (fixture, read_complaint, &work);
      g_assert_cmpint (found->next_word_by, ==,
                       terms[i] == HF_PROMISE_EMERGENCY ? work.now + 30 * MINUTE : 0);
      g_assert_cmpint (found->due_at, ==,
                       terms[i] == HF_PROMISE_EMERGENCY ? 0 : work.now + DAY);
      work = (Work){ found, work.now + MINUTE, HF_COMPLAINT_RESPONDED };
      run (fixture, move, &work);
      /* Going back by hand is the same, with the cause. */
      work = (Work){ found, work.now + DAY, HF_COMPLAINT_ASSESSED };
      assert_fails (fixture, move, &work, HF_STORE_ERROR_INVALID);
      work.why = "He called again";
      run (fixture, move, &work);
      assert_late (fixture, found, work.now + MINUTE, FALSE);
      work.status = HF_COMPLAINT_RESPONDED;
      run (fixture, move, &work);
    }
}

static void
test_an_answer_ends_a_pause (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfComplaint) complaint = log_complaint (fixture, HF_PROMISE_DAY);
  Work work = { complaint, FRIDAY + HOUR, HF_COMPLAINT_RESPONDED, .why = "She is away" };
  run (fixture, begin_pause, &work);
  work.now = FRIDAY + 2 * HOUR;
  run (fixture, move, &work);
  g_autoptr (GArray) pauses = run (fixture, read_pauses, &work);
  g_assert_cmpuint (pauses->len, ==, 1);
  g_assert_cmpint (g_array_index (pauses, HfPause, 0).to, ==, FRIDAY + 2 * HOUR);
}

static void
test_an_emergency_wants_word_each_half_hour (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfComplaint) complaint = log_complaint (fixture, HF_PROMISE_EMERGENCY);
  Work work = { complaint, FRIDAY + 20 * MINUTE, HF_COMPLAINT_ACKNOWLEDGED };
  run (fixture, move, &work);
  assert_deadlines (fixture, complaint, FRIDAY, FRIDAY + 50 * MINUTE, 0);
  assert_late (fixture, complaint, FRIDAY + 51 * MINUTE, TRUE);
  /* What is done behind the customer's back is no word. */
  work = (Work){ complaint, FRIDAY + 60 * MINUTE, HF_COMPLAINT_INVESTIGATING };
  run (fixture, move, &work);
  assert_late (fixture, complaint, FRIDAY + 61 * MINUTE, TRUE);
  work.now = FRIDAY + 80 * MINUTE;
  run (fixture, give_word, &work);
  assert_deadlines (fixture, complaint, FRIDAY, FRIDAY + 110 * MINUTE, 0);
  assert_late (fixture, complaint, FRIDAY + 81 * MINUTE, FALSE);
  /* What was promised stays, whatever the class says from now on. */
  run (fixture, hurry, NULL);
  work.now = FRIDAY + 85 * MINUTE;
  run (fixture, give_word, &work);
  assert_deadlines (fixture, complaint, FRIDAY, FRIDAY + 115 * MINUTE, 0);
  g_assert_cmpint (complaint->clock, ==, HF_CLOCK_ALWAYS);
  work = (Work){ complaint, FRIDAY + 90 * MINUTE, HF_COMPLAINT_RESPONDED };
  run (fixture, move, &work);
  assert_deadlines (fixture, complaint, FRIDAY, 0, 0);
  assert_late (fixture, complaint, FRIDAY + DAY, FALSE);
}

static void
test_a_promise_is_made_anew_with_its_reason (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfComplaint) complaint = log_complaint (fixture, HF_PROMISE_DAY);
  Work work = { complaint, FRIDAY + HOUR, .kind = HF_DEADLINE_RESOLVE,
                .after = FRIDAY + 5 * DAY };
  work.why = " ";
  assert_fails (fixture, promise_anew, &work, HF_STORE_ERROR_INVALID);
  assert_deadlines (fixture, complaint, FRIDAY + HOUR, 0, FRIDAY + DAY);
  work.why = "The part comes on Tuesday; she agreed";
  run (fixture, promise_anew, &work);
  assert_deadlines (fixture, complaint, FRIDAY + HOUR, 0, FRIDAY + 5 * DAY);
  g_autoptr (GPtrArray) changes = run (fixture, read_changes, &work);
  g_assert_cmpuint (changes->len, ==, 1);
  const HfDeadlineChange *change = changes->pdata[0];
  g_assert_cmpint (change->before, ==, FRIDAY + DAY);
  g_assert_cmpint (change->after, ==, FRIDAY + 5 * DAY);
  g_assert_cmpint (change->at, ==, FRIDAY + HOUR);
  g_assert_cmpstr (change->why, ==, work.why);
}

static void
test_a_pause_is_kept_and_moves_nothing (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfComplaint) complaint = log_complaint (fixture, HF_PROMISE_DAY);
  Work work = { complaint, FRIDAY + HOUR, .why = "" };
  assert_fails (fixture, begin_pause, &work, HF_STORE_ERROR_INVALID);
  assert_fails (fixture, end_pause, &work, HF_STORE_ERROR_CONFLICT);
  work.why = "She sends the bill";
  run (fixture, begin_pause, &work);
  assert_fails (fixture, begin_pause, &work, HF_STORE_ERROR_CONFLICT);
  work.now += HOUR;
  run (fixture, end_pause, &work);
  work.now += HOUR;
  run (fixture, begin_pause, &work);
  g_autoptr (GArray) pauses = run (fixture, read_pauses, &work);
  g_assert_cmpuint (pauses->len, ==, 2);
  const HfPause *first = &g_array_index (pauses, HfPause, 0);
  g_assert_cmpint (first->from, ==, FRIDAY + HOUR);
  g_assert_cmpint (first->to, ==, FRIDAY + 2 * HOUR);
  g_assert_cmpstr (first->why, ==, "She sends the bill");
  g_assert_cmpint (g_array_index (pauses, HfPause, 1).to, ==, 0);
  assert_deadlines (fixture, complaint, FRIDAY + HOUR, 0, FRIDAY + DAY);
}

/* Whatever is done to a complaint, in whatever order: each time that its deadline is another,
 * one more cause is logged, and the log leads from the first deadline to the last. */
static void
test_no_deadline_moves_without_a_cause (HfTestStore *fixture, gconstpointer data)
{
  static const HfStoreFunc deeds[] = { save, move, begin_pause, end_pause, promise_anew };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (HfComplaint) complaint = log_complaint (fixture, HF_PROMISE_WORKDAY);
  gint64 due_at = complaint->due_at, respond_by = complaint->respond_by;
  gboolean was_answered = FALSE;
  guint n_moved = 0, n_begun_again = 0;
  for (guint i = 0; i < N_STEPS; i++)
    {
      Work work = { complaint,
                    FRIDAY + i * HOUR,
                    .status = g_rand_int_range (random, 0, HF_COMPLAINT_CLOSED + 1),
                    .kind = g_rand_int_range (random, 0, 2),
                    .after = FRIDAY + g_rand_int_range (random, 1, 99) * DAY,
                    .why = "agreed" };
      complaint->wish = g_rand_boolean (random) ? complaint->wish : NULL;
      complaint->received_at = FRIDAY + g_rand_int_range (random, 0, 9) * HOUR;
      HfStoreFunc deed = deeds[g_rand_int_range (random, 0, G_N_ELEMENTS (deeds))];
      gboolean done = hf_store_run (fixture->store, HF_STORE_WRITE, deed, &work, NULL, NULL)
                      != NULL;
      gboolean begins_again = deed == move && done && was_answered
                              && work.status < HF_COMPLAINT_RESPONDED;
      gboolean is_moved = (deed == promise_anew && done) || begins_again;
      n_moved += is_moved;
      n_begun_again += begins_again;
      g_autoptr (HfComplaint) found = run (fixture, read_complaint, &work);
      g_autoptr (GPtrArray) changes = run (fixture, read_changes, &work);
      g_assert_cmpuint (changes->len, ==, n_moved);
      if (!is_moved)
        g_assert_true (found->due_at == due_at && found->respond_by == respond_by);
      else
        {
          const HfDeadlineChange *last = changes->pdata[changes->len - 1];
          g_assert_cmpint (last->before, ==,
                           begins_again || work.kind == HF_DEADLINE_RESOLVE ? due_at
                                                                            : respond_by);
          g_assert_cmpint (last->after, ==, begins_again ? found->due_at : work.after);
        }
      due_at = found->due_at;
      respond_by = found->respond_by;
      was_answered = found->status >= HF_COMPLAINT_RESPONDED;
    }
  g_assert_cmpuint (n_moved, >, 20);
  g_assert_cmpuint (n_begun_again, >, 5);
}

/* Promises that are made in calls go by the same rules. */
static void
test_a_promise_gets_its_deadline (HfTestStore *fixture, gconstpointer data)
{
  static const struct
  {
    HfPromiseTerm term;
    gint64 due_at;
  } cases[] = {
    { HF_PROMISE_IMMEDIATE, FRIDAY },
    { HF_PROMISE_DAY, FRIDAY + DAY },
    { HF_PROMISE_THREE_DAYS, FRIDAY + 3 * DAY },
    { HF_PROMISE_EMERGENCY, FRIDAY + 30 * MINUTE },
    { HF_PROMISE_WORKDAY, FRIDAY + 3 * DAY },
    { HF_PROMISE_DATED, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfPromise) promise = hf_promise_new ();
      promise->what = g_strdup ("Call back");
      promise->term = cases[i].term;
      promise->made_at = FRIDAY;
      run (fixture, save_promise, promise);
      g_assert_cmpint (promise->due_at, ==, cases[i].due_at);
    }
}

#define ADD(path, func)                                                                        \
  g_test_add ("/deadlines/" path, HfTestStore, NULL, hf_test_store_set_up, func,               \
              hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("set", test_a_complaint_gets_its_deadlines);
  ADD ("first-word", test_the_first_word_has_its_clock);
  ADD ("word", test_only_the_customer_s_word_is_a_word);
  ADD ("again", test_the_clocks_begin_again);
  ADD ("answered-pause", test_an_answer_ends_a_pause);
  ADD ("emergency", test_an_emergency_wants_word_each_half_hour);
  ADD ("anew", test_a_promise_is_made_anew_with_its_reason);
  ADD ("pause", test_a_pause_is_kept_and_moves_nothing);
  ADD ("cause", test_no_deadline_moves_without_a_cause);
  ADD ("promise", test_a_promise_gets_its_deadline);
  return g_test_run ();
}
