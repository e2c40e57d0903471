#include "config.h"

#include "hf-promise.h"
#include "hf-store-deadlines.h"
#include "hf-store-pauses.h"
#include "hf-test-escalations.h"
#include "hf-test-place.h"

#define MINUTE G_TIME_SPAN_MINUTE
#define HOUR G_TIME_SPAN_HOUR

static gpointer
promise_anew (HfStoreSession *session, gpointer data, GError **error)
{
  HfTestDeed *work = data;
  hf_test_escalations_begin (session, work);
  return HF_TEST_DONE (hf_store_deadlines_move (session, work->complaint, HF_DEADLINE_RESOLVE,
                                                work->after, "parts come on Monday", error));
}

static gpointer
begin_pause (HfStoreSession *session, gpointer data, GError **error)
{
  HfTestDeed *work = data;
  hf_test_escalations_begin (session, work);
  return HF_TEST_DONE (hf_store_pauses_begin (session, work->complaint->id, "papers", error));
}

/* Each step in its moment, and once however often somebody looks. */
static void
test_steps_are_logged_once (HfTestEscalations *self, gconstpointer data)
{
  hf_test_escalations_assert_due (self, HF_TEST_FRIDAY + HOUR - 1, 0);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + HOUR - 1);
  hf_test_escalations_assert_logged (self, "");
  hf_test_escalations_assert_due (self, HF_TEST_FRIDAY + HOUR, 1);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + HOUR);
  hf_test_escalations_assert_logged (self, "word 1h Li, Wang");
  hf_test_escalations_go_to (self, HF_COMPLAINT_ACKNOWLEDGED, HF_TEST_FRIDAY + 2 * HOUR);
  hf_test_escalations_assert_due (self, HF_TEST_FRIDAY + 18 * HOUR - 1, 0);
  for (guint i = 0; i < 3; i++)
    hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 18 * HOUR + i * MINUTE);
  hf_test_escalations_assert_logged (self, "word 1h Li, Wang; remind 18h Wang");
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 24 * HOUR);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 24 * HOUR);
  hf_test_escalations_assert_logged (self, "word 1h Li, Wang; remind 18h Wang; branch 24h Li");
  hf_test_escalations_assert_due (self, HF_TEST_FRIDAY + 24 * HOUR, 0);
}

/* The program was closed over the weekend: each step has its own moment, and who is told hears
 * of the complaint once. */
static void
test_closed_for_long (HfTestEscalations *self, gconstpointer data)
{
  g_autoptr (HfComplaint) second = hf_test_escalations_log_complaint (self, HF_PROMISE_DAY);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 90 * HOUR);
  hf_test_escalations_assert_logged (
      self, "word 1h Li, Wang; remind 18h Wang; branch 24h Li; managers 48h Li, "
            "Zhao; board 72h Li, Zhao");
  hf_test_escalations_assert_told (self, self->li, TRUE, "board; board");
  hf_test_escalations_assert_told (self, self->zhao, TRUE, "board; board");
  hf_test_escalations_assert_told (self, self->wang, TRUE, "word; word");
  hf_test_escalations_assert_told (self, self->sun, TRUE, "");
  hf_test_escalations_assert_told (self, 0, TRUE, "");
}

static void
test_answered_is_left_alone (HfTestEscalations *self, gconstpointer data)
{
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 24 * HOUR);
  hf_test_escalations_assert_told (self, self->li, FALSE, "branch");
  hf_test_escalations_go_to (self, HF_COMPLAINT_RESPONDED, HF_TEST_FRIDAY + 25 * HOUR);
  hf_test_escalations_assert_told (self, self->li, FALSE, "");
  hf_test_escalations_assert_due (self, HF_TEST_FRIDAY + 1000 * HOUR, 0);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 1000 * HOUR);
  hf_test_escalations_assert_logged (self, "word 1h Li, Wang; remind 18h Wang; branch 24h Li");
  g_autoptr (GPtrArray) escalated = hf_test_escalations_run (
      self, hf_test_escalations_find_escalated, NULL);
  g_assert_cmpuint (escalated->len, ==, 0);
}

/* What was told of the old deadline goes, and the new one has its own steps, from then on. */
static void
test_promised_anew (HfTestEscalations *self, gconstpointer data)
{
  hf_test_escalations_go_to (self, HF_COMPLAINT_ACKNOWLEDGED, HF_TEST_FRIDAY);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 24 * HOUR);
  const HfTestDeed anew = { .now = HF_TEST_FRIDAY + 30 * HOUR,
                            .complaint = self->complaint,
                            .after = HF_TEST_FRIDAY + 70 * HOUR };
  hf_test_escalations_run (self, promise_anew, &anew);
  hf_test_escalations_assert_told (self, self->li, FALSE, "");
  hf_test_escalations_assert_due (self, HF_TEST_FRIDAY + 60 * HOUR - 1, 0);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 70 * HOUR);
  hf_test_escalations_assert_logged (
      self, "remind 18h Wang; branch 24h Li; remind 60h Wang; branch 70h Li");
  hf_test_escalations_assert_told (self, self->li, FALSE, "branch");
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 110 * HOUR);
  hf_test_escalations_assert_told (self, self->zhao, FALSE, "managers");
}

static void
test_a_pause_stops_nothing (HfTestEscalations *self, gconstpointer data)
{
  hf_test_escalations_go_to (self, HF_COMPLAINT_ACKNOWLEDGED, HF_TEST_FRIDAY);
  const HfTestDeed work = { .now = HF_TEST_FRIDAY + HOUR, .complaint = self->complaint };
  hf_test_escalations_run (self, begin_pause, &work);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 24 * HOUR);
  hf_test_escalations_assert_logged (self, "remind 18h Wang; branch 24h Li");
}

/* An emergency wants word each half-hour, each of them anew. */
static void
test_an_emergency (HfTestEscalations *self, gconstpointer data)
{
  g_object_unref (self->complaint);
  self->complaint = hf_test_escalations_log_complaint (self, HF_PROMISE_EMERGENCY);
  hf_test_escalations_assert_due (self, HF_TEST_FRIDAY + 30 * MINUTE - 1, 0);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 30 * MINUTE);
  hf_test_escalations_assert_logged (self, "half-hour 0.5h Li, Wang");
  hf_test_escalations_assert_told (self, self->li, TRUE, "half-hour");
  hf_test_escalations_go_to (self, HF_COMPLAINT_ACKNOWLEDGED, HF_TEST_FRIDAY + 45 * MINUTE);
  hf_test_escalations_assert_told (self, self->li, TRUE, "");
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 105 * MINUTE);
  hf_test_escalations_assert_logged (
      self, "half-hour 0.5h Li, Wang; half-hour 1.25h Li, Wang; hour 1.75h Li, Zhao");
}

static void
test_one_working_day (HfTestEscalations *self, gconstpointer data)
{
  g_object_unref (self->complaint);
  self->complaint = hf_test_escalations_log_complaint (self, HF_PROMISE_WORKDAY);
  hf_test_escalations_go_to (self, HF_COMPLAINT_ACKNOWLEDGED, HF_TEST_FRIDAY);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 65 * HOUR);
  hf_test_escalations_assert_logged (self, "");
  /* Monday 12:45, 15:00; Tuesday 15:00. */
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 96 * HOUR);
  hf_test_escalations_assert_logged (
      self, "remind 69.75h Wang; branch 72h Li; managers 96h Li, Zhao");
}

#define ADD(path, func)                                                                        \
  g_test_add ("/escalations/" path, HfTestEscalations, NULL, hf_test_escalations_set_up, func, \
              hf_test_escalations_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("once", test_steps_are_logged_once);
  ADD ("closed", test_closed_for_long);
  ADD ("answered", test_answered_is_left_alone);
  ADD ("anew", test_promised_anew);
  ADD ("pause", test_a_pause_stops_nothing);
  ADD ("emergency", test_an_emergency);
  ADD ("workday", test_one_working_day);
  return g_test_run ();
}
