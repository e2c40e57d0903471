#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "hf-import-duplicate.h"
#include "hf-import-report.h"
#include "hf-import-window.h"
#include "hf-paths.h"
#include "hf-profile-memory.h"
#include "hf-repair.h"
#include "hf-store-customers.h"
#include "hf-store.h"
#include "test-file.h"
#include "test-folder.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

/* Row 4 has no code and row 5 a day that is none. */
static const char table[] = "客户编码,姓名,状态,流失日期\n"
                            "C1,王女士,Gone,2025-06-03\n"
                            "C2,李先生,Active,\n"
                            ",张先生,Active,\n"
                            "C4,赵女士,Gone,2025-02-31\n";

typedef struct
{
  HfStore *store;
  HfImportWindow *window;
  TestFile *file;
} Fixture;

static gpointer
part_of (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static gpointer
part (Fixture *fixture, const char *name)
{
  return part_of (fixture->window, name);
}

/* What one test remembers is not for the next. */
static void
forget_all (void)
{
  g_autofree char *path = hf_paths_dup_profile_memory ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_assert_no_errno (g_unlink (file));
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = g_convert (table, -1, "GB18030", "UTF-8", NULL, &length, NULL);
  forget_all ();
  fixture->file = test_file_write (text, (gssize) length);
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  fixture->window = g_object_ref (hf_import_window_new (fixture->store));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gpointer window = fixture->window;
  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (window);
  g_object_unref (window);
  while (window != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (window);
  g_object_unref (fixture->store);
  test_file_remove (fixture->file);
}

static void
wait_for_step (Fixture *fixture, const char *step)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkStack *stack = part (fixture, "stack");
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), step) != 0
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, step);
}

static void
wait_for_notice (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!gtk_widget_get_visible (part (fixture, "notice")) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (gtk_widget_get_visible (part (fixture, "notice")));
}

static GtkWidget *
find_titled (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_titled (child, title);
  return found;
}

static AdwComboRow *
get_row (Fixture *fixture, const char *title)
{
  GtkWidget *row = find_titled (GTK_WIDGET (fixture->window), title);
  g_assert_nonnull (row);
  return ADW_COMBO_ROW (row);
}

static const char *
chosen (AdwComboRow *row)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (row));
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
}

static gpointer
count (HfStoreSession *session, gpointer unused, GError **error)
{
  gint64 n_customers = 0;
  if (!hf_store_customers_count (session, NULL, &n_customers, error))
    return NULL;
  return GINT_TO_POINTER ((int) n_customers + 1);
}

static int
count_customers (Fixture *fixture)
{
  return GPOINTER_TO_INT (hf_store_run (fixture->store, HF_STORE_READ, count, NULL, NULL, NULL))
         - 1;
}

static guint
count_rejected (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (part_of (part (fixture, "report"), "lines")));
}

static void
wait_for_remembered (void)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  g_autoptr (HfProfileMemory) memory = hf_profile_memory_new (NULL);
  while (hf_profile_memory_is_empty (memory) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (hf_profile_memory_is_empty (memory));
}

static void
test_columns_are_guessed (Fixture *fixture, gconstpointer data)
{
  hf_import_window_open (fixture->window, fixture->file);
  wait_for_step (fixture, "columns");
  g_assert_cmpstr (chosen (get_row (fixture, "Name")), ==, "姓名");
  g_assert_cmpstr (chosen (get_row (fixture, "Phone")), ==, "Not in the file");
  g_assert_cmpstr (chosen (part (fixture, "encoding")), ==, "Found: GB18030");
  g_assert_cmpstr (chosen (part (fixture, "kind")), ==, "Customers");
  g_assert_false (gtk_widget_get_visible (part (fixture, "sheet")));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (fixture, "Name"))), ==,
                   "For example: 王女士");
}

static void
test_whole_way_to_the_result (Fixture *fixture, gconstpointer data)
{
  hf_import_window_open (fixture->window, fixture->file);
  wait_for_step (fixture, "columns");
  /* Nothing, not known, then active, at risk, lost. */
  adw_combo_row_set_selected (get_row (fixture, "Status “Gone” means"), 4);
  act (fixture, "import.check");
  wait_for_step (fixture, "report");
  g_assert_cmpuint (count_rejected (fixture), ==, 2);
  g_assert_cmpint (count_customers (fixture), ==, 0);

  act (fixture, "import.import");
  wait_for_step (fixture, "work");
  wait_for_step (fixture, "report");
  g_assert_cmpint (count_customers (fixture), ==, 2);
  g_assert_cmpuint (count_rejected (fixture), ==, 2);
  g_assert_true (gtk_widget_get_visible (part (fixture, "done")));
  wait_for_remembered ();
  GtkStringList *lines = part_of (part (fixture, "report"), "lines");
  g_assert_nonnull (strstr (gtk_string_list_get_string (lines, 0), "Row 4"));
  g_assert_nonnull (strstr (gtk_string_list_get_string (lines, 1), "Row 5, Lost on"));
}

static void
test_values_that_are_not_ours_are_rejected (Fixture *fixture, gconstpointer data)
{
  hf_import_window_open (fixture->window, fixture->file);
  wait_for_step (fixture, "columns");
  g_assert_cmpstr (chosen (get_row (fixture, "Status “Gone” means")), ==, "Choose…");
  act (fixture, "import.check");
  wait_for_step (fixture, "report");
  g_assert_cmpuint (count_rejected (fixture), ==, 3);
  act (fixture, "import.back");
  wait_for_step (fixture, "columns");
}

static void
test_mapping_can_be_changed (Fixture *fixture, gconstpointer data)
{
  hf_import_window_open (fixture->window, fixture->file);
  wait_for_step (fixture, "columns");
  AdwComboRow *code = get_row (fixture, "Customer code");
  AdwComboRow *status = get_row (fixture, "Status");
  adw_combo_row_set_selected (code, 0);
  act (fixture, "import.check");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (part (fixture, "stack")), ==, "columns");
  adw_combo_row_set_selected (code, 1);
  adw_combo_row_set_selected (status, 0);
  g_assert_null (find_titled (GTK_WIDGET (fixture->window), "Status “Gone” means"));
  act (fixture, "import.check");
  wait_for_step (fixture, "report");
  g_assert_cmpuint (count_rejected (fixture), ==, 2);
}

static void
test_wrong_encoding_is_told (Fixture *fixture, gconstpointer data)
{
  hf_import_window_open (fixture->window, fixture->file);
  wait_for_step (fixture, "columns");
  adw_combo_row_set_selected (part (fixture, "encoding"), 1);
  wait_for_notice (fixture);
  /* What was read before is still there. */
  g_assert_cmpstr (chosen (part (fixture, "encoding")), ==, "Found: GB18030");
  g_assert_cmpstr (chosen (get_row (fixture, "Name")), ==, "姓名");
}

static void
test_missing_file_is_told (Fixture *fixture, gconstpointer data)
{
  hf_import_window_open (fixture->window, "/no/such/file.csv");
  wait_for_notice (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (part (fixture, "stack")), ==, "file");
}

static void
test_repairs_are_shown_and_switched (Fixture *fixture, gconstpointer data)
{
  static const char spoilt[] = "code,phone,joined_on\n"
                               "C1,139 1234 5678,5/3/2024\n"
                               "C2,1.39E+10,2024-03-05\n";
  g_autoptr (TestFile) path = test_file_write (spoilt, -1);
  hf_import_window_open (fixture->window, path);
  wait_for_step (fixture, "columns");
  act (fixture, "import.repairs");
  wait_for_step (fixture, "repairs");
  GtkWidget *signs = find_titled (part (fixture, "repairs"),
                                  "Blanks, dashes and brackets in phones");
  g_assert_nonnull (signs);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (signs)), ==, "1 cell");
  g_assert_nonnull (find_titled (signs, "139 1234 5678 → 13912345678"));
  g_assert_nonnull (find_titled (part (fixture, "repairs"), "1.39E+10 → row left out"));

  /* Month first: what was not clear is then. */
  AdwComboRow *order = get_row (fixture, "Order of day, month and year");
  adw_combo_row_set_selected (order, HF_DATE_ORDER_MDY);
  wait_for_step (fixture, "work");
  wait_for_step (fixture, "repairs");
  g_assert_nonnull (find_titled (part (fixture, "repairs"), "5/3/2024 → 2024-05-03"));
  act (fixture, "import.check");
  wait_for_step (fixture, "report");
  g_assert_cmpuint (count_rejected (fixture), ==, 1);
  act (fixture, "import.back");
  wait_for_step (fixture, "repairs");
  act (fixture, "import.back");
  wait_for_step (fixture, "columns");
}

static void
test_nothing_to_repair_is_no_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestFile) path = test_file_write ("code,name\nC1,Ann\n", -1);
  hf_import_window_open (fixture->window, path);
  wait_for_step (fixture, "columns");
  act (fixture, "import.repairs");
  wait_for_step (fixture, "report");
  act (fixture, "import.back");
  wait_for_step (fixture, "columns");
}

static void
test_columns_are_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestFile) path = test_file_write ("Kunde,Wer\nC1,Ann\n", -1);
  hf_import_window_open (fixture->window, path);
  wait_for_step (fixture, "columns");
  g_assert_false (gtk_widget_get_visible (part (fixture, "forget")));
  adw_combo_row_set_selected (get_row (fixture, "Customer code"), 1);
  act (fixture, "import.check");
  wait_for_step (fixture, "report");
  act (fixture, "import.import");
  wait_for_step (fixture, "work");
  wait_for_step (fixture, "report");
  wait_for_remembered ();

  hf_import_window_open (fixture->window, path);
  wait_for_step (fixture, "columns");
  g_assert_cmpstr (chosen (get_row (fixture, "Customer code")), ==, "Kunde");
  g_assert_true (gtk_widget_get_visible (part (fixture, "forget")));
  act (fixture, "import.forget");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (gtk_widget_get_visible (part (fixture, "forget")) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (chosen (get_row (fixture, "Customer code")), ==, "Not in the file");
}

static void
import_whole (Fixture *fixture, const char *path)
{
  hf_import_window_open (fixture->window, path);
  wait_for_step (fixture, "columns");
  act (fixture, "import.check");
  wait_for_step (fixture, "report");
  act (fixture, "import.import");
  wait_for_step (fixture, "work");
  wait_for_step (fixture, "report");
  wait_for_remembered ();
}

static void
test_known_customers_are_decided (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestFile) before = test_file_write ("code,name,phone\nC1,Ann,13912345678\n", -1);
  g_autoptr (TestFile) path = test_file_write ("code,name,phone\n"
                                               "C1,Anne,\n"
                                               "C2,Bob,139 1234 5678\n"
                                               "C3,Cid,\n",
                                               -1);
  import_whole (fixture, before);
  hf_import_window_open (fixture->window, path);
  wait_for_step (fixture, "columns");
  act (fixture, "import.repairs");
  wait_for_step (fixture, "repairs");
  act (fixture, "import.check");
  wait_for_step (fixture, "duplicates");
  AdwComboRow *by_code = get_row (fixture, "Same code");
  AdwComboRow *by_phone = get_row (fixture, "Same phone, another code");
  g_assert_cmpstr (chosen (by_code), ==, "Overwrite");
  g_assert_cmpstr (chosen (by_phone), ==, "Add as new");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (by_phone)), ==, "1 row");
  g_assert_false (
      gtk_widget_get_visible (GTK_WIDGET (get_row (fixture, "Same name, another code"))));
  GListModel *rows = part_of (part (fixture, "duplicates"), "rows");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);

  adw_combo_row_set_selected (by_phone, HF_IMPORT_SKIP);
  act (fixture, "import.check");
  wait_for_step (fixture, "work");
  wait_for_step (fixture, "report");
  act (fixture, "import.import");
  wait_for_step (fixture, "work");
  wait_for_step (fixture, "report");
  g_assert_cmpint (count_customers (fixture), ==, 2);
}

static void
test_an_import_can_be_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestFile) path = test_file_write ("code,name\nC1,Ann\nC2,Bob\n", -1);
  GtkWidget *undo = part (fixture, "undo");
  g_assert_false (gtk_widget_get_visible (undo));
  import_whole (fixture, path);
  g_assert_true (gtk_widget_get_visible (undo));
}

static void
test_stopped_import_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) many = g_string_new ("code,name\n");
  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (many, "C%05u,Customer %u\n", i, i);
  g_autoptr (TestFile) path = test_file_write (many->str, (gssize) many->len);
  hf_import_window_open (fixture->window, path);
  wait_for_step (fixture, "columns");
  act (fixture, "import.check");
  wait_for_step (fixture, "report");
  act (fixture, "import.import");
  wait_for_step (fixture, "work");
  act (fixture, "import.stop");
  wait_for_step (fixture, "columns");
  g_assert_true (gtk_widget_get_visible (part (fixture, "notice")));
  g_assert_cmpint (count_customers (fixture), ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = test_folder_new ("import-window-XXXXXX");
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/import-window/guess", test_columns_are_guessed);
  ADD ("/import-window/whole-way", test_whole_way_to_the_result);
  ADD ("/import-window/values", test_values_that_are_not_ours_are_rejected);
  ADD ("/import-window/mapping", test_mapping_can_be_changed);
  ADD ("/import-window/encoding", test_wrong_encoding_is_told);
  ADD ("/import-window/missing-file", test_missing_file_is_told);
  ADD ("/import-window/repairs", test_repairs_are_shown_and_switched);
  ADD ("/import-window/no-repairs", test_nothing_to_repair_is_no_step);
  ADD ("/import-window/remembered", test_columns_are_remembered);
  ADD ("/import-window/duplicates", test_known_customers_are_decided);
  ADD ("/import-window/undo", test_an_import_can_be_undone);
  ADD ("/import-window/stop", test_stopped_import_leaves_nothing);
  return g_test_run ();
}
