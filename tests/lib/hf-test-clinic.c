#include "config.h"

#include "hf-test-clinic.h"

#include <glib/gstdio.h>

#include "hf-paths.h"
#include "test-file.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

/* Row 4 has no code and row 5 a day that is none. */
static const char table[] = "客户编码,姓名,状态,流失日期\n"
                            "C1,王女士,Gone,2025-06-03\n"
                            "C2,李先生,Active,\n"
                            ",张先生,Active,\n"
                            "C4,赵女士,Gone,2025-02-31\n";

gpointer
hf_test_clinic_part_of (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

gpointer
hf_test_clinic_part (HfTestClinic *fixture, const char *name)
{
  return hf_test_clinic_part_of (fixture->window, name);
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

void
hf_test_clinic_set_up (HfTestClinic *fixture, gconstpointer data)
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

void
hf_test_clinic_tear_down (HfTestClinic *fixture, gconstpointer data)
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

void
hf_test_clinic_wait_for_step (HfTestClinic *fixture, const char *step)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkStack *stack = hf_test_clinic_part (fixture, "stack");
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), step) != 0
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, step);
}

void
hf_test_clinic_wait_for_notice (HfTestClinic *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!gtk_widget_get_visible (hf_test_clinic_part (fixture, "notice"))
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (gtk_widget_get_visible (hf_test_clinic_part (fixture, "notice")));
}

GtkWidget *
hf_test_clinic_find_titled (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = hf_test_clinic_find_titled (child, title);
  return found;
}

AdwComboRow *
hf_test_clinic_get_row (HfTestClinic *fixture, const char *title)
{
  GtkWidget *row = hf_test_clinic_find_titled (GTK_WIDGET (fixture->window), title);
  g_assert_nonnull (row);
  return ADW_COMBO_ROW (row);
}

const char *
hf_test_clinic_chosen (AdwComboRow *row)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (row));
}

void
hf_test_clinic_open_file (HfTestClinic *fixture, const char *path, const char *step)
{
  hf_import_window_open (fixture->window, path);
  hf_test_clinic_wait_for_step (fixture, step);
}

void
hf_test_clinic_act (HfTestClinic *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
}
