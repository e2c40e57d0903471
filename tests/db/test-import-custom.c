#include "config.h"

#include <string.h>

#include "hf-custom-field.h"
#include "hf-store-custom-fields.h"
#include "hf-test-custom.h"
#include "hf-test-import.h"
#include "hf-test-place.h"

static void
set_up (HfTestImport *fixture, gconstpointer data)
{
  hf_test_import_set_up (fixture, data);
  hf_test_import_write (fixture, hf_test_custom_make_fields, NULL);
}

static char *
key_of (HfTestImport *fixture, int field)
{
  g_autoptr (GPtrArray) all = hf_test_import_read (fixture, hf_test_custom_list_fields, NULL);
  return hf_custom_field_dup_key (((HfCustomField *) all->pdata[field])->id);
}

static void
assert_values (HfTestImport *fixture, const char *code, const char *expected)
{
  g_autofree char *words = hf_test_import_read (fixture, hf_test_custom_describe,
                                                (gpointer) code);
  g_assert_cmpstr (words, ==, expected);
}

static HfImportResult *
import (HfTestImport *fixture, const char *text)
{
  return hf_test_import_text (fixture, &hf_import_customers, text);
}

static void
test_columns_are_guessed_in_any_language (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = import (
      fixture, "客户编码,车型,SPENT LAST YEAR,member_since,颜色\n"
               "C1, 速腾 ,\"¥1,234.5\",2024年3月5日,红\nC2,,,,\nC3,宝来,,45356,\n");
  hf_test_import_assert_counts (result, 3, 0, 0, 0);
  assert_values (fixture, "C1", "速腾|1234.5|2024-03-05|红");
  assert_values (fixture, "C2", "|||");
  assert_values (fixture, "C3", "宝来||2024-03-05|");
}

static void
test_wrong_values_reject_their_row (HfTestImport *fixture, gconstpointer data)
{
  static const struct
  {
    guint row;
    const char *field;
  } expected[] = { { 2, "Spent last year" }, { 3, "Member since" }, { 4, "Colour" } };
  g_autoptr (HfImportResult) result = import (fixture, "code,车型,去年消费,入会日,颜色\n"
                                                       "C1,a,many,,\nC2,a,,2024-02-30,\n"
                                                       "C3,a,,,绿\nC4,a,1,2024-02-29,蓝\n");
  hf_test_import_assert_counts (result, 1, 0, 0, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const HfImportRejection *rejection = result->rejections->pdata[i];
      g_assert_cmpuint (rejection->row, ==, expected[i].row);
      g_assert_cmpstr (rejection->field, ==, expected[i].field);
      g_assert_cmpuint (strlen (rejection->why), >, 0);
    }
  assert_values (fixture, "C4", "a|1|2024-02-29|蓝");
}

static void
import_known (HfTestImport *fixture, HfImportPolicy policy, gint64 updated)
{
  g_autoptr (HfImportRequest) request = hf_test_import_request (
      fixture, &hf_import_customers, "code,车型,去年消费,颜色\nC1,高尔夫,7,\nC2,,,蓝\n");
  request->policies[HF_IMPORT_SAME_CODE] = policy;
  g_autoptr (HfImportResult) result = hf_test_import_run (fixture, request);
  hf_test_import_assert_counts (result, policy == HF_IMPORT_ADD ? 2 : 0, updated,
                                policy == HF_IMPORT_ADD ? 0 : 2 - updated, 0);
}

static void
test_policies_hold (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) first = import (fixture, "code,车型,颜色\nC1,速腾,红\nC2,,\n");
  hf_test_import_assert_counts (first, 2, 0, 0, 0);
  import_known (fixture, HF_IMPORT_SKIP, 0);
  assert_values (fixture, "C1", "速腾|||红");
  import_known (fixture, HF_IMPORT_FILL, 2);
  assert_values (fixture, "C1", "速腾|7||红");
  assert_values (fixture, "C2", "|||蓝");
  import_known (fixture, HF_IMPORT_FILL, 0);
  import_known (fixture, HF_IMPORT_OVERWRITE, 1);
  assert_values (fixture, "C1", "高尔夫|7||红");
  import_known (fixture, HF_IMPORT_ADD, 0);
  assert_values (fixture, "C1-2", "高尔夫|7||");
}

/* A customer may stand in a file twice, in the same batch of rows and far apart. */
static void
test_later_rows_know_earlier_ones (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("code,车型,颜色\nC1,速腾,\nC1,宝来,红\n");
  for (int i = 2; i < 600; i++)
    g_string_append_printf (text, "C%d,车%d,\n", i, i);
  g_string_append (text, "C2,换,蓝\nC1,宝来,红\n");
  g_autoptr (HfImportResult) result = import (fixture, text->str);
  hf_test_import_assert_counts (result, 599, 2, 1, 0);
  assert_values (fixture, "C1", "宝来|||红");
  assert_values (fixture, "C2", "换|||蓝");
  assert_values (fixture, "C599", "车599|||");
}

static void
test_profile_names_the_column (HfTestImport *fixture, gconstpointer data)
{
  g_autofree char *colour = key_of (fixture, HF_TEST_COLOUR);
  g_autoptr (HfImportProfile) profile = hf_import_profile_new ();
  hf_import_profile_set_heading (profile, "code", "编号");
  hf_import_profile_set_heading (profile, colour, "漆");
  hf_import_profile_set_value (profile, colour, "RED", "红");
  g_autoptr (HfImportRequest) request = hf_test_import_request (
      fixture, &hf_import_customers, "编号,漆,车型\nC1,red,速腾\nC2,蓝,\n");
  request->profile = g_object_ref (profile);
  g_autoptr (HfImportResult) result = hf_test_import_run (fixture, request);
  hf_test_import_assert_counts (result, 2, 0, 0, 0);
  assert_values (fixture, "C1", "|||红");
  assert_values (fixture, "C2", "|||蓝");
}

static void
test_unknown_field_is_refused (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfImportRequest) request = hf_test_import_request (fixture, &hf_import_customers,
                                                                "code,漆\nC1,red\n");
  request->profile = hf_import_profile_new ();
  hf_import_profile_set_heading (request->profile, "code", "code");
  hf_import_profile_set_heading (request->profile, "custom:7", "漆");
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, hf_import_job_run, request, NULL, &error));
  g_assert_error (error, HF_IMPORT_ERROR, HF_IMPORT_ERROR_UNKNOWN_FIELD);
  g_assert_nonnull (strstr (error->message, "漆"));
  g_assert_nonnull (strstr (error->message, "custom:7"));
}

static gpointer
retire_fields (HfStoreSession *session, gpointer input, GError **error)
{
  g_autoptr (GPtrArray) all = hf_store_custom_fields_list (session, error);
  for (guint i = 0; i < all->len; i++)
    {
      HfCustomField *field = g_ptr_array_index (all, i);
      field->retired = TRUE;
      if (!hf_store_custom_fields_save (session, field, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static void
test_retired_fields_are_not_imported (HfTestImport *fixture, gconstpointer data)
{
  hf_test_import_write (fixture, retire_fields, NULL);
  g_autoptr (HfImportResult) result = import (fixture, "code,车型,颜色\nC1,速腾,绿\n");
  hf_test_import_assert_counts (result, 1, 0, 0, 0);
  assert_values (fixture, "C1", "|||");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();

#define ADD(path, test)                                                                        \
  g_test_add ("/import-custom/" path, HfTestImport, NULL, set_up, test,                        \
              hf_test_import_tear_down)
  ADD ("guessed", test_columns_are_guessed_in_any_language);
  ADD ("wrong", test_wrong_values_reject_their_row);
  ADD ("policies", test_policies_hold);
  ADD ("twice", test_later_rows_know_earlier_ones);
  ADD ("profile", test_profile_names_the_column);
  ADD ("unknown", test_unknown_field_is_refused);
  ADD ("retired", test_retired_fields_are_not_imported);
  return g_test_run ();
}
