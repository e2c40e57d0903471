#include "config.h"

#include <string.h>

#include "hf-import-path.h"
#include "hf-test-clinic.h"
#include "hf-test-ui.h"
#include "hf-test-widgets.h"
#include "test-file.h"
#include "test-folder.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

static GtkWidget *
find_button (GtkWidget *row)
{
  GtkWidget *found = GTK_IS_CHECK_BUTTON (row) ? row : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child);
  return found;
}

static GtkWidget *
get_encoding (HfTestClinic *fixture, const char *title)
{
  GtkWidget *row = hf_test_clinic_find_titled (hf_test_clinic_part (fixture, "encodings"),
                                               title);
  g_assert_nonnull (row);
  return row;
}

static gboolean
is_chosen (GtkWidget *row)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (find_button (row)));
}

static void
wait_until_chosen (HfTestClinic *fixture, const char *title, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (hf_test_clinic_find_titled (GTK_WIDGET (fixture->window), name) == NULL
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_chosen (get_encoding (fixture, title)));
}

/* Each line reads as the file does in its encoding; one in which it cannot be read cannot be
 * chosen. */
static void
test_encoding_is_chosen_by_sight (HfTestClinic *fixture, gconstpointer data)
{
  hf_test_clinic_open_file (fixture, fixture->file, "encoding");
  GtkWidget *found = get_encoding (fixture, "GB18030 (GBK, GB2312) – found");
  g_assert_true (is_chosen (found));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (found)), "姓名"));
  g_assert_false (gtk_widget_get_sensitive (get_encoding (fixture, "UTF-8")));
}

/* The step stays where it is, the guess follows what is read, and what was found can be had
 * back. */
static void
test_encoding_can_be_changed (HfTestClinic *fixture, gconstpointer data)
{
  static const char both[] = "code,name\nC1,\xB0\xA1\xA6\xD1\nC2,\xB3\xA3\n";
  g_autoptr (TestFile) path = test_file_write (both, -1);
  hf_test_clinic_open_file (fixture, path, "encoding");
  GtkWidget *big5 = hf_test_clinic_find_titled (hf_test_clinic_part (fixture, "encodings"),
                                                "Big5");
  const char *other = big5 != NULL ? "Big5" : "GB18030 (GBK, GB2312)";
  GtkWidget *row = get_encoding (fixture, other);
  g_assert_false (is_chosen (row));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_button (row)), TRUE);
  wait_until_chosen (fixture, other, "Name");
  hf_test_clinic_wait_for_step (fixture, "encoding");
  hf_test_clinic_act (fixture, "import.next");
  hf_test_clinic_wait_for_step (fixture, "columns");
  hf_test_clinic_act (fixture, "import.back");
  hf_test_clinic_act (fixture, "import.back");
  hf_test_clinic_wait_for_step (fixture, "encoding");
  g_assert_true (is_chosen (get_encoding (fixture, other)));
}

static void
test_sheet_and_headings_can_be_changed (HfTestClinic *fixture, gconstpointer data)
{
  static const char titled[] = "Report,2024\nKunde,Wer\ncode,name\nC1,Ann\n";
  g_autoptr (TestFile) path = test_file_write (titled, -1);
  hf_test_clinic_open_file (fixture, path, "headings");
  GtkSpinButton *row = hf_test_clinic_part (fixture, "header_row");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (row), ==, 3);
  g_assert_false (gtk_widget_get_visible (hf_test_clinic_part (fixture, "sheet")));
  hf_test_clinic_act (fixture, "import.next");
  hf_test_clinic_wait_for_step (fixture, "columns");
  g_assert_cmpstr (hf_test_clinic_chosen (hf_test_clinic_get_row (fixture, "Name")), ==,
                   "name");
  hf_test_clinic_act (fixture, "import.back");
  hf_test_clinic_wait_for_step (fixture, "headings");
  gtk_spin_button_set_value (row, 2);
  /* Faster than the file is looked at anew. */
  hf_test_clinic_act (fixture, "import.next");
  hf_test_clinic_wait_for_step (fixture, "columns");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_strcmp0 (hf_test_clinic_chosen (hf_test_clinic_get_row (fixture, "Name")), "name")
             == 0
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (hf_test_clinic_chosen (hf_test_clinic_get_row (fixture, "Name")), ==,
                   "Not in the file");
}

/* A step that is done is a button, one without a decision is none. */
static void
test_path_leads_back (HfTestClinic *fixture, gconstpointer data)
{
  g_autoptr (TestFile) path = test_file_write ("code,phone\nC1,139 1234 5678\n", -1);
  GtkWidget *steps = hf_test_clinic_part (fixture, "path");
  hf_test_clinic_open_file (fixture, path, "columns");
  hf_test_clinic_act (fixture, "import.next");
  hf_test_clinic_wait_for_step (fixture, "repairs");
  hf_test_clinic_act (fixture, "import.next");
  hf_test_clinic_wait_for_step (fixture, "report");
  GtkWidget *buttons[HF_IMPORT_N_STEPS],
      *child = gtk_widget_get_first_child (gtk_widget_get_first_child (steps));
  for (HfImportStep i = 0; i < HF_IMPORT_N_STEPS;
       i++, child = gtk_widget_get_next_sibling (child))
    buttons[i] = child;
  g_assert_true (gtk_widget_has_css_class (buttons[HF_IMPORT_STEP_CHECK], "present"));
  g_assert_true (gtk_widget_get_sensitive (buttons[HF_IMPORT_STEP_ENCODING]));
  g_assert_false (gtk_widget_get_sensitive (buttons[HF_IMPORT_STEP_DUPLICATES]));
  g_assert_false (gtk_widget_get_sensitive (buttons[HF_IMPORT_STEP_RESULT]));
  g_signal_emit_by_name (buttons[HF_IMPORT_STEP_COLUMNS], "clicked");
  hf_test_clinic_wait_for_step (fixture, "columns");
  g_assert_cmpstr (hf_test_clinic_chosen (hf_test_clinic_get_row (fixture, "Phone")), ==,
                   "phone");
  g_assert_false (gtk_widget_get_sensitive (buttons[HF_IMPORT_STEP_REPAIRS]));
}

/* Each step, with as much in it as there can be. */
static void
test_steps_are_narrow (HfTestClinic *fixture, gconstpointer data)
{
  static const char *const steps[] = { "columns", "repairs", "duplicates" };
  g_autoptr (TestFile) path = test_file_write (
      "customer code,name,phone,joined on,status\n"
      "C1,汽(qì)車(chē) of a very long name in the city of Changchun,139 1234 5678,5 Mar "
      "2024,gone\n"
      "C2,Ann,+86 13912345678,45356,lost\nC3,Bob,1.39E+10,not a day at all,active\n"
      "C4,Eve,139-1234-5678,,\n",
      -1);
  hf_test_widgets_assert_narrow (GTK_WIDGET (fixture->window));
  hf_test_clinic_open_file (fixture, path, "columns");
  hf_test_clinic_act (fixture, "import.back");
  hf_test_clinic_wait_for_step (fixture, "headings");
  hf_test_widgets_assert_narrow (GTK_WIDGET (fixture->window));
  hf_test_clinic_act (fixture, "import.back");
  hf_test_clinic_wait_for_step (fixture, "encoding");
  hf_test_widgets_assert_narrow (GTK_WIDGET (fixture->window));
  hf_test_clinic_act (fixture, "import.next");
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      hf_test_clinic_wait_for_step (fixture, steps[i]);
      g_test_message ("%s", steps[i]);
      hf_test_widgets_assert_narrow (GTK_WIDGET (fixture->window));
      hf_test_clinic_act (fixture, "import.next");
    }
  hf_test_clinic_wait_for_step (fixture, "report");
  hf_test_widgets_assert_narrow (GTK_WIDGET (fixture->window));
  hf_test_clinic_act (fixture, "import.import");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkWidget *undo = hf_test_clinic_part (fixture, "undo");
  while (!gtk_widget_get_visible (undo) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (gtk_widget_get_visible (undo));
  hf_test_widgets_assert_narrow (GTK_WIDGET (fixture->window));
}

#define ADD(path, func)                                                                        \
  g_test_add (path, HfTestClinic, NULL, hf_test_clinic_set_up, func, hf_test_clinic_tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = test_folder_new ("import-steps-XXXXXX");
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  hf_test_ui_init (&argc, &argv);
  ADD ("/import-steps/encoding", test_encoding_is_chosen_by_sight);
  ADD ("/import-steps/encoding-changed", test_encoding_can_be_changed);
  ADD ("/import-steps/headings", test_sheet_and_headings_can_be_changed);
  ADD ("/import-steps/narrow", test_steps_are_narrow);
  ADD ("/import-steps/path", test_path_leads_back);
  return g_test_run ();
}
