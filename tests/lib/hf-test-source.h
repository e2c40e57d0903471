#pragma once

#include "hf-report-source.h"

G_BEGIN_DECLS

#define HF_TYPE_TEST_SOURCE (hf_test_source_get_type ())
G_DECLARE_FINAL_TYPE (HfTestSource, hf_test_source, HF, TEST_SOURCE, GObject)

/* Rows for a report that come from no database. */
struct _HfTestSource
{
  GObject parent_instance;

  guint counts[HF_REPORT_ROWS_ASSUMPTIONS + 1]; /* how many rows of each kind */
  guint fail_at;                                /* after so many rows reading fails, 0: never */
  guint n_read;

  HfCodebook *codebook;
  HfReportRows kind;
  guint position;
};

HfTestSource *hf_test_source_new (guint n_customers);

G_END_DECLS
