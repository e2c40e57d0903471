#include "config.h"

#include "hf-store-complaints.h"
#include "hf-store-deadlines.h"
#include "hf-store-promises.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* Friday, 6 March 2026, 15:00 in Shanghai, where this desk is; nobody made a calendar. */
#define FRIDAY (G_GINT64_CONSTANT (1772780400) * G_USEC_PER_SEC)
#define HOUR G_TIME_SPAN_HOUR
#define DAY G_TIME_SPAN_DAY

/* A complaint whose answer was promised, and something else beside. */
typedef struct
{
  HfTestStore base;
  HfComplaint *complaint;
  HfPromise *answer;
  HfPromise *other;
} Fixture;

static HfPromise *
promise (HfStoreSession *session, const HfComplaint *complaint, const char *what, gint64 due_at)
{
  HfPromise *made = hf_promise_new ();
  made->complaint_id = complaint->id;
  made->what = g_strdup (what);
  made->term = HF_PROMISE_DAY;
  made->made_at = FRIDAY;
  made->due_at = due_at;
  g_assert_true (hf_store_promises_save (session, made, NULL));
  return made;
}

static gpointer
take (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *self = data;
  hf_store_session_set_now (session, FRIDAY);
  self->complaint = hf_complaint_new ();
  self->complaint->received_at = FRIDAY;
  self->complaint->term = HF_PROMISE_DAY;
  self->complaint->words = g_strdup ("慢");
  g_assert_true (hf_store_complaints_save (session, self->complaint, error));
  self->answer = promise (session, self->complaint, "Answer", FRIDAY + DAY);
  self->other = promise (session, self->complaint, "Voucher", FRIDAY + 2 * DAY);
  return HF_STORE_DONE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  hf_test_store_set_up (&self->base, data);
  hf_test_store_run (&self->base, HF_STORE_WRITE, take, self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->complaint);
  g_clear_object (&self->answer);
  g_clear_object (&self->other);
  hf_test_store_tear_down (&self->base, data);
}

static gpointer
get (HfStoreSession *session, gpointer promise, GError **error)
{
  return hf_store_promises_get (session, ((HfPromise *) promise)->id, error);
}

static HfPromise *
read_again (Fixture *self, HfPromise *promise)
{
  return hf_test_store_run (&self->base, HF_STORE_READ, get, promise);
}

static gpointer
list_events (HfStoreSession *session, gpointer promise, GError **error)
{
  return hf_store_promises_list_events (session, ((HfPromise *) promise)->id, error);
}

static gpointer
put_off (HfStoreSession *session, gpointer complaint, GError **error)
{
  hf_store_session_set_now (session, FRIDAY);
  return hf_store_deadlines_move (session, complaint, HF_DEADLINE_RESOLVE, FRIDAY + 3 * DAY,
                                  "No part", error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_a_complaint_takes_its_promise_along (Fixture *self, gconstpointer data)
{
  hf_test_store_run (&self->base, HF_STORE_WRITE, put_off, self->complaint);
  g_autoptr (HfPromise) moved = read_again (self, self->answer);
  g_autoptr (HfPromise) other = read_again (self, self->other);
  g_assert_cmpint (moved->due_at, ==, FRIDAY + 3 * DAY);
  g_assert_nonnull (moved->complaint);
  g_assert_cmpint (other->due_at, ==, FRIDAY + 2 * DAY);
  g_autoptr (GPtrArray) events = hf_test_store_run (&self->base, HF_STORE_READ, list_events,
                                                    self->answer);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpstr (((HfPromiseEvent *) events->pdata[0])->note, ==, "No part");
}

static gpointer
acknowledge (HfStoreSession *session, gpointer complaint, GError **error)
{
  hf_store_session_set_now (session, FRIDAY + HOUR);
  return hf_store_complaints_move (session, complaint, HF_COMPLAINT_ACKNOWLEDGED, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
respond (HfStoreSession *session, gpointer complaint, GError **error)
{
  hf_store_session_set_now (session, FRIDAY + 2 * HOUR);
  return hf_store_complaints_move (session, complaint, HF_COMPLAINT_RESPONDED, "New pads",
                                   error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_an_answer_keeps_its_promise (Fixture *self, gconstpointer data)
{
  hf_test_store_run (&self->base, HF_STORE_WRITE, acknowledge, self->complaint);
  g_autoptr (HfPromise) waiting = read_again (self, self->answer);
  g_assert_cmpint (waiting->state, ==, HF_PROMISE_OPEN);
  hf_test_store_run (&self->base, HF_STORE_WRITE, respond, self->complaint);
  g_autoptr (HfPromise) kept = read_again (self, self->answer);
  g_autoptr (HfPromise) other = read_again (self, self->other);
  g_assert_cmpint (kept->state, ==, HF_PROMISE_KEPT);
  g_assert_cmpint (kept->done_at, ==, FRIDAY + 2 * HOUR);
  g_assert_cmpstr (kept->note, ==, "New pads");
  g_assert_cmpint (other->state, ==, HF_PROMISE_OPEN);
}

#define ADD(name, func)                                                                        \
  g_test_add ("/complaint-promises/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("moved", test_a_complaint_takes_its_promise_along);
  ADD ("answered", test_an_answer_keeps_its_promise);
  return g_test_run ();
}
