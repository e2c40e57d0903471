#include "config.h"

#include <glib/gi18n.h>

#include "hf-import-window-private.h"

/* What another thread looks at. */
typedef struct
{
  char *path;
  const HfImportEntity *entity;
  GPtrArray *custom;        /* may be NULL */
  HfImportProfile *profile; /* a copy */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;
  g_free (look->path);
  g_object_unref (look->profile);
  g_clear_pointer (&look->custom, g_ptr_array_unref);
  g_free (look);
}

static Look *
look_new (const HfImportPreview *preview)
{
  Look *look = g_new0 (Look, 1);
  look->path = g_strdup (preview->path);
  look->entity = preview->entity;
  look->custom = preview->custom != NULL ? g_ptr_array_ref (preview->custom) : NULL;
  look->profile = hf_repair_preview_profile (preview->profile);
  return look;
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Look *look = data;
  GError *error = NULL;
  GPtrArray *findings = hf_repair_preview (look->path, look->profile, look->entity,
                                           look->custom, HF_REPAIR_PREVIEW_ROWS,
                                           HF_REPAIR_PREVIEW_EXAMPLES, cancellable, &error);
  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->store == NULL || self->work != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->work);
  self->has_repairs = findings != NULL
                      && hf_import_repairs_show (self->repairs, findings,
                                                 self->preview->profile);
  if (self->has_repairs)
    hf_import_window_show_step (self, HF_IMPORT_STEP_REPAIRS);
  else if (findings != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "import.check", NULL);
  else
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        hf_import_window_say (self, error->message);
      hf_import_window_show_step (self, HF_IMPORT_STEP_COLUMNS);
    }
}

/**
 * hf_import_window_look_for_repairs:
 * @self: the window
 *
 * Looks what can be repaired in the file, and shows it; where nothing can, the next step
 * follows.
 */
void
hf_import_window_look_for_repairs (HfImportWindow *self)
{
  if (self->preview == NULL || self->watch != NULL)
    return;
  hf_import_window_stop (self);
  hf_import_window_say (self, NULL);
  self->work = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_label_set_text (self->progress_label, _ ("Looking what can be repaired"));
  hf_import_window_show_work (self, HF_IMPORT_STEP_REPAIRS);
  g_autoptr (GTask) task = g_task_new (NULL, self->work, on_looked, g_object_ref (self));
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_task_data (task, look_new (self->preview), look_free);
  g_task_run_in_thread (task, look_in_thread);
}
