#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "hf-custom-field.h"
#include "hf-report.h"
#include "hf-silent-preset.h"
#include "hf-source-conflict.h"
#include "test-folder.h"
#include "test-source.h"
#include "test-xlsx.h"

typedef struct
{
  char *folder;
  char *path;
  TestSource *source;
  HfFigures *figures;
  HfReportOptions options;
  double progress;
  GCancellable *cancellable;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ("huifang-XXXXXX");
  fixture->path = g_build_filename (fixture->folder, "report.xlsx", NULL);
  fixture->source = test_source_new (40);
  fixture->figures = test_source_make_figures ();
  fixture->options = (HfReportOptions){ .first_language = "zh_CN",
                                        .second_language = "en",
                                        .maker = "赵敏",
                                        .version = "9.8.7",
                                        .time_zone = "Asia/Shanghai",
                                        .sheets = HF_REPORT_ALL_SHEETS };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->source);
  g_object_unref (fixture->figures);
}

static gboolean
write_report (Fixture *fixture, HfReportProgress progress, GError **error)
{
  return hf_report_write (fixture->path, fixture->figures, HF_REPORT_SOURCE (fixture->source),
                          &fixture->options, progress, fixture, fixture->cancellable, error);
}

static TestXlsx *
make_report (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (write_report (fixture, NULL, &error));
  g_assert_no_error (error);
  return test_xlsx_open (fixture->path);
}

static guint
sheet_named (TestXlsx *book, const char *name)
{
  for (guint i = 0; i < test_xlsx_n_sheets (book); i++)
    if (strcmp (test_xlsx_get_name (book, i), name) == 0)
      return i;
  g_error ("no sheet %s", name);
}

static gboolean
has_sheet (TestXlsx *book, const char *name)
{
  for (guint i = 0; i < test_xlsx_n_sheets (book); i++)
    if (strcmp (test_xlsx_get_name (book, i), name) == 0)
      return TRUE;
  return FALSE;
}

/* The cell so many columns to the right of the one that holds a label. */
static const TestXlsxCell *
beside (TestXlsx *book, guint sheet, const char *label, guint columns)
{
  g_autofree char *place = test_xlsx_find (book, sheet, label);
  if (place == NULL)
    g_error ("no cell “%s” on “%s”", label, test_xlsx_get_name (book, sheet));
  place[0] += columns;
  return test_xlsx_get_cell (book, sheet, place);
}

static void
assert_number (TestXlsx *book, guint sheet, const char *label, double number)
{
  const TestXlsxCell *cell = beside (book, sheet, label, 1);
  g_assert_nonnull (cell);
  g_assert_nonnull (cell->value);
  double found = g_ascii_strtod (cell->value, NULL);
  if (fabs (found - number) > 1e-9 * MAX (1, fabs (number)))
    g_error ("“%s” is %s and not %g", label, cell->value, number);
}

static void
test_key_figures_equal_the_figures (Fixture *fixture, gconstpointer data)
{
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  g_autoptr (TestXlsx) book = make_report (fixture);
  guint sheet = sheet_named (book, "Key figures");
  const HfFigures *figures = fixture->figures;
  const struct
  {
    const char *label;
    double number;
  } expected[] = {
    { "Customers, all", figures->customers.total },
    { "Active", figures->customers.active },
    { "At risk", figures->customers.at_risk },
    { "Lost", figures->customers.lost },
    { "Lost, day not known", figures->customers.lost_undated },
    { "Won back", figures->customers.won_back },
    { "Customers at the start", figures->churn.at_start },
    { "Lost in the period", figures->churn.lost },
    { "Churn rate", figures->churn.rate },
    { "Retention rate", figures->churn.retention },
    { "Yearly value lost", 1834500.5 },
    { "of these, value known", figures->churn.value_known },
    { "Complaints logged", figures->complaints.logged },
    { "Complaints open", figures->complaints.open },
    { "Complaints late", figures->complaints.late },
    { "Complaints closed", figures->complaints.closed },
    { "Dissatisfied customers", figures->silent.dissatisfied },
    { "Silent customers", figures->silent.silent },
    { "Silent and lost", figures->silent.silent_and_lost },
    { "Own complaint share", figures->silent.own.share },
    { "Interviews started", figures->interviews.started },
    { "Interviews completed", figures->interviews.completed },
    { "Interviews refused", figures->interviews.refused },
    { "Response rate", figures->interviews.response_rate },
    { "Promises made", figures->promises.made },
    { "Promises kept", figures->promises.kept },
    { "Promises kept late", figures->promises.late },
    { "Promises open", figures->promises.open },
    { "Promises broken", figures->promises.broken },
    { "Class A", figures->loyalty.a },
    { "Class B", figures->loyalty.b },
    { "Class C", figures->loyalty.c },
    { "Without a class", figures->loyalty.unknown },
  };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_number (book, sheet, expected[i].label, expected[i].number);
  g_assert_cmpstr (beside (book, sheet, "Lost in the period", 1)->link, ==, "'Customers'!$A$1");
  g_assert_cmpstr (beside (book, sheet, "Complaints late", 1)->link, ==,
                   "'Complaint register'!$A$1");
}

static void
test_what_is_not_known_is_said (Fixture *fixture, gconstpointer data)
{
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  fixture->figures->churn.at_start = 0;
  fixture->figures->churn.value_known = 0;
  fixture->figures->interviews.lost_customers = 0;
  memset (&fixture->figures->silent.own, 0, sizeof (HfOwnShare));
  memset (&fixture->figures->loyalty, 0, sizeof fixture->figures->loyalty);
  g_autoptr (TestXlsx) book = make_report (fixture);
  guint sheet = sheet_named (book, "Key figures");
  static const char *const labels[] = { "Churn rate", "Retention rate", "Yearly value lost",
                                        "Own complaint share", "Response rate" };
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_cmpstr (beside (book, sheet, labels[i], 1)->text, ==, "not known");
  g_autofree char *none = test_xlsx_find (book, sheet, "Class A");
  g_assert_null (none);
  sheet = sheet_named (book, "Value at stake");
  g_assert_cmpstr (beside (book, sheet, "Loss", 1)->text, ==, "not known");
  g_assert_cmpstr (beside (book, sheet, "Lifetime value of a customer", 1)->text, ==,
                   "not known");
  sheet = sheet_named (book, "Silent complaints");
  g_assert_cmpstr (beside (book, sheet, "Own interviews", 1)->text, ==, "not known");
}

static void
test_both_languages_are_there (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "封面 Cover",
    "关键指标 Key figures",
    "流失原因 Reasons",
    "逐月走势 By month",
    "沉默的投诉 Silent complaints",
    "投诉与承诺 Complaints, promises",
    "未听到的声音 Who we did not hear",
    "竞争对手 Competitors",
    "损失与价值 Value at stake",
    "假设与定义 Definitions",
    "编码手册 Codebook",
    "客户原话 Verbatims",
    "客户 Customers",
    "投诉登记簿 Complaint register",
    "原因编码 Coded reasons",
    "访谈 Interviews",
    "承诺 Promises",
    "回答 Answers",
  };
  g_autoptr (TestXlsx) book = make_report (fixture);
  g_assert_cmpuint (test_xlsx_n_sheets (book), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (test_xlsx_get_name (book, i), ==, names[i]);

  guint sheet = sheet_named (book, "流失原因 Reasons");
  g_autofree char *heading = test_xlsx_find (book, sheet, "主因\nPrimary");
  g_assert_cmpstr (heading, ==, "C4");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "A5")->text, ==, "competitor-offer");
  const char *reason = test_xlsx_get_cell (book, sheet, "B5")->text;
  g_assert_true (g_str_has_prefix (reason, "竞争对手的诱惑 / "));
}

static void
test_reasons_have_shares_and_a_chart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = make_report (fixture);
  guint sheet = sheet_named (book, "流失原因 Reasons");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "C5")->value, ==, "34");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "C5")->link, ==,
                   "'原因编码 Coded reasons'!$A$1");
  const TestXlsxCell *share = test_xlsx_get_cell (book, sheet, "D5");
  g_assert_cmpstr (share->value, ==, "0.34");
  g_assert_cmpstr (share->formula, ==, "IF(SUM(C$5:C$10)=0,0,C5/SUM(C$5:C$10))");
  const TestXlsxCell *last = test_xlsx_get_cell (book, sheet, "E10");
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (last->value, NULL), 1, 1e-9);
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "F6")->value, ==, "19");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "G6")->value, ==, "30");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "H6")->value, ==, "9");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "I6")->value, ==, "2");
  g_autofree char *chart = test_xlsx_dup_part (book, "xl/charts/chart1.xml");
  g_assert_nonnull (strstr (chart, "<c:lineChart>"));
}

static void
test_the_estimate_is_live (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = make_report (fixture);
  guint sheet = sheet_named (book, "沉默的投诉 Silent complaints");
  const TestXlsxCell *ratio = beside (book, sheet,
                                      "每件投诉代表的不满客户数 / Dissatisfied "
                                      "customers per complaint",
                                      1);
  g_assert_cmpstr (ratio->formula, ==, "complaint_ratio");
  g_assert_cmpstr (ratio->value, ==, "25");
  g_assert_cmpstr (
      beside (book, sheet, "每件投诉代表的不满客户数 / Dissatisfied customers per complaint", 2)
          ->formula,
      ==, "complaint_ratio_major");
  static const char *const silent[] = { "744", "216", "960" };
  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    {
      const TestXlsxCell *cell = beside (book, sheet, "沉默的不满客户 / Silent customers",
                                         i + 1);
      g_assert_nonnull (cell->formula);
      g_assert_cmpstr (cell->value, ==, silent[i]);
    }
  const TestXlsxCell *reach = beside (book, sheet, "口碑波及人数 / Reach by word of mouth", 3);
  g_assert_cmpstr (reach->value, ==, "9000");
  g_assert_cmpstr (reach->formula, ==, "D7*D11");
  const TestXlsxCell *own = beside (book, sheet, "自己的访谈 / Own interviews", 1);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (own->value, NULL), 5 / 34.0, 1e-9);
  const TestXlsxCell *low = beside (book, sheet, "自己的访谈，下限 / Own interviews, lower end",
                                    1);
  g_assert_cmpstr (low->value, ==, "0.064");
  g_autofree char *names = test_xlsx_dup_part (book, "xl/workbook.xml");
  g_assert_nonnull (strstr (names, "name=\"complaint_ratio\""));
  g_assert_nonnull (strstr (names, "name=\"silent_stay_rate\""));
  g_assert_nonnull (strstr (names, "name=\"people_told\""));
}

/* Each preset is a row, with what it would make of 31 minor and 9 major problems. */
static void
test_sources_stand_beside_each_other (Fixture *fixture, gconstpointer data)
{
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  g_autoptr (TestXlsx) book = make_report (fixture);
  guint sheet = sheet_named (book, "Silent complaints");
  for (const HfSilentPreset *preset = hf_silent_presets; preset->name != NULL; preset++)
    if (!hf_silent_preset_is_own (preset))
      {
        const TestXlsxCell *dissatisfied = beside (book, sheet, preset->label, 3);
        const TestXlsxCell *silent = beside (book, sheet, preset->label, 4);
        double expected = 31 / preset->shares[0] + 9 / preset->shares[1];
        g_assert_nonnull (dissatisfied->formula);
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (dissatisfied->value, NULL), expected,
                                        1e-6);
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (silent->value, NULL), expected - 40,
                                        1e-6);
        g_assert_cmpstr (beside (book, sheet, preset->label, 7)->text, ==, preset->holds);
      }
  g_assert_cmpstr (beside (book, sheet, "This report", 6)->text, ==,
                   "25 to 1, the rule of thumb");
  g_assert_cmpstr (beside (book, sheet, "Dissatisfied customers", 4)->value, ==, "63.5");

  sheet = sheet_named (book, "Definitions");
  g_autofree char *disagree = test_xlsx_find (book, sheet, hf_source_conflicts[0].topic);
  g_assert_nonnull (disagree);
  g_assert_cmpstr (beside (book, sheet, "Article 001", 1)->text, ==, "95 %");
}

/* Each class has a table; what rests on fewer than ten is said to. */
static void
test_recovery_stands_beside_the_published (Fixture *fixture, gconstpointer data)
{
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  g_autoptr (TestXlsx) book = make_report (fixture);
  guint sheet = sheet_named (book, "Silent complaints");
  const HfRecoveryTable *table = &fixture->figures->recovery;
  for (guint state = 0; state < HF_RECOVERY_N_STATES; state++)
    {
      const HfRecoveryCell *cell = &table->cells[0][state];
      const char *label = hf_recovery_states[state].label;
      double rate = g_ascii_strtod (beside (book, sheet, label, 3)->value, NULL);
      double published = g_ascii_strtod (beside (book, sheet, label, 4)->value, NULL);
      g_assert_nonnull (beside (book, sheet, label, 3)->formula);
      g_assert_cmpfloat_with_epsilon (rate, (double) cell->again / cell->customers, 1e-9);
      g_assert_cmpfloat_with_epsilon (published, hf_diagnosis_recovery_published (0, state),
                                      1e-9);
    }
  g_autofree char *xml = test_xlsx_dup_part (book, "xl/sharedStrings.xml");
  g_assert_nonnull (strstr (xml, "Fewer than 10 customers: no rate yet"));
  g_assert_nonnull (strstr (xml, "Not counted: 13 whose complaint is not decided yet, 14 of"));
}

static void
add_custom_field (Fixture *fixture, HfCustomKind kind, const char *en, const char *zh)
{
  HfCustomField *field = hf_custom_field_new ();
  field->id = fixture->source->custom->len + 1;
  field->kind = kind;
  hf_custom_field_set_name (field, "en", en);
  hf_custom_field_set_name (field, "zh_CN", zh);
  g_ptr_array_add (fixture->source->custom, field);
}

/* The cell so many rows below a heading, in whichever column that is. */
static const TestXlsxCell *
below (TestXlsx *book, guint sheet, const char *heading, guint rows)
{
  g_autofree char *place = test_xlsx_find (book, sheet, heading);
  if (place == NULL)
    g_error ("no heading “%s”", heading);
  gsize letters = strcspn (place, "0123456789");
  guint row = strtoul (place + letters, NULL, 10) + rows;
  place[letters] = '\0';
  g_autofree char *target = g_strdup_printf ("%s%u", place, row);
  return test_xlsx_get_cell (book, sheet, target);
}

/* Behind the customers' own columns, each as what it is. */
static void
test_custom_fields_are_columns (Fixture *fixture, gconstpointer data)
{
  add_custom_field (fixture, HF_CUSTOM_TEXT, "Car", "车型");
  add_custom_field (fixture, HF_CUSTOM_NUMBER, "Spent", "消费");
  add_custom_field (fixture, HF_CUSTOM_DATE, "Since", "入会日");
  add_custom_field (fixture, HF_CUSTOM_CHOICE, "car", "车型");
  add_custom_field (fixture, HF_CUSTOM_TEXT, "Old", "旧");
  ((HfCustomField *) fixture->source->custom->pdata[4])->retired = TRUE;
  g_autoptr (TestXlsx) book = make_report (fixture);
  guint sheet = sheet_named (book, "客户 Customers");
  g_assert_cmpstr (below (book, sheet, "车型\nCar", 1)->text, ==, "=1+2");
  g_assert_cmpstr (below (book, sheet, "消费\nSpent", 1)->value, ==, "1200.5");
  const TestXlsxCell *day = below (book, sheet, "入会日\nSince", 1);
  g_assert_cmpstr (day->value, ==, "45351");
  g_assert_nonnull (strstr (day->number_format, "yy"));
  g_assert_cmpstr (below (book, sheet, "车型\ncar (2)", 1)->text, ==, "红");
  const TestXlsxCell *none = below (book, sheet, "消费\nSpent", 2);
  g_assert_true (none == NULL || (none->value == NULL && none->text == NULL));
  g_autofree char *retired = test_xlsx_find (book, sheet, "旧\nOld");
  g_assert_null (retired);
}

/* Names of a sheet that is not there would be errors in every formula. */
static void
test_formulas_need_no_missing_sheet (Fixture *fixture, gconstpointer data)
{
  fixture->options.sheets &= ~(1u << HF_REPORT_SHEET_DEFINITIONS);
  fixture->options.sheets &= ~(1u << HF_REPORT_SHEET_CUSTOMER_ROWS);
  g_autoptr (TestXlsx) book = make_report (fixture);
  g_assert_false (has_sheet (book, "假设与定义 Definitions"));
  g_assert_false (has_sheet (book, "客户 Customers"));
  for (guint i = 0; i < test_xlsx_n_sheets (book); i++)
    {
      g_autofree char *xml = test_xlsx_dup_sheet (book, i);
      g_assert_null (strstr (xml, "complaint_ratio"));
      g_assert_null (strstr (xml, "'客户 Customers'"));
    }
}

static void
test_value_follows_the_formulas (Fixture *fixture, gconstpointer data)
{
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  g_autoptr (TestXlsx) book = make_report (fixture);
  guint sheet = sheet_named (book, "Value at stake");
  double mean = 1834500.5 / 101;
  assert_number (book, sheet, "Mean yearly value", mean);
  assert_number (book, sheet, "Loss", mean * 120);
  assert_number (book, sheet, "Friends' potential business, apart", 0);
  assert_number (book, sheet, "Yearly value of the silent and lost", mean * 665.28);
  assert_number (book, sheet, "Lifetime value of a customer", mean * 0.85 / (1 + 0.1 - 0.85));
  g_assert_cmpstr (beside (book, sheet, "Loss", 1)->formula, ==, "B8*B5");
  g_assert_cmpstr (beside (book, sheet, "Yearly retention r", 1)->formula, ==, "retention");
}

/* One row an answer, of whatever kind its question is; telephone numbers where they may show.
 */
static void
test_every_answer_is_a_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = make_report (fixture);
  guint sheet = sheet_named (book, "回答 Answers");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "B2")->text, ==, "000001");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "E3")->text, ==, "recommend");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "F3")->text, ==,
                   "您为什么离开？ / Why did you leave?");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "G3")->text, ==, "9");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "G2")->text, ==, "李雷\n13800138000");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "H2")->text, ==, "赵敏");
  fixture->options.mask_phones = TRUE;
  g_autoptr (TestXlsx) masked = make_report (fixture);
  const char *named = test_xlsx_get_cell (masked, sheet, "G2")->text;
  g_assert_true (g_str_has_prefix (named, "李雷\n"));
  g_assert_null (strstr (named, "13800138000"));
}

static void
test_rows_are_as_they_were (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = make_report (fixture);
  guint sheet = sheet_named (book, "客户 Customers");
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

  sheet = sheet_named (book, "客户原话 Verbatims");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "D3")->text, ==, "=cmd|' /C calc'!A0");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "F3")->text, ==,
                   "员工流动 / Our staff changed\n价格 / Price");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "G3")->text, ==,
                   "您为什么离开？ / Why did you leave?");
  sheet = sheet_named (book, "访谈 Interviews");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "I2")->text, ==, "complete");
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
test_columns_of_a_table_differ (Fixture *fixture, gconstpointer data)
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
      g_autoptr (TestXlsx) book = make_report (fixture);
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
test_phones_are_masked (Fixture *fixture, gconstpointer data)
{
  fixture->options.mask_phones = TRUE;
  g_autoptr (TestXlsx) book = make_report (fixture);
  for (guint i = 0; i < test_xlsx_n_sheets (book); i++)
    {
      g_autofree char *xml = test_xlsx_dup_sheet (book, i);
      g_assert_null (strstr (xml, "0431880000"));
      g_assert_null (strstr (xml, "013800138000"));
    }
  guint sheet = sheet_named (book, "客户 Customers");
  g_assert_nonnull (strstr (test_xlsx_get_cell (book, sheet, "C2")->text, "*"));
  sheet = sheet_named (book, "封面 Cover");
  g_assert_cmpstr (beside (book, sheet, "电话号码 / Phone numbers", 1)->text, ==,
                   "已遮盖 / masked");
}

static void
test_the_cover_says_what_it_is (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = make_report (fixture);
  guint sheet = sheet_named (book, "封面 Cover");
  g_assert_cmpstr (beside (book, sheet, "公司 / Company", 1)->text, ==, "长春示范汽车集团");
  g_assert_cmpstr (beside (book, sheet, "期间起 / Period from", 1)->value, ==, "45292");
  g_assert_cmpstr (beside (book, sheet, "所有时间的时区 / Time zone of all moments", 1)->text,
                   ==, "Asia/Shanghai (UTC+08:00)");
  g_assert_cmpstr (beside (book, sheet, "制作人 / Made by", 1)->text, ==, "赵敏");
  g_assert_cmpstr (beside (book, sheet, "制作软件 / Made with", 1)->text, ==, "Huifang 9.8.7");
  g_autofree char *entry = test_xlsx_find (book, sheet, "客户 / Customers");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, entry)->link, ==, "'客户 Customers'!$A$1");
}

static void
test_reasons_fall_into_their_months (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = make_report (fixture);
  guint sheet = sheet_named (book, "逐月走势 By month");
  const TestXlsxCell *march = beside (book, sheet, "竞争对手的诱惑 / Competitor's offer", 2);
  g_assert_cmpstr (march->value, ==, "2");
  g_autofree char *heading = test_xlsx_find (book, sheet, "月份\nMonth");
  g_autofree char *lost = g_strdup_printf ("C%d", atoi (heading + 1) + 1);
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, lost)->value, ==, "40");
}

static void
test_sheets_without_content_are_left_out (Fixture *fixture, gconstpointer data)
{
  memset (fixture->source->counts, 0, sizeof fixture->source->counts);
  g_ptr_array_set_size (fixture->figures->reasons, 0);
  g_ptr_array_set_size (fixture->figures->months, 0);
  g_ptr_array_set_size (fixture->figures->competitors, 0);
  g_autoptr (TestXlsx) book = make_report (fixture);
  g_assert_false (has_sheet (book, "流失原因 Reasons"));
  g_assert_false (has_sheet (book, "逐月走势 By month"));
  g_assert_false (has_sheet (book, "竞争对手 Competitors"));
  g_assert_false (has_sheet (book, "客户 Customers"));
  g_assert_true (has_sheet (book, "关键指标 Key figures"));
}

static void
test_numbers_have_a_point_in_every_region (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no region with a decimal comma is installed");
      return;
    }
  g_autoptr (TestXlsx) book = make_report (fixture);
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  setlocale (LC_NUMERIC, before);
  guint sheet = sheet_named (book, "流失原因 Reasons");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "D5")->value, ==, "0.34");
}

static void
write_old (Fixture *fixture)
{
  g_assert_true (g_file_set_contents (fixture->path, "the old report", -1, NULL));
}

static void
assert_old (Fixture *fixture)
{
  g_autofree char *contents = NULL;
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "the old report");
}

static void
cancel_at_half (double fraction, const char *what, gpointer data)
{
  Fixture *fixture = data;
  g_assert_cmpfloat (fraction, >=, fixture->progress);
  fixture->progress = fraction;
  if (fraction > 0.3)
    g_cancellable_cancel (fixture->cancellable);
}

static void
test_a_cancelled_report_leaves_the_old_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  write_old (fixture);
  fixture->source->counts[HF_REPORT_ROWS_CUSTOMERS] = 10000;
  fixture->cancellable = cancellable;
  g_assert_false (write_report (fixture, cancel_at_half, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old (fixture);
  g_assert_cmpuint (fixture->source->n_read, <, 7000);
}

static void
follow (double fraction, const char *what, gpointer data)
{
  Fixture *fixture = data;
  g_assert_cmpfloat (fraction, >=, fixture->progress);
  g_assert_nonnull (what);
  fixture->progress = fraction;
}

static void
test_progress_ends_at_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (write_report (fixture, follow, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (fixture->progress, ==, 1);
}

static void
test_a_source_that_fails_leaves_the_old_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  write_old (fixture);
  fixture->source->fail_at = 30;
  g_assert_false (write_report (fixture, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  assert_old (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/report/key-figures", test_key_figures_equal_the_figures);
  ADD ("/report/not-known", test_what_is_not_known_is_said);
  ADD ("/report/languages", test_both_languages_are_there);
  ADD ("/report/reasons", test_reasons_have_shares_and_a_chart);
  ADD ("/report/silent", test_the_estimate_is_live);
  ADD ("/report/sources", test_sources_stand_beside_each_other);
  ADD ("/report/recovery", test_recovery_stands_beside_the_published);
  ADD ("/report/custom-fields", test_custom_fields_are_columns);
  ADD ("/report/missing-sheets", test_formulas_need_no_missing_sheet);
  ADD ("/report/value", test_value_follows_the_formulas);
  ADD ("/report/rows", test_rows_are_as_they_were);
  ADD ("/report/answers", test_every_answer_is_a_row);
  ADD ("/report/columns", test_columns_of_a_table_differ);
  ADD ("/report/masked", test_phones_are_masked);
  ADD ("/report/cover", test_the_cover_says_what_it_is);
  ADD ("/report/months", test_reasons_fall_into_their_months);
  ADD ("/report/no-content", test_sheets_without_content_are_left_out);
  ADD ("/report/region", test_numbers_have_a_point_in_every_region);
  ADD ("/report/cancelled", test_a_cancelled_report_leaves_the_old_one);
  ADD ("/report/progress", test_progress_ends_at_one);
  ADD ("/report/failed-source", test_a_source_that_fails_leaves_the_old_one);
  return g_test_run ();
}
