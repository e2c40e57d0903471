#include "config.h"

#include "hf-appointment-dialog.h"

#include <glib/gi18n.h>

#include "hf-appointment-act.h"
#include "hf-appointment-closures.h"
#include "hf-appointment-form.h"
#include "hf-finish-closures.h"
#include "hf-moment-words.h"
#include "hf-time.h"

/* Moves an appointment to another time, or to somebody else. */
struct _HfAppointmentDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *who;
  GtkLabel *next;
  HfAppointmentForm *form;
  GtkLabel *error;

  GtkWidget *asker; /* weak: where it is said that it is moved */
  HfStore *store;
  HfCallTask *task;
};

G_DEFINE_FINAL_TYPE (HfAppointmentDialog, hf_appointment_dialog, ADW_TYPE_WINDOW)

static void
refuse (HfAppointmentDialog *self, const char *words)
{
  gtk_label_set_text (self->error, words);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
on_changed (HfAppointmentDialog *self)
{
  gint64 moment;
  hf_appointment_form_read (self->form, &moment);
  g_autofree char *words = hf_finish_words_next (hf_outcome_find ("call-back"), moment, FALSE,
                                                 self->task->zone);
  gtk_label_set_text (self->next, words);
  gtk_widget_set_visible (GTK_WIDGET (self->next), moment > hf_time_now ());
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
}

static void
move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfAppointmentDialog *self = HF_APPOINTMENT_DIALOG (widget);
  gint64 moment;
  if (!hf_appointment_form_read (self->form, &moment))
    refuse (self, _ ("Say when to call again: a day, and a time if you like, such as "
                     "2025-03-12 14:30."));
  else if (moment < hf_time_now ())
    refuse (self, _ ("This moment is past already."));
  else
    {
      if (self->asker != NULL)
        hf_appointment_act_move (self->asker, self->store, self->task, moment,
                                 hf_appointment_form_get_staff_id (self->form));
      gtk_window_close (GTK_WINDOW (self));
    }
}

/* Where no text is typed, one key is enough. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfAppointmentDialog *self)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0
         && hf_appointment_form_press (self->form, keyval);
}

static void
hf_appointment_dialog_dispose (GObject *object)
{
  HfAppointmentDialog *self = HF_APPOINTMENT_DIALOG (object);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_APPOINTMENT_DIALOG);
  g_clear_weak_pointer (&self->asker);
  g_clear_object (&self->store);
  g_clear_object (&self->task);
  G_OBJECT_CLASS (hf_appointment_dialog_parent_class)->dispose (object);
}

static void
hf_appointment_dialog_class_init (HfAppointmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HF_TYPE_APPOINTMENT_FORM);
  G_OBJECT_CLASS (klass)->dispose = hf_appointment_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "finish.finish", NULL, move);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "finish.finish", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/agenda/hf-appointment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HfAppointmentDialog, who);
  gtk_widget_class_bind_template_child (widget_class, HfAppointmentDialog, next);
  gtk_widget_class_bind_template_child (widget_class, HfAppointmentDialog, form);
  gtk_widget_class_bind_template_child (widget_class, HfAppointmentDialog, error);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
hf_appointment_dialog_init (HfAppointmentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_appointment_dialog_new:
 * @widget: where it is asked for; there it is said that the appointment is moved
 * @store: where it is stored
 * @task: an appointment
 *
 * Makes a window in which an appointment is moved.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_appointment_dialog_new (GtkWidget *widget, HfStore *store, HfCallTask *task)
{
  HfAppointmentDialog *self = g_object_new (HF_TYPE_APPOINTMENT_DIALOG, "transient-for",
                                            gtk_widget_get_root (widget), NULL);
  g_autofree char *customer = hf_appointment_words_customer (task);
  g_autofree char *when = hf_moment_words_near (task->appointment_at, hf_time_now ());
  /* Translators: a customer, and when the appointment was so far. */
  g_autofree char *who = g_strdup_printf (_ ("%s, so far %s"), customer, when);
  g_set_weak_pointer (&self->asker, widget);
  self->store = g_object_ref (store);
  self->task = g_object_ref (task);
  adw_window_title_set_subtitle (self->who, who);
  hf_appointment_form_set_zone (self->form, task->zone);
  hf_appointment_form_set_moment (self->form, task->appointment_at);
  hf_appointment_form_set_call (self->form, store, task->customer_id, task->kind);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
  return GTK_WIDGET (self);
}
