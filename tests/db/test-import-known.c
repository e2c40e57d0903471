#include "config.h"

#include "hf-test-import.h"
#include "hf-test-place.h"

/* More rows than are looked up together. */
#define ROWS 700

static char *
make_table (const char *company)
{
  GString *text = g_string_new ("客户编码,姓名,单位\n");
  for (int i = 0; i < ROWS; i++)
    g_string_append_printf (text, "C%03d,客户%d,%s\n", i, i, company);
  return g_string_free (text, FALSE);
}

static void
test_all_are_known_again (HfTestImport *fixture, gconstpointer data)
{
  g_autofree char *text = make_table ("甲公司");
  g_autofree char *changed = make_table ("乙公司");
  g_autoptr (HfImportResult) first = hf_test_import_text (fixture, &hf_import_customers, text);
  hf_test_import_assert_counts (first, ROWS, 0, 0, 0);
  g_autoptr (HfImportResult) again = hf_test_import_text (fixture, &hf_import_customers, text);
  hf_test_import_assert_counts (again, 0, 0, ROWS, 0);
  g_autoptr (HfImportResult) other = hf_test_import_text (fixture, &hf_import_customers,
                                                          changed);
  hf_test_import_assert_counts (other, 0, ROWS, 0, 0);
  g_autoptr (HfCustomer) last = hf_test_import_get_customer (fixture, "C699");
  g_assert_cmpstr (last->company, ==, "乙公司");
  g_assert_cmpint (last->revision, ==, 2);
}

/* A row that names a customer once more, in the same batch and in a later one. */
static void
test_a_file_says_more_of_one (HfTestImport *fixture, gconstpointer data)
{
  g_autofree char *text = make_table ("甲公司");
  g_autofree char *more = g_strconcat (text, "C699,客户六,\nC000,,丙公司\nC000,客户零,\n",
                                       NULL);
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, &hf_import_customers, more);
  hf_test_import_assert_counts (result, ROWS, 3, 0, 0);
  g_autoptr (HfCustomer) last = hf_test_import_get_customer (fixture, "C699");
  g_assert_cmpstr (last->name, ==, "客户六");
  g_assert_cmpstr (last->company, ==, "甲公司");
  g_autoptr (HfCustomer) first = hf_test_import_get_customer (fixture, "C000");
  g_assert_cmpstr (first->name, ==, "客户零");
  g_assert_cmpstr (first->company, ==, "丙公司");
}

static void
test_purchases_find_their_customers (HfTestImport *fixture, gconstpointer data)
{
  g_autofree char *text = make_table ("甲公司");
  g_autoptr (HfImportResult) customers = hf_test_import_text (fixture, &hf_import_customers,
                                                              text);
  GString *bought = g_string_new ("customer_code,month,amount\n");
  for (int i = 0; i <= ROWS; i++)
    g_string_append_printf (bought, "C%03d,2026-01,%d\n", i, i);
  g_autofree char *purchases = g_string_free (bought, FALSE);
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, &hf_import_purchases,
                                                           purchases);
  hf_test_import_assert_counts (result, ROWS, 0, 0, 1);
  HfImportRejection *nobody = result->rejections->pdata[0];
  g_assert_cmpint (nobody->row, ==, ROWS + 2);
  g_assert_cmpstr (nobody->field, ==, "customer_code");
}

/* Enough rows beside none for the codes to be learnt beforehand. */
static void
test_many_at_once (HfTestImport *fixture, gconstpointer data)
{
  GString *text = g_string_new ("code,name,phone\n");
  for (int i = 0; i < 12000; i++)
    g_string_append_printf (text, "C%05d,客户%d,139%08d\n", i, i, i);
  g_string_append (text, "C00001,另一位,\nC11999,又一位,\n");
  g_autofree char *table = g_string_free (text, FALSE);
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, &hf_import_customers,
                                                           table);
  hf_test_import_assert_counts (result, 12000, 2, 0, 0);
  g_autoptr (HfImportRequest) request = hf_test_import_request (
      fixture, &hf_import_customers,
      "code,name,phone\nC00001,还是,\nD1,谁,13900011999\nD2,新,\n");
  request->policies[HF_IMPORT_SAME_PHONE] = HF_IMPORT_SKIP;
  g_autoptr (HfImportResult) more = hf_test_import_run (fixture, request);
  hf_test_import_assert_counts (more, 1, 1, 1, 0);
}

/* What an import adds under a code of its own making is known, too. */
static void
test_a_made_code_is_known (HfTestImport *fixture, gconstpointer data)
{
  GString *text = g_string_new ("code,name\nA1,甲\nA1,乙\n");
  for (int i = 0; i < 12000; i++)
    g_string_append_printf (text, "C%05d,客户%d\n", i, i);
  g_string_append (text, "A1-2,丙\n");
  g_autofree char *table = g_string_free (text, FALSE);
  g_autoptr (HfImportRequest) request = hf_test_import_request (fixture, &hf_import_customers,
                                                                table);
  hf_import_request_decide (request, 3, HF_IMPORT_ADD);
  g_autoptr (HfImportResult) result = hf_test_import_run (fixture, request);
  hf_test_import_assert_counts (result, 12002, 1, 0, 0);
  g_autoptr (HfCustomer) made = hf_test_import_get_customer (fixture, "A1-2");
  g_assert_cmpstr (made->name, ==, "丙");
}

#define ADD(path, func)                                                                        \
  g_test_add ("/import-known/" path, HfTestImport, NULL, hf_test_import_set_up, func,          \
              hf_test_import_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("again", test_all_are_known_again);
  ADD ("same-file", test_a_file_says_more_of_one);
  ADD ("many", test_many_at_once);
  ADD ("made-code", test_a_made_code_is_known);
  ADD ("purchases", test_purchases_find_their_customers);
  return g_test_run ();
}
