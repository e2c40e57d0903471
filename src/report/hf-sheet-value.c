#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

#include "hf-amount.h"
#include "hf-diagnosis-value.h"

/* The steps, in their order: each is a row that later ones may refer to. */
enum
{
  STEP_LOST,
  STEP_KNOWN,
  STEP_VALUE_LOST,
  STEP_MEAN,
  STEP_LOSS,
  STEP_FRIENDS,
  STEP_CONVERSION,
  STEP_FRIENDS_LOSS,
  STEP_SILENT,
  STEP_SILENT_LOSS,
  STEP_MARGIN,
  STEP_RETENTION,
  STEP_DISCOUNT,
  STEP_LIFETIME,
};

typedef struct
{
  const HfReportRun *run;
  HfTable *table;
  guint first; /* the sheet's row of the first step, 1 for the first */
  gboolean has_mean;
  double mean;
} Sum;

static HfRow *
begin_step (Sum *self, const char *label)
{
  HfRow *row = hf_table_add_row (self->table);
  hf_row_take_text (row, hf_report_run_line (self->run, label));
  return row;
}

static void
end_step (Sum *self, HfRow *row, const char *how)
{
  hf_row_take_text (row, hf_report_run_text (self->run, how));
}

static void
add_money (Sum *self, const char *label, gboolean known, double money, const char *formula,
           const char *how)
{
  HfRow *row = begin_step (self, label);
  if (known)
    {
      hf_row_add_money_number (row, money);
      hf_row_set_formula (row, formula);
    }
  else
    hf_report_run_add_unknown (self->run, row);
  end_step (self, row, how);
}

static void
add_count (Sum *self, const char *label, guint count, const char *how)
{
  g_autofree char *link = hf_report_run_dup_link (self->run, HF_REPORT_SHEET_CUSTOMER_ROWS);
  HfRow *row = begin_step (self, label);
  hf_row_add_integer (row, count);
  hf_row_set_target (row, link);
  end_step (self, row, how);
}

static double
add_assumed (Sum *self, const char *label, const char *key, const char *how)
{
  const HfAssumption *assumption = hf_report_run_assumption (self->run, key);
  HfRow *row = begin_step (self, label);
  hf_sheet_definitions_add_value (self->run, row, key, NULL);
  end_step (self, row, how);
  return assumption != NULL ? assumption->value : 0;
}

static gboolean
is_assumed (const Sum *self, const char *key)
{
  return hf_report_run_assumption (self->run, key) != NULL;
}

/* Mean value x customers lost. */
static void
add_loss (Sum *self)
{
  const HfFigures *figures = self->run->figures;
  const guint first = self->first;
  g_autofree char *mean = g_strdup_printf ("=B%u/B%u", first + STEP_VALUE_LOST,
                                           first + STEP_KNOWN);
  g_autofree char *loss = g_strdup_printf ("=B%u*B%u", first + STEP_MEAN, first + STEP_LOST);
  add_count (self, NC_ ("report", "Lost in the period"), figures->churn.lost,
             NC_ ("report", "See “Key figures”"));
  add_count (self, NC_ ("report", "of these, value known"), figures->churn.value_known,
             NC_ ("report", "Lost in the period, with a yearly value on file"));
  HfRow *row = begin_step (self, NC_ ("report", "Yearly value lost"));
  if (self->has_mean)
    hf_row_add_money (row, figures->churn.value_lost);
  else
    hf_report_run_add_unknown (self->run, row);
  end_step (self, row, NC_ ("report", "Sum of the yearly values of those lost in the period"));
  add_money (self, NC_ ("report", "Mean yearly value"), self->has_mean, self->mean, mean,
             NC_ ("report", "Yearly value lost / customers whose value is known"));
  add_money (self, NC_ ("report", "Loss"), self->has_mean,
             hf_diagnosis_loss (self->mean, figures->churn.lost, NULL).customers, loss,
             NC_ ("report", "Mean yearly value x customers lost (article 003)"));
}

static void
add_friends (Sum *self)
{
  const guint first = self->first;
  g_autofree char *formula = g_strdup_printf ("=B%u*B%u*B%u", first + STEP_LOSS,
                                              first + STEP_FRIENDS, first + STEP_CONVERSION);
  HfFriendsTerm term = { .counted = TRUE };
  gboolean known = self->has_mean && is_assumed (self, "friends")
                   && is_assumed (self, "friends-conversion");
  term.friends = add_assumed (self, NC_ ("report", "Friends of each lost customer"), "friends",
                              NC_ ("report", "Assumed, see “Definitions”"));
  term.conversion = add_assumed (
      self, NC_ ("report", "Share of them who would have bought"), "friends-conversion",
      NC_ ("report", "Assumed, see “Definitions”; 0 leaves the friends out"));
  add_money (self, NC_ ("report", "Friends' potential business, apart"), known,
             hf_diagnosis_loss (self->mean, self->run->figures->churn.lost, &term).friends,
             formula,
             NC_ ("report", "Loss x friends x share who would have bought; never added to "
                            "the loss"));
}

static void
add_silent (Sum *self)
{
  const HfFigures *figures = self->run->figures;
  const guint first = self->first;
  g_autofree char *link = hf_report_run_dup_link (self->run, HF_REPORT_SHEET_SILENT);
  g_autofree char *formula = g_strdup_printf ("=B%u*B%u", first + STEP_SILENT,
                                              first + STEP_MEAN);
  HfRow *row = begin_step (self, NC_ ("report", "Silent and lost"));
  hf_row_add_number (row, figures->silent.silent_and_lost);
  hf_row_set_target (row, link);
  end_step (self, row, NC_ ("report", "See “Silent complaints”"));
  add_money (self, NC_ ("report", "Yearly value of the silent and lost"), self->has_mean,
             figures->silent.silent_and_lost * self->mean, formula,
             NC_ ("report", "Silent and lost x mean yearly value; an estimate of an estimate"));
}

static void
add_lifetime (Sum *self)
{
  const guint first = self->first;
  g_autofree char *formula = g_strdup_printf ("=B%u*B%u*B%u/(1+B%u-B%u)", first + STEP_MEAN,
                                              first + STEP_MARGIN, first + STEP_RETENTION,
                                              first + STEP_DISCOUNT, first + STEP_RETENTION);
  HfRow *row = begin_step (self, NC_ ("report", "Share of the value that is margin"));
  hf_row_add_percent (row, 1);
  end_step (self, row,
            NC_ ("report", "Not known: put your own share in place of 100 per cent"));
  double retention = add_assumed (self, NC_ ("report", "Yearly retention r"), "retention",
                                  NC_ ("report", "Assumed, see “Definitions”"));
  double discount = add_assumed (self, NC_ ("report", "Yearly discount rate d"), "discount",
                                 NC_ ("report", "Assumed, see “Definitions”"));
  double value = 0;
  gboolean known = self->has_mean && is_assumed (self, "retention")
                   && is_assumed (self, "discount")
                   && hf_diagnosis_lifetime_value (self->mean, retention, discount, &value);
  add_money (self, NC_ ("report", "Lifetime value of a customer"), known, value, formula,
             NC_ ("report", "Mean yearly value x margin x r / (1 + d - r)"));
}

/**
 * hf_sheet_value_fill:
 * @run: a report
 *
 * Writes what the losses cost, step by step, in formulas that follow the assumptions.
 *
 * Source: article 003: loss = mean value x number lost + potential business of 10 friends.
 */
void
hf_sheet_value_fill (HfReportRun *run)
{
  const HfFigures *figures = run->figures;
  HfSheet *page = hf_report_run_begin_page (run, HF_REPORT_SHEET_VALUE);
  hf_sheet_set_one_page (page, FALSE);
  g_autoptr (HfTable) table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "Step"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Value"), HF_CELL_MONEY);
  hf_report_run_add_column (run, table, NC_ ("report", "How it is worked out"), HF_CELL_TEXT);
  Sum sum = { run, table, hf_sheet_get_next_row (page) + 2, figures->churn.value_known > 0 };
  if (sum.has_mean)
    sum.mean = hf_amount_to_double (figures->churn.value_lost) / figures->churn.value_known;
  add_loss (&sum);
  add_friends (&sum);
  add_silent (&sum);
  add_lifetime (&sum);
  hf_sheet_add_table (page, table);
}
