#include "config.h"

#include "hf-silent-meter.h"

#include <adwaita.h>

#include "hf-chart-card.h"
#include "hf-diagnosis-words.h"
#include "hf-iceberg-chart.h"
#include "hf-period-choice.h"
#include "hf-silent-workings.h"
#include "hf-store-figures.h"
#include "hf-time.h"

/* What changes the meter: complaints above the water, interviews and the ratio below. */
#define TOPICS (HF_STORE_COMPLAINTS | HF_STORE_INTERVIEWS | HF_STORE_SETTINGS)

struct _HfSilentMeter
{
  GtkWidget parent_instance;

  HfChartCard *card;
  HfIcebergChart *iceberg;

  HfStore *store;
  GCancellable *reading;
  HfFigures *figures; /* NULL before the first look */
};

G_DEFINE_FINAL_TYPE (HfSilentMeter, hf_silent_meter, GTK_TYPE_WIDGET)

/* Over the days that the diagnosis begins with, so that both say the same. */
static gpointer
compute (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autofree char *today = hf_time_today ();
  g_autoptr (HfPeriod) period = hf_period_choice_dup_period (HF_PERIOD_LAST_12_MONTHS, today);
  return hf_store_figures_compute (session, period, NULL, error);
}

/* Without figures the meter stays away: the list beside it says what is wrong. */
static void
on_computed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfSilentMeter) self = data;
  g_autoptr (HfFigures) figures = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (figures == NULL || self->store == NULL)
    return;
  g_set_object (&self->figures, figures);
  g_autofree char *caption = hf_diagnosis_words_iceberg (figures);
  hf_chart_card_set_figures (self->card, figures);
  g_object_set (self->card, "caption", caption, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), figures->complaints.logged > 0);
}

static void
refresh (HfSilentMeter *self)
{
  hf_store_read_newest (self->store, &self->reading, compute, NULL, NULL, g_object_unref,
                        on_computed, g_object_ref (self));
}

static void
on_changed (HfStore *store, guint topics, HfSilentMeter *self)
{
  if ((topics & TOPICS) != 0)
    refresh (self);
}

static void
on_mark (HfSilentMeter *self, const char *part)
{
  hf_silent_workings_open (GTK_WIDGET (self), self->store, self->figures);
}

static void
hf_silent_meter_dispose (GObject *object)
{
  HfSilentMeter *self = HF_SILENT_METER (object);
  hf_store_stop_reading (&self->reading);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_object (&self->figures);
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_SILENT_METER);
  G_OBJECT_CLASS (hf_silent_meter_parent_class)->dispose (object);
}

static void
hf_silent_meter_class_init (HfSilentMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_silent_meter_dispose;

  g_type_ensure (HF_TYPE_CHART_CARD);
  g_type_ensure (HF_TYPE_ICEBERG_CHART);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-silent-meter.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSilentMeter, card);
  gtk_widget_class_bind_template_child (widget_class, HfSilentMeter, iceberg);
  gtk_widget_class_bind_template_callback (widget_class, on_mark);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_silent_meter_init (HfSilentMeter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * hf_silent_meter_set_store:
 * @self: a meter
 * @store: where complaints and interviews are
 *
 * Gives the meter its store, and shows the logged complaints above the estimated silent ones.
 */
void
hf_silent_meter_set_store (HfSilentMeter *self, HfStore *store)
{
  if (!g_set_object (&self->store, store) || store == NULL)
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, 0);
  refresh (self);
}
