#include "config.h"

#include "hf-campaign-share.h"
#include "hf-store-attempts.h"
#include "hf-store-campaigns.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-figures.h"
#include "hf-store-queue.h"
#include "hf-store-session-private.h"
#include "hf-store-staff.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* Monday, 2 February 2026, 10:00 in Shanghai. */
#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)

#define N_CUSTOMERS 8

typedef struct
{
  HfTestStore base;
  gint64 customers[N_CUSTOMERS];
  gint64 li, wang;
  HfCampaign *campaign;
  HfCustomerChoice *choice; /* NULL: by the rule */
  HfCampaignPreview preview;
} Fixture;

static void
run (Fixture *self, HfStoreFunc func)
{
  hf_test_store_run (&self->base, HF_STORE_WRITE, func, self);
}

/* C0 is worth most. */
static gpointer
fill (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *self = data;
  for (int i = 0; i < N_CUSTOMERS; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%d", i);
      customer->status = HF_CUSTOMER_LOST;
      customer->lost_on = g_strdup ("2026-01-10");
      customer->annual_value = (100 - i) * 1000;
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
      self->customers[i] = customer->id;
    }
  return hf_store_staff_ensure (session, "李明", 0, &self->li, error)
                 && hf_store_staff_ensure (session, "王芳", 0, &self->wang, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  hf_test_store_set_up (&self->base, data);
  self->campaign = hf_campaign_new ();
  self->campaign->name = g_strdup ("二月");
  self->campaign->kind = HF_INTERVIEW_LOST;
  run (self, fill);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->choice, hf_customer_choice_free);
  g_clear_object (&self->campaign);
  hf_test_store_tear_down (&self->base, data);
}

static gpointer
preview (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *self = data;
  hf_store_session_set_now (session, NOW);
  return hf_store_campaigns_preview (session, self->campaign, self->choice, &self->preview,
                                     error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
make (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *self = data;
  gint64 n_called = 0;
  hf_store_session_set_now (session, NOW);
  return hf_store_campaigns_make (session, self->campaign, self->choice, &n_called, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
save (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_campaigns_save (session, ((Fixture *) data)->campaign, error) ? HF_STORE_DONE
                                                                                : NULL;
}

static gint64
count (HfStoreSession *session, const char *sql, gint64 value)
{
  gint64 n = -1;
  g_autoptr (GError) error = NULL;
  hf_store_session_count (session, sql, HF_DB_VALUES (hf_db_integer (value)), &n, &error);
  g_assert_no_error (error);
  return n;
}

static gpointer
add_complaints (HfStoreSession *session, gpointer data, GError **error)
{
  static const gint64 answered_days_ago[] = { 5, 40, 0 };
  Fixture *self = data;
  for (guint i = 0; i < G_N_ELEMENTS (answered_days_ago); i++)
    {
      g_autoptr (HfComplaint) complaint = hf_complaint_new ();
      complaint->customer_id = self->customers[i];
      complaint->customer_code = g_strdup_printf ("C%u", i);
      complaint->words = g_strdup ("太慢");
      complaint->received_at = NOW - 50 * G_TIME_SPAN_DAY;
      hf_store_session_set_now (session, NOW - answered_days_ago[i] * G_TIME_SPAN_DAY);
      if (!hf_store_complaints_save (session, complaint, error)
          || (answered_days_ago[i] != 0
              && !hf_store_complaints_move (session, complaint, HF_COMPLAINT_RESPONDED, NULL,
                                            error)))
        return NULL;
    }
  return HF_STORE_DONE;
}

static gpointer
ask_how_it_went (HfStoreSession *session, gpointer data, GError **error)
{
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  attempt->customer_id = ((Fixture *) data)->customers[0];
  attempt->outcome = g_strdup ("completed");
  attempt->started_at = attempt->ended_at = NOW - G_TIME_SPAN_DAY;
  return hf_store_attempts_add (session, attempt, HF_INTERVIEW_FOLLOW_UP, 0, error)
             ? HF_STORE_DONE
             : NULL;
}

/* C0's complaint was answered lately, C1's long ago, C2's not at all; who is picked waits for
 * the second follow-up that opened by itself. */
static void
test_answered_complaints_are_picked (Fixture *self, gconstpointer data)
{
  run (self, add_complaints);
  self->campaign->kind = HF_INTERVIEW_FOLLOW_UP;
  self->campaign->rule->answered_days = 30;
  run (self, preview);
  g_assert_cmpint (self->preview.n_waiting, ==, 1);
  self->campaign->rule->answered_days = 45;
  run (self, preview);
  g_assert_cmpint (self->preview.n_waiting, ==, 2);
  run (self, ask_how_it_went);
  run (self, preview);
  g_assert_cmpint (self->preview.n_waiting, ==, 1);
}

static gpointer
assert_chosen (HfStoreSession *session, gpointer data, GError **error)
{
  const Fixture *self = data;
  const char *sql = "SELECT count(*) FROM call_task WHERE customer_id = $1";
  g_assert_cmpint (count (session, sql, self->customers[1]), ==, 0);
  g_assert_cmpint (count (session, sql, self->customers[2]), ==, 1);
  g_assert_cmpint (count (session, sql, self->customers[4]), ==, 1);
  return HF_STORE_DONE;
}

/* Who was chosen by hand is on the list, whatever the rule says. */
static void
test_chosen_customers_are_called (Fixture *self, gconstpointer data)
{
  self->choice = g_new0 (HfCustomerChoice, 1);
  self->choice->filter = hf_customer_filter_copy (&(HfCustomerFilter){ 0 });
  self->choice->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->choice->keys, self->customers[2]);
  g_array_append_val (self->choice->keys, self->customers[4]);
  self->campaign->rule->status = g_strdup ("won_back");
  run (self, preview);
  g_assert_cmpint (self->preview.n_called, ==, 2);
  run (self, make);
  run (self, assert_chosen);
  /* With everything, the keys are those who are not meant. */
  self->choice->everything = TRUE;
  run (self, preview);
  g_assert_cmpint (self->preview.n_called, ==, N_CUSTOMERS - 2);
}

static gpointer
assert_shared_out (HfStoreSession *session, gpointer data, GError **error)
{
  const Fixture *self = data;
  const char *sql = "SELECT count(*) FROM call_task WHERE staff_id = $1";
  g_assert_cmpint (count (session, sql, self->li), ==, N_CUSTOMERS / 2);
  g_assert_cmpint (count (session, sql, self->wang), ==, N_CUSTOMERS / 2);
  return HF_STORE_DONE;
}

static gpointer
keep_appointment (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_db_execute (session->db,
                        "UPDATE call_task SET appointment_at = $1 WHERE customer_id = $2",
                        HF_DB_VALUES (hf_db_integer (NOW),
                                      hf_db_integer (((Fixture *) data)->customers[0])),
                        NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
assert_with_wang (HfStoreSession *session, gpointer data, GError **error)
{
  const Fixture *self = data;
  const char *sql = "SELECT count(*) FROM call_task WHERE staff_id = $1";
  /* The appointment is with whom it was made. */
  g_assert_cmpint (count (session, sql, self->li), ==, 1);
  g_assert_cmpint (count (session, sql, self->wang), ==, N_CUSTOMERS - 1);
  g_autoptr (HfCampaign) again = hf_store_campaigns_get (session, self->campaign->id, error);
  g_assert_cmpuint (again->staff->len, ==, 1);
  g_assert_cmpint (again->revision, ==, 3);
  return HF_STORE_DONE;
}

static void
test_staff_changes (Fixture *self, gconstpointer data)
{
  run (self, make);
  g_array_append_val (self->campaign->staff, self->li);
  g_array_append_val (self->campaign->staff, self->wang);
  run (self, save);
  run (self, assert_shared_out);
  run (self, keep_appointment);
  g_array_remove_index (self->campaign->staff, 0);
  run (self, save);
  run (self, assert_with_wang);
}

/* One call to customers[i] by somebody. */
static gboolean
call (HfStoreSession *session, const Fixture *self, guint i, gint64 staff_id,
      const char *outcome, gint64 again_at, GError **error)
{
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  attempt->customer_id = self->customers[i];
  attempt->staff_id = staff_id;
  attempt->outcome = g_strdup (outcome);
  attempt->started_at = attempt->ended_at = NOW + (i + 1) * G_TIME_SPAN_MINUTE;
  return hf_store_queue_find (session, attempt->customer_id, HF_INTERVIEW_LOST,
                              &attempt->task_id, error)
         && hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, again_at, error);
}

/* 李明: one completed, one refused for good, one not at home. 王芳: one in part, one completed
 * of whom a later call says nothing more. Three were not called. */
static gpointer
make_calls (HfStoreSession *session, gpointer data, GError **error)
{
  const Fixture *self = data;
  gint64 again = NOW + G_TIME_SPAN_DAY;
  gboolean done = call (session, self, 0, self->li, "completed", 0, error)
                  && call (session, self, 1, self->li, "refused-hard", 0, error)
                  && call (session, self, 2, self->li, "not-in", again, error)
                  && call (session, self, 3, self->wang, "partial", 0, error)
                  && call (session, self, 4, self->wang, "completed", again, error)
                  && call (session, self, 4, self->wang, "no-answer", again, error);
  return done ? HF_STORE_DONE : NULL;
}

static void
assert_share (const HfCampaignShare *share, const char *staff, const gint64 counts[3],
              double response, double contact, double refusal)
{
  HfCallRates rates;
  g_assert_cmpstr (share->staff, ==, staff);
  g_assert_cmpint (share->count.n_waiting, ==, counts[0]);
  g_assert_cmpint (share->count.n_done, ==, counts[1]);
  g_assert_cmpint (share->count.n_ended, ==, counts[2]);
  g_assert_true (hf_campaign_share_get_rates (share, &rates));
  g_assert_cmpfloat_with_epsilon (rates.response, response, 1e-9);
  g_assert_cmpfloat_with_epsilon (rates.contact, contact, 1e-9);
  g_assert_cmpfloat_with_epsilon (rates.refusal, refusal, 1e-9);
}

static gpointer
assert_shares (HfStoreSession *session, gpointer data, GError **error)
{
  gint64 id = ((Fixture *) data)->campaign->id;
  g_autoptr (GPtrArray) shares = hf_store_campaigns_list_shares (session, id, error);
  g_autoptr (GPtrArray) whole = hf_campaign_shares_group (shares, id, HF_CAMPAIGN_BY_LIST);
  g_autoptr (GPtrArray) people = hf_campaign_shares_group (shares, id, HF_CAMPAIGN_BY_STAFF);
  g_autoptr (GPtrArray) classes = hf_campaign_shares_group (shares, id, HF_CAMPAIGN_BY_CLASS);
  g_assert_cmpuint (whole->len, ==, 1);
  g_assert_cmpuint (classes->len, ==, 1);
  g_assert_cmpuint (people->len, ==, 3);
  /* RR1 = 2/8, CON1 = 4/8, REF1 = 1/8. */
  assert_share (whole->pdata[0], NULL, (gint64[]){ 5, 2, 1 }, 0.25, 0.5, 0.125);
  assert_share (people->pdata[0], "李明", (gint64[]){ 1, 1, 1 }, 1 / 3.0, 2 / 3.0, 1 / 3.0);
  assert_share (people->pdata[1], "王芳", (gint64[]){ 1, 1, 0 }, 0.5, 1, 0);
  assert_share (people->pdata[2], NULL, (gint64[]){ 3, 0, 0 }, 0, 0, 0);
  return HF_STORE_DONE;
}

static void
test_progress_by_who_calls (Fixture *self, gconstpointer data)
{
  run (self, make);
  run (self, make_calls);
  run (self, assert_shares);
}

/* The same calls, logged by hand, in the figures over all lost customers. */
static gpointer
assert_figures (HfStoreSession *session, gpointer data, GError **error)
{
  g_autoptr (HfPeriod) year = hf_period_new ("2026-01-01", "2026-12-31");
  g_autoptr (HfPeriod) past = hf_period_new ("2025-01-01", "2025-12-31");
  g_autoptr (HfFigures) figures = hf_store_figures_compute (session, year, NULL, error);
  g_autoptr (HfFigures) before = hf_store_figures_compute (session, past, NULL, error);
  g_assert_cmpfloat_with_epsilon (figures->interviews.response_rate, 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->interviews.contact_rate, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->interviews.refusal_rate, 0.125, 1e-9);
  g_assert_cmpuint (figures->interviews.attempts, ==, 6);
  /* What reasons are reported from are interviews with a guide. */
  g_assert_cmpuint (figures->interviews.completed, ==, 0);
  g_assert_true (hf_store_figures_add_call_lists (session, figures, NULL, error));
  g_assert_true (hf_store_figures_add_call_lists (session, before, NULL, error));
  g_assert_cmpuint (figures->call_lists->len, ==, 1);
  g_assert_cmpuint (before->call_lists->len, ==, 0);
  return HF_STORE_DONE;
}

static void
test_calls_logged_by_hand_count (Fixture *self, gconstpointer data)
{
  run (self, make);
  run (self, make_calls);
  run (self, assert_figures);
}

static gpointer
assert_full (HfStoreSession *session, gpointer data, GError **error)
{
  gint64 id = ((Fixture *) data)->campaign->id;
  g_autoptr (GPtrArray) shares = hf_store_campaigns_list_shares (session, id, error);
  g_autoptr (GPtrArray) whole = hf_campaign_shares_group (shares, id, HF_CAMPAIGN_BY_LIST);
  const HfCampaignShare *share = whole->pdata[0];
  g_assert_cmpint (share->count.n_ended, ==, N_CUSTOMERS - 1);
  g_assert_cmpuint (share->cases[HF_RATE_NOT_ELIGIBLE], ==, N_CUSTOMERS - 1);
  assert_share (share, NULL, (gint64[]){ 0, 1, N_CUSTOMERS - 1 }, 1, 1, 0);
  return HF_STORE_DONE;
}

static gpointer
complete_one_of_class_c (HfStoreSession *session, gpointer data, GError **error)
{
  const Fixture *self = data;
  return hf_db_execute (session->db, "UPDATE call_task SET class = 'c'", HF_DB_NO_VALUES, NULL,
                        error)
                 && call (session, self, 0, self->li, "completed", 0, error)
             ? HF_STORE_DONE
             : NULL;
}

/* Who is not needed any more is no case: AAPOR 4.8. */
static void
test_filled_quota_leaves_the_rates (Fixture *self, gconstpointer data)
{
  self->campaign->quota[HF_LOYALTY_C] = 1;
  run (self, make);
  run (self, complete_one_of_class_c);
  run (self, assert_full);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
#define ADD(name, test) g_test_add ("/call-lists/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("answered", test_answered_complaints_are_picked);
  ADD ("chosen", test_chosen_customers_are_called);
  ADD ("staff", test_staff_changes);
  ADD ("progress", test_progress_by_who_calls);
  ADD ("by-hand", test_calls_logged_by_hand_count);
  ADD ("full", test_filled_quota_leaves_the_rates);
  return g_test_run ();
}
