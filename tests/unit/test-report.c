#include "config.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "hf-silent-preset.h"
#include "hf-source-conflict.h"
#include "hf-test-report.h"

static void
test_key_figures_equal_the_figures (HfTestReport *fixture, gconstpointer data)
{
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint sheet = hf_test_report_find_sheet (book, "Key figures");
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
    { "Lost without a date, not counted", figures->churn.undated },
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
    hf_test_report_assert_number (book, sheet, expected[i].label, expected[i].number);
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "Lost in the period", 1)->link, ==,
                   "'Customers'!$A$1");
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "Complaints late", 1)->link, ==,
                   "'Complaint register'!$A$1");
}

static void
test_what_is_not_known_is_said (HfTestReport *fixture, gconstpointer data)
{
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  fixture->figures->churn.at_start = 0;
  fixture->figures->churn.value_known = 0;
  fixture->figures->interviews.lost_customers = 0;
  memset (&fixture->figures->silent.own, 0, sizeof (HfOwnShare));
  memset (&fixture->figures->loyalty, 0, sizeof fixture->figures->loyalty);
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint sheet = hf_test_report_find_sheet (book, "Key figures");
  static const char *const labels[] = { "Churn rate", "Retention rate", "Yearly value lost",
                                        "Own complaint share", "Response rate" };
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_cmpstr (hf_test_report_beside (book, sheet, labels[i], 1)->text, ==, "not known");
  g_autofree char *none = test_xlsx_find (book, sheet, "Class A");
  g_assert_null (none);
  sheet = hf_test_report_find_sheet (book, "Value at stake");
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "Loss", 1)->text, ==, "not known");
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "Lifetime value of a customer", 1)->text,
                   ==, "not known");
  sheet = hf_test_report_find_sheet (book, "Silent complaints");
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "Own interviews", 1)->text, ==,
                   "not known");
}

static void
test_who_has_no_date_is_said (HfTestReport *fixture, gconstpointer data)
{
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  g_autofree char *cover = test_xlsx_find (
      book, hf_test_report_find_sheet (book, "Cover"),
      "Lost without a date, so in none of these figures: 7.");
  g_autofree char *months = test_xlsx_find (book, hf_test_report_find_sheet (book, "By month"),
                                            "Lost without a date, so in no month: 7.");
  g_assert_nonnull (cover);
  g_assert_nonnull (months);
}

static void
test_nothing_logged_is_no_result (HfTestReport *fixture, gconstpointer data)
{
  static const char said[] = "No complaint was logged in this time: 0 does not say that "
                             "nobody is dissatisfied.";
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  g_autoptr (TestXlsx) some = hf_test_report_make (fixture);
  g_autofree char *unsaid = test_xlsx_find (
      some, hf_test_report_find_sheet (some, "Silent complaints"), said);
  fixture->figures->complaints.logged = 0;
  g_autoptr (TestXlsx) none = hf_test_report_make (fixture);
  g_autofree char *place = test_xlsx_find (
      none, hf_test_report_find_sheet (none, "Silent complaints"), said);
  g_assert_null (unsaid);
  g_assert_nonnull (place);
}

static void
test_both_languages_are_there (HfTestReport *fixture, gconstpointer data)
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
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  g_assert_cmpuint (test_xlsx_n_sheets (book), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (test_xlsx_get_name (book, i), ==, names[i]);

  guint sheet = hf_test_report_find_sheet (book, "流失原因 Reasons");
  g_autofree char *heading = test_xlsx_find (book, sheet, "主因\nPrimary");
  g_assert_cmpstr (heading, ==, "C4");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "A5")->text, ==, "competitor-offer");
  const char *reason = test_xlsx_get_cell (book, sheet, "B5")->text;
  g_assert_true (g_str_has_prefix (reason, "竞争对手的诱惑 / "));
}

static void
test_reasons_have_shares_and_a_chart (HfTestReport *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint sheet = hf_test_report_find_sheet (book, "流失原因 Reasons");
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
test_the_estimate_is_live (HfTestReport *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint sheet = hf_test_report_find_sheet (book, "沉默的投诉 Silent complaints");
  const TestXlsxCell *ratio = hf_test_report_beside (book, sheet,
                                                     "每件投诉代表的不满客户数 / Dissatisfied "
                                                     "customers per complaint",
                                                     1);
  g_assert_cmpstr (ratio->formula, ==, "complaint_ratio");
  g_assert_cmpstr (ratio->value, ==, "25");
  g_assert_cmpstr (
      hf_test_report_beside (
          book, sheet, "每件投诉代表的不满客户数 / Dissatisfied customers per complaint", 2)
          ->formula,
      ==, "complaint_ratio_major");
  static const char *const silent[] = { "696", "216", "48", "960" };
  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    {
      const TestXlsxCell *cell = hf_test_report_beside (
          book, sheet, "沉默的不满客户 / Silent customers", i + 1);
      g_assert_nonnull (cell->formula);
      g_assert_cmpstr (cell->value, ==, silent[i]);
    }
  const TestXlsxCell *reach = hf_test_report_beside (
      book, sheet, "口碑波及人数 / Reach by word of mouth", 4);
  g_assert_cmpstr (reach->value, ==, "9000");
  g_assert_cmpstr (reach->formula, ==, "E7*E11");
  const TestXlsxCell *own = hf_test_report_beside (book, sheet, "自己的访谈 / Own interviews",
                                                   1);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (own->value, NULL), 5 / 34.0, 1e-9);
  const TestXlsxCell *low = hf_test_report_beside (
      book, sheet, "自己的访谈，下限 / Own interviews, lower end", 1);
  g_assert_cmpstr (low->value, ==, "0.064");
  g_autofree char *names = test_xlsx_dup_part (book, "xl/workbook.xml");
  g_assert_nonnull (strstr (names, "name=\"complaint_ratio\""));
  g_assert_nonnull (strstr (names, "name=\"silent_stay_rate\""));
  g_assert_nonnull (strstr (names, "name=\"people_told\""));
}

/* Each preset is a row, with what it would make of 31 problems that are minor or not known, and
 * of 9 major ones. */
static void
test_sources_stand_beside_each_other (HfTestReport *fixture, gconstpointer data)
{
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint sheet = hf_test_report_find_sheet (book, "Silent complaints");
  for (const HfSilentPreset *preset = hf_silent_presets; preset->name != NULL; preset++)
    if (!hf_silent_preset_is_own (preset))
      {
        const TestXlsxCell *dissatisfied = hf_test_report_beside (book, sheet, preset->label,
                                                                  3);
        const TestXlsxCell *silent = hf_test_report_beside (book, sheet, preset->label, 4);
        double expected = 31 / preset->shares[0] + 9 / preset->shares[1];
        g_assert_nonnull (dissatisfied->formula);
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (dissatisfied->value, NULL), expected,
                                        1e-6);
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (silent->value, NULL), expected - 40,
                                        1e-6);
        g_assert_cmpstr (hf_test_report_beside (book, sheet, preset->label, 7)->text, ==,
                         preset->holds);
      }
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "This report", 6)->text, ==,
                   "25 to 1, the rule of thumb");
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "Dissatisfied customers", 5)->value, ==,
                   "63.5");

  sheet = hf_test_report_find_sheet (book, "Definitions");
  g_autofree char *disagree = test_xlsx_find (book, sheet, hf_source_conflicts[0].topic);
  g_assert_nonnull (disagree);
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "Article 001", 1)->text, ==, "95 %");
}

/* Each class has a table; what rests on fewer than ten is said to. */
static void
test_recovery_stands_beside_the_published (HfTestReport *fixture, gconstpointer data)
{
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint sheet = hf_test_report_find_sheet (book, "Silent complaints");
  const HfRecoveryTable *table = &fixture->figures->recovery;
  for (guint state = 0; state < HF_RECOVERY_N_STATES; state++)
    {
      const HfRecoveryCell *cell = &table->cells[0][state];
      const char *label = hf_recovery_states[state].label;
      double rate = g_ascii_strtod (hf_test_report_beside (book, sheet, label, 3)->value, NULL);
      double published = g_ascii_strtod (hf_test_report_beside (book, sheet, label, 4)->value,
                                         NULL);
      g_assert_nonnull (hf_test_report_beside (book, sheet, label, 3)->formula);
      g_assert_cmpfloat_with_epsilon (rate, (double) cell->again / cell->customers, 1e-9);
      g_assert_cmpfloat_with_epsilon (published, hf_diagnosis_recovery_published (0, state),
                                      1e-9);
    }
  g_autofree char *xml = test_xlsx_dup_part (book, "xl/sharedStrings.xml");
  g_assert_nonnull (strstr (xml, "Fewer than 10 customers: no rate yet"));
  g_assert_nonnull (strstr (xml, "Not counted: 13 whose complaint is not decided yet, 14 of"));
}

/* Names of a sheet that is not there would be errors in every formula. */
static void
test_formulas_need_no_missing_sheet (HfTestReport *fixture, gconstpointer data)
{
  fixture->options.sheets &= ~(1u << HF_REPORT_SHEET_DEFINITIONS);
  fixture->options.sheets &= ~(1u << HF_REPORT_SHEET_CUSTOMER_ROWS);
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  g_assert_false (hf_test_report_has_sheet (book, "假设与定义 Definitions"));
  g_assert_false (hf_test_report_has_sheet (book, "客户 Customers"));
  for (guint i = 0; i < test_xlsx_n_sheets (book); i++)
    {
      g_autofree char *xml = test_xlsx_dup_sheet (book, i);
      g_assert_null (strstr (xml, "complaint_ratio"));
      g_assert_null (strstr (xml, "'客户 Customers'"));
    }
}

static void
test_value_follows_the_formulas (HfTestReport *fixture, gconstpointer data)
{
  fixture->options.first_language = "en";
  fixture->options.second_language = NULL;
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint sheet = hf_test_report_find_sheet (book, "Value at stake");
  double mean = 1834500.5 / 101;
  hf_test_report_assert_number (book, sheet, "Mean yearly value", mean);
  hf_test_report_assert_number (book, sheet, "Loss", mean * 120);
  hf_test_report_assert_number (book, sheet, "Friends' potential business, apart", 0);
  hf_test_report_assert_number (book, sheet, "Yearly value of the silent and lost",
                                mean * 665.28);
  hf_test_report_assert_number (book, sheet, "Lifetime value of a customer",
                                mean * 0.85 / (1 + 0.1 - 0.85));
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "Loss", 1)->formula, ==, "B8*B5");
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "Yearly retention r", 1)->formula, ==,
                   "retention");
}

static void
test_the_cover_says_what_it_is (HfTestReport *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint sheet = hf_test_report_find_sheet (book, "封面 Cover");
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "公司 / Company", 1)->text, ==,
                   "长春示范汽车集团");
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "期间起 / Period from", 1)->value, ==,
                   "45292");
  g_assert_cmpstr (
      hf_test_report_beside (book, sheet, "所有时间的时区 / Time zone of all moments", 1)->text,
      ==, "Asia/Shanghai (UTC+08:00)");
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "制作人 / Made by", 1)->text, ==,
                   "赵敏");
  g_assert_cmpstr (hf_test_report_beside (book, sheet, "制作软件 / Made with", 1)->text, ==,
                   "Huifang 9.8.7");
  g_autofree char *entry = test_xlsx_find (book, sheet, "客户 / Customers");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, entry)->link, ==, "'客户 Customers'!$A$1");
}

static void
test_reasons_fall_into_their_months (HfTestReport *fixture, gconstpointer data)
{
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  guint sheet = hf_test_report_find_sheet (book, "逐月走势 By month");
  const TestXlsxCell *march = hf_test_report_beside (book, sheet,
                                                     "竞争对手的诱惑 / Competitor's offer", 2);
  g_assert_cmpstr (march->value, ==, "2");
  g_autofree char *heading = test_xlsx_find (book, sheet, "月份\nMonth");
  g_autofree char *lost = g_strdup_printf ("C%d", atoi (heading + 1) + 1);
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, lost)->value, ==, "40");
}

static void
test_numbers_have_a_point_in_every_region (HfTestReport *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no region with a decimal comma is installed");
      return;
    }
  g_autoptr (TestXlsx) book = hf_test_report_make (fixture);
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  setlocale (LC_NUMERIC, before);
  guint sheet = hf_test_report_find_sheet (book, "流失原因 Reasons");
  g_assert_cmpstr (test_xlsx_get_cell (book, sheet, "D5")->value, ==, "0.34");
}

#define ADD(path, func)                                                                        \
  g_test_add ("/report/" path, HfTestReport, NULL, hf_test_report_set_up, func,                \
              hf_test_report_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("key-figures", test_key_figures_equal_the_figures);
  ADD ("not-known", test_what_is_not_known_is_said);
  ADD ("undated", test_who_has_no_date_is_said);
  ADD ("nothing-logged", test_nothing_logged_is_no_result);
  ADD ("languages", test_both_languages_are_there);
  ADD ("reasons", test_reasons_have_shares_and_a_chart);
  ADD ("silent", test_the_estimate_is_live);
  ADD ("sources", test_sources_stand_beside_each_other);
  ADD ("recovery", test_recovery_stands_beside_the_published);
  ADD ("missing-sheets", test_formulas_need_no_missing_sheet);
  ADD ("value", test_value_follows_the_formulas);
  ADD ("cover", test_the_cover_says_what_it_is);
  ADD ("months", test_reasons_fall_into_their_months);
  ADD ("region", test_numbers_have_a_point_in_every_region);
  return g_test_run ();
}
