#include "config.h"

#include "hf-call-list-row.h"

#include "hf-call-list-words.h"
#include "hf-time.h"

/* A call list among others: what it is about, until when, and how far it has come. */
struct _HfCallListRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  GtkLabel *about;
  GtkLabel *quota;
  GtkProgressBar *bar;
  GtkLabel *progress;

  HfCampaign *campaign;
};

G_DEFINE_FINAL_TYPE (HfCallListRow, hf_call_list_row, GTK_TYPE_LIST_BOX_ROW)

static void
hf_call_list_row_dispose (GObject *object)
{
  g_clear_object (&HF_CALL_LIST_ROW (object)->campaign);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CALL_LIST_ROW);
  G_OBJECT_CLASS (hf_call_list_row_parent_class)->dispose (object);
}

static void
hf_call_list_row_class_init (HfCallListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_call_list_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/calls/hf-call-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCallListRow, name);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRow, about);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRow, quota);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRow, bar);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRow, progress);
}

static void
hf_call_list_row_init (HfCallListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_overdue (const HfCampaign *campaign, const char *today)
{
  return campaign->state == HF_CAMPAIGN_OPEN && campaign->deadline_on != NULL
         && campaign->count.n_waiting > 0
         && hf_time_days_between (today, campaign->deadline_on) < 0;
}

static void
show_campaign (HfCallListRow *self, const char *today)
{
  const HfCampaign *campaign = self->campaign;
  g_autofree char *about = hf_call_list_words_about (campaign, today);
  g_autofree char *progress = hf_call_list_words_progress (&campaign->count);
  g_autofree char *quota = hf_call_list_words_quota (campaign);
  gint64 total = hf_call_list_words_total (&campaign->count);
  gtk_label_set_text (self->name, campaign->name);
  gtk_label_set_text (self->about, about);
  if (is_overdue (campaign, today))
    gtk_widget_add_css_class (GTK_WIDGET (self->about), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->about), "dim-label");
  gtk_label_set_text (self->quota, quota != NULL ? quota : "");
  gtk_widget_set_visible (GTK_WIDGET (self->quota), quota != NULL);
  gtk_label_set_text (self->progress, progress);
  gtk_progress_bar_set_fraction (
      self->bar, total > 0 ? 1.0 - (double) campaign->count.n_waiting / (double) total : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  campaign->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, progress,
                                  -1);
}

/**
 * hf_call_list_row_new:
 * @campaign: a call list
 * @today: the present day
 *
 * Makes a row that shows it.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
hf_call_list_row_new (HfCampaign *campaign, const char *today)
{
  HfCallListRow *self = g_object_new (HF_TYPE_CALL_LIST_ROW, NULL);
  self->campaign = g_object_ref (campaign);
  show_campaign (self, today);
  return GTK_WIDGET (self);
}

/**
 * hf_call_list_row_get_campaign:
 * @self: a row
 *
 * Gives what it shows.
 *
 * Returns: (transfer none): the call list
 */
HfCampaign *
hf_call_list_row_get_campaign (HfCallListRow *self)
{
  return self->campaign;
}
