#pragma once

#include "hf-figures.h"
#include "hf-report-source.h"

G_BEGIN_DECLS

#define TEST_TYPE_SOURCE (test_source_get_type ())
G_DECLARE_FINAL_TYPE (TestSource, test_source, TEST, SOURCE, GObject)

/* Rows for a report that come from no database. */
struct _TestSource
{
  GObject parent_instance;

  guint counts[HF_REPORT_ROWS_ASSUMPTIONS + 1]; /* how many rows of each kind */
  guint fail_at;                                /* after so many rows reading fails, 0: never */
  guint n_read;

  HfCodebook *codebook;
  GPtrArray *custom; /* (element-type HfCustomField): none unless a test adds some */
  HfReportRows kind;
  guint position;
};

TestSource *test_source_new (guint n_customers);
HfFigures *test_source_make_figures (void);

G_END_DECLS
