#include "config.h"

#include <string.h>
#include <time.h>

#include "hf-customer.h"
#include "hf-import.h"
#include "hf-repair-preview.h"
#include "hf-text.h"
#include "test-file.h"

static HfImport *
begin (const char *table, HfImportProfile *profile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TestFile) path = test_file_write (table, -1);
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, NULL, &error);
  g_assert_no_error (error);
  HfImport *import = hf_import_new (reader, profile, &hf_import_customers, NULL, &error);
  g_assert_no_error (error);
  return import;
}

static HfCustomer *
next_customer (HfImport *import)
{
  g_auto (HfImportRow) row = { 0 };
  g_assert_true (hf_import_next (import, &row, NULL));
  g_assert_cmpstr (row.why, ==, NULL);
  return g_steal_pointer (&row.record);
}

static HfImportProfile *
load (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TestFile) path = test_file_write (text, -1);
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  HfImportProfile *profile = hf_import_profile_load (path, fields, n_fields, &error);
  g_assert_no_error (error);
  return profile;
}

static void
test_a_cell_is_repaired_step_by_step (void)
{
  g_autoptr (HfImport) import = begin (
      "code,name,phone,joined_on,need\n"
      "C1,汽(qì)车(chē)行,＋86 １３９　１２３４　５６７８\u00A0,2024年3月5日,\"¥1,200\"\n",
      NULL);
  hf_import_keep_repairs (import);
  g_auto (HfImportRow) row = { 0 };
  g_assert_true (hf_import_next (import, &row, NULL));
  const HfCustomer *customer = row.record;
  g_assert_cmpstr (customer->name, ==, "汽车行");
  g_assert_cmpstr (customer->phone, ==, "13912345678");
  g_assert_cmpstr (customer->joined_on, ==, "2024-03-05");
  g_assert_cmpint (customer->need, ==, 1200000);

  static const char *const steps[] = { "gloss", "spaces", "width", "country",
                                       "signs", "date",   "amount" };
  g_assert_cmpuint (row.repairs->len, ==, G_N_ELEMENTS (steps));
  for (guint i = 0; i < row.repairs->len; i++)
    {
      const HfImportRepair *repair = row.repairs->pdata[i];
      g_assert_cmpstr (repair->repair->name, ==, steps[i]);
      g_assert_cmpint (hf_repair_counts_get (hf_import_get_repaired (import), repair->repair),
                       ==, 1);
    }
  const HfImportRepair *first = row.repairs->pdata[0];
  g_assert_cmpstr (first->field->name, ==, "name");
  g_assert_cmpstr (first->before, ==, "汽(qì)车(chē)行");
  g_assert_cmpstr (first->after, ==, "汽车行");
}

static void
test_nothing_is_kept_unless_asked (void)
{
  g_autoptr (HfImport) import = begin ("code,name\nC1,Ann \nC2,Bob\n", NULL);
  g_auto (HfImportRow) row = { 0 };
  g_assert_true (hf_import_next (import, &row, NULL));
  g_assert_null (row.repairs);
  g_assert_cmpint (
      hf_repair_counts_get (hf_import_get_repaired (import), hf_repair_find ("spaces")), ==, 1);
}

static void
test_counts_are_written_and_read (void)
{
  HfRepairCounts counts = { 0 }, again;
  g_assert_null (hf_repair_counts_to_text (&counts));
  for (guint i = 0; i < 12; i++)
    hf_repair_counts_note (&counts, hf_repair_find ("width"));
  hf_repair_counts_note (&counts, hf_repair_find ("zero"));
  g_autofree char *text = hf_repair_counts_to_text (&counts);
  g_assert_cmpstr (text, ==, "width 12 zero 1");
  hf_repair_counts_read (&again, text);
  g_assert_cmpmem (&again, sizeof again, &counts, sizeof counts);
  g_assert_cmpint (hf_repair_counts_sum (&again), ==, 13);
  hf_repair_counts_read (&again, "newer 7 width 2 zero");
  g_assert_cmpint (hf_repair_counts_sum (&again), ==, 2);
  hf_repair_counts_read (&again, NULL);
  g_assert_cmpint (hf_repair_counts_sum (&again), ==, 0);
}

static void
test_what_is_lost_rejects_its_row (void)
{
  g_autoptr (HfImport) import = begin ("code,phone\nC1,1.39E+10\nC2,1.3912345678E10\n", NULL);
  g_auto (HfImportRow) row = { 0 };
  g_assert_true (hf_import_next (import, &row, NULL));
  g_assert_null (row.record);
  g_assert_cmpstr (row.field, ==, "phone");
  g_assert_nonnull (strstr (row.why, "1.39E+10"));
  g_assert_nonnull (strstr (row.why, "last digits are lost"));
  g_autoptr (HfCustomer) customer = next_customer (import);
  g_assert_cmpstr (customer->phone, ==, "13912345678");
}

static void
test_other_rows_tell_the_order (void)
{
  g_autoptr (HfImport) import = begin ("code,joined_on,lost_on\n"
                                       "C1,5/3/2024,5/6/2024\n"
                                       "C2,25/3/2024,6/25/2024\n",
                                       NULL);
  g_autoptr (HfCustomer) customer = next_customer (import);
  g_assert_cmpstr (customer->joined_on, ==, "2024-03-05");
  g_assert_cmpstr (customer->lost_on, ==, "2024-05-06");
  g_autoptr (HfCustomer) second = next_customer (import);
  g_assert_cmpstr (second->lost_on, ==, "2024-06-25");
}

static void
test_the_profile_tells_the_order (void)
{
  g_autoptr (HfImportProfile) profile = load ("[columns]\ncode = code\njoined_on = joined\n"
                                              "[repairs]\ndate-order = mdy\n");
  g_autoptr (HfImport) import = begin ("code,joined\nC1,5/3/2024\n", profile);
  g_autoptr (HfCustomer) customer = next_customer (import);
  g_assert_cmpstr (customer->joined_on, ==, "2024-05-03");
}

static void
test_an_order_that_nobody_tells (void)
{
  g_autoptr (HfImport) import = begin ("code,joined_on\nC1,5/3/2024\nC2,2024-03-05\n", NULL);
  g_auto (HfImportRow) row = { 0 };
  g_assert_true (hf_import_next (import, &row, NULL));
  g_assert_cmpstr (row.field, ==, "joined_on");
  g_assert_nonnull (strstr (row.why, "which is the day"));
}

static void
test_reading_ahead_loses_nothing (void)
{
  g_autoptr (GString) table = g_string_new ("code,joined_on\n");
  for (guint i = 1; i <= 2500; i++)
    g_string_append_printf (table, "C%u,2024-03-05\n", i);
  g_string_append (table, "C2501,\"open\n");
  g_autoptr (HfImport) import = begin (table->str, NULL);
  for (guint i = 1; i <= 2500; i++)
    {
      g_autoptr (HfCustomer) customer = next_customer (import);
      g_autofree char *code = g_strdup_printf ("C%u", i);
      g_assert_cmpstr (customer->code, ==, code);
    }
  g_autoptr (GError) error = NULL;
  g_auto (HfImportRow) row = { 0 };
  g_assert_false (hf_import_next (import, &row, &error));
  g_assert_error (error, HF_READ_ERROR, HF_READ_ERROR_SYNTAX);
}

static void
test_a_bad_row_is_met_in_its_turn (void)
{
  g_autoptr (HfImport) import = begin ("code,joined_on\nC1,2024-03-05\nC2,\"open\n", NULL);
  g_autoptr (HfCustomer) customer = next_customer (import);
  g_assert_cmpstr (customer->code, ==, "C1");
  g_autoptr (GError) error = NULL;
  g_auto (HfImportRow) row = { 0 };
  g_assert_false (hf_import_next (import, &row, &error));
  g_assert_error (error, HF_READ_ERROR, HF_READ_ERROR_SYNTAX);
}

static void
test_repairs_are_switched_off (void)
{
  g_autoptr (HfImportProfile) profile = load ("[columns]\ncode=code\nphone=phone\nname=name\n"
                                              "[repairs]\nsigns = off\ngloss = on\n");
  g_assert_false (hf_import_profile_get_repair (profile, "signs"));
  g_assert_true (hf_import_profile_get_repair (profile, "gloss"));
  g_assert_true (hf_import_profile_get_repair (profile, "width"));
  g_autoptr (HfImport) import = begin ("code,phone,name\nC1,139 1234 5678,汽(qì)车\n", profile);
  g_autoptr (HfCustomer) customer = next_customer (import);
  g_assert_cmpstr (customer->phone, ==, "139 1234 5678");
  g_assert_cmpstr (customer->name, ==, "汽车");
}

static void
test_a_profile_may_leave_the_columns (void)
{
  g_autoptr (HfImportProfile) profile = load ("[repairs]\nsigns = off\n");
  g_autoptr (HfImport) import = begin ("code,phone\nC1,139 1234 5678\n", profile);
  g_autoptr (HfCustomer) customer = next_customer (import);
  g_assert_cmpstr (customer->code, ==, "C1");
  g_assert_cmpstr (customer->phone, ==, "139 1234 5678");
  g_assert_cmpstr (hf_import_profile_get_heading (profile, "phone"), ==, "phone");
}

static void
test_switches_are_saved (void)
{
  g_autoptr (TestFile) path = test_file_write ("", 0);
  g_autoptr (HfImportProfile) profile = hf_import_profile_new ();
  hf_import_profile_set_repair (profile, "zero", FALSE);
  hf_import_profile_set_date_order (profile, HF_DATE_ORDER_DMY);
  g_assert_true (hf_import_profile_save (profile, path, NULL));
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  g_autoptr (HfImportProfile) again = hf_import_profile_load (path, fields, n_fields, NULL);
  g_assert_false (hf_import_profile_get_repair (again, "zero"));
  g_assert_cmpint (hf_import_profile_get_date_order (again), ==, HF_DATE_ORDER_DMY);
  hf_import_profile_set_date_order (again, HF_DATE_ORDER_UNKNOWN);
  g_assert_cmpint (hf_import_profile_get_date_order (again), ==, HF_DATE_ORDER_UNKNOWN);
}

static void
test_a_profile_knows_its_repairs (void)
{
  static const char *const bad[] = { "[repairs]\nmagic = on\n", "[repairs]\nzero = maybe\n",
                                     "[repairs]\ndate-order = ydm\n" };
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TestFile) path = test_file_write (bad[i], -1);
      g_assert_null (hf_import_profile_load (path, fields, n_fields, &error));
      g_assert_nonnull (strstr (error->message, "Line 2"));
    }
}

static void
test_the_value_map_knows_raw_and_repaired (void)
{
  g_autoptr (HfImportProfile) profile = load (
      "[columns]\ncode=code\nstatus=status\n[values:status]\n老(lǎo)客=active\n流失=lost\n");
  g_autoptr (HfImport) import = begin ("code,status\nC1,老(lǎo)客\nC2,流(liú)失\n", profile);
  g_autoptr (HfCustomer) first = next_customer (import);
  g_assert_cmpint (first->status, ==, HF_CUSTOMER_ACTIVE);
  g_auto (HfImportRow) row = { 0 };
  g_assert_true (hf_import_next (import, &row, NULL));
}

static void
test_a_preview (void)
{
  g_autoptr (TestFile) path = test_file_write ("code,Mobile,Remark\n"
                                               "C1,139 1234 5678,\n"
                                               "C2,1.39E+10,\n"
                                               "C3,139-1234-5679,x\n"
                                               "C4,139-1234-5680,x\n",
                                               -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, NULL, NULL);
  g_autoptr (HfImport) import = hf_import_new (reader, NULL, &hf_import_customers, NULL, NULL);
  HfImportProfile *profile = hf_import_get_profile (import);
  g_autoptr (GPtrArray) findings = hf_repair_preview (path, profile, &hf_import_customers, NULL,
                                                      3, 1, NULL, &error);
  g_assert_no_error (error);
  guint total = 0;
  for (guint i = 0; i < findings->len; i++)
    total += ((HfRepairFinding *) findings->pdata[i])->count;
  g_assert_cmpuint (total, ==, 3);
  const HfRepairFinding *lost = findings->pdata[5];
  g_assert_cmpstr (lost->repair->name, ==, "exponent");
  g_assert_cmpuint (lost->n_lost, ==, 1);
  const HfRepairExample *example = lost->examples->pdata[0];
  g_assert_cmpuint (example->row, ==, 3);
  g_assert_cmpstr (example->heading, ==, "Mobile");
  g_assert_cmpstr (example->before, ==, "1.39E+10");
  g_assert_null (example->after);
  const HfRepairFinding *signs = findings->pdata[7];
  g_assert_cmpuint (signs->count, ==, 2);
  g_assert_cmpuint (signs->examples->len, ==, 1);

  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_assert_null (
      hf_repair_preview (path, profile, &hf_import_customers, NULL, 0, 1, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Where nothing is to be repaired, looking for it costs little: measured against folding a
 * text, and in time of the processor, so that it holds on every machine, however busy. */
static void
test_looking_is_quick (void)
{
  static const char *const cells[] = { "C0000123",   "王女士",       "13912345678",
                                       "a@b.com",    "长春市示范店", "吉林省长春市人民大街1号",
                                       "2024-03-05", "1234.50",      "active" };
  guint n_looks = 20000, signs = 0;
  clock_t start = clock ();
  for (guint i = 0; i < n_looks; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (cells); j++)
      signs |= hf_repair_find_signs (cells[j]);
  clock_t looked = clock () - start;
  start = clock ();
  for (guint i = 0; i < n_looks; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (cells); j++)
      g_free (hf_text_fold (cells[j]));
  clock_t folded = clock () - start;
  g_test_message ("%.2f us a row; folding it takes %.2f us", (double) looked / n_looks,
                  (double) folded / n_looks);
  g_assert_cmpuint (signs, ==, 0);
  g_assert_cmpint (looked, <, folded * 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-repairs/counts", test_counts_are_written_and_read);
  g_test_add_func ("/import-repairs/step-by-step", test_a_cell_is_repaired_step_by_step);
  g_test_add_func ("/import-repairs/kept-if-asked", test_nothing_is_kept_unless_asked);
  g_test_add_func ("/import-repairs/lost-is-rejected", test_what_is_lost_rejects_its_row);
  g_test_add_func ("/import-repairs/order-by-other-rows", test_other_rows_tell_the_order);
  g_test_add_func ("/import-repairs/order-by-profile", test_the_profile_tells_the_order);
  g_test_add_func ("/import-repairs/order-unknown", test_an_order_that_nobody_tells);
  g_test_add_func ("/import-repairs/reading-ahead", test_reading_ahead_loses_nothing);
  g_test_add_func ("/import-repairs/bad-row-in-its-turn", test_a_bad_row_is_met_in_its_turn);
  g_test_add_func ("/import-repairs/switched-off", test_repairs_are_switched_off);
  g_test_add_func ("/import-repairs/columns-left-out", test_a_profile_may_leave_the_columns);
  g_test_add_func ("/import-repairs/switches-are-saved", test_switches_are_saved);
  g_test_add_func ("/import-repairs/profile-checks", test_a_profile_knows_its_repairs);
  g_test_add_func ("/import-repairs/value-map", test_the_value_map_knows_raw_and_repaired);
  g_test_add_func ("/import-repairs/preview", test_a_preview);
  g_test_add_func ("/import-repairs/looking-is-quick", test_looking_is_quick);
  return g_test_run ();
}
