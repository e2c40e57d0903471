#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hf-customer.h"
#include "hf-import.h"
#include "hf-rejects.h"
#include "test-file.h"

static void
assert_row (HfRejects *rejects, const char *const *expected)
{
  g_autoptr (GError) error = NULL;
  guint n_cells;
  const char *const *cells = hf_rejects_next (rejects, &n_cells, &error);
  g_assert_no_error (error);
  g_assert_nonnull (cells);
  g_assert_cmpuint (n_cells, ==, g_strv_length ((GStrv) expected));
  for (guint i = 0; i < n_cells; i++)
    g_assert_cmpstr (cells[i], ==, expected[i]);
}

#define ASSERT_ROW(rejects, ...) assert_row (rejects, (const char *[]){ __VA_ARGS__, NULL })

static void
test_all_cells_with_the_reason (void)
{
  g_autoptr (TestFile) path = test_file_write ("\ncode,name,more\nC1,a,b\n\nC2,c\nC3,d,e,f\n",
                                               -1);
  g_autoptr (HfRejects) rejects = hf_rejects_open (path, NULL, NULL);
  hf_rejects_add (rejects, 5, "Name", "too long");
  hf_rejects_add (rejects, 5, "Phone", "too short");
  hf_rejects_add (rejects, 5, "Name", "too short");
  hf_rejects_add (rejects, 6, "whole row", "four cells");
  ASSERT_ROW (rejects, "Huifang: row", "Huifang: field", "Huifang: why rejected", "code",
              "name", "more");
  ASSERT_ROW (rejects, "5", "Name, Phone", "too long; too short", "C2", "c");
  ASSERT_ROW (rejects, "6", "whole row", "four cells", "C3", "d", "e", "f");
  guint n_cells;
  g_assert_null (hf_rejects_next (rejects, &n_cells, NULL));
}

static char *
save (const char *path, HfImportProfile *profile, guint row)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rejects-XXXXXX", NULL);
  char *output = g_build_filename (folder, "rejects.csv", NULL);
  g_autoptr (HfRejects) rejects = hf_rejects_open (path, profile, NULL);
  hf_rejects_add (rejects, row, "Name", "a \"reason\", with\nlines");
  g_assert_true (hf_rejects_write_csv (rejects, output, NULL, &error));
  g_assert_no_error (error);
  return output;
}

static void
drop (char *output)
{
  g_autofree char *folder = g_path_get_dirname (output);
  g_assert_no_errno (g_remove (output));
  g_assert_no_errno (g_rmdir (folder));
  g_free (output);
}

static void
test_cells_come_back_exactly (void)
{
  static const char *const hard[] = { "=1+1",       " blank ", "a\"b",    "x,y",
                                      "two\nlines", "\ttab",   "+86 139", "007",
                                      "“王”",       "\r",      "" };
  g_autoptr (GString) table = g_string_new ("c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10\n");
  for (gsize i = 0; i < G_N_ELEMENTS (hard); i++)
    {
      g_auto (GStrv) parts = g_strsplit (hard[i], "\"", -1);
      g_autofree char *doubled = g_strjoinv ("\"\"", parts);
      g_string_append_printf (table, "%s\"%s\"", i > 0 ? "," : "", doubled);
    }
  g_autoptr (TestFile) path = test_file_write (table->str, -1);
  char *output = save (path, NULL, 2);
  g_autofree char *bytes = NULL;
  g_assert_true (g_file_get_contents (output, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "\xEF\xBB\xBF"));

  g_autoptr (HfRowReader) reader = hf_row_reader_open (output, NULL, NULL);
  HfRow row;
  g_assert_true (hf_row_reader_next (reader, &row, NULL));
  g_assert_true (hf_row_reader_next (reader, &row, NULL));
  g_assert_cmpuint (row.n_cells, ==, HF_REJECTS_N_ADDED + G_N_ELEMENTS (hard));
  g_assert_cmpstr (row.cells[2], ==, "a \"reason\", with\nlines");
  for (gsize i = 0; i < G_N_ELEMENTS (hard); i++)
    g_assert_cmpstr (row.cells[HF_REJECTS_N_ADDED + i], ==, hard[i]);
  drop (output);
}

/* The profile still says that the file is GB18030, has semicolons and its headings in row 3. */
static void
test_it_is_imported_again_with_the_same_profile (void)
{
  g_autofree char *gbk = g_convert ("Liste\n\nFeld;Nummer;Name\nx;C1;王女士\n", -1, "GB18030",
                                    "UTF-8", NULL, NULL, NULL);
  g_autoptr (TestFile) path = test_file_write (gbk, -1);
  g_autoptr (HfImportProfile) profile = hf_import_profile_new ();
  const HfReadOptions options = { .encoding = "GB18030", .delimiter = ";", .header_row = 3 };
  hf_import_profile_set_options (profile, &options);
  hf_import_profile_set_heading (profile, "code", "Nummer");
  hf_import_profile_set_heading (profile, "name", "Name");
  char *output = save (path, profile, 4);

  g_autoptr (GError) error = NULL;
  g_autoptr (HfRowReader) reader = hf_row_reader_open (
      output, hf_import_profile_get_options (profile), &error);
  g_assert_no_error (error);
  g_autoptr (HfImport) import = hf_import_new (reader, profile, &hf_import_customers, NULL,
                                               &error);
  g_assert_no_error (error);
  g_auto (HfImportRow) row = { 0 };
  g_assert_true (hf_import_next (import, &row, NULL));
  g_assert_cmpstr (row.why, ==, NULL);
  g_assert_cmpstr (((HfCustomer *) row.record)->name, ==, "王女士");
  for (gsize i = 0; i < HF_REJECTS_N_ADDED; i++)
    g_assert_cmpstr (hf_import_get_headings (import)[i], ==, "");
  drop (output);
}

static void
test_rejects_of_rejects (void)
{
  g_autoptr (TestFile) path = test_file_write ("code,name\nC1,a\nC2,b\n", -1);
  char *first = save (path, NULL, 3);
  g_autoptr (HfRejects) rejects = hf_rejects_open (first, NULL, NULL);
  hf_rejects_add (rejects, 2, "Name", "still bad");
  ASSERT_ROW (rejects, "Huifang: row", "Huifang: field", "Huifang: why rejected", "code",
              "name");
  ASSERT_ROW (rejects, "2", "Name", "still bad", "C2", "b");
  drop (first);
}

static void
test_failure_leaves_what_was_there (void)
{
  g_autoptr (TestFile) path = test_file_write ("code,name\nC1,a\nC2,\"open\n", -1);
  g_autoptr (TestFile) output = test_file_write ("before", -1);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (HfRejects) rejects = hf_rejects_open (path, NULL, NULL);
  hf_rejects_add (rejects, 3, "Name", "bad");
  g_assert_false (hf_rejects_write_csv (rejects, output, NULL, &error));
  g_assert_error (error, HF_READ_ERROR, HF_READ_ERROR_SYNTAX);
  g_assert_true (g_file_get_contents (output, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "before");

  g_clear_error (&error);
  g_autoptr (TestFile) good = test_file_write ("code,name\nC1,a\n", -1);
  g_autoptr (HfRejects) others = hf_rejects_open (good, NULL, NULL);
  g_assert_false (hf_rejects_write_csv (others, "/nowhere/at/all.csv", NULL, &error));
  g_assert_nonnull (strstr (error->message, "was not written"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rejects/all-cells", test_all_cells_with_the_reason);
  g_test_add_func ("/rejects/exactly", test_cells_come_back_exactly);
  g_test_add_func ("/rejects/imported-again", test_it_is_imported_again_with_the_same_profile);
  g_test_add_func ("/rejects/of-rejects", test_rejects_of_rejects);
  g_test_add_func ("/rejects/failure", test_failure_leaves_what_was_there);
  return g_test_run ();
}
