#include "config.h"

#include "hf-deadline-dialog.h"

#include <glib/gi18n.h>

#include "hf-text.h"
#include "hf-time.h"

/* Asks why a complaint is paused, until when something is promised anew, and why, or how a
 * promise ended. */
struct _HfDeadlineDialog
{
  AdwWindow parent_instance;

  AdwEntryRow *when;
  AdwEntryRow *why;
  GtkLabel *error;
  GtkButton *confirm;

  gint64 moment;
  char *reason;
  gboolean optional; /* it can go without a reason */
};

G_DEFINE_FINAL_TYPE (HfDeadlineDialog, hf_deadline_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CONFIRMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
refuse (HfDeadlineDialog *self, AdwEntryRow *where, const char *words)
{
  gtk_label_set_text (self->error, words);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (where), "error");
  gtk_widget_grab_focus (GTK_WIDGET (where));
}

static void
on_changed (HfDeadlineDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->when), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->why), "error");
}

static gboolean
read_moment (HfDeadlineDialog *self)
{
  self->moment = 0;
  return !gtk_widget_get_visible (GTK_WIDGET (self->when))
         || (hf_time_parse_moment (gtk_editable_get_text (GTK_EDITABLE (self->when)),
                                   &self->moment)
             && self->moment != 0);
}

static void
confirm (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfDeadlineDialog *self = HF_DEADLINE_DIALOG (widget);
  hf_text_set (&self->reason, gtk_editable_get_text (GTK_EDITABLE (self->why)));
  if (!read_moment (self))
    refuse (self, self->when, _ ("Write a day and a time, such as 2026-03-06 15:00."));
  else if (hf_text_is_blank (self->reason) && !self->optional)
    refuse (self, self->why, _ ("Write it down: it stays in the history."));
  else
    {
      g_object_ref (self);
      g_signal_emit (self, signals[SIGNAL_CONFIRMED], 0);
      gtk_window_close (GTK_WINDOW (self));
      g_object_unref (self);
    }
}

static void
on_activated (HfDeadlineDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "deadline.confirm", NULL);
}

static void
hf_deadline_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_DEADLINE_DIALOG);
  G_OBJECT_CLASS (hf_deadline_dialog_parent_class)->dispose (object);
}

static void
hf_deadline_dialog_finalize (GObject *object)
{
  g_free (HF_DEADLINE_DIALOG (object)->reason);
  G_OBJECT_CLASS (hf_deadline_dialog_parent_class)->finalize (object);
}

static void
hf_deadline_dialog_class_init (HfDeadlineDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_deadline_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_deadline_dialog_finalize;

  /* What was asked for is there, with its reason. */
  signals[SIGNAL_CONFIRMED] = g_signal_new ("confirmed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                            0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-deadline-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HfDeadlineDialog, when);
  gtk_widget_class_bind_template_child (widget_class, HfDeadlineDialog, why);
  gtk_widget_class_bind_template_child (widget_class, HfDeadlineDialog, error);
  gtk_widget_class_bind_template_child (widget_class, HfDeadlineDialog, confirm);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "deadline.confirm", NULL, confirm);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "deadline.confirm", NULL);
}

static void
hf_deadline_dialog_init (HfDeadlineDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static HfDeadlineDialog *
new_dialog (GtkWindow *parent, const char *title, const char *why, const char *button)
{
  HfDeadlineDialog *self = g_object_new (HF_TYPE_DEADLINE_DIALOG, "transient-for", parent,
                                         "title", title, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->why), why);
  gtk_button_set_label (self->confirm, button);
  return self;
}

/**
 * hf_deadline_dialog_new_pause:
 * @parent: the window that asks
 *
 * Asks what a complaint waits for; emits "confirmed" once that is said.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
hf_deadline_dialog_new_pause (GtkWindow *parent)
{
  HfDeadlineDialog *self = new_dialog (parent, _ ("Pause the Complaint"),
                                       _ ("What is waited for"), _ ("_Pause"));
  gtk_widget_set_visible (GTK_WIDGET (self->when), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->why));
  return GTK_WIDGET (self);
}

/**
 * hf_deadline_dialog_new_give_up:
 * @parent: the window that asks
 *
 * Asks why a complaint is closed without a satisfied customer; emits "confirmed" once that is
 * said.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
hf_deadline_dialog_new_give_up (GtkWindow *parent)
{
  HfDeadlineDialog *self = new_dialog (parent, _ ("Do Not Pursue"),
                                       _ ("Reason not to pursue it"), _ ("_Close Complaint"));
  gtk_widget_set_visible (GTK_WIDGET (self->when), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->why));
  return GTK_WIDGET (self);
}

/**
 * hf_deadline_dialog_new_take_up:
 * @parent: the window that asks
 *
 * Asks why a closed complaint is taken up again; emits "confirmed" once that is said.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
hf_deadline_dialog_new_take_up (GtkWindow *parent)
{
  HfDeadlineDialog *self = new_dialog (parent, C_ ("title", "Take Up Again"),
                                       _ ("Why it is not done with"), _ ("_Take Up Again"));
  gtk_widget_set_visible (GTK_WIDGET (self->when), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->why));
  return GTK_WIDGET (self);
}

/**
 * hf_deadline_dialog_new_promise:
 * @parent: the window that asks
 * @due_at: what is promised so far, a moment or 0
 *
 * Asks until when something is promised anew, and what the customer was told; emits "confirmed"
 * once both are said.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
hf_deadline_dialog_new_promise (GtkWindow *parent, gint64 due_at)
{
  HfDeadlineDialog *self = new_dialog (parent, _ ("Promise Anew"),
                                       _ ("Reason, as the customer was told"), _ ("_Promise"));
  g_autofree char *moment = due_at != 0 ? hf_time_format_moment (due_at) : NULL;
  gtk_editable_set_text (GTK_EDITABLE (self->when), moment != NULL ? moment : "");
  gtk_widget_grab_focus (GTK_WIDGET (self->when));
  return GTK_WIDGET (self);
}

/**
 * hf_deadline_dialog_new_ending:
 * @parent: the window that asks
 * @title: what is done
 * @why: what is asked
 * @button: what does it
 * @needed: whether it has to be answered
 *
 * Asks how a promise ended; emits "confirmed" once that is said.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
hf_deadline_dialog_new_ending (GtkWindow *parent, const char *title, const char *why,
                               const char *button, gboolean needed)
{
  HfDeadlineDialog *self = new_dialog (parent, title, why, button);
  self->optional = !needed;
  gtk_widget_set_visible (GTK_WIDGET (self->when), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->why));
  return GTK_WIDGET (self);
}

/**
 * hf_deadline_dialog_get_moment:
 * @self: a dialog that was confirmed
 *
 * Tells until when it is promised.
 *
 * Returns: a moment; 0 of a pause
 */
gint64
hf_deadline_dialog_get_moment (HfDeadlineDialog *self)
{
  return self->moment;
}

/**
 * hf_deadline_dialog_get_why:
 * @self: a dialog that was confirmed
 *
 * Tells the reason.
 *
 * Returns: (nullable): the reason, not blank; %NULL where it may go without one
 */
const char *
hf_deadline_dialog_get_why (HfDeadlineDialog *self)
{
  return self->reason;
}
