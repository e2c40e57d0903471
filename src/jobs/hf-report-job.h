#pragma once

#include "hf-period.h"
#include "hf-report.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* Which report is to be written, and where to. */
typedef struct
{
  char *output;
  HfPeriod *period;
  char *branch; /* a code or name, NULL: all */
  char *first_language;
  char *second_language; /* NULL: one language */
  char *maker;           /* NULL: nobody is named */
  gboolean mask_phones;
  guint sheets;              /* bits 1 << HfReportSheet */
  HfReportProgress progress; /* may be NULL */
  gpointer data;             /* for @progress */
} HfReportRequest;

HfReportRequest *hf_report_request_new (const char *output, const HfPeriod *period);
void hf_report_request_free (HfReportRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfReportRequest, hf_report_request_free)

/* (type HfStoreFunc) for hf_store_run() and hf_store_run_async(), as work that reads. */
gpointer hf_report_job_run (HfStoreSession *session, gpointer request, GError **error);

G_END_DECLS
