#include "config.h"

#include <locale.h>

#include "hf-choice.h"
#include "hf-report-language.h"

static void
test_two_languages_stand_on_two_lines (void)
{
  g_autoptr (HfReportLanguage) both = hf_report_language_new ("zh_CN", "en");
  g_autofree char *text = hf_report_language_text (both, HF_REPORT_CONTEXT, "Churn rate");
  g_autofree char *line = hf_report_language_line (both, HF_REPORT_CONTEXT, "Churn rate");
  g_assert_cmpuint (hf_report_language_count (both), ==, 2);
  g_assert_cmpstr (text, ==, "流失率\nChurn rate");
  g_assert_cmpstr (line, ==, "流失率 / Churn rate");
}

static void
test_equal_texts_stand_once (void)
{
  g_autoptr (HfReportLanguage) both = hf_report_language_new ("zh_CN", "zh_TW");
  g_autofree char *same = hf_report_language_text (both, HF_REPORT_CONTEXT, "Churn rate");
  g_autofree char *other = hf_report_language_text (both, HF_REPORT_CONTEXT, "Complaints");
  g_assert_cmpstr (same, ==, "流失率");
  g_assert_cmpstr (other, ==, "投诉\n客訴");
}

static void
test_one_language_is_one_line (void)
{
  static const char *const seconds[] = { NULL, "en" };
  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++)
    {
      g_autoptr (HfReportLanguage) one = hf_report_language_new ("en", seconds[i]);
      g_autofree char *text = hf_report_language_text (one, HF_REPORT_CONTEXT, "Churn rate");
      g_assert_cmpuint (hf_report_language_count (one), ==, 1);
      g_assert_cmpstr (text, ==, "Churn rate");
    }
}

static void
test_closed_lists_have_their_labels (void)
{
  g_autoptr (HfReportLanguage) both = hf_report_language_new ("zh_TW", "en");
  g_autofree char *line = hf_report_language_line (both, HF_CHOICE_CONTEXT, "Refused");
  g_assert_cmpstr (line, ==, "拒訪 / Refused");
}

static void
test_a_language_without_catalogue_is_english (void)
{
  g_autoptr (HfReportLanguage) one = hf_report_language_new ("xx", NULL);
  g_autofree char *text = hf_report_language_text (one, HF_REPORT_CONTEXT, "Churn rate");
  g_assert_cmpstr (text, ==, "Churn rate");
}

static void
test_fonts_are_those_of_the_language (void)
{
  static const char *const fonts[][3] = {
    { "zh_CN", "en", "Microsoft YaHei" },
    { "en", "zh_TW", "Microsoft JhengHei" },
    { "zh_TW", "zh_CN", "Microsoft JhengHei" },
    { "en", NULL, "Calibri" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      g_autoptr (HfReportLanguage) language = hf_report_language_new (fonts[i][0], fonts[i][1]);
      g_assert_cmpstr (hf_report_language_get_font (language), ==, fonts[i][2]);
    }
}

static void
test_the_locale_stays (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  g_autoptr (HfReportLanguage) both = hf_report_language_new ("zh_CN", "zh_TW");
  g_autofree char *text = hf_report_language_text (both, HF_REPORT_CONTEXT, "Complaints");
  g_assert_cmpstr (setlocale (LC_ALL, NULL), ==, before);
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "en");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-language/two", test_two_languages_stand_on_two_lines);
  g_test_add_func ("/report-language/equal", test_equal_texts_stand_once);
  g_test_add_func ("/report-language/one", test_one_language_is_one_line);
  g_test_add_func ("/report-language/choices", test_closed_lists_have_their_labels);
  g_test_add_func ("/report-language/missing", test_a_language_without_catalogue_is_english);
  g_test_add_func ("/report-language/fonts", test_fonts_are_those_of_the_language);
  g_test_add_func ("/report-language/locale", test_the_locale_stays);
  return g_test_run ();
}
