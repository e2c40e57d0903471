#include "config.h"

#include "hf-outcome.h"
#include "hf-store-attempts.h"
#include "hf-store-campaigns.h"
#include "hf-store-claims.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-next-call.h"
#include "hf-store-promises.h"
#include "hf-store-purchases.h"
#include "hf-store-queue.h"
#include "hf-store-scores.h"
#include "hf-store-settings.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-test-place.h"
#include "hf-time.h"

/* Monday, 2 February 2026, 10:00 in Shanghai, which is 8:00 in Urumqi. */
#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)
#define MINUTE G_TIME_SPAN_MINUTE

/* Two desks at one database. */
typedef struct
{
  char *place;
  HfStore *one;
  HfStore *other;
} Fixture;

static gpointer
run (HfStore *store, HfStoreFunc func, gconstpointer input)
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

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->place = hf_test_place_new ();
  fixture->one = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  run (fixture->one, add_branch, "Asia/Urumqi");
  run (fixture->one, add_people, NULL);
  fixture->other = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_store_set_desk (fixture->other, 2);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->one);
  g_clear_object (&fixture->other);
  hf_test_place_free (fixture->place);
}

typedef struct
{
  gint64 now;
  gboolean at_any_hour;
} Moment;

static gpointer
take_next (HfStoreSession *session, gpointer moment, GError **error)
{
  const Moment *self = moment;
  hf_store_session_set_now (session, self->now);
  return hf_store_queue_take_next (session, self->at_any_hour, error);
}

static char *
next_at (HfStore *store, gint64 now)
{
  Moment moment = { now, FALSE };
  g_autoptr (HfNextCall) next = run (store, take_next, &moment);
  return g_strdup (next->task != NULL ? next->task->customer_code : "nobody");
}

static void
assert_next (HfStore *store, gint64 now, const char *code)
{
  g_autofree char *found = next_at (store, now);
  g_assert_cmpstr (found, ==, code);
}

typedef struct
{
  const char *code;
  const char *outcome;
  gint64 now;
  gint64 again_at;
  HfCallTask *task; /* afterwards */
} Call;

static gint64
key_of (HfStoreSession *session, const char *code)
{
  gint64 id = 0;
  g_assert_true (hf_store_customers_find_id (session, code, &id, NULL));
  return id;
}

static gint64
task_of (HfStoreSession *session, const char *code)
{
  gint64 id = 0;
  g_assert_true (
      hf_store_queue_find (session, key_of (session, code), HF_INTERVIEW_LOST, &id, NULL));
  return id;
}

static gpointer
make_call (HfStoreSession *session, gpointer call, GError **error)
{
  Call *self = call;
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  gint64 task = task_of (session, self->code);
  hf_store_session_set_now (session, self->now);
  attempt->task_id = task;
  attempt->customer_id = key_of (session, self->code);
  attempt->outcome = g_strdup (self->outcome);
  attempt->started_at = attempt->ended_at = self->now;
  if (!hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, self->again_at, error))
    return NULL;
  g_clear_object (&self->task);
  self->task = hf_store_queue_get (session, task, error);
  return self->task != NULL ? HF_STORE_DONE : NULL;
}

static void
test_the_best_call_comes_first (Fixture *fixture, gconstpointer data)
{
  assert_next (fixture->one, NOW, "C1");
  assert_next (fixture->one, NOW, "C1");
  Call call = { "C1", "completed", NOW, 0 };
  run (fixture->one, make_call, &call);
  g_assert_cmpint (call.task->state, ==, HF_CALL_TASK_DONE);
  assert_next (fixture->one, NOW, "C2");
  g_clear_object (&call.task);
}

static gpointer
lose_lately (HfStoreSession *session, gpointer unused, GError **error)
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
test_risk_counts_as_much_as_value (Fixture *fixture, gconstpointer data)
{
  run (fixture->one, lose_lately, NULL);
  run (fixture->one, waver, NULL);
}

static void
test_no_two_desks_get_one_customer (Fixture *fixture, gconstpointer data)
{
  assert_next (fixture->one, NOW, "C1");
  assert_next (fixture->other, NOW, "C2");
  assert_next (fixture->one, NOW + 1, "C1");
  gint64 later = NOW + (HF_CLAIM_SECONDS + 1) * G_USEC_PER_SEC;
  assert_next (fixture->other, later, "C1");
}

static gpointer
find_other (HfStoreSession *session, gpointer code, GError **error)
{
  hf_store_session_set_now (session, NOW);
  return hf_store_claims_find_other (session, key_of (session, code), error);
}

static gpointer
release (HfStoreSession *session, gpointer code, GError **error)
{
  return hf_store_claims_release (session, key_of (session, code), error) ? HF_STORE_DONE
                                                                          : NULL;
}

static void
test_the_other_desk_is_named (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  assert_next (fixture->one, NOW, "C1");
  g_autoptr (HfClaim) claim = run (fixture->other, find_other, "C1");
  g_assert_cmpint (claim->since, ==, NOW);
  g_assert_null (
      hf_store_run (fixture->one, HF_STORE_WRITE, find_other, (char *) "C1", NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND);
  run (fixture->other, release, "C1");
  g_autoptr (HfClaim) still = run (fixture->other, find_other, "C1");
  g_assert_nonnull (still);
  run (fixture->one, release, "C1");
  assert_next (fixture->other, NOW, "C1");
}

/* A program that was killed comes back to the same desk. */
static void
test_a_restart_keeps_the_customer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  assert_next (fixture->one, NOW, "C1");
  g_clear_object (&fixture->one);
  fixture->one = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  assert_next (fixture->other, NOW, "C2");
  assert_next (fixture->one, NOW, "C1");
}

static gpointer
move_west (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, key_of (session, code),
                                                            error);
  g_free (customer->branch);
  customer->branch = g_strdup ("西店");
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static void
test_hours_are_those_of_the_customer (Fixture *fixture, gconstpointer data)
{
  Moment now = { NOW, FALSE };
  for (int i = 1; i <= 6; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%d", i);
      if (i != 5)
        run (fixture->one, move_west, code);
    }
  assert_next (fixture->one, NOW, "C5");
  Call call = { "C5", "completed", NOW, 0 };
  run (fixture->one, make_call, &call);
  g_clear_object (&call.task);
  g_autoptr (HfNextCall) none = run (fixture->one, take_next, &now);
  g_assert_null (none->task);
  g_assert_cmpint (none->opens_at, ==, NOW + 60 * MINUTE);
  assert_next (fixture->one, NOW + 60 * MINUTE, "C1");
  now.at_any_hour = TRUE;
  g_autoptr (HfNextCall) anyway = run (fixture->one, take_next, &now);
  g_assert_cmpstr (anyway->task->customer_code, ==, "C1");
}

static void
test_an_appointment_holds_at_any_hour (Fixture *fixture, gconstpointer data)
{
  gint64 night = NOW + 12 * 60 * MINUTE;
  Call call = { "C6", "call-back", NOW, night };
  run (fixture->one, make_call, &call);
  g_assert_cmpint (call.task->appointment_at, ==, night);
  g_assert_cmpint (call.task->due_at, ==, night);
  g_clear_object (&call.task);
  assert_next (fixture->one, NOW, "C1");
  assert_next (fixture->one, night - 1, "nobody");
  assert_next (fixture->one, night, "C6");
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
test_a_hard_appointment_is_mine_alone (Fixture *fixture, gconstpointer data)
{
  gint64 soon = NOW + 30 * MINUTE;
  Call call = { "C6", "call-back", NOW, soon };
  run (fixture->one, make_call, &call);
  g_autoptr (HfStaff) staff = run (fixture->one, keep_alone, call.task);
  g_clear_object (&call.task);
  assert_next (fixture->one, soon, "C1");
  hf_store_set_staff_id (fixture->other, staff->id);
  assert_next (fixture->other, soon, "C6");
}

static gpointer
promise (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfPromise) record = hf_promise_new ();
  record->customer_id = key_of (session, code);
  record->what = g_strdup ("回电");
  record->due_at = NOW - MINUTE;
  return hf_store_promises_save (session, record, error) ? HF_STORE_DONE : NULL;
}

static void
test_what_was_promised_comes_before_value (Fixture *fixture, gconstpointer data)
{
  run (fixture->one, promise, "C4");
  assert_next (fixture->one, NOW, "C4");
}

static gpointer
block (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, key_of (session, "C1"),
                                                            error);
  customer->do_not_call = TRUE;
  return hf_store_customers_save (session, customer, error)
                 && hf_store_consents_add (session, key_of (session, "C2"), "call", TRUE, 0,
                                           NULL, error)
                 && hf_store_consents_add (session, key_of (session, "C2"), "call", FALSE, 0,
                                           NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_nobody_is_called_against_their_will (Fixture *fixture, gconstpointer data)
{
  run (fixture->one, block, NULL);
  assert_next (fixture->one, NOW, "C3");
}

static void
test_attempts_are_spread_and_end (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { "2026-02-02 12:00", "2026-02-02 17:00",
                                      "2026-02-07 10:00", "2026-02-07 13:00",
                                      "2026-02-07 16:00" };
  Call call = { "C1", "no-answer", NOW, NOW + 60 * MINUTE };
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      run (fixture->one, make_call, &call);
      g_assert_cmpint (call.task->state, ==, HF_CALL_TASK_WAITING);
      g_assert_cmpint (call.task->appointment_at, ==, 0);
      g_autofree char *due = hf_time_format_moment (call.task->due_at);
      g_assert_cmpstr (due, ==, days[i]);
      call.now = call.task->due_at;
      call.again_at = call.now + 180 * MINUTE;
    }
  run (fixture->one, make_call, &call);
  g_assert_cmpint (call.task->state, ==, HF_CALL_TASK_EXHAUSTED);
  g_assert_cmpint (call.task->attempts, ==, 6);
  g_clear_object (&call.task);
}

/* Who asked to be called is called, however often they were tried. */
static void
test_the_cap_does_not_break_an_appointment (Fixture *fixture, gconstpointer data)
{
  Call call = { "C1", "call-back", NOW, NOW + 60 * MINUTE };
  for (int i = 0; i < 8; i++)
    run (fixture->one, make_call, &call);
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
  task = task_of (session, "K1");
  g_assert_cmpint (task, !=, 0);
  filled = filled && hf_store_queue_fill (session, &n_added, error);
  g_assert_cmpint (n_added, ==, 0);
  return filled ? HF_STORE_DONE : NULL;
}

static void
test_a_class_c_customer_is_asked (Fixture *fixture, gconstpointer data)
{
  run (fixture->one, buy, NULL);
}

static gpointer
score (HfStoreSession *session, gpointer unused, GError **error)
{
  static const struct
  {
    const char *code, *day;
    gint64 score, scale;
  } scores[] = {
    { "C1", "2026-01-05", 5900, 10000 }, { "C1", "2026-01-06", 2900, 5000 },
    { "C2", "2026-01-05", 5900, 10000 }, { "C2", "2026-01-06", 6000, 10000 },
    { "C3", "2026-01-05", 1000, 0 },     { "C3", "2026-01-06", 2000, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      g_autoptr (HfScore) record = hf_score_new ();
      record->customer_code = g_strdup (scores[i].code);
      record->scored_on = g_strdup (scores[i].day);
      record->score = scores[i].score;
      if (scores[i].scale != 0)
        record->scale = scores[i].scale;
      if (!hf_store_scores_save (session, record, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

typedef struct
{
  HfCampaign *campaign;
  HfCampaignPreview preview;
  GPtrArray *picked;
  gint64 n_called;
} Making;

static gpointer
preview (HfStoreSession *session, gpointer making, GError **error)
{
  Making *self = making;
  hf_store_session_set_now (session, NOW);
  if (!hf_store_campaigns_preview (session, self->campaign, &self->preview, error))
    return NULL;
  g_clear_pointer (&self->picked, g_ptr_array_unref);
  self->picked = hf_store_campaigns_list_picked (session, self->campaign, 3, error);
  return self->picked != NULL ? HF_STORE_DONE : NULL;
}

static gpointer
make (HfStoreSession *session, gpointer making, GError **error)
{
  Making *self = making;
  hf_store_session_set_now (session, NOW);
  return hf_store_campaigns_make (session, self->campaign, &self->n_called, error)
             ? HF_STORE_DONE
             : NULL;
}

static HfCampaign *
new_campaign (HfInterviewKind kind)
{
  HfCampaign *campaign = hf_campaign_new ();
  campaign->name = g_strdup ("二月");
  campaign->kind = kind;
  return campaign;
}

static void
test_a_rule_shows_whom_it_picks (Fixture *fixture, gconstpointer data)
{
  Making making = { new_campaign (HF_INTERVIEW_LOW_SCORE) };
  run (fixture->one, score, NULL);
  run (fixture->one, block, NULL);
  making.campaign->rule->low_scores = 2;
  making.campaign->rule->low_below = 6000;
  run (fixture->one, preview, &making);
  g_assert_cmpint (making.preview.n_called, ==, 1);
  g_assert_cmpint (making.preview.n_blocked, ==, 1);
  g_assert_cmpint (making.preview.n_waiting, ==, 0);
  g_assert_cmpint (making.preview.classes[HF_LOYALTY_UNKNOWN], ==, 1);
  g_assert_cmpuint (making.picked->len, ==, 1);
  g_assert_cmpstr (((HfCallTask *) making.picked->pdata[0])->customer_code, ==, "C3");
  run (fixture->one, make, &making);
  g_assert_cmpint (making.n_called, ==, 1);
  run (fixture->one, preview, &making);
  g_assert_cmpint (making.preview.n_called, ==, 0);
  g_assert_cmpint (making.preview.n_waiting, ==, 1);
  g_clear_pointer (&making.picked, g_ptr_array_unref);
  g_object_unref (making.campaign);
}

static void
test_rules_of_days_and_value (Fixture *fixture, gconstpointer data)
{
  Making making = { new_campaign (HF_INTERVIEW_THANK_YOU) };
  HfCampaignRule *rule = making.campaign->rule;
  run (fixture->one, lose_lately, NULL);
  rule->lost_from_days = 14;
  rule->lost_to_days = 42;
  run (fixture->one, preview, &making);
  g_assert_cmpint (making.preview.n_called, ==, 2);
  rule->lost_from_days = rule->lost_to_days = 0;
  rule->least_value = 8000;
  run (fixture->one, preview, &making);
  g_assert_cmpint (making.preview.n_called, ==, 2);
  Call call = { "C1", "completed", NOW - 89 * G_TIME_SPAN_DAY, 0 };
  run (fixture->one, make_call, &call);
  g_clear_object (&call.task);
  rule->not_called_days = 90;
  run (fixture->one, preview, &making);
  g_assert_cmpint (making.preview.n_called, ==, 1);
  rule->not_called_days = 88;
  run (fixture->one, preview, &making);
  g_assert_cmpint (making.preview.n_called, ==, 2);
  g_clear_pointer (&making.picked, g_ptr_array_unref);
  g_object_unref (making.campaign);
}

static gpointer
add_staff (HfStoreSession *session, gpointer campaign, GError **error)
{
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (HfStaff) staff = hf_staff_new ();
      staff->code = g_strdup_printf ("%d", i);
      staff->name = g_strdup_printf ("同事%d", i);
      if (!hf_store_staff_save (session, staff, error))
        return NULL;
      g_array_append_val (HF_CAMPAIGN (campaign)->staff, staff->id);
    }
  return HF_STORE_DONE;
}

static gpointer
get_campaign (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_campaigns_get (session, *(gint64 *) id, error);
}

static void
test_staff_call_in_turn (Fixture *fixture, gconstpointer data)
{
  Making making = { new_campaign (HF_INTERVIEW_THANK_YOU) };
  run (fixture->one, add_staff, making.campaign);
  making.campaign->rule->status = g_strdup ("lost");
  making.campaign->rule->least_value = 6000;
  run (fixture->one, make, &making);
  g_assert_cmpint (making.n_called, ==, 4);
  g_autoptr (HfCampaign) again = run (fixture->one, get_campaign, &making.campaign->id);
  g_assert_cmpuint (again->staff->len, ==, 2);
  g_assert_cmpint (again->count.n_waiting, ==, 4);
  hf_store_set_staff_id (fixture->other, g_array_index (making.campaign->staff, gint64, 1));
  Moment now = { NOW, FALSE };
  g_autoptr (HfNextCall) next = run (fixture->other, take_next, &now);
  g_assert_cmpint (next->task->staff_id, !=, g_array_index (making.campaign->staff, gint64, 0));
  g_object_unref (making.campaign);
}

typedef struct
{
  HfCampaign *campaign;
  HfCampaignState state;
} Change;

static gpointer
change (HfStoreSession *session, gpointer change, GError **error)
{
  const Change *self = change;
  g_autoptr (HfCampaign) campaign = hf_store_campaigns_get (session, self->campaign->id, error);
  campaign->state = self->state;
  if (!hf_store_campaigns_save (session, campaign, error))
    return NULL;
  return hf_store_campaigns_get (session, campaign->id, error);
}

static void
test_a_closed_list_is_called_no_more (Fixture *fixture, gconstpointer data)
{
  Making making = { new_campaign (HF_INTERVIEW_THANK_YOU) };
  making.campaign->rule->least_value = 6000;
  run (fixture->one, make, &making);
  Change closing = { making.campaign, HF_CAMPAIGN_CLOSED };
  g_autoptr (HfCampaign) closed = run (fixture->one, change, &closing);
  g_assert_cmpint (closed->count.n_waiting, ==, 0);
  g_assert_cmpint (closed->count.n_ended, ==, 4);
  Change opening = { making.campaign, HF_CAMPAIGN_OPEN };
  g_autoptr (HfCampaign) opened = run (fixture->one, change, &opening);
  g_assert_cmpint (opened->count.n_waiting, ==, 4);
  g_object_unref (making.campaign);
}

static gpointer
remove_campaign (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_campaigns_remove (session, *(gint64 *) id, error) ? HF_STORE_DONE : NULL;
}

static gpointer
list_on_it (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_campaigns_list_tasks (session, *(gint64 *) id, 3, error);
}

static gpointer
list_campaigns (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_campaigns_list (session, error);
}

static void
test_a_list_is_taken_back (Fixture *fixture, gconstpointer data)
{
  Making making = { new_campaign (HF_INTERVIEW_THANK_YOU) };
  making.campaign->rule->least_value = 6000;
  run (fixture->one, make, &making);
  gint64 id = making.campaign->id;
  g_autoptr (GPtrArray) on_it = run (fixture->one, list_on_it, &id);
  g_assert_cmpuint (on_it->len, ==, 3);
  g_assert_cmpint (((HfCallTask *) on_it->pdata[0])->campaign_id, ==, id);
  run (fixture->one, remove_campaign, &id);
  g_autoptr (GPtrArray) left = run (fixture->one, list_campaigns, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  run (fixture->one, preview, &making);
  g_assert_cmpint (making.preview.n_waiting, ==, 0);
  g_assert_cmpint (making.preview.n_called, ==, 4);
  g_clear_pointer (&making.picked, g_ptr_array_unref);
  g_object_unref (making.campaign);
}

static gpointer
thank (HfStoreSession *session, gpointer code, GError **error)
{
  gint64 task = 0, customer = key_of (session, code);
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  hf_store_session_set_now (session, NOW);
  if (!hf_store_queue_find (session, customer, HF_INTERVIEW_THANK_YOU, &task, error))
    return NULL;
  attempt->task_id = task;
  attempt->customer_id = customer;
  attempt->outcome = g_strdup ("completed");
  attempt->started_at = attempt->ended_at = NOW;
  return hf_store_attempts_add (session, attempt, HF_INTERVIEW_THANK_YOU, 0, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_a_list_that_was_called_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Making making = { new_campaign (HF_INTERVIEW_THANK_YOU) };
  making.campaign->rule->least_value = 6000;
  run (fixture->one, make, &making);
  run (fixture->one, thank, "C3");
  gpointer done = hf_store_run (fixture->one, HF_STORE_WRITE, remove_campaign,
                                &making.campaign->id, NULL, &error);
  g_assert_null (done);
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID);
  g_autoptr (HfCampaign) kept = run (fixture->one, get_campaign, &making.campaign->id);
  g_assert_cmpint (kept->count.n_waiting, ==, 3);
  g_assert_cmpint (kept->count.n_done, ==, 1);
  g_object_unref (making.campaign);
}

static gpointer
buy_all (HfStoreSession *session, gpointer unused, GError **error)
{
  for (int i = 1; i <= 4; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%d", i);
      g_autoptr (HfPurchase) purchase = hf_purchase_new ();
      purchase->customer_code = g_strdup (code);
      purchase->customer_id = key_of (session, code);
      purchase->month = g_strdup ("2026-01");
      purchase->amount = 90;
      purchase->need = 100;
      if (!hf_store_purchases_save (session, purchase, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static void
test_a_quota_ends_a_class (Fixture *fixture, gconstpointer data)
{
  Making making = { new_campaign (HF_INTERVIEW_THANK_YOU) };
  run (fixture->one, buy_all, NULL);
  making.campaign->rule->grade = g_strdup ("a");
  making.campaign->quota[HF_LOYALTY_A] = 2;
  run (fixture->one, make, &making);
  g_assert_cmpint (making.n_called, ==, 4);
  run (fixture->one, thank, "C1");
  g_autoptr (HfCampaign) one = run (fixture->one, get_campaign, &making.campaign->id);
  g_assert_cmpint (one->count.n_waiting, ==, 3);
  run (fixture->one, thank, "C2");
  g_autoptr (HfCampaign) two = run (fixture->one, get_campaign, &making.campaign->id);
  g_assert_cmpint (two->count.n_waiting, ==, 0);
  g_assert_cmpint (two->count.n_done, ==, 2);
  g_assert_cmpint (two->count.n_ended, ==, 2);
  g_assert_cmpuint (two->quota[HF_LOYALTY_A], ==, 2);
  two->quota[HF_LOYALTY_A] = 3;
  g_object_unref (making.campaign);
}

static gpointer
check_bad_rules (HfStoreSession *session, gpointer bad, GError **error)
{
  HfCallingRules rules;
  hf_store_settings_set (session, HF_SETTING_CALLING_RULES, bad, NULL);
  return hf_store_calling_rules_get (session, &rules, error) ? HF_STORE_DONE : NULL;
}

static void
test_rules_that_do_not_hold_are_named (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_store_run (fixture->one, HF_STORE_WRITE, check_bad_rules,
                               (char *) "mon never", NULL, &error));
  g_assert_error (error, HF_CALLING_RULES_ERROR, HF_CALLING_RULES_ERROR_INVALID);
}

#define ADD(path, func) g_test_add ("/calls/" path, Fixture, NULL, set_up, func, tear_down)

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
  ADD ("campaign/preview", test_a_rule_shows_whom_it_picks);
  ADD ("campaign/rules", test_rules_of_days_and_value);
  ADD ("campaign/staff", test_staff_call_in_turn);
  ADD ("campaign/taken-back", test_a_list_is_taken_back);
  ADD ("campaign/called", test_a_list_that_was_called_stays);
  ADD ("campaign/closed", test_a_closed_list_is_called_no_more);
  ADD ("campaign/quota", test_a_quota_ends_a_class);
  ADD ("bad-rules", test_rules_that_do_not_hold_are_named);
  return g_test_run ();
}
