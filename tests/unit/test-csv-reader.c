#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "hf-csv-reader.h"
#include "test-file.h"

/* Writes a table the way the tests compare it: cells between |, rows between newlines. */
static char *
read_all (const char *contents, gssize length, const HfReadOptions *options, GError **error)
{
  g_autoptr (TestFile) path = test_file_write (contents, length);
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
test_rows_are_read (void)
{
  static const struct
  {
    const char *text, *rows;
  } cases[] = {
    { "a,b\n1,2\n", "1:a|b\n2:1|2\n" },
    { "a,b\r\n1,2\r\n", "1:a|b\n2:1|2\n" },
    { "a,b\r1,2\r", "1:a|b\n2:1|2\n" },
    { "a,b\n1,2", "1:a|b\n2:1|2\n" },
    { "a,b\n\n1,2\n\n", "1:a|b\n2:\n3:1|2\n4:\n" },
    { "a,b\n,\n", "1:a|b\n2:|\n" },
    { "a;b\n1,5;2\n", "1:a|b\n2:1,5|2\n" },
    { "a\tb\n1\t2\t\n", "1:a|b\n2:1|2|\n" },
    { "a|b|c\n", "1:a|b|c\n" },
    { "only\none\n", "1:only\n2:one\n" },
    { "a,\"b;c;d\"\n1,\"2;3;4\"\n", "1:a|b;c;d\n2:1|2;3;4\n" },
    { "\"a\",\"b \"\"x\"\"\"\n", "1:a|b \"x\"\n" },
    { "\"two\nlines\",b\n\"cr\r\nlf\",d\n", "1:two\nlines|b\n2:cr\r\nlf|d\n" },
    { "5\" pipe,b\n", "1:5\" pipe|b\n" },
    { "\"a\"b,c\n", "1:ab|c\n" },
    { "\"\",\"\"\n", "1:|\n" },
    { "\xEF\xBB\xBFname,b\n", "1:name|b\n" },
    { "姓名,电话\n王女士,0431\n", "1:姓名|电话\n2:王女士|0431\n" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = read_all (cases[i].text, -1, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

static void
test_options_win (void)
{
  g_autoptr (GError) error = NULL;
  HfReadOptions options = { .delimiter = ";", .header_row = 2 };
  g_autofree char *rows = read_all ("a,b;c\n1,2;3\n4\n", -1, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, "2:1,2|3\n3:4\n");

  options = (HfReadOptions){ .delimiter = "tab", .encoding = "gbk" };
  g_autofree char *tabs = read_all ("\xD0\xD5\xC3\xFB\tb\n", -1, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tabs, ==, "1:姓名|b\n");
}

static void
test_bad_options_are_named (void)
{
  static const HfReadOptions bad[] = { { .delimiter = "ab" }, { .encoding = "klingon" } };
  static const char *const named[] = { "ab", "klingon" };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = read_all ("a,b\n", -1, &bad[i], &error);
      g_assert_error (error, HF_READ_ERROR, HF_READ_ERROR_OPTION);
      g_assert_nonnull (strstr (error->message, named[i]));
    }
}

static void
test_a_cell_crosses_pieces (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  for (int i = 0; i < 30000; i++)
    g_string_append_printf (text, "%d,\"王,\"\"%d\"\"\"\r\n", i, i);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = read_all (text->str, text->len, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 30002);
  for (int i = 0; i < 30000; i++)
    {
      g_autofree char *expected = g_strdup_printf ("%d:%d|王,\"%d\"", i + 2, i, i);
      g_assert_cmpstr (lines[i + 1], ==, expected);
    }
}

static void
assert_refused (const char *contents, gssize length, int code, const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = read_all (contents, length, NULL, &error);
  g_assert_error (error, HF_READ_ERROR, code);
  if (strstr (error->message, place) == NULL)
    g_error ("“%s” does not name “%s”", error->message, place);
}

static void
test_unclosed_quote_names_its_row (void)
{
  assert_refused ("a,b\n1,2\n3,\"never closed\n4,5\n", -1, HF_READ_ERROR_SYNTAX, "Row 3");
  assert_refused ("a,b\n\"", -1, HF_READ_ERROR_SYNTAX, "Row 2");
}

static void
test_nul_bytes_are_refused (void)
{
  static const char text[] = "code,name,phone,email\nC1,Wang,13812345678,w@example.com\n"
                             "C2,Li\0,13812345679,l@example.com\n";
  assert_refused (text, sizeof text - 1, HF_READ_ERROR_SYNTAX, "Row 3, column 2");
}

static void
test_a_huge_cell_is_refused (void)
{
  g_autofree char *huge = g_strnfill (HF_CSV_CELL_LIMIT + 1, 'x');
  g_autofree char *plain = g_strconcat ("a,b\n1,", huge, "\n", NULL);
  assert_refused (plain, -1, HF_READ_ERROR_TOO_BIG, "Row 2, column 2");
  g_autofree char *quoted = g_strconcat ("a,b\n\"", huge, "\",2\n", NULL);
  assert_refused (quoted, -1, HF_READ_ERROR_TOO_BIG, "Row 2, column 1");

  g_autoptr (GError) error = NULL;
  huge[HF_CSV_CELL_LIMIT] = '\0';
  g_autofree char *fits = g_strconcat ("a,b\n1,", huge, "\n", NULL);
  g_autofree char *rows = read_all (fits, -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (rows), >, HF_CSV_CELL_LIMIT);
}

static void
test_a_huge_row_is_refused (void)
{
  g_autofree char *cell = g_strnfill (HF_CSV_CELL_LIMIT, 'x');
  g_autoptr (GString) text = g_string_new ("a\n");
  for (int i = 0; i <= HF_CSV_ROW_LIMIT / HF_CSV_CELL_LIMIT; i++)
    g_string_append_printf (text, "%s,", cell);
  assert_refused (text->str, text->len, HF_READ_ERROR_TOO_BIG, "Row 2");

  g_autofree char *commas = g_strnfill (HF_CSV_COLUMN_LIMIT, ',');
  assert_refused (commas, -1, HF_READ_ERROR_TOO_BIG, "Row 1");
}

static void
test_bad_bytes_name_row_and_byte (void)
{
  /* One GB18030 line in a file that is UTF-8 otherwise. */
  assert_refused ("姓名,电话\n王女士,1\n\xC0\xEE,2\n", -1, HF_READ_ERROR_ENCODING,
                  "Row 3 has a character at byte 27 ");
  assert_refused ("姓名,电话\n王女士,1\n李\xE5\xA7", -1, HF_READ_ERROR_ENCODING,
                  "ends in row 3, at byte 30");
}

static void
test_a_second_encoding_names_row_and_byte (void)
{
  g_autoptr (GString) text = g_string_new ("name,words\n");
  for (int i = 0; i < 20; i++)
    g_string_append (text, "\xCD\xF5\xC5\xAE\xCA\xBF,\xB7\xFE\xCE\xF1\xB2\xBB\xBA\xC3\n");
  g_autofree char *place = g_strdup_printf ("row 22, at byte %" G_GSIZE_FORMAT, text->len + 1);
  g_string_append (text, "王女士,服务不好\n");
  assert_refused (text->str, text->len, HF_READ_ERROR_ENCODING, place);
}

static void
test_an_error_stays (void)
{
  g_autoptr (TestFile) path = test_file_write ("a\n\"x", -1);
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, NULL, NULL);
  HfRow row;
  g_assert_true (hf_row_reader_next (reader, &row, NULL));
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (hf_row_reader_next (reader, &row, &error));
      g_assert_error (error, HF_READ_ERROR, HF_READ_ERROR_SYNTAX);
    }
}

static void
test_progress_and_close (void)
{
  g_autoptr (TestFile) path = test_file_write ("a,b\n1,2\n3,4\n", -1);
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, NULL, NULL);
  HfRow row;
  while (hf_row_reader_next (reader, &row, NULL))
    ;
  g_assert_cmpfloat (hf_row_reader_get_progress (reader), ==, 1);
  g_assert_cmpstr (hf_csv_reader_get_encoding (HF_CSV_READER (reader)), ==, "UTF-8");
  g_assert_cmpint (hf_csv_reader_get_delimiter (HF_CSV_READER (reader)), ==, ',');
  hf_row_reader_close (reader);
  g_autoptr (GError) error = NULL;
  g_assert_false (hf_row_reader_next (reader, &row, &error));
  g_assert_no_error (error);
}

static void
assert_cannot_open (const char *path, int code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_row_reader_open (path, NULL, &error));
  g_assert_error (error, HF_READ_ERROR, code);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
  g_autofree char *name = g_path_get_basename (path);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_what_cannot_be_opened (void)
{
  assert_cannot_open ("/nowhere/customers.csv", HF_READ_ERROR_NOT_FOUND, "no such file");
  assert_cannot_open (g_get_tmp_dir (), HF_READ_ERROR_DIRECTORY, "folder");
  g_autoptr (TestFile) empty = test_file_write ("", 0);
  assert_cannot_open (empty, HF_READ_ERROR_EMPTY, "empty");
  if (geteuid () == 0)
    return; /* who may read everything cannot be refused */
  g_autoptr (TestFile) secret = test_file_write ("a,b\n", -1);
  g_chmod (secret, 0);
  assert_cannot_open (secret, HF_READ_ERROR_UNREADABLE, "ermission");
}

static void
test_what_is_no_spreadsheet (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    int code;
    const char *says;
  } cases[] = {
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest", 12, HF_READ_ERROR_OLD_FORMAT, "old .xls" },
    { "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0", 18, HF_READ_ERROR_NOT_SPREADSHEET, "not a spread" },
    { "%PDF-1.7\n", 9, HF_READ_ERROR_NOT_SPREADSHEET, "not a spread" },
    { "\xEF\xBB\xBF\n <HTML><table>", 19, HF_READ_ERROR_NOT_SPREADSHEET, "not a spread" },
    { "{\\rtf1 ", 7, HF_READ_ERROR_NOT_SPREADSHEET, "not a spread" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestFile) path = test_file_write (cases[i].bytes, cases[i].length);
      assert_cannot_open (path, cases[i].code, cases[i].says);
    }
}

/* A part of a table is worse than none: the rest would be taken for lost. */
static void
test_a_file_that_changes_is_no_table (void)
{
  g_autoptr (GString) text = g_string_new ("code,name\n");
  while (text->len < 1000000)
    g_string_append (text, "C1,Wang\n");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TestFile) path = test_file_write (text->str, text->len);
      g_autoptr (HfRowReader) reader = hf_row_reader_open (path, NULL, &error);
      HfRow row;
      g_assert_no_error (error);
      g_assert_true (hf_row_reader_next (reader, &row, &error));
      g_assert_cmpint (truncate (path, i == 0 ? 500000 : 1000100), ==, 0);
      while (hf_row_reader_next (reader, &row, &error))
        g_assert_cmpuint (row.n_cells, <=, 2);
      g_assert_nonnull (error);
      if (i == 0)
        g_assert_error (error, HF_READ_ERROR, HF_READ_ERROR_BROKEN);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/rows", test_rows_are_read);
  g_test_add_func ("/csv/options", test_options_win);
  g_test_add_func ("/csv/bad-options", test_bad_options_are_named);
  g_test_add_func ("/csv/pieces", test_a_cell_crosses_pieces);
  g_test_add_func ("/csv/unclosed-quote", test_unclosed_quote_names_its_row);
  g_test_add_func ("/csv/nul", test_nul_bytes_are_refused);
  g_test_add_func ("/csv/huge-cell", test_a_huge_cell_is_refused);
  g_test_add_func ("/csv/huge-row", test_a_huge_row_is_refused);
  g_test_add_func ("/csv/bad-bytes", test_bad_bytes_name_row_and_byte);
  g_test_add_func ("/csv/mixed", test_a_second_encoding_names_row_and_byte);
  g_test_add_func ("/csv/error-stays", test_an_error_stays);
  g_test_add_func ("/csv/progress", test_progress_and_close);
  g_test_add_func ("/csv/changed", test_a_file_that_changes_is_no_table);
  g_test_add_func ("/open/cannot", test_what_cannot_be_opened);
  g_test_add_func ("/open/no-spreadsheet", test_what_is_no_spreadsheet);
  return g_test_run ();
}
