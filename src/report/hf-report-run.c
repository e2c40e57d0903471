#include "config.h"

#include "hf-report-run.h"

#include <glib/gi18n.h>

#include "hf-escalation-ladder.h"

#define LINE_SEPARATOR " / "

/* What of the progress the raw rows are; the rest is putting the file together. */
#define SHARE_OF_ROWS 0.7

static GTimeZone *
find_zone (const char *name)
{
  GTimeZone *zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;
  return zone != NULL ? zone : g_time_zone_new_local ();
}

/**
 * hf_report_run_new:
 * @figures: the figures
 * @source: the raw rows
 * @options: (transfer none): what is wanted; must live as long as the run
 *
 * Begins a report.
 *
 * Returns: (transfer full): the run, still without a workbook
 */
HfReportRun *
hf_report_run_new (HfFigures *figures, HfReportSource *source, const HfReportOptions *options)
{
  HfReportRun *self = g_new0 (HfReportRun, 1);
  self->figures = g_object_ref (figures);
  self->source = g_object_ref (source);
  self->options = options;
  self->language = hf_report_language_new (options->first_language, options->second_language);
  self->zone = find_zone (options->time_zone);
  self->assumptions = g_ptr_array_new_with_free_func (g_object_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->choices = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * hf_report_run_free:
 * @self: (transfer full): a run
 *
 * Ends it; a workbook that is not finished goes with it.
 */
void
hf_report_run_free (HfReportRun *self)
{
  g_clear_pointer (&self->workbook, hf_workbook_free);
  g_object_unref (self->figures);
  g_object_unref (self->source);
  hf_report_language_free (self->language);
  g_time_zone_unref (self->zone);
  g_ptr_array_unref (self->assumptions);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->choices);
  g_hash_table_unref (self->months);
  g_free (self);
}

/**
 * hf_report_run_wants:
 * @self: a run
 * @sheet: a sheet
 *
 * Tells whether a sheet was asked for; the cover always is.
 *
 * Returns: whether it was
 */
gboolean
hf_report_run_wants (const HfReportRun *self, HfReportSheet sheet)
{
  return sheet == HF_REPORT_SHEET_COVER || (self->options->sheets & (1u << sheet)) != 0;
}

/**
 * hf_report_run_step:
 * @self: a run
 * @sheet: what is being written
 * @error: (nullable): %G_IO_ERROR_CANCELLED
 *
 * Reports the progress.
 *
 * Returns: %FALSE where the user has cancelled
 */
gboolean
hf_report_run_step (HfReportRun *self, HfReportSheet sheet, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  double done = self->n_rows > 0 ? (double) self->n_done / self->n_rows : 1;
  if (self->progress != NULL)
    self->progress (
        SHARE_OF_ROWS * MIN (done, 1),
        g_dpgettext2 (GETTEXT_PACKAGE, HF_REPORT_CONTEXT, hf_report_sheets[sheet].label),
        self->data);
  return TRUE;
}

/**
 * hf_report_run_text:
 * @self: a run
 * @text: a text marked with NC_ ("report", ..)
 *
 * Gives a text in each language on a line of its own.
 *
 * Returns: (transfer full): one or two lines
 */
char *
hf_report_run_text (const HfReportRun *self, const char *text)
{
  return hf_report_language_text (self->language, HF_REPORT_CONTEXT, text);
}

/**
 * hf_report_run_line:
 * @self: a run
 * @text: a text marked with NC_ ("report", ..)
 *
 * Gives a text in each language on one line.
 *
 * Returns: (transfer full): one line
 */
char *
hf_report_run_line (const HfReportRun *self, const char *text)
{
  return hf_report_language_line (self->language, HF_REPORT_CONTEXT, text);
}

/**
 * hf_report_run_format:
 * @self: a run
 * @text: a format marked with NC_ ("report", ..)
 * @...: what goes into it
 *
 * Gives a sentence in each language on a line of its own.
 *
 * Returns: (transfer full): one or two lines
 */
char *
hf_report_run_format (const HfReportRun *self, const char *text, ...)
{
  g_autofree char *first = NULL, *second = NULL;
  va_list arguments;
  va_start (arguments, text);
  first = g_strdup_vprintf (
      hf_report_language_lookup (self->language, 0, HF_REPORT_CONTEXT, text), arguments);
  va_end (arguments);
  if (hf_report_language_count (self->language) > 1)
    {
      va_start (arguments, text);
      second = g_strdup_vprintf (
          hf_report_language_lookup (self->language, 1, HF_REPORT_CONTEXT, text), arguments);
      va_end (arguments);
    }
  const char *both[] = { first, second };
  return hf_report_language_join (self->language, both, "\n");
}

/**
 * hf_report_run_choice:
 * @self: a run
 * @choices: a closed list
 * @value: a place in it
 *
 * Gives a value's label in each language on one line.
 *
 * Returns: (transfer none): one line
 */
const char *
hf_report_run_choice (HfReportRun *self, const HfChoice *choices, int value)
{
  const HfChoice *choice = &choices[value];
  const char *label = g_hash_table_lookup (self->choices, choice);
  if (label != NULL)
    return label;
  char *made = hf_report_language_line (self->language, HF_CHOICE_CONTEXT, choice->label);
  g_hash_table_insert (self->choices, (gpointer) choice, made);
  return made;
}

/**
 * hf_report_run_escalation:
 * @self: a run
 * @step: (nullable): the code of a step of the escalation ladder
 * @name: (nullable): as the firm called it
 *
 * Names a step of the escalation ladder, in each language where the program does.
 *
 * Returns: (transfer none) (nullable): one line; %NULL for no step
 */
const char *
hf_report_run_escalation (HfReportRun *self, const char *step, const char *name)
{
  int place = name == NULL ? hf_choice_find_name (hf_escalation_starters, step) : -1;
  if (place >= 0)
    return hf_report_run_choice (self, hf_escalation_starters, place);
  return name != NULL ? name : step;
}

/**
 * hf_report_run_dup_code:
 * @self: a run
 * @code: a code of the codebook
 * @separator: what comes between two languages
 *
 * Gives a code's name in each language.
 *
 * Returns: (transfer full): the name
 */
char *
hf_report_run_dup_code (const HfReportRun *self, const char *code, const char *separator)
{
  HfCodebook *codebook = hf_report_source_get_codebook (self->source);
  g_autofree char *first = hf_codebook_dup_name (
      codebook, code, hf_report_language_get_code (self->language, 0));
  g_autofree char *second = NULL;
  if (hf_report_language_count (self->language) > 1)
    second = hf_codebook_dup_name (codebook, code,
                                   hf_report_language_get_code (self->language, 1));
  const char *both[] = { first, second };
  return hf_report_language_join (self->language, both, separator);
}

/**
 * hf_report_run_code_name:
 * @self: a run
 * @code: (nullable): a code of the codebook
 *
 * Gives a code's name in each language on one line, as raw rows have it.
 *
 * Returns: (transfer none) (nullable): the name
 */
const char *
hf_report_run_code_name (HfReportRun *self, const char *code)
{
  if (code == NULL)
    return NULL;
  const char *name = g_hash_table_lookup (self->names, code);
  if (name != NULL)
    return name;
  char *made = hf_report_run_dup_code (self, code, LINE_SEPARATOR);
  g_hash_table_insert (self->names, g_strdup (code), made);
  return made;
}

static char *
name_in (const HfReportRun *self, HfReportName what, const char *id, guint index)
{
  const char *language = hf_report_language_get_code (self->language, index);
  char *name = hf_report_source_dup_name (self->source, what, id, language);
  return name != NULL ? name : g_strdup (id);
}

/**
 * hf_report_run_dup_name:
 * @self: a run
 * @what: what is named
 * @id: its id
 *
 * Gives a name in each language on one line, without keeping it for later rows.
 *
 * Returns: (transfer full): the name
 */
char *
hf_report_run_dup_name (const HfReportRun *self, HfReportName what, const char *id)
{
  g_autofree char *first = name_in (self, what, id, 0);
  g_autofree char *second = NULL;
  if (hf_report_language_count (self->language) > 1)
    second = name_in (self, what, id, 1);
  const char *both[] = { first, second };
  return hf_report_language_join (self->language, both, LINE_SEPARATOR);
}

/**
 * hf_report_run_name:
 * @self: a run
 * @what: what is named
 * @id: (nullable): its id
 *
 * Gives a name in each language on one line.
 *
 * Returns: (transfer none) (nullable): the name
 */
const char *
hf_report_run_name (HfReportRun *self, HfReportName what, const char *id)
{
  if (id == NULL)
    return NULL;
  g_autofree char *key = g_strdup_printf ("%d %s", what, id);
  const char *name = g_hash_table_lookup (self->names, key);
  if (name != NULL)
    return name;
  char *made = hf_report_run_dup_name (self, what, id);
  g_hash_table_insert (self->names, g_steal_pointer (&key), made);
  return made;
}

/**
 * hf_report_run_assumption:
 * @self: a run
 * @key: such as "complaint-ratio"
 *
 * Finds an assumption.
 *
 * Returns: (transfer none) (nullable): the assumption
 */
const HfAssumption *
hf_report_run_assumption (const HfReportRun *self, const char *key)
{
  for (guint i = 0; i < self->assumptions->len; i++)
    {
      const HfAssumption *assumption = self->assumptions->pdata[i];
      if (g_strcmp0 (assumption->key, key) == 0)
        return assumption;
    }
  return NULL;
}

/**
 * hf_report_run_dup_link:
 * @self: a run
 * @sheet: a sheet
 *
 * Names the beginning of a sheet, for a link.
 *
 * Returns: (transfer full) (nullable): a place; %NULL where the report has no such sheet
 */
char *
hf_report_run_dup_link (const HfReportRun *self, HfReportSheet sheet)
{
  return self->sheets[sheet] != NULL ? hf_sheet_dup_place (self->sheets[sheet], 0, 0) : NULL;
}

static const char *
word_in (const HfReportRun *self, guint index, const char *word)
{
  return hf_report_language_lookup (self->language, index, HF_REPORT_CONTEXT, word);
}

static char *
scope_in (const HfReportRun *self, guint index)
{
  const HfPeriod *period = self->figures->period;
  const char *open_end = word_in (self, index, NC_ ("report", "no limit"));
  const char *branch = self->figures->branch != NULL
                           ? self->figures->branch
                           : word_in (self, index, NC_ ("report", "all branches"));
  if (period->from == NULL && period->to == NULL)
    /* Translators: a branch. */
    return g_strdup_printf (hf_report_language_lookup (self->language, index, HF_REPORT_CONTEXT,
                                                       NC_ ("report", "The whole time, %s")),
                            branch);
  return g_strdup_printf (
      /* Translators: first day, last day, branch. */
      hf_report_language_lookup (self->language, index, HF_REPORT_CONTEXT,
                                 NC_ ("report", "%s to %s, %s")),
      period->from != NULL ? period->from : open_end,
      period->to != NULL ? period->to : open_end, branch);
}

static void
add_scope (const HfReportRun *self, HfSheet *page)
{
  g_autofree char *first = scope_in (self, 0);
  g_autofree char *second = NULL;
  if (hf_report_language_count (self->language) > 1)
    second = scope_in (self, 1);
  const char *both[] = { first, second };
  g_autofree char *scope = hf_report_language_join (self->language, both, "    ");
  hf_sheet_add_text (page, HF_TEXT_NOTE, scope);
}

/**
 * hf_report_run_begin_page:
 * @self: a run
 * @sheet: a page that the report has
 *
 * Writes a page's title, and what it is about.
 *
 * Returns: (transfer none): the page
 */
HfSheet *
hf_report_run_begin_page (const HfReportRun *self, HfReportSheet sheet)
{
  HfSheet *page = self->sheets[sheet];
  g_autofree char *title = hf_report_run_line (self, hf_report_sheets[sheet].label);
  hf_sheet_add_text (page, HF_TEXT_TITLE, title);
  add_scope (self, page);
  hf_sheet_add_space (page);
  return page;
}

/**
 * hf_report_run_add_text:
 * @self: a run
 * @page: a page
 * @style: its look
 * @text: a text marked with NC_ ("report", ..)
 *
 * Adds a text to a page, in each language.
 */
void
hf_report_run_add_text (const HfReportRun *self, HfSheet *page, HfTextStyle style,
                        const char *text)
{
  g_autofree char *both = style == HF_TEXT_HEADING ? hf_report_run_line (self, text)
                                                   : hf_report_run_text (self, text);
  hf_sheet_add_text (page, style, both);
}

/**
 * hf_report_run_add_column:
 * @self: a run
 * @table: a table
 * @heading: a text marked with NC_ ("report", ..)
 * @kind: what its cells hold
 *
 * Adds a column with a heading in each language.
 */
void
hf_report_run_add_column (const HfReportRun *self, HfTable *table, const char *heading,
                          HfCellKind kind)
{
  hf_table_take_column (table, hf_report_run_text (self, heading), kind);
}

/**
 * hf_report_run_add_unknown:
 * @self: a run
 * @row: a row
 *
 * Adds a cell that says that nothing is known, which is not zero.
 */
void
hf_report_run_add_unknown (const HfReportRun *self, HfRow *row)
{
  hf_row_take_muted (row, hf_report_run_line (self, NC_ ("report", "not known")));
}
