#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

static void
add_wording (const HfReportRun *run, HfRow *row, const HfWording *wording)
{
  const char *texts[2] = { NULL };
  for (guint i = 0; i < hf_report_language_count (run->language); i++)
    texts[i] = hf_wording_get (wording, hf_report_language_get_code (run->language, i));
  if (texts[0] == NULL)
    hf_row_add_empty (row);
  else
    hf_row_take_text (row, hf_report_language_join (run->language, texts, "\n"));
}

static void
add_code (const HfReportRun *run, HfTable *table, const HfCode *code)
{
  HfRow *row = hf_table_add_row (table);
  hf_row_add_text (row, code->id);
  hf_row_add_integer (row, code->parent != NULL ? 2 : 1);
  add_wording (run, row, code->name);
  add_wording (run, row, code->definition);
  add_wording (run, row, code->include);
  add_wording (run, row, code->exclude);
  hf_row_add_text (row, code->origin);
  hf_row_take_text (row, hf_report_run_line (run, code->retired ? NC_ ("report", "retired")
                                                                : NC_ ("report", "in use")));
}

/**
 * hf_sheet_codebook_fill:
 * @run: a report
 *
 * Writes what each code means, in each language.
 */
void
hf_sheet_codebook_fill (HfReportRun *run)
{
  const HfCodebook *codebook = hf_report_source_get_codebook (run->source);
  HfSheet *page = hf_report_run_begin_page (run, HF_REPORT_SHEET_CODEBOOK);
  g_autoptr (HfTable) table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "Code"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Level"), HF_CELL_INTEGER);
  hf_report_run_add_column (run, table, NC_ ("report", "Name"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Definition"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "What belongs to it"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "What does not"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Origin"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "State"), HF_CELL_TEXT);
  for (guint i = 0; i < codebook->codes->len; i++)
    add_code (run, table, codebook->codes->pdata[i]);
  hf_sheet_add_table (page, table);
}
