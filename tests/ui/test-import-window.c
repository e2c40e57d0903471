#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "hf-import-duplicate.h"
#include "hf-import-report.h"
#include "hf-repair.h"
#include "hf-store-customers.h"
#include "hf-test-clinic.h"
#include "hf-test-custom.h"
#include "hf-test-gate.h"
#include "hf-test-ui.h"
#include "test-file.h"
#include "test-folder.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

static gpointer
count (HfStoreSession *session, gpointer unused, GError **error)
{
  gint64 n_customers = 0;
  if (!hf_store_customers_count (session, NULL, &n_customers, error))
    return NULL;
  return GINT_TO_POINTER ((int) n_customers + 1);
}

static int
count_customers (HfTestClinic *fixture)
{
  return GPOINTER_TO_INT (hf_store_run (fixture->store, HF_STORE_READ, count, NULL, NULL, NULL))
         - 1;
}

static guint
count_rejected (HfTestClinic *fixture)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (hf_test_clinic_part_of (hf_test_clinic_part (fixture, "report"), "lines")));
}

static void
test_columns_are_guessed (HfTestClinic *fixture, gconstpointer data)
{
  hf_test_clinic_open_file (fixture, fixture->file, "encoding");
  hf_test_clinic_act (fixture, "import.next");
  hf_test_clinic_wait_for_step (fixture, "columns");
  g_assert_cmpstr (hf_test_clinic_chosen (hf_test_clinic_get_row (fixture, "Name")), ==,
                   "姓名");
  g_assert_cmpstr (hf_test_clinic_chosen (hf_test_clinic_get_row (fixture, "Phone")), ==,
                   "Not in the file");
  g_assert_cmpstr (hf_test_clinic_chosen (hf_test_clinic_part (fixture, "kind")), ==,
                   "Customers");
  g_assert_false (gtk_widget_get_visible (hf_test_clinic_part (fixture, "sheet")));
  g_assert_cmpstr (
      adw_action_row_get_subtitle (ADW_ACTION_ROW (hf_test_clinic_get_row (fixture, "Name"))),
      ==, "For example: 王女士");
}

static void
test_whole_way_to_the_result (HfTestClinic *fixture, gconstpointer data)
{
  hf_test_clinic_open_file (fixture, fixture->file, "encoding");
  hf_test_clinic_act (fixture, "import.next");
  hf_test_clinic_wait_for_step (fixture, "columns");
  /* Nothing, not known, then active, at risk, lost. */
  adw_combo_row_set_selected (hf_test_clinic_get_row (fixture, "Status “Gone” means"), 4);
  hf_test_clinic_act (fixture, "import.check");
  hf_test_clinic_wait_for_step (fixture, "report");
  g_assert_cmpuint (count_rejected (fixture), ==, 2);
  g_assert_cmpint (count_customers (fixture), ==, 0);

  hf_test_clinic_act (fixture, "import.import");
  hf_test_clinic_wait_for_step (fixture, "work");
  hf_test_clinic_wait_for_step (fixture, "report");
  g_assert_cmpint (count_customers (fixture), ==, 2);
  g_assert_cmpuint (count_rejected (fixture), ==, 2);
  g_assert_true (gtk_widget_get_visible (hf_test_clinic_part (fixture, "done")));
  GtkStringList *lines = hf_test_clinic_part_of (hf_test_clinic_part (fixture, "report"),
                                                 "lines");
  g_assert_nonnull (strstr (gtk_string_list_get_string (lines, 0), "Row 4"));
  g_assert_nonnull (strstr (gtk_string_list_get_string (lines, 1), "Row 5, Lost on"));
}

static void
test_values_that_are_not_ours_are_rejected (HfTestClinic *fixture, gconstpointer data)
{
  hf_test_clinic_open_file (fixture, fixture->file, "encoding");
  hf_test_clinic_act (fixture, "import.next");
  hf_test_clinic_wait_for_step (fixture, "columns");
  g_assert_cmpstr (
      hf_test_clinic_chosen (hf_test_clinic_get_row (fixture, "Status “Gone” means")), ==,
      "Choose…");
  hf_test_clinic_act (fixture, "import.check");
  hf_test_clinic_wait_for_step (fixture, "report");
  g_assert_cmpuint (count_rejected (fixture), ==, 3);
  hf_test_clinic_act (fixture, "import.back");
  hf_test_clinic_wait_for_step (fixture, "columns");
}

static void
test_mapping_can_be_changed (HfTestClinic *fixture, gconstpointer data)
{
  hf_test_clinic_open_file (fixture, fixture->file, "encoding");
  hf_test_clinic_act (fixture, "import.next");
  hf_test_clinic_wait_for_step (fixture, "columns");
  AdwComboRow *code = hf_test_clinic_get_row (fixture, "Customer code");
  AdwComboRow *status = hf_test_clinic_get_row (fixture, "Status");
  adw_combo_row_set_selected (code, 0);
  hf_test_clinic_act (fixture, "import.check");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (hf_test_clinic_part (fixture, "stack")),
                   ==, "columns");
  adw_combo_row_set_selected (code, 1);
  adw_combo_row_set_selected (status, 0);
  g_assert_null (
      hf_test_clinic_find_titled (GTK_WIDGET (fixture->window), "Status “Gone” means"));
  hf_test_clinic_act (fixture, "import.check");
  hf_test_clinic_wait_for_step (fixture, "report");
  g_assert_cmpuint (count_rejected (fixture), ==, 2);
}

/* A column of the firm's own is guessed, and what its values mean is asked. */
static void
test_custom_fields_are_imported (HfTestClinic *fixture, gconstpointer data)
{
  g_autoptr (TestFile) path = test_file_write (
      "code,车型,Colour,SPENT LAST YEAR\nC1,速腾,red,\"¥1,200\"\nC2,宝来,蓝,much\n", -1);
  hf_store_run (fixture->store, HF_STORE_WRITE, hf_test_custom_make_fields, NULL, NULL, NULL);
  hf_test_clinic_open_file (fixture, path, "columns");
  g_assert_cmpstr (hf_test_clinic_chosen (hf_test_clinic_get_row (fixture, "Car")), ==, "车型");
  g_assert_cmpstr (hf_test_clinic_chosen (hf_test_clinic_get_row (fixture, "Member since")), ==,
                   "Not in the file");
  /* Nothing, not known, then the field's own two. */
  adw_combo_row_set_selected (hf_test_clinic_get_row (fixture, "Colour “red” means"), 2);
  hf_test_clinic_act (fixture, "import.check");
  hf_test_clinic_wait_for_step (fixture, "report");
  GtkStringList *lines = hf_test_clinic_part_of (hf_test_clinic_part (fixture, "report"),
                                                 "lines");
  g_assert_cmpuint (count_rejected (fixture), ==, 1);
  g_assert_nonnull (strstr (gtk_string_list_get_string (lines, 0), "Row 3, Spent last year"));
  hf_test_clinic_act (fixture, "import.import");
  hf_test_clinic_wait_for_step (fixture, "work");
  hf_test_clinic_wait_for_step (fixture, "report");
  g_autofree char *values = hf_store_run (fixture->store, HF_STORE_READ,
                                          hf_test_custom_describe, (gpointer) "C1", NULL, NULL);
  g_assert_cmpstr (values, ==, "速腾|1200||红");
}

static void
test_missing_file_is_told (HfTestClinic *fixture, gconstpointer data)
{
  hf_import_window_open (fixture->window, "/no/such/file.csv");
  hf_test_clinic_wait_for_notice (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (hf_test_clinic_part (fixture, "stack")),
                   ==, "file");
}

static void
test_repairs_are_shown_and_switched (HfTestClinic *fixture, gconstpointer data)
{
  static const char spoilt[] = "code,phone,joined_on\n"
                               "C1,139 1234 5678,5/3/2024\n"
                               "C2,1.39E+10,2024-03-05\n";
  g_autoptr (TestFile) path = test_file_write (spoilt, -1);
  hf_test_clinic_open_file (fixture, path, "columns");
  hf_test_clinic_act (fixture, "import.next");
  hf_test_clinic_wait_for_step (fixture, "repairs");
  GtkWidget *signs = hf_test_clinic_find_titled (hf_test_clinic_part (fixture, "repairs"),
                                                 "Blanks, dashes and brackets in phones");
  g_assert_nonnull (signs);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (signs)), ==, "1 cell");
  g_assert_nonnull (hf_test_clinic_find_titled (signs, "139 1234 5678 → 13912345678"));
  g_assert_nonnull (hf_test_clinic_find_titled (hf_test_clinic_part (fixture, "repairs"),
                                                "1.39E+10 → row left out"));

  /* Month first: what was not clear is then. */
  AdwComboRow *order = hf_test_clinic_get_row (fixture, "Order of day, month and year");
  adw_combo_row_set_selected (order, HF_DATE_ORDER_MDY);
  hf_test_clinic_wait_for_step (fixture, "work");
  hf_test_clinic_wait_for_step (fixture, "repairs");
  g_assert_nonnull (hf_test_clinic_find_titled (hf_test_clinic_part (fixture, "repairs"),
                                                "5/3/2024 → 2024-05-03"));
  hf_test_clinic_act (fixture, "import.check");
  hf_test_clinic_wait_for_step (fixture, "report");
  g_assert_cmpuint (count_rejected (fixture), ==, 1);
  hf_test_clinic_act (fixture, "import.back");
  hf_test_clinic_wait_for_step (fixture, "repairs");
  hf_test_clinic_act (fixture, "import.back");
  hf_test_clinic_wait_for_step (fixture, "columns");
}

static void
test_nothing_to_repair_is_no_step (HfTestClinic *fixture, gconstpointer data)
{
  g_autoptr (TestFile) path = test_file_write ("code,name\nC1,Ann\n", -1);
  hf_test_clinic_open_file (fixture, path, "columns");
  hf_test_clinic_act (fixture, "import.next");
  hf_test_clinic_wait_for_step (fixture, "report");
  hf_test_clinic_act (fixture, "import.back");
  hf_test_clinic_wait_for_step (fixture, "columns");
}

static void
test_columns_are_remembered (HfTestClinic *fixture, gconstpointer data)
{
  g_autoptr (TestFile) path = test_file_write ("Kunde,Wer\nC1,Ann\n", -1);
  hf_test_clinic_open_file (fixture, path, "headings");
  hf_test_clinic_act (fixture, "import.next");
  hf_test_clinic_wait_for_step (fixture, "columns");
  g_assert_false (gtk_widget_get_visible (hf_test_clinic_part (fixture, "forget")));
  adw_combo_row_set_selected (hf_test_clinic_get_row (fixture, "Customer code"), 1);
  hf_test_clinic_act (fixture, "import.check");
  hf_test_clinic_wait_for_step (fixture, "report");
  hf_test_clinic_act (fixture, "import.import");
  hf_test_clinic_wait_for_step (fixture, "work");
  hf_test_clinic_wait_for_step (fixture, "report");

  hf_test_clinic_open_file (fixture, path, "columns");
  g_assert_cmpstr (hf_test_clinic_chosen (hf_test_clinic_get_row (fixture, "Customer code")),
                   ==, "Kunde");
  g_assert_true (gtk_widget_get_visible (hf_test_clinic_part (fixture, "forget")));
  hf_test_clinic_act (fixture, "import.forget");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (gtk_widget_get_visible (hf_test_clinic_part (fixture, "forget"))
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (hf_test_clinic_chosen (hf_test_clinic_get_row (fixture, "Customer code")),
                   ==, "Not in the file");
}

static void
import_whole (HfTestClinic *fixture, const char *path)
{
  hf_test_clinic_open_file (fixture, path, "columns");
  hf_test_clinic_act (fixture, "import.check");
  hf_test_clinic_wait_for_step (fixture, "report");
  hf_test_clinic_act (fixture, "import.import");
  hf_test_clinic_wait_for_step (fixture, "work");
  hf_test_clinic_wait_for_step (fixture, "report");
}

static void
test_known_customers_are_decided (HfTestClinic *fixture, gconstpointer data)
{
  g_autoptr (TestFile) before = test_file_write ("code,name,phone\nC1,Ann,13912345678\n", -1);
  g_autoptr (TestFile) path = test_file_write ("code,name,phone\n"
                                               "C1,Anne,\n"
                                               "C2,Bob,139 1234 5678\n"
                                               "C3,Cid,\n",
                                               -1);
  import_whole (fixture, before);
  hf_test_clinic_open_file (fixture, path, "columns");
  hf_test_clinic_act (fixture, "import.next");
  hf_test_clinic_wait_for_step (fixture, "repairs");
  hf_test_clinic_act (fixture, "import.check");
  hf_test_clinic_wait_for_step (fixture, "duplicates");
  AdwComboRow *by_code = hf_test_clinic_get_row (fixture, "Same code");
  AdwComboRow *by_phone = hf_test_clinic_get_row (fixture, "Same phone, another code");
  g_assert_cmpstr (hf_test_clinic_chosen (by_code), ==, "Overwrite");
  g_assert_cmpstr (hf_test_clinic_chosen (by_phone), ==, "Add as new");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (by_phone)), ==, "1 row");
  g_assert_false (gtk_widget_get_visible (
      GTK_WIDGET (hf_test_clinic_get_row (fixture, "Same name, another code"))));
  GListModel *rows = hf_test_clinic_part_of (hf_test_clinic_part (fixture, "duplicates"),
                                             "rows");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);

  adw_combo_row_set_selected (by_phone, HF_IMPORT_SKIP);
  hf_test_clinic_act (fixture, "import.check");
  hf_test_clinic_wait_for_step (fixture, "work");
  hf_test_clinic_wait_for_step (fixture, "report");
  hf_test_clinic_act (fixture, "import.import");
  hf_test_clinic_wait_for_step (fixture, "work");
  hf_test_clinic_wait_for_step (fixture, "report");
  g_assert_cmpint (count_customers (fixture), ==, 2);
}

/* Answers the question that shows. */
static void
answer (const char *response)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (!ADW_IS_MESSAGE_DIALOG (window))
        continue;
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), response);
      return;
    }
  g_assert_not_reached ();
}

static void
test_an_import_can_be_undone (HfTestClinic *fixture, gconstpointer data)
{
  g_autoptr (TestFile) path = test_file_write ("code,name\nC1,Ann\nC2,Bob\n", -1);
  GtkWidget *undo = hf_test_clinic_part (fixture, "undo");
  g_assert_false (gtk_widget_get_visible (undo));
  import_whole (fixture, path);
  g_assert_true (gtk_widget_get_visible (undo));
  g_assert_cmpint (count_customers (fixture), ==, 2);
  hf_test_clinic_act (fixture, "import.undo");
  answer ("undo");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (gtk_widget_get_visible (undo) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (gtk_widget_get_visible (undo));
  g_assert_cmpint (count_customers (fixture), ==, 0);
  GtkLabel *title = hf_test_clinic_part_of (hf_test_clinic_part (fixture, "report"), "title");
  g_assert_cmpstr (gtk_label_get_text (title), ==, "The import was undone");
}

static void
test_stopped_import_leaves_nothing (HfTestClinic *fixture, gconstpointer data)
{
  g_autoptr (GString) many = g_string_new ("code,name\n");
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (many, "C%05u,Customer %u\n", i, i);
  g_autoptr (TestFile) path = test_file_write (many->str, (gssize) many->len);
  hf_test_clinic_open_file (fixture, path, "columns");
  hf_test_clinic_act (fixture, "import.check");
  hf_test_clinic_wait_for_step (fixture, "report");
  hf_test_gate_shut (fixture->store, HF_STORE_WRITE, 1);
  hf_test_clinic_act (fixture, "import.import");
  hf_test_clinic_wait_for_step (fixture, "work");
  hf_test_clinic_act (fixture, "import.stop");
  hf_test_gate_open ();
  hf_test_clinic_wait_for_step (fixture, "columns");
  g_assert_true (gtk_widget_get_visible (hf_test_clinic_part (fixture, "notice")));
  g_assert_cmpint (count_customers (fixture), ==, 0);
}

#define ADD(path, func)                                                                        \
  g_test_add (path, HfTestClinic, NULL, hf_test_clinic_set_up, func, hf_test_clinic_tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = test_folder_new ("import-window-XXXXXX");
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  hf_test_ui_init (&argc, &argv);
  ADD ("/import-window/guess", test_columns_are_guessed);
  ADD ("/import-window/whole-way", test_whole_way_to_the_result);
  ADD ("/import-window/values", test_values_that_are_not_ours_are_rejected);
  ADD ("/import-window/mapping", test_mapping_can_be_changed);
  ADD ("/import-window/custom", test_custom_fields_are_imported);
  ADD ("/import-window/missing-file", test_missing_file_is_told);
  ADD ("/import-window/repairs", test_repairs_are_shown_and_switched);
  ADD ("/import-window/no-repairs", test_nothing_to_repair_is_no_step);
  ADD ("/import-window/remembered", test_columns_are_remembered);
  ADD ("/import-window/duplicates", test_known_customers_are_decided);
  ADD ("/import-window/undo", test_an_import_can_be_undone);
  ADD ("/import-window/stop", test_stopped_import_leaves_nothing);
  return g_test_run ();
}
