#include "config.h"

#include "hf-test-figures.h"

#include "hf-diagnosis-retention.h"

static void
add_reasons (HfFigures *figures)
{
  static const struct
  {
    const char *code;
    guint primary, contributing, said, inferred, recorded;
  } reasons[] = {
    { "competitor-offer", 34, 12, 31, 10, 5 },
    { "staff-turnover", 27, 19, 30, 14, 2 },
    { "service-lapse", 21, 14, 25, 8, 2 },
    { "price", 15, 22, 28, 6, 3 },
    { "complaint-mishandled", 11, 9, 14, 3, 3 },
    { "channel-blocked", 8, 3, 6, 5, 0 },
    { "product-quality", 6, 7, 9, 3, 1 },
    { "weak-service-awareness", 5, 8, 6, 7, 0 },
    { "market-unheard", 3, 2, 2, 3, 0 },
    { "involuntary", 3, 0, 3, 0, 0 },
    { "other", 1, 2, 3, 0, 0 },
    { "unknown", 4, 0, 0, 0, 4 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      HfReasonCount *reason = hf_figures_add_reason (figures, reasons[i].code);
      reason->primary = reasons[i].primary;
      reason->contributing = reasons[i].contributing;
      reason->said = reasons[i].said;
      reason->inferred = reasons[i].inferred;
      reason->recorded = reasons[i].recorded;
    }
  hf_figures_sort_reasons (figures);
}

static void
add_months (HfFigures *figures)
{
  static const guint lost[] = { 12, 9, 14, 22, 19, 31, 28, 24, 18, 26, 33, 21, 17, 29 };
  guint customers = 2000;
  for (guint i = 0; i < G_N_ELEMENTS (lost); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u-%02u", 2025 + (i + 4) / 12,
                                               (i + 4) % 12 + 1);
      HfMonthCount *month = hf_figures_add_month (figures, name);
      month->lost = lost[i];
      month->at_start = customers;
      month->complaints = lost[i] / 4;
      customers -= lost[i];
    }
}

/* One complaint in 25, whether of a minor problem or of a major one. */
static void
set_silent (HfFigures *figures)
{
  static const double stay_rates[] = { 0.37, 0.09 };
  for (int i = 0; i < HF_SILENT_N_CLASSES; i++)
    {
      figures->silent.classes[i].logged = figures->complaints.by_severity[i];
      figures->silent.classes[i].ratio = 25;
      figures->silent.classes[i].stay_rate = stay_rates[i];
    }
  figures->silent.people_told = 9;
  figures->silent.own = hf_diagnosis_own_share (124, 21);
  hf_diagnosis_silent_classes (&figures->silent);
}

/**
 * hf_test_figures_new:
 *
 * Makes a set of figures in which nothing is zero, as a firm of 2,000 customers has them.
 *
 * Returns: (transfer full): the figures
 */
HfFigures *
hf_test_figures_new (void)
{
  g_autoptr (HfPeriod) period = hf_period_new ("2025-05-01", "2026-06-30");
  HfFigures *figures = hf_figures_new (period, NULL);
  figures->currency = g_strdup ("CNY");
  figures->customers.total = 2000;
  figures->customers.active = 1574;
  figures->customers.at_risk = 96;
  figures->customers.lost = 303;
  figures->customers.won_back = 27;
  figures->customers.lost_undated = 4;
  figures->churn.at_start = 2000;
  figures->churn.lost = 299;
  figures->churn.undated = 4;
  figures->churn.value_known = 251;
  figures->churn.value_lost = G_GINT64_CONSTANT (2843500) * 1000;
  hf_diagnosis_churn (figures->churn.at_start, figures->churn.lost, &figures->churn.rate);
  figures->churn.retention = 1 - figures->churn.rate;
  figures->complaints.logged = 74;
  figures->complaints.open = 11;
  figures->complaints.late = 3;
  figures->complaints.closed = 63;
  figures->complaints.by_severity[0] = 60;
  figures->complaints.by_severity[1] = 14;
  figures->interviews.started = 166;
  figures->interviews.completed = 138;
  figures->interviews.refused = 27;
  figures->interviews.lost_customers = 303;
  figures->interviews.attempts = 512;
  figures->interviews.reached = 190;
  figures->interviews.response_rate = 0.455;
  figures->interviews.contact_rate = 0.63;
  figures->interviews.refusal_rate = 0.089;
  add_reasons (figures);
  add_months (figures);
  set_silent (figures);
  return figures;
}
