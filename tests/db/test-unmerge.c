#include "config.h"

#include "hf-store-attempts.h"
#include "hf-store-check.h"
#include "hf-store-complaints.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-manager-history.h"
#include "hf-store-merges.h"
#include "hf-store-promises.h"
#include "hf-store-purchases.h"
#include "hf-store-timeline.h"
#include "hf-test-custom.h"
#include "hf-test-place.h"
#include "hf-test-store.h"
#include "hf-text.h"

static void
buy (HfStoreSession *session, gint64 customer_id, const char *code, const char *month,
     gint64 amount)
{
  g_autoptr (HfPurchase) purchase = hf_purchase_new ();
  purchase->customer_id = customer_id;
  purchase->customer_code = g_strdup (code);
  purchase->month = g_strdup (month);
  purchase->amount = amount;
  g_assert_true (hf_store_purchases_save (session, purchase, NULL));
}

static void
add_customer (HfStoreSession *session, const char *code, const char *name, const char *phone,
              const char *manager)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup (code);
  customer->name = g_strdup (name);
  customer->phone = g_strdup (phone);
  customer->account_manager = g_strdup (manager);
  g_assert_true (hf_store_customers_save (session, customer, NULL));
  buy (session, customer->id, code, "2025-06", 1000);
}

static void
enter (HfStoreSession *session, const char *code, const char *car, const char *colour)
{
  HfTestCustom values = { code, { car, NULL, NULL, colour } };
  g_assert_nonnull (hf_test_custom_enter (session, &values, NULL));
}

/* Of the one who is kept, neither phone nor colour is known. */
static gpointer
add_two (HfStoreSession *session, gpointer unused, GError **error)
{
  add_customer (session, "C0", "王女士", NULL, "老张");
  add_customer (session, "C1", "王小姐", "13812345678", "小李");
  hf_test_custom_make_fields (session, NULL, NULL);
  enter (session, "C0", "速腾", NULL);
  enter (session, "C1", "宝来", "红");
  return HF_STORE_DONE;
}

static gpointer
merge_them (HfStoreSession *session, gpointer merge_id, GError **error)
{
  HfMergeChoices choices;
  g_autoptr (HfCustomer) kept = hf_store_customers_find (session, "C0", error);
  g_autoptr (HfCustomer) gone = hf_store_customers_find (session, "C1", error);
  hf_merge_choices_guess (&choices, kept, gone);
  return hf_store_customers_merge (session, kept, gone, &choices, merge_id, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
merge_two (HfStoreSession *session, gpointer merge_id, GError **error)
{
  add_two (session, NULL, error);
  return merge_them (session, merge_id, error);
}

/* A call, another name and account manager, and no more calls. */
static gpointer
work_on (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) one = hf_store_customers_find (session, "C1", error);
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  attempt->customer_id = one->id;
  attempt->outcome = g_strdup ("busy");
  attempt->started_at = attempt->ended_at = 1700000000000000;
  g_assert_true (hf_store_attempts_add (session, attempt, 0, 0, error));
  hf_text_set (&one->name, "王太太");
  hf_text_set (&one->account_manager, "小赵");
  one->do_not_call = TRUE;
  g_assert_true (hf_store_customers_save (session, one, error));
  buy (session, one->id, "C0", "2025-07", 7000);
  enter (session, "C0", "迈腾", NULL);
  return HF_STORE_DONE;
}

static gpointer
unmerge (HfStoreSession *session, gpointer merge_id, GError **error)
{
  return hf_store_customers_unmerge (session, *(gint64 *) merge_id, HF_UNMERGE_NO_LATER_WORK,
                                     error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
unmerge_all_the_same (HfStoreSession *session, gpointer merge_id, GError **error)
{
  return hf_store_customers_unmerge (session, *(gint64 *) merge_id, HF_UNMERGE_LATER_WORK_STAYS,
                                     error)
             ? HF_STORE_DONE
             : NULL;
}

static void
append_managers (HfStoreSession *session, gint64 customer_id, GString *words)
{
  g_autoptr (GPtrArray) periods = hf_store_managers_list (session, customer_id, NULL);
  for (guint i = 0; i < periods->len; i++)
    {
      const HfManagerPeriod *period = periods->pdata[i];
      if (period->to_on == NULL)
        g_string_append_printf (words, "%s ", period->account_manager);
    }
}

/* Name, phone, whether they may be called, who looks after them, what they bought, custom
 * fields and how often they were called. */
static gpointer
describe (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  g_autoptr (GPtrArray) purchases = hf_store_purchases_list (session, customer->id, error);
  g_autoptr (GPtrArray) calls = hf_store_attempts_list (session, customer->id, error);
  g_autofree char *custom = hf_test_custom_describe (session, code, error);
  GString *words = g_string_new (NULL);
  g_string_append_printf (words, "%s %s %s%s: ", customer->name,
                          customer->phone != NULL ? customer->phone : "-",
                          customer->do_not_call ? "no calls " : "", customer->account_manager);
  append_managers (session, customer->id, words);
  for (guint i = 0; i < purchases->len; i++)
    {
      const HfPurchase *purchase = purchases->pdata[i];
      g_string_append_printf (words, "%s %" G_GINT64_FORMAT " ", purchase->month,
                              purchase->amount);
    }
  g_string_append_printf (words, "%s %u", custom, calls->len);
  return g_string_free (words, FALSE);
}

static void
assert_is (HfTestStore *fixture, const char *code, const char *expected)
{
  g_autofree char *words = hf_test_store_run (fixture, HF_STORE_READ, describe,
                                              (gpointer) code);
  g_assert_cmpstr (words, ==, expected);
}

static void
assert_sound (HfTestStore *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = hf_store_check (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* What nobody can tell whose it is stays with the one who was kept; the other is as before, but
 * not called either. */
static void
test_later_work_may_stay (HfTestStore *fixture, gconstpointer data)
{
  gint64 merge_id = 0;
  g_autoptr (GError) error = NULL;
  hf_test_store_run (fixture, HF_STORE_WRITE, merge_two, &merge_id);
  hf_test_store_run (fixture, HF_STORE_WRITE, work_on, NULL);
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, unmerge, &merge_id, NULL, &error));
  g_assert_error (error, HF_MERGE_ERROR, HF_MERGE_ERROR_LATER_WORK);

  hf_test_store_run (fixture, HF_STORE_WRITE, unmerge_all_the_same, &merge_id);
  assert_is (fixture, "C0", "王太太 - no calls 小赵: 小赵 2025-06 1000 2025-07 7000 迈腾||| 1");
  assert_is (fixture, "C1", "王小姐 13812345678 no calls 小李: 小李 2025-06 1000 宝来|||红 0");
  assert_sound (fixture);
}

static void
test_without_later_work_all_is_as_before (HfTestStore *fixture, gconstpointer data)
{
  gint64 merge_id = 0;
  hf_test_store_run (fixture, HF_STORE_WRITE, merge_two, &merge_id);
  assert_is (fixture, "C1", "王女士 13812345678 老张: 老张 2025-06 2000 速腾|||红 0");
  hf_test_store_run (fixture, HF_STORE_WRITE, unmerge_all_the_same, &merge_id);
  assert_is (fixture, "C0", "王女士 - 老张: 老张 2025-06 1000 速腾||| 0");
  assert_is (fixture, "C1", "王小姐 13812345678 小李: 小李 2025-06 1000 宝来|||红 0");
  assert_sound (fixture);
}

static gpointer
empty_colour (HfStoreSession *session, gpointer unused, GError **error)
{
  enter (session, "C0", NULL, "");
  return HF_STORE_DONE;
}

/* Emptied is changed, too. */
static void
test_emptied_fields_stay_empty (HfTestStore *fixture, gconstpointer data)
{
  gint64 merge_id = 0;
  hf_test_store_run (fixture, HF_STORE_WRITE, merge_two, &merge_id);
  hf_test_store_run (fixture, HF_STORE_WRITE, empty_colour, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, unmerge_all_the_same, &merge_id);
  assert_is (fixture, "C0", "王女士 - 老张: 老张 2025-06 1000 速腾||| 0");
  assert_is (fixture, "C1", "王小姐 13812345678 小李: 小李 2025-06 1000 宝来|||红 0");
}

/* As a desk does that has the customer open while another one merges. */
static gpointer
work_on_who_is_gone (HfStoreSession *session, gpointer gone_id, GError **error)
{
  gint64 id = *(gint64 *) gone_id;
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  g_autoptr (HfPromise) promise = hf_promise_new ();
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  attempt->customer_id = promise->customer_id = complaint->customer_id = id;
  attempt->outcome = g_strdup ("busy");
  attempt->started_at = attempt->ended_at = 1700000000000000;
  promise->what = g_strdup ("回电");
  complaint->words = g_strdup ("没人理");
  complaint->received_at = 1700000000000000;
  return hf_store_attempts_add (session, attempt, 0, 1900000000000000, error)
                 && hf_store_promises_save (session, promise, error)
                 && hf_store_complaints_save (session, complaint, error)
                 && hf_store_consents_add (session, id, "call", FALSE, 0, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
count_work (HfStoreSession *session, gpointer count, GError **error)
{
  g_autoptr (HfCustomer) one = hf_store_customers_find (session, "C0", error);
  g_autoptr (GPtrArray) entries = hf_store_timeline_list (session, one->id, HF_TIMELINE_ALL,
                                                          NULL, 100, error);
  for (guint i = 0; i < entries->len; i++)
    {
      const HfTimelineEntry *entry = entries->pdata[i];
      *(guint *) count += entry->kind == HF_TIMELINE_CALL || entry->kind == HF_TIMELINE_PROMISE
                          || entry->kind == HF_TIMELINE_COMPLAINT
                          || entry->kind == HF_TIMELINE_CONSENT;
    }
  g_assert_true (one->do_not_call);
  return HF_STORE_DONE;
}

static gpointer
find_id (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_customers_find_id (session, "C1", id, error) ? HF_STORE_DONE : NULL;
}

/* What is stored of somebody who was merged meanwhile is stored of who they are now. */
static void
test_work_follows_a_merge (HfTestStore *fixture, gconstpointer data)
{
  gint64 merge_id = 0, gone_id = 0;
  guint count = 0;
  hf_test_store_run (fixture, HF_STORE_WRITE, add_two, NULL);
  hf_test_store_run (fixture, HF_STORE_READ, find_id, &gone_id);
  hf_test_store_run (fixture, HF_STORE_WRITE, merge_them, &merge_id);
  hf_test_store_run (fixture, HF_STORE_WRITE, work_on_who_is_gone, &gone_id);
  hf_test_store_run (fixture, HF_STORE_READ, count_work, &count);
  g_assert_cmpuint (count, ==, 4);
  assert_sound (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
#define ADD(name, func)                                                                        \
  g_test_add ("/unmerge/" name, HfTestStore, NULL, hf_test_store_set_up, func,                 \
              hf_test_store_tear_down)
  ADD ("later-work-may-stay", test_later_work_may_stay);
  ADD ("as-before", test_without_later_work_all_is_as_before);
  ADD ("work-follows", test_work_follows_a_merge);
  ADD ("emptied", test_emptied_fields_stay_empty);
  return g_test_run ();
}
