#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "hf-calendar-days.h"
#include "hf-calendar-editor.h"
#include "hf-day-editor.h"
#include "hf-setup-calendars.h"
#include "hf-store-calendars.h"
#include "hf-store-settings.h"
#include "hf-test-section.h"
#include "hf-test-ui.h"
#include "test-folder.h"

static gpointer
list_calendars (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_calendars_list (session, error);
}

static gpointer
get_usual (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_calendars_get_usual (session, id, error) ? HF_STORE_DONE : NULL;
}

/* Nothing that the program brings along stands beside. */
static gpointer
begin (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (GPtrArray) calendars = hf_store_calendars_list (session, error);
  for (guint i = 0; i < calendars->len; i++)
    hf_store_calendars_remove (session, g_ptr_array_index (calendars, i), error);
  g_autoptr (HfWorkCalendar) calendar = hf_work_calendar_new ();
  g_autoptr (HfSpecialDay) day = hf_special_day_new ();
  calendar->name = g_strdup ("旧");
  day->date = g_strdup ("2020-10-01");
  day->name = g_strdup ("国庆节");
  hf_work_calendar_add_day (calendar, day);
  return hf_store_calendars_save (session, calendar, error) ? HF_STORE_DONE : NULL;
}

static gboolean
is_closed (HfTestSection *self)
{
  return hf_test_widgets_find_window (HF_TYPE_CALENDAR_EDITOR) == NULL;
}

static void
type (GtkWidget *window, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (hf_test_widgets_find_titled (window, title)), text);
}

static HfWorkCalendar *
dup_stored (HfTestSection *self, const char *name)
{
  g_autoptr (GPtrArray) calendars = hf_test_section_run (self, HF_STORE_READ, list_calendars,
                                                         NULL);
  for (guint i = 0; i < calendars->len; i++)
    if (g_str_equal (((HfWorkCalendar *) g_ptr_array_index (calendars, i))->name, name))
      return g_object_ref (g_ptr_array_index (calendars, i));
  return NULL;
}

static HfCalendarEditor *
open_first (HfTestSection *self)
{
  GtkListBox *list = hf_test_widgets_get_part (self->section, "list");
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  return hf_test_widgets_find_window (HF_TYPE_CALENDAR_EDITOR);
}

static void
set_up (HfTestSection *self, gconstpointer data)
{
  hf_test_section_set_up (self, HF_TYPE_SETUP_CALENDARS, begin);
}

static void
test_a_calendar_is_made (HfTestSection *self, gconstpointer data)
{
  gtk_widget_activate_action (self->section, "section.add-calendar", NULL);
  GtkWidget *editor = hf_test_widgets_find_window (HF_TYPE_CALENDAR_EDITOR);
  gtk_widget_activate_action (editor, "calendar.save", NULL);
  type (editor, "Monday", "18:00-9:00");
  g_assert_true (
      gtk_widget_has_css_class (hf_test_widgets_find_titled (editor, "Monday"), "error"));
  type (editor, "Monday", "9：00 – 12:00，13:30-18:00");
  g_assert_false (
      gtk_widget_has_css_class (hf_test_widgets_find_titled (editor, "Monday"), "error"));
  type (editor, "Friday", "");
  gtk_editable_set_text (hf_test_widgets_get_part (editor, "zone"), "Asia/Urumqi");
  gtk_editable_set_text (hf_test_widgets_get_part (editor, "name"), "旧");
  g_assert_true (gtk_widget_has_css_class (hf_test_widgets_get_part (editor, "name"), "error"));
  gtk_editable_set_text (hf_test_widgets_get_part (editor, "name"), "新疆");
  g_assert_false (
      gtk_widget_has_css_class (hf_test_widgets_get_part (editor, "name"), "error"));
  gtk_widget_activate_action (editor, "calendar.add-china", NULL);
  gtk_widget_activate_action (editor, "calendar.save", NULL);
  hf_test_section_wait (self, is_closed);
  g_autoptr (HfWorkCalendar) stored = dup_stored (self, "新疆");
  g_autofree char *monday = hf_work_hours_format (&stored->days[0]);
  g_assert_cmpstr (monday, ==, "09:00-12:00 13:30-18:00");
  g_assert_cmpuint (stored->days[4].n_spans, ==, 0);
  g_assert_cmpstr (stored->time_zone, ==, "Asia/Urumqi");
  g_assert_true (hf_work_calendar_find_day (stored, "2026-02-14")->is_workday);
  g_assert_false (hf_work_calendar_find_day (stored, "2026-10-01")->is_workday);
}

static void
test_days_are_changed (HfTestSection *self, gconstpointer data)
{
  HfCalendarEditor *editor = open_first (self);
  HfCalendarDays *days = hf_test_widgets_get_part (editor, "days");
  GtkWidget *year = hf_test_widgets_find_titled (GTK_WIDGET (days), "2020");
  g_assert_null (hf_test_widgets_find_titled (GTK_WIDGET (days), "2020-10-01 国庆节"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (year), TRUE);
  g_signal_emit_by_name (hf_test_widgets_find_titled (GTK_WIDGET (days), "2020-10-01 国庆节"),
                         "activated");
  HfDayEditor *day = hf_test_widgets_find_window (HF_TYPE_DAY_EDITOR);
  gtk_editable_set_text (hf_test_widgets_get_part (day, "date"), "2020-02-30");
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (day), HF_DAY_EDITOR_SAVE));
  gtk_editable_set_text (hf_test_widgets_get_part (day, "date"), "2020-10-10");
  gtk_switch_set_active (hf_test_widgets_get_part (day, "workday"), TRUE);
  gtk_editable_set_text (hf_test_widgets_get_part (day, "hours"), "late");
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (day), HF_DAY_EDITOR_SAVE));
  gtk_editable_set_text (hf_test_widgets_get_part (day, "hours"), "9:00-12:00");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (day), HF_DAY_EDITOR_SAVE);
  gtk_window_destroy (GTK_WINDOW (day));
  g_assert_nonnull (hf_test_widgets_find_titled (GTK_WIDGET (days), "2020-10-10 国庆节"));
  gtk_widget_activate_action (GTK_WIDGET (editor), "calendar.save", NULL);
  hf_test_section_wait (self, is_closed);
  g_autoptr (HfWorkCalendar) stored = dup_stored (self, "旧");
  g_assert_null (hf_work_calendar_find_day (stored, "2020-10-01"));
  g_assert_cmpstr (hf_work_calendar_find_day (stored, "2020-10-10")->hours, ==, "9:00-12:00");
}

static gboolean
file_is_read (HfTestSection *self)
{
  return hf_test_widgets_find_titled (
             hf_test_widgets_get_part (hf_test_widgets_find_window (HF_TYPE_CALENDAR_EDITOR),
                                       "days"),
             "2031")
         != NULL;
}

static gboolean
file_is_refused (HfTestSection *self)
{
  return hf_test_widgets_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
test_days_are_read_from_a_file (HfTestSection *self, gconstpointer data)
{
  char *folder = test_folder_new ("hf-days-XXXXXX");
  g_autofree char *good = g_build_filename (folder, "good.csv", NULL);
  g_autofree char *bad = g_build_filename (folder, "bad.csv", NULL);
  g_assert_true (
      g_file_set_contents (good, "date,name,workday\n2031-01-01,元旦,0\n", -1, NULL));
  g_assert_true (g_file_set_contents (bad, "date,name\n2032-01-01,a\nnever,b\n", -1, NULL));
  HfCalendarEditor *editor = open_first (self);
  hf_calendar_editor_import (editor, good);
  hf_test_section_wait (self, file_is_read);
  hf_calendar_editor_import (editor, bad);
  hf_test_section_wait (self, file_is_refused);
  AdwMessageDialog *dialog = hf_test_widgets_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "Row 3"));
  g_assert_null (
      hf_test_widgets_find_titled (hf_test_widgets_get_part (editor, "days"), "2032"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (editor));
  test_folder_remove (folder);
}

static gint64
get_usual_id (HfTestSection *self)
{
  gint64 id = -1;
  hf_test_section_run (self, HF_STORE_READ, get_usual, &id);
  return id;
}

static gboolean
first_is_usual (HfTestSection *self)
{
  g_autoptr (HfWorkCalendar) stored = dup_stored (self, "旧");
  return get_usual_id (self) == stored->id;
}

static void
test_a_calendar_is_the_firm_s_until_it_is_removed (HfTestSection *self, gconstpointer data)
{
  adw_combo_row_set_selected (hf_test_widgets_get_part (self->section, "usual"), 1);
  hf_test_section_wait (self, first_is_usual);
  HfCalendarEditor *editor = open_first (self);
  gtk_widget_activate_action (GTK_WIDGET (editor), "calendar.remove", NULL);
  AdwMessageDialog *dialog = hf_test_widgets_find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (dialog, "remove");
  gtk_window_destroy (GTK_WINDOW (dialog));
  hf_test_section_wait (self, is_closed);
  g_assert_null (dup_stored (self, "旧"));
  g_assert_cmpint (get_usual_id (self), ==, 0);
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  g_test_add ("/setup-calendars/made", HfTestSection, NULL, set_up, test_a_calendar_is_made,
              hf_test_section_tear_down);
  g_test_add ("/setup-calendars/days", HfTestSection, NULL, set_up, test_days_are_changed,
              hf_test_section_tear_down);
  g_test_add ("/setup-calendars/file", HfTestSection, NULL, set_up,
              test_days_are_read_from_a_file, hf_test_section_tear_down);
  g_test_add ("/setup-calendars/firm", HfTestSection, NULL, set_up,
              test_a_calendar_is_the_firm_s_until_it_is_removed, hf_test_section_tear_down);
  return g_test_run ();
}
