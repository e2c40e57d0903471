#include "config.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-complaint.h"
#include "hf-customer.h"
#include "hf-import-taken.h"
#include "hf-import.h"
#include "hf-purchase.h"
#include "hf-time.h"
#include "test-file.h"

static HfImport *
begin (const char *table, HfImportProfile *profile, const HfImportEntity *entity,
       GError **error)
{
  g_autoptr (TestFile) path = test_file_write (table, -1);
  const HfReadOptions *options = profile != NULL ? hf_import_profile_get_options (profile)
                                                 : NULL;
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, options, error);
  g_assert_nonnull (reader);
  return hf_import_new (reader, profile, entity, NULL, error);
}

static gpointer
next_record (HfImport *import, guint number)
{
  g_autoptr (GError) error = NULL;
  g_auto (HfImportRow) row = { 0 };
  g_assert_true (hf_import_next (import, &row, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (row.why, ==, NULL);
  g_assert_cmpuint (row.number, ==, number);
  return g_steal_pointer (&row.record);
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
  g_autoptr (GError) error = NULL;
  g_auto (HfImportRow) row = { 0 };
  g_assert_false (hf_import_next (import, &row, &error));
  g_assert_no_error (error);
}

static HfImportProfile *
churn_profile (void)
{
  HfImportProfile *profile = hf_import_profile_new ();
  hf_import_profile_set_heading (profile, "code", "CustomerID");
  hf_import_profile_set_heading (profile, "status", "Churn");
  hf_import_profile_set_heading (profile, "reason", "Why");
  hf_import_profile_set_value (profile, "status", "Yes", "lost");
  hf_import_profile_set_value (profile, "status", "No", "active");
  hf_import_profile_set_reason (profile, "Price too high", "price");
  return profile;
}

static void
test_values_and_reasons_are_mapped (void)
{
  g_autoptr (HfImportProfile) profile = churn_profile ();
  g_autoptr (HfImport) import = begin ("CustomerID,Churn,Why\n"
                                       "0001,Yes,PRICE too  high\t\n"
                                       "0002,yes,Moved\n"
                                       "0003,at_risk,\n"
                                       "0004,No,\n",
                                       profile, &hf_import_customers, NULL);
  g_autoptr (HfCustomer) mapped = next_record (import, 2);
  g_assert_cmpstr (mapped->code, ==, "0001");
  g_assert_cmpint (mapped->status, ==, HF_CUSTOMER_LOST);
  g_assert_cmpstr (mapped->reason, ==, "price");
  g_assert_null (mapped->reason_words);
  g_assert_null (mapped->lost_on);

  g_autoptr (HfCustomer) unmapped = next_record (import, 3);
  g_assert_cmpint (unmapped->status, ==, HF_CUSTOMER_LOST);
  g_assert_cmpstr (unmapped->reason, ==, "Moved");
  g_assert_cmpstr (unmapped->reason_words, ==, "Moved");

  g_autoptr (HfCustomer) unchanged = next_record (import, 4);
  g_assert_cmpint (unchanged->status, ==, HF_CUSTOMER_AT_RISK);
  g_assert_null (unchanged->reason);
  g_autoptr (HfCustomer) active = next_record (import, 5);
  g_assert_cmpint (active->status, ==, HF_CUSTOMER_ACTIVE);
  assert_ended (import);
  g_assert_cmpuint (hf_import_get_n_rows (import), ==, 4);
}

static void
test_a_reason_has_its_own_words (void)
{
  g_autoptr (HfImportProfile) profile = churn_profile ();
  hf_import_profile_set_heading (profile, "reason_words", "Said");
  g_autoptr (HfImport) import = begin ("CustomerID,Churn,Why,Said\n1,Yes,Moved,搬到上海了\n",
                                       profile, &hf_import_customers, NULL);
  g_autoptr (HfCustomer) customer = next_record (import, 2);
  g_assert_cmpstr (customer->reason, ==, "Moved");
  g_assert_cmpstr (customer->reason_words, ==, "搬到上海了");
}

static void
test_headings_are_guessed (void)
{
  g_autoptr (HfImport) import = begin ("\n编号,姓名,手机,流失标志\n"
                                       "007,王女士,013812345678,lost\n",
                                       NULL, &hf_import_customers, NULL);
  g_autoptr (HfCustomer) customer = next_record (import, 3);
  g_assert_cmpstr (customer->code, ==, "007");
  g_assert_cmpstr (customer->name, ==, "王女士");
  g_assert_cmpstr (customer->phone, ==, "013812345678");
  g_assert_cmpint (customer->status, ==, HF_CUSTOMER_LOST);
  g_assert_cmpstr (hf_import_get_headings (import)[3], ==, "流失标志");
  g_assert_cmpstr (hf_import_profile_get_heading (hf_import_get_profile (import), "status"), ==,
                   "流失标志");
}

static void
test_bad_rows_are_rejected (void)
{
  g_autoptr (HfImport) import = begin ("code,name,lost_on,status,annual_value,joined_on\n"
                                       "C1,A,2024-02-31,lost,1,\n"
                                       ",B,2024-02-01,lost,1,\n"
                                       "C3,C,,gone,1,\n"
                                       "C4,D,,lost,many,\n"
                                       "C5,E,2024-01-01,lost,1,2024-01-02\n"
                                       "C6,F,,lost,1,,surplus\n"
                                       "C7,G,,lost,1,,,\n"
                                       " ,　, \n"
                                       "C8\n",
                                       NULL, &hf_import_customers, NULL);
  assert_rejected (import, 2, "lost_on", "2024-02-31");
  assert_rejected (import, 3, "code", "missing");
  assert_rejected (import, 4, "status", "gone");
  assert_rejected (import, 5, "annual_value", "many");
  assert_rejected (import, 6, NULL, "lost before");
  assert_rejected (import, 7, NULL, "7 cells");
  g_autoptr (HfCustomer) longer = next_record (import, 8);
  g_assert_cmpstr (longer->code, ==, "C7");
  g_autoptr (HfCustomer) shorter = next_record (import, 10);
  g_assert_cmpstr (shorter->code, ==, "C8");
  g_assert_null (shorter->name);
  g_assert_cmpint (shorter->annual_value, ==, HF_AMOUNT_UNKNOWN);
  assert_ended (import);
  g_assert_cmpuint (hf_import_get_n_rows (import), ==, 8);
  g_assert_cmpuint (hf_import_get_n_blank (import), ==, 1);
  g_assert_cmpfloat (hf_import_get_progress (import), ==, 1);
}

static void
test_a_long_text_is_rejected (void)
{
  g_autofree char *note = g_strnfill (5000, 'x');
  g_autofree char *table = g_strdup_printf ("code,note\nC1,%s\n", note);
  g_autoptr (HfImport) import = begin (table, NULL, &hf_import_customers, NULL);
  assert_rejected (import, 2, "note", "longer than");
}

static void
test_flags_are_read (void)
{
  static const struct
  {
    const char *text;
    gboolean flag;
  } cases[] = {
    { "TRUE", TRUE }, { "false", FALSE }, { "yes", TRUE }, { "0", FALSE },
    { "", FALSE },    { "是", TRUE },     { "否", FALSE }, { "Y", TRUE },
    { "n", FALSE },   { "有", TRUE },     { "无", FALSE }, { "無", FALSE },
    { "√", TRUE },    { "×", FALSE },     { "✓", TRUE },   { "１", TRUE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *table = g_strdup_printf ("code,do_not_call\nC1,%s\n", cases[i].text);
      g_autoptr (HfImport) import = begin (table, NULL, &hf_import_customers, NULL);
      g_autoptr (HfCustomer) customer = next_record (import, 2);
      g_assert_cmpint (customer->do_not_call, ==, cases[i].flag);
    }
}

static void
test_no_flag_is_made_up (void)
{
  static const char *const words[] = { "perhaps", "也许", "2", "是否", "yesterday" };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *table = g_strdup_printf ("code,do_not_call\nC1,是\nC2,%s\n", words[i]);
      g_autoptr (HfImport) import = begin (table, NULL, &hf_import_customers, NULL);
      g_autoptr (HfCustomer) first = next_record (import, 2);
      assert_rejected (import, 3, "do_not_call", "neither yes nor no");
    }
}

/* The program speaks English here. */
static void
test_choices_are_read_in_every_language (void)
{
  g_autoptr (HfImport) import = begin ("received_at,channel,severity,words\n"
                                       "2026-03-01,电话,严重,a\n2026-03-01,電話,嚴重,b\n"
                                       "2026-03-01,phone,Major,c\n2026-03-01,传真,major,d\n",
                                       NULL, &hf_import_complaints, NULL);
  for (guint row = 2; row <= 4; row++)
    {
      g_autoptr (HfComplaint) complaint = next_record (import, row);
      g_assert_cmpint (complaint->channel, ==, HF_COMPLAINT_PHONE);
      g_assert_cmpint (complaint->severity, ==, HF_COMPLAINT_MAJOR);
    }
  assert_rejected (import, 5, "channel", "not one of the values");
}

static void
test_a_workbook_is_read (void)
{
  g_autofree char *path = test_file_fixture ("xlsx/customers.xlsx");
  g_autoptr (GError) error = NULL;
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (HfImport) import = hf_import_new (reader, NULL, &hf_import_customers, NULL,
                                               &error);
  g_assert_no_error (error);
  g_autoptr (HfCustomer) customer = next_record (import, 3);
  g_assert_cmpstr (customer->code, ==, "007");
  g_assert_cmpstr (customer->phone, ==, "13912345678");
  g_assert_cmpstr (customer->joined_on, ==, "2024-03-05");
  g_assert_cmpint (customer->annual_value, ==, 1200500);
  g_assert_true (customer->do_not_call);
  assert_rejected (import, 5, "joined_on", "2024-02-30");
  assert_ended (import);
}

static void
assert_no_import (const char *table, HfImportProfile *profile, int code, const char *says,
                  const char *also_says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfImport) import = begin (table, profile, &hf_import_customers, &error);
  g_assert_null (import);
  g_assert_error (error, HF_IMPORT_ERROR, code);
  if (strstr (error->message, says) == NULL || strstr (error->message, also_says) == NULL)
    g_error ("“%s” does not say “%s” and “%s”", error->message, says, also_says);
}

static void
test_bad_headings_stop_the_file (void)
{
  g_autoptr (HfImportProfile) profile = churn_profile ();
  assert_no_import ("CustomerID,Churn\n", profile, HF_IMPORT_ERROR_MISSING_HEADING, "“Why”",
                    "Row 1");
  assert_no_import ("CustomerID,Churn,churn,Why\n", profile, HF_IMPORT_ERROR_DUPLICATE_HEADING,
                    "“Churn”", "2 and 3");
  assert_no_import ("name,phone\n", NULL, HF_IMPORT_ERROR_MISSING_HEADING, "Customer code",
                    "row 1");
  assert_no_import ("\n\n ,\n", NULL, HF_IMPORT_ERROR_NO_HEADINGS, "empty", "headings");
}

static void
test_headings_that_nobody_uses_may_repeat (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfImport) import = begin ("code,x,x,,\nC1,1,2,3,4\n", NULL, &hf_import_customers,
                                       &error);
  g_assert_no_error (error);
  g_autoptr (HfCustomer) customer = next_record (import, 2);
  g_assert_cmpstr (customer->code, ==, "C1");
}

static void
test_reading_begins_where_told (void)
{
  g_autoptr (HfImportProfile) profile = hf_import_profile_new ();
  HfReadOptions options = { .header_row = 3 };
  hf_import_profile_set_options (profile, &options);
  hf_import_profile_set_heading (profile, "code", "no");
  g_autoptr (HfImport) import = begin ("Customers of May\n\nno,name\nC1,A\n", profile,
                                       &hf_import_customers, NULL);
  g_autoptr (HfCustomer) customer = next_record (import, 4);
  g_assert_cmpstr (customer->code, ==, "C1");
}

static void
test_a_broken_file_stops (void)
{
  g_autoptr (HfImport) import = begin ("code\nC1\n\"C2\n", NULL, &hf_import_customers, NULL);
  g_autoptr (HfCustomer) customer = next_record (import, 2);
  g_autoptr (GError) error = NULL;
  g_auto (HfImportRow) row = { 0 };
  g_assert_false (hf_import_next (import, &row, &error));
  g_assert_error (error, HF_READ_ERROR, HF_READ_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "Row 3"));
  g_assert_null (row.record);
}

static void
test_complaints_are_read (void)
{
  g_autoptr (HfImport) import = begin ("id,datetime,desc,status,channel\n"
                                       "9,2020/6/8,车内异响\t,closed,E-mail\n"
                                       "10,,没有日期,,\n",
                                       NULL, &hf_import_complaints, NULL);
  g_autoptr (HfComplaint) complaint = next_record (import, 2);
  g_assert_cmpstr (complaint->number, ==, "9");
  g_assert_cmpstr (complaint->words, ==, "车内异响");
  g_assert_cmpint (complaint->status, ==, HF_COMPLAINT_CLOSED);
  g_assert_cmpint (complaint->channel, ==, HF_COMPLAINT_EMAIL);
  g_assert_cmpint (complaint->category, ==, HF_COMPLAINT_CATEGORY_UNKNOWN);
  g_assert_cmpint (complaint->severity, ==, HF_COMPLAINT_SEVERITY_UNKNOWN);
  g_autofree char *day = hf_time_format_date (complaint->received_at);
  g_assert_cmpstr (day, ==, "2020-06-08");
  assert_rejected (import, 3, "received_at", "missing");
}

static void
test_purchases_are_read (void)
{
  g_autoptr (HfImport) import = begin ("customer_code,month,amount,need\n"
                                       "C1,2024年3月,\"1,200.5\",\n",
                                       NULL, &hf_import_purchases, NULL);
  g_autoptr (HfPurchase) purchase = next_record (import, 2);
  g_assert_cmpstr (purchase->month, ==, "2024-03");
  g_assert_cmpint (purchase->amount, ==, 1200500);
  g_assert_cmpint (purchase->need, ==, HF_AMOUNT_UNKNOWN);
}

static void
test_entities_have_names (void)
{
  g_assert_true (hf_import_entity_find ("customers") == &hf_import_customers);
  g_assert_true (hf_import_entity_find ("complaints") == &hf_import_complaints);
  g_assert_true (hf_import_entity_find ("purchases") == &hf_import_purchases);
  g_assert_null (hf_import_entity_find ("branches"));
}

static void
test_example_profiles_are_good (void)
{
  static const struct
  {
    const char *file;
    const HfImportEntity *entity;
  } examples[] = {
    { "telco-customers.ini", &hf_import_customers },
    { "car-complaints.ini", &hf_import_complaints },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      gsize n_fields;
      const HfField *fields = examples[i].entity->list_fields (&n_fields);
      g_autoptr (GError) error = NULL;
      g_autofree char *place = g_build_filename ("..", "..", "data", "profiles",
                                                 examples[i].file, NULL);
      g_autofree char *path = g_canonicalize_filename (place, g_getenv ("HUIFANG_FIXTURES"));
      g_autoptr (HfImportProfile) profile = hf_import_profile_load (path, fields, n_fields,
                                                                    &error);
      g_assert_no_error (error);
      g_assert_nonnull (profile);
    }
}

/* What a profile says of yes and no is no word for one of our values. */
static void
test_taken_words_are_those_of_choices (void)
{
  g_autoptr (HfImportProfile) profile = hf_import_profile_new ();
  hf_import_profile_set_heading (profile, "code", "code");
  hf_import_profile_set_heading (profile, "status", "left");
  hf_import_profile_set_heading (profile, "do_not_call", "calls");
  hf_import_profile_set_value (profile, "status", "Yes", "lost");
  hf_import_profile_set_value (profile, "do_not_call", "never", "1");
  g_autoptr (HfImport) import = begin ("code,left,calls\nC1, Yes ,never\nC2,YES,never\n",
                                       profile, &hf_import_customers, NULL);
  for (guint row = 2; row <= 3; row++)
    {
      g_autoptr (HfCustomer) customer = next_record (import, row);
      g_assert_true (customer->do_not_call);
      g_assert_cmpint (customer->status, ==, HF_CUSTOMER_LOST);
    }
  g_autoptr (GPtrArray) all = hf_import_list_taken (import);
  g_assert_cmpuint (all->len, ==, 2);
  const HfImportTaken *taken = all->pdata[0];
  g_assert_cmpstr (taken->field, ==, "status");
  g_assert_cmpstr (taken->theirs, ==, "Yes");
  g_assert_cmpstr (taken->ours, ==, "lost");
  g_assert_cmpstr (taken->ours_label, ==, "Lost");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/mapped", test_values_and_reasons_are_mapped);
  g_test_add_func ("/import/words", test_a_reason_has_its_own_words);
  g_test_add_func ("/import/guessed", test_headings_are_guessed);
  g_test_add_func ("/import/rejected", test_bad_rows_are_rejected);
  g_test_add_func ("/import/long-text", test_a_long_text_is_rejected);
  g_test_add_func ("/import/flags", test_flags_are_read);
  g_test_add_func ("/import/no-flags", test_no_flag_is_made_up);
  g_test_add_func ("/import/choices", test_choices_are_read_in_every_language);
  g_test_add_func ("/import/workbook", test_a_workbook_is_read);
  g_test_add_func ("/import/headings", test_bad_headings_stop_the_file);
  g_test_add_func ("/import/unused-headings", test_headings_that_nobody_uses_may_repeat);
  g_test_add_func ("/import/heading-row", test_reading_begins_where_told);
  g_test_add_func ("/import/broken", test_a_broken_file_stops);
  g_test_add_func ("/import/complaints", test_complaints_are_read);
  g_test_add_func ("/import/purchases", test_purchases_are_read);
  g_test_add_func ("/import/entities", test_entities_have_names);
  g_test_add_func ("/import/examples", test_example_profiles_are_good);
  g_test_add_func ("/import/taken", test_taken_words_are_those_of_choices);
  return g_test_run ();
}
