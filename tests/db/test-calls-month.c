#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "hf-outcome.h"
#include "hf-store-attempts.h"
#include "hf-store-claims.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-figures.h"
#include "hf-store-next-call.h"
#include "hf-store-queue.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-test-place.h"
#include "hf-time-zone.h"
#include "hf-time.h"

/* A month of calls at six desks, made by the store's own functions. The clock is the test's,
 * and chance comes from a seed. */

#define N_DESKS 6
#define N_CUSTOMERS 1000
#define SEED 20260202

/* Monday, 2 February 2026, 8:00 in Shanghai, and four weeks later. */
#define BEGINNING (G_GINT64_CONSTANT (1769990400) * G_USEC_PER_SEC)
#define END (BEGINNING + 28 * G_TIME_SPAN_DAY)

/* Some are an hour behind or before, and some asked not to be called. */
#define IS_WEST(i) ((i) % 10 == 3)
#define IS_BLOCKED(i) ((i) % 50 == 7)
#define HAS_WITHDRAWN(i) ((i) % 50 == 9)

typedef struct
{
  gint64 staff_id;
  HfStore *store;
  HfCallTask *task; /* of the call that goes on, NULL for none */
  gint64 since;
  gint64 free_at;
  gint64 renew_at;
} Desk;

/* What is known of a customer outside of the database. */
typedef struct
{
  int desk; /* where they are on the phone, -1 for none */
  guint attempts;

  gint64 agreed; /* to be called then, 0: not */
  const char *last_outcome;
} Customer;

typedef struct
{
  GRand *chance;
  Desk desks[N_DESKS];
  GHashTable *customers; /* (element-type utf8 Customer) */
  guint n_calls;
  guint n_appointments;
} Month;

static gpointer
run (HfStore *store, HfStoreAccess access, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (store, access, func, input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static gboolean
add_west (HfStoreSession *session, GError **error)
{
  g_autoptr (HfBranch) branch = hf_branch_new ();
  branch->code = g_strdup ("西店");
  branch->name = g_strdup ("西店");
  branch->time_zone = g_strdup ("Asia/Urumqi");
  return hf_store_branches_save (session, branch, error);
}

static gboolean
add_customer (HfStoreSession *session, int i, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup_printf ("C%04d", i);
  customer->branch = g_strdup (IS_WEST (i) ? "西店" : "本店");
  customer->status = HF_CUSTOMER_LOST;
  customer->lost_on = g_strdup ("2026-01-12");
  customer->annual_value = 1000 * ((i * 7919) % 997);
  customer->do_not_call = IS_BLOCKED (i);
  return hf_store_customers_save (session, customer, error)
         && (!HAS_WITHDRAWN (i)
             || hf_store_consents_add (session, customer->id, "call", FALSE, 0, NULL, error));
}

static gpointer
fill (HfStoreSession *session, gpointer unused, GError **error)
{
  gboolean filled = add_west (session, error);
  hf_store_session_set_now (session, BEGINNING);
  for (int i = 0; i < N_CUSTOMERS && filled; i++)
    filled = add_customer (session, i, error);
  return filled && hf_store_queue_fill (session, NULL, error) ? HF_STORE_DONE : NULL;
}

static gpointer
hire (HfStoreSession *session, gpointer desk, GError **error)
{
  g_autoptr (HfStaff) staff = hf_staff_new ();
  staff->code = g_strdup_printf ("%p", desk);
  staff->name = g_strdup_printf ("%p", desk);
  if (!hf_store_staff_save (session, staff, error))
    return NULL;
  ((Desk *) desk)->staff_id = staff->id;
  return HF_STORE_DONE;
}

static Customer *
customer_of (Month *month, const HfCallTask *task)
{
  Customer *customer = g_hash_table_lookup (month->customers, task->customer_code);
  if (customer == NULL)
    {
      customer = g_new0 (Customer, 1);
      customer->desk = -1;
      g_hash_table_insert (month->customers, g_strdup (task->customer_code), customer);
    }
  return customer;
}

static const char *
draw_outcome (Month *month)
{
  static const struct
  {
    const char *outcome;
    int percent;
  } chances[] = {
    { "completed", 14 },   { "partial", 3 },    { "call-back", 8 }, { "refused-soft", 6 },
    { "refused-hard", 5 }, { "busy", 12 },      { "machine", 6 },   { "wrong-number", 3 },
    { "not-in", 5 },       { "no-answer", 38 },
  };
  int drawn = g_rand_int_range (month->chance, 0, 100);
  for (gsize i = 0; i < G_N_ELEMENTS (chances); i++)
    if ((drawn -= chances[i].percent) < 0)
      return chances[i].outcome;
  g_assert_not_reached ();
}

/* The end of a desk's call, and the next one it takes, in one piece of work as at a real desk.
 */
typedef struct
{
  Month *month;
  Desk *desk;
  gint64 now;
  const char *outcome; /* of the call that ends */
  gint64 again_at;
} Turn;

static gboolean
end_call (HfStoreSession *session, const Turn *turn, GError **error)
{
  const HfCallTask *task = turn->desk->task;
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  attempt->task_id = task->id;
  attempt->customer_id = task->customer_id;
  attempt->outcome = g_strdup (turn->outcome);
  attempt->started_at = turn->desk->since;
  attempt->ended_at = turn->now;
  return hf_store_attempts_add (session, attempt, task->kind, turn->again_at, error);
}

static gpointer
take_turn (HfStoreSession *session, gpointer turn, GError **error)
{
  const Turn *self = turn;
  hf_store_session_set_now (session, self->now);
  if (self->desk->task != NULL && !end_call (session, self, error))
    return NULL;
  return hf_store_queue_take_next (session, FALSE, error);
}

static gpointer
renew (HfStoreSession *session, gpointer turn, GError **error)
{
  const Turn *self = turn;
  gboolean taken = FALSE;
  hf_store_session_set_now (session, self->now);
  gboolean asked = hf_store_claims_take (session, self->desk->task->customer_id, &taken, error);
  g_assert_true (taken);
  return asked ? HF_STORE_DONE : NULL;
}

/* When they want to be called: at a full hour of one of the next days. */
static gint64
draw_appointment (Month *month, gint64 now)
{
  g_autofree char *today = hf_time_format_date (now);
  g_autofree char *day = hf_time_add_days (today, g_rand_int_range (month->chance, 1, 5));
  return hf_time_start_of_day (day)
         + g_rand_int_range (month->chance, 8, 21) * G_TIME_SPAN_HOUR;
}

static void
decide_end (Turn *turn)
{
  Customer *customer = customer_of (turn->month, turn->desk->task);
  turn->outcome = draw_outcome (turn->month);
  const HfOutcome *outcome = hf_outcome_find (turn->outcome);
  customer->desk = -1;
  customer->last_outcome = turn->outcome;
  customer->agreed = 0;
  if (strcmp (turn->outcome, "call-back") == 0)
    turn->again_at = customer->agreed = draw_appointment (turn->month, turn->now);
  else if (outcome->try_again)
    turn->again_at = turn->now + outcome->delay * G_TIME_SPAN_MINUTE;
}

/* What must hold of every call. */
static void
check_call (Month *month, const Desk *desk, gint64 now)
{
  HfCallingRules rules;
  Customer *customer = customer_of (month, desk->task);
  int i = atoi (desk->task->customer_code + 1);
  g_autoptr (GTimeZone) zone = hf_time_zone_new (IS_WEST (i) ? "Asia/Urumqi" : NULL);
  gboolean agreed = customer->agreed != 0;
  hf_calling_rules_init (&rules);
  g_assert_cmpint (customer->desk, ==, -1);
  g_assert_false (IS_BLOCKED (i));
  g_assert_false (HAS_WITHDRAWN (i));
  g_assert_cmpint (customer->agreed, <=, now);
  g_assert_true (agreed || hf_calling_rules_is_open (&rules, zone, now));
  customer->attempts++;
  g_assert_true (agreed || customer->attempts <= rules.cap);
  customer->desk = desk - month->desks;
  month->n_calls++;
  month->n_appointments += agreed;
}

/* Nobody looks for calls at night, nor every minute where there are none. */
static gint64
look_again_at (const HfNextCall *next, gint64 now)
{
  g_autofree char *today = hf_time_format_date (now);
  g_autofree char *tomorrow = hf_time_add_days (today, 1);
  gint64 soon = now + G_TIME_SPAN_HOUR;
  if (soon > hf_time_start_of_day (today) + 22 * G_TIME_SPAN_HOUR)
    soon = hf_time_start_of_day (tomorrow) + 8 * G_TIME_SPAN_HOUR;
  return next->opens_at != 0 ? MIN (soon, next->opens_at) : soon;
}

static void
begin_call (Month *month, Desk *desk, HfNextCall *next, gint64 now)
{
  desk->task = g_steal_pointer (&next->task);
  if (desk->task == NULL)
    {
      desk->free_at = look_again_at (next, now);
      return;
    }
  desk->since = now;
  check_call (month, desk, now);
  desk->free_at = now + g_rand_int_range (month->chance, 30, 420) * G_TIME_SPAN_SECOND;
  desk->renew_at = now + HF_CLAIM_SECONDS / 4 * 3 * G_TIME_SPAN_SECOND;
}

static gint64
next_moment (const Desk *desk)
{
  return desk->task != NULL ? MIN (desk->free_at, desk->renew_at) : desk->free_at;
}

static Desk *
next_desk (Month *month)
{
  Desk *first = &month->desks[0];
  for (int i = 1; i < N_DESKS; i++)
    if (next_moment (&month->desks[i]) < next_moment (first))
      first = &month->desks[i];
  return first;
}

static void
act (Month *month, Desk *desk)
{
  Turn turn = { month, desk, next_moment (desk) };
  if (desk->task != NULL && desk->renew_at < desk->free_at)
    {
      run (desk->store, HF_STORE_WRITE, renew, &turn);
      desk->renew_at += HF_CLAIM_SECONDS / 4 * 3 * G_TIME_SPAN_SECOND;
      return;
    }
  if (desk->task != NULL)
    decide_end (&turn);
  g_autoptr (HfNextCall) next = run (desk->store, HF_STORE_WRITE, take_turn, &turn);
  g_clear_object (&desk->task);
  begin_call (month, desk, next, turn.now);
}

static gpointer
compute (HfStoreSession *session, gpointer period, GError **error)
{
  return hf_store_figures_compute (session, period, NULL, error);
}

/* By hand: everybody counts by their last outcome, and whoever was never called is unknown. */
static void
check_rates (Month *month, HfStore *store)
{
  guint completed = 0, refused = 0, reached = 0;
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, month->customers);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const char *last = ((Customer *) value)->last_outcome;
      gboolean refusal = last != NULL && g_str_has_prefix (last, "refused");
      gboolean done = g_strcmp0 (last, "completed") == 0;
      completed += done;
      refused += refusal;
      reached += done || refusal || g_strcmp0 (last, "partial") == 0
                 || g_strcmp0 (last, "call-back") == 0;
    }
  g_autoptr (HfPeriod) all = hf_period_new (NULL, NULL);
  g_autoptr (HfFigures) figures = run (store, HF_STORE_READ, compute, all);
  g_assert_cmpuint (figures->interviews.lost_customers, ==, N_CUSTOMERS);
  g_assert_cmpfloat_with_epsilon (figures->interviews.response_rate,
                                  completed / (double) N_CUSTOMERS, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->interviews.refusal_rate,
                                  refused / (double) N_CUSTOMERS, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->interviews.contact_rate,
                                  reached / (double) N_CUSTOMERS, 1e-9);
  g_assert_cmpuint (completed, >, 300);
  g_assert_cmpuint (refused, >, 50);
}

static void
open_desks (Month *month, const char *place)
{
  for (int i = 0; i < N_DESKS; i++)
    {
      g_autoptr (GError) error = NULL;
      Desk *desk = &month->desks[i];
      desk->store = hf_store_open (place, HF_STORE_OPEN_OR_CREATE, &error);
      g_assert_no_error (error);
      if (i == 0)
        run (desk->store, HF_STORE_WRITE, fill, NULL);
      run (desk->store, HF_STORE_WRITE, hire, desk);
      hf_store_set_staff_id (desk->store, desk->staff_id);
      hf_store_set_desk (desk->store, i + 1);
      desk->free_at = BEGINNING + i;
    }
}

static void
test_a_month (void)
{
  char *place = hf_test_place_new ();
  Month month = { .chance = g_rand_new_with_seed (SEED),
                  .customers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                      g_free) };
  open_desks (&month, place);
  for (Desk *desk = next_desk (&month); next_moment (desk) < END; desk = next_desk (&month))
    act (&month, desk);
  g_test_message ("%u calls, %u of them appointments, with %u customers", month.n_calls,
                  month.n_appointments, g_hash_table_size (month.customers));
  g_assert_cmpuint (month.n_calls, >, 2000);
  g_assert_cmpuint (month.n_appointments, >, 50);
  g_assert_cmpuint (g_hash_table_size (month.customers), ==,
                    N_CUSTOMERS - 2 * N_CUSTOMERS / 50);
  check_rates (&month, month.desks[0].store);
  for (int i = 0; i < N_DESKS; i++)
    {
      g_clear_object (&month.desks[i].task);
      g_clear_object (&month.desks[i].store);
    }
  g_hash_table_unref (month.customers);
  g_rand_free (month.chance);
  hf_test_place_free (place);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  g_test_add_func ("/calls-month/six-desks", test_a_month);
  return g_test_run ();
}
