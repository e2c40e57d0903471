#include "config.h"

#include "hf-report.h"

#include <glib/gi18n.h>

#include "hf-locale.h"
#include "hf-row-sheet.h"
#include "hf-sheets.h"

#define MAX_TAB 31

/* How far the progress is when the file is put together and when it is there. */
#define PUTTING_TOGETHER 0.75

const HfChoice hf_report_sheets[] = {
  [HF_REPORT_SHEET_COVER] = { "cover", NC_ ("report", "Cover") },
  [HF_REPORT_SHEET_KEY_FIGURES] = { "key-figures", NC_ ("report", "Key figures") },
  [HF_REPORT_SHEET_REASONS] = { "reasons", NC_ ("report", "Reasons") },
  [HF_REPORT_SHEET_MONTHS] = { "months", NC_ ("report", "By month") },
  [HF_REPORT_SHEET_SILENT] = { "silent", NC_ ("report", "Silent complaints") },
  [HF_REPORT_SHEET_COMPLAINTS] = { "complaints", NC_ ("report", "Complaints, promises") },
  [HF_REPORT_SHEET_SCORECARD] = { "scorecard", NC_ ("report", "Branch scorecard") },
  [HF_REPORT_SHEET_HEARD] = { "heard", NC_ ("report", "Who we did not hear") },
  [HF_REPORT_SHEET_COMPETITORS] = { "competitors", NC_ ("report", "Competitors") },
  [HF_REPORT_SHEET_VALUE] = { "value", NC_ ("report", "Value at stake") },
  [HF_REPORT_SHEET_DEFINITIONS] = { "definitions", NC_ ("report", "Definitions") },
  [HF_REPORT_SHEET_CODEBOOK] = { "codebook", NC_ ("report", "Codebook") },
  [HF_REPORT_SHEET_VERBATIM_ROWS] = { "verbatim-rows", NC_ ("report", "Verbatims") },
  [HF_REPORT_SHEET_CUSTOMER_ROWS] = { "customer-rows", NC_ ("report", "Customers") },
  [HF_REPORT_SHEET_COMPLAINT_ROWS] = { "complaint-rows", NC_ ("report", "Complaint register") },
  [HF_REPORT_SHEET_REASON_ROWS] = { "reason-rows", NC_ ("report", "Coded reasons") },
  [HF_REPORT_SHEET_INTERVIEW_ROWS] = { "interview-rows", NC_ ("report", "Interviews") },
  [HF_REPORT_SHEET_PROMISE_ROWS] = { "promise-rows", NC_ ("report", "Promises") },
  [HF_REPORT_SHEET_ANSWER_ROWS] = { "answer-rows", NC_ ("report", "Answers") },
  { NULL, NULL },
};

static void (*const fill_page[]) (HfReportRun *run) = {
  [HF_REPORT_SHEET_COVER] = hf_sheet_cover_fill,
  [HF_REPORT_SHEET_KEY_FIGURES] = hf_sheet_key_figures_fill,
  [HF_REPORT_SHEET_REASONS] = hf_sheet_reasons_fill,
  [HF_REPORT_SHEET_MONTHS] = hf_sheet_months_fill,
  [HF_REPORT_SHEET_SILENT] = hf_sheet_silent_fill,
  [HF_REPORT_SHEET_COMPLAINTS] = hf_sheet_complaints_fill,
  [HF_REPORT_SHEET_SCORECARD] = hf_sheet_scorecard_fill,
  [HF_REPORT_SHEET_HEARD] = hf_sheet_heard_fill,
  [HF_REPORT_SHEET_COMPETITORS] = hf_sheet_competitors_fill,
  [HF_REPORT_SHEET_VALUE] = hf_sheet_value_fill,
  [HF_REPORT_SHEET_DEFINITIONS] = hf_sheet_definitions_fill,
  [HF_REPORT_SHEET_CODEBOOK] = hf_sheet_codebook_fill,
};

static const HfRowSheet *const row_sheets[] = {
  &hf_verbatim_rows,  &hf_customer_rows, &hf_complaint_rows, &hf_reason_rows,
  &hf_interview_rows, &hf_promise_rows,  &hf_answer_rows,
};

/* What a tab says: both languages where there is room for them. */
static char *
tab_name (const HfReportRun *run, HfReportSheet sheet)
{
  g_autofree char *both = hf_report_language_text (run->language, HF_REPORT_CONTEXT,
                                                   hf_report_sheets[sheet].label);
  if (g_utf8_strlen (both, -1) <= MAX_TAB)
    return g_strdelimit (g_steal_pointer (&both), "\n", ' ');
  return g_strdup (hf_report_language_lookup (run->language, 0, HF_REPORT_CONTEXT,
                                              hf_report_sheets[sheet].label));
}

static gboolean
has_content (const HfReportRun *run, HfReportSheet sheet)
{
  switch (sheet)
    {
    case HF_REPORT_SHEET_REASONS:
      return run->figures->reasons->len > 0;
    case HF_REPORT_SHEET_MONTHS:
      return run->figures->months->len > 0;
    case HF_REPORT_SHEET_COMPETITORS:
      return run->figures->competitors->len > 0;
    case HF_REPORT_SHEET_SCORECARD:
      return run->figures->scorecard->branches->len > 0;
    case HF_REPORT_SHEET_CODEBOOK:
      return hf_report_source_get_codebook (run->source)->codes->len > 0;
    case HF_REPORT_SHEET_COVER:
    case HF_REPORT_SHEET_KEY_FIGURES:
    case HF_REPORT_SHEET_SILENT:
    case HF_REPORT_SHEET_COMPLAINTS:
    case HF_REPORT_SHEET_HEARD:
    case HF_REPORT_SHEET_VALUE:
    case HF_REPORT_SHEET_DEFINITIONS:
    case HF_REPORT_SHEET_VERBATIM_ROWS:
    case HF_REPORT_SHEET_CUSTOMER_ROWS:
    case HF_REPORT_SHEET_COMPLAINT_ROWS:
    case HF_REPORT_SHEET_REASON_ROWS:
    case HF_REPORT_SHEET_INTERVIEW_ROWS:
    case HF_REPORT_SHEET_PROMISE_ROWS:
    case HF_REPORT_SHEET_ANSWER_ROWS:
    case HF_REPORT_N_SHEETS:
    default:
      return TRUE;
    }
}

static void
add_pages (HfReportRun *run)
{
  for (guint i = 0; i < G_N_ELEMENTS (fill_page); i++)
    if (hf_report_run_wants (run, i) && has_content (run, i))
      {
        g_autofree char *name = tab_name (run, i);
        run->sheets[i] = hf_workbook_add_page (run->workbook, name);
      }
}

static gboolean
read_assumptions (HfReportRun *run, GError **error)
{
  g_autoptr (GError) failed = NULL;
  if (!hf_report_source_open (run->source, HF_REPORT_ROWS_ASSUMPTIONS, error))
    return FALSE;
  GObject *assumption;
  while ((assumption = hf_report_source_next (run->source, &failed)) != NULL)
    g_ptr_array_add (run->assumptions, assumption);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static gboolean
count_rows (HfReportRun *run, gint64 *counts, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (row_sheets); i++)
    if (hf_report_run_wants (run, row_sheets[i]->sheet))
      {
        counts[i] = hf_report_source_count (run->source, row_sheets[i]->rows, error);
        if (counts[i] < 0)
          return FALSE;
        run->n_rows += counts[i];
      }
  return TRUE;
}

static gboolean
write_rows (HfReportRun *run, const gint64 *counts, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (row_sheets); i++)
    if (counts[i] > 0)
      {
        g_autofree char *name = tab_name (run, row_sheets[i]->sheet);
        if (!hf_row_sheet_write (row_sheets[i], run, name, error))
          return FALSE;
      }
  return TRUE;
}

static void
set_properties (HfReportRun *run)
{
  const HfReportOptions *options = run->options;
  g_autofree char *title = hf_report_run_line (run, NC_ ("report", "Why customers leave"));
  g_autofree char *program = g_strdup_printf (
      "Huifang %s", options->version != NULL ? options->version : PACKAGE_VERSION);
  hf_workbook_set_properties (run->workbook, title, run->figures->company, options->maker,
                              program);
}

/* The rows come first: they say what the pages can link to. */
static gboolean
write_sheets (HfReportRun *run, GError **error)
{
  gint64 counts[G_N_ELEMENTS (row_sheets)] = { 0 };
  if (!read_assumptions (run, error) || !count_rows (run, counts, error))
    return FALSE;
  add_pages (run);
  if (!write_rows (run, counts, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fill_page); i++)
    if (run->sheets[i] != NULL)
      fill_page[i](run);
  set_properties (run);
  return TRUE;
}

static gboolean
finish (HfReportRun *run, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  if (run->progress != NULL)
    run->progress (PUTTING_TOGETHER, name, run->data);
  if (g_cancellable_set_error_if_cancelled (run->cancellable, error)
      || !hf_workbook_finish (run->workbook, error))
    return FALSE;
  if (run->progress != NULL)
    run->progress (1, name, run->data);
  return TRUE;
}

/**
 * hf_report_write:
 * @path: where the workbook is to be, absolute
 * @figures: the figures
 * @source: the rows behind them
 * @options: languages, sheets and the rest
 * @progress: (nullable) (scope call): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): looked at every 1,000 rows
 * @error: (nullable): %HF_REPORT_ERROR with a message for the user, %G_IO_ERROR_CANCELLED, or
 *   what @source failed with
 *
 * Writes the report. Until it is complete, the file at @path is as it was.
 *
 * Returns: whether it is written
 */
gboolean
hf_report_write (const char *path, HfFigures *figures, HfReportSource *source,
                 const HfReportOptions *options, HfReportProgress progress, gpointer data,
                 GCancellable *cancellable, GError **error)
{
  HfPlainNumbers *numbers = hf_locale_begin_plain_numbers ();
  HfReportRun *run = hf_report_run_new (figures, source, options);
  run->progress = progress;
  run->data = data;
  run->cancellable = cancellable;
  run->workbook = hf_workbook_new (path, run->language, run->zone, figures->currency, error);
  gboolean written = run->workbook != NULL && write_sheets (run, error)
                     && finish (run, path, error);
  hf_report_run_free (run);
  hf_locale_end_plain_numbers (numbers);
  return written;
}
