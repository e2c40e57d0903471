#include "config.h"

#include <string.h>

#include "hf-complaint.h"
#include "hf-customer.h"
#include "hf-import-profile.h"
#include "hf-locale.h"
#include "hf-profile-key.h"
#include "hf-purchase.h"
#include "test-file.h"

static HfImportProfile *
load (const char *text, GError **error)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  g_autoptr (TestFile) path = test_file_write (text, -1);
  return hf_import_profile_load (path, fields, n_fields, error);
}

static void
test_a_profile_is_loaded (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfImportProfile) profile = load (
      "\xEF\xBB\xBF# a comment\r\n"
      "[file]\r\nencoding=GBK\r\ndelimiter=tab\r\nsheet=客户\r\nheader-row = 3\r\n"
      "[columns]\r\ncode = 客户 编号\r\nstatus=Churn Label\r\n"
      "[values:status]\r\nYes = lost\r\nN/A=\r\n"
      "[reasons]\r\nAttitude of support person = weak-service-awareness\r\n"
      "价格%3D贵 %5B1%5D = price\r\n",
      &error);
  g_assert_no_error (error);
  const HfReadOptions *options = hf_import_profile_get_options (profile);
  g_assert_cmpstr (options->encoding, ==, "GBK");
  g_assert_cmpstr (options->delimiter, ==, "tab");
  g_assert_cmpstr (options->sheet, ==, "客户");
  g_assert_cmpuint (options->header_row, ==, 3);
  g_assert_cmpstr (hf_import_profile_get_heading (profile, "code"), ==, "客户 编号");
  g_assert_null (hf_import_profile_get_heading (profile, "name"));
  g_assert_true (hf_import_profile_has_values (profile, "status"));
  g_assert_false (hf_import_profile_has_values (profile, "code"));
  g_assert_cmpstr (hf_import_profile_map_value (profile, "status", "Yes"), ==, "lost");
  g_assert_cmpstr (hf_import_profile_map_value (profile, "status", " yes "), ==, "lost");
  g_assert_cmpstr (hf_import_profile_map_value (profile, "status", "n/a"), ==, "");
  g_assert_null (hf_import_profile_map_value (profile, "status", "No"));
  g_assert_null (hf_import_profile_map_value (profile, "code", "Yes"));
  g_assert_cmpstr (hf_import_profile_map_reason (profile, "ATTITUDE of support person"), ==,
                   "weak-service-awareness");
  g_assert_cmpstr (hf_import_profile_map_reason (profile, "价格=贵 [1]"), ==, "price");
  g_assert_null (hf_import_profile_map_reason (profile, "Moved"));
}

static const char *const odd_texts[] = {
  "Attitude of support person",
  "价格=贵 [1]",
  "[columns]",
  "# not a comment",
  " spaces ",
  "50% off; now",
  "%41",
  "100%",
  "two\nlines\tand a tab",
  "name[zh_CN]",
  "back\\slash",
  "Don't know",
  "　",
};

static void
test_what_is_saved_is_loaded (void)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  HfReadOptions options = { .delimiter = "\t", .sheet = " 2 ", .header_row = 2 };
  g_autoptr (HfImportProfile) profile = hf_import_profile_new ();
  hf_import_profile_set_options (profile, &options);
  hf_import_profile_set_heading (profile, "name", "gone");
  hf_import_profile_set_heading (profile, "name", NULL);
  hf_import_profile_set_heading (profile, "code", " a=b [c]\\;\n# ");
  for (gsize i = 0; i < G_N_ELEMENTS (odd_texts); i++)
    {
      hf_import_profile_set_reason (profile, odd_texts[i], "price");
      hf_import_profile_set_value (profile, "note", odd_texts[i], odd_texts[i]);
    }
  g_autoptr (GError) error = NULL;
  g_autoptr (TestFile) path = test_file_write ("", 0);
  g_assert_true (hf_import_profile_save (profile, path, &error));
  g_assert_no_error (error);

  g_autoptr (HfImportProfile) again = hf_import_profile_load (path, fields, n_fields, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hf_import_profile_get_options (again)->delimiter, ==, "\t");
  g_assert_cmpstr (hf_import_profile_get_options (again)->sheet, ==, " 2 ");
  g_assert_cmpuint (hf_import_profile_get_options (again)->header_row, ==, 2);
  g_assert_null (hf_import_profile_get_options (again)->encoding);
  g_assert_null (hf_import_profile_get_heading (again, "name"));
  g_assert_cmpstr (hf_import_profile_get_heading (again, "code"), ==, " a=b [c]\\;\n# ");
  for (gsize i = 0; i < G_N_ELEMENTS (odd_texts); i++)
    {
      g_assert_cmpstr (hf_import_profile_map_reason (again, odd_texts[i]), ==, "price");
      g_assert_cmpstr (hf_import_profile_map_value (again, "note", odd_texts[i]), ==,
                       odd_texts[i]);
    }
}

static void
test_keys_stay_readable (void)
{
  static const char *const cases[][2] = {
    { "Attitude of support person", "Attitude of support person" },
    { "价格=贵 [1]", "价格%3D贵 %5B1%5D" },
    { " x ", "%20x%20" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = hf_profile_key_escape (cases[i][0]);
      g_assert_cmpstr (key, ==, cases[i][1]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (odd_texts); i++)
    {
      g_autofree char *key = hf_profile_key_escape (odd_texts[i]);
      g_autofree char *text = hf_profile_key_unescape (key);
      g_assert_cmpstr (text, ==, odd_texts[i]);
    }
  g_autofree char *by_hand = hf_profile_key_unescape ("50% off, %zz, %00, %");
  g_assert_cmpstr (by_hand, ==, "50% off, %zz, %00, %");
}

/* Which there are only a database knows; what is none by its looks is refused. */
static void
test_custom_fields_are_named (void)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfImportProfile) profile = load (
      "[columns]\ncode=id\ncustom:12=Car\n[values:custom:12]\nVW=大众\n", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hf_import_profile_get_heading (profile, "custom:12"), ==, "Car");
  g_assert_cmpstr (hf_import_profile_map_value (profile, "custom:12", "vw"), ==, "大众");
  g_assert_cmpstr (hf_import_profile_find_strange (profile, fields, n_fields), ==, "custom:12");
  hf_import_profile_set_heading (profile, "custom:12", NULL);
  g_assert_null (hf_import_profile_find_strange (profile, fields, n_fields));

  static const char *const wrong[] = {
    "custom:", "custom:x", "custom:0", "custom:-1", "custom:9223372036854775808", "custom"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = g_strdup_printf ("[columns]\n%s=Car\n", wrong[i]);
      g_autoptr (GError) refused = NULL;
      g_assert_null (load (text, &refused));
      g_assert_error (refused, HF_IMPORT_PROFILE_ERROR, HF_IMPORT_PROFILE_ERROR_UNKNOWN_FIELD);
    }
}

static void
test_comments_are_kept (void)
{
  g_autoptr (HfImportProfile) profile = load ("# from the shop in 长春\n[columns]\ncode=id\n",
                                              NULL);
  g_autoptr (TestFile) path = test_file_write ("", 0);
  g_autofree char *saved = NULL;
  hf_import_profile_set_heading (profile, "name", "姓名");
  g_assert_true (hf_import_profile_save (profile, path, NULL));
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_nonnull (strstr (saved, "# from the shop in 长春"));
  g_assert_nonnull (strstr (saved, "name=姓名"));
}

static void
test_mistakes_name_their_line (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *says[2];
  } cases[] = {
    { "[columns]\ncode=id\ncolour=Colour\n",
      HF_IMPORT_PROFILE_ERROR_UNKNOWN_FIELD,
      { "Line 3", "colour" } },
    { "[values:colour]\nred=1\n",
      HF_IMPORT_PROFILE_ERROR_UNKNOWN_FIELD,
      { "Line 1", "colour" } },
    { "[columns]\ncode=id\n\n[colums]\nname=n\n",
      HF_IMPORT_PROFILE_ERROR_UNKNOWN_GROUP,
      { "Line 4", "colums" } },
    { "[file]\nencodnig=GBK\n", HF_IMPORT_PROFILE_ERROR_UNKNOWN_KEY, { "Line 2", "encodnig" } },
    { "[file]\ndelimiter=x\n", HF_IMPORT_PROFILE_ERROR_BAD_VALUE, { "Line 2", "“x”" } },
    { "[file]\nheader-row=0\n", HF_IMPORT_PROFILE_ERROR_BAD_VALUE, { "Line 2", "“0”" } },
    { "[file]\nsheet=a\\q\n", HF_IMPORT_PROFILE_ERROR_BAD_VALUE, { "Line 2", "sheet" } },
    { "[values:status]\nYes=gone\n", HF_IMPORT_PROFILE_ERROR_BAD_VALUE, { "Line 2", "gone" } },
    { "[reasons]\nMoved=\n", HF_IMPORT_PROFILE_ERROR_BAD_VALUE, { "Line 2", "Moved" } },
    { "[columns]\ncode=\n", HF_IMPORT_PROFILE_ERROR_BAD_VALUE, { "Line 2", "code" } },
    { "[columns]\ncode\n", HF_IMPORT_PROFILE_ERROR_SYNTAX, { "Line 2", "=" } },
    { "[columns\n", HF_IMPORT_PROFILE_ERROR_SYNTAX, { "Line 1", "]" } },
    { "code=id\n", HF_IMPORT_PROFILE_ERROR_SYNTAX, { "Line 1", "[columns]" } },
    { "[reasons]\na [1]=price\n", HF_IMPORT_PROFILE_ERROR_SYNTAX, { "Line 2", "%5B" } },
    { "[columns]\ncode=a\ncode=b\n", HF_IMPORT_PROFILE_ERROR_SYNTAX, { "Line 3", "code" } },
    { "PK\x03\x04\xFF", HF_IMPORT_PROFILE_ERROR_UNREADABLE, { "profile", "UTF-8" } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfImportProfile) profile = load (cases[i].text, &error);
      g_assert_null (profile);
      g_assert_error (error, HF_IMPORT_PROFILE_ERROR, cases[i].code);
      for (int j = 0; j < 2; j++)
        if (strstr (error->message, cases[i].says[j]) == NULL)
          g_error ("“%s” does not say “%s”", error->message, cases[i].says[j]);
    }
}

static void
test_a_missing_profile_is_named (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_import_profile_load ("/nowhere/p.ini", NULL, 0, &error));
  g_assert_error (error, HF_IMPORT_PROFILE_ERROR, HF_IMPORT_PROFILE_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "/nowhere/p.ini"));
}

typedef const HfField *(*FieldsFunc) (gsize *n_fields);

static void
assert_guessed (FieldsFunc list_fields, const char *const *headings, const char *field,
                const char *heading)
{
  gsize n_fields;
  const HfField *fields = list_fields (&n_fields);
  g_autoptr (HfImportProfile) profile = hf_import_profile_new_guessed (fields, n_fields,
                                                                       headings);
  g_assert_cmpstr (hf_import_profile_get_heading (profile, field), ==, heading);
}

static void
test_headings_are_guessed (void)
{
  static const struct
  {
    const char *headings[4];
    const char *field, *heading;
  } customers[] = {
    { { "x", " Customer_Code ", NULL }, "code", "Customer_Code" },
    { { "CustomerID", "Count", NULL }, "code", "CustomerID" },
    { { "客户编号", "姓名", NULL }, "code", "客户编号" },
    { { "客戶編號", "名稱", NULL }, "code", "客戶編號" },
    { { "Count", "x", NULL }, "code", NULL },
    { { "编号", "手机号", NULL }, "phone", "手机号" },
    { { "id", "LOST-ON", NULL }, "lost_on", "LOST-ON" },
    { { "mobile", "phone", NULL }, "phone", "phone" },
    { { "", " ", NULL }, "code", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (customers); i++)
    assert_guessed (hf_customer_fields, customers[i].headings, customers[i].field,
                    customers[i].heading);
  const char *complaint[] = { "id", "datetime", "desc", "status", NULL };
  assert_guessed (hf_complaint_fields, complaint, "received_at", "datetime");
  assert_guessed (hf_complaint_fields, complaint, "number", "id");
  const char *purchase[] = { "编号", "年月", "金额", NULL };
  assert_guessed (hf_purchase_fields, purchase, "month", "年月");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_locale_init (NULL);
  g_test_add_func ("/profile/load", test_a_profile_is_loaded);
  g_test_add_func ("/profile/save", test_what_is_saved_is_loaded);
  g_test_add_func ("/profile/keys", test_keys_stay_readable);
  g_test_add_func ("/profile/comments", test_comments_are_kept);
  g_test_add_func ("/profile/custom", test_custom_fields_are_named);
  g_test_add_func ("/profile/mistakes", test_mistakes_name_their_line);
  g_test_add_func ("/profile/missing", test_a_missing_profile_is_named);
  g_test_add_func ("/profile/guess", test_headings_are_guessed);
  return g_test_run ();
}
