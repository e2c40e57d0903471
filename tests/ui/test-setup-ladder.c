#include "config.h"

#include <adwaita.h>

#include "hf-ladder-row.h"
#include "hf-number-row.h"
#include "hf-setup-ladder.h"
#include "hf-store-ladder.h"
#include "hf-test-section.h"
#include "hf-test-ui.h"

#define N_USUAL 8

static gpointer
get_ladder (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_ladder_get (session, error);
}

/* What is stored. */
static GPtrArray *
get_stored (HfTestSection *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *ladder = hf_store_run (self->store, HF_STORE_READ, get_ladder, NULL, NULL, &error);
  g_assert_no_error (error);
  return ladder;
}

static HfLadderRow *
get_row (HfTestSection *self, guint place)
{
  return HF_LADDER_ROW (
      gtk_list_box_get_row_at_index (hf_test_widgets_get_part (self->section, "list"), place));
}

static guint
count_rows (HfTestSection *self)
{
  guint count = 0;
  while (gtk_list_box_get_row_at_index (hf_test_widgets_get_part (self->section, "list"), count)
         != NULL)
    count++;
  return count;
}

static gboolean
is_changed (HfTestSection *self)
{
  g_autoptr (GPtrArray) ladder = get_stored (self);
  const HfEscalationStep *first = ladder->pdata[0];
  return first->when == HF_ESCALATION_BEFORE && first->amount == 90
         && g_strcmp0 (first->name, "Wake up") == 0
         && first->tells == (1u << HF_ESCALATION_HANDLER | 1u << HF_ESCALATION_TAKER);
}

static gboolean
is_shown (HfTestSection *self)
{
  return count_rows (self) == N_USUAL;
}

static void
set_up (HfTestSection *self, gconstpointer data)
{
  hf_test_section_set_up (self, HF_TYPE_SETUP_LADDER, NULL);
}

static void
test_a_step_is_changed (HfTestSection *self, gconstpointer data)
{
  HfLadderRow *row = get_row (self, 0);
  GtkFlowBoxChild *taker = gtk_flow_box_get_child_at_index (
      hf_test_widgets_get_part (row, "told"), 1);
  gtk_editable_set_text (hf_test_widgets_get_part (row, "name"), "Wake up");
  adw_combo_row_set_selected (hf_test_widgets_get_part (row, "when"), HF_ESCALATION_BEFORE);
  hf_number_row_set_value (hf_test_widgets_get_part (row, "amount"), 90);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_flow_box_child_get_child (taker)), TRUE);
  hf_test_section_wait (self, is_changed);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "1. Wake up");
  g_assert_cmpstr (
      adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
      "Solution, 90 minutes before the deadline · Who deals with it, Who took it · "
      "all promises");
}

static gboolean
is_wrong (HfTestSection *self)
{
  return gtk_widget_get_visible (hf_test_widgets_get_part (self->section, "problem"));
}

static gboolean
is_right (HfTestSection *self)
{
  g_autoptr (GPtrArray) ladder = get_stored (self);
  return !is_wrong (self) && ((HfEscalationStep *) ladder->pdata[3])->amount == 110;
}

/* What does not hold says so, stays on the screen, and is not stored. */
static void
test_a_ladder_that_does_not_rise_is_not_stored (HfTestSection *self, gconstpointer data)
{
  HfNumberRow *amount = hf_test_widgets_get_part (get_row (self, 3), "amount");
  hf_number_row_set_value (amount, 50);
  hf_test_section_wait (self, is_wrong);
  GtkLabel *problem = hf_test_widgets_get_part (self->section, "problem");
  g_assert_true (g_str_has_prefix (gtk_label_get_text (problem),
                                   "Not saved yet. Step 4, “Solution overdue, to the branch’s "
                                   "managers”: it would not come later than step 1 does"));
  g_autoptr (GPtrArray) ladder = get_stored (self);
  g_assert_cmpuint (((HfEscalationStep *) ladder->pdata[3])->amount, ==, 100);
  g_assert_cmpuint (hf_number_row_get_value (amount), ==, 50);
  hf_number_row_set_value (amount, 110);
  hf_test_section_wait (self, is_right);
}

static gboolean
is_longer (HfTestSection *self)
{
  g_autoptr (GPtrArray) ladder = get_stored (self);
  return ladder->len == N_USUAL + 1 && count_rows (self) == N_USUAL + 1;
}

static gboolean
is_moved (HfTestSection *self)
{
  g_autoptr (GPtrArray) ladder = get_stored (self);
  return g_strcmp0 (((HfEscalationStep *) ladder->pdata[N_USUAL - 1])->code, "own-1") == 0;
}

static gboolean
is_shorter (HfTestSection *self)
{
  g_autoptr (GPtrArray) ladder = get_stored (self);
  return ladder->len == N_USUAL - 1 && count_rows (self) == N_USUAL - 1
         && g_strcmp0 (((HfEscalationStep *) ladder->pdata[0])->code, "word") == 0;
}

static gboolean
is_usual (HfTestSection *self)
{
  g_autoptr (GPtrArray) ladder = get_stored (self);
  return ladder->len == N_USUAL && is_shown (self)
         && g_strcmp0 (((HfEscalationStep *) ladder->pdata[0])->code, "remind") == 0;
}

static void
test_steps_come_and_go (HfTestSection *self, gconstpointer data)
{
  gtk_widget_activate_action (self->section, "section.add-step", NULL);
  hf_test_section_wait (self, is_longer);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (get_row (self, N_USUAL))));
  gtk_widget_activate_action (self->section, "section.move-up", "u", N_USUAL);
  hf_test_section_wait (self, is_moved);
  gtk_widget_activate_action (self->section, "section.remove-step", "u", N_USUAL - 1);
  hf_test_section_wait (self, is_usual);
  gtk_widget_activate_action (self->section, "section.remove-step", "u", 0);
  hf_test_section_wait (self, is_shorter);
  gtk_widget_activate_action (self->section, "section.reset-ladder", NULL);
  hf_test_section_wait (self, is_usual);
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
#define ADD(path, func)                                                                        \
  g_test_add ("/setup-ladder/" path, HfTestSection, NULL, set_up, func,                        \
              hf_test_section_tear_down)
  ADD ("changed", test_a_step_is_changed);
  ADD ("wrong", test_a_ladder_that_does_not_rise_is_not_stored);
  ADD ("steps", test_steps_come_and_go);
  return g_test_run ();
}
