#pragma once

#include <gio/gio.h>

#include "hf-choice.h"
#include "hf-figures.h"
#include "hf-report-source.h"

G_BEGIN_DECLS

#define HF_REPORT_ERROR (hf_report_error_quark ())

typedef enum
{
  HF_REPORT_ERROR_FOLDER,   /* the folder is missing or cannot be written to */
  HF_REPORT_ERROR_TARGET,   /* the file is a folder, write-protected or open elsewhere */
  HF_REPORT_ERROR_NO_SPACE, /* the disk is full */
  HF_REPORT_ERROR_FAILED,   /* anything else */
} HfReportError;

/* The sheets in their order. */
typedef enum
{
  HF_REPORT_SHEET_COVER,
  HF_REPORT_SHEET_KEY_FIGURES,
  HF_REPORT_SHEET_REASONS,
  HF_REPORT_SHEET_MONTHS,
  HF_REPORT_SHEET_SILENT,
  HF_REPORT_SHEET_COMPLAINTS,
  HF_REPORT_SHEET_SCORECARD,
  HF_REPORT_SHEET_HEARD,
  HF_REPORT_SHEET_COMPETITORS,
  HF_REPORT_SHEET_VALUE,
  HF_REPORT_SHEET_DEFINITIONS,
  HF_REPORT_SHEET_CODEBOOK,
  HF_REPORT_SHEET_VERBATIM_ROWS,
  HF_REPORT_SHEET_CUSTOMER_ROWS,
  HF_REPORT_SHEET_COMPLAINT_ROWS,
  HF_REPORT_SHEET_REASON_ROWS,
  HF_REPORT_SHEET_INTERVIEW_ROWS,
  HF_REPORT_SHEET_PROMISE_ROWS,
  HF_REPORT_SHEET_ANSWER_ROWS,
  HF_REPORT_N_SHEETS,
} HfReportSheet;

/* Names and labels of HfReportSheet; the labels' context is HF_REPORT_CONTEXT. */
extern const HfChoice hf_report_sheets[];

#define HF_REPORT_ALL_SHEETS ((1u << HF_REPORT_N_SHEETS) - 1)

typedef struct
{
  const char *first_language;  /* such as "zh_CN" */
  const char *second_language; /* NULL: one language */
  const char *maker;           /* who makes the report, may be NULL */
  const char *version;         /* of the program, may be NULL */
  const char *time_zone;       /* such as "Asia/Shanghai"; NULL: the computer's */
  gboolean mask_phones;
  guint sheets; /* bits 1 << HfReportSheet; the cover is always there */
} HfReportOptions;

/**
 * HfReportProgress:
 * @fraction: 0 to 1
 * @what: what is being written, in the program's language
 * @data: what the caller gave
 *
 * Called on the thread that writes the report.
 */
typedef void (*HfReportProgress) (double fraction, const char *what, gpointer data);

GQuark hf_report_error_quark (void);
gboolean hf_report_write (const char *path, HfFigures *figures, HfReportSource *source,
                          const HfReportOptions *options, HfReportProgress progress,
                          gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
