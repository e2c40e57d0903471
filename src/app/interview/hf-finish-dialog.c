#include "config.h"

#include "hf-finish-dialog.h"

#include <glib/gi18n.h>

#include "hf-finish-closures.h"
#include "hf-interview-flow.h"
#include "hf-store-error.h"
#include "hf-text.h"
#include "hf-time.h"

#define MAX_KEYS 9

/* How a call ended, when the customer is called again, and what was promised. */
struct _HfFinishDialog
{
  AdwWindow parent_instance;

  GtkListBox *outcomes;
  GtkWidget *again_box;
  GtkEditable *again;
  GtkWidget *refuses_calls;
  GtkCheckButton *do_not_call;
  GtkTextBuffer *note;
  GtkWidget *note_needed;
  GtkWidget *note_text;
  GtkCheckButton *promised;
  GtkWidget *promise_box;
  GtkEditable *what;
  GtkDropDown *term;
  GtkWidget *due_box;
  GtkEditable *due;
  GtkLabel *next;
  GtkLabel *error;

  HfInterviewSession *session;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (HfFinishDialog, hf_finish_dialog, ADW_TYPE_WINDOW)

static const HfOutcome *
get_outcome (HfFinishDialog *self)
{
  gsize n_outcomes;
  const HfOutcome *outcomes = hf_outcome_list (&n_outcomes);
  /* A list that is going away unselects its row, too. */
  GtkListBoxRow *row = self->outcomes != NULL ? gtk_list_box_get_selected_row (self->outcomes)
                                              : NULL;
  return row != NULL ? &outcomes[gtk_list_box_row_get_index (row)] : NULL;
}

/* An appointment that cannot be read counts as none, and is refused at the end. */
static gboolean
read_moment (GtkEditable *entry, gint64 *moment)
{
  *moment = 0;
  return hf_time_parse_moment (gtk_editable_get_text (entry), moment);
}

static gboolean
read_again (HfFinishDialog *self, const HfOutcome *outcome, gint64 *moment)
{
  *moment = 0;
  return outcome == NULL || !outcome->try_again || read_moment (self->again, moment);
}

static gboolean
get_do_not_call (HfFinishDialog *self)
{
  return gtk_widget_get_visible (self->refuses_calls)
         && gtk_check_button_get_active (self->do_not_call);
}

static void
show_next (HfFinishDialog *self)
{
  const HfOutcome *outcome = get_outcome (self);
  gint64 again;
  read_again (self, outcome, &again);
  g_autofree char *words = hf_finish_words_next (outcome, again, get_do_not_call (self));
  gtk_label_set_text (self->next, words);
  gtk_label_set_text (self->error, "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_widget_set_sensitive (self->again_box, !get_do_not_call (self));
}

static void
set_moment (GtkEditable *entry, gint64 moment)
{
  g_autofree char *text = hf_time_format_moment (moment);
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
on_outcome (HfFinishDialog *self)
{
  const HfOutcome *outcome = get_outcome (self);
  if (outcome == NULL)
    return;
  gboolean refused = outcome->state == HF_INTERVIEW_REFUSED;
  set_moment (self->again, hf_finish_usual_moment (outcome, hf_time_now ()));
  gtk_widget_set_visible (self->again_box, outcome->try_again);
  gtk_widget_set_visible (self->refuses_calls, refused);
  gtk_widget_set_visible (self->note_needed, outcome->needs_note);
  show_next (self);
}

static void
on_promise (HfFinishDialog *self)
{
  gboolean promised = gtk_check_button_get_active (self->promised);
  guint term = gtk_drop_down_get_selected (self->term);
  gtk_widget_set_visible (self->promise_box, promised);
  gtk_widget_set_visible (self->due_box, term == HF_PROMISE_DATED);
}

static void
call_again (HfFinishDialog *self, HfCallAgain when)
{
  if (gtk_widget_get_visible (self->again_box))
    set_moment (self->again, hf_finish_call_again (when, hf_time_now ()));
}

static void
on_call_again (GtkWidget *widget, const char *action, GVariant *when)
{
  call_again (HF_FINISH_DIALOG (widget), (HfCallAgain) g_variant_get_int32 (when));
}

static void
refuse (HfFinishDialog *self, GtkWidget *where, const char *words)
{
  gtk_label_set_text (self->error, words);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
  if (where != NULL)
    gtk_widget_grab_focus (where);
}

static HfPromise *
read_promise (HfFinishDialog *self)
{
  gint64 now = hf_time_now ();
  HfPromise *promise = hf_promise_new ();
  promise->what = hf_text_trim (gtk_editable_get_text (self->what));
  promise->term = (HfPromiseTerm) gtk_drop_down_get_selected (self->term);
  promise->made_at = now;
  promise->due_at = hf_promise_due_at (promise->term, now);
  if (promise->term == HF_PROMISE_DATED)
    read_moment (self->due, &promise->due_at);
  return promise;
}

static char *
dup_note (HfFinishDialog *self)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (self->note, &start, &end);
  g_autofree char *note = gtk_text_buffer_get_text (self->note, &start, &end, FALSE);
  return hf_text_trim (note);
}

static gboolean
check (HfFinishDialog *self, const HfInterviewEnd *end)
{
  gint64 due;
  if (end->outcome == NULL)
    refuse (self, GTK_WIDGET (self->outcomes), _ ("Choose how the call ended."));
  else if (!read_again (self, end->outcome, &due))
    refuse (self, GTK_WIDGET (self->again),
            _ ("Say when to call again: a day, and a time if you like, such as 2025-03-12 "
               "14:30."));
  else if (end->outcome->try_again && due < hf_time_now ())
    refuse (self, GTK_WIDGET (self->again), _ ("This moment is past already."));
  else if (end->outcome->needs_note && end->note == NULL)
    refuse (self, self->note_text, _ ("This outcome needs a note: what happened?"));
  else if (end->promise != NULL && end->promise->what == NULL)
    refuse (self, GTK_WIDGET (self->what), _ ("Say what was promised."));
  else if (end->promise != NULL && end->promise->term == HF_PROMISE_DATED
           && !read_moment (self->due, &due))
    refuse (self, GTK_WIDGET (self->due), _ ("Say by which day it was promised."));
  else
    return TRUE;
  return FALSE;
}

static void
on_finish (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfFinishDialog *self = HF_FINISH_DIALOG (widget);
  g_autoptr (HfInterviewEnd) end = g_new0 (HfInterviewEnd, 1);
  end->outcome = get_outcome (self);
  end->note = dup_note (self);
  end->do_not_call = get_do_not_call (self);
  if (gtk_check_button_get_active (self->promised))
    end->promise = read_promise (self);
  if (!check (self, end))
    return;
  read_again (self, end->outcome, &end->call_again_at);
  if (end->do_not_call)
    end->call_again_at = 0;
  gtk_widget_action_set_enabled (widget, "finish.finish", FALSE);
  hf_interview_session_finish (self->session, g_steal_pointer (&end));
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
  refuse (self, NULL, words);
}

static void
select_outcome (HfFinishDialog *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->outcomes, index);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->outcomes, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
on_letter (HfFinishDialog *self, guint keyval)
{
  static const guint letters[] = { GDK_KEY_h, GDK_KEY_a, GDK_KEY_t, GDK_KEY_w };
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (gdk_keyval_to_lower (keyval) == letters[i])
      {
        call_again (self, (HfCallAgain) i);
        return TRUE;
      }
  return FALSE;
}

/* Where no text is typed, one key is enough. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfFinishDialog *self)
{
  guint unicode = gdk_keyval_to_unicode (keyval);
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    return gtk_widget_activate_action (GTK_WIDGET (self), "finish.finish", NULL);
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (unicode >= '1' && unicode <= '0' + MAX_KEYS)
    {
      select_outcome (self, (int) (unicode - '1'));
      return TRUE;
    }
  return on_letter (self, keyval);
}

/* From the list and the entries, too, Enter finishes. */
static gboolean
on_list_key (GtkEventControllerKey *controller, guint keyval, guint keycode,
             GdkModifierType state, HfFinishDialog *self)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "finish.finish", NULL);
}

static void
add_outcome (HfFinishDialog *self, const HfOutcome *outcome, guint index)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (hf_outcome_label (outcome));
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  GtkWidget *key = gtk_label_new (number);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (key, "key-cap");
  gtk_widget_add_css_class (row, "outcome");
  gtk_widget_set_visible (key, index < MAX_KEYS);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), key);
  gtk_list_box_append (self->outcomes, row);
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

  G_OBJECT_CLASS (klass)->dispose = hf_finish_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "finish.call-again", "i", on_call_again);
  gtk_widget_class_install_action (widget_class, "finish.finish", NULL, on_finish);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "finish.finish", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-finish-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, outcomes);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, again_box);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, again);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, refuses_calls);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, do_not_call);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, note);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, note_needed);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, note_text);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, promised);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, promise_box);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, what);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, term);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, due_box);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, due);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, next);
  gtk_widget_class_bind_template_child (widget_class, HfFinishDialog, error);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_list_key);
  gtk_widget_class_bind_template_callback (widget_class, on_outcome);
  gtk_widget_class_bind_template_callback (widget_class, on_promise);
  gtk_widget_class_bind_template_callback (widget_class, show_next);
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

static void
fill_lists (HfFinishDialog *self)
{
  gsize n_outcomes;
  const HfOutcome *outcomes = hf_outcome_list (&n_outcomes);
  g_autoptr (GtkStringList) terms = gtk_string_list_new (NULL);
  for (guint i = 0; i < n_outcomes; i++)
    add_outcome (self, &outcomes[i], i);
  for (int i = 0; hf_promise_terms[i].name != NULL; i++)
    gtk_string_list_append (terms, hf_choice_label (hf_promise_terms, i));
  gtk_drop_down_set_model (self->term, G_LIST_MODEL (terms));
  gtk_drop_down_set_selected (self->term, HF_PROMISE_DAY);
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
  const char *promise = find_promise (file);
  const char *note = file->interview->note;
  gsize n_outcomes;
  self->session = g_object_ref (session);
  g_signal_group_set_target (self->signals, session);
  fill_lists (self);
  gtk_text_buffer_set_text (self->note, note != NULL ? note : "", -1);
  gtk_editable_set_text (self->what, promise != NULL ? promise : "");
  gtk_check_button_set_active (self->promised, promise != NULL);
  on_promise (self);
  const HfOutcome *suggested = hf_finish_suggest (
      hf_interview_flow_is_complete (file->guide, file->answers),
      g_hash_table_size (file->answers));
  select_outcome (self, (int) (suggested - hf_outcome_list (&n_outcomes)));
  return GTK_WIDGET (self);
}
