#include "config.h"

#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-past-reports.h"
#include "hf-report-words.h"
#include "hf-reports-page-private.h"

typedef struct
{
  HfReportsPage *page;
  HfReportOrder *order;
} Past;

static Past *
past_new (HfReportsPage *page, const HfReportOrder *order)
{
  Past *past = g_new (Past, 1);
  *past = (Past){ g_object_ref (page), hf_report_order_copy (order) };
  return past;
}

static void
past_free (gpointer data)
{
  Past *past = data;
  g_object_unref (past->page);
  hf_report_order_free (past->order);
  g_free (past);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Past, past_free)

static guint64
modified_of (GFileInfo *info)
{
  g_autoptr (GDateTime) moment = g_file_info_get_modification_date_time (info);
  return moment != NULL ? g_date_time_to_unix (moment) * G_USEC_PER_SEC
                              + g_date_time_get_microsecond (moment)
                        : 0;
}

/* A file that somebody went on writing in is not replaced without a word. */
static void
on_looked_at (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (Past) past = data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (file), result, NULL);
  if (past->page->store == NULL || past->page->export != NULL)
    return;
  if (info != NULL && modified_of (info) != past->order->modified)
    hf_reports_page_choose (past->page, past->order,
                            _ ("The File Was Changed Since: Write It Where?"),
                            past->order->path);
  else
    hf_reports_page_start (past->page, past->order);
}

static const HfReportOrder *
order_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "order");
}

static void
on_run_again (GtkWidget *button, HfReportsPage *self)
{
  const HfReportOrder *order = order_of (button);
  if (self->export != NULL)
    return;
  g_autoptr (GFile) file = g_file_new_for_path (order->path);
  g_file_query_info_async (
      file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
      G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, on_looked_at, past_new (self, order));
}

static void
on_open (GtkWidget *row, HfReportsPage *self)
{
  hf_reports_page_show_file (self, order_of (row)->path, FALSE);
}

static void
remember_again (gpointer data)
{
  Past *past = data;
  if (past->page->store == NULL)
    return;
  hf_past_reports_add (hf_store_get_uri (past->page->store), past->order);
  hf_reports_page_show_past (past->page);
}

static void
on_forget (GtkWidget *button, HfReportsPage *self)
{
  Past *past = past_new (self, order_of (button));
  hf_past_reports_forget (hf_store_get_uri (self->store), past->order->path);
  hf_reports_page_show_past (self);
  hf_dialogs_toast_undo (GTK_WIDGET (self), _ ("Taken off the list; the file stays"),
                         remember_again, past, past_free);
}

static void
keep_order (GtkWidget *widget, const HfReportOrder *order)
{
  g_object_set_data_full (G_OBJECT (widget), "order", hf_report_order_copy (order),
                          (GDestroyNotify) hf_report_order_free);
}

static GtkWidget *
add_button (GtkWidget *row, GtkWidget *button, const HfReportOrder *order)
{
  keep_order (button, order);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static GtkWidget *
make_row (HfReportsPage *self, const HfReportOrder *order)
{
  g_autofree char *name = g_filename_display_basename (order->path);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *words = hf_report_words_past (order);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);
  g_autofree char *path = g_filename_display_name (order->path);
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, path);
  keep_order (row, order);
  g_signal_connect (row, "activated", G_CALLBACK (on_open), self);

  GtkWidget *again = add_button (row, gtk_button_new_with_label (_ ("Run Again")), order);
  GtkWidget *forget = add_button (row, gtk_button_new_from_icon_name ("window-close-symbolic"),
                                  order);
  gtk_widget_set_tooltip_text (forget, _ ("Take off this list; the file stays"));
  g_signal_connect (again, "clicked", G_CALLBACK (on_run_again), self);
  g_signal_connect (forget, "clicked", G_CALLBACK (on_forget), self);
  return row;
}

/**
 * hf_reports_page_show_past:
 * @self: the page
 *
 * Lists the reports that were written from this database on this desk.
 */
void
hf_reports_page_show_past (HfReportsPage *self)
{
  g_autoptr (GPtrArray) orders = hf_past_reports_load (hf_store_get_uri (self->store));
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->past))) != NULL)
    gtk_list_box_remove (self->past, row);
  for (guint i = 0; i < orders->len; i++)
    gtk_list_box_append (self->past, make_row (self, g_ptr_array_index (orders, i)));
  gtk_widget_set_visible (self->past_group, orders->len > 0);
}
