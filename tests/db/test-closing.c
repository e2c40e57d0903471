#include "config.h"

#include "hf-amount.h"
#include "hf-promise.h"
#include "hf-store-closing.h"
#include "hf-store-complaints.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-deadlines.h"
#include "hf-store-follow-ups.h"
#include "hf-store-interviews.h"
#include "hf-store-staff.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* Monday, 2 February 2026, 10:00 in Shanghai. */
#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)
#define AFTER(days) (NOW + (days) *G_TIME_SPAN_DAY)

static gint64
find_customer (HfStoreSession *session)
{
  gint64 id = 0;
  g_assert_true (hf_store_customers_find_id (session, "C1", &id, NULL));
  return id;
}

/* Two people, a customer, and their complaint T1, which the first answers; T2 has nobody. */
typedef struct
{
  gint64 handler, other;
} Desk;

static gpointer
open_desk (HfStoreSession *session, gpointer data, GError **error)
{
  Desk *self = data;
  gint64 *const ids[] = { &self->handler, &self->other };
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("C1");
  customer->name = g_strdup ("王女士");
  hf_store_session_set_now (session, NOW);
  g_assert_true (hf_store_customers_save (session, customer, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (HfStaff) staff = hf_staff_new ();
      staff->code = g_strdup_printf ("S%d", (int) i);
      staff->name = g_strdup (i == 0 ? "小李" : "小张");
      g_assert_true (hf_store_staff_save (session, staff, NULL));
      *ids[i] = staff->id;
    }
  hf_store_session_set_staff_id (session, self->handler);
  for (gsize i = 1; i <= 2; i++)
    {
      g_autoptr (HfComplaint) complaint = hf_complaint_new ();
      complaint->number = g_strdup_printf ("T%d", (int) i);
      complaint->received_at = NOW - G_TIME_SPAN_HOUR;
      complaint->customer_code = i == 1 ? g_strdup ("C1") : NULL;
      g_assert_true (hf_store_complaints_save (session, complaint, NULL));
      g_assert_true (
          hf_store_complaints_move (session, complaint, HF_COMPLAINT_RESPONDED, "换件", NULL));
    }
  return HF_STORE_DONE;
}

/* What somebody does to a complaint. */
typedef struct
{
  const char *number;
  gint64 staff;
  gint64 now;
  HfComplaintStatus status;
  const char *why; /* not NULL: it is not pursued */
} Deed;

static HfComplaint *
begin (HfStoreSession *session, const Deed *deed)
{
  hf_store_session_set_now (session, deed->now);
  hf_store_session_set_staff_id (session, deed->staff);
  HfComplaint *complaint = hf_store_complaints_find (session, deed->number, NULL);
  g_assert_nonnull (complaint);
  return complaint;
}

static gpointer
move (HfStoreSession *session, gpointer data, GError **error)
{
  const Deed *deed = data;
  g_autoptr (HfComplaint) complaint = begin (session, deed);
  return (deed->why != NULL
              ? hf_store_complaints_give_up (session, complaint, deed->why, error)
              : hf_store_complaints_move (session, complaint, deed->status, NULL, error))
             ? HF_STORE_DONE
             : NULL;
}

/* The register has another way to store a complaint. */
static gpointer
save_as_closed (HfStoreSession *session, gpointer data, GError **error)
{
  g_autoptr (HfComplaint) complaint = begin (session, data);
  complaint->status = HF_COMPLAINT_CLOSED;
  return hf_store_complaints_save (session, complaint, error) ? HF_STORE_DONE : NULL;
}

static gpointer
register_as_closed (HfStoreSession *session, gpointer data, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  complaint->received_at = NOW;
  complaint->status = HF_COMPLAINT_CLOSED;
  return hf_store_complaints_save (session, complaint, error) ? HF_STORE_DONE : NULL;
}

static void
assert_refused (HfTestStore *fixture, HfStoreFunc func, const Deed *deed, HfClosingLock lock)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, func, (gpointer) deed, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID);
  if (lock != HF_CLOSING_FREE)
    g_assert_nonnull (g_strstr_len (error->message, -1, hf_closing_lock_words (lock)));
}

static gpointer
read_complaint (HfStoreSession *session, gpointer number, GError **error)
{
  return hf_store_complaints_find (session, number, error);
}

static void
assert_status (HfTestStore *fixture, const char *number, HfComplaintStatus status)
{
  g_autoptr (HfComplaint) complaint = hf_test_store_run (fixture, HF_STORE_READ, read_complaint,
                                                         number);
  g_assert_cmpint (complaint->status, ==, status);
  g_assert_true ((complaint->closed_at != 0) == (status == HF_COMPLAINT_CLOSED));
}

static gpointer
read_lock (HfStoreSession *session, gpointer number, GError **error)
{
  HfClosingLock lock;
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, number, error);
  g_assert_true (hf_store_closing_find_lock (session, complaint->id, &lock, error));
  return GUINT_TO_POINTER (lock + 1);
}

static void
assert_lock (HfTestStore *fixture, const char *number, HfClosingLock lock)
{
  gpointer found = hf_test_store_run (fixture, HF_STORE_READ, read_lock, number);
  g_assert_cmpint (GPOINTER_TO_UINT (found) - 1, ==, lock);
}

/* A second follow-up of T1. */
typedef struct
{
  gint64 staff;
  gint64 now;
  const char *solved;
  gint64 corrected; /* an interview that was held, 0: none */
} Call;

static gpointer
call (HfStoreSession *session, gpointer data, GError **error)
{
  const Call *self = data;
  hf_store_session_set_now (session, self->now);
  hf_store_session_set_staff_id (session, self->staff);
  g_autoptr (HfInterview) interview
      = self->corrected != 0 ? hf_store_interviews_get (session, self->corrected, error)
                             : hf_store_interviews_start (session, find_customer (session),
                                                          HF_INTERVIEW_FOLLOW_UP, "en", error);
  g_autoptr (HfAnswer) answer = hf_answer_new ();
  g_assert_nonnull (interview);
  answer->interview_id = interview->id;
  answer->question = g_strdup ("solved");
  answer->value = g_strdup (self->solved);
  return hf_store_answers_save (session, answer, error)
                 && hf_store_interviews_finish (session, interview, "completed",
                                                HF_INTERVIEW_COMPLETED, 0, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
ask (HfTestStore *fixture, gint64 staff, gint64 now, const char *solved)
{
  Call asked = { staff, now, solved, 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, call, &asked);
}

static void
test_it_stays_locked_until_somebody_else_asked (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, open_desk, &desk);
  Deed closing = { "T1", desk.handler, AFTER (1), HF_COMPLAINT_CLOSED, NULL };
  assert_refused (fixture, move, &closing, HF_CLOSING_NOT_ASKED);
  assert_refused (fixture, save_as_closed, &closing, HF_CLOSING_NOT_ASKED);
  assert_refused (fixture, register_as_closed, &closing, HF_CLOSING_NOT_ASKED);
  assert_status (fixture, "T1", HF_COMPLAINT_RESPONDED);
  ask (fixture, desk.other, AFTER (2), "partly");
  assert_refused (fixture, move, &closing, HF_CLOSING_NOT_SATISFIED);
  ask (fixture, desk.other, AFTER (10), "fully");
  assert_lock (fixture, "T1", HF_CLOSING_FREE);
  closing.now = AFTER (11);
  hf_test_store_run (fixture, HF_STORE_WRITE, move, &closing);
  assert_status (fixture, "T1", HF_COMPLAINT_CLOSED);
}

static gpointer
leave (HfStoreSession *session, gpointer id, GError **error)
{
  g_autoptr (GPtrArray) all = hf_store_staff_list (session, error);
  for (guint i = 0; i < all->len; i++)
    {
      HfStaff *staff = all->pdata[i];
      staff->active = staff->id != *(gint64 *) id;
      if (!hf_store_staff_save (session, staff, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

/* Where there is nobody else, the handler may call; that opens no lock. */
static void
test_the_handler_cannot_unlock_it (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, open_desk, &desk);
  hf_test_store_run (fixture, HF_STORE_WRITE, leave, &desk.other);
  ask (fixture, desk.handler, AFTER (1), "fully");
  Deed closing = { "T1", desk.handler, AFTER (2), HF_COMPLAINT_CLOSED, NULL };
  assert_refused (fixture, move, &closing, HF_CLOSING_BY_HANDLER);
}

static void
test_nobody_is_nobody_else (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, open_desk, &desk);
  ask (fixture, 0, AFTER (1), "fully");
  assert_lock (fixture, "T1", HF_CLOSING_BY_HANDLER);
}

/* What a customer said of the last answer says nothing of the next one. */
static void
test_an_old_word_does_not_unlock_it (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, open_desk, &desk);
  ask (fixture, desk.other, AFTER (1), "fully");
  Deed deed = { "T1", desk.handler, AFTER (2), HF_COMPLAINT_INVESTIGATING, NULL };
  Deed closing = { "T1", desk.handler, AFTER (4), HF_COMPLAINT_CLOSED, NULL };
  hf_test_store_run (fixture, HF_STORE_WRITE, move, &deed);
  assert_refused (fixture, move, &closing, HF_CLOSING_NOT_ASKED);
  deed = (Deed){ "T1", desk.handler, AFTER (3), HF_COMPLAINT_RESPONDED, NULL };
  hf_test_store_run (fixture, HF_STORE_WRITE, move, &deed);
  assert_refused (fixture, move, &closing, HF_CLOSING_NOT_ASKED);
  /* The new answer opened a call of its own. */
  ask (fixture, desk.other, AFTER (5), "fully");
  closing.now = AFTER (6);
  hf_test_store_run (fixture, HF_STORE_WRITE, move, &closing);
  assert_status (fixture, "T1", HF_COMPLAINT_CLOSED);
}

static gpointer
list_steps (HfStoreSession *session, gpointer number, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, number, error);
  return hf_store_complaints_list_steps (session, complaint->id, error);
}

static gpointer
list_follow_ups (HfStoreSession *session, gpointer number, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, number, error);
  return hf_store_follow_ups_list (session, complaint->id, error);
}

static void
test_a_reason_closes_it (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, open_desk, &desk);
  Deed deed = { "T1", desk.other, AFTER (1), HF_COMPLAINT_CLOSED, " \n" };
  assert_refused (fixture, move, &deed, HF_CLOSING_FREE);
  deed.why = "客户已搬走";
  hf_test_store_run (fixture, HF_STORE_WRITE, move, &deed);
  assert_status (fixture, "T1", HF_COMPLAINT_CLOSED);
  g_autoptr (GPtrArray) steps = hf_test_store_run (fixture, HF_STORE_READ, list_steps, "T1");
  const HfComplaintStep *last = steps->pdata[steps->len - 1];
  g_assert_true (last->not_pursued);
  g_assert_cmpstr (last->note, ==, "客户已搬走");
  g_assert_cmpstr (last->staff, ==, "小张");
  g_assert_cmpint (last->at, ==, AFTER (1));
  g_autoptr (GPtrArray) calls = hf_test_store_run (fixture, HF_STORE_READ, list_follow_ups,
                                                   "T1");
  g_assert_cmpuint (calls->len, ==, 1);
  g_assert_cmpint (((HfFollowUp *) calls->pdata[0])->state, ==, HF_CALL_TASK_DROPPED);
}

static gpointer
forbid_calls (HfStoreSession *session, gpointer unused, GError **error)
{
  hf_store_session_set_now (session, NOW);
  return hf_store_consents_add (session, find_customer (session), "call", FALSE, 0, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_who_cannot_be_asked_needs_a_reason (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, open_desk, &desk);
  hf_test_store_run (fixture, HF_STORE_WRITE, forbid_calls, NULL);
  Deed called = { "T1", desk.handler, AFTER (1), HF_COMPLAINT_CLOSED, NULL };
  Deed nobody = { "T2", desk.handler, AFTER (1), HF_COMPLAINT_CLOSED, NULL };
  assert_refused (fixture, move, &called, HF_CLOSING_NO_CALLS);
  assert_refused (fixture, move, &nobody, HF_CLOSING_NOBODY);
  called.why = nobody.why = "无法回访";
  hf_test_store_run (fixture, HF_STORE_WRITE, move, &called);
  hf_test_store_run (fixture, HF_STORE_WRITE, move, &nobody);
  assert_status (fixture, "T1", HF_COMPLAINT_CLOSED);
  assert_status (fixture, "T2", HF_COMPLAINT_CLOSED);
}

/* The customer who said satisfied says otherwise later. */
static void
test_a_corrected_word_opens_it_again (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, open_desk, &desk);
  ask (fixture, desk.other, AFTER (1), "fully");
  Deed deed = { "T1", desk.handler, AFTER (2), HF_COMPLAINT_CLOSED, NULL };
  hf_test_store_run (fixture, HF_STORE_WRITE, move, &deed);
  g_autoptr (GPtrArray) calls = hf_test_store_run (fixture, HF_STORE_READ, list_follow_ups,
                                                   "T1");
  Call corrected = { desk.other, AFTER (3), "no",
                     ((HfFollowUp *) calls->pdata[0])->interview_id };
  hf_test_store_run (fixture, HF_STORE_WRITE, call, &corrected);
  assert_status (fixture, "T1", HF_COMPLAINT_INVESTIGATING);
  g_autoptr (GPtrArray) steps = hf_test_store_run (fixture, HF_STORE_READ, list_steps, "T1");
  const HfComplaintStep *last = steps->pdata[steps->len - 1];
  g_assert_cmpstr (last->step, ==, "investigating");
  g_assert_cmpint (last->at, ==, AFTER (3));
  /* Who asked has not become one who dealt with it. */
  g_assert_null (last->staff);
  ask (fixture, desk.other, AFTER (12), "fully");
  assert_lock (fixture, "T1", HF_CLOSING_FREE);
}

/* The customer says of the answer that nothing is solved. */
static void
test_still_not_satisfied_goes_back_to_work (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, open_desk, &desk);
  ask (fixture, desk.other, AFTER (1), "partly");
  assert_status (fixture, "T1", HF_COMPLAINT_RESPONDED);
  ask (fixture, desk.other, AFTER (8), "no");
  assert_status (fixture, "T1", HF_COMPLAINT_INVESTIGATING);
  assert_status (fixture, "T2", HF_COMPLAINT_RESPONDED);
  g_autoptr (GPtrArray) steps = hf_test_store_run (fixture, HF_STORE_READ, list_steps, "T1");
  const HfComplaintStep *last = steps->pdata[steps->len - 1];
  g_assert_cmpstr (last->step, ==, "investigating");
  g_assert_cmpstr (last->note, ==, "The customer is still not satisfied");
  g_assert_null (last->staff);
}

static gpointer
solve (HfStoreSession *session, gpointer data, GError **error)
{
  g_autoptr (HfComplaint) complaint = begin (session, data);
  complaint->solved_where = g_strdup ("售后车间");
  complaint->solved_how = g_strdup ("更换减振器");
  complaint->risk_left = g_strdup ("另一侧也要观察");
  complaint->cost = 680 * HF_AMOUNT_UNIT;
  return hf_store_complaints_save (session, complaint, error) ? HF_STORE_DONE : NULL;
}

static void
test_how_it_was_solved_is_kept (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, open_desk, &desk);
  Deed deed = { "T1", desk.handler, AFTER (1), HF_COMPLAINT_COMMUNICATED, NULL };
  hf_test_store_run (fixture, HF_STORE_WRITE, solve, &deed);
  hf_test_store_run (fixture, HF_STORE_WRITE, move, &deed);
  g_autoptr (HfComplaint) solved = hf_test_store_run (fixture, HF_STORE_READ, read_complaint,
                                                      "T1");
  g_autoptr (HfComplaint) other = hf_test_store_run (fixture, HF_STORE_READ, read_complaint,
                                                     "T2");
  g_assert_cmpstr (solved->solved_where, ==, "售后车间");
  g_assert_cmpstr (solved->solved_how, ==, "更换减振器");
  g_assert_cmpstr (solved->risk_left, ==, "另一侧也要观察");
  g_assert_cmpint (solved->cost, ==, 680 * HF_AMOUNT_UNIT);
  g_assert_null (other->solved_how);
  g_assert_cmpint (other->cost, ==, HF_AMOUNT_UNKNOWN);
}

static gpointer
take_up (HfStoreSession *session, gpointer data, GError **error)
{
  const Deed *deed = data;
  g_autoptr (HfComplaint) complaint = begin (session, deed);
  return hf_store_complaints_take_up (session, complaint, deed->why, error) ? HF_STORE_DONE
                                                                            : NULL;
}

static gpointer
promise_day (HfStoreSession *session, gpointer data, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  hf_store_session_set_now (session, NOW);
  complaint->number = g_strdup ("T3");
  complaint->received_at = NOW;
  complaint->term = HF_PROMISE_DAY;
  return hf_store_complaints_save (session, complaint, error) ? HF_STORE_DONE : NULL;
}

static gpointer
read_changes (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_deadlines_list (session, *(gint64 *) id, error);
}

static gpointer
read_steps (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_complaints_list_steps (session, *(gint64 *) id, error);
}

static void
test_a_closed_one_is_taken_up_with_its_cause (HfTestStore *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, open_desk, &desk);
  hf_test_store_run (fixture, HF_STORE_WRITE, promise_day, NULL);
  Deed deed = { "T3", desk.handler, AFTER (3), HF_COMPLAINT_CLOSED, "moved away" };
  hf_test_store_run (fixture, HF_STORE_WRITE, move, &deed);
  deed.why = " ";
  deed.now = AFTER (9);
  assert_refused (fixture, take_up, &deed, HF_CLOSING_FREE);
  assert_status (fixture, "T3", HF_COMPLAINT_CLOSED);
  deed.why = "She wrote again";
  hf_test_store_run (fixture, HF_STORE_WRITE, take_up, &deed);
  g_autoptr (HfComplaint) complaint = hf_test_store_run (fixture, HF_STORE_READ, read_complaint,
                                                         "T3");
  g_assert_cmpint (complaint->status, ==, HF_COMPLAINT_INVESTIGATING);
  g_assert_cmpint (complaint->closed_at, ==, 0);
  g_assert_cmpint (complaint->due_at, ==, AFTER (10));
  g_autoptr (GPtrArray) changes = hf_test_store_run (fixture, HF_STORE_READ, read_changes,
                                                     &complaint->id);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((HfDeadlineChange *) changes->pdata[0])->why, ==, "She wrote again");
  g_autoptr (GPtrArray) steps = hf_test_store_run (fixture, HF_STORE_READ, read_steps,
                                                   &complaint->id);
  const HfComplaintStep *last = steps->pdata[steps->len - 1];
  g_assert_cmpstr (last->step, ==, "investigating");
  g_assert_cmpstr (last->note, ==, "She wrote again");
  g_assert_cmpstr (last->staff, ==, "小李");
}

#define ADD(path, func)                                                                        \
  g_test_add ("/closing/" path, HfTestStore, NULL, hf_test_store_set_up, func,                 \
              hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("locked", test_it_stays_locked_until_somebody_else_asked);
  ADD ("handler", test_the_handler_cannot_unlock_it);
  ADD ("nobody-named", test_nobody_is_nobody_else);
  ADD ("old-word", test_an_old_word_does_not_unlock_it);
  ADD ("reason", test_a_reason_closes_it);
  ADD ("cannot-ask", test_who_cannot_be_asked_needs_a_reason);
  ADD ("corrected", test_a_corrected_word_opens_it_again);
  ADD ("not-satisfied", test_still_not_satisfied_goes_back_to_work);
  ADD ("solved", test_how_it_was_solved_is_kept);
  ADD ("taken-up", test_a_closed_one_is_taken_up_with_its_cause);
  return g_test_run ();
}
