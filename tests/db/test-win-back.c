#include "config.h"

#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-figures.h"
#include "hf-store-queue.h"
#include "hf-store-timeline.h"
#include "hf-test-care.h"
#include "hf-test-place.h"

static gpointer
lose (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup (code);
  customer->status = HF_CUSTOMER_LOST;
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static gpointer
get_customer (HfStoreSession *session, gpointer code, GError **error)
{
  return hf_store_customers_find (session, code, error);
}

static gpointer
list_timeline (HfStoreSession *session, gpointer code, GError **error)
{
  return hf_store_timeline_list (session, hf_test_care_key_of (session, code), HF_TIMELINE_ALL,
                                 NULL, 100, error);
}

static const HfTimelineEntry *
find_entry (GPtrArray *timeline, HfTimelineKind kind)
{
  for (guint i = 0; i < timeline->len; i++)
    if (((HfTimelineEntry *) timeline->pdata[i])->kind == kind)
      return timeline->pdata[i];
  return NULL;
}

static gpointer
compute (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfPeriod) all = hf_period_new (NULL, NULL);
  return hf_store_figures_compute (session, all, NULL, error);
}

static void
assert_status (HfTestStore *fixture, HfCustomerStatus expected)
{
  g_autoptr (HfCustomer) customer = hf_test_store_run (fixture, HF_STORE_READ, get_customer,
                                                       "C1");
  g_assert_cmpint (customer->status, ==, expected);
}

static void
test_who_accepts_an_offer_is_won_back (HfTestStore *fixture, gconstpointer data)
{
  gint64 seller = hf_test_care_add_staff (fixture, "seller");
  HfTestCareCall allowed = {
    seller, HF_TEST_CARE_NOW, HF_INTERVIEW_LOST, { "win-back-call", "yes" }
  };
  HfTestCareCall offer = { seller,
                           hf_test_care_days_later (1),
                           HF_INTERVIEW_WIN_BACK,
                           { "offer", "Free check", "offer-result", "accepted" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, lose, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_hold_call, &allowed);
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_hold_call, &offer);
  assert_status (fixture, HF_CUSTOMER_WON_BACK);
  g_autoptr (GPtrArray) timeline = hf_test_store_run (fixture, HF_STORE_READ, list_timeline,
                                                      "C1");
  const HfTimelineEntry *change = find_entry (timeline, HF_TIMELINE_CHANGE);
  g_assert_cmpstr (change->state, ==, "status");
  g_assert_cmpstr (change->words, ==, "won_back");
  g_assert_cmpstr (change->who, ==, "seller");
  g_assert_cmpint (change->at, ==, hf_test_care_days_later (1));
  g_assert_cmpstr (find_entry (timeline, HF_TIMELINE_OFFER)->state, ==, "accepted");
  g_autoptr (HfFigures) figures = hf_test_store_run (fixture, HF_STORE_READ, compute, NULL);
  g_assert_cmpfloat (figures->win_back.offer_rate, ==, 1);
  g_assert_cmpfloat (figures->win_back.accept_rate, ==, 1);
  g_assert_cmpfloat (figures->win_back.decline_rate, ==, 0);
}

static void
test_who_declines_an_offer_says_why (HfTestStore *fixture, gconstpointer data)
{
  HfTestCareCall offer = { 0,
                           HF_TEST_CARE_NOW,
                           HF_INTERVIEW_WIN_BACK,
                           { "offer", "Free check", "offer-result", "declined", "offer-why",
                             "Too far away" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, lose, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_hold_call, &offer);
  assert_status (fixture, HF_CUSTOMER_LOST);
  g_autoptr (GPtrArray) timeline = hf_test_store_run (fixture, HF_STORE_READ, list_timeline,
                                                      "C1");
  const HfTimelineEntry *told = find_entry (timeline, HF_TIMELINE_OFFER);
  g_assert_cmpstr (told->state, ==, "declined");
  g_assert_cmpstr (told->words, ==, "Free check · Too far away");
  g_autoptr (HfFigures) figures = hf_test_store_run (fixture, HF_STORE_READ, compute, NULL);
  g_assert_cmpuint (figures->win_back.declined, ==, 1);
  g_assert_cmpuint (figures->win_back.declined_why, ==, 1);
  g_assert_cmpfloat (figures->win_back.decline_rate, ==, 1);
}

static gpointer
queue_offer (HfStoreSession *session, gpointer code, GError **error)
{
  gint64 id = 0;
  return hf_store_queue_add (session, hf_test_care_key_of (session, code),
                             HF_INTERVIEW_WIN_BACK, 0, NULL, &id, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
forbid_offers (HfStoreSession *session, gpointer code, GError **error)
{
  hf_store_session_set_now (session, HF_TEST_CARE_NOW);
  return hf_store_consents_add (session, hf_test_care_key_of (session, code), "win-back", FALSE,
                                0, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

/* Consent that was taken back blocks the offer, and no other call. */
static void
test_no_offer_without_consent (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HfTestCareCall offer = {
    0, HF_TEST_CARE_NOW, HF_INTERVIEW_WIN_BACK, { "offer-result", "accepted" }
  };
  HfTestCareCall thanks = {
    0, HF_TEST_CARE_NOW, HF_INTERVIEW_THANK_YOU, { "satisfaction", "5" }
  };
  hf_test_store_run (fixture, HF_STORE_WRITE, lose, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, queue_offer, "C1");
  hf_test_care_assert_next (fixture, 0, HF_TEST_CARE_NOW, "win_back", 0);
  hf_test_store_run (fixture, HF_STORE_WRITE, forbid_offers, "C1");
  hf_test_care_assert_next (fixture, 0, HF_TEST_CARE_NOW, "nobody", 0);
  g_autoptr (GPtrArray) waiting = hf_test_store_run (fixture, HF_STORE_READ,
                                                     hf_test_care_list_waiting, NULL);
  g_assert_false (((HfCallTask *) waiting->pdata[0])->may_offer);
  g_assert_null (hf_store_run (fixture->store, HF_STORE_WRITE, hf_test_care_hold_call, &offer,
                               NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID);
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_hold_call, &thanks);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/win-back/" path, HfTestStore, NULL, hf_test_store_set_up, func,                \
              hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("accepted", test_who_accepts_an_offer_is_won_back);
  ADD ("declined", test_who_declines_an_offer_says_why);
  ADD ("consent", test_no_offer_without_consent);
  return g_test_run ();
}
