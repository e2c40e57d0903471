#include "config.h"

#include "hf-test-report.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "test-folder.h"

void
hf_test_report_set_up (HfTestReport *fixture, gconstpointer data)
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

void
hf_test_report_tear_down (HfTestReport *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->source);
  g_object_unref (fixture->figures);
}

gboolean
hf_test_report_write (HfTestReport *fixture, HfReportProgress progress, GError **error)
{
  return hf_report_write (fixture->path, fixture->figures, HF_REPORT_SOURCE (fixture->source),
                          &fixture->options, progress, fixture, fixture->cancellable, error);
}

TestXlsx *
hf_test_report_make (HfTestReport *fixture)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (hf_test_report_write (fixture, NULL, &error));
  g_assert_no_error (error);
  return test_xlsx_open (fixture->path);
}

guint
hf_test_report_find_sheet (TestXlsx *book, const char *name)
{
  for (guint i = 0; i < test_xlsx_n_sheets (book); i++)
    if (strcmp (test_xlsx_get_name (book, i), name) == 0)
      return i;
  g_error ("no sheet %s", name);
}

gboolean
hf_test_report_has_sheet (TestXlsx *book, const char *name)
{
  for (guint i = 0; i < test_xlsx_n_sheets (book); i++)
    if (strcmp (test_xlsx_get_name (book, i), name) == 0)
      return TRUE;
  return FALSE;
}

/* The cell so many columns to the right of the one that holds a label. */
const TestXlsxCell *
hf_test_report_beside (TestXlsx *book, guint sheet, const char *label, guint columns)
{
  g_autofree char *place = test_xlsx_find (book, sheet, label);
  if (place == NULL)
    g_error ("no cell “%s” on “%s”", label, test_xlsx_get_name (book, sheet));
  place[0] += columns;
  return test_xlsx_get_cell (book, sheet, place);
}

void
hf_test_report_assert_number (TestXlsx *book, guint sheet, const char *label, double number)
{
  const TestXlsxCell *cell = hf_test_report_beside (book, sheet, label, 1);
  g_assert_nonnull (cell);
  g_assert_nonnull (cell->value);
  double found = g_ascii_strtod (cell->value, NULL);
  if (fabs (found - number) > 1e-9 * MAX (1, fabs (number)))
    g_error ("“%s” is %s and not %g", label, cell->value, number);
}

/* The cell so many rows hf_test_report_below a heading, in whichever column that is. */
const TestXlsxCell *
hf_test_report_below (TestXlsx *book, guint sheet, const char *heading, guint rows)
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
