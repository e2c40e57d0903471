#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-dialogs.h"
#include "hf-import-window-private.h"
#include "hf-profile-memory.h"

static void
on_profile_to_load (GtkNativeDialog *dialog, int response, HfImportWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      HfImportPreviewRequest *request = g_new0 (HfImportPreviewRequest, 1);
      self->asked_at = HF_IMPORT_STEP_COLUMNS;
      request->path = g_strdup (self->preview->path);
      request->entity = self->preview->entity;
      request->profile_path = g_file_get_path (file);
      hf_import_window_preview (self, request);
    }
  g_clear_object (&self->chooser);
}

/* A few lines; yet the disk may be far away. */
static void
save_in_thread (GTask *task, gpointer profile, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  if (hf_import_profile_save (profile, path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_profile_saved (GObject *profile, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  if (self->store == NULL)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    hf_dialogs_toast (GTK_WIDGET (self->report), _ ("Profile saved"));
  else
    hf_dialogs_error (GTK_WIDGET (self), _ ("The profile was not saved"), error->message,
                      error);
}

static void
on_profile_to_save (GtkNativeDialog *dialog, int response, HfImportWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GTask) task = g_task_new (self->preview->profile, NULL, on_profile_saved,
                                           g_object_ref (self));
      g_task_set_task_data (task, g_file_get_path (file), g_free);
      g_task_run_in_thread (task, save_in_thread);
    }
  g_clear_object (&self->chooser);
}

static GtkFileFilter *
profile_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Import profiles"));
  gtk_file_filter_add_suffix (filter, "ini");
  return filter;
}

static void
load_profile (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileFilter) filter = profile_filter ();
  hf_import_window_choose (HF_IMPORT_WINDOW (widget), _ ("Load an Import Profile"),
                           GTK_FILE_CHOOSER_ACTION_OPEN, filter,
                           G_CALLBACK (on_profile_to_load));
}

static void
save_profile (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfImportWindow *self = HF_IMPORT_WINDOW (widget);
  g_autoptr (GtkFileFilter) filter = profile_filter ();
  g_autofree char *base = g_filename_display_basename (self->preview->path);
  char *dot = strrchr (base, '.');
  if (dot != NULL)
    *dot = '\0';
  g_autofree char *name = g_strconcat (base, ".ini", NULL);
  hf_import_window_choose (self, _ ("Save the Import Profile"), GTK_FILE_CHOOSER_ACTION_SAVE,
                           filter, G_CALLBACK (on_profile_to_save));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
}

/* Guesses anew what the columns of such a file mean. */
static void
forget (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfImportWindow *self = HF_IMPORT_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfProfileMemory) memory = hf_profile_memory_new (NULL);
  HfImportPreviewRequest *request = g_new0 (HfImportPreviewRequest, 1);
  if (!hf_profile_memory_forget (memory, self->preview->entity,
                                 (const char *const *) self->preview->headings, &error))
    hf_import_window_say (self, error->message);
  request->path = g_strdup (self->preview->path);
  request->anew = TRUE;
  self->asked_at = HF_IMPORT_STEP_COLUMNS;
  hf_import_window_preview (self, request);
}

/**
 * hf_import_window_install_profile_actions:
 * @klass: the window's class
 *
 * Installs the actions that load, save and forget what columns mean.
 */
void
hf_import_window_install_profile_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "import.load-profile", NULL, load_profile);
  gtk_widget_class_install_action (klass, "import.save-profile", NULL, save_profile);
  gtk_widget_class_install_action (klass, "import.forget", NULL, forget);
}
