#include "config.h"

#include "hf-complaint.h"
#include "hf-follow-up.h"
#include "hf-promise.h"
#include "hf-store-closing.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-escalations.h"
#include "hf-store-interviews.h"
#include "hf-store-pauses.h"
#include "hf-store-staff.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* Monday, 2 February 2026, 10:00 in Shanghai. */
#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)
#define AFTER(days) (NOW + (days) *G_TIME_SPAN_DAY)

static gint64
add_staff (HfStoreSession *session, const char *code, const char *name)
{
  g_autoptr (HfStaff) staff = hf_staff_new ();
  staff->code = g_strdup (code);
  staff->name = g_strdup (name);
  g_assert_true (hf_store_staff_save (session, staff, NULL));
  return staff->id;
}

static HfComplaint *
add_complaint (HfStoreSession *session, const char *number)
{
  HfComplaint *complaint = hf_complaint_new ();
  complaint->number = g_strdup (number);
  complaint->received_at = NOW;
  complaint->customer_code = g_strdup ("C1");
  complaint->term = HF_PROMISE_DAY;
  g_assert_true (hf_store_complaints_save (session, complaint, NULL));
  return complaint;
}

/* One pause of a day, and one from the second day on. */
static void
pause_twice (HfStoreSession *session, const HfComplaint *complaint)
{
  g_assert_true (hf_store_pauses_begin (session, complaint->id, "papers", NULL));
  hf_store_session_set_now (session, AFTER (1));
  g_assert_true (hf_store_pauses_end (session, complaint->id, NULL));
  hf_store_session_set_now (session, AFTER (2));
  g_assert_true (hf_store_pauses_begin (session, complaint->id, "parts", NULL));
}

static void
ask (HfStoreSession *session, gint64 staff_id, const char *solved)
{
  gint64 customer_id = 0;
  hf_store_session_set_staff_id (session, staff_id);
  g_assert_true (hf_store_customers_find_id (session, "C1", &customer_id, NULL));
  g_autoptr (HfInterview) interview = hf_store_interviews_start (
      session, customer_id, HF_INTERVIEW_FOLLOW_UP, "en", NULL);
  g_autoptr (HfAnswer) answer = hf_answer_new ();
  answer->interview_id = interview->id;
  answer->question = g_strdup ("solved");
  answer->value = g_strdup (solved);
  g_assert_true (hf_store_answers_save (session, answer, NULL));
  g_assert_true (hf_store_interviews_finish (session, interview, "completed",
                                             HF_INTERVIEW_COMPLETED, 0, NULL, NULL));
}

/* T1 is paused, T2 asked about twice, T3 given up, and T4 handed over. */
static gpointer
work (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("C1");
  customer->name = g_strdup ("王女士");
  hf_store_session_set_now (session, NOW);
  g_assert_true (hf_store_customers_save (session, customer, NULL));
  gint64 handler = add_staff (session, "S1", "小李"), other = add_staff (session, "S2", "小张");
  hf_store_session_set_staff_id (session, handler);

  g_autoptr (HfComplaint) paused = add_complaint (session, "T1");
  g_autoptr (HfComplaint) asked = add_complaint (session, "T2");
  g_autoptr (HfComplaint) given_up = add_complaint (session, "T3");
  g_autoptr (HfComplaint) handed_over = add_complaint (session, "T4");
  g_assert_true (
      hf_store_complaints_move (session, asked, HF_COMPLAINT_RESPONDED, "换件", NULL));
  g_assert_true (hf_store_complaints_give_up (session, given_up, "客户已搬走", NULL));
  g_assert_true (hf_store_escalations_hand_over (session, handed_over, other, NULL));
  pause_twice (session, paused);
  hf_store_session_set_now (session, AFTER (3));
  ask (session, other, "no");
  hf_store_session_set_now (session, AFTER (10));
  ask (session, other, "partly");
  return HF_STORE_DONE;
}

static gpointer
list (HfStoreSession *session, gpointer unused, GError **error)
{
  hf_store_session_set_now (session, AFTER (12));
  return hf_store_complaints_list_after (session, NULL, 0, 10, error);
}

static void
test_a_report_knows_the_course (HfTestStore *fixture, gconstpointer data)
{
  static const struct
  {
    const char *number, *owner, *not_pursued;
    int paused; /* days */
    int follow_up;
  } expected[] = {
    { "T1", "小李", NULL, 11, HF_COMPLAINT_NO_FOLLOW_UP },
    { "T2", "小李", NULL, 0, HF_FOLLOW_UP_PARTLY },
    { "T3", "小李", "客户已搬走", 0, HF_COMPLAINT_NO_FOLLOW_UP },
    { "T4", "小张", NULL, 0, HF_COMPLAINT_NO_FOLLOW_UP },
  };
  hf_test_store_run (fixture, HF_STORE_WRITE, work, NULL);
  g_autoptr (GPtrArray) listed = hf_test_store_run (fixture, HF_STORE_READ, list, NULL);
  g_assert_cmpuint (listed->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const HfComplaint *complaint = listed->pdata[i];
      g_assert_cmpstr (complaint->number, ==, expected[i].number);
      g_assert_cmpstr (hf_complaint_get_owner (complaint), ==, expected[i].owner);
      g_assert_cmpstr (complaint->not_pursued, ==, expected[i].not_pursued);
      g_assert_cmpint (complaint->paused, ==, expected[i].paused * G_TIME_SPAN_DAY);
      g_assert_cmpint (complaint->follow_up, ==, expected[i].follow_up);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  g_test_add ("/complaint-course/report", HfTestStore, NULL, hf_test_store_set_up,
              test_a_report_knows_the_course, hf_test_store_tear_down);
  return g_test_run ();
}
