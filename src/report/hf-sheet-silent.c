#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

#include "hf-complaint.h"
#include "hf-silent-preset.h"

#define ASSUMPTION_CONTEXT "assumption"

/* The estimate's first column of numbers: B and C are the classes, D what is in none of them,
 * and E all. */
#define FIRST_PART 'B'

enum
{
  ROW_LOGGED,
  ROW_RATIO,
  ROW_DISSATISFIED,
  ROW_SILENT,
  ROW_STAY,
  ROW_SILENT_AND_LOST,
  ROW_PEOPLE_TOLD,
  ROW_REACH,
};

/* The estimate's table while it is filled; @first is its first row in the sheet, from 1. */
typedef struct
{
  const HfReportRun *run;
  const HfSilentFigures *silent;
  HfTable *table;
  guint first;
} Steps;

static HfRow *
begin_step (const Steps *self, const char *label)
{
  HfRow *row = hf_table_add_row (self->table);
  hf_row_take_text (row, hf_report_run_line (self->run, label));
  return row;
}

static void
end_step (const Steps *self, HfRow *row, const char *how)
{
  while (hf_row_count (row) < hf_table_n_columns (self->table) - 1)
    hf_row_add_empty (row);
  hf_row_take_text (row, hf_report_run_text (self->run, how));
}

static void
add_logged (const Steps *self)
{
  g_autofree char *link = hf_report_run_dup_link (self->run, HF_REPORT_SHEET_COMPLAINT_ROWS);
  g_autofree char *sum = g_strdup_printf ("=SUM(B%u:D%u)", self->first, self->first);
  HfRow *row = begin_step (self, NC_ ("report", "Complaints logged"));
  for (int i = 0; i < HF_SILENT_N_PARTS; i++)
    hf_row_add_integer (row, self->silent->classes[i].logged);
  hf_row_add_integer (row, self->run->figures->complaints.logged);
  hf_row_set_formula (row, sum);
  hf_row_set_target (row, link);
  end_step (self, row, NC_ ("report", "Received in the period, by severity"));
}

/* What is in no class has the value of minor problems. */
static void
add_unplaced (const Steps *self, HfRow *row, guint step, gsize of_class)
{
  const HfSilentClass *unplaced = &self->silent->classes[HF_SILENT_UNPLACED];
  g_autofree char *minor = g_strdup_printf ("=B%u", self->first + step);
  double value = G_STRUCT_MEMBER (double, unplaced, of_class);
  if (step == ROW_STAY)
    hf_row_add_percent (row, value);
  else
    hf_row_add_number (row, value);
  hf_row_set_formula (row, minor);
}

static void
add_ratio (const Steps *self)
{
  const guint first = self->first;
  g_autofree char *all = g_strdup_printf ("=IF(E%u=0,B%u,E%u/E%u)", first + ROW_LOGGED,
                                          first + ROW_RATIO, first + ROW_DISSATISFIED,
                                          first + ROW_LOGGED);
  HfRow *row = begin_step (self, NC_ ("report", "Dissatisfied customers per complaint"));
  hf_sheet_definitions_add_value (self->run, row, "complaint-ratio",
                                  &self->silent->classes[HF_COMPLAINT_MINOR].ratio);
  hf_sheet_definitions_add_value (self->run, row, "complaint-ratio-major",
                                  &self->silent->classes[HF_COMPLAINT_MAJOR].ratio);
  add_unplaced (self, row, ROW_RATIO, G_STRUCT_OFFSET (HfSilentClass, ratio));
  hf_row_add_number (row, self->silent->ratio);
  hf_row_set_formula (row, all);
  end_step (self, row, NC_ ("report", "Assumed by severity, see “Definitions”"));
}

static void
add_stay_rate (const Steps *self)
{
  const guint first = self->first;
  g_autofree char *all = g_strdup_printf ("=IF(E%u=0,B%u,1-E%u/E%u)", first + ROW_SILENT,
                                          first + ROW_STAY, first + ROW_SILENT_AND_LOST,
                                          first + ROW_SILENT);
  HfRow *row = begin_step (self, NC_ ("report", "Share of the silent who stay"));
  hf_sheet_definitions_add_value (self->run, row, "silent-stay-rate",
                                  &self->silent->classes[HF_COMPLAINT_MINOR].stay_rate);
  hf_sheet_definitions_add_value (self->run, row, "silent-stay-rate-major",
                                  &self->silent->classes[HF_COMPLAINT_MAJOR].stay_rate);
  add_unplaced (self, row, ROW_STAY, G_STRUCT_OFFSET (HfSilentClass, stay_rate));
  hf_row_add_percent (row, self->silent->stay_rate);
  hf_row_set_formula (row, all);
  end_step (self, row, NC_ ("report", "Assumed by severity, see “Definitions”"));
}

/* In each part by a formula in which @ stands for the column, and the sum of all. */
static HfRow *
begin_result (const Steps *self, const char *label, gsize of_class, double all, char *formula)
{
  g_autofree char *either = formula;
  HfRow *row = begin_step (self, label);
  guint at = self->first + hf_table_n_rows (self->table) - 1;
  g_autofree char *sum = g_strdup_printf ("=SUM(B%u:D%u)", at, at);
  for (int i = 0; i < HF_SILENT_N_PARTS; i++)
    {
      g_autofree char *own = g_strdelimit (g_strdup (either), "@", (char) (FIRST_PART + i));
      hf_row_add_number (row, G_STRUCT_MEMBER (double, &self->silent->classes[i], of_class));
      hf_row_set_formula (row, own);
    }
  hf_row_add_number (row, all);
  hf_row_set_formula (row, sum);
  return row;
}

/* How far the published presets lie apart; @heard is not counted. */
static void
add_range (const Steps *self, HfRow *row, guint heard)
{
  hf_row_add_number (row, self->silent->least - heard);
  hf_row_add_number (row, self->silent->most - heard);
}

/* Reach is of all the dissatisfied, and stands below the rest. */
static void
add_reach (const Steps *self)
{
  const guint first = self->first;
  g_autofree char *formula = g_strdup_printf ("=E%u*E%u", first + ROW_DISSATISFIED,
                                              first + ROW_PEOPLE_TOLD);
  HfRow *row = begin_step (self, NC_ ("report", "People whom each of them tells"));
  for (int i = 0; i < HF_SILENT_N_PARTS; i++)
    hf_row_add_empty (row);
  hf_sheet_definitions_add_value (self->run, row, "people-told", &self->silent->people_told);
  end_step (self, row, NC_ ("report", "Assumed, see “Definitions”"));
  row = begin_step (self, NC_ ("report", "Reach by word of mouth"));
  for (int i = 0; i < HF_SILENT_N_PARTS; i++)
    hf_row_add_empty (row);
  hf_row_add_number (row, self->silent->reach);
  hf_row_set_formula (row, formula);
  end_step (
      self, row,
      NC_ ("report",
           "Dissatisfied customers x people whom each of them tells; in no other number"));
}

static void
add_steps (const Steps *self)
{
  const guint first = self->first;
  add_logged (self);
  add_ratio (self);
  HfRow *row = begin_result (
      self, NC_ ("report", "Dissatisfied customers"),
      G_STRUCT_OFFSET (HfSilentClass, dissatisfied), self->silent->dissatisfied,
      g_strdup_printf ("=@%u*@%u", first + ROW_LOGGED, first + ROW_RATIO));
  add_range (self, row, 0);
  end_step (self, row,
            NC_ ("report", "Complaints logged x dissatisfied customers per complaint"));
  row = begin_result (
      self, NC_ ("report", "Silent customers"), G_STRUCT_OFFSET (HfSilentClass, silent),
      self->silent->silent,
      g_strdup_printf ("=@%u-@%u", first + ROW_DISSATISFIED, first + ROW_LOGGED));
  add_range (self, row, self->run->figures->complaints.logged);
  end_step (self, row, NC_ ("report", "Dissatisfied customers - complaints logged"));
  add_stay_rate (self);
  row = begin_result (self, NC_ ("report", "Silent and lost"),
                      G_STRUCT_OFFSET (HfSilentClass, silent_and_lost),
                      self->silent->silent_and_lost,
                      g_strdup_printf ("=@%u*(1-@%u)", first + ROW_SILENT, first + ROW_STAY));
  end_step (self, row, NC_ ("report", "Silent customers x (1 - share of the silent who stay)"));
  add_reach (self);
}

static HfTable *
make_steps (const HfReportRun *run, guint first)
{
  HfTable *table = hf_table_new ();
  const Steps steps = { run, &run->figures->silent, table, first };
  hf_report_run_add_column (run, table, NC_ ("report", "Estimate"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Minor problems"), HF_CELL_NUMBER);
  hf_report_run_add_column (run, table, NC_ ("report", "Major problems"), HF_CELL_NUMBER);
  hf_report_run_add_column (run, table, NC_ ("report", "Severity not known"), HF_CELL_NUMBER);
  hf_report_run_add_column (run, table, NC_ ("report", "All"), HF_CELL_NUMBER);
  hf_report_run_add_column (run, table, NC_ ("report", "Least published"), HF_CELL_NUMBER);
  hf_report_run_add_column (run, table, NC_ ("report", "Most published"), HF_CELL_NUMBER);
  hf_report_run_add_column (run, table, NC_ ("report", "How it is worked out"), HF_CELL_TEXT);
  add_steps (&steps);
  return table;
}

/* The table of sources while it is filled. */
typedef struct
{
  const HfReportRun *run;
  const HfSilentFigures *silent;
  HfTable *table;
  guint first; /* the table's first row in the sheet, from 1 */
  guint steps; /* the estimate's first row */
} Shares;

#define N_RESULTS 3

/* One row: complaint shares, and what they would mean for the complaints of this report. */
static HfRow *
add_shares (const Shares *self, char *who, double minor, double major)
{
  const double shares[] = { minor, major };
  guint at = self->first + hf_table_n_rows (self->table);
  HfSilentEstimate all = { 0 };
  HfRow *row = hf_table_add_row (self->table);
  hf_row_take_text (row, who);
  for (int i = 0; i < HF_SILENT_N_PARTS; i++)
    {
      HfSilentEstimate part;
      hf_diagnosis_silent (self->silent->classes[i].logged,
                           shares[hf_diagnosis_silent_class (i)],
                           self->silent->classes[i].stay_rate, &part);
      all.dissatisfied += part.dissatisfied;
      all.silent += part.silent;
      all.silent_and_lost += part.silent_and_lost;
    }
  for (int i = 0; i < HF_SILENT_N_CLASSES; i++)
    hf_row_add_percent (row, shares[i]);
  if (minor <= 0 || major <= 0)
    {
      for (int i = 0; i < N_RESULTS; i++)
        hf_report_run_add_unknown (self->run, row);
      return row;
    }
  const guint logged = self->steps + ROW_LOGGED, stay = self->steps + ROW_STAY;
  g_autofree char *dissatisfied = g_strdup_printf ("=(B$%u+D$%u)/B%u+C$%u/C%u", logged, logged,
                                                   at, logged, at);
  g_autofree char *silent = g_strdup_printf ("=D%u-E$%u", at, logged);
  g_autofree char *lost = g_strdup_printf (
      "=(B$%u+D$%u)*(1/B%u-1)*(1-B$%u)+C$%u*(1/C%u-1)*(1-C$%u)", logged, logged, at, stay,
      logged, at, stay);
  hf_row_add_number (row, all.dissatisfied);
  hf_row_set_formula (row, dissatisfied);
  hf_row_add_number (row, all.silent);
  hf_row_set_formula (row, silent);
  hf_row_add_number (row, all.silent_and_lost);
  hf_row_set_formula (row, lost);
  return row;
}

static void
add_used (const Shares *self)
{
  const HfSilentClass *classes = self->silent->classes;
  const HfSilentPreset *preset = hf_silent_preset_find (self->silent->preset);
  if (classes[HF_COMPLAINT_MINOR].ratio <= 0 || classes[HF_COMPLAINT_MAJOR].ratio <= 0)
    return;
  HfRow *row = add_shares (self, hf_report_run_line (self->run, NC_ ("report", "This report")),
                           1 / classes[HF_COMPLAINT_MINOR].ratio,
                           1 / classes[HF_COMPLAINT_MAJOR].ratio);
  if (preset != NULL)
    hf_row_take_text (
        row, hf_report_language_text (self->run->language, HF_SILENT_CONTEXT, preset->label));
  else
    hf_row_take_text (row, hf_report_run_text (self->run, NC_ ("report", "Own values")));
  hf_row_take_text (
      row,
      hf_report_run_text (self->run, NC_ ("report", "Assumed by severity, see “Definitions”")));
}

static void
add_own_end (const Shares *self, const char *who, double share)
{
  HfRow *row = add_shares (self, hf_report_run_line (self->run, who), share, share);
  hf_row_take_text (
      row, hf_report_run_text (self->run, NC_ ("report", "95 per cent interval by Wilson")));
}

static void
add_own (const Shares *self)
{
  const HfOwnShare *own = &self->silent->own;
  char *who = hf_report_run_line (self->run, NC_ ("report", "Own interviews"));
  if (own->interviewed == 0)
    {
      HfRow *row = hf_table_add_row (self->table);
      hf_row_take_text (row, who);
      for (int i = 0; i < HF_SILENT_N_CLASSES + N_RESULTS; i++)
        hf_report_run_add_unknown (self->run, row);
      hf_row_take_text (row, hf_report_run_text (
                                 self->run, NC_ ("report", "Nobody was asked in this period")));
      return;
    }
  HfRow *row = add_shares (self, who, own->share, own->share);
  hf_row_take_text (
      row,
      hf_report_run_format (
          self->run,
          /* Translators: of so many interviewed, so many had complained. */
          NC_ ("report", "Of %u dissatisfied customers asked, %u say that they complained"),
          own->interviewed, own->complained));
  add_own_end (self, NC_ ("report", "Own interviews, lower end"), own->low);
  add_own_end (self, NC_ ("report", "Own interviews, upper end"), own->high);
}

static void
add_preset (const Shares *self, const HfSilentPreset *preset)
{
  const HfReportLanguage *language = self->run->language;
  HfRow *row = add_shares (
      self, hf_report_language_line (language, HF_SILENT_CONTEXT, preset->label),
      preset->shares[HF_COMPLAINT_MINOR], preset->shares[HF_COMPLAINT_MAJOR]);
  hf_row_take_text (row,
                    hf_report_language_text (language, ASSUMPTION_CONTEXT, preset->source));
  hf_row_take_text (row, hf_report_language_text (language, HF_SILENT_CONTEXT, preset->holds));
}

static HfTable *
make_shares (const HfReportRun *run, guint first, guint steps)
{
  HfTable *table = hf_table_new ();
  const Shares shares = { run, &run->figures->silent, table, first, steps };
  hf_report_run_add_column (run, table, NC_ ("report", "According to"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Complain, minor"), HF_CELL_PERCENT);
  hf_report_run_add_column (run, table, NC_ ("report", "Complain, major"), HF_CELL_PERCENT);
  hf_report_run_add_column (run, table, NC_ ("report", "Dissatisfied"), HF_CELL_NUMBER);
  hf_report_run_add_column (run, table, NC_ ("report", "Silent"), HF_CELL_NUMBER);
  hf_report_run_add_column (run, table, NC_ ("report", "Silent and lost"), HF_CELL_NUMBER);
  hf_report_run_add_column (run, table, NC_ ("report", "What it rests on"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Where it holds"), HF_CELL_TEXT);
  add_used (&shares);
  add_own (&shares);
  for (const HfSilentPreset *preset = hf_silent_presets; preset->name != NULL; preset++)
    if (!hf_silent_preset_is_own (preset))
      add_preset (&shares, preset);
  return table;
}

static void
add_notes (const HfReportRun *run, HfSheet *page)
{
  if (run->figures->complaints.logged == 0)
    hf_report_run_add_text (run, page, HF_TEXT_NOTE,
                            NC_ ("report",
                                 "No complaint was logged in this time: 0 does not say that "
                                 "nobody is dissatisfied."));
  if (run->figures->silent.classes[HF_SILENT_UNPLACED].logged > 0)
    hf_report_run_add_text (run, page, HF_TEXT_NOTE,
                            NC_ ("report",
                                 "A complaint whose severity is not known counts in no class; "
                                 "it is estimated by the share of minor problems."));
  if (run->figures->silent.own.interviewed < HF_OWN_SHARE_ENOUGH)
    hf_report_run_add_text (run, page, HF_TEXT_NOTE,
                            NC_ ("report",
                                 "Fewer than 30 dissatisfied customers were asked: the own "
                                 "share stands beside the assumed one and does not "
                                 "replace it yet."));
  hf_report_run_add_text (
      run, page, HF_TEXT_NOTE,
      NC_ ("report",
           "Interviews with lost customers only are biased: those who complained stay more "
           "often, so the own share comes out too low."));
  hf_report_run_add_text (
      run, page, HF_TEXT_NOTE,
      NC_ ("report",
           "The sources disagree because they count different problems and different "
           "places to complain at. The first research was done in 1976 by TARP for the US "
           "Office of Consumer Affairs, with 2,513 households."));
}

/**
 * hf_sheet_silent_fill:
 * @run: a report
 *
 * Writes the estimate of those whom nobody hears, with the sources that disagree.
 */
void
hf_sheet_silent_fill (HfReportRun *run)
{
  HfSheet *page = hf_report_run_begin_page (run, HF_REPORT_SHEET_SILENT);
  hf_sheet_set_one_page (page, FALSE);
  guint first_step = hf_sheet_get_next_row (page) + 2;
  g_autoptr (HfTable) steps = make_steps (run, first_step);
  hf_sheet_add_table (page, steps);

  hf_sheet_add_space (page);
  g_autoptr (HfTable) shares = make_shares (run, hf_sheet_get_next_row (page) + 2, first_step);
  hf_sheet_add_table (page, shares);
  hf_sheet_add_space (page);
  add_notes (run, page);
  hf_sheet_recovery_add (run, page);
}
