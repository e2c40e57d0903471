#include "config.h"

#include <glib/gi18n.h>

#include "hf-import-closures.h"
#include "hf-import-job.h"
#include "hf-import-window-private.h"

#define LOOK_MILLISECONDS 100
#define PROGRESS_STEPS 1000

/* How far an import has come: written by the thread that imports, read by the window. */
struct _HfImportWatch
{
  gatomicrefcount references;
  gint done; /* of PROGRESS_STEPS */
  gint rows;
};

static HfImportWatch *
watch_new (void)
{
  HfImportWatch *watch = g_new0 (HfImportWatch, 1);
  g_atomic_ref_count_init (&watch->references);
  return watch;
}

static HfImportWatch *
watch_ref (HfImportWatch *watch)
{
  g_atomic_ref_count_inc (&watch->references);
  return watch;
}

static void
watch_unref (HfImportWatch *watch)
{
  if (g_atomic_ref_count_dec (&watch->references))
    g_free (watch);
}

static void
note_progress (double fraction, gint64 n_rows, gpointer data)
{
  HfImportWatch *watch = data;
  g_atomic_int_set (&watch->done, (gint) (fraction * PROGRESS_STEPS));
  g_atomic_int_set (&watch->rows, (gint) MIN (n_rows, G_MAXINT));
}

static void
free_request (gpointer data)
{
  HfImportRequest *request = data;
  watch_unref (request->data);
  hf_import_request_free (request);
}

static gboolean
on_look (gpointer data)
{
  HfImportWindow *self = data;
  g_autofree char *words = hf_import_words_rows (g_atomic_int_get (&self->watch->rows));
  double fraction = (double) g_atomic_int_get (&self->watch->done) / PROGRESS_STEPS;
  gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
  gtk_label_set_text (self->progress_label, words);
  return G_SOURCE_CONTINUE;
}

static void
stop_looking (HfImportWindow *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->watch, watch_unref);
}

/**
 * hf_import_window_stop:
 * @self: the window
 *
 * Gives up what is under way; an import that is stopped changes nothing.
 */
void
hf_import_window_stop (HfImportWindow *self)
{
  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  stop_looking (self);
}

static void
show_failure (HfImportWindow *self, const GError *error)
{
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED))
    hf_import_window_say (self, _ ("Stopped. Nothing was changed."));
  else if (error->domain == HF_STORE_ERROR)
    {
      /* Translators: what happened, then what is safe and what to do; two sentences. */
      g_autofree char *words = g_strdup_printf (C_ ("sentences", "%s %s"),
                                                hf_store_error_words (error),
                                                hf_store_error_advice (error));
      hf_import_window_say (self, words);
    }
  else
    hf_import_window_say (self, error->message);
  hf_import_window_show_step (self, HF_IMPORT_STEP_COLUMNS);
}

static void
show_result (HfImportWindow *self, HfImportResult *result, gboolean dry_run)
{
  g_autofree char *label = hf_import_words_button (&result->count);
  gint64 good = result->count.created + result->count.updated;
  gtk_button_set_label (self->do_import, label);
  self->import_id = dry_run ? 0 : result->import_id;
  self->has_good = good > 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.import", dry_run && good > 0);
  hf_import_report_show (self->report, result,
                         hf_import_request_new (self->preview->path, self->preview->entity,
                                                self->preview->profile),
                         dry_run);
  hf_import_window_show_step (self, dry_run ? HF_IMPORT_STEP_CHECK : HF_IMPORT_STEP_RESULT);
}

/* Where rows are like known customers, what becomes of them is asked before it is shown what
 * will happen; who goes back behind that step is asked again. */
static gboolean
decide_duplicates (HfImportWindow *self, const HfImportResult *result)
{
  gboolean was_asked = self->has_duplicates;
  self->has_duplicates = hf_import_duplicates_show (self->duplicates, result);
  if (was_asked || !self->has_duplicates)
    return FALSE;
  hf_import_window_show_step (self, HF_IMPORT_STEP_DUPLICATES);
  return TRUE;
}

static void
finish (HfImportWindow *self, GAsyncResult *task, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  HfImportResult *result = hf_store_run_finish (self->store, task, &error);
  g_clear_object (&self->work);
  stop_looking (self);
  if (result != NULL && dry_run && decide_duplicates (self, result))
    hf_import_result_free (result);
  else if (result != NULL)
    show_result (self, result, dry_run);
  else
    show_failure (self, error);
}

static void
take_result (HfImportWindow *self, GAsyncResult *task, gboolean dry_run)
{
  /* A window that was closed, or a stop: then the step before shows already. */
  if (self->store != NULL && self->work == g_task_get_cancellable (G_TASK (task)))
    finish (self, task, dry_run);
  g_object_unref (self);
}

static void
on_checked (GObject *store, GAsyncResult *task, gpointer data)
{
  take_result (data, task, TRUE);
}

static void
on_imported (GObject *store, GAsyncResult *task, gpointer data)
{
  take_result (data, task, FALSE);
}

static void
run (HfImportWindow *self, gboolean dry_run)
{
  if (self->preview == NULL || self->watch != NULL)
    return;
  hf_import_window_stop (self);
  hf_import_window_say (self, NULL);
  self->work = g_cancellable_new ();
  self->watch = watch_new ();
  HfImportRequest *request = hf_import_request_new (self->preview->path, self->preview->entity,
                                                    self->preview->profile);
  request->dry_run = dry_run;
  request->remembers = TRUE;
  hf_import_duplicates_apply (self->duplicates, request);
  request->progress = note_progress;
  request->data = watch_ref (self->watch);
  self->timer = g_timeout_add (LOOK_MILLISECONDS, on_look, self);
  on_look (self);
  hf_import_window_show_work (self, dry_run ? HF_IMPORT_STEP_CHECK : HF_IMPORT_STEP_RESULT);
  hf_store_run_async (self->store, HF_STORE_WRITE, hf_import_job_run, request, free_request,
                      (GDestroyNotify) hf_import_result_free, self->work,
                      dry_run ? on_checked : on_imported, g_object_ref (self));
}

static void
check (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run (HF_IMPORT_WINDOW (widget), TRUE);
}

static void
import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run (HF_IMPORT_WINDOW (widget), FALSE);
}

/* The result that comes then says that it was stopped. */
static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfImportWindow *self = HF_IMPORT_WINDOW (widget);
  if (self->work != NULL)
    g_cancellable_cancel (self->work);
}

/**
 * hf_import_window_choose:
 * @self: the window
 * @title: what is asked
 * @action: whether to open or to save
 * @filter: which files
 * @on_chosen: handler of "response"
 *
 * Asks for a file.
 */
void
hf_import_window_choose (HfImportWindow *self, const char *title, GtkFileChooserAction action,
                         GtkFileFilter *filter, GCallback on_chosen)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", on_chosen, self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/**
 * hf_import_window_say:
 * @self: the window
 * @message: (nullable): what went wrong, %NULL for nothing
 *
 * Says above the step what went wrong.
 */
void
hf_import_window_say (HfImportWindow *self, const char *message)
{
  gtk_label_set_text (self->notice_label, message != NULL ? message : "");
  gtk_widget_set_visible (self->notice, message != NULL);
}

/**
 * hf_import_window_install_run_actions:
 * @klass: the window's class
 *
 * Installs the actions that check and import.
 */
void
hf_import_window_install_run_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "import.check", NULL, check);
  gtk_widget_class_install_action (klass, "import.import", NULL, import);
  gtk_widget_class_install_action (klass, "import.stop", NULL, stop);
}
