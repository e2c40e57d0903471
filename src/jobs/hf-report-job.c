#include "config.h"

#include "hf-report-job.h"

#include "hf-store-figures.h"
#include "hf-store-source.h"
#include "hf-store-staff.h"

/**
 * hf_report_request_new:
 * @output: the workbook to write
 * @period: the days that it is about
 *
 * Asks for a report with every sheet, in Chinese and English.
 *
 * Returns: (transfer full): the request
 */
HfReportRequest *
hf_report_request_new (const char *output, const HfPeriod *period)
{
  HfReportRequest *self = g_new0 (HfReportRequest, 1);
  self->output = g_strdup (output);
  self->period = hf_period_new (period->from, period->to);
  self->first_language = g_strdup ("zh_CN");
  self->second_language = g_strdup ("en");
  self->sheets = HF_REPORT_ALL_SHEETS;
  return self;
}

/**
 * hf_report_request_free:
 * @self: (transfer full): a request
 *
 * Frees it.
 */
void
hf_report_request_free (HfReportRequest *self)
{
  g_free (self->output);
  hf_period_free (self->period);
  g_free (self->branch);
  g_free (self->first_language);
  g_free (self->second_language);
  g_free (self->maker);
  g_free (self);
}

/**
 * hf_report_job_run:
 * @session: a session
 * @request: a #HfReportRequest
 * @error: (nullable): %HF_REPORT_ERROR, %HF_STORE_ERROR, NOT_FOUND where there is no such
 * branch; a file that was there is as it was
 *
 * Counts the figures once, and writes the workbook with them and with the rows behind them.
 *
 * Returns: (transfer full) (nullable): the #HfFigures that the workbook shows
 */
gpointer
hf_report_job_run (HfStoreSession *session, gpointer request, GError **error)
{
  const HfReportRequest *asked = request;
  HfStoreScope scope = { .period = asked->period };
  if (!hf_store_branches_find_id (session, asked->branch, &scope.branch_id, error))
    return NULL;
  g_autoptr (HfFigures) figures = hf_store_figures_compute (session, asked->period,
                                                            asked->branch, error);
  if (figures == NULL)
    return NULL;
  g_autoptr (HfReportSource) source = hf_store_source_new (session, &scope, error);
  if (source == NULL)
    return NULL;
  const HfReportOptions options = { .first_language = asked->first_language,
                                    .second_language = asked->second_language,
                                    .maker = asked->maker,
                                    .version = PACKAGE_VERSION,
                                    .mask_phones = asked->mask_phones,
                                    .sheets = asked->sheets };
  return hf_report_write (asked->output, figures, source, &options, asked->progress,
                          asked->data, hf_store_session_get_cancellable (session), error)
             ? g_steal_pointer (&figures)
             : NULL;
}
