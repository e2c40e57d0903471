#include "config.h"

#include "hf-finish-dialog.h"

#include <glib/gi18n.h>

#include "hf-finish-closures.h"
#include "hf-interview-flow.h"
#include "hf-outcome-form.h"
#include "hf-store-error.h"
#include "hf-text.h"

/* Ends a guided call: how it ended, when the customer is called again, what was promised. */
struct _HfFinishDialog
{
  AdwWindow parent_instance;

  HfOutcomeForm *form;

  HfInterviewSession *session;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (HfFinishDialog, hf_finish_dialog, ADW_TYPE_WINDOW)

static void
on_finish (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfFinishDialog *self = HF_FINISH_DIALOG (widget);
  HfInterviewEnd *end = hf_outcome_form_read (self->form);
  if (end == NULL)
    return;
  gtk_widget_action_set_enabled (widget, "finish.finish", FALSE);
  hf_interview_session_finish (self->session, end);
}

static void
on_finished (HfFinishDialog *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_save_failed (HfFinishDialog *self, const GError *error)
{
  /* Translators: what happened, then what to do. */
  g_autofree char *words = g_strdup_printf (_ ("The call is not finished yet. %s %s"),
                                            hf_store_error_words (error),
                                            hf_store_error_advice (error));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finish.finish", TRUE);
  hf_outcome_form_show_error (self->form, words);
}

static void
hf_finish_dialog_dispose (GObject *object)
{
  HfFinishDialog *self = HF_FINISH_DIALOG (object);
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_FINISH_DIALOG);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hf_finish_dialog_parent_class)->dispose (object);
}

static void
hf_finish_dialog_class_init (HfFinishDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HF_TYPE_OUTCOME_FORM);
  G_OBJECT_CLASS (klass)->dispose = hf_finish_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "finish.finish", NULL, on_finish);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "finish.finish", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-finish-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, form);
}

static void
hf_finish_dialog_init (HfFinishDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (HF_TYPE_INTERVIEW_SESSION);
  g_signal_group_connect_swapped (self->signals, "finished", G_CALLBACK (on_finished), self);
  g_signal_group_connect_swapped (self->signals, "save-failed", G_CALLBACK (on_save_failed),
                                  self);
}

/* What the guide asked about a promise need not be typed again. */
static const char *
find_promise (const HfInterviewFile *file)
{
  for (guint i = 0; i < file->guide->questions->len; i++)
    {
      HfQuestion *question = file->guide->questions->pdata[i];
      const char *value = g_hash_table_lookup (file->answers, question->id);
      if (question->kind == HF_QUESTION_PROMISE && !hf_text_is_blank (value)
          && hf_interview_flow_is_visible (file->guide, file->answers, question))
        return value;
    }
  return NULL;
}

/**
 * hf_finish_dialog_new:
 * @parent: (nullable): the window that asks
 * @session: the call
 *
 * Makes a window that asks how a call ended, and ends it.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_finish_dialog_new (GtkWindow *parent, HfInterviewSession *session)
{
  HfFinishDialog *self = g_object_new (HF_TYPE_FINISH_DIALOG, "transient-for", parent, NULL);
  const HfInterviewFile *file = hf_interview_session_get_file (session);
  const HfOutcome *suggested = hf_finish_suggest (
      hf_interview_flow_is_complete (file->guide, file->answers),
      g_hash_table_size (file->answers));
  self->session = g_object_ref (session);
  g_signal_group_set_target (self->signals, session);
  hf_outcome_form_set_zone (self->form, file->customer->zone);
  HfStore *store = hf_interview_session_get_store (session);
  if (store != NULL)
    hf_outcome_form_set_call (self->form, store, file->customer->id, file->interview->kind);
  hf_outcome_form_set_phones (self->form, file->customer->phone);
  hf_outcome_form_suggest (self->form, suggested, file->interview->note, find_promise (file));
  return GTK_WIDGET (self);
}
