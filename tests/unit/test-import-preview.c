#include "config.h"

#include <string.h>

#include "hf-custom-field.h"
#include "hf-customer.h"
#include "hf-import-closures.h"
#include "hf-import-preview.h"
#include "hf-import-repair-closures.h"
#include "hf-import-step-closures.h"
#include "test-file.h"

static HfImportPreview *
preview (const char *path, const HfImportEntity *entity, guint header_row)
{
  g_autoptr (GError) error = NULL;
  HfImportPreviewRequest request = { .path = (char *) path,
                                     .entity = entity,
                                     .header_row = header_row };
  HfImportPreview *seen = hf_import_preview_read (&request, &error);
  g_assert_no_error (error);
  return seen;
}

static void
test_finds_out_what_a_file_is (void)
{
  g_autofree char *text = g_convert ("客户编码,姓名,状态\nC1,王女士,流失\nC2,李先生,正常\n", -1,
                                     "GB18030", "UTF-8", NULL, NULL, NULL);
  g_autoptr (TestFile) path = test_file_write (text, strlen (text));
  g_autoptr (HfImportPreview) seen = preview (path, NULL, 0);
  g_assert_true (seen->entity == &hf_import_customers);
  g_assert_cmpstr (seen->encoding, ==, "GB18030");
  g_assert_null (seen->sheets);
  g_assert_cmpuint (seen->header_row, ==, 1);
  g_assert_cmpuint (seen->lines->len, ==, 3);
  g_assert_cmpstr (hf_import_profile_get_heading (seen->profile, "name"), ==, "姓名");
  g_assert_cmpstr (hf_import_preview_get_example (seen, "姓名"), ==, "王女士");
  g_assert_null (hf_import_preview_get_example (seen, "电话"));
  g_assert_null (hf_import_preview_get_example (seen, NULL));
  g_assert_cmpuint (hf_import_preview_get_values (seen, "状态")->len, ==, 2);
}

static GPtrArray *
make_custom (void)
{
  GPtrArray *custom = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < 2; i++)
    {
      HfCustomField *field = hf_custom_field_new ();
      field->id = i + 1;
      field->kind = i == 0 ? HF_CUSTOM_TEXT : HF_CUSTOM_CHOICE;
      hf_custom_field_set_name (field, "en", i == 0 ? "Car" : "Colour");
      hf_custom_field_set_name (field, "zh_CN", i == 0 ? "车型" : "颜色");
      hf_custom_field_set_choices (field, "red\nblue");
      g_ptr_array_add (custom, field);
    }
  return custom;
}

static void
test_custom_fields_are_found (void)
{
  static const char text[] = "编号,车型,colour,状态\nC1,速腾,Red,活跃\nC2,宝来,绿,活跃\n";
  g_autoptr (TestFile) path = test_file_write (text, -1);
  g_autoptr (GPtrArray) custom = make_custom ();
  g_autoptr (HfImportProfile) old = hf_import_profile_new ();
  HfImportPreviewRequest request = { .path = path, .custom = custom };
  g_autoptr (HfImportPreview) seen = hf_import_preview_read (&request, NULL);
  g_assert_true (seen->entity == &hf_import_customers);
  g_assert_cmpstr (hf_import_profile_get_heading (seen->profile, "custom:1"), ==, "车型");
  g_assert_cmpstr (hf_import_profile_get_heading (seen->profile, "custom:2"), ==, "colour");
  g_assert_cmpuint (seen->fields->n_fields, ==, seen->fields->n_own + 2);
  const HfField *colour = &seen->fields->list[seen->fields->n_own + 1];
  g_assert_cmpstr (colour->choices[0].name, ==, "red");

  /* One that is out of use by now is not in the file. */
  hf_import_profile_set_heading (old, "code", "编号");
  hf_import_profile_set_heading (old, "custom:3", "车型");
  request.profile = old;
  g_autoptr (HfImportPreview) later = hf_import_preview_read (&request, NULL);
  g_assert_null (hf_import_profile_get_heading (later->profile, "custom:3"));
  g_assert_cmpstr (hf_import_profile_get_heading (later->profile, "code"), ==, "编号");
}

static void
test_values_are_known_in_every_language (void)
{
  const char text[] = "编号,状态\nC1,已流失\nC2,活跃\nC3,已挽回\nC4,lost\nC5,nonsense\n";
  g_autoptr (TestFile) path = test_file_write (text, strlen (text));
  g_autoptr (HfImportPreview) seen = preview (path, NULL, 0);
  HfImportProfile *profile = seen->profile;
  g_assert_cmpint (hf_choice_find (hf_customer_statuses, "已流失"), ==, HF_CUSTOMER_LOST);
  g_assert_cmpint (hf_choice_find (hf_customer_statuses, "活跃"), ==, HF_CUSTOMER_ACTIVE);
  g_assert_cmpint (hf_choice_find (hf_customer_statuses, "已挽回"), ==, HF_CUSTOMER_WON_BACK);
  /* What needs no profile, and what nobody knows, is not in it. */
  g_assert_null (hf_import_profile_map_value (profile, "status", "已流失"));
  g_assert_null (hf_import_profile_map_value (profile, "status", "lost"));
  g_assert_null (hf_import_profile_map_value (profile, "status", "nonsense"));
}

/* As lists have it that are written by hand. */
static void
test_words_of_lists_are_known (void)
{
  static const struct
  {
    const char *text;
    const char *theirs;
    const char *ours;
  } cases[] = {
    { "code,status\nC1,流失\nC2,正常\n", "流失", "lost" },
    { "code,status\nC1,流失\nC2,正常\n", "正常", "active" },
    { "code,Churn Label\nC1,Yes\nC2,No\n", "Yes", "lost" },
    { "code,Churn Label\nC1,Yes\nC2,No\n", "No", "active" },
    { "code,status\nC1,Yes\n", "Yes", NULL },
    { "code,status\nC1,不详\n", "不详", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestFile) path = test_file_write (cases[i].text, strlen (cases[i].text));
      g_autoptr (HfImportPreview) seen = preview (path, &hf_import_customers, 0);
      g_assert_cmpstr (hf_import_profile_map_value (seen->profile, "status", cases[i].theirs),
                       ==, cases[i].ours);
    }
}

static void
test_other_kinds_are_told_by_their_headings (void)
{
  static const struct
  {
    const char *text;
    const HfImportEntity *entity;
  } cases[] = {
    { "customer_code,month,amount\nC1,2025-01,12\n", &hf_import_purchases },
    { "received_at,words,channel\n2025-01-01,late,phone\n", &hf_import_complaints },
    { "code\nC1\n", &hf_import_customers },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestFile) path = test_file_write (cases[i].text, strlen (cases[i].text));
      g_autoptr (HfImportPreview) seen = preview (path, NULL, 0);
      g_assert_true (seen->entity == cases[i].entity);
    }
}

static void
test_heading_may_stand_further_down (void)
{
  const char text[] = "List of customers\n\ncode,name\nC1,Wang\n";
  g_autoptr (TestFile) path = test_file_write (text, strlen (text));
  g_autoptr (HfImportPreview) first = preview (path, NULL, 1);
  g_assert_cmpuint (first->header_row, ==, 1);
  g_autoptr (HfImportPreview) third = preview (path, NULL, 0);
  g_assert_cmpuint (third->header_row, ==, 3);
  g_assert_cmpstr (third->headings[1], ==, "name");
  g_assert_cmpuint (hf_import_profile_get_options (third->profile)->header_row, ==, 3);
}

static void
test_headings_may_stand_behind_a_cover (void)
{
  g_autofree char *path = test_file_fixture ("xlsx/cover.xlsx");
  g_autoptr (HfImportPreview) seen = preview (path, NULL, 0);
  g_assert_cmpstr (seen->sheet, ==, "Data");
  g_assert_cmpuint (seen->header_row, ==, 2);
  g_assert_cmpstr (seen->headings[1], ==, "客户编号");
  g_assert_cmpuint (g_strv_length (seen->sheets), ==, 3);
  /* What is chosen is shown, whatever it is. */
  HfImportPreviewRequest request = { .path = path, .sheet = (char *) "Cover" };
  g_autoptr (HfImportPreview) chosen = hf_import_preview_read (&request, NULL);
  g_assert_cmpstr (chosen->sheet, ==, "Cover");
}

/* A title above the headings is seen with them, and headings far down with the row before. */
static void
test_first_rows_are_shown_as_they_stand (void)
{
  g_autoptr (GString) text = g_string_new ("Title\n\ncode,name\n");
  for (guint i = 4; i <= 40; i++)
    g_string_append_printf (text, "C%u,x\n", i);
  g_autoptr (TestFile) path = test_file_write (text->str, text->len);
  g_autoptr (HfImportPreview) found = preview (path, NULL, 0);
  g_assert_cmpuint (found->top->len, ==, HF_IMPORT_TOP_ROWS);
  const HfImportLine *title = found->top->pdata[0];
  g_assert_cmpuint (title->number, ==, 1);
  g_assert_cmpstr (title->cells[0], ==, "Title");
  g_assert_cmpuint (found->n_found, ==, 2);
  g_autoptr (HfImportPreview) far = preview (path, NULL, 30);
  g_assert_cmpuint (((HfImportLine *) far->top->pdata[0])->number, ==, 29);
  g_assert_cmpuint (far->n_found, ==, 0);
}

/* A file whose first line has nothing of the kind shows the line that differs. */
static void
test_samples_show_the_file_in_each_encoding (void)
{
  const char *const utf8 = "code,name\nC1,王女士\n";
  g_autofree char *gbk = g_convert (utf8, -1, "GB18030", "UTF-8", NULL, NULL, NULL);
  g_autoptr (TestFile) path = test_file_write (gbk, strlen (gbk));
  g_autoptr (HfImportPreview) seen = preview (path, NULL, 0);
  g_assert_cmpstr (seen->found_encoding, ==, "GB18030");
  g_assert_cmpstr (seen->samples[hf_import_encoding_find ("GB18030")], ==, "C1 王女士");
  g_assert_null (seen->samples[hf_import_encoding_find ("UTF-8")]);
  g_assert_null (seen->samples[hf_import_encoding_find ("UTF-16LE")]);
  g_assert_cmpint (hf_import_encoding_find ("KOI8-R"), ==, -1);
  g_assert_cmpint (hf_import_encoding_find (NULL), ==, -1);

  HfImportPreviewRequest request = { .path = path,
                                     .encoding = (char *) "BIG5",
                                     .found_encoding = (char *) "GB18030" };
  g_autoptr (HfImportPreview) other = hf_import_preview_read (&request, NULL);
  if (other != NULL)
    g_assert_cmpstr (other->found_encoding, ==, "GB18030");
}

/* Programs that take a byte order for granted write no mark. */
static void
test_wide_texts_need_no_mark (void)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *wide = g_convert ("编号,姓名\nC1,王𠀀士\n", -1, encodings[i], "UTF-8",
                                         NULL, &length, NULL);
      g_autoptr (TestFile) path = test_file_write (wide, length);
      g_autoptr (HfImportPreview) seen = preview (path, NULL, 0);
      g_assert_cmpstr (seen->encoding, ==, encodings[i]);
      g_assert_cmpstr (seen->headings[1], ==, "姓名");
      g_assert_cmpstr (seen->samples[hf_import_encoding_find (encodings[i])], ==, "编号 姓名");
      g_assert_null (seen->samples[hf_import_encoding_find (encodings[1 - i])]);
    }
  /* What has no letter of one byte is no such text, and a program's file is none. */
  const char *const program = "\x7F"
                              "ELF\x02\x01\x01\x00\x00\x00\x03\x00";
  g_autoptr (TestFile) binary = test_file_write (program, 12);
  HfImportPreviewRequest request = { .path = binary };
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_import_preview_read (&request, &error));
  g_assert_error (error, HF_READ_ERROR, HF_READ_ERROR_NOT_SPREADSHEET);
}

static void
test_column_with_many_values_is_no_choice (void)
{
  g_autoptr (GString) text = g_string_new ("code,status\n");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "C%u,%s\n", i, i < 90 ? "Yes" : "No");
  g_autoptr (TestFile) path = test_file_write (text->str, text->len);
  g_autoptr (HfImportPreview) seen = preview (path, NULL, 0);
  g_assert_cmpuint (hf_import_preview_get_values (seen, "status")->len, ==, 2);
  g_assert_cmpuint (hf_import_preview_get_values (seen, "code")->len, ==,
                    HF_COLUMN_VALUES_MOST + 1);
  g_assert_cmpuint (seen->lines->len, ==, HF_IMPORT_PREVIEW_LINES);
}

static void
test_bad_files_are_told (void)
{
  g_autoptr (GError) error = NULL;
  HfImportPreviewRequest missing = { .path = (char *) "/no/such/file.csv" };
  g_assert_null (hf_import_preview_read (&missing, &error));
  g_assert_error (error, HF_READ_ERROR, HF_READ_ERROR_NOT_FOUND);
  g_clear_error (&error);

  const char text[] = "code\nC1\n";
  g_autoptr (TestFile) path = test_file_write (text, strlen (text));
  HfImportPreviewRequest profile = { .path = path, .profile_path = (char *) "/no/such.ini" };
  g_assert_null (hf_import_preview_read (&profile, &error));
  g_assert_error (error, HF_IMPORT_PROFILE_ERROR, HF_IMPORT_PROFILE_ERROR_UNREADABLE);
}

#define ASSERT_WORDS(expected, expression)                                                     \
  G_STMT_START                                                                                 \
  {                                                                                            \
    g_autofree char *words = (expression);                                                     \
    g_assert_cmpstr (words, ==, (expected));                                                   \
  }                                                                                            \
  G_STMT_END

static void
test_rejections_are_worded (void)
{
  g_autoptr (HfImportResult) result = hf_import_result_new ();
  hf_import_result_reject (result, 12, "lost_on", "“31/02”: there is no such day");
  hf_import_result_reject (result, 15, NULL, "said \"no\", twice");
  ASSERT_WORDS ("Row 12, Lost on: “31/02”: there is no such day",
                hf_import_words_rejection (g_ptr_array_index (result->rejections, 0),
                                           &hf_import_customers));
  ASSERT_WORDS ("Row 15: said \"no\", twice",
                hf_import_words_rejection (g_ptr_array_index (result->rejections, 1),
                                           &hf_import_customers));
}

static void
test_results_are_worded (void)
{
  g_autoptr (HfImportResult) result = hf_import_result_new ();
  result->count.created = 7000;
  result->count.updated = 43;
  ASSERT_WORDS ("This will happen", hf_import_words_title (result, TRUE));
  ASSERT_WORDS ("7,043 rows imported", hf_import_words_title (result, FALSE));
  ASSERT_WORDS ("_Import 7,043 Rows", hf_import_words_button (&result->count));
  ASSERT_WORDS ("No row was rejected.", hf_import_words_advice (result, FALSE));
  ASSERT_WORDS ("1 row read", hf_import_words_rows (1));
  ASSERT_WORDS ("For example: 138", hf_import_words_example ("138", TRUE));
  ASSERT_WORDS ("", hf_import_words_example (NULL, FALSE));
  ASSERT_WORDS ("", hf_import_words_unknown (0));
  ASSERT_WORDS ("1 value means nothing yet: rows with it are rejected.",
                hf_import_words_unknown (1));
}

static void
test_repairs_are_worded (void)
{
  const HfRepairExample example = { 5, (char *) "手机", (char *) " 139 1234\t", NULL };
  const HfRepairExample other = { 5, (char *) "手机", (char *) "a\u200Bb\u00A0",
                                  (char *) "ab" };
  ASSERT_WORDS ("1 cell", hf_import_words_repaired (1, 0));
  ASSERT_WORDS ("1,200 cells; 2 cannot be repaired, and their rows are left out",
                hf_import_words_repaired (1200, 2));
  ASSERT_WORDS ("␣139 1234⇥ → row left out", hf_import_words_change (&example));
  ASSERT_WORDS ("a∅b␣ → ab", hf_import_words_change (&other));
  ASSERT_WORDS ("Row 5, 手机", hf_import_words_place (&example));
  g_autofree char *remembered = hf_import_words_remembered (G_GINT64_CONSTANT (1709600000)
                                                            * G_USEC_PER_SEC);
  g_assert_nonnull (strstr (remembered, "As last time, on 2024-03-05"));
  ASSERT_WORDS ("Guessed from the headings. Blank cells never take away what is known.",
                hf_import_words_remembered (0));
}

static void
test_what_is_left_is_worded (void)
{
  g_autoptr (HfImportResult) result = hf_import_result_new ();
  ASSERT_WORDS ("", hf_import_words_left (result, &hf_import_complaints));
  hf_import_result_keep (result, 3, "status", "further on here");
  ASSERT_WORDS ("1 cell is not taken, it is left as it is here:\n"
                "Row 3, Status: further on here",
                hf_import_words_left (result, &hf_import_complaints));
  for (guint i = 0; i < 1200; i++)
    hf_import_result_keep (result, 4 + i, "status", "more");
  g_autofree char *many = hf_import_words_left (result, &hf_import_complaints);
  g_auto (GStrv) lines = g_strsplit (many, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 7);
  g_assert_cmpstr (lines[0], ==, "1,201 cells are not taken, they are left as they are here:");
  g_assert_cmpstr (lines[6], ==, "…");
}

static void
test_duplicates_are_worded (void)
{
  HfImportDuplicate duplicate = { .row = 5,
                                  .likeness = HF_IMPORT_SAME_PHONE,
                                  .title = (char *) "Wang",
                                  .known_code = (char *) "C12",
                                  .known_title = (char *) "王女士" };
  ASSERT_WORDS ("1,200 rows", hf_import_words_alike (1200));
  ASSERT_WORDS ("Row 5: Wang", hf_import_words_duplicate (&duplicate));
  ASSERT_WORDS ("Same phone, another code: C12 王女士", hf_import_words_likeness (&duplicate));
  duplicate.in_file = TRUE;
  duplicate.known_title = duplicate.known_code;
  ASSERT_WORDS ("Same phone, another code: C12, earlier in this file",
                hf_import_words_likeness (&duplicate));
}

static void
test_wide_layouts_are_found (void)
{
  static const char text[] = "客户号,1月,2月\nC1,10,20\n";
  g_autoptr (TestFile) path = test_file_write (text, -1);
  g_autoptr (HfImportPreview) seen = preview (path, NULL, 0);
  g_assert_true (seen->entity == &hf_import_purchases);
  g_assert_cmpuint (seen->n_months, ==, 0);
  g_assert_true (seen->lacks_year);
  hf_import_profile_set_year (seen->profile, 2024);
  hf_import_preview_find_months (seen);
  g_assert_cmpuint (seen->n_months, ==, 2);
  g_assert_false (seen->lacks_year);
  hf_import_profile_set_heading (seen->profile, "month", "1月");
  hf_import_preview_find_months (seen);
  g_assert_cmpuint (seen->n_months, ==, 0);
}

static void
test_repairs_are_told (void)
{
  HfRepairCounts counts = { 0 };
  ASSERT_WORDS ("", hf_import_words_mended (&counts, FALSE));
  hf_repair_counts_read (&counts, "width 1");
  ASSERT_WORDS ("1 cell repaired: Full-width letters and digits (1)",
                hf_import_words_mended (&counts, FALSE));
  hf_repair_counts_read (&counts, "width 1200 zero 2");
  ASSERT_WORDS ("1,202 cells repaired: Full-width letters and digits (1,200); "
                "The lost zero before an area code (2)",
                hf_import_words_mended (&counts, FALSE));
  hf_repair_counts_read (&counts, "zero 2");
  ASSERT_WORDS ("2 cells will be repaired: The lost zero before an area code (2)",
                hf_import_words_mended (&counts, TRUE));
}

static void
test_what_is_not_kept_is_told (void)
{
  ASSERT_WORDS ("", hf_import_words_listed (5, 5));
  ASSERT_WORDS ("The first 1,000 of 1,001 rows can be decided one by one; the others go as all "
                "of their kind.",
                hf_import_words_listed (1000, 1001));
  g_autoptr (HfImportResult) result = hf_import_result_new ();
  hf_import_result_reject (result, 2, NULL, "bad");
  ASSERT_WORDS ("", hf_import_words_kept (result));
  result->count.rejected = 120000;
  ASSERT_WORDS ("Only the first 1 of 120,000 rejected rows are listed here, and only these are "
                "saved. Correct what they have in common first.",
                hf_import_words_kept (result));
}

static void
test_steps_have_names (void)
{
  ASSERT_WORDS ("Columns, step 4 of 8, you are here",
                hf_import_words_step_place (HF_IMPORT_STEP_COLUMNS, TRUE));
  ASSERT_WORDS ("File, step 1 of 8", hf_import_words_step_place (HF_IMPORT_STEP_FILE, FALSE));
  ASSERT_WORDS ("GB18030 (GBK, GB2312) – found", hf_import_words_encoding ("GB18030", TRUE));
  ASSERT_WORDS ("UTF-16", hf_import_words_encoding ("UTF-16LE", FALSE));
  ASSERT_WORDS ("UTF-8, headings in row 1", hf_import_words_reading ("UTF-8", NULL, 1));
  ASSERT_WORDS ("Sheet “甲”, headings in row 3", hf_import_words_reading (NULL, "甲", 3));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-preview/top", test_first_rows_are_shown_as_they_stand);
  g_test_add_func ("/import-preview/samples", test_samples_show_the_file_in_each_encoding);
  g_test_add_func ("/import-preview/unmarked", test_wide_texts_need_no_mark);
  g_test_add_func ("/import-preview/cover", test_headings_may_stand_behind_a_cover);
  g_test_add_func ("/import-preview/steps", test_steps_have_names);
  g_test_add_func ("/import-preview/mended", test_repairs_are_told);
  g_test_add_func ("/import-preview/kept", test_what_is_not_kept_is_told);
  g_test_add_func ("/import-preview/found-out", test_finds_out_what_a_file_is);
  g_test_add_func ("/import-preview/values-of-a-language",
                   test_values_are_known_in_every_language);
  g_test_add_func ("/import-preview/custom", test_custom_fields_are_found);
  g_test_add_func ("/import-preview/words", test_words_of_lists_are_known);
  g_test_add_func ("/import-preview/kinds", test_other_kinds_are_told_by_their_headings);
  g_test_add_func ("/import-preview/heading-row", test_heading_may_stand_further_down);
  g_test_add_func ("/import-preview/values", test_column_with_many_values_is_no_choice);
  g_test_add_func ("/import-preview/bad-files", test_bad_files_are_told);
  g_test_add_func ("/import-preview/rejection-words", test_rejections_are_worded);
  g_test_add_func ("/import-preview/result-words", test_results_are_worded);
  g_test_add_func ("/import-preview/repairs-words", test_repairs_are_worded);
  g_test_add_func ("/import-preview/left-words", test_what_is_left_is_worded);
  g_test_add_func ("/import-preview/duplicates-words", test_duplicates_are_worded);
  g_test_add_func ("/import-preview/wide", test_wide_layouts_are_found);
  return g_test_run ();
}
