#include "config.h"

#include <adwaita.h>

#include "hf-number-row.h"
#include "hf-setup-calling.h"
#include "hf-setup-editor.h"
#include "hf-setup-staff.h"
#include "hf-store-calendars.h"
#include "hf-store-next-call.h"
#include "hf-store-staff.h"
#include "hf-test-section.h"
#include "hf-test-ui.h"

static gpointer
add_branch (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfBranch) branch = hf_branch_new ();
  branch->code = g_strdup ("U");
  branch->name = g_strdup ("乌鲁木齐店");
  branch->time_zone = g_strdup ("Asia/Urumqi");
  g_autoptr (HfWorkCalendar) calendar = hf_work_calendar_new ();
  calendar->name = g_strdup ("新疆");
  if (!hf_store_calendars_save (session, calendar, error))
    return NULL;
  branch->calendar_id = calendar->id;
  return hf_store_branches_save (session, branch, error) ? HF_STORE_DONE : NULL;
}

static gpointer
list_branches (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_branches_list (session, error);
}

static gpointer
get_rules (HfStoreSession *session, gpointer rules, GError **error)
{
  return hf_store_calling_rules_get (session, rules, error) ? HF_STORE_DONE : NULL;
}

static gboolean
rules_are_stored (HfTestSection *self)
{
  HfCallingRules rules;
  hf_test_section_run (self, HF_STORE_READ, get_rules, &rules);
  return rules.days[0].from == 8 * 60 + 30 && rules.days[0].to == 17 * 60
         && rules.days[6].from == rules.days[6].to && rules.cap == 3 && !rules.spread
         && rules.days[1].from == 9 * 60;
}

static void
set_up (HfTestSection *self, gconstpointer type)
{
  hf_test_section_set_up (self, ((GType (*) (void)) type) (), add_branch);
}

static void
test_hours_are_changed (HfTestSection *self, gconstpointer type)
{
  GtkWidget *monday = hf_test_widgets_find_titled (self->section, "Monday");
  GtkWidget *sunday = hf_test_widgets_find_titled (self->section, "Sunday");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (monday)), ==, "09:00-20:00");
  gtk_editable_set_text (GTK_EDITABLE (monday), "17:00-8:30");
  g_assert_true (gtk_widget_has_css_class (monday, "error"));
  g_signal_emit_by_name (monday, "apply");
  gtk_editable_set_text (GTK_EDITABLE (monday), "8：30 – 17:00");
  g_assert_false (gtk_widget_has_css_class (monday, "error"));
  g_signal_emit_by_name (monday, "apply");
  gtk_editable_set_text (GTK_EDITABLE (sunday), "");
  g_signal_emit_by_name (sunday, "apply");
  hf_number_row_set_value (hf_test_widgets_get_part (self->section, "cap"), 3);
  gtk_switch_set_active (hf_test_widgets_get_part (self->section, "spread"), FALSE);
  hf_test_section_wait (self, rules_are_stored);
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

static gboolean
can_save (HfSetupEditor *editor)
{
  return adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (editor),
                                                  HF_SETUP_EDITOR_SAVE);
}

static gboolean
branch_is_renamed (HfTestSection *self)
{
  g_autoptr (GPtrArray) branches = hf_test_section_run (self, HF_STORE_READ, list_branches,
                                                        NULL);
  const HfBranch *branch = branches->pdata[0];
  return g_strcmp0 (branch->name, "乌市店") == 0
         && g_strcmp0 (branch->time_zone, "Asia/Kashgar") == 0 && branch->calendar_id != 0;
}

static gboolean
branch_works_as_the_firm (HfTestSection *self)
{
  g_autoptr (GPtrArray) branches = hf_test_section_run (self, HF_STORE_READ, list_branches,
                                                        NULL);
  return ((HfBranch *) branches->pdata[0])->calendar_id == 0;
}

static void
test_a_branch_has_a_calendar (HfTestSection *self, gconstpointer type)
{
  GtkListBox *list = hf_test_widgets_get_part (self->section, "branch_list");
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  HfSetupEditor *editor = hf_test_widgets_find_window (HF_TYPE_SETUP_EDITOR);
  AdwComboRow *calendar = hf_test_widgets_get_part (editor, "calendar");
  g_assert_cmpuint (adw_combo_row_get_selected (calendar), !=, 0);
  adw_combo_row_set_selected (calendar, 0);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (editor), HF_SETUP_EDITOR_SAVE);
  gtk_window_destroy (GTK_WINDOW (editor));
  hf_test_section_wait (self, branch_works_as_the_firm);
}

static void
test_a_branch_has_a_time_zone (HfTestSection *self, gconstpointer type)
{
  GtkListBox *list = hf_test_widgets_get_part (self->section, "branch_list");
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  HfSetupEditor *editor = get_editor ();
  GtkEditable *zone = hf_test_widgets_get_part (editor, "zone");
  g_assert_cmpstr (gtk_editable_get_text (zone), ==, "Xinjiang (Urumqi)");
  gtk_editable_set_text (zone, "Asia/Nowhere");
  g_assert_false (can_save (editor));
  gtk_editable_set_text (zone, "");
  g_assert_true (can_save (editor));
  gtk_editable_set_text (zone, "Asia/Kashgar");
  g_assert_true (can_save (editor));
  gtk_editable_set_text (hf_test_widgets_get_part (editor, "name"), "乌市店");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (editor), HF_SETUP_EDITOR_SAVE);
  gtk_window_destroy (GTK_WINDOW (editor));
  hf_test_section_wait (self, branch_is_renamed);
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  g_test_add ("/setup-calling/hours", HfTestSection, hf_setup_calling_get_type, set_up,
              test_hours_are_changed, hf_test_section_tear_down);
  g_test_add ("/setup-calling/zone", HfTestSection, hf_setup_staff_get_type, set_up,
              test_a_branch_has_a_time_zone, hf_test_section_tear_down);
  g_test_add ("/setup-calling/calendar", HfTestSection, hf_setup_staff_get_type, set_up,
              test_a_branch_has_a_calendar, hf_test_section_tear_down);
  return g_test_run ();
}
