#include "config.h"

#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-past-reports.h"
#include "hf-report-period.h"
#include "hf-report-words.h"
#include "hf-reports-page-private.h"
#include "hf-text.h"
#include "hf-time.h"

#define SUFFIX ".xlsx"

/**
 * hf_reports_page_update_actions:
 * @self: the page
 *
 * Lets a report be exported that is complete, one at a time.
 */
void
hf_reports_page_update_actions (HfReportsPage *self)
{
  g_autoptr (HfReportOrder) order = hf_report_form_dup_order (self->form);
  g_autofree char *plan = order != NULL ? hf_report_words_plan (order) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);
  gtk_label_set_label (self->plan, plan != NULL ? plan : "");
  gtk_widget_action_set_enabled (widget, "page.export", order != NULL && self->export == NULL);
  gtk_widget_action_set_enabled (widget, "page.cancel", self->export != NULL);
  gtk_widget_action_set_enabled (widget, "page.open", self->last_path != NULL);
  gtk_widget_action_set_enabled (widget, "page.show-in-folder", self->last_path != NULL);
}

static void
on_progress (HfReportExport *export, double fraction, const char *what, HfReportsPage *self)
{
  gtk_progress_bar_set_fraction (self->progress, fraction);
  if (what != NULL)
    gtk_progress_bar_set_text (self->progress, what);
}

static void
show_written (HfReportsPage *self, const HfReportOrder *order)
{
  g_autofree char *name = g_filename_display_basename (order->path);
  /* Translators: a file's name. */
  g_autofree char *words = g_strdup_printf (_ ("“%s” is written"), name);
  g_free (self->last_path);
  self->last_path = g_strdup (order->path);
  gtk_label_set_label (self->written, words);
  gtk_stack_set_visible_child_name (self->bar, "written");
  hf_past_reports_add (hf_store_get_uri (self->store), order);
  hf_reports_page_show_past (self);
  hf_dialogs_toast (GTK_WIDGET (self), words);
  gtk_widget_grab_focus (self->open);
}

static void
show_failure (HfReportsPage *self, HfReportExport *export, const GError *error)
{
  const HfReportOrder *order = hf_report_export_get_order (export);
  g_autofree char *words = hf_report_words_failure (error, order->path,
                                                    hf_report_export_replaces (export));
  gtk_stack_set_visible_child_name (self->bar, "ready");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED))
    hf_dialogs_toast (GTK_WIDGET (self), words);
  else
    hf_dialogs_error (GTK_WIDGET (self), _ ("The report was not written"), words, NULL);
}

static void
on_finished (HfReportExport *export, const GError *error, HfReportsPage *self)
{
  g_autoptr (HfReportExport) ended = g_steal_pointer (&self->export);
  g_signal_handlers_disconnect_by_data (export, self);
  if (error == NULL)
    show_written (self, hf_report_export_get_order (export));
  else
    show_failure (self, export, error);
  hf_reports_page_update_actions (self);
}

/**
 * hf_reports_page_start:
 * @self: the page
 * @order: what to write, with its path
 *
 * Begins to write a report and shows how far it is.
 */
void
hf_reports_page_start (HfReportsPage *self, const HfReportOrder *order)
{
  self->export = hf_report_export_new (self->store, order);
  g_signal_connect (self->export, "progress", G_CALLBACK (on_progress), self);
  g_signal_connect (self->export, "finished", G_CALLBACK (on_finished), self);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_progress_bar_set_text (self->progress, _ ("Counting"));
  gtk_stack_set_visible_child_name (self->bar, "writing");
  hf_reports_page_update_actions (self);
  gtk_widget_grab_focus (self->cancel);
  hf_report_export_start (self->export);
}

/**
 * hf_reports_page_stop:
 * @self: the page
 *
 * Stops what is being written and is not told of it any more.
 */
void
hf_reports_page_stop (HfReportsPage *self)
{
  if (self->export == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->export, self);
  hf_report_export_cancel (self->export);
  g_clear_object (&self->export);
}

/* The name that was typed may lack what spreadsheets are known by; then nobody was asked yet
 * whether a file of the full name may be replaced. */
static void
write_to (HfReportsPage *self, const char *path)
{
  g_autoptr (HfReportOrder) order = g_steal_pointer (&self->chosen);
  g_autofree char *folded = g_ascii_strdown (path, -1);
  g_autofree char *full = g_str_has_suffix (folded, SUFFIX) ? g_strdup (path)
                                                            : g_strconcat (path, SUFFIX, NULL);
  if (!g_str_equal (full, path) && g_file_test (full, G_FILE_TEST_EXISTS))
    {
      hf_reports_page_choose (self, order, _ ("Export Report"), full);
      return;
    }
  hf_report_order_set_path (order, full);
  hf_reports_page_start (self, order);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, HfReportsPage *self)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  if (response != GTK_RESPONSE_ACCEPT)
    return;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = g_file_get_path (file);
  if (path != NULL)
    write_to (self, path);
}

static void
set_place (GtkFileChooser *chooser, HfReportsPage *self, const HfReportOrder *order,
           const char *path)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *today = hf_time_today ();
  g_autofree char *name = path != NULL ? g_path_get_basename (path)
                                       : hf_report_period_dup_file_name (order->period, today);
  const char *neighbour = path != NULL ? path : self->last_path;
  g_autofree char *folder = neighbour != NULL ? g_path_get_dirname (neighbour)
                                              : g_strdup (documents);
  g_autoptr (GFile) file = folder != NULL ? g_file_new_for_path (folder) : NULL;
  if (file != NULL)
    gtk_file_chooser_set_current_folder (chooser, file, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
}

/**
 * hf_reports_page_choose:
 * @self: the page
 * @order: what to write
 * @title: what the dialog is called
 * @path: (nullable): the file to propose
 *
 * Asks where the report is to be written, then writes it. The dialog asks before a file is
 * replaced.
 */
void
hf_reports_page_choose (HfReportsPage *self, const HfReportOrder *order, const char *title,
                        const char *path)
{
  HfReportOrder *chosen = hf_report_order_copy (order);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_clear_pointer (&self->chosen, hf_report_order_free);
  self->chosen = chosen;
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (
      title, GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("Excel workbooks"));
  gtk_file_filter_add_suffix (filter, SUFFIX + 1);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  set_place (GTK_FILE_CHOOSER (self->chooser), self, order, path);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_shown (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfReportsPage) self = data;
  g_autoptr (GError) error = NULL;
  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error) && self->store != NULL)
    hf_dialogs_error (GTK_WIDGET (self), _ ("No program opened it"),
                      _ ("The file is where it was written. Open it from your files."), error);
}

/**
 * hf_reports_page_show_file:
 * @self: the page
 * @path: a file that was written
 * @folder: whether its folder is wanted instead
 *
 * Opens a file with the program that the desktop has for it.
 */
void
hf_reports_page_show_file (HfReportsPage *self, const char *path, gboolean folder)
{
  g_autofree char *place = folder ? g_path_get_dirname (path) : g_strdup (path);
  g_autofree char *uri = g_filename_to_uri (place, NULL, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!g_file_test (place, G_FILE_TEST_EXISTS))
    hf_dialogs_error (GTK_WIDGET (self), _ ("The file is not there any more"),
                      _ ("It was moved or deleted. Run Again writes it anew."), NULL);
  else
    gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, on_shown,
                       g_object_ref (self));
}

static void
export_report (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfReportsPage *self = HF_REPORTS_PAGE (widget);
  g_autoptr (HfReportOrder) order = hf_report_form_dup_order (self->form);
  if (order != NULL && self->export == NULL)
    hf_reports_page_choose (self, order, _ ("Export Report"), NULL);
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfReportsPage *self = HF_REPORTS_PAGE (widget);
  if (self->export != NULL)
    hf_report_export_cancel (self->export);
}

static void
open_report (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_reports_page_show_file (HF_REPORTS_PAGE (widget), HF_REPORTS_PAGE (widget)->last_path,
                             FALSE);
}

static void
show_in_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_reports_page_show_file (HF_REPORTS_PAGE (widget), HF_REPORTS_PAGE (widget)->last_path,
                             TRUE);
}

/**
 * hf_reports_page_install_actions:
 * @klass: the page's class
 *
 * Installs the "page." actions that write and open reports.
 */
void
hf_reports_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.export", NULL, export_report);
  gtk_widget_class_install_action (klass, "page.cancel", NULL, cancel);
  gtk_widget_class_install_action (klass, "page.open", NULL, open_report);
  gtk_widget_class_install_action (klass, "page.show-in-folder", NULL, show_in_folder);
}

/**
 * hf_reports_page_export_to:
 * @self: the page
 * @path: where the workbook is to be, absolute
 *
 * Writes the report that the form describes, without asking where to.
 *
 * Returns: whether it was begun; not while another is being written, or the form is not right
 */
gboolean
hf_reports_page_export_to (HfReportsPage *self, const char *path)
{
  g_autoptr (HfReportOrder) order = hf_report_form_dup_order (self->form);
  if (order == NULL || self->export != NULL)
    return FALSE;
  hf_report_order_set_path (order, path);
  hf_reports_page_start (self, order);
  return TRUE;
}
