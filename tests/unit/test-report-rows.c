#include "config.h"

#include <string.h>

#include "hf-custom-field.h"
#include "hf-test-report.h"

static void
add_custom_field (HfTestReport *fixture, HfCustomKind kind, const char *en, const char *zh)
{
  HfCustomField *field = hf_custom_field_new ();
  field->id = fixture->source->custom->len + 1;
  field->kind = kind;
  hf_custom_field_set_name (field, "en", en);
  hf_custom_field_set_name (field, "zh_CN", zh);
  g_ptr_array_add (fixture->source->custom, field);
}

/* Behind the customers' own columns, each as what it is. */
static void
test_custom_fields_are_columns (HfTestReport *fixture, gconstpointer data)
{
  add_custom_field (fixture, HF_CUSTOM_TEXT, "Car", "车型");
  add_custom_field (fixture, HF_CUSTOM_NUMBER, "Spent", "消费");
  add_custom_field (fixture, HF_CUSTOM_DATE, "Since", "入会日");
  add_custom_field (fixture, HF_CUSTOM_CHOICE, "car", "车型");
  add_custom_field (fixture, HF_CUSTOM_TEXT, "Old", "旧");
  ((HfCustomField *) fixture->source->custom->pdata[4])->retired = TRUE;
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint sheet = hf_test_report_find_sheet (book, "客户 Customers");
  g_assert_cmpstr (hf_test_report_below (book, sheet, "车型\nCar", 1)->text, ==, "=1+2");
  g_assert_cmpstr (hf_test_report_below (book, sheet, "消费\nSpent", 1)->value, ==, "1200.5");
  const TestXlsxCell *day = hf_test_report_below (book, sheet, "入会日\nSince", 1);
  g_assert_cmpstr (day->value, ==, "45351");
  g_assert_nonnull (strstr (day->number_format, "yy"));
  g_assert_cmpstr (hf_test_report_below (book, sheet, "车型\ncar (2)", 1)->text, ==, "红");
  const TestXlsxCell *none = hf_test_report_below (book, sheet, "消费\nSpent", 2);
  g_assert_true (none == NULL || (none->value == NULL && none->text == NULL));
  g_autofree char *retired = test_xlsx_find (book, sheet, "旧\nOld");
  g_assert_null (retired);
}

/* One row an answer, of whatever kind its question is; telephone numbers where they may show.
 */
static void
test_every_answer_is_a_row (HfTestReport *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint sheet = hf_test_report_find_sheet (book, "回答 Answers");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "B2")->text, ==, "000001");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "E3")->text, ==, "recommend");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "F3")->text, ==,
                   "您为什么离开？ / Why did you leave?");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "G3")->text, ==, "9");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "G2")->text, ==, "李雷\n13800138000");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "H2")->text, ==, "赵敏");
  fixture->options.mask_phones = TRUE;
  g_autoptr (TestXlsx) masked = hf_test_report_make (fixture);
  const char *named = test_xlsx_get_cell (masked, sheet, "G2")->text;
  g_assert_true (g_str_has_prefix (named, "李雷\n"));
  g_assert_null (strstr (named, "13800138000"));
}

static void
test_rows_are_as_they_were (HfTestReport *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint sheet = hf_test_report_find_sheet (book, "客户 Customers");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "A2")->text, ==, "000001");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "B3")->text, ==, "=1+1");
  g_assert_null (test_xlsx_get_cell (book, sheet, "B3")->formula);
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "C2")->text, ==, "043188000000");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "L2")->text, ==, "已流失 / Lost");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "N2")->value, ==, "45356");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "N6")->text, ==, "不详 / not known");
  g_assert_null (test_xlsx_get_cell (book, sheet, "O2"));
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "O3")->value, ==, "12001");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "U2")->text, ==, "competitor-offer");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "I2")->text, ==,
                   "新疆（乌鲁木齐） / Xinjiang (Urumqi)");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "I3")->text, ==, "+08:00");
  g_assert_null (test_xlsx_get_cell (book, sheet, "A42"));

  sheet = hf_test_report_find_sheet (book, "客户原话 Verbatims");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "D3")->text, ==, "=cmd|' /C calc'!A0");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "F3")->text, ==,
                   "员工流动 / Our staff changed\n价格 / Price");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "G3")->text, ==,
                   "您为什么离开？ / Why did you leave?");
  sheet = hf_test_report_find_sheet (book, "访谈 Interviews");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "I2")->text, ==, "complete");
}

/* Who deals with it, each clock beside what came of it, and how it ended. */
static void
test_the_register_says_what_became_of_it (HfTestReport *fixture, gconstpointer data)
{
  static const struct
  {
    const char *heading, *text, *value;
  } expected[] = {
    { "Dealt with by", "钱进", NULL },
    { "Promise class", "Within 24 hours", NULL },
    { "First word promised by", NULL, "45356.479166666664" },
    { "First word given", NULL, "45356.458333333336" },
    { "Answer promised by", NULL, "45357.4375" },
    { "Answered at", NULL, "45357.270833333336" },
    { "Paused for, hours", NULL, "1.5" },
    { "Second follow-up", "Settled in part", NULL },
    { "Not pursued because", "客户不再接电话", NULL },
    { "Escalated", "区域经理", NULL },
  };
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint sheet = hf_test_report_find_sheet (book, "Complaint register");
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const TestXlsxCell *cell = hf_test_report_below (book, sheet, expected[i].heading, 1);
      g_assert_cmpstr (cell->text, ==, expected[i].text);
      if (expected[i].value != NULL)
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cell->value, NULL),
                                        g_ascii_strtod (expected[i].value, NULL), 1e-9);
      if (expected[i].value != NULL && strstr (expected[i].heading, "hours") == NULL)
        g_assert_nonnull (strstr (cell->number_format, "yy"));
      const TestXlsxCell *none = hf_test_report_below (book, sheet, expected[i].heading, 2);
      if (i > 0)
        g_assert_true (none == NULL || (none->value == NULL && none->text == NULL));
      else
        g_assert_cmpstr (none->text, ==, "赵敏");
    }
}

/* On paper over several pages, each of which says whose row it is; in sight on the screen. */
static void
test_wide_rows_keep_their_first_column (HfTestReport *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint wide = hf_test_report_find_sheet (book, "投诉登记簿 Complaint register");
  guint narrow = hf_test_report_find_sheet (book, "关键指标 Key figures");
  g_autofree char *rows = test_xlsx_dup_sheet (book, wide);
  g_autofree char *page = test_xlsx_dup_sheet (book, narrow);
  g_autofree char *names = test_xlsx_dup_part (book, "xl/workbook.xml");
  g_assert_nonnull (strstr (rows, "xSplit=\"1\" ySplit=\"1\""));
  g_assert_nonnull (strstr (rows, "fitToHeight=\"0\""));
  g_assert_nonnull (strstr (rows, "fitToWidth="));
  g_assert_null (strstr (page, "xSplit"));
  g_assert_null (strstr (page, "fitToWidth="));
  g_assert_nonnull (strstr (names, "Complaint register'!$A:$A,"));
}

static void
collect_name (GMarkupParseContext *context, const char *element, const char **names,
              const char **values, gpointer data, GError **error)
{
  for (guint i = 0; strcmp (element, "tableColumn") == 0 && names[i] != NULL; i++)
    if (strcmp (names[i], "name") == 0)
      {
        char *folded = g_utf8_casefold (values[i], -1);
        if (!g_hash_table_add (data, folded))
          g_error ("two columns are called “%s”", values[i]);
      }
}

/* Excel takes a workbook for damaged when two columns of a table have one name. */
static void
test_columns_of_a_table_differ (HfTestReport *fixture, gconstpointer data)
{
  static const GMarkupParser parser = { collect_name };
  static const char *const pairs[][2] = {
    { "en", NULL },    { "zh_CN", NULL },    { "zh_TW", NULL },
    { "zh_CN", "en" }, { "zh_CN", "zh_TW" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      fixture->options.first_language = pairs[i][0];
      fixture->options.second_language = pairs[i][1];
      g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
      for (guint table = 1; table <= 6; table++)
        {
          g_autofree char *part = g_strdup_printf ("xl/tables/table%u.xml", table);
          g_autofree char *xml = test_xlsx_dup_part (book, part);
          g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                                NULL);
          g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0,
                                                                                names, NULL);
          g_assert_true (g_markup_parse_context_parse (context, xml, -1, NULL));
          g_assert_cmpuint (g_hash_table_size (names), >, 5);
        }
    }
}

static void
test_phones_are_masked (HfTestReport *fixture, gconstpointer data)
{
  fixture->options.mask_phones = TRUE;
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  for (guint i = 0; i < test_xlsx_n_sheets (book); i++)
    {
      g_autofree char *xml = test_xlsx_dup_sheet (book, i);
      g_assert_null (strstr (xml, "0431880000"));
      g_assert_null (strstr (xml, "013800138000"));
    }
  guint sheet = hf_test_report_find_sheet (book, "客户 Customers");
  g_assert_nonnull (strstr (test_xlsx_get_cell (book, sheet, "C2")->text, "*"));
  sheet = hf_test_report_find_sheet (book, "封面 Cover");
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "电话号码 / Phone numbers", 1)->text, ==,
                   "已遮盖 / masked");
}

static void
test_sheets_without_content_are_left_out (HfTestReport *fixture, gconstpointer data)
{
  memset (fixture->source->counts, 0, sizeof fixture->source->counts);
  g_ptr_array_set_size (fixture->figures->reasons, 0);
  g_ptr_array_set_size (fixture->figures->months, 0);
  g_ptr_array_set_size (fixture->figures->competitors, 0);
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  g_assert_false (hf_test_report_has_sheet (book, "流失原因 Reasons"));
  g_assert_false (hf_test_report_has_sheet (book, "逐月走势 By month"));
  g_assert_false (hf_test_report_has_sheet (book, "竞争对手 Competitors"));
  g_assert_false (hf_test_report_has_sheet (book, "客户 Customers"));
  g_assert_true (hf_test_report_has_sheet (book, "关键指标 Key figures"));
}

static void
write_old (HfTestReport *fixture)
{
  g_assert_true (g_file_set_contents (fixture->path, "the old report", -1, NULL));
}

static void
assert_old (HfTestReport *fixture)
{
  g_autofree char *contents = NULL;
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "the old report");
}

static void
cancel_at_half (double fraction, const char *what, gpointer data)
{
  HfTestReport *fixture = data;
  g_assert_cmpfloat (fraction, >=, fixture->progress);
  fixture->progress = fraction;
  if (fraction > 0.3)
    g_cancellable_cancel (fixture->cancellable);
}

static void
test_a_cancelled_report_leaves_the_old_one (HfTestReport *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  write_old (fixture);
  fixture->source->counts[HF_REPORT_ROWS_CUSTOMERS] = 10000;
  fixture->cancellable = cancellable;
  g_assert_false (hf_test_report_write (fixture, cancel_at_half, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old (fixture);
  g_assert_cmpuint (fixture->source->n_read, <, 7000);
}

static void
follow (double fraction, const char *what, gpointer data)
{
  HfTestReport *fixture = data;
  g_assert_cmpfloat (fraction, >=, fixture->progress);
  g_assert_nonnull (what);
  fixture->progress = fraction;
}

static void
test_progress_ends_at_one (HfTestReport *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (hf_test_report_write (fixture, follow, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (fixture->progress, ==, 1);
}

static void
test_a_source_that_fails_leaves_the_old_one (HfTestReport *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  write_old (fixture);
  fixture->source->fail_at = 30;
  g_assert_false (hf_test_report_write (fixture, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  assert_old (fixture);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/report-rows/" path, HfTestReport, NULL, hf_test_report_set_up, func,           \
              hf_test_report_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("custom-fields", test_custom_fields_are_columns);
  ADD ("rows", test_rows_are_as_they_were);
  ADD ("register", test_the_register_says_what_became_of_it);
  ADD ("wide", test_wide_rows_keep_their_first_column);
  ADD ("answers", test_every_answer_is_a_row);
  ADD ("columns", test_columns_of_a_table_differ);
  ADD ("masked", test_phones_are_masked);
  ADD ("no-content", test_sheets_without_content_are_left_out);
  ADD ("cancelled", test_a_cancelled_report_leaves_the_old_one);
  ADD ("progress", test_progress_ends_at_one);
  ADD ("failed-source", test_a_source_that_fails_leaves_the_old_one);
  return g_test_run ();
}
