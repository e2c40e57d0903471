#include "config.h"

#include "hf-test-desks.h"

#include "hf-store-attempts.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-queue.h"
#include "hf-store-staff.h"
#include "hf-test-place.h"

#define NOW HF_TEST_DESKS_NOW

/**
 * hf_test_desks_run:
 * @store: a desk's store
 * @func: a piece of work that must not fail
 * @input: (nullable): for @func
 *
 * Does a piece of work that writes.
 *
 * Returns: what it gave
 */
gpointer
hf_test_desks_run (HfStore *store, HfStoreFunc func, gconstpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (store, HF_STORE_WRITE, func, (gpointer) input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static gpointer
add_branch (HfStoreSession *session, gpointer zone, GError **error)
{
  g_autoptr (HfBranch) branch = hf_branch_new ();
  branch->code = g_strdup ("西店");
  branch->name = g_strdup ("西店");
  branch->time_zone = g_strdup (zone);
  return hf_store_branches_save (session, branch, error) ? HF_STORE_DONE : NULL;
}

/* C1 is worth most, C2 less .. C6 least. */
static gpointer
add_people (HfStoreSession *session, gpointer unused, GError **error)
{
  for (int i = 1; i <= 6; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%d", i);
      customer->name = g_strdup_printf ("客户%d", i);
      customer->annual_value = (10 - i) * 1000;
      customer->status = HF_CUSTOMER_LOST;
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
    }
  hf_store_session_set_now (session, NOW);
  return hf_store_queue_fill (session, NULL, error) ? HF_STORE_DONE : NULL;
}

/**
 * hf_test_desks_set_up:
 * @fixture: a fixture
 * @data: nothing
 *
 * Opens two desks; C1 to C6 wait in the queue, C1 worth most, and the branch 西店 is in Urumqi.
 */
void
hf_test_desks_set_up (HfTestDesks *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->place = hf_test_place_new ();
  fixture->one = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_test_desks_run (fixture->one, add_branch, "Asia/Urumqi");
  hf_test_desks_run (fixture->one, add_people, NULL);
  fixture->other = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_store_set_desk (fixture->other, 2);
}

/**
 * hf_test_desks_tear_down:
 * @fixture: a fixture
 * @data: nothing
 *
 * Closes both desks.
 */
void
hf_test_desks_tear_down (HfTestDesks *fixture, gconstpointer data)
{
  g_clear_object (&fixture->one);
  g_clear_object (&fixture->other);
  hf_test_place_free (fixture->place);
}

/**
 * hf_test_desks_take_next:
 * @session: a session that writes
 * @moment: an #HfTestMoment
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Takes the next call, for hf_test_desks_run().
 *
 * Returns: (transfer full): an #HfNextCall
 */
gpointer
hf_test_desks_take_next (HfStoreSession *session, gpointer moment, GError **error)
{
  const HfTestMoment *self = moment;
  hf_store_session_set_now (session, self->now);
  return hf_store_queue_take_next (session, self->at_any_hour, error);
}

static char *
next_at (HfStore *store, gint64 now)
{
  HfTestMoment moment = { now, FALSE };
  g_autoptr (HfNextCall) next = hf_test_desks_run (store, hf_test_desks_take_next, &moment);
  return g_strdup (next->task != NULL ? next->task->customer_code : "nobody");
}

/**
 * hf_test_desks_assert_next:
 * @store: a desk's store
 * @now: a moment
 * @code: a customer's code, or "nobody"
 *
 * Takes the next call of a desk, which must be with that customer.
 */
void
hf_test_desks_assert_next (HfStore *store, gint64 now, const char *code)
{
  g_autofree char *found = next_at (store, now);
  g_assert_cmpstr (found, ==, code);
}

/**
 * hf_test_desks_key_of:
 * @session: a session
 * @code: a customer's code
 *
 * Finds a customer.
 *
 * Returns: the key
 */
gint64
hf_test_desks_key_of (HfStoreSession *session, const char *code)
{
  gint64 id = 0;
  g_assert_true (hf_store_customers_find_id (session, code, &id, NULL));
  return id;
}

/**
 * hf_test_desks_task_of:
 * @session: a session
 * @code: a customer's code
 *
 * Finds where a lost customer waits in the queue.
 *
 * Returns: the entry's key
 */
gint64
hf_test_desks_task_of (HfStoreSession *session, const char *code)
{
  gint64 id = 0;
  g_assert_true (hf_store_queue_find (session, hf_test_desks_key_of (session, code),
                                      HF_INTERVIEW_LOST, &id, NULL));
  return id;
}

/**
 * hf_test_desks_make_call:
 * @session: a session that writes
 * @call: an #HfTestCall
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Logs a call with a customer who waits, for hf_test_desks_run().
 *
 * Returns: %HF_STORE_DONE
 */
gpointer
hf_test_desks_make_call (HfStoreSession *session, gpointer call, GError **error)
{
  HfTestCall *self = call;
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  gint64 task = hf_test_desks_task_of (session, self->code);
  hf_store_session_set_now (session, self->now);
  attempt->task_id = task;
  attempt->customer_id = hf_test_desks_key_of (session, self->code);
  attempt->outcome = g_strdup (self->outcome);
  attempt->started_at = attempt->ended_at = self->now;
  if (!hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, self->again_at, error))
    return NULL;
  g_clear_object (&self->task);
  self->task = hf_store_queue_get (session, task, error);
  return self->task != NULL ? HF_STORE_DONE : NULL;
}

/**
 * hf_test_desks_lose_lately:
 * @session: a session that writes
 * @unused: nothing
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Adds D1 to D5, lost 8, 14, 42 and 43 days ago, and on a day that is not known; looks at what
 * their calls are worth.
 *
 * Returns: %HF_STORE_DONE
 */
gpointer
hf_test_desks_lose_lately (HfStoreSession *session, gpointer unused, GError **error)
{
  static const struct
  {
    const char *code, *lost_on;
    gint64 priority;
  } people[] = {
    { "D1", "2026-01-25", 100 }, { "D2", "2026-01-19", 300 }, { "D3", "2025-12-22", 300 },
    { "D4", "2025-12-21", 100 }, { "D5", NULL, 100 },
  };
  hf_store_session_set_now (session, NOW);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      gint64 task_id = 0;
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup (people[i].code);
      customer->status = HF_CUSTOMER_LOST;
      customer->lost_on = g_strdup (people[i].lost_on);
      customer->annual_value = 100;
      if (!hf_store_customers_save (session, customer, error)
          || !hf_store_queue_add (session, customer->id, HF_INTERVIEW_LOST, 0, NULL, &task_id,
                                  error))
        return NULL;
      g_autoptr (HfCallTask) task = hf_store_queue_get (session, task_id, error);
      g_assert_cmpint (task->priority, ==, people[i].priority);
    }
  return HF_STORE_DONE;
}

/**
 * hf_test_desks_block:
 * @session: a session that writes
 * @unused: nothing
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Has C1 and C2 not want to be called.
 *
 * Returns: %HF_STORE_DONE
 */
gpointer
hf_test_desks_block (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_get (
      session, hf_test_desks_key_of (session, "C1"), error);
  customer->do_not_call = TRUE;
  return hf_store_customers_save (session, customer, error)
                 && hf_store_consents_add (session, hf_test_desks_key_of (session, "C2"),
                                           "call", TRUE, 0, NULL, error)
                 && hf_store_consents_add (session, hf_test_desks_key_of (session, "C2"),
                                           "call", FALSE, 0, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}
