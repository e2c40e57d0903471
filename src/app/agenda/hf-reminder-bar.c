#include "config.h"

#include "hf-reminder-bar.h"

#include "hf-reminder-closures.h"
#include "hf-time.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

/* A bar above the pages that says whose appointment is due: the desktop's notifications may be
 * off. It is there as long as something is due, and covers nothing. */
struct _HfReminderBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *words;
  GtkActionable *call;
  GtkButton *more;

  HfReminders *reminders; /* NULL without a database */
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (HfReminderBar, hf_reminder_bar, GTK_TYPE_WIDGET)

/* The one that became due last: those before it were shown already. */
static const HfCallTask *
get_last (HfReminderBar *self)
{
  GPtrArray *due = self->reminders != NULL ? hf_reminders_get_due (self->reminders) : NULL;
  return due != NULL && due->len > 0 ? due->pdata[due->len - 1] : NULL;
}

static void
show_last (HfReminderBar *self, const HfCallTask *task)
{
  guint others = hf_reminders_get_due (self->reminders)->len - 1;
  g_autofree char *words = hf_reminder_words_bar (task, hf_time_now (),
                                                  hf_reminders_get_staff_id (self->reminders));
  g_autofree char *more = hf_reminder_words_more (others);
  /* Said again only where it is something else, so that a screen reader does not repeat it. */
  if (g_strcmp0 (gtk_label_get_text (self->words), words) != 0)
    gtk_label_set_text (self->words, words);
  gtk_actionable_set_action_target (self->call, "x", task->customer_id);
  gtk_actionable_set_action_name (self->call, "win.start-interview");
  gtk_button_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), others > 0);
}

static void
on_changed (HfReminderBar *self)
{
  const HfCallTask *task = get_last (self);
  if (task != NULL)
    show_last (self, task);
  gtk_widget_set_visible (GTK_WIDGET (self), task != NULL);
  gtk_revealer_set_reveal_child (self->revealer, task != NULL);
}

static void
later (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfReminderBar *self = HF_REMINDER_BAR (widget);
  const HfCallTask *task = get_last (self);
  if (task != NULL)
    hf_reminders_later (self->reminders, task->id);
}

static void
hf_reminder_bar_dispose (GObject *object)
{
  HfReminderBar *self = HF_REMINDER_BAR (object);
  g_clear_object (&self->signals);
  g_clear_object (&self->reminders);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_REMINDER_BAR);
  G_OBJECT_CLASS (hf_reminder_bar_parent_class)->dispose (object);
}

static void
hf_reminder_bar_class_init (HfReminderBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_reminder_bar_dispose;
  g_type_ensure (HF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/agenda/hf-reminder-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HfReminderBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, HfReminderBar, words);
  gtk_widget_class_bind_template_child (widget_class, HfReminderBar, call);
  gtk_widget_class_bind_template_child (widget_class, HfReminderBar, more);
  gtk_widget_class_install_action (widget_class, "reminder.later", NULL, later);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
hf_reminder_bar_init (HfReminderBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (HF_TYPE_REMINDERS);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (on_changed), self);
}

/**
 * hf_reminder_bar_set_reminders:
 * @self: the bar
 * @reminders: (nullable): what is due
 *
 * Says what the bar is about.
 */
void
hf_reminder_bar_set_reminders (HfReminderBar *self, HfReminders *reminders)
{
  g_set_object (&self->reminders, reminders);
  g_signal_group_set_target (self->signals, reminders);
  on_changed (self);
}
