#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "hf-assumption-row.h"
#include "hf-code-editor.h"
#include "hf-desk.h"
#include "hf-number-row.h"
#include "hf-settings.h"
#include "hf-setup-assumptions.h"
#include "hf-setup-codebook.h"
#include "hf-setup-data.h"
#include "hf-setup-editor.h"
#include "hf-setup-page.h"
#include "hf-store-codebook.h"
#include "hf-store-customers.h"
#include "hf-store-imports.h"
#include "hf-store-settings.h"
#include "hf-store-staff.h"
#include "hf-test-server.h"
#include "hf-test-ui.h"
#include "test-company.h"
#include "test-folder.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
  char *database;
  HfStore *store;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static GObject *
get_child (GtkWidget *widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ("huifang-setup-XXXXXX");
  self->database = data == NULL ? g_build_filename (self->folder, "示范店.huifang", NULL)
                                : hf_test_server_new_database (NULL, NULL);
  self->store = test_company_new (self->database);
  self->page = g_object_new (HF_TYPE_SETUP_PAGE, "store", self->store, NULL);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
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
}

static const char *
get_state (GtkWidget *section)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_first_child (section)));
}

static GtkWidget *
show_section (Fixture *self, const char *name)
{
  GtkWidget *section = hf_setup_page_show_section (HF_SETUP_PAGE (self->page), name);
  gint64 end = g_get_monotonic_time () + PATIENCE;
  g_assert_nonnull (section);
  while (!g_str_equal (get_state (section), "content") && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_state (section), ==, "content");
  return section;
}

/* Works are done one after the other, so that what was begun before is stored by then. */
static gpointer
run (Fixture *self, HfStoreAccess access, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (self->store, access, func, input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

/* Lets what the section began come to its end, "changed" and all. */
static void
wait_for (Fixture *self, gboolean (*is_there) (Fixture *self))
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!is_there (self) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_true (is_there (self));
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *skip)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, skip);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_nth (GtkWidget *widget, GType type, guint nth)
{
  return find (widget, type, &nth);
}

static void
test_every_section_shows (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "firm",        "staff",    "codebook",
                                       "guides",      "promises", "calendars",
                                       "assumptions", "data",     "languages" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      show_section (self, names[i]);
      gtk_test_widget_wait_for_draw (self->window);
    }
  g_assert_null (hf_setup_page_show_section (HF_SETUP_PAGE (self->page), "nonsense"));
}

static gpointer
read_ratio (HfStoreSession *session, gpointer value, GError **error)
{
  return hf_store_assumptions_get (session, HF_ASSUMPTION_COMPLAINT_RATIO, value, error)
             ? HF_STORE_DONE
             : NULL;
}

static double
get_ratio (Fixture *self)
{
  double value = 0;
  run (self, HF_STORE_READ, read_ratio, &value);
  return value;
}

static gboolean
ratio_is_40 (Fixture *self)
{
  return get_ratio (self) == 40;
}

static gboolean
ratio_is_25 (Fixture *self)
{
  return get_ratio (self) == 25;
}

static gboolean
preset_can_be_set_back (Fixture *self)
{
  GtkWidget *row = find_nth (self->page, HF_TYPE_ASSUMPTION_ROW, 0);
  return gtk_widget_get_sensitive (GTK_WIDGET (get_child (row, "reset")));
}

static const char *
get_preset (Fixture *self)
{
  GtkWidget *section = find_nth (self->page, HF_TYPE_SETUP_ASSUMPTIONS, 0);
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (get_child (section, "preset")));
}

static gboolean
own_values_are_assumed (Fixture *self)
{
  return g_strcmp0 (get_preset (self), "Own values") == 0;
}

static void
test_assumption_is_changed (Fixture *self, gconstpointer data)
{
  GtkWidget *section = show_section (self, "assumptions");
  GtkWidget *row = find_nth (section, HF_TYPE_ASSUMPTION_ROW, 0);
  GtkEditable *value = GTK_EDITABLE (get_child (row, "value"));
  GtkWidget *problem = GTK_WIDGET (get_child (row, "problem_row"));
  g_assert_cmpstr (gtk_editable_get_text (value), ==, "25");
  g_assert_cmpstr (get_preset (self), ==, "25 to 1, the rule of thumb");
  g_assert_false (preset_can_be_set_back (self));

  gtk_editable_set_text (value, "0.5");
  g_assert_true (gtk_widget_get_visible (problem));
  g_signal_emit_by_name (value, "apply");
  g_assert_true (ratio_is_25 (self));

  gtk_editable_set_text (value, "40");
  g_assert_false (gtk_widget_get_visible (problem));
  g_signal_emit_by_name (value, "apply");
  wait_for (self, ratio_is_40);
  wait_for (self, own_values_are_assumed);
  wait_for (self, preset_can_be_set_back);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_child (row, "value_label"))), ==,
                   "1 in 40");

  g_signal_emit_by_name (get_child (row, "reset"), "clicked");
  wait_for (self, ratio_is_25);
}

static gpointer
read_company (HfStoreSession *session, gpointer unused, GError **error)
{
  char *company = hf_store_settings_get (session, HF_SETTING_COMPANY, NULL);
  return company != NULL ? company : g_strdup ("");
}

static gboolean
company_is_there (Fixture *self)
{
  g_autofree char *company = run (self, HF_STORE_READ, read_company, NULL);
  return g_str_equal (company, "长春示范店");
}

static gboolean
desk_can_be_chosen (Fixture *self)
{
  GtkWidget *section = hf_setup_page_show_section (HF_SETUP_PAGE (self->page), "firm");
  AdwComboRow *desk = ADW_COMBO_ROW (get_child (section, "desk"));
  return g_list_model_get_n_items (adw_combo_row_get_model (desk)) == 3;
}

static gpointer
read_staff_id (HfStoreSession *session, gpointer id, GError **error)
{
  *(gint64 *) id = hf_store_session_get_staff_id (session);
  return HF_STORE_DONE;
}

static void
test_company_and_desk (Fixture *self, gconstpointer data)
{
  GtkWidget *section = show_section (self, "firm");
  GtkEditable *company = GTK_EDITABLE (get_child (section, "company"));
  AdwComboRow *desk = ADW_COMBO_ROW (get_child (section, "desk"));
  gint64 id = 0;
  gtk_editable_set_text (company, " 长春示范店 ");
  g_signal_emit_by_name (company, "apply");
  wait_for (self, company_is_there);

  wait_for (self, desk_can_be_chosen);
  adw_combo_row_set_selected (desk, 1);
  run (self, HF_STORE_READ, read_staff_id, &id);
  g_assert_cmpint (id, !=, 0);
  g_assert_cmpint (hf_desk_get_staff_id (self->database), ==, id);
  adw_combo_row_set_selected (desk, 0);
  run (self, HF_STORE_READ, read_staff_id, &id);
  g_assert_cmpint (id, ==, 0);
  g_assert_cmpint (hf_desk_get_staff_id (self->database), ==, 0);
}

static void
test_reminder_is_remembered (Fixture *self, gconstpointer data)
{
  GtkWidget *section = show_section (self, "firm");
  HfNumberRow *reminder = HF_NUMBER_ROW (get_child (section, "reminder"));
  g_autoptr (GSettings) settings = hf_settings_new ();
  wait_for (self, desk_can_be_chosen);
  g_assert_cmpuint (hf_number_row_get_value (reminder), ==, 5);
  hf_number_row_set_value (reminder, 0);
  g_assert_cmpint (g_settings_get_int (settings, HF_SETTINGS_REMINDER_MINUTES), ==, 0);
  hf_number_row_set_value (reminder, 5);
  g_assert_cmpint (g_settings_get_int (settings, HF_SETTINGS_REMINDER_MINUTES), ==, 5);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer restored)
{
  *(gboolean *) restored = hf_desk_restore_finish (result);
}

/* Whoever was remembered for another database of that name does not work here. */
static void
test_unknown_desk_is_not_restored (Fixture *self, gconstpointer data)
{
  gint64 id = 0;
  gboolean restored = FALSE;
  hf_desk_choose (self->store, 12345);
  hf_store_set_staff_id (self->store, 0);
  hf_desk_restore_async (self->store, NULL, on_restored, &restored);
  while (!restored)
    g_main_context_iteration (NULL, TRUE);
  run (self, HF_STORE_READ, read_staff_id, &id);
  g_assert_cmpint (id, ==, 0);
  hf_desk_choose (self->store, 0);
}

static HfSetupEditor *
get_editor (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (HF_IS_SETUP_EDITOR (window))
        return HF_SETUP_EDITOR (window);
    }
  return NULL;
}

static void
type (HfSetupEditor *editor, const char *name, const char *code)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (GTK_WIDGET (editor), "name")), name);
  gtk_editable_set_text (GTK_EDITABLE (get_child (GTK_WIDGET (editor), "code")), code);
}

static gboolean
can_save (HfSetupEditor *editor)
{
  return adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (editor),
                                                  HF_SETUP_EDITOR_SAVE);
}

static gpointer
list_staff (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_staff_list (session, error);
}

static gboolean
has_three_staff (Fixture *self)
{
  g_autoptr (GPtrArray) staff = run (self, HF_STORE_READ, list_staff, NULL);
  GtkWidget *section = hf_setup_page_show_section (HF_SETUP_PAGE (self->page), "staff");
  GtkListBox *list = GTK_LIST_BOX (get_child (section, "staff_list"));
  return staff->len == 3 && gtk_list_box_get_row_at_index (list, 2) != NULL;
}

static void
test_staff_are_added_and_changed (Fixture *self, gconstpointer data)
{
  GtkWidget *section = show_section (self, "staff");
  GtkListBox *list = GTK_LIST_BOX (get_child (section, "staff_list"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 1));
  gtk_widget_activate_action (section, "section.add-staff", NULL);
  HfSetupEditor *editor = get_editor ();
  g_assert_nonnull (editor);
  g_assert_false (can_save (editor));
  type (editor, "赵敏", "老张");
  g_assert_false (can_save (editor));
  type (editor, " ", "Z1");
  g_assert_false (can_save (editor));
  type (editor, "赵敏", "Z1");
  g_assert_true (can_save (editor));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (editor), HF_SETUP_EDITOR_SAVE);
  gtk_window_destroy (GTK_WINDOW (editor));
  wait_for (self, has_three_staff);

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  editor = get_editor ();
  g_assert_true (can_save (editor));
  g_assert_cmpstr (hf_setup_editor_get_code (editor), ==, "Z1");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (editor), "cancel");
  gtk_window_destroy (GTK_WINDOW (editor));
}

static gpointer
load_codebook (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_codebook_load (session, error);
}

static HfCode *
dup_code (Fixture *self, const char *id)
{
  g_autoptr (HfCodebook) codebook = run (self, HF_STORE_READ, load_codebook, NULL);
  HfCode *code = hf_codebook_find (codebook, id);
  return code != NULL ? g_object_ref (code) : NULL;
}

static HfCodeEditor *
get_code_editor (Fixture *self)
{
  return HF_CODE_EDITOR (find_nth (self->page, HF_TYPE_CODE_EDITOR, 0));
}

static gboolean
definition_is_stored (Fixture *self)
{
  g_autoptr (HfCode) code = dup_code (self, "staff-turnover");
  return g_strcmp0 (hf_wording_get_exact (code->definition, "en"), "They know nobody") == 0
         && hf_wording_get_exact (code->exclude, "en") == NULL
         && !hf_code_editor_is_changed (get_code_editor (self));
}

static gboolean
code_is_retired (Fixture *self)
{
  g_autoptr (HfCode) code = dup_code (self, "staff-turnover");
  return code->retired;
}

static gboolean
code_is_added (Fixture *self)
{
  g_autoptr (HfCode) code = dup_code (self, "staff-turnover.too-many-changes");
  HfCode *shown = hf_code_editor_get_stored (get_code_editor (self));
  return code != NULL && g_str_equal (shown->id, code->id);
}

static void
test_codebook_is_changed (Fixture *self, gconstpointer data)
{
  GtkWidget *section = show_section (self, "codebook");
  HfCodeEditor *editor = get_code_editor (self);
  GtkWidget *widget = GTK_WIDGET (editor);
  g_assert_cmpstr (hf_code_editor_get_code (editor)->id, ==, "staff-turnover");

  gtk_editable_set_text (GTK_EDITABLE (get_child (widget, "name")), "");
  g_assert_false (hf_code_editor_is_complete (editor));
  gtk_editable_set_text (GTK_EDITABLE (get_child (widget, "name")), "Our staff changed");
  g_assert_true (hf_code_editor_is_complete (editor));
  g_assert_false (hf_code_editor_is_changed (editor));
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (get_child (widget, "definition")),
                            "They know nobody", -1);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (get_child (widget, "exclude")), "", -1);
  g_assert_true (hf_code_editor_is_changed (editor));
  gtk_widget_activate_action (section, "section.save", NULL);
  wait_for (self, definition_is_stored);

  hf_setup_codebook_add_code (HF_SETUP_CODEBOOK (section), "staff-turnover",
                              "Too many changes");
  wait_for (self, code_is_added);
}

static void
test_code_is_retired (Fixture *self, gconstpointer data)
{
  GtkWidget *section = show_section (self, "codebook");
  g_assert_false (code_is_retired (self));
  gtk_widget_activate_action (section, "section.retire", NULL);
  wait_for (self, code_is_retired);
}

/* What is typed stays with its code while another is looked at. */
static void
test_typed_texts_are_kept (Fixture *self, gconstpointer data)
{
  GtkWidget *section = show_section (self, "codebook");
  GtkWidget *editor = GTK_WIDGET (get_code_editor (self));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (get_child (section, "selection"));
  GtkEditable *name = GTK_EDITABLE (get_child (editor, "name"));
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (get_child (editor, "example")), "Gone!", -1);
  gtk_editable_set_text (name, "");
  gtk_single_selection_set_selected (selection, 1);
  g_assert_cmpstr (hf_code_editor_get_code (HF_CODE_EDITOR (editor))->id, !=, "staff-turnover");
  g_assert_cmpstr (gtk_editable_get_text (name), !=, "");
  gtk_single_selection_set_selected (selection, 0);
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "");
  g_assert_true (hf_code_editor_is_changed (HF_CODE_EDITOR (editor)));
  g_assert_false (hf_code_editor_is_complete (HF_CODE_EDITOR (editor)));
}

static char *
copy_path (Fixture *self)
{
  return g_build_filename (self->folder, "copy.huifang", NULL);
}

static gboolean
copy_is_told (Fixture *self)
{
  GtkWidget *section = hf_setup_page_show_section (HF_SETUP_PAGE (self->page), "data");
  AdwActionRow *row = ADW_ACTION_ROW (get_child (section, "copy"));
  return strstr (adw_action_row_get_subtitle (row), "copy.huifang") != NULL;
}

static gboolean
check_is_told (Fixture *self)
{
  GtkWidget *section = hf_setup_page_show_section (HF_SETUP_PAGE (self->page), "data");
  AdwActionRow *row = ADW_ACTION_ROW (get_child (section, "check"));
  return strstr (adw_action_row_get_subtitle (row), "all is well") != NULL;
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
test_database_is_copied_and_checked (Fixture *self, gconstpointer data)
{
  GtkWidget *section = show_section (self, "data");
  g_autofree char *path = copy_path (self);
  g_assert_false (hf_setup_data_copy_to (HF_SETUP_DATA (section), self->database));
  close_dialogs (self->window);
  g_assert_true (hf_setup_data_copy_to (HF_SETUP_DATA (section), path));
  wait_for (self, copy_is_told);
  g_autoptr (HfStore) copy = hf_store_open (path, HF_STORE_OPEN_EXISTING, NULL);
  g_assert_nonnull (copy);
  hf_store_close (copy);

  gtk_widget_activate_action (section, "section.check", NULL);
  wait_for (self, check_is_told);
}

/* A customer comes in with a file. */
static gpointer
import_customer (HfStoreSession *session, gpointer unused, GError **error)
{
  const HfImportCount count = { .read = 1, .created = 1 };
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("NEW-1");
  g_assert_true (hf_store_imports_begin (session, "customers", "新客户.csv", error));
  g_assert_true (hf_store_customers_save (session, customer, error));
  g_assert_true (hf_store_imports_end (session, &count, "spaces 1200 width 1", error));
  return HF_STORE_DONE;
}

static gpointer
change_customer (HfStoreSession *session, gpointer note, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, "NEW-1", error);
  customer->note = g_strdup (note);
  g_assert_true (hf_store_customers_save (session, customer, error));
  return HF_STORE_DONE;
}

static gpointer
count_customer (HfStoreSession *session, gpointer count, GError **error)
{
  gint64 id = 0;
  g_assert_true (hf_store_customers_find_id (session, "NEW-1", &id, error));
  *(gint64 *) count = id != 0;
  return HF_STORE_DONE;
}

static gint64
has_customer (Fixture *self)
{
  gint64 count = 0;
  run (self, HF_STORE_READ, count_customer, &count);
  return count;
}

static AdwMessageDialog *
find_dialog (const char *heading)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (ADW_IS_MESSAGE_DIALOG (window)
          && strstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (window)), heading)
                 != NULL)
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static void
ask_to_undo (Fixture *self)
{
  GtkWidget *section = show_section (self, "data");
  GtkWidget *imports = GTK_WIDGET (get_child (section, "imports"));
  GtkWidget *button = find_nth (imports, GTK_TYPE_BUTTON, 0);
  g_assert_true (gtk_widget_get_visible (imports));
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  AdwMessageDialog *dialog = find_dialog ("Undo the import of “");
  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, "undo");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
import_is_undone (Fixture *self)
{
  GtkWidget *section = hf_setup_page_show_section (HF_SETUP_PAGE (self->page), "data");
  GtkWidget *imports = GTK_WIDGET (get_child (section, "imports"));
  return find_nth (imports, GTK_TYPE_BUTTON, 0) == NULL;
}

static gboolean
refusal_is_told (Fixture *self)
{
  return find_dialog ("not undone") != NULL;
}

static void
test_import_is_undone (Fixture *self, gconstpointer data)
{
  run (self, HF_STORE_WRITE, import_customer, NULL);
  ask_to_undo (self);
  wait_for (self, import_is_undone);
  g_assert_cmpint (has_customer (self), ==, 0);
}

static void
test_import_with_later_work_stays (Fixture *self, gconstpointer data)
{
  run (self, HF_STORE_WRITE, import_customer, NULL);
  run (self, HF_STORE_WRITE, change_customer, (gpointer) "打过电话");
  ask_to_undo (self);
  wait_for (self, refusal_is_told);
  AdwMessageDialog *dialog = find_dialog ("not undone");
  GtkWidget *text = find_nth (adw_message_dialog_get_extra_child (dialog), GTK_TYPE_TEXT_VIEW,
                              0);
  g_autofree char *lines = NULL;
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "text", &lines, NULL);
  g_assert_nonnull (strstr (lines, "NEW-1: Changed since (Note)"));
  g_assert_cmpint (has_customer (self), ==, 1);
  close_dialogs (self->window);
}

/* Its session may have been lost since the last time that something was read. */
static void
test_a_servers_database_is_checked (Fixture *self, gconstpointer data)
{
  GtkWidget *section = show_section (self, "data");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_child (section, "copy"))));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_child (section, "server_copies"))));
  hf_test_server_stop ();
  hf_test_server_start ();
  gtk_widget_activate_action (section, "section.check", NULL);
  wait_for (self, check_is_told);
}

static void
test_language_is_remembered (Fixture *self, gconstpointer data)
{
  GtkWidget *section = show_section (self, "languages");
  AdwComboRow *language = ADW_COMBO_ROW (get_child (section, "language"));
  GtkWidget *restart = GTK_WIDGET (get_child (section, "restart"));
  g_assert_false (gtk_widget_get_visible (restart));
  adw_combo_row_set_selected (language, 2);
  g_autofree char *chosen = hf_settings_dup_language ();
  g_assert_cmpstr (chosen, ==, "zh_CN");
  g_assert_true (gtk_widget_get_visible (restart));
  adw_combo_row_set_selected (language, 0);
  g_assert_null (hf_settings_dup_language ());
  g_assert_false (gtk_widget_get_visible (restart));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("/setup-page/sections", test_every_section_shows);
  ADD ("/setup-page/assumption", test_assumption_is_changed);
  ADD ("/setup-page/company", test_company_and_desk);
  ADD ("/setup-page/reminder", test_reminder_is_remembered);
  ADD ("/setup-page/desk", test_unknown_desk_is_not_restored);
  ADD ("/setup-page/staff", test_staff_are_added_and_changed);
  ADD ("/setup-page/codebook", test_codebook_is_changed);
  ADD ("/setup-page/retired", test_code_is_retired);
  ADD ("/setup-page/typed", test_typed_texts_are_kept);
  ADD ("/setup-page/data", test_database_is_copied_and_checked);
  ADD ("/setup-page/import", test_import_is_undone);
  ADD ("/setup-page/import-stays", test_import_with_later_work_stays);
  ADD ("/setup-page/language", test_language_is_remembered);
  if (hf_test_server_is_available ())
    g_test_add ("/setup-page/server", Fixture, "server", set_up,
                test_a_servers_database_is_checked, tear_down);
  return g_test_run ();
}
