#include "config.h"

#include "hf-store-attempts.h"
#include "hf-store-claims.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-next-call.h"
#include "hf-store-promises.h"
#include "hf-store-purchases.h"
#include "hf-store-queue.h"
#include "hf-store-settings.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-test-desks.h"
#include "hf-test-place.h"
#include "hf-time.h"

#define NOW HF_TEST_DESKS_NOW
#define MINUTE G_TIME_SPAN_MINUTE

static void
test_the_best_call_comes_first (HfTestDesks *fixture, gconstpointer data)
{
  hf_test_desks_assert_next (fixture->one, NOW, "C1");
  hf_test_desks_assert_next (fixture->one, NOW, "C1");
  HfTestCall call = { "C1", "completed", NOW, 0 };
  hf_test_desks_run (fixture->one, hf_test_desks_make_call, &call);
  g_assert_cmpint (call.task->state, ==, HF_CALL_TASK_DONE);
  hf_test_desks_assert_next (fixture->one, NOW, "C2");
  g_clear_object (&call.task);
}

static gpointer
waver (HfStoreSession *session, gpointer unused, GError **error)
{
  gint64 task_id = 0;
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("W1");
  customer->status = HF_CUSTOMER_AT_RISK;
  customer->annual_value = 100;
  if (!hf_store_customers_save (session, customer, error)
      || !hf_store_queue_add (session, customer->id, HF_INTERVIEW_LOW_SCORE, 0, NULL, &task_id,
                              error))
    return NULL;
  g_autoptr (HfCallTask) task = hf_store_queue_get (session, task_id, error);
  g_assert_cmpint (task->priority, ==, 200);
  return HF_STORE_DONE;
}

/* Two to six weeks after the loss counts three times, a customer who wavers twice. */
static void
test_risk_counts_as_much_as_value (HfTestDesks *fixture, gconstpointer data)
{
  hf_test_desks_run (fixture->one, hf_test_desks_lose_lately, NULL);
  hf_test_desks_run (fixture->one, waver, NULL);
}

static void
test_no_two_desks_get_one_customer (HfTestDesks *fixture, gconstpointer data)
{
  hf_test_desks_assert_next (fixture->one, NOW, "C1");
  hf_test_desks_assert_next (fixture->other, NOW, "C2");
  hf_test_desks_assert_next (fixture->one, NOW + 1, "C1");
  gint64 later = NOW + (HF_CLAIM_SECONDS + 1) * G_USEC_PER_SEC;
  hf_test_desks_assert_next (fixture->other, later, "C1");
}

static gpointer
find_other (HfStoreSession *session, gpointer code, GError **error)
{
  hf_store_session_set_now (session, NOW);
  return hf_store_claims_find_other (session, hf_test_desks_key_of (session, code), error);
}

static gpointer
release (HfStoreSession *session, gpointer code, GError **error)
{
  return hf_store_claims_release (session, hf_test_desks_key_of (session, code), error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_the_other_desk_is_named (HfTestDesks *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  hf_test_desks_assert_next (fixture->one, NOW, "C1");
  g_autoptr (HfClaim) claim = hf_test_desks_run (fixture->other, find_other, "C1");
  g_assert_cmpint (claim->since, ==, NOW);
  g_assert_null (
      hf_store_run (fixture->one, HF_STORE_WRITE, find_other, (char *) "C1", NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND);
  hf_test_desks_run (fixture->other, release, "C1");
  g_autoptr (HfClaim) still = hf_test_desks_run (fixture->other, find_other, "C1");
  g_assert_nonnull (still);
  hf_test_desks_run (fixture->one, release, "C1");
  hf_test_desks_assert_next (fixture->other, NOW, "C1");
}

/* A program that was killed comes back to the same desk. */
static void
test_a_restart_keeps_the_customer (HfTestDesks *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  hf_test_desks_assert_next (fixture->one, NOW, "C1");
  g_clear_object (&fixture->one);
  fixture->one = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_test_desks_assert_next (fixture->other, NOW, "C2");
  hf_test_desks_assert_next (fixture->one, NOW, "C1");
}

static gpointer
move_west (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_get (
      session, hf_test_desks_key_of (session, code), error);
  g_free (customer->branch);
  customer->branch = g_strdup ("西店");
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static void
test_hours_are_those_of_the_customer (HfTestDesks *fixture, gconstpointer data)
{
  HfTestMoment now = { NOW, FALSE };
  for (int i = 1; i <= 6; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%d", i);
      if (i != 5)
        hf_test_desks_run (fixture->one, move_west, code);
    }
  hf_test_desks_assert_next (fixture->one, NOW, "C5");
  HfTestCall call = { "C5", "completed", NOW, 0 };
  hf_test_desks_run (fixture->one, hf_test_desks_make_call, &call);
  g_clear_object (&call.task);
  g_autoptr (HfNextCall) none = hf_test_desks_run (fixture->one, hf_test_desks_take_next, &now);
  g_assert_null (none->task);
  g_assert_cmpint (none->opens_at, ==, NOW + 60 * MINUTE);
  hf_test_desks_assert_next (fixture->one, NOW + 60 * MINUTE, "C1");
  now.at_any_hour = TRUE;
  g_autoptr (HfNextCall) anyway = hf_test_desks_run (fixture->one, hf_test_desks_take_next,
                                                     &now);
  g_assert_cmpstr (anyway->task->customer_code, ==, "C1");
}

static void
test_an_appointment_holds_at_any_hour (HfTestDesks *fixture, gconstpointer data)
{
  gint64 night = NOW + 12 * 60 * MINUTE;
  HfTestCall call = { "C6", "call-back", NOW, night };
  hf_test_desks_run (fixture->one, hf_test_desks_make_call, &call);
  g_assert_cmpint (call.task->appointment_at, ==, night);
  g_assert_cmpint (call.task->due_at, ==, night);
  g_clear_object (&call.task);
  hf_test_desks_assert_next (fixture->one, NOW, "C1");
  hf_test_desks_assert_next (fixture->one, night - 1, "nobody");
  hf_test_desks_assert_next (fixture->one, night, "C6");
}

static gpointer
keep_alone (HfStoreSession *session, gpointer task, GError **error)
{
  HfStaff *staff = hf_staff_new ();
  staff->code = g_strdup ("7");
  staff->name = g_strdup ("小李");
  if (!hf_store_staff_save (session, staff, error)
      || !hf_store_queue_keep_appointment (session, ((HfCallTask *) task)->id, staff->id,
                                           error))
    g_clear_object (&staff);
  return staff;
}

static void
test_a_hard_appointment_is_mine_alone (HfTestDesks *fixture, gconstpointer data)
{
  gint64 soon = NOW + 30 * MINUTE;
  HfTestCall call = { "C6", "call-back", NOW, soon };
  hf_test_desks_run (fixture->one, hf_test_desks_make_call, &call);
  g_autoptr (HfStaff) staff = hf_test_desks_run (fixture->one, keep_alone, call.task);
  g_clear_object (&call.task);
  hf_test_desks_assert_next (fixture->one, soon, "C1");
  hf_store_set_staff_id (fixture->other, staff->id);
  hf_test_desks_assert_next (fixture->other, soon, "C6");
}

static gpointer
promise (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfPromise) record = hf_promise_new ();
  record->customer_id = hf_test_desks_key_of (session, code);
  record->what = g_strdup ("回电");
  record->due_at = NOW - MINUTE;
  return hf_store_promises_save (session, record, error) ? HF_STORE_DONE : NULL;
}

static void
test_what_was_promised_comes_before_value (HfTestDesks *fixture, gconstpointer data)
{
  hf_test_desks_run (fixture->one, promise, "C4");
  hf_test_desks_assert_next (fixture->one, NOW, "C4");
}

static void
test_nobody_is_called_against_their_will (HfTestDesks *fixture, gconstpointer data)
{
  hf_test_desks_run (fixture->one, hf_test_desks_block, NULL);
  hf_test_desks_assert_next (fixture->one, NOW, "C3");
}

static void
test_attempts_are_spread_and_end (HfTestDesks *fixture, gconstpointer data)
{
  static const char *const days[] = { "2026-02-02 12:00", "2026-02-02 17:00",
                                      "2026-02-07 10:00", "2026-02-07 13:00",
                                      "2026-02-07 16:00" };
  HfTestCall call = { "C1", "no-answer", NOW, NOW + 60 * MINUTE };
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      hf_test_desks_run (fixture->one, hf_test_desks_make_call, &call);
      g_assert_cmpint (call.task->state, ==, HF_CALL_TASK_WAITING);
      g_assert_cmpint (call.task->appointment_at, ==, 0);
      g_autofree char *due = hf_time_format_moment (call.task->due_at);
      g_assert_cmpstr (due, ==, days[i]);
      call.now = call.task->due_at;
      call.again_at = call.now + 180 * MINUTE;
    }
  hf_test_desks_run (fixture->one, hf_test_desks_make_call, &call);
  g_assert_cmpint (call.task->state, ==, HF_CALL_TASK_EXHAUSTED);
  g_assert_cmpint (call.task->attempts, ==, 6);
  g_clear_object (&call.task);
}

/* Who asked to be called is called, however often they were tried. */
static void
test_the_cap_does_not_break_an_appointment (HfTestDesks *fixture, gconstpointer data)
{
  HfTestCall call = { "C1", "call-back", NOW, NOW + 60 * MINUTE };
  for (int i = 0; i < 8; i++)
    hf_test_desks_run (fixture->one, hf_test_desks_make_call, &call);
  g_assert_cmpint (call.task->state, ==, HF_CALL_TASK_WAITING);
  g_clear_object (&call.task);
}

static gpointer
buy (HfStoreSession *session, gpointer unused, GError **error)
{
  static const struct
  {
    const char *code;
    gint64 amount;
  } shares[] = { { "A1", 80 }, { "B1", 20 }, { "K1", 19 } };
  hf_store_session_set_now (session, NOW);
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      g_autoptr (HfPurchase) purchase = hf_purchase_new ();
      customer->code = g_strdup (shares[i].code);
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
      purchase->customer_code = g_strdup (shares[i].code);
      purchase->customer_id = customer->id;
      purchase->month = g_strdup ("2026-01");
      purchase->amount = shares[i].amount;
      purchase->need = 100;
      if (!hf_store_purchases_save (session, purchase, error))
        return NULL;
    }
  gint64 n_added = 0, task = 0;
  gboolean filled = hf_store_queue_fill (session, &n_added, error);
  g_assert_cmpint (n_added, ==, 1);
  task = hf_test_desks_task_of (session, "K1");
  g_assert_cmpint (task, !=, 0);
  filled = filled && hf_store_queue_fill (session, &n_added, error);
  g_assert_cmpint (n_added, ==, 0);
  return filled ? HF_STORE_DONE : NULL;
}

static void
test_a_class_c_customer_is_asked (HfTestDesks *fixture, gconstpointer data)
{
  hf_test_desks_run (fixture->one, buy, NULL);
}

static gpointer
check_bad_rules (HfStoreSession *session, gpointer bad, GError **error)
{
  HfCallingRules rules;
  hf_store_settings_set (session, HF_SETTING_CALLING_RULES, bad, NULL);
  return hf_store_calling_rules_get (session, &rules, error) ? HF_STORE_DONE : NULL;
}

static void
test_rules_that_do_not_hold_are_named (HfTestDesks *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_store_run (fixture->one, HF_STORE_WRITE, check_bad_rules,
                               (char *) "mon never", NULL, &error));
  g_assert_error (error, HF_CALLING_RULES_ERROR, HF_CALLING_RULES_ERROR_INVALID);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/calls/" path, HfTestDesks, NULL, hf_test_desks_set_up, func,                   \
              hf_test_desks_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("best-first", test_the_best_call_comes_first);
  ADD ("risk-times-value", test_risk_counts_as_much_as_value);
  ADD ("two-desks", test_no_two_desks_get_one_customer);
  ADD ("who-has-them", test_the_other_desk_is_named);
  ADD ("restart", test_a_restart_keeps_the_customer);
  ADD ("customer-s-clock", test_hours_are_those_of_the_customer);
  ADD ("appointment", test_an_appointment_holds_at_any_hour);
  ADD ("hard-appointment", test_a_hard_appointment_is_mine_alone);
  ADD ("promise", test_what_was_promised_comes_before_value);
  ADD ("do-not-call", test_nobody_is_called_against_their_will);
  ADD ("spread", test_attempts_are_spread_and_end);
  ADD ("cap-and-appointment", test_the_cap_does_not_break_an_appointment);
  ADD ("class-c", test_a_class_c_customer_is_asked);
  ADD ("bad-rules", test_rules_that_do_not_hold_are_named);
  return g_test_run ();
}
