#pragma once

#include "hf-report.h"
#include "test-source.h"
#include "test-xlsx.h"

G_BEGIN_DECLS

/* A report that is written into a folder of its own. */
typedef struct
{
  char *folder;
  char *path;
  TestSource *source;
  HfFigures *figures;
  HfReportOptions options;
  double progress;
  GCancellable *cancellable;
} HfTestReport;

void hf_test_report_set_up (HfTestReport *fixture, gconstpointer data);
void hf_test_report_tear_down (HfTestReport *fixture, gconstpointer data);
gboolean hf_test_report_write (HfTestReport *fixture, HfReportProgress progress,
                               GError **error);
TestXlsx *hf_test_report_make (HfTestReport *fixture);
guint hf_test_report_find_sheet (TestXlsx *book, const char *name);
gboolean hf_test_report_has_sheet (TestXlsx *book, const char *name);
const TestXlsxCell *hf_test_report_beside (TestXlsx *book, guint sheet, const char *label,
                                           guint columns);
void hf_test_report_assert_number (TestXlsx *book, guint sheet, const char *label,
                                   double number);
const TestXlsxCell *hf_test_report_below (TestXlsx *book, guint sheet, const char *heading,
                                          guint rows);

G_END_DECLS
