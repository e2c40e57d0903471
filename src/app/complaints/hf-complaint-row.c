#include "config.h"

#include "hf-complaint-row.h"

#include "hf-complaint-closures.h"
#include "hf-escalation-step.h"
#include "hf-time.h"
#include "hf-widget.h"

struct _HfComplaintRow
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *status;
  GtkLabel *summary;
  GtkWidget *escalated;
  GtkLabel *step;
  GtkLabel *subtitle;
  GtkLabel *clock;
};

G_DEFINE_FINAL_TYPE (HfComplaintRow, hf_complaint_row, GTK_TYPE_WIDGET)

static void
hf_complaint_row_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_COMPLAINT_ROW);
  G_OBJECT_CLASS (hf_complaint_row_parent_class)->dispose (object);
}

static void
hf_complaint_row_class_init (HfComplaintRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_complaint_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-complaint-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfComplaintRow, title);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintRow, status);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintRow, summary);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintRow, escalated);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintRow, step);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintRow, clock);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_complaint_row_init (HfComplaintRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_complaint_row_new:
 *
 * Makes an empty row of the list of complaints.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hf_complaint_row_new (void)
{
  return g_object_new (HF_TYPE_COMPLAINT_ROW, NULL);
}

static void
show_clock (HfComplaintRow *self, const HfComplaint *complaint)
{
  gint64 now = hf_time_now ();
  g_autofree char *clock = hf_complaint_row_moment (complaint, now);
  gtk_label_set_text (self->clock, clock);
  if (hf_complaint_is_late (complaint, now))
    gtk_widget_add_css_class (GTK_WIDGET (self->clock), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->clock), "error");
}

static void
show_escalation (HfComplaintRow *self, const HfComplaint *complaint)
{
  gboolean is_escalated = complaint != NULL && complaint->is_escalated;
  gtk_label_set_text (self->step, is_escalated ? hf_escalation_name (complaint->escalation,
                                                                     complaint->escalation_name)
                                               : "");
  gtk_widget_set_visible (self->escalated, is_escalated);
}

/**
 * hf_complaint_row_set_complaint:
 * @self: a row
 * @complaint: (nullable): what it shows, %NULL while it is being read
 *
 * Shows a complaint in the row.
 */
void
hf_complaint_row_set_complaint (HfComplaintRow *self, const HfComplaint *complaint)
{
  gtk_widget_set_visible (GTK_WIDGET (self->status), complaint != NULL);
  show_escalation (self, complaint);
  if (complaint == NULL)
    {
      GtkLabel *const labels[] = { self->title, self->summary, self->subtitle, self->clock };
      for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
        gtk_label_set_text (labels[i], " ");
      return;
    }
  g_autofree char *title = hf_complaint_title (complaint);
  g_autofree char *summary = hf_complaint_summary (complaint);
  g_autofree char *subtitle = hf_complaint_row_words (complaint);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->status, hf_choice_label (hf_complaint_statuses, complaint->status));
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->subtitle, subtitle);
  show_clock (self, complaint);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", title, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}
