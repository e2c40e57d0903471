#include "config.h"

#include "hf-diagnosis-view.h"

#include <adwaita.h>

#include "hf-card-box.h"
#include "hf-chart-card.h"
#include "hf-chart-key.h"
#include "hf-diagnosis-link.h"
#include "hf-diagnosis-words.h"
#include "hf-iceberg-chart.h"
#include "hf-key-figure.h"
#include "hf-months-chart.h"
#include "hf-number-words.h"
#include "hf-pareto-chart.h"
#include "hf-recovery-card.h"
#include "hf-scorecard-card.h"
#include "hf-silent-workings.h"
#include "hf-text.h"
#include "hf-widget.h"

/* One set of figures as cards. */
struct _HfDiagnosisView
{
  GtkWidget parent_instance;

  HfChartCard *pareto_card;
  HfChartCard *iceberg_card;
  HfChartCard *months_card;
  HfParetoChart *pareto;
  HfRecoveryCard *recovery;
  HfScorecardCard *scorecard;
  HfKeyFigure *lost;
  HfKeyFigure *value;
  HfKeyFigure *retention;
  HfKeyFigure *at_risk;
  HfKeyFigure *won_back;
  HfKeyFigure *complaints;
  GtkLabel *undated;
  GtkLabel *offers;

  HfStore *store;
  HfFigures *figures;
  gint64 branch_id; /* that the figures are of, 0: all */
  char *branch;     /* what it is called */
};

G_DEFINE_FINAL_TYPE (HfDiagnosisView, hf_diagnosis_view, GTK_TYPE_WIDGET)

static void
on_reason (HfDiagnosisView *self, const char *code)
{
  g_autofree char *link = hf_diagnosis_link_reason (code, self->figures->period,
                                                    self->branch_id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-customers", "s", link);
}

static void
on_month (HfDiagnosisView *self, const char *month)
{
  g_autofree char *link = hf_diagnosis_link_month (month, self->branch_id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-customers", "s", link);
}

static char *
link_complaints (HfDiagnosisView *self)
{
  return hf_diagnosis_link_complaints (HF_SCORE_GROUP_ANY, self->figures->period,
                                       self->branch_id, self->branch);
}

static void
on_iceberg (HfDiagnosisView *self, const char *part)
{
  if (g_str_equal (part, HF_ICEBERG_LOGGED))
    {
      g_autofree char *link = link_complaints (self);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-complaints", "s", link);
      return;
    }
  hf_silent_workings_open (GTK_WIDGET (self), self->store, self->figures);
}

static void
set_count (HfKeyFigure *figure, guint count, const char *detail)
{
  g_autofree char *value = hf_number_words_count (count);
  hf_key_figure_set (figure, value, detail);
}

static void
set_key_figures (HfDiagnosisView *self, const HfFigures *figures)
{
  g_autofree char *lost = hf_diagnosis_words_lost (figures);
  g_autofree char *value_detail = hf_diagnosis_words_value (figures);
  g_autofree char *complaints = hf_diagnosis_words_complaints (figures);
  g_autofree char *value = hf_number_words_amount_short (figures->churn.value_lost,
                                                         figures->currency);
  g_autofree char *retention = figures->churn.at_start > 0
                                   ? hf_number_words_percent (figures->churn.retention)
                                   : g_strdup ("–");
  g_autofree char *retention_detail = hf_diagnosis_words_retention (figures);
  g_autofree char *now = hf_diagnosis_words_of_all (figures);
  set_count (self->lost, figures->churn.lost, lost);
  g_autofree char *in_full = hf_number_words_amount (figures->churn.value_lost,
                                                     figures->currency);
  hf_key_figure_set (self->value, value, value_detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->value), in_full);
  hf_key_figure_set (self->retention, retention, retention_detail);
  set_count (self->at_risk, figures->customers.at_risk, now);
  set_count (self->won_back, figures->customers.won_back, now);
  set_count (self->complaints, figures->complaints.logged, complaints);
}

static void
link_figure (HfKeyFigure *figure, const char *name, const char *link)
{
  g_autofree char *action = g_strdup_printf ("win.%s('%s')", name, link);
  g_object_set (figure, "action", action, NULL);
}

static void
link_key_figures (HfDiagnosisView *self)
{
  g_autofree char *lost = hf_diagnosis_link_lost (self->figures->period, self->branch_id);
  g_autofree char *active = hf_diagnosis_link_status ("active", self->branch_id);
  g_autofree char *at_risk = hf_diagnosis_link_status ("at_risk", self->branch_id);
  g_autofree char *won_back = hf_diagnosis_link_status ("won_back", self->branch_id);
  g_autofree char *complaints = link_complaints (self);
  link_figure (self->lost, "show-customers", lost);
  link_figure (self->value, "show-customers", lost);
  link_figure (self->retention, "show-customers", active);
  link_figure (self->at_risk, "show-customers", at_risk);
  link_figure (self->won_back, "show-customers", won_back);
  link_figure (self->complaints, "show-complaints", complaints);
}

static void
hf_diagnosis_view_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_DIAGNOSIS_VIEW);
  g_clear_object (&HF_DIAGNOSIS_VIEW (object)->figures);
  g_clear_object (&HF_DIAGNOSIS_VIEW (object)->store);
  g_clear_pointer (&HF_DIAGNOSIS_VIEW (object)->branch, g_free);
  G_OBJECT_CLASS (hf_diagnosis_view_parent_class)->dispose (object);
}

static void
hf_diagnosis_view_class_init (HfDiagnosisViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_diagnosis_view_dispose;

  g_type_ensure (HF_TYPE_CARD_BOX);
  g_type_ensure (HF_TYPE_CHART_CARD);
  g_type_ensure (HF_TYPE_CHART_KEY);
  g_type_ensure (HF_TYPE_ICEBERG_CHART);
  g_type_ensure (HF_TYPE_KEY_FIGURE);
  g_type_ensure (HF_TYPE_MONTHS_CHART);
  g_type_ensure (HF_TYPE_PARETO_CHART);
  g_type_ensure (HF_TYPE_RECOVERY_CARD);
  g_type_ensure (HF_TYPE_SCORECARD_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/diagnosis/hf-diagnosis-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, pareto_card);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, iceberg_card);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, months_card);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, pareto);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, recovery);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, scorecard);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, lost);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, value);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, retention);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, at_risk);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, won_back);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, complaints);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, undated);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisView, offers);
  gtk_widget_class_bind_template_callback (widget_class, on_reason);
  gtk_widget_class_bind_template_callback (widget_class, on_month);
  gtk_widget_class_bind_template_callback (widget_class, on_iceberg);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_diagnosis_view_init (HfDiagnosisView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_diagnosis_view_new:
 *
 * Makes a view that shows nothing yet.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
hf_diagnosis_view_new (void)
{
  return g_object_new (HF_TYPE_DIAGNOSIS_VIEW, NULL);
}

/**
 * hf_diagnosis_view_set_store:
 * @self: a view
 * @store: where the figures come from, and where what is assumed is changed
 *
 * Gives the view its store.
 */
void
hf_diagnosis_view_set_store (HfDiagnosisView *self, HfStore *store)
{
  g_set_object (&self->store, store);
  hf_scorecard_card_set_store (self->scorecard, store);
}

/**
 * hf_diagnosis_view_set_figures:
 * @self: a view
 * @figures: what to show
 * @codebook: (nullable): by which the reasons are named
 * @branch: (nullable): the branch that they are of, %NULL for all
 *
 * Shows a set of figures.
 */
void
hf_diagnosis_view_set_figures (HfDiagnosisView *self, HfFigures *figures, HfCodebook *codebook,
                               const HfBranch *branch)
{
  g_autofree char *evidence = hf_diagnosis_words_evidence (figures);
  g_autofree char *silent = hf_diagnosis_words_iceberg (figures);
  g_autofree char *months = hf_diagnosis_words_months (figures);
  g_set_object (&self->figures, figures);
  hf_pareto_chart_set_codebook (self->pareto, codebook);
  hf_chart_card_set_figures (self->pareto_card, figures);
  hf_chart_card_set_figures (self->iceberg_card, figures);
  hf_chart_card_set_figures (self->months_card, figures);
  hf_recovery_card_set_table (self->recovery, &figures->recovery);
  hf_scorecard_card_show (self->scorecard, figures->scorecard, figures->period);
  g_object_set (self->pareto_card, "caption", evidence, NULL);
  g_object_set (self->iceberg_card, "caption", silent, NULL);
  g_object_set (self->months_card, "caption", months, NULL);
  self->branch_id = branch != NULL ? branch->id : 0;
  hf_text_set (&self->branch, branch != NULL ? branch->name : NULL);
  g_autofree char *undated = hf_diagnosis_words_undated (figures);
  g_autofree char *offers = hf_diagnosis_words_offers (figures);
  hf_widget_show_remark (self->undated, undated);
  hf_widget_show_remark (self->offers, offers);
  set_key_figures (self, figures);
  link_key_figures (self);
}
