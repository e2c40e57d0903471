#include "config.h"

#include "hf-escalation-bar.h"

#include "hf-escalation-closures.h"
#include "hf-reminder-closures.h"
#include "hf-time.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

/* A bar above the pages that says which escalated complaint waits for who works here: the
 * desktop's notifications may be off. It goes once they looked at it, or somebody takes care.
 */
struct _HfEscalationBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *words;
  GtkActionable *show;
  GtkActionable *take;
  GtkButton *more;

  HfEscalations *escalations; /* NULL without a database */
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (HfEscalationBar, hf_escalation_bar, GTK_TYPE_WIDGET)

/* The one that was reached last: those before it were shown already. */
static const HfEscalation *
get_last (HfEscalationBar *self)
{
  GPtrArray *told = self->escalations != NULL ? hf_escalations_get_told (self->escalations)
                                              : NULL;
  return told != NULL && told->len > 0 ? told->pdata[told->len - 1] : NULL;
}

static void
show_last (HfEscalationBar *self, const HfEscalation *escalation)
{
  guint others = hf_escalations_get_told (self->escalations)->len - 1;
  g_autofree char *words = hf_escalation_words_bar (escalation, hf_time_now ());
  g_autofree char *more = hf_reminder_words_more (others);
  /* Said again only where it is something else, so that a screen reader does not repeat it. */
  if (g_strcmp0 (gtk_label_get_text (self->words), words) != 0)
    gtk_label_set_text (self->words, words);
  gtk_actionable_set_action_target (self->show, "x", escalation->complaint_id);
  gtk_actionable_set_action_name (self->show, "win.open-complaint");
  gtk_actionable_set_action_target (self->take, "x", escalation->complaint_id);
  gtk_actionable_set_action_name (self->take, "win.take-care");
  gtk_button_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), others > 0);
}

static void
on_changed (HfEscalationBar *self)
{
  const HfEscalation *escalation = get_last (self);
  if (escalation != NULL)
    show_last (self, escalation);
  gtk_widget_set_visible (GTK_WIDGET (self), escalation != NULL);
  gtk_revealer_set_reveal_child (self->revealer, escalation != NULL);
}

static void
hf_escalation_bar_dispose (GObject *object)
{
  HfEscalationBar *self = HF_ESCALATION_BAR (object);
  g_clear_object (&self->signals);
  g_clear_object (&self->escalations);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_ESCALATION_BAR);
  G_OBJECT_CLASS (hf_escalation_bar_parent_class)->dispose (object);
}

static void
hf_escalation_bar_class_init (HfEscalationBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_escalation_bar_dispose;
  g_type_ensure (HF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-escalation-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HfEscalationBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, HfEscalationBar, words);
  gtk_widget_class_bind_template_child (widget_class, HfEscalationBar, show);
  gtk_widget_class_bind_template_child (widget_class, HfEscalationBar, take);
  gtk_widget_class_bind_template_child (widget_class, HfEscalationBar, more);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
hf_escalation_bar_init (HfEscalationBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (HF_TYPE_ESCALATIONS);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (on_changed), self);
}

/**
 * hf_escalation_bar_set_escalations:
 * @self: the bar
 * @escalations: (nullable): what waits
 *
 * Says what the bar is about.
 */
void
hf_escalation_bar_set_escalations (HfEscalationBar *self, HfEscalations *escalations)
{
  g_set_object (&self->escalations, escalations);
  g_signal_group_set_target (self->signals, escalations);
  on_changed (self);
}

/**
 * hf_escalation_bar_get_complaint_id:
 * @self: the bar
 *
 * Tells which complaint the bar is about.
 *
 * Returns: its key, 0 for none
 */
gint64
hf_escalation_bar_get_complaint_id (HfEscalationBar *self)
{
  const HfEscalation *escalation = get_last (self);
  return escalation != NULL ? escalation->complaint_id : 0;
}
