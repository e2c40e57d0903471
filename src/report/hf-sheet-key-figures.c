#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

/* A table of figures that is being made. */
typedef struct
{
  HfReportRun *run;
  HfTable *table;
  const char *group; /* a text marked with NC_ */
} Writer;

/* Begins a figure's row; finish_figure() follows once the value is in. */
static HfRow *
begin_figure (Writer *self, const char *label)
{
  HfRow *row = hf_table_add_row (self->table);
  hf_row_take_text (row, hf_report_run_line (self->run, self->group));
  hf_row_take_text (row, hf_report_run_line (self->run, label));
  return row;
}

static void
finish_figure (Writer *self, HfRow *row, const char *how, HfReportSheet from)
{
  g_autofree char *link = hf_report_run_dup_link (self->run, from);
  hf_row_set_target (row, link);
  hf_row_take_text (row, hf_report_run_text (self->run, how));
  if (link != NULL)
    hf_row_add_text (row, hf_sheet_get_name (self->run->sheets[from]));
  else
    hf_row_add_empty (row);
  hf_row_set_target (row, link);
}

static void
add_count (Writer *self, const char *label, guint count, const char *how, HfReportSheet from)
{
  HfRow *row = begin_figure (self, label);
  hf_row_add_integer (row, count);
  finish_figure (self, row, how, from);
}

static void
add_share (Writer *self, const char *label, gboolean known, double share, const char *how,
           HfReportSheet from)
{
  HfRow *row = begin_figure (self, label);
  if (known)
    hf_row_add_percent (row, share);
  else
    hf_report_run_add_unknown (self->run, row);
  finish_figure (self, row, how, from);
}

static void
add_customers (Writer *self, const HfFigures *figures)
{
  const HfReportSheet from = HF_REPORT_SHEET_CUSTOMER_ROWS;
  self->group = NC_ ("report", "Customers");
  add_count (self, NC_ ("report", "Customers, all"), figures->customers.total,
             NC_ ("report", "Every customer on file, whatever the status"), from);
  add_count (self, NC_ ("report", "Active"), figures->customers.active,
             NC_ ("report", "Status: active"), from);
  add_count (self, NC_ ("report", "At risk"), figures->customers.at_risk,
             NC_ ("report", "Status: at risk"), from);
  add_count (self, NC_ ("report", "Lost"), figures->customers.lost,
             NC_ ("report", "Status: lost, whenever that was"), from);
  add_count (self, NC_ ("report", "Lost, day not known"), figures->customers.lost_undated,
             NC_ ("report", "Status: lost, without a day in “Lost on”"), from);
  add_count (self, NC_ ("report", "Won back"), figures->customers.won_back,
             NC_ ("report", "Status: won back"), from);
}

static void
add_churn (Writer *self, const HfFigures *figures)
{
  const HfReportSheet from = HF_REPORT_SHEET_CUSTOMER_ROWS;
  gboolean known = figures->churn.at_start > 0;
  self->group = NC_ ("report", "Churn");
  add_count (self, NC_ ("report", "Customers at the start"), figures->churn.at_start,
             NC_ ("report", "Customers on the first day of the period"), from);
  add_count (self, NC_ ("report", "Lost in the period"), figures->churn.lost,
             NC_ ("report",
                  "“Lost on” lies in the period; without a first day, also those whose "
                  "day is not known"),
             from);
  add_count (self, NC_ ("report", "Lost without a date, not counted"), figures->churn.undated,
             NC_ ("report",
                  "Status: lost, without a day in “Lost on”: counted neither as lost in the "
                  "period nor at its start"),
             from);
  add_share (self, NC_ ("report", "Churn rate"), known, figures->churn.rate,
             NC_ ("report", "Lost in the period / customers at the start"), from);
  add_share (self, NC_ ("report", "Retention rate"), known, figures->churn.retention,
             NC_ ("report", "(Customers at the end - new ones) / customers at the start"),
             from);

  HfRow *row = begin_figure (self, NC_ ("report", "Yearly value lost"));
  if (figures->churn.value_known > 0)
    hf_row_add_money (row, figures->churn.value_lost);
  else
    hf_report_run_add_unknown (self->run, row);
  finish_figure (self, row,
                 NC_ ("report", "Sum of the yearly values of those lost in the period"), from);
  add_count (self, NC_ ("report", "of these, value known"), figures->churn.value_known,
             NC_ ("report", "Lost in the period, with a yearly value on file"), from);
}

static void
add_complaints (Writer *self, const HfFigures *figures)
{
  const HfReportSheet from = HF_REPORT_SHEET_COMPLAINT_ROWS;
  self->group = NC_ ("report", "Complaints");
  add_count (self, NC_ ("report", "Complaints logged"), figures->complaints.logged,
             NC_ ("report", "Received in the period"), from);
  add_count (self, NC_ ("report", "Complaints open"), figures->complaints.open,
             NC_ ("report", "Of these, not closed yet"), from);
  add_count (self, NC_ ("report", "Complaints late"), figures->complaints.late,
             NC_ ("report", "Of these, without an answer though it was promised by now"), from);
  add_count (self, NC_ ("report", "Complaints closed"), figures->complaints.closed,
             NC_ ("report", "Of these, status: closed"), from);
}

static void
add_number (Writer *self, const char *label, double number, const char *how)
{
  HfRow *row = begin_figure (self, label);
  hf_row_add_number (row, number);
  finish_figure (self, row, how, HF_REPORT_SHEET_SILENT);
}

static void
add_silent (Writer *self, const HfFigures *figures)
{
  self->group = NC_ ("report", "Silent complaints (estimate)");
  add_number (self, NC_ ("report", "Dissatisfied customers"), figures->silent.dissatisfied,
              NC_ ("report", "Complaints logged x dissatisfied customers per complaint"));
  add_number (self, NC_ ("report", "Silent customers"), figures->silent.silent,
              NC_ ("report", "Dissatisfied customers - complaints logged"));
  add_number (self, NC_ ("report", "Silent and lost"), figures->silent.silent_and_lost,
              NC_ ("report", "Silent customers x (1 - share of the silent who stay)"));
  add_share (self, NC_ ("report", "Own complaint share"), figures->silent.own.interviewed > 0,
             figures->silent.own.share,
             NC_ ("report", "Interviewed customers who say that they had complained / "
                            "dissatisfied customers interviewed"),
             HF_REPORT_SHEET_SILENT);
}

static void
add_interviews (Writer *self, const HfFigures *figures)
{
  const HfReportSheet from = HF_REPORT_SHEET_INTERVIEW_ROWS;
  gboolean known = figures->interviews.lost_customers > 0;
  self->group = NC_ ("report", "Interviews");
  add_count (self, NC_ ("report", "Interviews started"), figures->interviews.started,
             NC_ ("report", "With lost customers, started in the period"), from);
  add_count (self, NC_ ("report", "Interviews completed"), figures->interviews.completed,
             NC_ ("report", "State: completed"), from);
  add_count (self, NC_ ("report", "Interviews refused"), figures->interviews.refused,
             NC_ ("report", "State: refused"), from);
  add_share (self, NC_ ("report", "Response rate"), known, figures->interviews.response_rate,
             NC_ ("report", "RR1 of AAPOR, see “Who we did not hear”"), HF_REPORT_SHEET_HEARD);
}

static void
add_promises (Writer *self, const HfFigures *figures)
{
  const HfReportSheet from = HF_REPORT_SHEET_PROMISE_ROWS;
  self->group = NC_ ("report", "Promises");
  add_count (self, NC_ ("report", "Promises made"), figures->promises.made,
             NC_ ("report", "Made in the period"), from);
  add_count (self, NC_ ("report", "Promises kept"), figures->promises.kept,
             NC_ ("report", "Kept by the promised moment"), from);
  add_count (self, NC_ ("report", "Promises kept late"), figures->promises.late,
             NC_ ("report", "Kept after the promised moment"), from);
  add_count (self, NC_ ("report", "Promises open"), figures->promises.open,
             NC_ ("report", "Neither kept nor broken yet"), from);
  add_count (self, NC_ ("report", "Promises broken"), figures->promises.broken,
             NC_ ("report", "Given up without being kept"), from);
  add_count (self, NC_ ("report", "Promises released"), figures->promises.released,
             NC_ ("report", "The customer did not want them any more"), from);
  add_count (self, NC_ ("report", "Promises overdue"), figures->promises.overdue,
             NC_ ("report", "Open, and the promised moment has passed"), from);
  add_count (self, NC_ ("report", "Promises due"),
             hf_promise_tally_due (&figures->promises.due),
             NC_ ("report", "Due in the period by now, but those that were released"), from);
  add_share (self, NC_ ("report", "Promises kept in time"),
             hf_promise_tally_due (&figures->promises.due) > 0,
             hf_promise_tally_rate (&figures->promises.due),
             NC_ ("report", "Kept in time / due; a deadline that had passed goes on to count "
                            "when the promise is made anew"),
             from);
}

static void
add_loyalty (Writer *self, const HfFigures *figures)
{
  const HfReportSheet from = HF_REPORT_SHEET_CUSTOMER_ROWS;
  self->group = NC_ ("report", "Loyalty");
  if (figures->loyalty.a + figures->loyalty.b + figures->loyalty.c > 0)
    {
      add_count (self, NC_ ("report", "Class A"), figures->loyalty.a,
                 NC_ ("report", "They buy 80 per cent or more of their need from us"), from);
      add_count (self, NC_ ("report", "Class B"), figures->loyalty.b,
                 NC_ ("report", "They buy from 20 to under 80 per cent of their need from us"),
                 from);
      add_count (self, NC_ ("report", "Class C"), figures->loyalty.c,
                 NC_ ("report", "They buy under 20 per cent of their need from us"), from);
    }
  add_count (self, NC_ ("report", "Without a class"), figures->loyalty.unknown,
             NC_ ("report", "Their need or what they bought is not known"), from);
}

/* In the order of hf_loyalty_factors. */
static const char *const factor_labels[HF_LOYALTY_N_FACTORS] = {
  NC_ ("report", "Satisfaction on the whole"), NC_ ("report", "Will to do more together"),
  NC_ ("report", "Will to buy again"),         NC_ ("report", "Will to recommend"),
  NC_ ("report", "Resistance to competitors"),
};

static void
add_score (Writer *self, const char *label, gboolean known, double score, const char *how)
{
  HfRow *row = begin_figure (self, label);
  if (known)
    hf_row_add_number (row, score);
  else
    hf_report_run_add_unknown (self->run, row);
  finish_figure (self, row, how, HF_REPORT_SHEET_INTERVIEW_ROWS);
}

static void
add_thanks (Writer *self, const HfFigures *figures)
{
  const HfReportSheet from = HF_REPORT_SHEET_INTERVIEW_ROWS;
  const HfPromoterScore *nps = &figures->thanks.promoters;
  self->group = NC_ ("report", "Thank-you calls");
  add_count (self, NC_ ("report", "Thank-you calls completed"), figures->thanks.completed,
             NC_ ("report", "State: completed"), from);
  gboolean known = FALSE;
  for (gsize i = 0; i < HF_LOYALTY_N_FACTORS; i++)
    {
      const HfLoyaltyFactor *factor = &figures->thanks.factors[i];
      known = known || factor->answers > 0;
      add_score (self, factor_labels[i], factor->answers > 0, factor->score,
                 NC_ ("report", "Mean of the answers, 0 to 100; weight one fifth"));
    }
  add_score (self, NC_ ("report", "Loyalty score"), known, figures->thanks.loyalty,
             NC_ ("report", "Mean of the five factors with equal weights, 0 to 100: the source "
                            "gives none"));
  add_score (self, NC_ ("report", "Net promoter score"),
             nps->promoters + nps->passives + nps->detractors > 0, nps->score,
             NC_ ("report", "Share of 9 and 10 less share of 0 to 6, per cent"));
  add_count (self, NC_ ("report", "Referrals"), figures->thanks.referrals,
             NC_ ("report", "People whom customers named, and who agreed to it"), from);
}

static void
add_win_back (Writer *self, const HfFigures *figures)
{
  const HfReportSheet from = HF_REPORT_SHEET_INTERVIEW_ROWS;
  self->group = NC_ ("report", "Win-back offers");
  add_count (self, NC_ ("report", "May be called about coming back"), figures->win_back.allowed,
             NC_ ("report", "Lost customers who allowed it in the interview"), from);
  add_count (self, NC_ ("report", "Offers made"), figures->win_back.offered,
             NC_ ("report", "Customers, each by what came of it last"), from);
  add_count (self, NC_ ("report", "Offers accepted"), figures->win_back.accepted,
             NC_ ("report", "The customer accepts"), from);
  add_count (self, NC_ ("report", "Offers thought over"), figures->win_back.considering,
             NC_ ("report", "The customer thinks it over"), from);
  add_count (self, NC_ ("report", "Offers declined"), figures->win_back.declined,
             NC_ ("report", "The customer declines"), from);
}

/**
 * hf_sheet_key_figures_fill:
 * @run: a report
 *
 * Writes the figures, each with how it is counted and a link to what it was counted from.
 */
void
hf_sheet_key_figures_fill (HfReportRun *run)
{
  HfSheet *page = hf_report_run_begin_page (run, HF_REPORT_SHEET_KEY_FIGURES);
  g_autoptr (HfTable) table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "Group"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Figure"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Value"), HF_CELL_NUMBER);
  hf_report_run_add_column (run, table, NC_ ("report", "How it is counted"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Counted from"), HF_CELL_TEXT);

  Writer writer = { run, table, NULL };
  add_customers (&writer, run->figures);
  add_churn (&writer, run->figures);
  add_complaints (&writer, run->figures);
  add_silent (&writer, run->figures);
  add_interviews (&writer, run->figures);
  add_promises (&writer, run->figures);
  add_loyalty (&writer, run->figures);
  if (run->figures->thanks.called > 0)
    add_thanks (&writer, run->figures);
  if (run->figures->win_back.allowed + run->figures->win_back.offered > 0)
    add_win_back (&writer, run->figures);
  hf_sheet_add_table (page, table);
}
