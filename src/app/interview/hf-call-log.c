#include "config.h"

#include "hf-call-log.h"

#include <glib/gi18n.h>

#include "hf-call-log-closures.h"
#include "hf-call-log-work.h"
#include "hf-consent-closures.h"
#include "hf-dialogs.h"
#include "hf-finish-closures.h"
#include "hf-outcome-form.h"
#include "hf-time.h"

#define EARLIER (10 * G_TIME_SPAN_MINUTE)

/* Logs a call that was made without a guide. */
struct _HfCallLog
{
  AdwWindow parent_instance;

  AdwWindowTitle *who;
  GtkWidget *refusal_bar;
  GtkLabel *refusal;
  GtkDropDown *kind;
  GtkEditable *when;
  HfOutcomeForm *form;

  HfStore *store;
  GtkWidget *asker;        /* weak: where it is said that the call is logged */
  HfCallLogFile *customer; /* NULL until it is read */
  gint64 customer_id;
  gint64 called_at;
  const HfOutcome *outcome; /* what is being saved */
  gint64 call_again_at;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HfCallLog, hf_call_log, ADW_TYPE_WINDOW)

static void
show_refusal (HfCallLog *self)
{
  const HfCustomer *customer = self->customer->customer;
  gboolean refuses = customer->do_not_call || !self->customer->may_call;
  g_autofree char *words = customer->do_not_call
                               ? hf_consent_words_refusal (customer)
                               : g_strdup (_ ("Consent to calls refused or withdrawn"));
  gtk_widget_set_visible (self->refusal_bar, refuses);
  gtk_label_set_text (self->refusal, refuses ? words : "");
}

static void
on_kind (HfCallLog *self)
{
  if (self->customer != NULL)
    hf_outcome_form_set_call (self->form, self->store, self->customer_id,
                              (HfInterviewKind) gtk_drop_down_get_selected (self->kind));
}

static void
on_read (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCallLog) self = data;
  g_autoptr (GError) error = NULL;
  HfCallLogFile *file = hf_store_run_finish (HF_STORE (store), result, &error);
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&file, hf_call_log_file_free);
      return;
    }
  if (file == NULL)
    {
      hf_outcome_form_show_error (self->form, hf_store_error_words (error));
      return;
    }
  self->customer = file;
  adw_window_title_set_subtitle (self->who, hf_customer_title (file->customer));
  hf_outcome_form_set_phones (self->form, file->customer->phone);
  gtk_drop_down_set_selected (self->kind, file->kind);
  hf_outcome_form_set_zone (self->form, file->customer->zone);
  on_kind (self);
  show_refusal (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finish.finish", TRUE);
}

static void
on_saved (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCallLog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!saved)
    {
      /* Translators: what happened, then what to do. */
      g_autofree char *words = g_strdup_printf (_ ("The call is not logged yet. %s %s"),
                                                hf_store_error_words (error),
                                                hf_store_error_advice (error));
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "finish.finish", TRUE);
      hf_outcome_form_show_error (self->form, words);
      return;
    }
  g_autofree char *words = hf_finish_words_done (hf_customer_title (self->customer->customer),
                                                 self->outcome, self->call_again_at);
  if (self->asker != NULL)
    hf_dialogs_toast (self->asker, words);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_when (HfCallLog *self, gint64 moment)
{
  g_autofree char *text = hf_time_format_moment (moment);
  gtk_editable_set_text (self->when, text);
}

/* The seconds of a call that was just made do not stand in the entry. */
static gboolean
read_when (HfCallLog *self, gint64 *moment)
{
  g_autofree char *now = hf_time_format_moment (self->called_at);
  *moment = self->called_at;
  return g_strcmp0 (gtk_editable_get_text (self->when), now) == 0
         || hf_call_log_read_when (gtk_editable_get_text (self->when), hf_time_now (), moment);
}

static void
go_earlier (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 moment;
  if (read_when (HF_CALL_LOG (widget), &moment))
    show_when (HF_CALL_LOG (widget), moment - EARLIER);
}

static void
refuse_when (HfCallLog *self)
{
  hf_outcome_form_show_error (
      self->form, _ ("Say when the call was: a time of today, or a day and a time, such as "
                     "2025-03-12 14:30. It cannot be later than now."));
  gtk_widget_grab_focus (GTK_WIDGET (self->when));
}

static void
on_when_entered (HfCallLog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "finish.finish", NULL);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCallLog *self = HF_CALL_LOG (widget);
  gint64 called_at;
  if (!read_when (self, &called_at))
    {
      refuse_when (self);
      return;
    }
  HfInterviewEnd *end = hf_outcome_form_read (self->form);
  if (end == NULL)
    return;
  HfCallLogEntry *entry = g_new0 (HfCallLogEntry, 1);
  entry->customer_id = self->customer_id;
  entry->kind = (HfInterviewKind) gtk_drop_down_get_selected (self->kind);
  entry->called_at = called_at;
  entry->is_over = called_at != self->called_at;
  entry->end = end;
  self->outcome = end->outcome;
  self->call_again_at = end->call_again_at;
  gtk_widget_action_set_enabled (widget, "finish.finish", FALSE);
  hf_store_run_async (self->store, HF_STORE_WRITE, hf_call_log_entry_save, entry,
                      (GDestroyNotify) hf_call_log_entry_free, NULL, NULL, on_saved,
                      g_object_ref (self));
}

static void
hf_call_log_dispose (GObject *object)
{
  HfCallLog *self = HF_CALL_LOG (object);
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CALL_LOG);
  g_clear_weak_pointer (&self->asker);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (hf_call_log_parent_class)->dispose (object);
}

static void
hf_call_log_finalize (GObject *object)
{
  HfCallLog *self = HF_CALL_LOG (object);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->customer, hf_call_log_file_free);
  G_OBJECT_CLASS (hf_call_log_parent_class)->finalize (object);
}

static void
hf_call_log_class_init (HfCallLogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HF_TYPE_OUTCOME_FORM);
  G_OBJECT_CLASS (klass)->dispose = hf_call_log_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_call_log_finalize;
  gtk_widget_class_install_action (widget_class, "finish.finish", NULL, save);
  gtk_widget_class_install_action (widget_class, "log.earlier", NULL, go_earlier);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, 0, "log.earlier", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, 0, "log.earlier",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "finish.finish", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/interview/hf-call-log.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCallLog, who);
  gtk_widget_class_bind_template_child (widget_class, HfCallLog, refusal_bar);
  gtk_widget_class_bind_template_child (widget_class, HfCallLog, refusal);
  gtk_widget_class_bind_template_child (widget_class, HfCallLog, kind);
  gtk_widget_class_bind_template_child (widget_class, HfCallLog, when);
  gtk_widget_class_bind_template_child (widget_class, HfCallLog, form);
  gtk_widget_class_bind_template_callback (widget_class, on_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_when_entered);
}

static void
hf_call_log_init (HfCallLog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->called_at = hf_time_now ();
  show_when (self, self->called_at);
  for (int i = 0; hf_interview_kinds[i].name != NULL; i++)
    gtk_string_list_append (kinds, hf_choice_label (hf_interview_kinds, i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finish.finish", FALSE);
}

/**
 * hf_call_log_new:
 * @widget: where the call is logged from; there it is said that it is
 * @store: where it is stored
 * @customer_id: who was called
 *
 * Makes a window in which a call is logged that was made without a guide.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_call_log_new (GtkWidget *widget, HfStore *store, gint64 customer_id)
{
  HfCallLog *self = g_object_new (HF_TYPE_CALL_LOG, "transient-for",
                                  gtk_widget_get_root (widget), NULL);
  g_set_weak_pointer (&self->asker, widget);
  self->store = g_object_ref (store);
  self->customer_id = customer_id;
  hf_outcome_form_suggest (self->form, hf_finish_suggest (FALSE, 0), NULL, NULL);
  hf_store_run_async (store, HF_STORE_READ, hf_call_log_file_load,
                      g_memdup2 (&customer_id, sizeof customer_id), g_free,
                      (GDestroyNotify) hf_call_log_file_free, self->cancellable, on_read,
                      g_object_ref (self));
  return GTK_WIDGET (self);
}
