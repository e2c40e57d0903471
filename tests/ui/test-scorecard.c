#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "hf-scorecard-branch-row.h"
#include "hf-scorecard-card.h"
#include "hf-scorecard-window.h"
#include "hf-number-grid.h"
#include "hf-store-complaints.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-test-noon.h"
#include "hf-test-ui.h"
#include "hf-test-widgets.h"

#define PATIENCE (20 * G_USEC_PER_SEC)
#define NAME "长春店"

static HfBranchScore
branch_score (guint in_time, guint answered, guint satisfied, guint asked)
{
  return (HfBranchScore){ .branch_id = 1,
                          .code = (char *) "CC",
                          .name = (char *) NAME,
                          .complaints = answered,
                          .shares = { [HF_SCORE_RESOLVED] = { answered, in_time },
                                      [HF_SCORE_SATISFIED] = { asked, satisfied } } };
}

static void
assert_number (HfNumberGrid *grid, guint row, guint column, const char *number)
{
  g_assert_cmpstr (hf_number_grid_get_number (grid, row, column), ==, number);
}

static void
test_the_card_shows_branches_and_all (void)
{
  g_autoptr (HfScorecard) card = hf_scorecard_new ();
  g_autoptr (HfPeriod) period = hf_period_new ("2026-01-01", "2026-03-31");
  GtkWidget *widget = g_object_ref_sink (g_object_new (HF_TYPE_SCORECARD_CARD, NULL));
  HfNumberGrid *grid = HF_NUMBER_GRID (hf_test_widgets_get_part (widget, "grid"));
  const HfBranchScore good = branch_score (19, 20, 10, 10);
  hf_scorecard_card_show (HF_SCORECARD_CARD (widget), card, period);
  g_assert_false (gtk_widget_get_visible (widget));
  card->marks = (HfScoreMarks){ { 0.95, 0.85 }, { 0.85, 0.7 }, { 0.7, 0.5 } };
  HfBranchScore *first = hf_scorecard_ensure (card, 1, "CC", NAME);
  memcpy (first->shares, good.shares, sizeof good.shares);
  hf_scorecard_ensure (card, 2, "JL", "吉林店")->shares[HF_SCORE_RESOLVED] = (HfScoreShare){
    4, 1
  };
  hf_scorecard_judge (card);
  hf_scorecard_card_show (HF_SCORECARD_CARD (widget), card, period);
  g_assert_true (gtk_widget_get_visible (widget));
  assert_number (grid, 0, 0, "95\u00a0%");
  assert_number (grid, 0, 1, "100\u00a0%");
  assert_number (grid, 0, 2, "–");
  assert_number (grid, 0, 3, "Reward");
  assert_number (grid, 1, 0, "25\u00a0%");
  assert_number (grid, 1, 1, "–");
  assert_number (grid, 1, 3, "Too few");
  assert_number (grid, 2, 0, "83\u00a0%");
  g_object_unref (widget);
}

static void
test_a_row_begins_with_the_proposal (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (HfPeriod) period = hf_period_new ("2026-01-01", "2026-03-31");
  GtkWidget *widget = g_object_ref_sink (hf_scorecard_branch_row_new ());
  HfScorecardBranchRow *row = HF_SCORECARD_BRANCH_ROW (widget);
  HfBranchScore score = branch_score (5, 20, 10, 10);
  GtkEditable *note = GTK_EDITABLE (hf_test_widgets_get_part (widget, "note"));
  score.proposal = HF_JUDGEMENT_PENALTY;
  score.rank = 3;
  hf_scorecard_branch_row_show (row, &score, none, period);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "3. " NAME);
  gtk_editable_set_text (note, " 先谈一次 ");
  score.complaints++;
  hf_scorecard_branch_row_show (row, &score, none, period);
  g_autoptr (HfBranchDecision) made = hf_scorecard_branch_row_make_decision (row, "2026-Q1");
  g_assert_cmpint (made->branch_id, ==, 1);
  g_assert_cmpint (made->decision, ==, HF_JUDGEMENT_PENALTY);
  g_assert_cmpint (made->proposal, ==, HF_JUDGEMENT_PENALTY);
  g_assert_cmpstr (made->note, ==, "先谈一次");
  g_assert_cmpstr (made->period, ==, "2026-Q1");
  g_object_unref (widget);
}

/* The window over a company of one branch with one complaint of today. */
typedef struct
{
  HfStore *store;
  GtkWidget *window;
  GHashTable *notes;
} Fixture;

static gpointer
fill (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  g_autoptr (HfStaff) staff = hf_staff_new ();
  complaint->branch = g_strdup (NAME);
  complaint->received_at = hf_store_session_get_now (session);
  staff->code = g_strdup ("S1");
  staff->name = g_strdup ("王经理");
  if (!hf_store_complaints_save (session, complaint, error)
      || !hf_store_staff_save (session, staff, error))
    return NULL;
  return g_memdup2 (&staff->id, sizeof staff->id);
}

static void
open_window (Fixture *fixture)
{
  fixture->window = hf_scorecard_window_new (fixture->store, fixture->notes);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer filled)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  if (filled != NULL)
    {
      g_autofree gint64 *staff_id = hf_store_run (fixture->store, HF_STORE_WRITE, fill, NULL,
                                                  NULL, &error);
      g_assert_no_error (error);
      hf_store_set_staff_id (fixture->store, *staff_id);
    }
  fixture->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  open_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer filled)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_hash_table_unref (fixture->notes);
  hf_store_close (fixture->store);
  g_object_unref (fixture->store);
}

static void
wait_until_shown (Fixture *fixture, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkStack *stack = hf_test_widgets_get_part (fixture->window, "stack");
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) != 0
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, name);
}

static GtkWidget *
wait_for_branch (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (hf_test_widgets_find_titled (fixture->window, NAME) == NULL
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  return hf_test_widgets_find_titled (fixture->window, NAME);
}

static const char *
get_note (GtkWidget *row)
{
  return gtk_editable_get_text (hf_test_widgets_get_part (row, "note"));
}

static void
test_nothing_to_judge (Fixture *fixture, gconstpointer filled)
{
  wait_until_shown (fixture, "empty");
}

static void
test_a_decision_is_kept (Fixture *fixture, gconstpointer filled)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  wait_until_shown (fixture, "branches");
  GtkWidget *row = hf_test_widgets_find_titled (fixture->window, NAME);
  AdwComboRow *decision = ADW_COMBO_ROW (hf_test_widgets_get_part (row, "decision"));
  GtkEditable *note = GTK_EDITABLE (hf_test_widgets_get_part (row, "note"));
  AdwActionRow *kept = ADW_ACTION_ROW (hf_test_widgets_get_part (row, "kept"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (kept)));
  adw_combo_row_set_selected (decision, HF_JUDGEMENT_TALK - HF_JUDGEMENT_NONE);
  gtk_editable_set_text (note, "三个月后再看");
  g_signal_emit_by_name (row, "decided");
  while (!gtk_widget_get_visible (GTK_WIDGET (kept)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (
      g_str_has_prefix (adw_action_row_get_subtitle (kept), "Talk (proposed: Too few) · "));
  g_assert_true (
      g_str_has_suffix (adw_action_row_get_subtitle (kept), " · 王经理\n三个月后再看"));
  while (*gtk_editable_get_text (note) != '\0' && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (gtk_editable_get_text (note), ==, "");
  /* Another time has decisions of its own. */
  gtk_drop_down_set_selected (hf_test_widgets_get_part (fixture->window, "period"), 5);
  g_assert_false (gtk_widget_get_visible (
      GTK_WIDGET (hf_test_widgets_get_part (wait_for_branch (fixture), "kept"))));
}

static void
test_a_note_waits (Fixture *fixture, gconstpointer filled)
{
  gtk_editable_set_text (hf_test_widgets_get_part (wait_for_branch (fixture), "note"),
                         "再想想");
  GtkDropDown *period = hf_test_widgets_get_part (fixture->window, "period");
  guint first = gtk_drop_down_get_selected (period);
  gtk_drop_down_set_selected (period, 5);
  g_assert_cmpstr (get_note (wait_for_branch (fixture)), ==, "");
  gtk_drop_down_set_selected (period, first);
  g_assert_cmpstr (get_note (wait_for_branch (fixture)), ==, "再想想");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  open_window (fixture);
  g_assert_cmpstr (get_note (wait_for_branch (fixture)), ==, "再想想");
}

int
main (int argc, char **argv)
{
  hf_test_noon_set ();
  hf_test_ui_init (&argc, &argv);
  g_test_add_func ("/scorecard-window/card", test_the_card_shows_branches_and_all);
  g_test_add_func ("/scorecard-window/row", test_a_row_begins_with_the_proposal);
  g_test_add ("/scorecard-window/empty", Fixture, NULL, set_up, test_nothing_to_judge,
              tear_down);
  g_test_add ("/scorecard-window/decision", Fixture, "filled", set_up, test_a_decision_is_kept,
              tear_down);
  g_test_add ("/scorecard-window/note", Fixture, "filled", set_up, test_a_note_waits,
              tear_down);
  return g_test_run ();
}
