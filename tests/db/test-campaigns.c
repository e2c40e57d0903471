#include "config.h"

#include "hf-store-attempts.h"
#include "hf-store-campaigns.h"
#include "hf-store-purchases.h"
#include "hf-store-queue.h"
#include "hf-store-scores.h"
#include "hf-store-staff.h"
#include "hf-test-desks.h"
#include "hf-test-place.h"

#define NOW HF_TEST_DESKS_NOW

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
  if (!hf_store_campaigns_preview (session, self->campaign, NULL, &self->preview, error))
    return NULL;
  g_clear_pointer (&self->picked, g_ptr_array_unref);
  self->picked = hf_store_campaigns_list_picked (session, self->campaign, NULL, 3, error);
  return self->picked != NULL ? HF_STORE_DONE : NULL;
}

static gpointer
make (HfStoreSession *session, gpointer making, GError **error)
{
  Making *self = making;
  hf_store_session_set_now (session, NOW);
  return hf_store_campaigns_make (session, self->campaign, NULL, &self->n_called, error)
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
test_a_rule_shows_whom_it_picks (HfTestDesks *fixture, gconstpointer data)
{
  Making making = { new_campaign (HF_INTERVIEW_LOW_SCORE) };
  hf_test_desks_run (fixture->one, score, NULL);
  hf_test_desks_run (fixture->one, hf_test_desks_block, NULL);
  making.campaign->rule->low_scores = 2;
  making.campaign->rule->low_below = 6000;
  hf_test_desks_run (fixture->one, preview, &making);
  g_assert_cmpint (making.preview.n_called, ==, 1);
  g_assert_cmpint (making.preview.n_blocked, ==, 1);
  g_assert_cmpint (making.preview.n_waiting, ==, 0);
  g_assert_cmpint (making.preview.classes[HF_LOYALTY_UNKNOWN], ==, 1);
  g_assert_cmpuint (making.picked->len, ==, 1);
  g_assert_cmpstr (((HfCallTask *) making.picked->pdata[0])->customer_code, ==, "C3");
  hf_test_desks_run (fixture->one, make, &making);
  g_assert_cmpint (making.n_called, ==, 1);
  hf_test_desks_run (fixture->one, preview, &making);
  g_assert_cmpint (making.preview.n_called, ==, 0);
  g_assert_cmpint (making.preview.n_waiting, ==, 1);
  g_clear_pointer (&making.picked, g_ptr_array_unref);
  g_object_unref (making.campaign);
}

static void
test_rules_of_days_and_value (HfTestDesks *fixture, gconstpointer data)
{
  Making making = { new_campaign (HF_INTERVIEW_THANK_YOU) };
  HfCampaignRule *rule = making.campaign->rule;
  hf_test_desks_run (fixture->one, hf_test_desks_lose_lately, NULL);
  rule->lost_from_days = 14;
  rule->lost_to_days = 42;
  hf_test_desks_run (fixture->one, preview, &making);
  g_assert_cmpint (making.preview.n_called, ==, 2);
  rule->lost_from_days = rule->lost_to_days = 0;
  rule->least_value = 8000;
  hf_test_desks_run (fixture->one, preview, &making);
  g_assert_cmpint (making.preview.n_called, ==, 2);
  HfTestCall call = { "C1", "completed", NOW - 89 * G_TIME_SPAN_DAY, 0 };
  hf_test_desks_run (fixture->one, hf_test_desks_make_call, &call);
  g_clear_object (&call.task);
  rule->not_called_days = 90;
  hf_test_desks_run (fixture->one, preview, &making);
  g_assert_cmpint (making.preview.n_called, ==, 1);
  rule->not_called_days = 88;
  hf_test_desks_run (fixture->one, preview, &making);
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
test_staff_call_in_turn (HfTestDesks *fixture, gconstpointer data)
{
  Making making = { new_campaign (HF_INTERVIEW_THANK_YOU) };
  hf_test_desks_run (fixture->one, add_staff, making.campaign);
  making.campaign->rule->status = g_strdup ("lost");
  making.campaign->rule->least_value = 6000;
  hf_test_desks_run (fixture->one, make, &making);
  g_assert_cmpint (making.n_called, ==, 4);
  g_autoptr (HfCampaign) again = hf_test_desks_run (fixture->one, get_campaign,
                                                    &making.campaign->id);
  g_assert_cmpuint (again->staff->len, ==, 2);
  g_assert_cmpint (again->count.n_waiting, ==, 4);
  hf_store_set_staff_id (fixture->other, g_array_index (making.campaign->staff, gint64, 1));
  HfTestMoment now = { NOW, FALSE };
  g_autoptr (HfNextCall) next = hf_test_desks_run (fixture->other, hf_test_desks_take_next,
                                                   &now);
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
test_a_closed_list_is_called_no_more (HfTestDesks *fixture, gconstpointer data)
{
  Making making = { new_campaign (HF_INTERVIEW_THANK_YOU) };
  making.campaign->rule->least_value = 6000;
  hf_test_desks_run (fixture->one, make, &making);
  Change closing = { making.campaign, HF_CAMPAIGN_CLOSED };
  g_autoptr (HfCampaign) closed = hf_test_desks_run (fixture->one, change, &closing);
  g_assert_cmpint (closed->count.n_waiting, ==, 0);
  g_assert_cmpint (closed->count.n_ended, ==, 4);
  Change opening = { making.campaign, HF_CAMPAIGN_OPEN };
  g_autoptr (HfCampaign) opened = hf_test_desks_run (fixture->one, change, &opening);
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
test_a_list_is_taken_back (HfTestDesks *fixture, gconstpointer data)
{
  Making making = { new_campaign (HF_INTERVIEW_THANK_YOU) };
  making.campaign->rule->least_value = 6000;
  hf_test_desks_run (fixture->one, make, &making);
  gint64 id = making.campaign->id;
  g_autoptr (GPtrArray) on_it = hf_test_desks_run (fixture->one, list_on_it, &id);
  g_assert_cmpuint (on_it->len, ==, 3);
  g_assert_cmpint (((HfCallTask *) on_it->pdata[0])->campaign_id, ==, id);
  hf_test_desks_run (fixture->one, remove_campaign, &id);
  g_autoptr (GPtrArray) left = hf_test_desks_run (fixture->one, list_campaigns, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  hf_test_desks_run (fixture->one, preview, &making);
  g_assert_cmpint (making.preview.n_waiting, ==, 0);
  g_assert_cmpint (making.preview.n_called, ==, 4);
  g_clear_pointer (&making.picked, g_ptr_array_unref);
  g_object_unref (making.campaign);
}

static gpointer
thank (HfStoreSession *session, gpointer code, GError **error)
{
  gint64 task = 0, customer = hf_test_desks_key_of (session, code);
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
test_a_list_that_was_called_stays (HfTestDesks *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Making making = { new_campaign (HF_INTERVIEW_THANK_YOU) };
  making.campaign->rule->least_value = 6000;
  hf_test_desks_run (fixture->one, make, &making);
  hf_test_desks_run (fixture->one, thank, "C3");
  gpointer done = hf_store_run (fixture->one, HF_STORE_WRITE, remove_campaign,
                                &making.campaign->id, NULL, &error);
  g_assert_null (done);
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID);
  g_autoptr (HfCampaign) kept = hf_test_desks_run (fixture->one, get_campaign,
                                                   &making.campaign->id);
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
      purchase->customer_id = hf_test_desks_key_of (session, code);
      purchase->month = g_strdup ("2026-01");
      purchase->amount = 90;
      purchase->need = 100;
      if (!hf_store_purchases_save (session, purchase, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static void
test_a_quota_ends_a_class (HfTestDesks *fixture, gconstpointer data)
{
  Making making = { new_campaign (HF_INTERVIEW_THANK_YOU) };
  hf_test_desks_run (fixture->one, buy_all, NULL);
  making.campaign->rule->grade = g_strdup ("a");
  making.campaign->quota[HF_LOYALTY_A] = 2;
  hf_test_desks_run (fixture->one, make, &making);
  g_assert_cmpint (making.n_called, ==, 4);
  hf_test_desks_run (fixture->one, thank, "C1");
  g_autoptr (HfCampaign) one = hf_test_desks_run (fixture->one, get_campaign,
                                                  &making.campaign->id);
  g_assert_cmpint (one->count.n_waiting, ==, 3);
  hf_test_desks_run (fixture->one, thank, "C2");
  g_autoptr (HfCampaign) two = hf_test_desks_run (fixture->one, get_campaign,
                                                  &making.campaign->id);
  g_assert_cmpint (two->count.n_waiting, ==, 0);
  g_assert_cmpint (two->count.n_done, ==, 2);
  g_assert_cmpint (two->count.n_ended, ==, 2);
  g_assert_cmpuint (two->quota[HF_LOYALTY_A], ==, 2);
  two->quota[HF_LOYALTY_A] = 3;
  g_object_unref (making.campaign);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/campaigns/" path, HfTestDesks, NULL, hf_test_desks_set_up, func,               \
              hf_test_desks_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("preview", test_a_rule_shows_whom_it_picks);
  ADD ("rules", test_rules_of_days_and_value);
  ADD ("staff", test_staff_call_in_turn);
  ADD ("taken-back", test_a_list_is_taken_back);
  ADD ("called", test_a_list_that_was_called_stays);
  ADD ("closed", test_a_closed_list_is_called_no_more);
  ADD ("quota", test_a_quota_ends_a_class);
  return g_test_run ();
}
