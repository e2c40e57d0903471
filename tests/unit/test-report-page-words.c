#include "config.h"

#include <string.h>

#include "hf-report-order.h"
#include "hf-report-period.h"
#include "hf-report-words.h"
#include "hf-report.h"
#include "hf-store-error.h"

static void
assert_days (HfReportPeriod choice, const char *today, const char *from, const char *to)
{
  g_autoptr (HfPeriod) period = hf_report_period_dup_days (choice, today);
  g_assert_cmpstr (period->from, ==, from);
  g_assert_cmpstr (period->to, ==, to);
}

static void
test_days (void)
{
  assert_days (HF_REPORT_THIS_MONTH, "2026-11-22", "2026-11-01", "2026-11-30");
  assert_days (HF_REPORT_LAST_MONTH, "2026-11-22", "2026-10-01", "2026-10-31");
  assert_days (HF_REPORT_LAST_MONTH, "2026-01-31", "2025-12-01", "2025-12-31");
  assert_days (HF_REPORT_LAST_MONTH, "2024-03-01", "2024-02-01", "2024-02-29");
  assert_days (HF_REPORT_THIS_MONTH, "2026-12-31", "2026-12-01", "2026-12-31");
  assert_days (HF_REPORT_THIS_QUARTER, "2026-11-22", "2026-10-01", "2026-12-31");
  assert_days (HF_REPORT_LAST_QUARTER, "2026-11-22", "2026-07-01", "2026-09-30");
  assert_days (HF_REPORT_LAST_QUARTER, "2026-02-01", "2025-10-01", "2025-12-31");
  assert_days (HF_REPORT_THIS_YEAR, "2026-11-22", "2026-01-01", "2026-12-31");
  assert_days (HF_REPORT_EVERYTHING, "2026-11-22", NULL, NULL);
}

static void
test_typed_days (void)
{
  const char *problem = NULL;
  g_autoptr (HfPeriod) open = hf_report_period_parse ("", " ", &problem);
  g_assert_null (problem);
  g_assert_null (open->from);
  g_assert_null (open->to);
  g_autoptr (HfPeriod) one = hf_report_period_parse ("2026年3月5日", "2026/3/5", &problem);
  g_assert_cmpstr (one->from, ==, "2026-03-05");
  g_assert_cmpstr (one->to, ==, "2026-03-05");

  g_assert_null (hf_report_period_parse ("2026-02-30", "", &problem));
  g_assert_nonnull (strstr (problem, "first day"));
  g_assert_null (hf_report_period_parse ("", "yesterday", &problem));
  g_assert_nonnull (strstr (problem, "last day"));
  g_assert_null (hf_report_period_parse ("2026-03-02", "2026-03-01", &problem));
  g_assert_nonnull (strstr (problem, "after"));
}

static void
assert_name (const char *from, const char *to, const char *name)
{
  g_autoptr (HfPeriod) period = hf_period_new (from, to);
  g_autofree char *proposed = hf_report_period_dup_file_name (period, "2026-11-22");
  g_assert_cmpstr (proposed, ==, name);
}

static void
test_file_names (void)
{
  assert_name ("2026-10-01", "2026-10-31", "Huifang 2026-10.xlsx");
  assert_name ("2024-02-01", "2024-02-29", "Huifang 2024-02.xlsx");
  assert_name ("2026-07-01", "2026-09-30", "Huifang 2026-Q3.xlsx");
  assert_name ("2026-01-01", "2026-12-31", "Huifang 2026.xlsx");
  assert_name ("2026-02-01", "2026-04-30", "Huifang 2026-02-01_2026-04-30.xlsx");
  assert_name ("2026-10-02", "2026-10-31", "Huifang 2026-10-02_2026-10-31.xlsx");
  assert_name ("2026-10-02", NULL, "Huifang 2026-10-02_2026-11-22.xlsx");
  assert_name (NULL, NULL, "Huifang 2026-11-22.xlsx");
  assert_name (NULL, "2026-10-31", "Huifang 2026-10-31.xlsx");
}

static HfReportOrder *
make_order (void)
{
  g_autoptr (HfPeriod) period = hf_period_new ("2026-10-01", "2026-10-31");
  HfReportOrder *order = hf_report_order_new (period);
  order->branch = g_strdup ("N1");
  order->branch_name = g_strdup ("北店");
  order->second_language = g_strdup ("zh_CN");
  order->maker = g_strdup ("李敏");
  order->mask_phones = TRUE;
  order->sheets = 5;
  order->written = 1764000000000000;
  order->modified = 7;
  hf_report_order_set_path (order, "/tmp/报告 .xlsx");
  return order;
}

static void
test_order_is_remembered (void)
{
  g_autoptr (HfReportOrder) order = make_order ();
  g_autoptr (HfReportOrder) copy = hf_report_order_copy (order);
  g_autoptr (GVariant) written = g_variant_ref_sink (hf_report_order_to_variant (copy));
  g_autoptr (HfReportOrder) read = hf_report_order_new_from_variant (written);
  g_assert_cmpstr (read->period->from, ==, "2026-10-01");
  g_assert_cmpstr (read->period->to, ==, "2026-10-31");
  g_assert_cmpstr (read->branch, ==, "N1");
  g_assert_cmpstr (read->branch_name, ==, "北店");
  g_assert_cmpstr (read->first_language, ==, "en");
  g_assert_cmpstr (read->second_language, ==, "zh_CN");
  g_assert_cmpstr (read->maker, ==, "李敏");
  g_assert_cmpstr (read->path, ==, "/tmp/报告 .xlsx");
  g_assert_true (read->mask_phones);
  g_assert_cmpuint (read->sheets, ==, 5);
  g_assert_cmpint (read->written, ==, order->written);
  g_assert_cmpuint (read->modified, ==, 7);
}

static void
test_nothing_remembered_is_a_new_order (void)
{
  g_autoptr (GVariant) nothing = g_variant_ref_sink (
      g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0));
  g_autoptr (HfReportOrder) order = hf_report_order_new_from_variant (nothing);
  g_assert_null (order->period->from);
  g_assert_null (order->path);
  g_assert_null (order->second_language);
  g_assert_cmpstr (order->first_language, ==, "en");
  g_assert_cmpuint (order->sheets, ==, HF_REPORT_ALL_SHEETS);
}

static void
test_words (void)
{
  g_autoptr (HfReportOrder) order = make_order ();
  g_autofree char *scope = hf_report_words_scope (order);
  g_autofree char *languages = hf_report_words_languages (order);
  g_autofree char *past = hf_report_words_past (order);
  g_autofree char *all = hf_report_words_sheets (HF_REPORT_ALL_SHEETS);
  g_autofree char *some = hf_report_words_sheets (5);
  g_assert_cmpstr (scope, ==, "2026-10-01 to 2026-10-31 · 北店");
  g_assert_cmpstr (languages, ==, "English + 简体中文");
  g_assert_nonnull (strstr (past, "masked"));
  g_assert_nonnull (strstr (all, "All"));
  g_assert_true (g_str_has_prefix (some, "2 of "));
}

static void
test_failure_says_what_is_safe (void)
{
  g_autoptr (GError) error = g_error_new_literal (HF_REPORT_ERROR, HF_REPORT_ERROR_NO_SPACE,
                                                  "The disk is full.");
  g_autofree char *kept = hf_report_words_failure (error, "/tmp/a.xlsx", TRUE);
  g_autofree char *none = hf_report_words_failure (error, "/tmp/a.xlsx", FALSE);
  g_assert_cmpstr (kept, ==, "The disk is full. The earlier “a.xlsx” is as it was.");
  g_assert_cmpstr (none, ==, "The disk is full. No file “a.xlsx” was left behind.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-page-words/days", test_days);
  g_test_add_func ("/report-page-words/typed-days", test_typed_days);
  g_test_add_func ("/report-page-words/file-names", test_file_names);
  g_test_add_func ("/report-page-words/order", test_order_is_remembered);
  g_test_add_func ("/report-page-words/new-order", test_nothing_remembered_is_a_new_order);
  g_test_add_func ("/report-page-words/words", test_words);
  g_test_add_func ("/report-page-words/failure", test_failure_says_what_is_safe);
  return g_test_run ();
}
