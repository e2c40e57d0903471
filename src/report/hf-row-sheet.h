#pragma once

#include "hf-report-run.h"

G_BEGIN_DECLS

/* A column of raw rows. */
typedef struct
{
  const char *heading; /* NULL behind the last one */
  HfCellKind kind;
} HfRowColumn;

/* A sheet of raw rows: which rows, and what of a record goes into which column. */
typedef struct
{
  HfReportSheet sheet;
  HfReportRows rows;
  const char *table; /* the name of the Excel table */
  gboolean prose;    /* to be read rather than sorted */
  /* The columns that depend on the firm, then those that every firm has; either may be NULL. */
  void (*add_columns) (const HfReportRun *run, HfTable *table);
  const HfRowColumn *columns;
  void (*fill) (HfReportRun *run, gpointer record, HfRow *row);
} HfRowSheet;

extern const HfRowSheet hf_customer_rows;
extern const HfRowSheet hf_complaint_rows;
extern const HfRowSheet hf_reason_rows;
extern const HfRowSheet hf_verbatim_rows;
extern const HfRowSheet hf_interview_rows;
extern const HfRowSheet hf_promise_rows;
extern const HfRowSheet hf_answer_rows;

gboolean hf_row_sheet_write (const HfRowSheet *self, HfReportRun *run, const char *name,
                             GError **error);

G_END_DECLS
