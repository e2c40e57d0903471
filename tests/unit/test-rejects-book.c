#include "config.h"

#include <glib/gstdio.h>

#include "hf-import-rejects.h"
#include "test-file.h"
#include "test-folder.h"

/* More than once were the most. */
#define MANY 25000

static HfRow
read_row (HfRowReader *reader)
{
  HfRow row;
  g_autoptr (GError) error = NULL;
  g_assert_true (hf_row_reader_next (reader, &row, &error));
  g_assert_no_error (error);
  return row;
}

/* Headings may be the same or empty, as they are in the file; numbers stay texts. */
static void
test_any_number_of_rows (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new ("code,name,name,\n");
  g_autoptr (HfImportResult) result = hf_import_result_new ();
  for (guint i = 0; i < MANY; i++)
    {
      g_string_append_printf (text, "0%u,甲,,=1+1\n", i);
      hf_import_result_reject (result, i + 2, "name", "bad");
    }
  g_autoptr (TestFile) path = test_file_write (text->str, (gssize) text->len);
  g_autofree char *folder = test_folder_new ("rejects-book-XXXXXX");
  g_autofree char *output = g_build_filename (folder, "rejects.xlsx", NULL);
  g_autoptr (HfImportRequest) request = hf_import_request_new (path, &hf_import_customers,
                                                               NULL);
  g_assert_true (hf_import_rejects_write (request, result, output, NULL, &error));
  g_assert_no_error (error);

  const HfReadOptions options = { 0 };
  g_autoptr (HfRowReader) reader = hf_row_reader_open (output, &options, &error);
  g_assert_no_error (error);
  HfRow row = read_row (reader);
  g_assert_cmpstr (row.cells[3], ==, "code");
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *code = g_strdup_printf ("0%u", i);
      row = read_row (reader);
      g_assert_cmpuint (row.number, ==, i + 2);
      g_assert_cmpstr (row.cells[2], ==, "bad");
      g_assert_cmpstr (row.cells[3], ==, code);
      g_assert_cmpstr (row.cells[6], ==, "=1+1");
    }
  g_assert_false (hf_row_reader_next (reader, &row, NULL));
  g_clear_object (&reader);
  test_folder_remove (g_steal_pointer (&folder));
}

/* A file that was there is as it was, and nothing is left of what was begun. */
static void
test_stopped_leaves_what_was_there (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TestFile) path = test_file_write ("code,name\nC1,x\n", -1);
  g_autoptr (HfImportResult) result = hf_import_result_new ();
  g_autofree char *folder = test_folder_new ("rejects-book-XXXXXX");
  g_autofree char *output = g_build_filename (folder, "rejects.xlsx", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HfImportRequest) request = hf_import_request_new (path, &hf_import_customers,
                                                               NULL);
  g_autofree char *kept = NULL;
  hf_import_result_reject (result, 2, "name", "bad");
  g_assert_true (g_file_set_contents (output, "before", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (hf_import_rejects_write (request, result, output, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (output, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "before");
  test_folder_remove (g_steal_pointer (&folder));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rejects-book/many", test_any_number_of_rows);
  g_test_add_func ("/rejects-book/stopped", test_stopped_leaves_what_was_there);
  return g_test_run ();
}
