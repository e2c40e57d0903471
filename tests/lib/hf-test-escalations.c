#include "config.h"

#include "hf-test-escalations.h"

#include "hf-store-staff.h"

#define HOUR G_TIME_SPAN_HOUR

/**
 * hf_test_escalations_begin:
 * @session: a session
 * @work: what is done
 *
 * Says who works and when, as a deed has it.
 */
void
hf_test_escalations_begin (HfStoreSession *session, const HfTestDeed *work)
{
  hf_store_session_set_staff_id (session, work->staff_id);
  hf_store_session_set_now (session, work->now);
}

static gpointer
save (HfStoreSession *session, gpointer data, GError **error)
{
  HfTestDeed *work = data;
  hf_test_escalations_begin (session, work);
  return HF_TEST_DONE (hf_store_complaints_save (session, work->complaint, error));
}

static gpointer
move (HfStoreSession *session, gpointer data, GError **error)
{
  HfTestDeed *work = data;
  hf_test_escalations_begin (session, work);
  return HF_TEST_DONE (
      hf_store_complaints_move (session, work->complaint, work->status, NULL, error));
}

/**
 * hf_test_escalations_log_due:
 * @session: a session that writes
 * @data: an #HfTestDeed
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Logs the steps that are due, for hf_test_escalations_run().
 *
 * Returns: %HF_STORE_DONE
 */
gpointer
hf_test_escalations_log_due (HfStoreSession *session, gpointer data, GError **error)
{
  hf_test_escalations_begin (session, data);
  return HF_TEST_DONE (hf_store_escalations_log (session, error));
}

static gpointer
count_due (HfStoreSession *session, gpointer data, GError **error)
{
  guint count = 0;
  hf_test_escalations_begin (session, data);
  return hf_store_escalations_count_due (session, &count, error) ? GINT_TO_POINTER (count + 1)
                                                                 : NULL;
}

static gpointer
list (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_escalations_list (session, ((HfTestDeed *) data)->id, error);
}

static gpointer
list_told (HfStoreSession *session, gpointer data, GError **error)
{
  hf_test_escalations_begin (session, data);
  return hf_store_escalations_list_told (session, ((HfTestDeed *) data)->only_unseen, error);
}

/**
 * hf_test_escalations_find_escalated:
 * @session: a session
 * @data: nothing
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the complaints that are escalated, for hf_test_escalations_run().
 *
 * Returns: (transfer full) (nullable): complaints
 */
gpointer
hf_test_escalations_find_escalated (HfStoreSession *session, gpointer data, GError **error)
{
  HfComplaintFilter filter = { .only_escalated = TRUE };
  g_autoptr (GArray) keys = hf_store_complaints_list_keys (session, &filter, error);
  return keys != NULL ? hf_store_complaints_read (session, (gint64 *) (gpointer) keys->data,
                                                  keys->len, error)
                      : NULL;
}

/**
 * hf_test_escalations_run:
 * @self: a fixture
 * @func: the deed
 * @work: (nullable): for it
 *
 * Does a deed that must not fail.
 *
 * Returns: what it gave
 */
gpointer
hf_test_escalations_run (HfTestEscalations *self, HfStoreFunc func, const HfTestDeed *work)
{
  return hf_test_store_run (&self->store, HF_STORE_WRITE, func, work);
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
  HfTestEscalations *self = fixture;
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

/**
 * hf_test_escalations_log_complaint:
 * @self: a fixture
 * @term: the class that is promised
 *
 * Logs a complaint that Wang takes in the east on that Friday.
 *
 * Returns: (transfer full): the complaint
 */
HfComplaint *
hf_test_escalations_log_complaint (HfTestEscalations *self, int term)
{
  HfTestDeed work = { .staff_id = self->wang,
                      .now = HF_TEST_FRIDAY,
                      .complaint = hf_complaint_new () };
  work.complaint->received_at = HF_TEST_FRIDAY;
  work.complaint->term = term;
  work.complaint->branch = g_strdup ("East");
  hf_test_escalations_run (self, save, &work);
  return work.complaint;
}

/**
 * hf_test_escalations_set_up:
 * @self: a fixture
 * @data: nothing
 *
 * Makes a database with a complaint within 24 hours.
 */
void
hf_test_escalations_set_up (HfTestEscalations *self, gconstpointer data)
{
  hf_test_store_set_up (&self->store, NULL);
  hf_test_store_run (&self->store, HF_STORE_WRITE, add_people, self);
  self->complaint = hf_test_escalations_log_complaint (self, HF_PROMISE_DAY);
}

/**
 * hf_test_escalations_tear_down:
 * @self: a fixture
 * @data: nothing
 *
 * Removes the database.
 */
void
hf_test_escalations_tear_down (HfTestEscalations *self, gconstpointer data)
{
  g_clear_object (&self->complaint);
  hf_test_store_tear_down (&self->store, NULL);
}

/**
 * hf_test_escalations_log_at:
 * @self: a fixture
 * @now: a moment
 *
 * Logs the steps that are reached by a moment.
 */
void
hf_test_escalations_log_at (HfTestEscalations *self, gint64 now)
{
  const HfTestDeed work = { .now = now };
  hf_test_escalations_run (self, hf_test_escalations_log_due, &work);
}

/**
 * hf_test_escalations_go_to:
 * @self: a fixture
 * @status: where it goes
 * @now: a moment
 *
 * Takes the complaint to another step of its path, by Wang.
 */
void
hf_test_escalations_go_to (HfTestEscalations *self, HfComplaintStatus status, gint64 now)
{
  const HfTestDeed work = {
    .staff_id = self->wang, .now = now, .complaint = self->complaint, .status = status
  };
  hf_test_escalations_run (self, move, &work);
}

/**
 * hf_test_escalations_assert_logged:
 * @self: a fixture
 * @expected: the steps
 *
 * Checks which steps were logged, such as "remind 18h Wang; branch 24h Li".
 */
void
hf_test_escalations_assert_logged (HfTestEscalations *self, const char *expected)
{
  const HfTestDeed work = { .id = self->complaint->id };
  g_autoptr (GPtrArray) logged = hf_test_escalations_run (self, list, &work);
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint i = 0; i < logged->len; i++)
    {
      const HfEscalation *step = logged->pdata[i];
      g_string_append_printf (words, "%s%s %gh %s", i > 0 ? "; " : "", step->step,
                              (step->at - HF_TEST_FRIDAY) / (double) HOUR,
                              step->told != NULL ? step->told : "anybody");
    }
  g_assert_cmpstr (words->str, ==, expected);
}

/**
 * hf_test_escalations_assert_told:
 * @self: a fixture
 * @staff_id: who
 * @only_unseen: whether to leave out what they looked at
 * @expected: the steps
 *
 * Checks what somebody is told of, the highest step of each complaint.
 */
void
hf_test_escalations_assert_told (HfTestEscalations *self, gint64 staff_id, gboolean only_unseen,
                                 const char *expected)
{
  const HfTestDeed work = { .staff_id = staff_id, .only_unseen = only_unseen };
  g_autoptr (GPtrArray) told = hf_test_escalations_run (self, list_told, &work);
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint i = 0; i < told->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "; " : "",
                            ((const HfEscalation *) told->pdata[i])->step);
  g_assert_cmpstr (words->str, ==, expected);
}

/**
 * hf_test_escalations_assert_due:
 * @self: a fixture
 * @now: a moment
 * @expected: how many
 *
 * Checks how many steps are to be logged.
 */
void
hf_test_escalations_assert_due (HfTestEscalations *self, gint64 now, guint expected)
{
  const HfTestDeed work = { .now = now };
  g_assert_cmpuint (GPOINTER_TO_INT (hf_test_escalations_run (self, count_due, &work)) - 1, ==,
                    expected);
}
