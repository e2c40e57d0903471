#include "config.h"

#include <minizip/zip.h>
#include <string.h>

#include "hf-row-reader.h"
#include "hf-xlsx-package.h"
#include "hf-xlsx-reader.h"
#include "hf-xlsx-sheet.h"
#include "hf-xlsx-strings.h"
#include "hf-xlsx-value.h"
#include "hf-xlsx-workbook.h"
#include "test-file.h"

static char *
fixture (const char *name)
{
  g_autofree char *path = g_build_filename ("xlsx", name, NULL);
  return test_file_fixture (path);
}

/* Writes a table the way the tests compare it: cells between |, rows between newlines. */
static char *
read_rows (const char *path, const HfReadOptions *options, GError **error)
{
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, options, error);
  GString *shown = g_string_new (NULL);
  HfRow row;
  while (reader != NULL && hf_row_reader_next (reader, &row, error))
    {
      g_string_append_printf (shown, "%u:", row.number);
      for (guint i = 0; i < row.n_cells; i++)
        g_string_append_printf (shown, "%s%s", i > 0 ? "|" : "", row.cells[i]);
      g_string_append_c (shown, '\n');
    }
  return g_string_free (shown, FALSE);
}

static void
assert_rows (const char *name, const HfReadOptions *options, const char *expected)
{
  g_autofree char *path = fixture (name);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = read_rows (path, options, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, expected);
}

static void
test_every_kind_of_cell (void)
{
  assert_rows (
      "kinds.xlsx", NULL,
      "1:姓名|王女士 |課|two\nlines A _x0041_ & <b>|\n"
      "2:inline|TRUE|FALSE||姓名!|2|\n"
      "3:33.964131|13912345678|13900000000|-118.272783|0.00000015|"
      "602214076000000000000000|1.50\n"
      "5:|5||7\n"
      "6:6\n"
      "7:\n"
      "8:2024-03-05|2024-03-05 14:07:30|2024-03-05|45356|1.5|12:00:00|1900-02-28|"
      "1900-03-01|-1|2024-03-05 14:07:30|2024-03-05|9"
      "000000000000000000000000000000000000000000000000000000000000000000000000000000000"
      "000000000000000000|2024-03-06\n"
      "9:9|10\n");
}

static void
test_days_from_1904 (void)
{
  assert_rows ("dates-1904.xlsx", NULL, "1:2024-03-05\n");
}

static void
test_sheets_are_chosen (void)
{
  assert_rows ("kinds.xlsx", &(HfReadOptions){ .sheet = "Secret" }, "1:1\n");
  assert_rows ("kinds.xlsx", &(HfReadOptions){ .sheet = "1" }, "1:1\n");
  assert_rows ("kinds.xlsx", &(HfReadOptions){ .sheet = "前缀 2" }, "2:prefixed\n");
  assert_rows ("kinds.xlsx", &(HfReadOptions){ .sheet = "3" }, "2:prefixed\n");
  assert_rows ("kinds.xlsx", &(HfReadOptions){ .sheet = "4" }, "");
  assert_rows ("kinds.xlsx", &(HfReadOptions){ .sheet = " kinds ", .header_row = 9 },
               "9:9|10\n");
}

static void
test_sheets_are_listed (void)
{
  g_autofree char *path = fixture ("kinds.xlsx");
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, NULL, NULL);
  g_autofree char *sheets = g_strjoinv (
      "|", (GStrv) hf_xlsx_reader_get_sheets (HF_XLSX_READER (reader)));
  g_assert_cmpstr (sheets, ==, "Secret|Kinds|前缀 2|4");
  g_assert_cmpstr (hf_xlsx_reader_get_sheet (HF_XLSX_READER (reader)), ==, "Kinds");
}

static void
test_progress_and_close (void)
{
  g_autofree char *path = fixture ("kinds.xlsx");
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, NULL, NULL);
  HfRow row;
  g_assert_true (hf_row_reader_next (reader, &row, NULL));
  g_assert_cmpfloat (hf_row_reader_get_progress (reader), >, 0);
  hf_row_reader_close (reader);
  g_assert_cmpfloat (hf_row_reader_get_progress (reader), ==, 1);
  g_assert_false (hf_row_reader_next (reader, &row, NULL));
}

static void
assert_refused (const char *path, const HfReadOptions *options, int code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = read_rows (path, options, &error);
  g_test_message ("%s: %s", path, error != NULL ? error->message : "read");
  g_assert_error (error, HF_READ_ERROR, code);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_bad_workbooks_are_refused (void)
{
  static const struct
  {
    const char *name;
    int code;
    const char *says;
  } cases[] = {
    { "binary.xlsb", HF_READ_ERROR_NOT_SPREADSHEET, ".xlsb" },
    { "bomb-ratio.xlsx", HF_READ_ERROR_REFUSED, "xl/media/bomb.bin" },
    { "bomb-size.xlsx", HF_READ_ERROR_REFUSED, "2 GiB" },
    { "cell-column.xlsx", HF_READ_ERROR_BROKEN, "row 4, column 16385" },
    { "cell-order.xlsx", HF_READ_ERROR_BROKEN, "row 4, column 2" },
    { "checksum.xlsx", HF_READ_ERROR_BROKEN, "unpacked" },
    { "deep.xlsx", HF_READ_ERROR_REFUSED, "64 levels" },
    { "doctype.xlsx", HF_READ_ERROR_REFUSED, "document type" },
    { "encrypted.xlsx", HF_READ_ERROR_BROKEN, "unpacked" },
    { "entity.xlsx", HF_READ_ERROR_BROKEN, "xl/worksheets/sheet1.xml" },
    { "gbk.xlsx", HF_READ_ERROR_ENCODING, "xl/worksheets/sheet1.xml" },
    { "lying-size.xlsx", HF_READ_ERROR_BROKEN, "damaged" },
    { "no-part.xlsx", HF_READ_ERROR_BROKEN, "xl/worksheets/sheet1.xml" },
    { "no-sheets.xlsx", HF_READ_ERROR_NO_SHEET, "no worksheet" },
    { "no-string.xlsx", HF_READ_ERROR_BROKEN, "row 6, column 3" },
    { "old.xlsx", HF_READ_ERROR_OLD_FORMAT, "old .xls" },
    { "other.zip", HF_READ_ERROR_NOT_SPREADSHEET, "not an .xlsx" },
    { "path-absolute.xlsx", HF_READ_ERROR_REFUSED, "/etc/evil.xml" },
    { "path-backslash.xlsx", HF_READ_ERROR_REFUSED, "xl\\..\\evil.xml" },
    { "path-dotdot.xlsx", HF_READ_ERROR_REFUSED, "xl/../../evil.xml" },
    { "path-drive.xlsx", HF_READ_ERROR_REFUSED, "c:evil.xml" },
    { "path-long-name.xlsx", HF_READ_ERROR_REFUSED, "512 bytes" },
    { "path-target.xlsx", HF_READ_ERROR_REFUSED, "../../../../etc/passwd" },
    { "row-number.xlsx", HF_READ_ERROR_BROKEN, "row 1048577" },
    { "row-order.xlsx", HF_READ_ERROR_BROKEN, "row 2" },
    { "truncated.xlsx", HF_READ_ERROR_BROKEN, "unpacked" },
    { "unclosed.xlsx", HF_READ_ERROR_BROKEN, "xl/worksheets/sheet1.xml" },
    { "utf16.xlsx", HF_READ_ERROR_ENCODING, "UTF-8" },
    { "word.zip", HF_READ_ERROR_NOT_SPREADSHEET, "not an .xlsx" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = fixture (cases[i].name);
      assert_refused (path, NULL, cases[i].code, cases[i].says);
    }
}

static void
test_a_missing_sheet_is_named (void)
{
  static const char *const missing[] = { "Churn", "0", "5", "-1" };
  g_autofree char *path = fixture ("kinds.xlsx");
  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      HfReadOptions options = { .sheet = missing[i] };
      assert_refused (path, &options, HF_READ_ERROR_NO_SHEET, missing[i]);
      assert_refused (path, &options, HF_READ_ERROR_NO_SHEET, "Kinds");
    }
}

#define RELATIONS                                                                              \
  "<Relationships><Relationship Id='r1' Type='x/worksheet' "                                   \
  "Target='worksheets/sheet1.xml'/></Relationships>"

/* Workbooks that are too large to be kept as fixtures are written here. */
typedef struct
{
  zipFile zip;
  char *path;
} Writing;

static void
begin_part (Writing *writing, const char *name, int level)
{
  zip_fileinfo info = { 0 };
  g_assert_cmpint (zipOpenNewFileInZip (writing->zip, name, &info, NULL, 0, NULL, 0, NULL,
                                        level > 0 ? Z_DEFLATED : 0, level),
                   ==, ZIP_OK);
}

static void
add_text (Writing *writing, const char *text)
{
  g_assert_cmpint (zipWriteInFileInZip (writing->zip, text, strlen (text)), ==, ZIP_OK);
}

static void
add_part (Writing *writing, const char *name, const char *text)
{
  begin_part (writing, name, 0);
  add_text (writing, text);
}

static void
begin_workbook (Writing *writing)
{
  writing->path = test_file_write ("", 0);
  writing->zip = zipOpen64 (writing->path, APPEND_STATUS_CREATE);
  g_assert_nonnull (writing->zip);
  add_part (writing, "xl/workbook.xml",
            "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='r1'/></sheets></workbook>");
  add_part (writing, "xl/_rels/workbook.xml.rels", RELATIONS);
}

static void
end_workbook (Writing *writing, int code, const char *says)
{
  g_assert_cmpint (zipClose (writing->zip, NULL), ==, ZIP_OK);
  assert_refused (writing->path, NULL, code, says);
  test_file_remove (writing->path);
}

static void
test_too_many_sheets (void)
{
  g_autoptr (GString) book = g_string_new ("<workbook xmlns:r='r'><sheets>");
  Writing writing = { .path = test_file_write ("", 0) };
  writing.zip = zipOpen64 (writing.path, APPEND_STATUS_CREATE);
  for (int i = 0; i <= HF_XLSX_SHEETS_LIMIT; i++)
    g_string_append_printf (book, "<sheet name='S%d' r:id='r1'/>", i);
  g_string_append (book, "</sheets></workbook>");
  add_part (&writing, "xl/workbook.xml", book->str);
  add_part (&writing, "xl/_rels/workbook.xml.rels", RELATIONS);
  end_workbook (&writing, HF_READ_ERROR_TOO_BIG, "1024 sheets");
}

static void
test_too_many_parts (void)
{
  Writing writing;
  begin_workbook (&writing);
  for (int i = 0; i < HF_XLSX_PARTS_LIMIT; i++)
    {
      g_autofree char *name = g_strdup_printf ("p%d", i);
      begin_part (&writing, name, 0);
    }
  end_workbook (&writing, HF_READ_ERROR_REFUSED, "4096 parts");
}

static void
test_too_large_a_cell (void)
{
  g_autofree char *huge = g_strnfill (HF_XLSX_CELL_LIMIT + 1, 'x');
  Writing writing;
  begin_workbook (&writing);
  begin_part (&writing, "xl/worksheets/sheet1.xml", 0);
  add_text (&writing, "<worksheet><sheetData><row r='2'><c r='C2' t='inlineStr'><is><t>");
  add_text (&writing, huge);
  add_text (&writing, "</t></is></c></row></sheetData></worksheet>");
  end_workbook (&writing, HF_READ_ERROR_TOO_BIG, "Row 2, column 3");

  begin_workbook (&writing);
  begin_part (&writing, "xl/sharedStrings.xml", 0);
  add_text (&writing, "<sst><si><t>");
  add_text (&writing, huge);
  add_text (&writing, "</t></si></sst>");
  add_part (&writing, "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r='7'><c r='B7' t='s'><v>0</v></c></row></sheetData>"
            "</worksheet>");
  end_workbook (&writing, HF_READ_ERROR_TOO_BIG, "Row 7, column 2");
}

static void
test_too_large_a_row (void)
{
  g_autofree char *huge = g_strnfill (HF_XLSX_CELL_LIMIT, 'x');
  Writing writing;
  begin_workbook (&writing);
  begin_part (&writing, "xl/worksheets/sheet1.xml", 0);
  add_text (&writing, "<worksheet><sheetData><row r='3'>");
  for (int i = 0; i <= HF_XLSX_ROW_SIZE_LIMIT / HF_XLSX_CELL_LIMIT; i++)
    {
      add_text (&writing, "<c t='str'><v>");
      add_text (&writing, huge);
      add_text (&writing, "</v></c>");
    }
  add_text (&writing, "</row></sheetData></worksheet>");
  end_workbook (&writing, HF_READ_ERROR_TOO_BIG, "Row 3");
}

static void
test_too_large_a_tag (void)
{
  g_autofree char *huge = g_strnfill (1024 * 1024, 'x');
  Writing writing;
  begin_workbook (&writing);
  begin_part (&writing, "xl/worksheets/sheet1.xml", 0);
  add_text (&writing, "<worksheet name='");
  for (int i = 0; i < 17; i++)
    add_text (&writing, huge);
  add_text (&writing, "'/>");
  end_workbook (&writing, HF_READ_ERROR_TOO_BIG, "xl/worksheets/sheet1.xml");
}

static void
test_too_many_styles (void)
{
  Writing writing;
  begin_workbook (&writing);
  begin_part (&writing, "xl/styles.xml", 0);
  add_text (&writing, "<styleSheet><cellXfs>");
  for (int i = 0; i < 65537; i++)
    add_text (&writing, "<xf/>");
  add_text (&writing, "</cellXfs></styleSheet>");
  end_workbook (&writing, HF_READ_ERROR_TOO_BIG, "styles");
}

/* Takes some seconds: run with -m slow. */
static void
test_too_many_strings (void)
{
  if (!g_test_slow ())
    {
      g_test_skip ("takes long");
      return;
    }
  g_autoptr (GString) many = g_string_new (NULL);
  for (int i = 0; i < 1024; i++)
    g_string_append (many, "<si/>");
  Writing writing;
  begin_workbook (&writing);
  begin_part (&writing, "xl/sharedStrings.xml", 0);
  add_text (&writing, "<sst>");
  for (int i = 0; i <= HF_XLSX_STRINGS_COUNT_LIMIT / 1024; i++)
    add_text (&writing, many->str);
  add_text (&writing, "</sst>");
  end_workbook (&writing, HF_READ_ERROR_TOO_BIG, "16 million");
}

static void
test_too_much_text (void)
{
  if (!g_test_slow ())
    {
      g_test_skip ("takes long");
      return;
    }
  g_autofree char *much = g_strnfill (1024 * 1024, 'x');
  Writing writing;
  begin_workbook (&writing);
  begin_part (&writing, "xl/sharedStrings.xml", 0);
  add_text (&writing, "<sst>");
  for (int i = 0; i <= HF_XLSX_STRINGS_LIMIT / (1024 * 1024); i++)
    {
      add_text (&writing, "<si><t>");
      add_text (&writing, much);
      add_text (&writing, "</t></si>");
    }
  add_text (&writing, "</sst>");
  end_workbook (&writing, HF_READ_ERROR_TOO_BIG, "256 MiB");
}

static void
test_rows_cross_pieces (void)
{
  Writing writing;
  begin_workbook (&writing);
  begin_part (&writing, "xl/worksheets/sheet1.xml", 6);
  add_text (&writing, "<worksheet><sheetData>");
  for (int i = 1; i <= 20000; i++)
    {
      g_autofree char *row = g_strdup_printf (
          "<row r='%d'><c r='A%d'><v>%d</v></c><c r='C%d' t='str'><v>王%d</v></c></row>", i, i,
          i * 7, i, i);
      add_text (&writing, row);
    }
  add_text (&writing, "</sheetData></worksheet>");
  g_assert_cmpint (zipClose (writing.zip, NULL), ==, ZIP_OK);

  g_autoptr (HfRowReader) reader = hf_row_reader_open (writing.path, NULL, NULL);
  HfRow row;
  for (guint i = 1; i <= 20000; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i * 7);
      g_autofree char *name = g_strdup_printf ("王%u", i);
      g_assert_true (hf_row_reader_next (reader, &row, NULL));
      g_assert_cmpuint (row.number, ==, i);
      g_assert_cmpuint (row.n_cells, ==, 3);
      g_assert_cmpstr (row.cells[0], ==, number);
      g_assert_cmpstr (row.cells[1], ==, "");
      g_assert_cmpstr (row.cells[2], ==, name);
    }
  g_assert_false (hf_row_reader_next (reader, &row, NULL));
  test_file_remove (writing.path);
}

static void
test_numbers_stay_as_typed (void)
{
  static const char *const cases[][2] = {
    { "0", "0" },
    { "007", "007" },
    { "13912345678", "13912345678" },
    { "12345678901234567890", "12345678901234567890" },
    { "0.30000000000000004", "0.3" },
    { "33.964131000000002", "33.964131" },
    { "1.39E+10", "13900000000" },
    { "1e3", "1000" },
    { "-2.5E-3", "-0.0025" },
    { "1.2E-9", "0.0000000012" },
    { "-1E+21", "-1000000000000000000000" },
    { "1E+999", "1E+999" },
    { "nan", "nan" },
    { "abc", "abc" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      hf_xlsx_value_append_number (text, cases[i][0]);
      g_assert_cmpstr (text->str, ==, cases[i][1]);
    }
}

static void
test_date_formats_are_known (void)
{
  static const struct
  {
    const char *code;
    gboolean is_date;
  } cases[] = {
    { "yyyy-mm-dd", TRUE },
    { "m/d/yy h:mm", TRUE },
    { "[$-409]h:mm AM/PM;@", TRUE },
    { "mm:ss.0", TRUE },
    { "yyyy\"年\"m\"月\"", TRUE },
    { "[Magenta]yyyy", TRUE },
    { "[DBNum1][$-804]yyyy\"年\"", TRUE },
    { "General", FALSE },
    { "0.00", FALSE },
    { "#,##0 \"days\"", FALSE },
    { "0.00E+00", FALSE },
    { "[Red]#,##0;[Red]-#,##0", FALSE },
    { "[hh]:mm:ss", FALSE },
    { "@", FALSE },
    { "\\d0", FALSE },
    { "\"unclosed d", FALSE },
    { "[", FALSE },
    { "\\", FALSE },
    { "", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (hf_xlsx_value_is_date_format (cases[i].code) != cases[i].is_date)
      g_error ("“%s” is taken for the other kind", cases[i].code);
}

static void
test_days_have_bounds (void)
{
  static const struct
  {
    double serial;
    gboolean is_1904;
    const char *date;
  } cases[] = {
    { 1, FALSE, "1900-01-01" },
    { 0, FALSE, "1899-12-31" },
    { 0.75, FALSE, "18:00:00" },
    { 2958465, FALSE, "9999-12-31" },
    { 2958466, FALSE, NULL },
    { 2958465.9999999, FALSE, NULL },
    { -0.5, FALSE, NULL },
    { 0, TRUE, "1904-01-01" },
    { 1.5, TRUE, "1904-01-02 12:00:00" },
    { 1e300, FALSE, NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gboolean is_date = hf_xlsx_value_append_date (text, cases[i].serial, cases[i].is_1904);
      g_assert_cmpint (is_date, ==, cases[i].date != NULL);
      g_assert_cmpstr (text->str, ==, cases[i].date != NULL ? cases[i].date : "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/kinds", test_every_kind_of_cell);
  g_test_add_func ("/xlsx/1904", test_days_from_1904);
  g_test_add_func ("/xlsx/choose", test_sheets_are_chosen);
  g_test_add_func ("/xlsx/list", test_sheets_are_listed);
  g_test_add_func ("/xlsx/progress", test_progress_and_close);
  g_test_add_func ("/xlsx/pieces", test_rows_cross_pieces);
  g_test_add_func ("/xlsx/bad", test_bad_workbooks_are_refused);
  g_test_add_func ("/xlsx/missing-sheet", test_a_missing_sheet_is_named);
  g_test_add_func ("/xlsx/limit/parts", test_too_many_parts);
  g_test_add_func ("/xlsx/limit/sheets", test_too_many_sheets);
  g_test_add_func ("/xlsx/limit/cell", test_too_large_a_cell);
  g_test_add_func ("/xlsx/limit/row", test_too_large_a_row);
  g_test_add_func ("/xlsx/limit/tag", test_too_large_a_tag);
  g_test_add_func ("/xlsx/limit/styles", test_too_many_styles);
  g_test_add_func ("/xlsx/limit/strings", test_too_many_strings);
  g_test_add_func ("/xlsx/limit/text", test_too_much_text);
  g_test_add_func ("/xlsx/value/numbers", test_numbers_stay_as_typed);
  g_test_add_func ("/xlsx/value/formats", test_date_formats_are_known);
  g_test_add_func ("/xlsx/value/days", test_days_have_bounds);
  return g_test_run ();
}
