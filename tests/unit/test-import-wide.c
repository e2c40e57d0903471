#include "config.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-import.h"
#include "hf-purchase.h"
#include "test-file.h"

static HfImport *
begin (const char *table, HfImportProfile *profile, GError **error)
{
  g_autoptr (TestFile) path = test_file_write (table, -1);
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, NULL, NULL);
  return hf_import_new (reader, profile, &hf_import_purchases, NULL, error);
}

static void
assert_next (HfImport *import, guint number, const char *code, const char *month, gint64 amount,
             gint64 need)
{
  g_auto (HfImportRow) row = { 0 };
  g_assert_true (hf_import_next (import, &row, NULL));
  g_assert_cmpstr (row.why, ==, NULL);
  g_assert_cmpuint (row.number, ==, number);
  const HfPurchase *purchase = row.record;
  g_assert_cmpstr (purchase->customer_code, ==, code);
  g_assert_cmpstr (purchase->month, ==, month);
  g_assert_cmpint (purchase->amount, ==, amount);
  g_assert_cmpint (purchase->need, ==, need);
}

static void
assert_rejected (HfImport *import, guint number, const char *field, const char *why)
{
  g_auto (HfImportRow) row = { 0 };
  g_assert_true (hf_import_next (import, &row, NULL));
  g_assert_null (row.record);
  g_assert_cmpuint (row.number, ==, number);
  g_assert_cmpstr (row.field, ==, field);
  if (strstr (row.why, why) == NULL)
    g_error ("“%s” does not say “%s”", row.why, why);
}

static void
assert_ended (HfImport *import)
{
  g_auto (HfImportRow) row = { 0 };
  g_autoptr (GError) error = NULL;
  g_assert_false (hf_import_next (import, &row, &error));
  g_assert_no_error (error);
}

static void
test_a_column_a_month (void)
{
  g_autoptr (HfImport) import = begin ("客户号,2024-01,2024年2月,Mar 2024,202404,合计\n"
                                       "C1,10,,\"¥1,200\",1.5万,99\n"
                                       "C2,,,,,0\n"
                                       "C3,7,,,\n",
                                       NULL, NULL);
  g_assert_cmpuint (hf_import_get_n_months (import), ==, 4);
  assert_next (import, 2, "C1", "2024-01", 10000, HF_AMOUNT_UNKNOWN);
  assert_next (import, 2, "C1", "2024-03", 1200000, HF_AMOUNT_UNKNOWN);
  assert_next (import, 2, "C1", "2024-04", 15000000, HF_AMOUNT_UNKNOWN);
  assert_next (import, 4, "C3", "2024-01", 7000, HF_AMOUNT_UNKNOWN);
  assert_ended (import);
  g_assert_cmpuint (hf_import_get_n_rows (import), ==, 2);
  g_assert_cmpuint (hf_import_get_n_blank (import), ==, 1);
}

/* Months in Chinese, and signs where nothing was bought. */
static void
test_a_year_of_words (void)
{
  g_autoptr (HfImportProfile) profile = hf_import_profile_new ();
  hf_import_profile_set_year (profile, 2024);
  g_autoptr (HfImport) import = begin ("客户号,一月,十一月,十二月\nC1,10,-,无\nC2,—,2,/\n",
                                       profile, NULL);
  assert_next (import, 2, "C1", "2024-01", 10000, HF_AMOUNT_UNKNOWN);
  assert_next (import, 3, "C2", "2024-11", 2000, HF_AMOUNT_UNKNOWN);
  assert_ended (import);
}

static void
test_needs_beside_amounts (void)
{
  g_autoptr (HfImport) import = begin (
      "customer_code,2024年1月,2024年1月需求,Need 2024-02,2024-02\n"
      "C1,10,20,40,30\n",
      NULL, NULL);
  assert_next (import, 2, "C1", "2024-01", 10000, 20000);
  assert_next (import, 2, "C1", "2024-02", 30000, 40000);
  assert_ended (import);
}

static void
test_one_need_for_all_months (void)
{
  g_autoptr (HfImport) import = begin ("customer_code,need,Jan 2024,Feb 2024\nC1,50,1,2\n",
                                       NULL, NULL);
  assert_next (import, 2, "C1", "2024-01", 1000, 50000);
  assert_next (import, 2, "C1", "2024-02", 2000, 50000);
  assert_ended (import);
}

static void
test_months_of_a_year (void)
{
  static const char table[] = "customer_code,1月,2月份,Mar\nC1,1,2,3\n";
  g_autoptr (GError) error = NULL;
  g_assert_null (begin (table, NULL, &error));
  g_assert_error (error, HF_IMPORT_ERROR, HF_IMPORT_ERROR_MISSING_HEADING);
  g_assert_nonnull (strstr (error->message, "1月"));
  g_assert_nonnull (strstr (error->message, "which year"));

  g_autoptr (HfImportProfile) profile = hf_import_profile_new ();
  hf_import_profile_set_heading (profile, "customer_code", "customer_code");
  hf_import_profile_set_year (profile, 2023);
  g_autoptr (HfImport) import = begin (table, profile, NULL);
  assert_next (import, 2, "C1", "2023-01", 1000, HF_AMOUNT_UNKNOWN);
  assert_next (import, 2, "C1", "2023-02", 2000, HF_AMOUNT_UNKNOWN);
  assert_next (import, 2, "C1", "2023-03", 3000, HF_AMOUNT_UNKNOWN);
}

static void
test_errors_name_row_and_month (void)
{
  g_autoptr (HfImport) import = begin ("customer_code,2024-01,2024-02\n"
                                       "C1,ten,2\n"
                                       ",3,4\n"
                                       "C3,5,6,7\n"
                                       "C4,8,\n",
                                       NULL, NULL);
  assert_rejected (import, 2, "amount", "2024-01: “ten”");
  assert_next (import, 2, "C1", "2024-02", 2000, HF_AMOUNT_UNKNOWN);
  assert_rejected (import, 3, "customer_code", "missing");
  assert_rejected (import, 3, "customer_code", "missing");
  assert_rejected (import, 4, NULL, "4 cells");
  assert_next (import, 5, "C4", "2024-01", 8000, HF_AMOUNT_UNKNOWN);
  assert_ended (import);
}

static void
test_a_month_twice (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (begin ("customer_code,2024-01,2024年1月\nC1,1,2\n", NULL, &error));
  g_assert_error (error, HF_IMPORT_ERROR, HF_IMPORT_ERROR_DUPLICATE_HEADING);
  g_assert_nonnull (strstr (error->message, "2024-01"));
}

static void
test_the_long_layout_stays (void)
{
  g_autoptr (HfImport) import = begin ("customer_code,month,amount,2024-01\n"
                                       "C1,2024年1月,5,9\n",
                                       NULL, NULL);
  g_assert_cmpuint (hf_import_get_n_months (import), ==, 0);
  assert_next (import, 2, "C1", "2024-01", 5000, HF_AMOUNT_UNKNOWN);
  assert_ended (import);
}

static void
test_no_month_at_all (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (begin ("customer_code,amount\nC1,1\n", NULL, &error));
  g_assert_error (error, HF_IMPORT_ERROR, HF_IMPORT_ERROR_MISSING_HEADING);
  g_assert_nonnull (strstr (error->message, "month"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-wide/column-a-month", test_a_column_a_month);
  g_test_add_func ("/import-wide/year-of-words", test_a_year_of_words);
  g_test_add_func ("/import-wide/needs-beside-amounts", test_needs_beside_amounts);
  g_test_add_func ("/import-wide/one-need", test_one_need_for_all_months);
  g_test_add_func ("/import-wide/months-of-a-year", test_months_of_a_year);
  g_test_add_func ("/import-wide/errors", test_errors_name_row_and_month);
  g_test_add_func ("/import-wide/a-month-twice", test_a_month_twice);
  g_test_add_func ("/import-wide/long-layout", test_the_long_layout_stays);
  g_test_add_func ("/import-wide/no-month", test_no_month_at_all);
  return g_test_run ();
}
