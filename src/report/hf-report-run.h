#pragma once

#include "hf-assumption.h"
#include "hf-report.h"
#include "hf-workbook.h"

G_BEGIN_DECLS

/* One report while it is being written: what its sheets share. */
typedef struct
{
  HfFigures *figures;
  HfReportSource *source;
  const HfReportOptions *options;
  HfReportLanguage *language;
  GTimeZone *zone;
  HfWorkbook *workbook;
  HfSheet *sheets[HF_REPORT_N_SHEETS]; /* borrowed; NULL where a sheet is left out */
  GPtrArray *assumptions;              /* (element-type HfAssumption) */
  GHashTable *names;                   /* of codes, outcomes and questions, as rows show them */
  GHashTable *choices;                 /* labels of closed lists, as cells show them */
  GHashTable *months;                  /* (element-type utf8 uint): "code month" */

  HfReportProgress progress; /* may be NULL */
  gpointer data;
  GCancellable *cancellable; /* may be NULL */
  guint64 n_rows;            /* of all sheets of raw rows */
  guint64 n_done;
} HfReportRun;

HfReportRun *hf_report_run_new (HfFigures *figures, HfReportSource *source,
                                const HfReportOptions *options);
void hf_report_run_free (HfReportRun *self);
gboolean hf_report_run_wants (const HfReportRun *self, HfReportSheet sheet);
gboolean hf_report_run_step (HfReportRun *self, HfReportSheet sheet, GError **error);

char *hf_report_run_text (const HfReportRun *self, const char *text);
char *hf_report_run_line (const HfReportRun *self, const char *text);
char *hf_report_run_format (const HfReportRun *self, const char *text, ...)
    G_GNUC_PRINTF (2, 3);
const char *hf_report_run_choice (HfReportRun *self, const HfChoice *choices, int value);
const char *hf_report_run_escalation (HfReportRun *self, const char *step, const char *name);
char *hf_report_run_dup_code (const HfReportRun *self, const char *code, const char *separator);
const char *hf_report_run_code_name (HfReportRun *self, const char *code);
char *hf_report_run_dup_name (const HfReportRun *self, HfReportName what, const char *id);
const char *hf_report_run_name (HfReportRun *self, HfReportName what, const char *id);
const HfAssumption *hf_report_run_assumption (const HfReportRun *self, const char *key);

char *hf_report_run_dup_link (const HfReportRun *self, HfReportSheet sheet);
HfSheet *hf_report_run_begin_page (const HfReportRun *self, HfReportSheet sheet);
void hf_report_run_add_text (const HfReportRun *self, HfSheet *page, HfTextStyle style,
                             const char *text);
void hf_report_run_add_column (const HfReportRun *self, HfTable *table, const char *heading,
                               HfCellKind kind);
void hf_report_run_add_unknown (const HfReportRun *self, HfRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfReportRun, hf_report_run_free)

G_END_DECLS
