#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "hf-past-reports.h"
#include "hf-report-form.h"
#include "hf-report-period.h"
#include "hf-report-preview.h"
#include "hf-reports-page.h"
#include "hf-settings.h"
#include "hf-test-gate.h"
#include "hf-test-noon.h"
#include "hf-test-ui.h"
#include "test-company.h"
#include "test-folder.h"
#include "test-xlsx.h"

#define PATIENCE (30 * G_USEC_PER_SEC)

/* So many works read side by side. */
#define N_READERS 3

typedef struct
{
  char *folder;
  char *database;
  char *workbook;
  HfStore *store;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static GObject *
get_child (GtkWidget *widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static GtkWidget *
get_form (Fixture *self)
{
  return GTK_WIDGET (get_child (self->page, "form"));
}

static const char *
get_shown (GtkWidget *widget, const char *stack)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_child (widget, stack)));
}

static void
wait_until (GtkWidget *widget, const char *stack, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!g_str_equal (get_shown (widget, stack), name) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_shown (widget, stack), ==, name);
}

static void
choose (Fixture *self, const char *row, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (get_form (self), row)), position);
}

static guint
get_chosen (Fixture *self, const char *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (get_child (get_form (self), row)));
}

static void
type (Fixture *self, const char *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (get_form (self), row)), text);
}

/* The preview follows what is chosen a moment later. */
static void
wait_for_label (Fixture *self, const char *name, const char *text)
{
  GtkLabel *label = GTK_LABEL (
      get_child (GTK_WIDGET (get_child (self->page, "preview")), name));
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!g_str_equal (gtk_label_get_label (label), text) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_label_get_label (label), ==, text);
}

static void
set_up (Fixture *self, gconstpointer filled)
{
  g_autoptr (GSettings) settings = hf_settings_new ();
  g_settings_reset (settings, HF_SETTINGS_PAST_REPORTS);
  self->folder = test_folder_new ("huifang-reports-XXXXXX");
  self->database = g_build_filename (self->folder, "示范店.huifang", NULL);
  self->workbook = g_build_filename (self->folder, "Huifang 2026.xlsx", NULL);
  self->store = filled ? test_company_new (self->database)
                       : hf_store_open (self->database, HF_STORE_OPEN_OR_CREATE, NULL);
  self->page = g_object_new (HF_TYPE_REPORTS_PAGE, "store", self->store, NULL);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  choose (self, "period", HF_REPORT_EVERYTHING);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
  wait_until (self->page, "stack", filled ? "report" : "empty");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gpointer page = self->page;
  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (page != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (page);
  hf_store_close (self->store);
  g_clear_object (&self->store);
  test_folder_remove (self->folder);
  g_free (self->database);
  g_free (self->workbook);
}

static guint
count_workbooks (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint count = 0;
  while ((name = g_dir_read_name (dir)) != NULL)
    count += strstr (name, ".huifang") == NULL;
  return count;
}

static void
test_empty_database (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (get_shown (self->page, "stack"), ==, "empty");
}

static void
test_preview_follows (Fixture *self, gconstpointer data)
{
  wait_for_label (self, "customers", "40");
  wait_for_label (self, "lost", "10");
  wait_for_label (self, "churn", "25\302\240%");
  wait_for_label (self, "logged", "4");
  wait_for_label (self, "silent", "96");
  /* All who left were of the branch that has the even numbers. */
  AdwComboRow *branch = ADW_COMBO_ROW (get_child (get_form (self), "branch"));
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (branch)), ==, 3);
  adw_combo_row_set_selected (branch, 1);
  wait_for_label (self, "customers", "20");
  adw_combo_row_set_selected (branch, 0);
  wait_for_label (self, "customers", "40");
  choose (self, "period", HF_REPORT_LAST_MONTH);
  wait_for_label (self, "lost", "0");
}

static void
assert_refused (Fixture *self, const char *from, const char *to)
{
  GtkWidget *problem = GTK_WIDGET (get_child (get_form (self), "problem"));
  type (self, "from", from);
  type (self, "to", to);
  g_assert_true (gtk_widget_get_visible (problem));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (problem)), !=, "");
  g_assert_null (hf_report_form_dup_order (HF_REPORT_FORM (get_form (self))));
  g_assert_false (hf_reports_page_export_to (HF_REPORTS_PAGE (self->page), self->workbook));
}

static void
test_dates_are_checked (Fixture *self, gconstpointer data)
{
  GtkWidget *problem = GTK_WIDGET (get_child (get_form (self), "problem"));
  choose (self, "period", HF_REPORT_DATES);
  g_assert_false (gtk_widget_get_visible (problem));
  assert_refused (self, "2026-02-30", "");
  g_assert_cmpstr (get_shown (GTK_WIDGET (get_child (self->page, "preview")), "stack"), ==,
                   "problem");
  assert_refused (self, "", "soon");
  assert_refused (self, "2026-03-31", "2026-03-01");
  type (self, "to", "2026/4/1");
  g_assert_false (gtk_widget_get_visible (problem));
  g_autoptr (HfReportOrder) order = hf_report_form_dup_order (HF_REPORT_FORM (get_form (self)));
  g_assert_cmpstr (order->period->from, ==, "2026-03-31");
  g_assert_cmpstr (order->period->to, ==, "2026-04-01");
}

static void
test_languages_change_places (Fixture *self, gconstpointer data)
{
  choose (self, "first", 0);
  choose (self, "second", 2);
  choose (self, "first", 1);
  g_assert_cmpuint (get_chosen (self, "second"), ==, 1);
  choose (self, "second", 2);
  g_assert_cmpuint (get_chosen (self, "first"), ==, 0);
  choose (self, "second", 0);
  choose (self, "second", 1);
  g_assert_cmpuint (get_chosen (self, "second"), ==, 0);

  choose (self, "second", 3);
  g_autoptr (GSettings) settings = hf_settings_new ();
  g_auto (GStrv) remembered = g_settings_get_strv (settings, HF_SETTINGS_REPORT_LANGUAGES);
  g_assert_cmpuint (g_strv_length (remembered), ==, 2);
  g_assert_cmpstr (remembered[0], ==, "en");
  g_assert_cmpstr (remembered[1], ==, "zh_TW");
}

static void
test_workbook_is_written (Fixture *self, gconstpointer data)
{
  g_assert_true (hf_reports_page_export_to (HF_REPORTS_PAGE (self->page), self->workbook));
  /* One at a time. */
  g_assert_false (hf_reports_page_export_to (HF_REPORTS_PAGE (self->page), self->workbook));
  wait_until (self->page, "bar", "written");
  g_autoptr (TestXlsx) workbook = test_xlsx_open (self->workbook);
  g_assert_nonnull (workbook);
  g_assert_cmpuint (test_xlsx_n_sheets (workbook), >=, 4);
  g_assert_cmpuint (count_workbooks (self), ==, 1);

  g_autoptr (GPtrArray) past = hf_past_reports_load (self->database);
  g_assert_cmpuint (past->len, ==, 1);
  const HfReportOrder *order = g_ptr_array_index (past, 0);
  g_assert_cmpstr (order->path, ==, self->workbook);
  g_assert_cmpint (order->written, >, 0);
  g_assert_cmpuint (order->modified, >, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_child (self->page, "past_group"))));
  choose (self, "period", HF_REPORT_THIS_YEAR);
  g_assert_cmpstr (get_shown (self->page, "bar"), ==, "ready");
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_run_again (Fixture *self, gconstpointer data)
{
  hf_reports_page_export_to (HF_REPORTS_PAGE (self->page), self->workbook);
  wait_until (self->page, "bar", "written");
  g_assert_cmpint (g_remove (self->workbook), ==, 0);
  choose (self, "period", HF_REPORT_THIS_YEAR);

  GtkWidget *again = find_button (GTK_WIDGET (get_child (self->page, "past")), "Run Again");
  g_assert_nonnull (again);
  g_signal_emit_by_name (again, "clicked");
  wait_until (self->page, "bar", "written");
  g_assert_true (g_file_test (self->workbook, G_FILE_TEST_IS_REGULAR));
  g_autoptr (GPtrArray) past = hf_past_reports_load (self->database);
  g_assert_cmpuint (past->len, ==, 1);
  /* The parameters are those of the first time. */
  g_assert_null (((HfReportOrder *) g_ptr_array_index (past, 0))->period->from);
}

/* Before it can be written. */
static void
export_and_cancel (Fixture *self)
{
  hf_test_gate_shut (self->store, HF_STORE_READ, N_READERS);
  g_assert_true (hf_reports_page_export_to (HF_REPORTS_PAGE (self->page), self->workbook));
  gtk_widget_activate_action (self->page, "page.cancel", NULL);
  hf_test_gate_open ();
  wait_until (self->page, "bar", "ready");
}

static void
test_cancel_leaves_no_file (Fixture *self, gconstpointer data)
{
  export_and_cancel (self);
  g_assert_cmpuint (count_workbooks (self), ==, 0);

  g_assert_true (g_file_set_contents (self->workbook, "earlier", -1, NULL));
  export_and_cancel (self);
  g_autofree char *content = NULL;
  g_assert_true (g_file_get_contents (self->workbook, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "earlier");
  g_assert_cmpuint (count_workbooks (self), ==, 1);
}

static void
close_dialogs (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i - 1);
      if (GTK_WIDGET (other) != window)
        gtk_window_destroy (other);
    }
}

static void
test_failure_is_told (Fixture *self, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (self->folder, "no", "where.xlsx", NULL);
  g_assert_true (hf_reports_page_export_to (HF_REPORTS_PAGE (self->page), nowhere));
  wait_until (self->page, "bar", "ready");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 2);
  close_dialogs (self->window);
  g_autoptr (GPtrArray) past = hf_past_reports_load (self->database);
  g_assert_cmpuint (past->len, ==, 0);
}

/* The tear-down closes the window while the report is being written. */
static void
test_closing_stops_it (Fixture *self, gconstpointer data)
{
  g_assert_true (hf_reports_page_export_to (HF_REPORTS_PAGE (self->page), self->workbook));
}

#define ADD(path, filled, func)                                                                \
  g_test_add (path, Fixture, GINT_TO_POINTER (filled), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_noon_set ();
  hf_test_ui_init (&argc, &argv);
  ADD ("/reports-page/empty", FALSE, test_empty_database);
  ADD ("/reports-page/preview", TRUE, test_preview_follows);
  ADD ("/reports-page/dates", TRUE, test_dates_are_checked);
  ADD ("/reports-page/languages", TRUE, test_languages_change_places);
  ADD ("/reports-page/written", TRUE, test_workbook_is_written);
  ADD ("/reports-page/again", TRUE, test_run_again);
  ADD ("/reports-page/cancel", TRUE, test_cancel_leaves_no_file);
  ADD ("/reports-page/failure", TRUE, test_failure_is_told);
  ADD ("/reports-page/closing", TRUE, test_closing_stops_it);
  return g_test_run ();
}
