#include "config.h"

#include <string.h>

#include "hf-import-job.h"
#include "hf-store-check.h"
#include "hf-store-customers.h"
#include "hf-store-purchases.h"
#include "hf-store-queue.h"
#include "hf-store-reasons.h"
#include "hf-store.h"
#include "hf-test-import.h"
#include "hf-test-place.h"
#include "hf-time.h"
#include "test-folder.h"

static gpointer
list_reasons (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  return customer != NULL ? hf_store_reasons_list (session, customer->id, error) : NULL;
}

static void
test_customers_come_in (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, &hf_import_customers,
      "客户编码,姓名,手机,分店,客户经理,状态,流失日期,年消费额\n"
      "C001,王女士,013812345678,长春店,老张,lost,2026/3/5,\"1,200.50\"\n"
      "C002,李先生,,长春店,,active,,\n");
  hf_test_import_assert_counts (result, 2, 0, 0, 0);
  g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "C001");
  g_assert_cmpstr (customer->name, ==, "王女士");
  g_assert_cmpstr (customer->phone, ==, "013812345678");
  g_assert_cmpstr (customer->branch, ==, "长春店");
  g_assert_cmpstr (customer->account_manager, ==, "老张");
  g_assert_cmpint (customer->status, ==, HF_CUSTOMER_LOST);
  g_assert_cmpstr (customer->lost_on, ==, "2026-03-05");
  g_assert_cmpint (customer->annual_value, ==, 1200500);
}

static void
test_only_the_code_is_needed (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, &hf_import_customers,
                                                           "code\n007\n8\n");
  hf_test_import_assert_counts (result, 2, 0, 0, 0);
  g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "007");
  g_assert_cmpint (customer->status, ==, HF_CUSTOMER_ACTIVE);
}

static void
test_second_import_changes_nothing (HfTestImport *fixture, gconstpointer data)
{
  const char *text = "code,name,status,reason,reason_words,tags\n"
                     "C1,王女士,lost,price,太贵了,老客户\n"
                     "C2,李先生,active,,,\n";
  g_autoptr (HfImportResult) first = hf_test_import_text (fixture, &hf_import_customers, text);
  hf_test_import_assert_counts (first, 2, 0, 0, 0);
  g_autoptr (HfImportResult) second = hf_test_import_text (fixture, &hf_import_customers, text);
  hf_test_import_assert_counts (second, 0, 0, 2, 0);
  g_autoptr (GPtrArray) reasons = hf_test_import_read (fixture, list_reasons, (gpointer) "C1");
  g_assert_cmpuint (reasons->len, ==, 1);
}

static void
test_blank_cells_wipe_nothing (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) first = hf_test_import_text (
      fixture, &hf_import_customers,
      "code,name,phone,status,lost_on,need,note\nC1,王女士,138,lost,2026-01-02,5,老邻居\n");
  g_autoptr (HfImportResult) second = hf_test_import_text (
      fixture, &hf_import_customers,
      "code,name,phone,status,lost_on,need,note\nC1,,139,,,,别的话\n");
  hf_test_import_assert_counts (second, 0, 1, 0, 0);
  g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "C1");
  g_assert_cmpstr (customer->name, ==, "王女士");
  g_assert_cmpstr (customer->phone, ==, "139");
  g_assert_cmpint (customer->status, ==, HF_CUSTOMER_LOST);
  g_assert_cmpstr (customer->lost_on, ==, "2026-01-02");
  g_assert_cmpint (customer->need, ==, 5000);
  g_assert_cmpstr (customer->note, ==, "老邻居");
}

static void
test_do_not_call_and_tags_stay (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) first = hf_test_import_text (
      fixture, &hf_import_customers, "code,do_not_call,tags\nC1,yes,\"老客户,车队\"\n");
  g_autoptr (HfImportResult) second = hf_test_import_text (
      fixture, &hf_import_customers, "code,do_not_call,tags\nC1,no,\"车队,网约车\"\n");
  hf_test_import_assert_counts (second, 0, 1, 0, 0);
  g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "C1");
  g_assert_true (customer->do_not_call);
  g_assert_cmpstr (customer->tags, ==, "老客户,车队,网约车");
}

/* What a file says adds to what is known of a refusal, and replaces nothing of it. */
static void
test_reason_not_to_call_stays (HfTestImport *fixture, gconstpointer data)
{
  static const char *const files[] = {
    "code,do_not_call,do_not_call_reason,do_not_call_on\nC1,yes,,2025-01-02\n",
    "code,do_not_call,do_not_call_reason,do_not_call_on\nC1,yes,太吵,2025-03-04\n",
    "code,do_not_call,do_not_call_reason,do_not_call_on\nC1,no,别的,2025-05-06\n",
    "code,do_not_call,do_not_call_reason,do_not_call_on\nC1,yes,别的,2025-05-06\n",
    "code,name\nC1,王女士\n",
  };
  static const char *const reasons[] = { NULL, "太吵", "太吵", "太吵", "太吵" };
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (HfImportResult) result = hf_test_import_text (fixture, &hf_import_customers,
                                                               files[i]);
      g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "C1");
      g_assert_true (customer->do_not_call);
      g_assert_cmpstr (customer->do_not_call_on, ==, "2025-01-02");
      g_assert_cmpstr (customer->do_not_call_reason, ==, reasons[i]);
    }
}

static void
test_file_sets_do_not_call (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) first = hf_test_import_text (fixture, &hf_import_customers,
                                                          "code,do_not_call\nC1,no\n");
  g_autoptr (HfImportResult) second = hf_test_import_text (fixture, &hf_import_customers,
                                                           "code,do_not_call\nC1,yes\n");
  g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "C1");
  g_assert_true (customer->do_not_call);
}

static void
test_code_twice_in_one_file (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, &hf_import_customers, "code,name,phone\nC1,王,\nC1,,138\nC1,王,138\n");
  hf_test_import_assert_counts (result, 1, 1, 1, 0);
  g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "C1");
  g_assert_cmpstr (customer->name, ==, "王");
  g_assert_cmpstr (customer->phone, ==, "138");
}

static void
assert_reason (HfTestImport *fixture, const char *customer, const char *code, const char *quote)
{
  g_autoptr (GPtrArray) reasons = hf_test_import_read (fixture, list_reasons,
                                                       (gpointer) customer);
  g_assert_cmpuint (reasons->len, ==, 1);
  const HfCodedReason *reason = reasons->pdata[0];
  g_assert_cmpstr (reason->code, ==, code);
  g_assert_cmpstr (reason->quote, ==, quote);
  g_assert_cmpint (reason->basis, ==, HF_REASON_RECORDED);
  g_assert_cmpint (reason->rank, ==, HF_REASON_PRIMARY);
}

static void
test_reasons_are_coded (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, &hf_import_customers,
                                                           "code,status,reason,reason_words\n"
                                                           "C1,lost,competitor-offer,那边便宜\n"
                                                           "C2,lost,Price,\n"
                                                           "C3,lost,星座不合,\n"
                                                           "C4,lost,星座不合,说不清楚\n"
                                                           "C5,lost,,就是不想来了\n"
                                                           "C6,lost,service-lapse.queues,\n");
  hf_test_import_assert_counts (result, 6, 0, 0, 0);
  assert_reason (fixture, "C1", "competitor-offer", "那边便宜");
  assert_reason (fixture, "C2", "price", NULL);
  assert_reason (fixture, "C3", "other", "星座不合");
  assert_reason (fixture, "C4", "other", "说不清楚");
  assert_reason (fixture, "C5", "other", "就是不想来了");
  assert_reason (fixture, "C6", "service-lapse.queues", NULL);
}

static void
test_reason_is_replaced_not_doubled (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) first = hf_test_import_text (
      fixture, &hf_import_customers, "code,status,reason,reason_words\nC1,lost,price,贵\n");
  g_autoptr (HfImportResult) second = hf_test_import_text (
      fixture, &hf_import_customers, "code,status,reason\nC1,lost,product-quality\n");
  hf_test_import_assert_counts (second, 0, 1, 0, 0);
  assert_reason (fixture, "C1", "product-quality", "贵");
}

static void
test_loss_and_status_agree (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) first = hf_test_import_text (fixture, &hf_import_customers,
                                                          "code,lost_on\nC1,2026-01-02\n");
  g_autoptr (HfCustomer) lost = hf_test_import_get_customer (fixture, "C1");
  g_assert_cmpint (lost->status, ==, HF_CUSTOMER_LOST);
  g_autoptr (HfImportResult) second = hf_test_import_text (fixture, &hf_import_customers,
                                                           "code,status\nC1,active\n");
  g_autoptr (HfCustomer) back = hf_test_import_get_customer (fixture, "C1");
  g_assert_cmpint (back->status, ==, HF_CUSTOMER_ACTIVE);
  g_assert_null (back->lost_on);
}

static void
test_bad_rows_are_named (HfTestImport *fixture, gconstpointer data)
{
  static const struct
  {
    guint row;
    const char *field;
  } wrong[] = { { 2, "joined_on" }, { 3, "status" }, { 4, "code" }, { 5, NULL }, { 7, NULL } };
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, &hf_import_customers,
                                                           "code,joined_on,status,lost_on\n"
                                                           "C1,2026-02-30,lost,\n"
                                                           "C2,,gone,\n"
                                                           ",2026-01-01,,\n"
                                                           "C3,2026-01-02,lost,2026-01-01\n"
                                                           "C4,2026-01-01,lost,\n"
                                                           "C5,,,,more\n");
  hf_test_import_assert_counts (result, 1, 0, 0, 5);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const HfImportRejection *rejection = result->rejections->pdata[i];
      g_assert_cmpuint (rejection->row, ==, wrong[i].row);
      g_assert_cmpstr (rejection->field, ==, wrong[i].field);
      g_assert_cmpuint (strlen (rejection->why), >, 5);
    }
}

static void
test_row_that_contradicts_us_is_rejected (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) first = hf_test_import_text (fixture, &hf_import_customers,
                                                          "code,joined_on\nC1,2026-01-10\n");
  g_autoptr (HfImportResult) second = hf_test_import_text (
      fixture, &hf_import_customers, "code,status,lost_on\nC1,lost,2026-01-01\nC2,,\n");
  hf_test_import_assert_counts (second, 1, 0, 0, 1);
  const HfImportRejection *rejection = second->rejections->pdata[0];
  g_assert_cmpstr (rejection->field, ==, "lost_on");
  g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "C1");
  g_assert_cmpint (customer->status, ==, HF_CUSTOMER_ACTIVE);
}

static gpointer
count_queue (HfStoreSession *session, gpointer count, GError **error)
{
  return hf_store_queue_count (session, hf_time_now (), count, error) ? HF_STORE_DONE : NULL;
}

static void
test_who_left_is_queued (HfTestImport *fixture, gconstpointer data)
{
  gint64 count = 0;
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, &hf_import_customers,
      "code,status,do_not_call\nC1,lost,\nC2,lost,yes\nC3,active,\nC4,lost,\n");
  hf_test_import_read (fixture, count_queue, &count);
  g_assert_cmpint (count, ==, 2);
}

static void
test_trial_stores_nothing (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportRequest) request = hf_test_import_request (
      fixture, &hf_import_customers, "code,branch\nC1,长春店\nC1,吉林店\n");
  request->dry_run = TRUE;
  g_autoptr (HfImportResult) trial = hf_test_import_run (fixture, request);
  hf_test_import_assert_counts (trial, 1, 1, 0, 0);
  g_assert_cmpint (hf_test_import_count_customers (fixture), ==, 0);
  request->dry_run = FALSE;
  g_autoptr (HfImportResult) result = hf_test_import_run (fixture, request);
  hf_test_import_assert_counts (result, 1, 1, 0, 0);
  g_assert_cmpint (hf_test_import_count_customers (fixture), ==, 1);
}

static void
test_broken_file_stores_nothing (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfImportRequest) request = hf_test_import_request (
      fixture, &hf_import_customers, "code,name\nC1,王\nC2,\"李\nC3,张\n");
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, hf_import_job_run, request, NULL, &error));
  g_assert_error (error, HF_READ_ERROR, HF_READ_ERROR_SYNTAX);
  g_assert_cmpint (hf_test_import_count_customers (fixture), ==, 0);
}

static void
cancel_in_the_middle (double fraction, gint64 n_rows, gpointer data)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  if (n_rows > 1000)
    g_cancellable_cancel (data);
}

static void
test_cancelled_import_stores_nothing (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new ("code\n");
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "C%u\n", i);
  g_autoptr (HfImportRequest) request = hf_test_import_request (fixture, &hf_import_customers,
                                                                text->str);
  request->progress = cancel_in_the_middle;
  request->data = cancellable;
  g_assert_null (hf_store_run (fixture->store, HF_STORE_WRITE, hf_import_job_run, request,
                               cancellable, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED);
  g_assert_cmpint (hf_test_import_count_customers (fixture), ==, 0);
}

static gpointer
list_purchases (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  return customer != NULL ? hf_store_purchases_list (session, customer->id, error) : NULL;
}

static void
test_purchases_need_a_customer (HfTestImport *fixture, gconstpointer data)
{
  const char *text = "customer_code,month,amount,need\n"
                     "C1,2026-01,10.5,20\n"
                     "C9,2026-01,10,\n"
                     "C1,2026年2月,8,\n";
  g_autoptr (HfImportResult) customers = hf_test_import_text (fixture, &hf_import_customers,
                                                              "code\nC1\n");
  g_autoptr (HfImportResult) first = hf_test_import_text (fixture, &hf_import_purchases, text);
  hf_test_import_assert_counts (first, 2, 0, 0, 1);
  const HfImportRejection *rejection = first->rejections->pdata[0];
  g_assert_cmpstr (rejection->field, ==, "customer_code");
  g_assert_cmpuint (rejection->row, ==, 3);

  g_autoptr (HfImportResult) second = hf_test_import_text (
      fixture, &hf_import_purchases,
      "customer_code,month,amount\nC1,2026-01,11\nC1,2026-02,8\n");
  hf_test_import_assert_counts (second, 0, 1, 1, 0);
  g_autoptr (GPtrArray) purchases = hf_test_import_read (fixture, list_purchases,
                                                         (gpointer) "C1");
  g_assert_cmpuint (purchases->len, ==, 2);
  const HfPurchase *january = purchases->pdata[0];
  g_assert_cmpint (january->amount, ==, 11000);
  g_assert_cmpint (january->need, ==, 20000);
}

static gpointer
check_records (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_check_records (session, error);
}

static gpointer
search_count (HfStoreSession *session, gpointer typed, GError **error)
{
  gint64 count = 0;
  HfCustomerFilter filter = { .search = typed };
  return hf_store_customers_count (session, &filter, &count, error)
             ? GINT_TO_POINTER (count + 1)
             : NULL;
}

static void
assert_found (HfTestImport *fixture, const char *typed, int count)
{
  g_assert_cmpint (
      GPOINTER_TO_INT (hf_test_import_read (fixture, search_count, (gpointer) typed)) - 1, ==,
      count);
}

static void
test_what_is_imported_is_found (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("code,name,phone,status,reason\n");
  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (text, "K%04u,%s,1600000%04u,%s,%s\n", i,
                            i % 5 == 0 ? "欧阳小雨" : "王炳泉", i, i % 4 == 0 ? "lost" : "",
                            i % 4 == 0 ? "price" : "");
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, &hf_import_customers,
                                                           text->str);
  hf_test_import_assert_counts (result, 2500, 0, 0, 0);
  assert_found (fixture, "欧阳", 500);
  assert_found (fixture, "炳泉", 2000);
  assert_found (fixture, "K1234", 1);
  assert_found (fixture, "16000001234", 1);
  g_autoptr (GPtrArray) findings = hf_test_import_read (fixture, check_records, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  g_autoptr (HfImportResult) again = hf_test_import_text (fixture, &hf_import_customers,
                                                          "code,name\nK1234,诸葛亮\n");
  assert_found (fixture, "诸葛", 1);
  assert_found (fixture, "炳泉", 1999);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/import-job/" path, HfTestImport, NULL, hf_test_import_set_up, func,            \
              hf_test_import_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("customers-come-in", test_customers_come_in);
  ADD ("only-the-code-is-needed", test_only_the_code_is_needed);
  ADD ("second-import-changes-nothing", test_second_import_changes_nothing);
  ADD ("blank-cells-wipe-nothing", test_blank_cells_wipe_nothing);
  ADD ("do-not-call-and-tags-stay", test_do_not_call_and_tags_stay);
  ADD ("reason-not-to-call", test_reason_not_to_call_stays);
  ADD ("file-sets-do-not-call", test_file_sets_do_not_call);
  ADD ("code-twice-in-one-file", test_code_twice_in_one_file);
  ADD ("reasons-are-coded", test_reasons_are_coded);
  ADD ("reason-is-replaced-not-doubled", test_reason_is_replaced_not_doubled);
  ADD ("loss-and-status-agree", test_loss_and_status_agree);
  ADD ("bad-rows-are-named", test_bad_rows_are_named);
  ADD ("row-that-contradicts-us-is-rejected", test_row_that_contradicts_us_is_rejected);
  ADD ("who-left-is-queued", test_who_left_is_queued);
  ADD ("trial-stores-nothing", test_trial_stores_nothing);
  ADD ("broken-file-stores-nothing", test_broken_file_stores_nothing);
  ADD ("cancelled-import-stores-nothing", test_cancelled_import_stores_nothing);
  ADD ("purchases-need-a-customer", test_purchases_need_a_customer);
  ADD ("what-is-imported-is-found", test_what_is_imported_is_found);
  return g_test_run ();
}
