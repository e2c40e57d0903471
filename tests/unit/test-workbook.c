#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#ifdef __linux__
#include <signal.h>
#include <sys/resource.h>
#endif

#include "hf-package.h"
#include "hf-report.h"
#include "hf-workbook.h"
#include "test-folder.h"
#include "test-xlsx.h"

/* 5 March 2024, 02:30 UTC. */
#define MOMENT G_GINT64_CONSTANT (1709605800000000)

typedef struct
{
  char *folder;
  char *path;
  HfReportLanguage *language;
  GTimeZone *zone;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ("huifang-用户-XXXXXX");
  fixture->path = g_build_filename (fixture->folder, "报告.xlsx", NULL);
  fixture->language = hf_report_language_new ("zh_CN", "en");
  fixture->zone = g_time_zone_new_offset (8 * 3600);
}

/* Nothing but the workbook may be left behind. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  hf_report_language_free (fixture->language);
  g_time_zone_unref (fixture->zone);
}

static HfWorkbook *
open_workbook (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  HfWorkbook *workbook = hf_workbook_new (fixture->path, fixture->language, fixture->zone,
                                          "CNY", &error);
  g_assert_no_error (error);
  return workbook;
}

static TestXlsx *
finish (Fixture *fixture, HfWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (hf_workbook_finish (workbook, &error));
  g_assert_no_error (error);
  return test_xlsx_open (fixture->path);
}

static HfTable *
make_columns (void)
{
  HfTable *table = hf_table_new ();
  hf_table_add_column (table, "客户编码\nCustomer code", HF_CELL_CODE);
  hf_table_add_column (table, "原话\nWords", HF_CELL_TEXT);
  hf_table_add_column (table, "日期\nDate", HF_CELL_DATE);
  hf_table_add_column (table, "时间\nMoment", HF_CELL_MOMENT);
  hf_table_add_column (table, "金额\nMoney", HF_CELL_MONEY);
  return table;
}

static void
fill_row (HfRow *row, const char *code, const char *words)
{
  hf_row_clear (row);
  hf_row_add_code (row, code);
  hf_row_add_text (row, words);
  hf_row_add_date (row, "2024-03-05");
  hf_row_add_moment (row, MOMENT);
  hf_row_add_money (row, 1200500);
}

static void
write_rows (HfSheet *sheet, guint count)
{
  g_autoptr (HfRow) row = hf_row_new ();
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *code = g_strdup_printf ("%06u", i);
      fill_row (row, code, "=cmd|' /C calc'!A0");
      g_assert_true (hf_sheet_write_row (sheet, row, &error));
      g_assert_no_error (error);
    }
  hf_sheet_end_rows (sheet);
}

static void
test_rows_are_typed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfWorkbook) workbook = open_workbook (fixture);
  g_autoptr (HfTable) columns = make_columns ();
  HfSheet *sheet = hf_workbook_add_rows (workbook, "Rows", "rows", columns, FALSE);
  write_rows (sheet, 3);
  g_autoptr (TestXlsx) book = finish (fixture, workbook);

  const TestXlsxCell *code = test_xlsx_get_cell (book, 0, "A3");
  g_assert_cmpstr (code->text, ==, "000001");
  g_assert_cmpstr (code->number_format, ==, "@");
  const TestXlsxCell *words = test_xlsx_get_cell (book, 0, "B2");
  g_assert_cmpstr (words->text, ==, "=cmd|' /C calc'!A0");
  g_assert_null (words->formula);
  const TestXlsxCell *date = test_xlsx_get_cell (book, 0, "C2");
  g_assert_cmpstr (date->value, ==, "45356");
  g_assert_cmpstr (date->number_format, ==, "yyyy-mm-dd");
  const TestXlsxCell *moment = test_xlsx_get_cell (book, 0, "D2");
  g_assert_true (g_str_has_prefix (moment->value, "45356.4375"));
  const TestXlsxCell *money = test_xlsx_get_cell (book, 0, "E2");
  g_assert_cmpstr (money->value, ==, "1200.5");
  g_assert_cmpstr (money->number_format, ==, "\"CNY\" #,##0.00");
  g_assert_cmpstr (money->font, ==, "Microsoft YaHei");
}

static void
test_rows_are_an_excel_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfWorkbook) workbook = open_workbook (fixture);
  g_autoptr (HfTable) columns = make_columns ();
  write_rows (hf_workbook_add_rows (workbook, "Rows", "rows", columns, FALSE), 3);
  g_autoptr (TestXlsx) book = finish (fixture, workbook);

  g_autofree char *table = test_xlsx_dup_part (book, "xl/tables/table1.xml");
  g_assert_nonnull (strstr (table, "name=\"rows\""));
  g_assert_nonnull (strstr (table, "ref=\"A1:E4\""));
  g_assert_nonnull (strstr (table, "name=\"客户编码&#xA;Customer code\""));
  g_assert_nonnull (strstr (table, "<autoFilter"));
  g_autofree char *sheet = test_xlsx_dup_sheet (book, 0);
  g_assert_nonnull (strstr (sheet, "ySplit=\"1\""));
  g_assert_nonnull (strstr (sheet, "state=\"frozen\""));
  g_assert_nonnull (strstr (sheet, "orientation=\"landscape\""));
  g_assert_nonnull (strstr (sheet, "fitToHeight=\"0\""));
  g_assert_nonnull (strstr (sheet, "&amp;P"));
  g_assert_nonnull (strstr (sheet, "numberStoredAsText=\"1\""));
  g_autofree char *names = test_xlsx_dup_part (book, "xl/workbook.xml");
  g_assert_nonnull (strstr (names, "_xlnm.Print_Titles"));
  g_assert_nonnull (strstr (names, "$1:$1"));
}

static void
test_more_rows_go_on_to_another_sheet (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfWorkbook) workbook = open_workbook (fixture);
  g_autoptr (HfTable) columns = make_columns ();
  hf_workbook_set_max_rows (workbook, 5);
  write_rows (hf_workbook_add_rows (workbook, "客户", "customers", columns, FALSE), 10);
  g_autoptr (TestXlsx) book = finish (fixture, workbook);

  g_assert_cmpuint (test_xlsx_n_sheets (book), ==, 3);
  g_assert_cmpstr (test_xlsx_get_name (book, 1), ==, "客户 (2)");
  g_assert_cmpstr (test_xlsx_get_cell (book, 0, "A5")->text, ==, "000003");
  g_assert_null (test_xlsx_get_cell (book, 0, "A6"));
  g_assert_cmpstr (test_xlsx_get_cell (book, 1, "A1")->text, ==, "客户编码\nCustomer code");
  g_assert_cmpstr (test_xlsx_get_cell (book, 1, "A2")->text, ==, "000004");
  g_assert_cmpstr (test_xlsx_get_cell (book, 2, "A3")->text, ==, "000009");
  g_autofree char *table = test_xlsx_dup_part (book, "xl/tables/table2.xml");
  g_assert_nonnull (strstr (table, "name=\"customers_2\""));
}

static void
test_an_empty_table_is_still_valid (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfWorkbook) workbook = open_workbook (fixture);
  g_autoptr (HfTable) columns = make_columns ();
  write_rows (hf_workbook_add_rows (workbook, "Rows", "rows", columns, FALSE), 0);
  g_autoptr (TestXlsx) book = finish (fixture, workbook);
  g_autofree char *table = test_xlsx_dup_part (book, "xl/tables/table1.xml");
  g_assert_nonnull (strstr (table, "ref=\"A1:E2\""));
}

static void
test_bad_text_is_mended (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfWorkbook) workbook = open_workbook (fixture);
  HfSheet *page = hf_workbook_add_page (workbook, "Page");
  g_autofree char *kept = g_strnfill (32767, 'x');
  g_autofree char *tooth = g_strdup_printf ("%s%s", kept, "yz");
  g_autoptr (HfTable) table = hf_table_new ();
  hf_table_add_column (table, "Words", HF_CELL_TEXT);
  hf_row_add_text (hf_table_add_row (table), "broken \xFF here");
  hf_row_add_text (hf_table_add_row (table), kept);
  hf_row_add_text (hf_table_add_row (table), tooth);
  hf_sheet_add_table (page, table);
  g_autoptr (TestXlsx) book = finish (fixture, workbook);
  g_assert_cmpstr (test_xlsx_get_cell (book, 0, "A2")->text, ==, "broken \xEF\xBF\xBD here");
  g_assert_cmpstr (test_xlsx_get_cell (book, 0, "A3")->text, ==, kept);
  const char *cut = test_xlsx_get_cell (book, 0, "A4")->text;
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 32767);
  g_assert_true (g_str_has_suffix (cut, "x…"));
}

static void
test_names_of_sheets_are_valid (Fixture *fixture, gconstpointer data)
{
  static const char *const names[][2] = {
    { "a[b]c:d*e?f/g\\h", "a-b-c-d-e-f-g-h" },
    { "'quoted'", "quoted" },
    { "客户", "客户" },
    { "客户", "客户 (2)" },
    { "Customers", "Customers" },
    { "CUSTOMERS", "CUSTOMERS (2)" },
    { "History", "History (2)" },
    { "", " (2)" },
    { "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三",
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一" },
    { "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二",
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七 (2)" },
    { "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀" },
    { "bad \xFF", "bad \xEF\xBF\xBD" },
  };
  g_autoptr (HfWorkbook) workbook = open_workbook (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      HfSheet *page = hf_workbook_add_page (workbook, names[i][0]);
      g_assert_cmpstr (hf_sheet_get_name (page), ==, names[i][1]);
    }
  g_autoptr (TestXlsx) book = finish (fixture, workbook);
  g_assert_cmpuint (test_xlsx_n_sheets (book), ==, G_N_ELEMENTS (names));
}

static void
test_places_are_quoted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfWorkbook) workbook = open_workbook (fixture);
  HfSheet *page = hf_workbook_add_page (workbook, "it's here");
  g_autofree char *place = hf_sheet_dup_place (page, 2, 1);
  g_assert_cmpstr (place, ==, "'it''s here'!$B$3");
}

/* A page with one table, a link, a formula and a chart with a line of its own. */
static void
fill_page (HfWorkbook *workbook)
{
  HfSheet *page = hf_workbook_add_page (workbook, "原因 Reasons");
  g_autofree char *place = hf_sheet_dup_place (page, 0, 0);
  g_autoptr (HfTable) table = hf_table_new ();
  hf_table_add_column (table, "原因\nReason", HF_CELL_TEXT);
  hf_table_add_column (table, "主因\nPrimary", HF_CELL_INTEGER);
  hf_table_add_column (table, "累计\nCumulative", HF_CELL_PERCENT);
  for (guint i = 0; i < 3; i++)
    {
      HfRow *row = hf_table_add_row (table);
      hf_row_add_text (row, i == 0 ? "价格 <&> Price" : "x");
      hf_row_add_integer (row, 3 - i);
      hf_row_set_target (row, place);
      hf_row_add_percent (row, (i + 1) / 3.0);
      hf_row_set_formula (row, "=SUM(B$3:B3)/6");
    }
  hf_sheet_add_text (page, HF_TEXT_TITLE, "原因");
  guint first = hf_sheet_add_table (page, table);
  g_assert_cmpuint (first, ==, 2);
  const HfChart chart = { .title = "Pareto",
                          .axis_title = "Customers",
                          .line_axis_title = "Cumulative",
                          .categories = 0,
                          .series = { 1 },
                          .n_series = 1,
                          .line = 2,
                          .line_max = 1 };
  hf_sheet_set_chart (page, hf_sheet_add_chart_space (page), table, first, &chart);
  hf_workbook_define_name (workbook, "first_reason", place);
}

static void
test_a_page_has_links_and_formulas (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfWorkbook) workbook = open_workbook (fixture);
  fill_page (workbook);
  g_autoptr (TestXlsx) book = finish (fixture, workbook);
  const TestXlsxCell *count = test_xlsx_get_cell (book, 0, "B3");
  g_assert_cmpstr (count->value, ==, "3");
  g_assert_cmpstr (count->link, ==, "'原因 Reasons'!$A$1");
  const TestXlsxCell *share = test_xlsx_get_cell (book, 0, "C5");
  g_assert_cmpstr (share->formula, ==, "SUM(B$3:B3)/6");
  g_assert_cmpstr (share->value, ==, "1");
  g_assert_cmpstr (share->number_format, ==, "0.0%");
  g_autofree char *sheet = test_xlsx_dup_sheet (book, 0);
  g_assert_nonnull (strstr (sheet, "<autoFilter ref=\"A2:C5\"/>"));
  g_assert_nonnull (strstr (sheet, "ySplit=\"2\""));
  g_autofree char *names = test_xlsx_dup_part (book, "xl/workbook.xml");
  g_assert_nonnull (strstr (names, "name=\"first_reason\""));
}

static guint
count_of (const char *text, const char *part)
{
  guint count = 0;
  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    count++;
  return count;
}

static void
test_the_chart_has_a_second_axis (Fixture *fixture, gconstpointer data)
{
  static const GMarkupParser parser = { NULL };
  g_autoptr (HfWorkbook) workbook = open_workbook (fixture);
  fill_page (workbook);
  g_autoptr (TestXlsx) book = finish (fixture, workbook);
  g_autofree char *chart = test_xlsx_dup_part (book, "xl/charts/chart1.xml");
  g_assert_cmpuint (count_of (chart, "<c:barChart>"), ==, 1);
  g_assert_cmpuint (count_of (chart, "<c:lineChart>"), ==, 1);
  g_assert_cmpuint (count_of (chart, "<c:ser>"), ==, 2);
  g_assert_cmpuint (count_of (chart, "<c:valAx>"), ==, 2);
  g_assert_cmpuint (count_of (chart, "<c:catAx>"), ==, 2);
  g_assert_cmpuint (count_of (chart, "</c:plotArea>"), ==, 1);
  g_assert_nonnull (strstr (chart, "<c:crosses val=\"max\"/>"));
  g_assert_nonnull (strstr (chart, "价格 &lt;&amp;&gt; Price"));
  g_assert_nonnull (strstr (chart, "&apos;原因 Reasons&apos;!$C$3:$C$5"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_markup_parse_context_parse (context, chart, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
assert_nothing_there (const char *path, HfReportError code)
{
  g_autoptr (HfReportLanguage) language = hf_report_language_new ("en", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_workbook_new (path, language, zone, NULL, &error));
  g_assert_error (error, HF_REPORT_ERROR, (int) code);
  g_autofree char *name = g_filename_display_name (path);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_a_folder_that_is_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "没有", "report.xlsx", NULL);
  assert_nothing_there (path, HF_REPORT_ERROR_FOLDER);
}

static void
test_a_target_that_is_a_folder (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_nothing_there (fixture->path, HF_REPORT_ERROR_TARGET);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
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
  gsize length = 0;
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, "the old report", strlen ("the old report"));
}

static void
test_what_is_not_finished_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  write_old (fixture);
  HfWorkbook *workbook = open_workbook (fixture);
  g_autoptr (HfTable) columns = make_columns ();
  fill_page (workbook);
  write_rows (hf_workbook_add_rows (workbook, "Rows", "rows", columns, FALSE), 2000);
  hf_workbook_free (workbook);
  assert_old (fixture);
}

static void
test_the_new_file_takes_the_place_of_the_old (Fixture *fixture, gconstpointer data)
{
  write_old (fixture);
  g_autoptr (HfWorkbook) workbook = open_workbook (fixture);
  fill_page (workbook);
  assert_old (fixture);
  g_autoptr (TestXlsx) book = finish (fixture, workbook);
  g_assert_cmpuint (test_xlsx_n_sheets (book), ==, 1);
}

static void
test_a_piece_that_is_missing_is_noticed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfWorkbook) workbook = open_workbook (fixture);
  g_autoptr (HfTable) columns = make_columns ();
  write_rows (hf_workbook_add_rows (workbook, "Rows", "rows", columns, FALSE), 3000);
  g_autoptr (TestXlsx) book = finish (fixture, workbook);

  g_autofree char *sheet = test_xlsx_dup_sheet (book, 0);
  const char *begin = strstr (sheet, "<sheetData>") + strlen ("<sheetData>");
  gint64 bytes = strstr (begin, "</sheetData>") - begin;
  gint64 more = bytes + 4096;
  g_assert_true (hf_package_is_whole (fixture->path, &bytes, 1));
  g_assert_false (hf_package_is_whole (fixture->path, &more, 1));

  g_autofree char *contents = NULL;
  gsize length = 0;
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, length / 2, NULL));
  g_assert_false (hf_package_is_whole (fixture->path, &bytes, 1));
}

#ifdef __linux__
/* No file may grow beyond what a full disk would let it. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* Writes rows that are the same each time, where no file may grow beyond @bytes. */
static gboolean
write_within (Fixture *fixture, rlim_t bytes, GError **error)
{
  g_autoptr (HfTable) columns = make_columns ();
  g_autoptr (HfRow) row = hf_row_new ();
  g_autoptr (HfWorkbook) workbook = open_workbook (fixture);
  HfSheet *sheet = hf_workbook_add_rows (workbook, "Rows", "rows", columns, FALSE);
  gboolean good = TRUE;
  limit_files (bytes);
  for (guint i = 0; good && i < 3000; i++)
    {
      g_autofree char *code = g_strdup_printf ("%06u", i * 7919 % 1000000);
      fill_row (row, code, code);
      good = hf_sheet_write_row (sheet, row, error);
    }
  if (good)
    hf_sheet_end_rows (sheet);
  good = good && hf_workbook_finish (workbook, error);
  limit_files (RLIM_INFINITY);
  return good;
}

static gint64
bytes_of_rows (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (write_within (fixture, RLIM_INFINITY, &error));
  g_assert_no_error (error);
  g_autoptr (TestXlsx) book = test_xlsx_open (fixture->path);
  g_autofree char *sheet = test_xlsx_dup_sheet (book, 0);
  const char *begin = strstr (sheet, "<sheetData>") + strlen ("<sheetData>");
  return strstr (begin, "</sheetData>") - begin;
}

/* Full while the rows are written, and when they have just found room but not once more with
 * what comes before and after them. */
static void
test_a_full_disk (Fixture *fixture, gconstpointer data)
{
  gint64 rows = bytes_of_rows (fixture);
  const gint64 limits[] = { rows / 2, rows - 10, rows + 200 };
  write_old (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (write_within (fixture, limits[i], &error));
      g_assert_error (error, HF_REPORT_ERROR, HF_REPORT_ERROR_NO_SPACE);
      assert_old (fixture);
    }
}
#endif

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/workbook/typed", test_rows_are_typed);
  ADD ("/workbook/table", test_rows_are_an_excel_table);
  ADD ("/workbook/overflow", test_more_rows_go_on_to_another_sheet);
  ADD ("/workbook/empty", test_an_empty_table_is_still_valid);
  ADD ("/workbook/bad-text", test_bad_text_is_mended);
  ADD ("/workbook/names", test_names_of_sheets_are_valid);
  ADD ("/workbook/places", test_places_are_quoted);
  ADD ("/workbook/page", test_a_page_has_links_and_formulas);
  ADD ("/workbook/chart", test_the_chart_has_a_second_axis);
  ADD ("/workbook/no-folder", test_a_folder_that_is_missing);
  ADD ("/workbook/is-folder", test_a_target_that_is_a_folder);
  ADD ("/workbook/unfinished", test_what_is_not_finished_leaves_nothing);
  ADD ("/workbook/replaced", test_the_new_file_takes_the_place_of_the_old);
  ADD ("/workbook/missing-piece", test_a_piece_that_is_missing_is_noticed);
#ifdef __linux__
  ADD ("/workbook/full-disk", test_a_full_disk);
#endif
  return g_test_run ();
}
