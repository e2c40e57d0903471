#include "config.h"

#include "hf-import-report.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-import-closures.h"
#include "hf-import-rejects.h"
#include "hf-import-repair-closures.h"
#include "hf-number-words.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

#define CAPTION_CHARS 12

/* What an import did or would do: counts, and every row that was rejected. */
struct _HfImportReport
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *advice;
  GtkFlowBox *counts;
  GtkLabel *mended;
  GtkLabel *left;
  GtkLabel *kept;
  GtkWidget *rejected;
  GtkStringList *lines;

  HfImportResult *result;   /* NULL before the first */
  HfImportRequest *request; /* what it was about */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (HfImportReport, hf_import_report, GTK_TYPE_WIDGET)

static void
add_count (HfImportReport *self, gint64 number, const char *caption)
{
  g_autofree char *words = hf_number_words_count (number);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *figure = gtk_label_new (words);
  GtkWidget *label = gtk_label_new (caption);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "figure");
  gtk_widget_add_css_class (figure, "title-2");
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  g_object_set (label, "wrap", TRUE, "max-width-chars", CAPTION_CHARS, "justify",
                GTK_JUSTIFY_CENTER, NULL);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_insert (self->counts, box, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
show_counts (HfImportReport *self, gboolean dry_run)
{
  const HfImportCount *count = &self->result->count;
  GtkFlowBoxChild *child;
  while ((child = gtk_flow_box_get_child_at_index (self->counts, 0)) != NULL)
    gtk_flow_box_remove (self->counts, GTK_WIDGET (child));
  add_count (self, count->read, C_ ("import", "read"));
  add_count (self, count->created, C_ ("import", "new"));
  add_count (self, count->updated,
             dry_run ? C_ ("import", "to be changed") : C_ ("import", "changed"));
  add_count (self, count->skipped, C_ ("import", "the same as before"));
  add_count (self, count->rejected, C_ ("import", "rejected"));
}

static void
show_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
}

static void
show_rejections (HfImportReport *self)
{
  g_autofree char *kept = hf_import_words_kept (self->result);
  const GPtrArray *rejections = self->result->rejections;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rejections->len; i++)
    g_ptr_array_add (lines, hf_import_words_rejection (g_ptr_array_index (rejections, i),
                                                       self->request->entity));
  g_ptr_array_add (lines, NULL);
  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          (const char *const *) lines->pdata);
  show_words (self->kept, kept);
  gtk_widget_set_visible (self->rejected, rejections->len > 0);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfImportReport *self = HF_IMPORT_REPORT (widget);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lines)); i++)
    g_string_append_printf (text, "%s\n", gtk_string_list_get_string (self->lines, i));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  hf_dialogs_toast (widget, _ ("Rejected rows copied"));
}

/* What another thread writes. */
typedef struct
{
  HfImportRequest *request;
  HfImportResult *result; /* a copy of the rejected rows */
  char *output;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;
  hf_import_request_free (saving->request);
  hf_import_result_free (saving->result);
  g_free (saving->output);
  g_free (saving);
}

static Saving *
saving_new (HfImportReport *self, char *output)
{
  const HfImportRequest *request = self->request;
  g_autoptr (HfImportProfile) profile = hf_import_profile_copy (request->profile);
  Saving *saving = g_new0 (Saving, 1);
  saving->request = hf_import_request_new (request->file, request->entity, profile);
  saving->result = hf_import_result_new ();
  saving->output = output;
  for (guint i = 0; i < self->result->rejections->len; i++)
    {
      const HfImportRejection *rejection = self->result->rejections->pdata[i];
      hf_import_result_reject (saving->result, rejection->row, rejection->field,
                               rejection->why);
    }
  return saving;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;
  if (hf_import_rejects_write (saving->request, saving->result, saving->output, cancellable,
                               &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved (GObject *widget, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean is_saved = g_task_propagate_boolean (G_TASK (result), &error);
  if (gtk_widget_get_root (GTK_WIDGET (widget)) == NULL)
    return;
  if (is_saved)
    hf_dialogs_toast (GTK_WIDGET (widget), _ ("Rejected rows saved"));
  else
    hf_dialogs_error (GTK_WIDGET (widget), _ ("The file was not saved"), error->message, error);
}

static void
on_file_chosen (GtkNativeDialog *dialog, int response, HfImportReport *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  char *path = file != NULL ? g_file_get_path (file) : NULL;
  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, on_saved, NULL);
      g_task_set_task_data (task, saving_new (self, path), saving_free);
      g_task_run_in_thread (task, save_in_thread);
    }
  else
    g_free (path);
  g_clear_object (&self->chooser);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfImportReport *self = HF_IMPORT_REPORT (widget);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Save Rejected Rows"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  /* Translators: the name offered for a file. */
  g_autofree char *name = g_strconcat (_ ("Rejected rows"), ".xlsx", NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_file_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
hf_import_report_dispose (GObject *object)
{
  HfImportReport *self = HF_IMPORT_REPORT (object);
  g_clear_object (&self->chooser);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_IMPORT_REPORT);
  g_clear_pointer (&self->result, hf_import_result_free);
  g_clear_pointer (&self->request, hf_import_request_free);
  G_OBJECT_CLASS (hf_import_report_parent_class)->dispose (object);
}

static void
hf_import_report_class_init (HfImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_import_report_dispose;
  g_type_ensure (HF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/import/hf-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, title);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, advice);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, counts);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, mended);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, left);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, kept);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, rejected);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, lines);
  gtk_widget_class_install_action (widget_class, "report.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_import_report_init (HfImportReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_import_report_show:
 * @self: the report
 * @result: (transfer full): what an import did, or would do
 * @request: (transfer full): what it was about
 * @dry_run: whether nothing was stored
 *
 * Shows how an import went.
 */
void
hf_import_report_show (HfImportReport *self, HfImportResult *result, HfImportRequest *request,
                       gboolean dry_run)
{
  g_autofree char *title = hf_import_words_title (result, dry_run);
  g_autofree char *advice = hf_import_words_advice (result, dry_run);
  g_autofree char *mended = hf_import_words_mended (&result->repaired, dry_run);
  g_autofree char *left = hf_import_words_left (result, request->entity);
  g_clear_pointer (&self->result, hf_import_result_free);
  g_clear_pointer (&self->request, hf_import_request_free);
  self->result = result;
  self->request = request;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->advice, advice);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), TRUE);
  show_counts (self, dry_run);
  show_words (self->mended, mended);
  show_words (self->left, left);
  show_rejections (self);
}

/**
 * hf_import_report_show_undone:
 * @self: the report of an import
 *
 * Says that the import was undone.
 */
void
hf_import_report_show_undone (HfImportReport *self)
{
  gtk_label_set_text (self->title, _ ("The import was undone"));
  gtk_label_set_text (self->advice, _ ("Everything is as it was before."));
  gtk_widget_set_visible (GTK_WIDGET (self->counts), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->mended), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->left), FALSE);
  gtk_widget_set_visible (self->rejected, FALSE);
}
