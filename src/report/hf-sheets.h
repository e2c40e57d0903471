#pragma once

#include "hf-report-run.h"

G_BEGIN_DECLS

/* Each fills one page of the report, which the run has. */
void hf_sheet_cover_fill (HfReportRun *run);
void hf_sheet_key_figures_fill (HfReportRun *run);
void hf_sheet_reasons_fill (HfReportRun *run);
void hf_sheet_months_fill (HfReportRun *run);
void hf_sheet_silent_fill (HfReportRun *run);
void hf_sheet_complaints_fill (HfReportRun *run);
void hf_sheet_scorecard_fill (HfReportRun *run);
void hf_sheet_heard_fill (HfReportRun *run);
void hf_sheet_competitors_fill (HfReportRun *run);
void hf_sheet_value_fill (HfReportRun *run);
void hf_sheet_definitions_fill (HfReportRun *run);
void hf_sheet_codebook_fill (HfReportRun *run);

void hf_sheet_recovery_add (HfReportRun *run, HfSheet *page);
char *hf_sheet_heard_dup_line (const HfReportRun *run);
gboolean hf_sheet_definitions_add_value (const HfReportRun *run, HfRow *row, const char *key,
                                         const double *value);

G_END_DECLS
