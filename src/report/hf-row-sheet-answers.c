#include "config.h"

#include "hf-row-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-answer.h"
#include "hf-complaint.h"
#include "hf-text.h"

/* Fewer digits are no telephone number. */
#define PHONE_DIGITS 7

static const HfRowColumn columns[] = {
  { NC_ ("report", "Answered at"), HF_CELL_MOMENT },
  { NC_ ("report", "Customer code"), HF_CELL_CODE },
  { NC_ ("report", "Customer"), HF_CELL_TEXT },
  { NC_ ("report", "Kind"), HF_CELL_TEXT },
  { NC_ ("report", "Question code"), HF_CELL_TEXT },
  { NC_ ("report", "Question"), HF_CELL_TEXT },
  { NC_ ("report", "Answer"), HF_CELL_TEXT },
  { NC_ ("report", "Asked by"), HF_CELL_TEXT },
  { NC_ ("report", "Channel"), HF_CELL_TEXT },
  { NULL },
};

/* Behind a name there is a number. */
static char *
mask (const char *value)
{
  const char *second = strchr (value, '\n');
  g_autofree char *digits = second != NULL ? hf_text_phone_digits (second + 1) : NULL;
  if (digits == NULL || strlen (digits) < PHONE_DIGITS)
    return g_strdup (value);
  g_autofree char *masked = hf_text_mask_phone (second + 1);
  g_autofree char *name = g_strndup (value, second - value);
  return g_strconcat (name, "\n", masked, NULL);
}

static char *
dup_words (const HfReportRun *run, const HfAnswer *answer)
{
  g_autofree char *value = run->options->mask_phones ? mask (answer->value)
                                                     : g_strdup (answer->value);
  g_autofree char *id = g_strdup_printf ("%s\n%s\n%s", hf_interview_kinds[answer->kind].name,
                                         answer->question, value);
  return hf_report_run_dup_name (run, HF_REPORT_NAME_ANSWER, id);
}

static const char *
channel_of (HfReportRun *run, const HfAnswer *answer)
{
  int channel = hf_choice_find_name (hf_complaint_channels, answer->channel);
  return channel >= 0 ? hf_report_run_choice (run, hf_complaint_channels, channel)
                      : answer->channel;
}

static void
fill (HfReportRun *run, gpointer record, HfRow *row)
{
  HfAnswer *answer = record;
  hf_row_add_moment (row, answer->at);
  hf_row_add_code (row, answer->customer_code);
  hf_row_add_text (row, answer->customer_name);
  hf_row_add_text (row, hf_report_run_choice (run, hf_interview_kinds, answer->kind));
  hf_row_add_text (row, answer->question);
  hf_row_add_text (row, hf_report_run_name (run, HF_REPORT_NAME_QUESTION, answer->question));
  hf_row_take_text (row, dup_words (run, answer));
  hf_row_add_text (row, answer->staff);
  hf_row_add_text (row, channel_of (run, answer));
}

const HfRowSheet hf_answer_rows = {
  .sheet = HF_REPORT_SHEET_ANSWER_ROWS,
  .rows = HF_REPORT_ROWS_ANSWERS,
  .table = "answers",
  .prose = TRUE,
  .columns = columns,
  .fill = fill,
};
