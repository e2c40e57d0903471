#include "config.h"

#include "hf-import-undo.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-undo-job.h"

#define LOOK_MILLISECONDS 100
#define PROGRESS_STEPS 1000
#define LIST_HEIGHT 280
#define LIST_WIDTH 420

/* An undoing that was asked for, with the dialog that shows how far it is. */
typedef struct
{
  GtkWidget *parent; /* borrowed, NULL once it is gone */
  HfStore *store;
  HfImportUndone undone; /* NULL */
  GCancellable *cancellable;
  AdwMessageDialog *dialog; /* NULL once it is closed */
  GtkProgressBar *bar;
  guint timer;
  gint done;              /* of PROGRESS_STEPS; written by the thread that undoes */
  HfUndoRequest *request; /* lent to the work */
} Undo;

static Undo *
undo_new (GtkWidget *parent, HfStore *store, gint64 import_id)
{
  Undo *self = g_new0 (Undo, 1);
  g_set_weak_pointer (&self->parent, parent);
  self->store = g_object_ref (store);
  self->request = hf_undo_request_new (import_id);
  self->cancellable = g_cancellable_new ();
  return self;
}

static void
undo_free (Undo *self)
{
  g_clear_weak_pointer (&self->parent);
  g_clear_weak_pointer (&self->dialog);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_object_unref (self->store);
  g_object_unref (self->cancellable);
  hf_undo_request_free (self->request);
  g_free (self);
}

static GtkWindow *
window_of (const Undo *self)
{
  GtkRoot *root = self->parent != NULL ? gtk_widget_get_root (self->parent) : NULL;
  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static GtkWidget *
list_new (const char *lines)
{
  GtkWidget *text = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), lines, -1);
  g_object_set (text, "editable", FALSE, "cursor-visible", FALSE, "wrap-mode",
                GTK_WRAP_WORD_CHAR, "left-margin", 12, "right-margin", 12, "top-margin", 12,
                "bottom-margin", 12, "accepts-tab", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Later work"), -1);
  g_object_set (scrolled, "child", text, "propagate-natural-height", TRUE, "min-content-width",
                LIST_WIDTH, "max-content-height", LIST_HEIGHT, "hscrollbar-policy",
                GTK_POLICY_NEVER, "overflow", GTK_OVERFLOW_HIDDEN, NULL);
  gtk_widget_add_css_class (scrolled, "card");
  return scrolled;
}

static void
on_refusal_answered (AdwMessageDialog *dialog, const char *response, char *lines)
{
  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), lines);
}

static void
free_lines (gpointer lines, GClosure *closure)
{
  g_free (lines);
}

static void
show_refusal (const Undo *self, const HfImportObstacles *obstacles)
{
  g_autofree char *lines = hf_undo_job_describe_all (obstacles);
  AdwMessageDialog *dialog = hf_dialogs_new (
      window_of (self), _ ("The import was not undone"),
      _ ("Since then something was stored that rests on it. Nothing was changed."));
  adw_message_dialog_set_extra_child (dialog, list_new (lines));
  adw_message_dialog_add_responses (dialog, "copy", _ ("Cop_y List"), "close", _ ("_Close"),
                                    NULL);
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_refusal_answered),
                         g_steal_pointer (&lines), free_lines, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_end (const Undo *self, const HfImportObstacles *obstacles, const GError *error)
{
  if (self->parent == NULL)
    return;
  if (error == NULL)
    {
      hf_dialogs_toast (self->parent, _ ("The import was undone"));
      if (self->undone != NULL)
        self->undone (self->parent);
    }
  else if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED))
    hf_dialogs_toast (self->parent, _ ("Stopped. Nothing was changed."));
  else if (obstacles->count > 0)
    show_refusal (self, obstacles);
  else
    hf_dialogs_error (self->parent, _ ("The import was not undone"),
                      error->domain == HF_IMPORT_UNDO_ERROR ? error->message : NULL,
                      error->domain == HF_IMPORT_UNDO_ERROR ? NULL : error);
}

static void
on_undone (GObject *store, GAsyncResult *result, gpointer data)
{
  Undo *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfImportRecord) import = hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  show_end (self, self->request->obstacles, error);
  undo_free (self);
}

static void
note_progress (double fraction, gpointer data)
{
  Undo *self = data;
  g_atomic_int_set (&self->done, (gint) (fraction * PROGRESS_STEPS));
}

static gboolean
on_look (gpointer data)
{
  Undo *self = data;
  if (self->dialog != NULL)
    gtk_progress_bar_set_fraction (self->bar,
                                   (double) g_atomic_int_get (&self->done) / PROGRESS_STEPS);
  return G_SOURCE_CONTINUE;
}

static void
on_stop (AdwMessageDialog *dialog, const char *response, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
show_progress (Undo *self)
{
  AdwMessageDialog *dialog = hf_dialogs_new (window_of (self), _ ("Undoing the import"), NULL);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  g_set_weak_pointer (&self->dialog, dialog);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Progress"), -1);
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (self->bar));
  adw_message_dialog_add_response (dialog, "stop", _ ("_Stop"));
  adw_message_dialog_set_close_response (dialog, "stop");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_stop),
                         g_object_ref (self->cancellable), (GClosureNotify) g_object_unref, 0);
  self->timer = g_timeout_add (LOOK_MILLISECONDS, on_look, self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
begin (Undo *self)
{
  self->request->progress = note_progress;
  self->request->data = self;
  show_progress (self);
  hf_store_run_async (self->store, HF_STORE_WRITE, hf_undo_job_run, self->request, NULL,
                      g_object_unref, self->cancellable, on_undone, self);
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, Undo *self)
{
  if (g_str_equal (response, "undo"))
    begin (self);
  else
    undo_free (self);
}

/**
 * hf_import_undo_start:
 * @parent: a widget of the window in which it is asked for
 * @store: the store
 * @import_id: an import's key
 * @file: (nullable): what was imported, where it does not stand there already
 * @undone: (nullable) (scope async): told when it is undone
 *
 * Asks whether an import is to be undone, does so with a dialog that shows how far it is and
 * can stop it, and says what came of it: where later work stands in the way, what that is.
 */
void
hf_import_undo_start (GtkWidget *parent, HfStore *store, gint64 import_id, const char *file,
                      HfImportUndone undone)
{
  /* Translators: %s is the name of a file. */
  g_autofree char *named = file != NULL ? g_strdup_printf (_ ("Undo the import of “%s”?"), file)
                                        : NULL;
  Undo *self = undo_new (parent, store, import_id);
  self->undone = undone;
  AdwMessageDialog *dialog = hf_dialogs_new (
      window_of (self), named != NULL ? named : _ ("Undo this import?"),
      _ ("What it added goes, and what it changed is as it was before. Where something was "
         "stored since that rests on it, nothing is changed."));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "undo", _ ("_Undo Import"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "undo", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered), self);
  gtk_window_present (GTK_WINDOW (dialog));
}
