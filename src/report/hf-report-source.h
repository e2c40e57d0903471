#pragma once

#include <glib-object.h>

#include "hf-codebook.h"

G_BEGIN_DECLS

/* The raw rows behind the figures. Figures and rows are about the same period and branch. */
typedef enum
{
  HF_REPORT_ROWS_CUSTOMERS,     /* HfCustomer: all of the branch */
  HF_REPORT_ROWS_COMPLAINTS,    /* HfComplaint: received in the period */
  HF_REPORT_ROWS_CODED_REASONS, /* HfCodedReason: those that the figures count */
  HF_REPORT_ROWS_VERBATIMS,     /* HfVerbatim: said in the period */
  HF_REPORT_ROWS_INTERVIEWS,    /* HfInterview: started in the period */
  HF_REPORT_ROWS_PROMISES,      /* HfPromise: made in the period */
  HF_REPORT_ROWS_ANSWERS,       /* HfAnswer: of interviews started in the period */
  HF_REPORT_ROWS_ASSUMPTIONS,   /* HfAssumption: all */
} HfReportRows;

/* Words that belong to the data and not to the report. */
typedef enum
{
  HF_REPORT_NAME_OUTCOME,  /* of a call's outcome */
  HF_REPORT_NAME_QUESTION, /* what is asked */
  HF_REPORT_NAME_ANSWER,   /* what was answered: an interview's kind, a question and a value, a
                              newline between them */
} HfReportName;

#define HF_TYPE_REPORT_SOURCE (hf_report_source_get_type ())
G_DECLARE_INTERFACE (HfReportSource, hf_report_source, HF, REPORT_SOURCE, GObject)

/**
 * HfReportSourceInterface:
 * @count: how many rows of a kind there are; for progress and to leave out empty sheets, so a
 *   guess will do, but 0 means none; -1 is an error
 * @open: begins to read the rows of a kind; what was read before is given up
 * @next: the next row, (transfer full); %NULL at the end, and with the error set where reading
 *   failed
 * @get_codebook: the codebook, (transfer none)
 * @get_custom_fields: the fields of customers that the firm made itself, (transfer none)
 *   (element-type HfCustomField)
 * @dup_name: a name in a language; %NULL where there is none: the id shows in its stead
 *
 * Hands the rows of a report over, one kind at a time, on the thread that writes the report.
 */
struct _HfReportSourceInterface
{
  GTypeInterface parent;

  gint64 (*count) (HfReportSource *self, HfReportRows kind, GError **error);
  gboolean (*open) (HfReportSource *self, HfReportRows kind, GError **error);
  GObject *(*next) (HfReportSource *self, GError **error);
  HfCodebook *(*get_codebook) (HfReportSource *self);
  GPtrArray *(*get_custom_fields) (HfReportSource *self);
  char *(*dup_name) (HfReportSource *self, HfReportName what, const char *id,
                     const char *language);
};

gint64 hf_report_source_count (HfReportSource *self, HfReportRows kind, GError **error);
gboolean hf_report_source_open (HfReportSource *self, HfReportRows kind, GError **error);
GObject *hf_report_source_next (HfReportSource *self, GError **error);
HfCodebook *hf_report_source_get_codebook (HfReportSource *self);
GPtrArray *hf_report_source_get_custom_fields (HfReportSource *self);
char *hf_report_source_dup_name (HfReportSource *self, HfReportName what, const char *id,
                                 const char *language);

G_END_DECLS
