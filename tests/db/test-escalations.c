#include "config.h"

#include "hf-escalation-ladder.h"
#include "hf-store-complaints.h"
#include "hf-store-deadlines.h"
#include "hf-store-escalations.h"
#include "hf-store-ladder.h"
#include "hf-store-pauses.h"
#include "hf-store-staff.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* Friday, 6 March 2026, 15:00 in Shanghai, where this desk is; nobody made a calendar. */
#define FRIDAY (G_GINT64_CONSTANT (1772780400) * G_USEC_PER_SEC)
#define MINUTE G_TIME_SPAN_MINUTE
#define HOUR G_TIME_SPAN_HOUR
#define N_ROUNDS 20

/* Wang takes complaints in the east, Li is the manager there and Zhao in the west; Sun was a
 * manager and has left. */
typedef struct
{
  HfTestStore store;
  gint64 wang, li, zhao, sun;
  HfComplaint *complaint;
} Fixture;

/* What is done, by whom and when. */
typedef struct
{
  gint64 staff_id;
  gint64 now;
  gint64 id;
  HfComplaint *complaint;
  HfComplaintStatus status;
  gint64 after;
  const char *text;
  gboolean only_unseen;
} Work;

static void
begin (HfStoreSession *session, const Work *work)
{
  hf_store_session_set_staff_id (session, work->staff_id);
  hf_store_session_set_now (session, work->now);
}

#define DONE(stored) ((stored) ? HF_STORE_DONE : NULL)

static gpointer
save (HfStoreSession *session, gpointer data, GError **error)
{
  Work *work = data;
  begin (session, work);
  return DONE (hf_store_complaints_save (session, work->complaint, error));
}

static gpointer
move (HfStoreSession *session, gpointer data, GError **error)
{
  Work *work = data;
  begin (session, work);
  return DONE (hf_store_complaints_move (session, work->complaint, work->status, NULL, error));
}

static gpointer
promise_anew (HfStoreSession *session, gpointer data, GError **error)
{
  Work *work = data;
  begin (session, work);
  return DONE (hf_store_deadlines_move (session, work->complaint, HF_DEADLINE_RESOLVE,
                                        work->after, "parts come on Monday", error));
}

static gpointer
begin_pause (HfStoreSession *session, gpointer data, GError **error)
{
  Work *work = data;
  begin (session, work);
  return DONE (hf_store_pauses_begin (session, work->complaint->id, "papers", error));
}

static gpointer
log_due (HfStoreSession *session, gpointer data, GError **error)
{
  begin (session, data);
  return DONE (hf_store_escalations_log (session, error));
}

static gpointer
count_due (HfStoreSession *session, gpointer data, GError **error)
{
  guint count = 0;
  begin (session, data);
  return hf_store_escalations_count_due (session, &count, error) ? GINT_TO_POINTER (count + 1)
                                                                 : NULL;
}

static gpointer
list (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_escalations_list (session, ((Work *) data)->id, error);
}

static gpointer
list_told (HfStoreSession *session, gpointer data, GError **error)
{
  begin (session, data);
  return hf_store_escalations_list_told (session, ((Work *) data)->only_unseen, error);
}

static gpointer
see (HfStoreSession *session, gpointer data, GError **error)
{
  begin (session, data);
  return DONE (hf_store_escalations_see (session, ((Work *) data)->id, error));
}

static gpointer
take (HfStoreSession *session, gpointer data, GError **error)
{
  begin (session, data);
  return DONE (hf_store_escalations_take (session, ((Work *) data)->id, error));
}

static gpointer
give_back (HfStoreSession *session, gpointer data, GError **error)
{
  begin (session, data);
  return DONE (hf_store_escalations_give_back (session, ((Work *) data)->id, error));
}

static gpointer
hand_over (HfStoreSession *session, gpointer data, GError **error)
{
  Work *work = data;
  begin (session, work);
  return DONE (hf_store_escalations_hand_over (session, work->complaint, work->after, error));
}

static gpointer
list_handovers (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_escalations_list_handovers (session, ((Work *) data)->id, error);
}

static gpointer
save_ladder (HfStoreSession *session, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) ladder = hf_escalation_ladder_parse (((Work *) data)->text, error);
  return DONE (ladder != NULL && hf_store_ladder_save (session, ladder, error));
}

static gpointer
get (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_complaints_get (session, ((Work *) data)->id, error);
}

static gpointer
find_escalated (HfStoreSession *session, gpointer data, GError **error)
{
  HfComplaintFilter filter = { .only_escalated = TRUE };
  g_autoptr (GArray) keys = hf_store_complaints_list_keys (session, &filter, error);
  return keys != NULL ? hf_store_complaints_read (session, (gint64 *) (gpointer) keys->data,
                                                  keys->len, error)
                      : NULL;
}

static gpointer
run (Fixture *self, HfStoreFunc func, const Work *work)
{
  return hf_test_store_run (&self->store, HF_STORE_WRITE, func, work);
}

static void
assert_fails (Fixture *self, HfStoreFunc func, const Work *work, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (
      hf_store_run (self->store.store, HF_STORE_WRITE, func, (gpointer) work, NULL, &error));
  g_assert_error (error, domain, code);
}

static gint64
add_staff (HfStoreSession *session, const char *name, gint64 branch_id, gboolean is_manager)
{
  g_autoptr (HfStaff) staff = hf_staff_new ();
  staff->code = g_strdup (name);
  staff->name = g_strdup (name);
  staff->branch_id = branch_id;
  staff->is_manager = is_manager;
  staff->active = !g_str_equal (name, "Sun");
  g_assert_true (hf_store_staff_save (session, staff, NULL));
  return staff->id;
}

static gpointer
add_people (HfStoreSession *session, gpointer fixture, GError **error)
{
  Fixture *self = fixture;
  gint64 east = 0, west = 0;
  if (!hf_store_branches_ensure (session, "East", &east, error)
      || !hf_store_branches_ensure (session, "West", &west, error))
    return NULL;
  self->wang = add_staff (session, "Wang", east, FALSE);
  self->li = add_staff (session, "Li", east, TRUE);
  self->zhao = add_staff (session, "Zhao", west, TRUE);
  self->sun = add_staff (session, "Sun", east, TRUE);
  return HF_STORE_DONE;
}

static HfComplaint *
log_complaint (Fixture *self, int term)
{
  Work work = { .staff_id = self->wang, .now = FRIDAY, .complaint = hf_complaint_new () };
  work.complaint->received_at = FRIDAY;
  work.complaint->term = term;
  work.complaint->branch = g_strdup ("East");
  run (self, save, &work);
  return work.complaint;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  hf_test_store_set_up (&self->store, NULL);
  hf_test_store_run (&self->store, HF_STORE_WRITE, add_people, self);
  self->complaint = log_complaint (self, HF_PROMISE_DAY);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->complaint);
  hf_test_store_tear_down (&self->store, NULL);
}

static void
log_at (Fixture *self, gint64 now)
{
  const Work work = { .now = now };
  run (self, log_due, &work);
}

static void
go_to (Fixture *self, HfComplaintStatus status, gint64 now)
{
  const Work work = {
    .staff_id = self->wang, .now = now, .complaint = self->complaint, .status = status
  };
  run (self, move, &work);
}

/* The steps that were logged, such as "remind 18h Wang; branch 24h Li". */
static void
assert_logged (Fixture *self, const char *expected)
{
  const Work work = { .id = self->complaint->id };
  g_autoptr (GPtrArray) logged = run (self, list, &work);
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint i = 0; i < logged->len; i++)
    {
      const HfEscalation *step = logged->pdata[i];
      g_string_append_printf (words, "%s%s %gh %s", i > 0 ? "; " : "", step->step,
                              (step->at - FRIDAY) / (double) HOUR,
                              step->told != NULL ? step->told : "anybody");
    }
  g_assert_cmpstr (words->str, ==, expected);
}

/* What somebody is told of, the highest step of each complaint. */
static void
assert_told (Fixture *self, gint64 staff_id, gboolean only_unseen, const char *expected)
{
  const Work work = { .staff_id = staff_id, .only_unseen = only_unseen };
  g_autoptr (GPtrArray) told = run (self, list_told, &work);
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint i = 0; i < told->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "; " : "",
                            ((const HfEscalation *) told->pdata[i])->step);
  g_assert_cmpstr (words->str, ==, expected);
}

static void
assert_due (Fixture *self, gint64 now, guint expected)
{
  const Work work = { .now = now };
  g_assert_cmpuint (GPOINTER_TO_INT (run (self, count_due, &work)) - 1, ==, expected);
}

/* Each step in its moment, and once however often somebody looks. */
static void
test_steps_are_logged_once (Fixture *self, gconstpointer data)
{
  assert_due (self, FRIDAY + HOUR - 1, 0);
  log_at (self, FRIDAY + HOUR - 1);
  assert_logged (self, "");
  assert_due (self, FRIDAY + HOUR, 1);
  log_at (self, FRIDAY + HOUR);
  assert_logged (self, "word 1h Li, Wang");
  go_to (self, HF_COMPLAINT_ACKNOWLEDGED, FRIDAY + 2 * HOUR);
  assert_due (self, FRIDAY + 18 * HOUR - 1, 0);
  for (guint i = 0; i < 3; i++)
    log_at (self, FRIDAY + 18 * HOUR + i * MINUTE);
  assert_logged (self, "word 1h Li, Wang; remind 18h Wang");
  log_at (self, FRIDAY + 24 * HOUR);
  log_at (self, FRIDAY + 24 * HOUR);
  assert_logged (self, "word 1h Li, Wang; remind 18h Wang; branch 24h Li");
  assert_due (self, FRIDAY + 24 * HOUR, 0);
}

/* The program was closed over the weekend: each step has its own moment, and who is told hears
 * of the complaint once. */
static void
test_closed_for_long (Fixture *self, gconstpointer data)
{
  g_autoptr (HfComplaint) second = log_complaint (self, HF_PROMISE_DAY);
  log_at (self, FRIDAY + 90 * HOUR);
  assert_logged (self, "word 1h Li, Wang; remind 18h Wang; branch 24h Li; managers 48h Li, "
                       "Zhao; board 72h Li, Zhao");
  assert_told (self, self->li, TRUE, "board; board");
  assert_told (self, self->zhao, TRUE, "board; board");
  assert_told (self, self->wang, TRUE, "word; word");
  assert_told (self, self->sun, TRUE, "");
  assert_told (self, 0, TRUE, "");
}

static void
test_answered_is_left_alone (Fixture *self, gconstpointer data)
{
  log_at (self, FRIDAY + 24 * HOUR);
  assert_told (self, self->li, FALSE, "branch");
  go_to (self, HF_COMPLAINT_RESPONDED, FRIDAY + 25 * HOUR);
  assert_told (self, self->li, FALSE, "");
  assert_due (self, FRIDAY + 1000 * HOUR, 0);
  log_at (self, FRIDAY + 1000 * HOUR);
  assert_logged (self, "word 1h Li, Wang; remind 18h Wang; branch 24h Li");
  g_autoptr (GPtrArray) escalated = run (self, find_escalated, NULL);
  g_assert_cmpuint (escalated->len, ==, 0);
}

/* What was told of the old deadline goes, and the new one has its own steps, from then on. */
static void
test_promised_anew (Fixture *self, gconstpointer data)
{
  go_to (self, HF_COMPLAINT_ACKNOWLEDGED, FRIDAY);
  log_at (self, FRIDAY + 24 * HOUR);
  const Work anew = { .now = FRIDAY + 30 * HOUR,
                      .complaint = self->complaint,
                      .after = FRIDAY + 70 * HOUR };
  run (self, promise_anew, &anew);
  assert_told (self, self->li, FALSE, "");
  assert_due (self, FRIDAY + 60 * HOUR - 1, 0);
  log_at (self, FRIDAY + 70 * HOUR);
  assert_logged (self, "remind 18h Wang; branch 24h Li; remind 60h Wang; branch 70h Li");
  assert_told (self, self->li, FALSE, "branch");
  log_at (self, FRIDAY + 110 * HOUR);
  assert_told (self, self->zhao, FALSE, "managers");
}

static void
test_a_pause_stops_nothing (Fixture *self, gconstpointer data)
{
  go_to (self, HF_COMPLAINT_ACKNOWLEDGED, FRIDAY);
  const Work work = { .now = FRIDAY + HOUR, .complaint = self->complaint };
  run (self, begin_pause, &work);
  log_at (self, FRIDAY + 24 * HOUR);
  assert_logged (self, "remind 18h Wang; branch 24h Li");
}

/* An emergency wants word each half-hour, each of them anew. */
static void
test_an_emergency (Fixture *self, gconstpointer data)
{
  g_object_unref (self->complaint);
  self->complaint = log_complaint (self, HF_PROMISE_EMERGENCY);
  assert_due (self, FRIDAY + 30 * MINUTE - 1, 0);
  log_at (self, FRIDAY + 30 * MINUTE);
  assert_logged (self, "half-hour 0.5h Li, Wang");
  assert_told (self, self->li, TRUE, "half-hour");
  go_to (self, HF_COMPLAINT_ACKNOWLEDGED, FRIDAY + 45 * MINUTE);
  assert_told (self, self->li, TRUE, "");
  log_at (self, FRIDAY + 105 * MINUTE);
  assert_logged (self,
                 "half-hour 0.5h Li, Wang; half-hour 1.25h Li, Wang; hour 1.75h Li, Zhao");
}

static void
test_one_working_day (Fixture *self, gconstpointer data)
{
  g_object_unref (self->complaint);
  self->complaint = log_complaint (self, HF_PROMISE_WORKDAY);
  go_to (self, HF_COMPLAINT_ACKNOWLEDGED, FRIDAY);
  log_at (self, FRIDAY + 65 * HOUR);
  assert_logged (self, "");
  /* Monday 12:45, 15:00; Tuesday 15:00. */
  log_at (self, FRIDAY + 96 * HOUR);
  assert_logged (self, "remind 69.75h Wang; branch 72h Li; managers 96h Li, Zhao");
}

static void
test_seen_and_taken (Fixture *self, gconstpointer data)
{
  Work li = { .staff_id = self->li, .now = FRIDAY + 25 * HOUR, .id = self->complaint->id };
  Work wang = { .staff_id = self->wang, .now = FRIDAY + 26 * HOUR, .id = self->complaint->id };
  log_at (self, FRIDAY + 24 * HOUR);
  run (self, see, &li);
  assert_told (self, self->li, TRUE, "");
  assert_told (self, self->li, FALSE, "branch");
  assert_told (self, self->wang, TRUE, "word");
  run (self, take, &li);
  assert_told (self, self->li, FALSE, "");
  assert_told (self, self->wang, FALSE, "");
  assert_fails (self, take, &wang, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);
  assert_fails (self, give_back, &wang, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);
  g_autoptr (GPtrArray) logged = run (self, list, &li);
  const HfEscalation *last = logged->pdata[logged->len - 1];
  g_assert_cmpstr (last->taken_by, ==, "Li");
  g_assert_cmpint (last->taken_at, ==, FRIDAY + 25 * HOUR);
  run (self, give_back, &li);
  assert_told (self, self->wang, FALSE, "word");
  /* Who takes care of it is told again where it goes on to another step. */
  run (self, take, &li);
  log_at (self, FRIDAY + 48 * HOUR);
  assert_told (self, self->li, TRUE, "managers");
}

static void
test_handed_over (Fixture *self, gconstpointer data)
{
  const Work work = { .staff_id = self->li,
                      .now = FRIDAY + HOUR,
                      .id = self->complaint->id,
                      .complaint = self->complaint,
                      .after = self->zhao };
  const Work nobody = { .complaint = self->complaint, .after = 4711 };
  run (self, hand_over, &work);
  assert_fails (self, hand_over, &nobody, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND);
  g_autoptr (HfComplaint) found = run (self, get, &work);
  g_assert_cmpint (found->handler_id, ==, self->zhao);
  g_assert_cmpstr (found->handler, ==, "Zhao");
  g_assert_cmpint (found->revision, ==, self->complaint->revision);
  g_autoptr (GPtrArray) handovers = run (self, list_handovers, &work);
  g_assert_cmpuint (handovers->len, ==, 1);
  const HfHandover *handover = handovers->pdata[0];
  g_assert_cmpstr (handover->from, ==, "Wang");
  g_assert_cmpstr (handover->to, ==, "Zhao");
  g_assert_cmpstr (handover->staff, ==, "Li");
  log_at (self, FRIDAY + 18 * HOUR);
  assert_logged (self, "word 1h Li, Zhao; remind 18h Zhao");
}

static gpointer
dismiss (HfStoreSession *session, gpointer fixture, GError **error)
{
  g_autoptr (GPtrArray) staff = hf_store_staff_list (session, error);
  for (guint i = 0; i < staff->len; i++)
    {
      HfStaff *member = staff->pdata[i];
      member->is_manager = member->is_manager && member->id == ((Fixture *) fixture)->zhao
                           && member->active;
      if (!hf_store_staff_save (session, member, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static gpointer
dismiss_all (HfStoreSession *session, gpointer unused, GError **error)
{
  Fixture nobody = { 0 };
  return dismiss (session, &nobody, error);
}

/* A branch without a manager: all managers; a firm without any: whoever is there. */
static void
test_nobody_to_tell (Fixture *self, gconstpointer data)
{
  go_to (self, HF_COMPLAINT_ACKNOWLEDGED, FRIDAY);
  hf_test_store_run (&self->store, HF_STORE_WRITE, dismiss, self);
  log_at (self, FRIDAY + 24 * HOUR);
  assert_logged (self, "remind 18h Wang; branch 24h Zhao");
  hf_test_store_run (&self->store, HF_STORE_WRITE, dismiss_all, NULL);
  log_at (self, FRIDAY + 48 * HOUR);
  assert_logged (self, "remind 18h Wang; branch 24h Zhao; managers 48h anybody");
  assert_told (self, 0, TRUE, "managers");
  assert_told (self, self->li, TRUE, "managers");
  const Work seen = { .now = FRIDAY + 49 * HOUR, .id = self->complaint->id };
  run (self, see, &seen);
  assert_told (self, self->li, TRUE, "");
}

/* A reminder to who deals with it escalates nothing. */
static void
test_lists_say_how_far (Fixture *self, gconstpointer data)
{
  const Work work = { .id = self->complaint->id };
  go_to (self, HF_COMPLAINT_ACKNOWLEDGED, FRIDAY);
  log_at (self, FRIDAY + 18 * HOUR);
  g_autoptr (GPtrArray) reminded = run (self, find_escalated, NULL);
  g_assert_cmpuint (reminded->len, ==, 0);
  log_at (self, FRIDAY + 48 * HOUR);
  g_autoptr (GPtrArray) escalated = run (self, find_escalated, NULL);
  g_assert_cmpuint (escalated->len, ==, 1);
  const HfComplaint *complaint = escalated->pdata[0];
  g_assert_cmpstr (complaint->escalation, ==, "managers");
  g_assert_null (complaint->escalation_name);
  g_assert_true (complaint->is_escalated);
  go_to (self, HF_COMPLAINT_RESPONDED, FRIDAY + 50 * HOUR);
  g_autoptr (HfComplaint) after = run (self, get, &work);
  g_assert_cmpstr (after->escalation, ==, "managers");
  g_assert_false (after->is_escalated);
}

static void
test_a_ladder_of_ones_own (Fixture *self, gconstpointer data)
{
  Work good = { .text = "" };
  Work bad = { .text = "own-1 resolve share 100 branch 24h 0 One\n"
                       "own-2 resolve share 90 branch 24h 0 Two\n" };
  g_autofree char *text = g_strdup_printf (
      "own-1 resolve before 120 - 24h %" G_GINT64_FORMAT " To Zhao\n", self->zhao);
  good.text = text;
  run (self, save_ladder, &good);
  assert_fails (self, save_ladder, &bad, HF_ESCALATION_LADDER_ERROR,
                HF_ESCALATION_LADDER_ERROR_INVALID);
  log_at (self, FRIDAY + 100 * HOUR);
  assert_logged (self, "own-1 22h Zhao");
  const Work work = { .id = self->complaint->id };
  g_autoptr (HfComplaint) found = run (self, get, &work);
  g_assert_cmpstr (found->escalation_name, ==, "To Zhao");
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
test_several_desks_log_once (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) other = hf_store_open (self->store.place, HF_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  HfStore *const desks[] = { self->store.store, other };
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_clear_object (&self->complaint);
      self->complaint = log_complaint (self, HF_PROMISE_DAY);
      Work work = { .now = FRIDAY + 48 * HOUR };
      guint n_left = 2 * G_N_ELEMENTS (desks);
      for (guint i = 0; i < 2 * G_N_ELEMENTS (desks); i++)
        hf_store_run_async (desks[i % 2], HF_STORE_WRITE, log_due, &work, NULL, NULL, NULL,
                            on_logged, &n_left);
      while (n_left > 0)
        g_main_context_iteration (NULL, TRUE);
      assert_logged (self,
                     "word 1h Li, Wang; remind 18h Wang; branch 24h Li; managers 48h Li, Zhao");
    }
}

#define ADD(path, func)                                                                        \
  g_test_add ("/escalations/" path, Fixture, NULL, set_up, func, tear_down)

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
  ADD ("taken", test_seen_and_taken);
  ADD ("handover", test_handed_over);
  ADD ("nobody", test_nobody_to_tell);
  ADD ("lists", test_lists_say_how_far);
  ADD ("ladder", test_a_ladder_of_ones_own);
  ADD ("desks", test_several_desks_log_once);
  return g_test_run ();
}
