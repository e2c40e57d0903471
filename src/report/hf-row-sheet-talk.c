#include "config.h"

#include "hf-row-sheet.h"

#include <glib/gi18n.h>

#include "hf-coded-reason.h"
#include "hf-interview.h"
#include "hf-promise.h"
#include "hf-verbatim.h"

#define MONTH_LENGTH 7

/* Counts for the table of reasons by month what the reader will find in these rows. */
static void
count_month (HfReportRun *run, const HfCodedReason *reason)
{
  if (reason->rank != HF_REASON_PRIMARY || reason->code == NULL || reason->at == 0)
    return;
  HfCode *top = hf_codebook_find_top (hf_report_source_get_codebook (run->source),
                                      reason->code);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (reason->at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, run->zone);
  char *key = g_strdup_printf ("%s %04d-%02d", top != NULL ? top->id : reason->code,
                               g_date_time_get_year (local), g_date_time_get_month (local));
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (run->months, key));
  g_hash_table_insert (run->months, key, GUINT_TO_POINTER (count + 1));
}

static const HfRowColumn reason_columns[] = {
  { NC_ ("report", "Customer code"), HF_CELL_CODE },
  { NC_ ("report", "Customer"), HF_CELL_TEXT },
  { NC_ ("report", "Code"), HF_CELL_TEXT },
  { NC_ ("report", "Reason"), HF_CELL_TEXT },
  { NC_ ("report", "Rank"), HF_CELL_TEXT },
  { NC_ ("report", "Rests on"), HF_CELL_TEXT },
  { NC_ ("report", "Quoted words"), HF_CELL_TEXT },
  { NC_ ("report", "Coded by"), HF_CELL_TEXT },
  { NC_ ("report", "Learnt at"), HF_CELL_MOMENT },
  { NULL },
};

static void
fill_reason (HfReportRun *run, gpointer record, HfRow *row)
{
  HfCodedReason *reason = record;
  hf_row_add_code (row, reason->customer_code);
  hf_row_add_text (row, reason->customer_name);
  hf_row_add_text (row, reason->code);
  hf_row_add_text (row, hf_report_run_code_name (run, reason->code));
  hf_row_add_text (row, hf_report_run_choice (run, hf_reason_ranks, reason->rank));
  hf_row_add_text (row, hf_report_run_choice (run, hf_reason_bases, reason->basis));
  hf_row_add_text (row, reason->quote);
  hf_row_add_text (row, reason->coder);
  hf_row_add_moment (row, reason->at);
  count_month (run, reason);
}

const HfRowSheet hf_reason_rows = {
  .sheet = HF_REPORT_SHEET_REASON_ROWS,
  .rows = HF_REPORT_ROWS_CODED_REASONS,
  .table = "coded_reasons",
  .prose = TRUE,
  .columns = reason_columns,
  .fill = fill_reason,
};

static const HfRowColumn verbatim_columns[] = {
  { NC_ ("report", "Said at"), HF_CELL_MOMENT },
  { NC_ ("report", "Customer code"), HF_CELL_CODE },
  { NC_ ("report", "Customer"), HF_CELL_TEXT },
  { NC_ ("report", "Customer's words"), HF_CELL_TEXT },
  { NC_ ("report", "Codes"), HF_CELL_TEXT },
  { NC_ ("report", "Reasons"), HF_CELL_TEXT },
  { NC_ ("report", "Question"), HF_CELL_TEXT },
  { NC_ ("report", "Said in"), HF_CELL_TEXT },
  { NULL },
};

static char *
said_in (const HfReportRun *run, const HfVerbatim *verbatim)
{
  if (verbatim->interview_id != 0)
    return hf_report_run_line (run, NC_ ("report", "an interview"));
  if (verbatim->complaint_id != 0)
    return hf_report_run_line (run, NC_ ("report", "a complaint"));
  return hf_report_run_line (run, NC_ ("report", "an imported list"));
}

/* The names of codes that have commas between them, on a line each. */
static char *
names_of (HfReportRun *run, const char *codes)
{
  if (codes == NULL)
    return NULL;
  g_auto (GStrv) parts = g_strsplit (codes, ",", -1);
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (names->len > 0)
        g_string_append_c (names, '\n');
      g_string_append (names, hf_report_run_code_name (run, g_strstrip (parts[i])));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
fill_verbatim (HfReportRun *run, gpointer record, HfRow *row)
{
  HfVerbatim *verbatim = record;
  hf_row_add_moment (row, verbatim->at);
  hf_row_add_code (row, verbatim->customer_code);
  hf_row_add_text (row, verbatim->customer_name);
  hf_row_add_text (row, verbatim->words);
  hf_row_add_text (row, verbatim->codes);
  hf_row_take_text (row, names_of (run, verbatim->codes));
  hf_row_add_text (row, hf_report_run_name (run, HF_REPORT_NAME_QUESTION, verbatim->question));
  hf_row_take_text (row, said_in (run, verbatim));
}

const HfRowSheet hf_verbatim_rows = {
  .sheet = HF_REPORT_SHEET_VERBATIM_ROWS,
  .rows = HF_REPORT_ROWS_VERBATIMS,
  .table = "verbatims",
  .prose = TRUE,
  .columns = verbatim_columns,
  .fill = fill_verbatim,
};

static const HfRowColumn interview_columns[] = {
  { NC_ ("report", "Started at"), HF_CELL_MOMENT },
  { NC_ ("report", "Ended at"), HF_CELL_MOMENT },
  { NC_ ("report", "Minutes"), HF_CELL_NUMBER },
  { NC_ ("report", "Customer code"), HF_CELL_CODE },
  { NC_ ("report", "Customer"), HF_CELL_TEXT },
  { NC_ ("report", "Kind"), HF_CELL_TEXT },
  { NC_ ("report", "State"), HF_CELL_TEXT },
  { NC_ ("report", "Outcome code"), HF_CELL_TEXT },
  { NC_ ("report", "Outcome"), HF_CELL_TEXT },
  { NC_ ("report", "Interviewer"), HF_CELL_TEXT },
  { NC_ ("report", "Language"), HF_CELL_TEXT },
  { NC_ ("report", "Note"), HF_CELL_TEXT },
  { NULL },
};

static void
fill_interview (HfReportRun *run, gpointer record, HfRow *row)
{
  HfInterview *interview = record;
  hf_row_add_moment (row, interview->started_at);
  hf_row_add_moment (row, interview->ended_at);
  if (interview->seconds > 0)
    hf_row_add_number (row, interview->seconds / 60.0);
  else
    hf_row_add_empty (row);
  hf_row_add_code (row, interview->customer_code);
  hf_row_add_text (row, interview->customer_name);
  hf_row_add_text (row, hf_report_run_choice (run, hf_interview_kinds, interview->kind));
  hf_row_add_text (row, hf_report_run_choice (run, hf_interview_states, interview->state));
  hf_row_add_text (row, interview->outcome);
  hf_row_add_text (row, hf_report_run_name (run, HF_REPORT_NAME_OUTCOME, interview->outcome));
  hf_row_add_text (row, interview->staff);
  hf_row_add_text (row, interview->language);
  hf_row_add_text (row, interview->note);
}

const HfRowSheet hf_interview_rows = {
  .sheet = HF_REPORT_SHEET_INTERVIEW_ROWS,
  .rows = HF_REPORT_ROWS_INTERVIEWS,
  .table = "interviews",
  .prose = FALSE,
  .columns = interview_columns,
  .fill = fill_interview,
};

static const HfRowColumn promise_columns[] = {
  { NC_ ("report", "Made at"), HF_CELL_MOMENT },
  { NC_ ("report", "Customer"), HF_CELL_TEXT },
  { NC_ ("report", "Promise"), HF_CELL_TEXT },
  { NC_ ("report", "Term"), HF_CELL_TEXT },
  { NC_ ("report", "State"), HF_CELL_TEXT },
  { NC_ ("report", "Due at"), HF_CELL_MOMENT },
  { NC_ ("report", "Done at"), HF_CELL_MOMENT },
  { NC_ ("report", "Promised by"), HF_CELL_TEXT },
  { NC_ ("report", "Kept by"), HF_CELL_TEXT },
  { NC_ ("report", "Deadline that counts"), HF_CELL_MOMENT },
  { NC_ ("report", "Ended by"), HF_CELL_TEXT },
  { NC_ ("report", "Note"), HF_CELL_TEXT },
  { NC_ ("report", "Complaint"), HF_CELL_TEXT },
  { NULL },
};

static void
fill_promise (HfReportRun *run, gpointer record, HfRow *row)
{
  HfPromise *promise = record;
  hf_row_add_moment (row, promise->made_at);
  hf_row_add_text (row, promise->customer_name);
  hf_row_add_text (row, promise->what);
  hf_row_add_text (row, hf_report_run_choice (run, hf_promise_terms, promise->term));
  hf_row_add_text (row, hf_report_run_choice (run, hf_promise_states, promise->state));
  hf_row_add_moment (row, promise->due_at);
  hf_row_add_moment (row, promise->done_at);
  hf_row_add_text (row, promise->made_by);
  hf_row_add_text (row, promise->owner);
  hf_row_add_moment (row, promise->judged_at);
  hf_row_add_text (row, promise->ended_by);
  hf_row_add_text (row, promise->note);
  hf_row_add_text (row, promise->complaint);
}

const HfRowSheet hf_promise_rows = {
  .sheet = HF_REPORT_SHEET_PROMISE_ROWS,
  .rows = HF_REPORT_ROWS_PROMISES,
  .table = "promises",
  .prose = FALSE,
  .columns = promise_columns,
  .fill = fill_promise,
};
