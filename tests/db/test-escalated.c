#include "config.h"

#include "hf-escalation-ladder.h"
#include "hf-promise.h"
#include "hf-store-figures.h"
#include "hf-store-ladder.h"
#include "hf-store-staff.h"
#include "hf-test-escalations.h"
#include "hf-test-place.h"

#define HOUR G_TIME_SPAN_HOUR
#define N_ROUNDS 20

static gpointer
see (HfStoreSession *session, gpointer data, GError **error)
{
  hf_test_escalations_begin (session, data);
  return HF_TEST_DONE (hf_store_escalations_see (session, ((HfTestDeed *) data)->id, error));
}

static gpointer
take (HfStoreSession *session, gpointer data, GError **error)
{
  hf_test_escalations_begin (session, data);
  return HF_TEST_DONE (hf_store_escalations_take (session, ((HfTestDeed *) data)->id, error));
}

static gpointer
give_back (HfStoreSession *session, gpointer data, GError **error)
{
  hf_test_escalations_begin (session, data);
  return HF_TEST_DONE (
      hf_store_escalations_give_back (session, ((HfTestDeed *) data)->id, error));
}

static gpointer
hand_over (HfStoreSession *session, gpointer data, GError **error)
{
  HfTestDeed *work = data;
  hf_test_escalations_begin (session, work);
  return HF_TEST_DONE (
      hf_store_escalations_hand_over (session, work->complaint, work->after, error));
}

static gpointer
list_handovers (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_escalations_list_handovers (session, ((HfTestDeed *) data)->id, error);
}

static gpointer
save_ladder (HfStoreSession *session, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) ladder = hf_escalation_ladder_parse (((HfTestDeed *) data)->text,
                                                             error);
  return HF_TEST_DONE (ladder != NULL && hf_store_ladder_save (session, ladder, error));
}

static gpointer
get (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_complaints_get (session, ((HfTestDeed *) data)->id, error);
}

static gpointer
list (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_escalations_list (session, ((HfTestDeed *) data)->id, error);
}

static void
assert_fails (HfTestEscalations *self, HfStoreFunc func, const HfTestDeed *work, GQuark domain,
              int code)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (
      hf_store_run (self->store.store, HF_STORE_WRITE, func, (gpointer) work, NULL, &error));
  g_assert_error (error, domain, code);
}

static void
test_seen_and_taken (HfTestEscalations *self, gconstpointer data)
{
  HfTestDeed li = { .staff_id = self->li,
                    .now = HF_TEST_FRIDAY + 25 * HOUR,
                    .id = self->complaint->id };
  HfTestDeed wang = { .staff_id = self->wang,
                      .now = HF_TEST_FRIDAY + 26 * HOUR,
                      .id = self->complaint->id };
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 24 * HOUR);
  hf_test_escalations_run (self, see, &li);
  hf_test_escalations_assert_told (self, self->li, TRUE, "");
  hf_test_escalations_assert_told (self, self->li, FALSE, "branch");
  hf_test_escalations_assert_told (self, self->wang, TRUE, "word");
  hf_test_escalations_run (self, take, &li);
  hf_test_escalations_assert_told (self, self->li, FALSE, "");
  hf_test_escalations_assert_told (self, self->wang, FALSE, "");
  assert_fails (self, take, &wang, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);
  assert_fails (self, give_back, &wang, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);
  g_autoptr (GPtrArray) logged = hf_test_escalations_run (self, list, &li);
  const HfEscalation *last = logged->pdata[logged->len - 1];
  g_assert_cmpstr (last->taken_by, ==, "Li");
  g_assert_cmpint (last->taken_at, ==, HF_TEST_FRIDAY + 25 * HOUR);
  hf_test_escalations_run (self, give_back, &li);
  hf_test_escalations_assert_told (self, self->wang, FALSE, "word");
  /* Who takes care of it is told again where it goes on to another step. */
  hf_test_escalations_run (self, take, &li);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 48 * HOUR);
  hf_test_escalations_assert_told (self, self->li, TRUE, "managers");
}

static void
test_handed_over (HfTestEscalations *self, gconstpointer data)
{
  const HfTestDeed work = { .staff_id = self->li,
                            .now = HF_TEST_FRIDAY + HOUR,
                            .id = self->complaint->id,
                            .complaint = self->complaint,
                            .after = self->zhao };
  const HfTestDeed nobody = { .complaint = self->complaint, .after = 4711 };
  hf_test_escalations_run (self, hand_over, &work);
  assert_fails (self, hand_over, &nobody, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND);
  g_autoptr (HfComplaint) found = hf_test_escalations_run (self, get, &work);
  g_assert_cmpint (found->handler_id, ==, self->zhao);
  g_assert_cmpstr (found->handler, ==, "Zhao");
  g_assert_cmpint (found->revision, ==, self->complaint->revision);
  g_autoptr (GPtrArray) handovers = hf_test_escalations_run (self, list_handovers, &work);
  g_assert_cmpuint (handovers->len, ==, 1);
  const HfHandover *handover = handovers->pdata[0];
  g_assert_cmpstr (handover->from, ==, "Wang");
  g_assert_cmpstr (handover->to, ==, "Zhao");
  g_assert_cmpstr (handover->staff, ==, "Li");
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 18 * HOUR);
  hf_test_escalations_assert_logged (self, "word 1h Li, Zhao; remind 18h Zhao");
}

static gpointer
dismiss (HfStoreSession *session, gpointer fixture, GError **error)
{
  g_autoptr (GPtrArray) staff = hf_store_staff_list (session, error);
  for (guint i = 0; i < staff->len; i++)
    {
      HfStaff *member = staff->pdata[i];
      member->is_manager = member->is_manager
                           && member->id == ((HfTestEscalations *) fixture)->zhao
                           && member->active;
      if (!hf_store_staff_save (session, member, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static gpointer
dismiss_all (HfStoreSession *session, gpointer unused, GError **error)
{
  HfTestEscalations nobody = { 0 };
  return dismiss (session, &nobody, error);
}

/* A branch without a manager: all managers; a firm without any: whoever is there. */
static void
test_nobody_to_tell (HfTestEscalations *self, gconstpointer data)
{
  hf_test_escalations_go_to (self, HF_COMPLAINT_ACKNOWLEDGED, HF_TEST_FRIDAY);
  hf_test_store_run (&self->store, HF_STORE_WRITE, dismiss, self);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 24 * HOUR);
  hf_test_escalations_assert_logged (self, "remind 18h Wang; branch 24h Zhao");
  hf_test_store_run (&self->store, HF_STORE_WRITE, dismiss_all, NULL);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 48 * HOUR);
  hf_test_escalations_assert_logged (self,
                                     "remind 18h Wang; branch 24h Zhao; managers 48h anybody");
  hf_test_escalations_assert_told (self, 0, TRUE, "managers");
  hf_test_escalations_assert_told (self, self->li, TRUE, "managers");
  const HfTestDeed seen = { .now = HF_TEST_FRIDAY + 49 * HOUR, .id = self->complaint->id };
  hf_test_escalations_run (self, see, &seen);
  hf_test_escalations_assert_told (self, self->li, TRUE, "");
}

/* A reminder to who deals with it escalates nothing. */
static void
test_lists_say_how_far (HfTestEscalations *self, gconstpointer data)
{
  const HfTestDeed work = { .id = self->complaint->id };
  hf_test_escalations_go_to (self, HF_COMPLAINT_ACKNOWLEDGED, HF_TEST_FRIDAY);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 18 * HOUR);
  g_autoptr (GPtrArray) reminded = hf_test_escalations_run (
      self, hf_test_escalations_find_escalated, NULL);
  g_assert_cmpuint (reminded->len, ==, 0);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 48 * HOUR);
  g_autoptr (GPtrArray) escalated = hf_test_escalations_run (
      self, hf_test_escalations_find_escalated, NULL);
  g_assert_cmpuint (escalated->len, ==, 1);
  const HfComplaint *complaint = escalated->pdata[0];
  g_assert_cmpstr (complaint->escalation, ==, "managers");
  g_assert_null (complaint->escalation_name);
  g_assert_true (complaint->is_escalated);
  hf_test_escalations_go_to (self, HF_COMPLAINT_RESPONDED, HF_TEST_FRIDAY + 50 * HOUR);
  g_autoptr (HfComplaint) after = hf_test_escalations_run (self, get, &work);
  g_assert_cmpstr (after->escalation, ==, "managers");
  g_assert_false (after->is_escalated);
}

static void
test_a_ladder_of_ones_own (HfTestEscalations *self, gconstpointer data)
{
  HfTestDeed good = { .text = "" };
  HfTestDeed bad = { .text = "own-1 resolve share 100 branch 24h 0 One\n"
                             "own-2 resolve share 90 branch 24h 0 Two\n" };
  g_autofree char *text = g_strdup_printf (
      "own-1 resolve before 120 - 24h %" G_GINT64_FORMAT " To Zhao\n", self->zhao);
  good.text = text;
  hf_test_escalations_run (self, save_ladder, &good);
  assert_fails (self, save_ladder, &bad, HF_ESCALATION_LADDER_ERROR,
                HF_ESCALATION_LADDER_ERROR_INVALID);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 100 * HOUR);
  hf_test_escalations_assert_logged (self, "own-1 22h Zhao");
  const HfTestDeed work = { .id = self->complaint->id };
  g_autoptr (HfComplaint) found = hf_test_escalations_run (self, get, &work);
  g_assert_cmpstr (found->escalation_name, ==, "To Zhao");
}

static gpointer
compute (HfStoreSession *session, gpointer data, GError **error)
{
  const HfPeriod always = { 0 };
  return hf_store_figures_compute (session, &always, NULL, error);
}

/* Complaints are counted once for a step, and reminders escalate nothing. */
static void
test_figures (HfTestEscalations *self, gconstpointer data)
{
  static const char *const steps[] = { "remind", "word", "branch", "managers" };
  g_autoptr (HfComplaint) second = hf_test_escalations_log_complaint (self, HF_PROMISE_DAY);
  hf_test_escalations_go_to (self, HF_COMPLAINT_ACKNOWLEDGED, HF_TEST_FRIDAY);
  hf_test_escalations_log_at (self, HF_TEST_FRIDAY + 48 * HOUR);
  hf_test_escalations_go_to (self, HF_COMPLAINT_RESPONDED, HF_TEST_FRIDAY + 49 * HOUR);
  g_autoptr (HfFigures) figures = hf_test_escalations_run (self, compute, NULL);
  g_assert_cmpuint (figures->complaints.escalated, ==, 2);
  g_assert_cmpuint (figures->escalations->len, ==, G_N_ELEMENTS (steps));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const HfEscalationCount *count = figures->escalations->pdata[i];
      g_assert_cmpstr (count->step, ==, steps[i]);
      g_assert_null (count->name);
      g_assert_cmpuint (count->complaints, ==, i == 1 ? 1 : 2);
    }
}

static void
on_logged (GObject *store, GAsyncResult *result, gpointer n_left)
{
  g_autoptr (GError) error = NULL;
  g_assert_nonnull (hf_store_run_finish (HF_STORE (store), result, &error));
  g_assert_no_error (error);
  (*(guint *) n_left)--;
}

/* Several desks notice it in the same moment: one of them logs it, and everybody is told once.
 */
static void
test_several_desks_log_once (HfTestEscalations *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) other = hf_store_open (self->store.place, HF_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  HfStore *const desks[] = { self->store.store, other };
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_clear_object (&self->complaint);
      self->complaint = hf_test_escalations_log_complaint (self, HF_PROMISE_DAY);
      HfTestDeed work = { .now = HF_TEST_FRIDAY + 48 * HOUR };
      guint n_left = 2 * G_N_ELEMENTS (desks);
      for (guint i = 0; i < 2 * G_N_ELEMENTS (desks); i++)
        hf_store_run_async (desks[i % 2], HF_STORE_WRITE, hf_test_escalations_log_due, &work,
                            NULL, NULL, NULL, on_logged, &n_left);
      while (n_left > 0)
        g_main_context_iteration (NULL, TRUE);
      hf_test_escalations_assert_logged (
          self, "word 1h Li, Wang; remind 18h Wang; branch 24h Li; managers 48h Li, Zhao");
    }
}

#define ADD(path, func)                                                                        \
  g_test_add ("/escalated/" path, HfTestEscalations, NULL, hf_test_escalations_set_up, func,   \
              hf_test_escalations_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("taken", test_seen_and_taken);
  ADD ("handover", test_handed_over);
  ADD ("nobody", test_nobody_to_tell);
  ADD ("lists", test_lists_say_how_far);
  ADD ("ladder", test_a_ladder_of_ones_own);
  ADD ("figures", test_figures);
  ADD ("desks", test_several_desks_log_once);
  return g_test_run ();
}
