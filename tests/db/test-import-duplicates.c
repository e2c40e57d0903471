#include "config.h"

#include <string.h>

#include "hf-test-import.h"
#include "hf-test-place.h"

static void
add_known (HfTestImport *fixture)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, &hf_import_customers,
      "code,name,phone,company,tags,note,do_not_call\n"
      "A1,王炳泉,138 1234 5678,,老客户,怕吵,yes\n"
      "A2,李子淑,,甲公司,,,\n");
  hf_test_import_assert_counts (result, 2, 0, 0, 0);
}

static HfImportResult *
import_alike (HfTestImport *fixture, HfImportLikeness likeness, HfImportPolicy policy,
              const char *rows)
{
  g_autofree char *text = g_strconcat ("code,name,phone,company,tags,note,do_not_call\n", rows,
                                       NULL);
  g_autoptr (HfImportRequest) request = hf_test_import_request (fixture, &hf_import_customers,
                                                                text);
  request->policies[likeness] = policy;
  return hf_test_import_run (fixture, request);
}

static void
assert_duplicate (const HfImportResult *result, guint index, guint row,
                  HfImportLikeness likeness, const char *code)
{
  g_assert_cmpuint (result->duplicates->len, >, index);
  const HfImportDuplicate *duplicate = result->duplicates->pdata[index];
  g_assert_cmpuint (duplicate->row, ==, row);
  g_assert_cmpint (duplicate->likeness, ==, likeness);
  g_assert_cmpstr (duplicate->known_code, ==, code);
}

static void
test_the_same_phone_in_any_form (HfTestImport *fixture, gconstpointer data)
{
  static const char *const forms[] = { "13812345678", "+86 138-1234-5678", "008613812345678",
                                       "１３８１２３４５６７８" };
  add_known (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *rows = g_strdup_printf ("B%u,别人,%s,,,,\n", (guint) i, forms[i]);
      g_autoptr (HfImportResult) result = import_alike (fixture, HF_IMPORT_SAME_PHONE,
                                                        HF_IMPORT_SKIP, rows);
      hf_test_import_assert_counts (result, 0, 0, 1, 0);
      assert_duplicate (result, 0, 2, HF_IMPORT_SAME_PHONE, "A1");
    }
  g_assert_cmpint (hf_test_import_count_customers (fixture), ==, 2);
}

static void
test_blanks_are_filled (HfTestImport *fixture, gconstpointer data)
{
  add_known (fixture);
  g_autoptr (HfImportResult) result = import_alike (
      fixture, HF_IMPORT_SAME_PHONE, HF_IMPORT_FILL, "B1,王先生,13812345678,乙公司,新,急,\n");
  hf_test_import_assert_counts (result, 0, 1, 0, 0);
  g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "A1");
  g_assert_cmpstr (customer->name, ==, "王炳泉");
  g_assert_cmpstr (customer->company, ==, "乙公司");
  g_assert_cmpstr (customer->tags, ==, "老客户,新");
  g_assert_cmpstr (customer->note, ==, "怕吵");
  g_assert_true (customer->do_not_call);
}

static void
test_what_is_said_overwrites (HfTestImport *fixture, gconstpointer data)
{
  add_known (fixture);
  g_autoptr (HfImportResult) result = import_alike (
      fixture, HF_IMPORT_SAME_PHONE, HF_IMPORT_OVERWRITE, "B1,王先生,13812345678,,,急,no\n");
  hf_test_import_assert_counts (result, 0, 1, 0, 0);
  g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "A1");
  g_assert_cmpstr (customer->name, ==, "王先生");
  g_assert_cmpstr (customer->tags, ==, "老客户");
  g_assert_cmpstr (customer->note, ==, "怕吵");
  g_assert_true (customer->do_not_call);
}

/* Where both have a phone, and another one, they are two. */
static void
test_the_same_name (HfTestImport *fixture, gconstpointer data)
{
  add_known (fixture);
  g_autoptr (HfImportResult) result = import_alike (
      fixture, HF_IMPORT_SAME_NAME, HF_IMPORT_FILL,
      "B1,王炳泉,13900000000,,,,\nB2,王炳泉,,丙公司,,,\nB3, 李子淑 ,13700000000,,,,\n");
  hf_test_import_assert_counts (result, 1, 2, 0, 0);
  assert_duplicate (result, 0, 3, HF_IMPORT_SAME_NAME, "A1");
  assert_duplicate (result, 1, 4, HF_IMPORT_SAME_NAME, "A2");
  g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "A2");
  g_assert_cmpstr (customer->phone, ==, "13700000000");
}

static void
test_the_same_code_is_added (HfTestImport *fixture, gconstpointer data)
{
  add_known (fixture);
  g_autoptr (HfImportResult) result = import_alike (fixture, HF_IMPORT_SAME_CODE, HF_IMPORT_ADD,
                                                    "A1,另一位,,,,,\nA1,又一位,,,,,\n");
  hf_test_import_assert_counts (result, 2, 0, 0, 0);
  g_autoptr (HfCustomer) first = hf_test_import_get_customer (fixture, "A1-2");
  g_autoptr (HfCustomer) second = hf_test_import_get_customer (fixture, "A1-3");
  g_assert_cmpstr (first->name, ==, "另一位");
  g_assert_cmpstr (second->name, ==, "又一位");
}

static void
test_single_rows_are_decided (HfTestImport *fixture, gconstpointer data)
{
  add_known (fixture);
  g_autoptr (HfImportRequest) request = hf_test_import_request (
      fixture, &hf_import_customers,
      "code,name,phone\nA1,甲,\nA2,乙,\nB1,丙,13812345678\nB2,丁,13812345678\n");
  hf_import_request_decide (request, 3, HF_IMPORT_SKIP);
  hf_import_request_decide (request, 5, HF_IMPORT_OVERWRITE);
  g_autoptr (HfImportResult) result = hf_test_import_run (fixture, request);
  hf_test_import_assert_counts (result, 1, 2, 1, 0);
  g_autoptr (HfCustomer) first = hf_test_import_get_customer (fixture, "A1");
  g_autoptr (HfCustomer) second = hf_test_import_get_customer (fixture, "A2");
  g_assert_cmpstr (first->name, ==, "丁");
  g_assert_cmpstr (second->name, ==, "李子淑");
}

/* A row that is like an earlier one, which was updated in between. */
static void
test_within_the_file (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = import_alike (
      fixture, HF_IMPORT_SAME_PHONE, HF_IMPORT_OVERWRITE,
      "B1,甲,13812345678,,,,\nB1,甲,,甲公司,,,\nB2,乙,13812345678,,,,\n");
  hf_test_import_assert_counts (result, 1, 2, 0, 0);
  assert_duplicate (result, 1, 4, HF_IMPORT_SAME_PHONE, "B1");
  g_assert_true (((HfImportDuplicate *) result->duplicates->pdata[1])->in_file);
  g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "B1");
  g_assert_cmpstr (customer->name, ==, "乙");
  g_assert_cmpstr (customer->company, ==, "甲公司");
}

static void
test_a_trial_finds_the_alike (HfTestImport *fixture, gconstpointer data)
{
  add_known (fixture);
  g_autoptr (HfImportRequest) request = hf_test_import_request (
      fixture, &hf_import_customers,
      "code,name,phone\nA1,甲,\nB1,丙,13812345678\nB2,李子淑,\nB3,戊,\n");
  request->dry_run = TRUE;
  g_autoptr (HfImportResult) result = hf_test_import_run (fixture, request);
  g_assert_cmpint (result->n_alike[HF_IMPORT_SAME_CODE], ==, 1);
  g_assert_cmpint (result->n_alike[HF_IMPORT_SAME_PHONE], ==, 1);
  g_assert_cmpint (result->n_alike[HF_IMPORT_SAME_NAME], ==, 1);
  g_assert_cmpint (hf_test_import_count_customers (fixture), ==, 2);
}

/* A phone at which somebody does not want to be called is not called under another code, in
 * whatever form the file has it. */
static void
test_a_refusal_holds_for_the_phone (HfTestImport *fixture, gconstpointer data)
{
  add_known (fixture);
  g_autoptr (HfImportResult) result = import_alike (fixture, HF_IMPORT_SAME_PHONE,
                                                    HF_IMPORT_ADD,
                                                    "B1,别人,+86 13812345678,,,,no\n"
                                                    "B2,李四,13812345679,,,,\n"
                                                    "B3,张三,13812345670,,,,yes\n"
                                                    "B4,王五,138-1234-5670,,,,\n");
  static const struct
  {
    const char *code;
    gboolean refuses;
    const char *by;
  } cases[] = {
    { "B1", TRUE, "A1" }, { "B2", FALSE, NULL }, { "B3", TRUE, NULL }, { "B4", TRUE, "B3" }
  };
  hf_test_import_assert_counts (result, 4, 0, 0, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, cases[i].code);
      g_assert_cmpint (customer->do_not_call, ==, cases[i].refuses);
      g_assert_true ((customer->do_not_call_reason != NULL) == (cases[i].by != NULL));
      if (cases[i].by != NULL)
        g_assert_nonnull (strstr (customer->do_not_call_reason, cases[i].by));
    }
  g_assert_cmpint (result->n_kept, ==, 2);
  g_assert_cmpuint (((HfImportRejection *) result->kept->pdata[0])->row, ==, 2);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/import-duplicates/" path, HfTestImport, NULL, hf_test_import_set_up, func,     \
              hf_test_import_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("phone", test_the_same_phone_in_any_form);
  ADD ("fill", test_blanks_are_filled);
  ADD ("overwrite", test_what_is_said_overwrites);
  ADD ("name", test_the_same_name);
  ADD ("add", test_the_same_code_is_added);
  ADD ("decide", test_single_rows_are_decided);
  ADD ("within", test_within_the_file);
  ADD ("refusal", test_a_refusal_holds_for_the_phone);
  ADD ("trial-alike", test_a_trial_finds_the_alike);
  return g_test_run ();
}
