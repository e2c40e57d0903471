#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-code-picker.h"
#include "hf-dialogs.h"
#include "hf-finish-dialog.h"
#include "hf-interview-desk-private.h"
#include "hf-locale.h"
#include "hf-text.h"

#define N_OBJECTION_KEYS 4

/* The words that a reason is to rest on, while the picker is open. */
typedef struct
{
  HfInterviewDesk *desk;
  char *quote;
  gint64 start;
  gint64 verbatim_id; /* 0: they are still being typed */
  char *question;
  char *words;
} Evidence;

static void
evidence_free (gpointer data, GClosure *closure)
{
  Evidence *evidence = data;
  g_free (evidence->quote);
  g_free (evidence->question);
  g_free (evidence->words);
  g_free (evidence);
}

static Evidence *
gather_evidence (HfInterviewDesk *self)
{
  Evidence *evidence = g_new0 (Evidence, 1);
  HfVerbatimView *view = hf_reasons_pane_find_selected (self->reasons);
  evidence->desk = self;
  evidence->start = -1;
  if (view != NULL)
    {
      evidence->quote = hf_verbatim_view_dup_selection (view, &evidence->start);
      evidence->verbatim_id = hf_verbatim_view_get_verbatim (view)->id;
    }
  if (evidence->quote != NULL)
    return evidence;
  evidence->verbatim_id = 0;
  evidence->quote = hf_question_pane_dup_selection (self->pane, &evidence->start,
                                                    &evidence->words);
  if (evidence->quote != NULL)
    evidence->question = g_strdup (hf_interview_session_get_question (self->session)->id);
  return evidence;
}

static HfCodedReason *
find_coded (const HfInterviewFile *file, const char *code)
{
  for (guint i = 0; i < file->reasons->len; i++)
    {
      HfCodedReason *reason = file->reasons->pdata[i];
      if (strcmp (reason->code, code) == 0 && reason->quote == NULL)
        return reason;
    }
  return NULL;
}

/* A reason that rests on no words yet gets them, instead of standing there twice. */
static HfCodedReason *
new_or_changed (HfInterviewDesk *self, const char *code)
{
  const HfCodedReason *coded = find_coded (hf_interview_session_get_file (self->session), code);
  if (coded != NULL)
    return hf_coded_reason_copy (coded);
  HfCodedReason *reason = hf_coded_reason_new ();
  reason->code = g_strdup (code);
  return reason;
}

static void
on_picked (HfCodePicker *picker, const char *code, int rank, int basis, Evidence *evidence)
{
  HfCodedReason *reason = new_or_changed (evidence->desk, code);
  /* The primary reason stays it until another takes its place. */
  if (reason->id == 0 || rank == HF_REASON_PRIMARY)
    reason->rank = (HfReasonRank) rank;
  reason->basis = (HfReasonBasis) basis;
  reason->quote = g_strdup (evidence->quote);
  reason->quote_start = evidence->start;
  reason->verbatim_id = evidence->verbatim_id;
  hf_interview_session_code (evidence->desk->session, reason, evidence->question,
                             evidence->words);
}

static void
on_dialog_destroyed (HfInterviewDesk *self)
{
  self->dialog = NULL;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->pane));
}

static void
show_dialog (HfInterviewDesk *self, GtkWidget *dialog)
{
  self->dialog = dialog;
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (on_dialog_destroyed), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWindow *
get_window (HfInterviewDesk *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static gboolean
may_open_dialog (HfInterviewDesk *self)
{
  return self->session != NULL && self->dialog == NULL
         && !hf_interview_session_is_busy (self->session);
}

static void
code (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfInterviewDesk *self = HF_INTERVIEW_DESK (widget);
  if (!may_open_dialog (self))
    return;
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  Evidence *evidence = gather_evidence (self);
  GtkWidget *picker = hf_code_picker_new (get_window (self), file->codebook, evidence->quote,
                                          file->reasons->len > 0);
  g_signal_connect_data (picker, "picked", G_CALLBACK (on_picked), evidence, evidence_free, 0);
  show_dialog (self, picker);
}

static const HfCodedReason *
find_reason (HfInterviewDesk *self, gint64 id)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  for (guint i = 0; i < file->reasons->len; i++)
    if (((HfCodedReason *) file->reasons->pdata[i])->id == id)
      return file->reasons->pdata[i];
  return NULL;
}

static void
make_primary (GtkWidget *widget, const char *action, GVariant *id)
{
  HfInterviewDesk *self = HF_INTERVIEW_DESK (widget);
  const HfCodedReason *reason = find_reason (self, g_variant_get_int64 (id));
  if (reason == NULL)
    return;
  HfCodedReason *changed = hf_coded_reason_copy (reason);
  changed->rank = HF_REASON_PRIMARY;
  hf_interview_session_code (self->session, changed, NULL, NULL);
}

typedef struct
{
  HfInterviewSession *session;
  HfCodedReason *reason;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;
  g_object_unref (removal->session);
  g_object_unref (removal->reason);
  g_free (removal);
}

static void
undo_removal (gpointer data)
{
  const Removal *removal = data;
  hf_interview_session_code (removal->session, hf_coded_reason_copy (removal->reason), NULL,
                             NULL);
}

static void
remove_reason (GtkWidget *widget, const char *action, GVariant *id)
{
  HfInterviewDesk *self = HF_INTERVIEW_DESK (widget);
  const HfCodedReason *reason = find_reason (self, g_variant_get_int64 (id));
  if (reason == NULL)
    return;
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  g_autofree char *name = hf_codebook_dup_name (file->codebook, reason->code,
                                                hf_locale_get_current ());
  /* Translators: the name of a churn reason. */
  g_autofree char *words = g_strdup_printf (_ ("Removed “%s”"), name);
  Removal *removal = g_new0 (Removal, 1);
  removal->session = g_object_ref (self->session);
  removal->reason = hf_coded_reason_copy (reason);
  removal->reason->id = removal->reason->revision = 0;
  hf_interview_session_remove_reason (self->session, reason->id);
  hf_dialogs_toast_undo (widget, words, undo_removal, removal, removal_free);
}

static void
next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfInterviewDesk *self = HF_INTERVIEW_DESK (widget);
  if (self->session != NULL)
    hf_question_pane_confirm (self->pane);
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfInterviewDesk *self = HF_INTERVIEW_DESK (widget);
  if (self->session != NULL)
    hf_interview_session_back (self->session);
}

static void
show_notes (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (HF_INTERVIEW_DESK (widget)->notes);
}

static void
show_objection (GtkWidget *widget, const char *action, GVariant *index)
{
  HfInterviewDesk *self = HF_INTERVIEW_DESK (widget);
  if (self->session != NULL)
    hf_question_pane_toggle_objection (self->pane, (guint) g_variant_get_int32 (index));
  if (adw_flap_get_folded (self->reasons_flap))
    adw_flap_set_reveal_flap (self->reasons_flap, FALSE);
}

static void
toggle_flap (AdwFlap *flap)
{
  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
toggle_facts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  toggle_flap (HF_INTERVIEW_DESK (widget)->facts_flap);
}

static void
toggle_reasons (GtkWidget *widget, const char *action, GVariant *parameter)
{
  toggle_flap (HF_INTERVIEW_DESK (widget)->reasons_flap);
}

static void
finish (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_interview_desk_finish (HF_INTERVIEW_DESK (widget));
}

/**
 * hf_interview_desk_finish:
 * @self: the desk
 *
 * Asks how the call ended.
 */
void
hf_interview_desk_finish (HfInterviewDesk *self)
{
  if (!may_open_dialog (self))
    return;
  hf_interview_session_flush (self->session);
  show_dialog (self, hf_finish_dialog_new (get_window (self), self->session));
}

/**
 * hf_interview_desk_install_actions:
 * @klass: the desk's class
 *
 * Installs what can be done during a call, and its keys.
 */
void
hf_interview_desk_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.next", NULL, next);
  gtk_widget_class_install_action (klass, "page.back", NULL, back);
  gtk_widget_class_install_action (klass, "page.code", NULL, code);
  gtk_widget_class_install_action (klass, "page.make-primary", "x", make_primary);
  gtk_widget_class_install_action (klass, "page.remove-reason", "x", remove_reason);
  gtk_widget_class_install_action (klass, "page.notes", NULL, show_notes);
  gtk_widget_class_install_action (klass, "page.objection", "i", show_objection);
  gtk_widget_class_install_action (klass, "page.show-facts", NULL, toggle_facts);
  gtk_widget_class_install_action (klass, "page.show-reasons", NULL, toggle_reasons);
  gtk_widget_class_install_action (klass, "page.finish", NULL, finish);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_ALT_MASK, "page.back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_r, GDK_CONTROL_MASK, "page.code", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_t, GDK_CONTROL_MASK, "page.notes", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_CONTROL_MASK, "page.finish", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, 0, "page.show-facts", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F3, 0, "page.show-reasons", NULL);
  for (guint i = 0; i < N_OBJECTION_KEYS; i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_F6 + i, 0, "page.objection", "i", i);
}
