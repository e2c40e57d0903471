#include "config.h"

#include <adwaita.h>

#include "hf-ladder-row.h"
#include "hf-number-row.h"
#include "hf-setup-ladder.h"
#include "hf-store-ladder.h"
#include "hf-store.h"
#include "hf-test-widgets.h"

#define PATIENCE (20 * G_USEC_PER_SEC)
#define N_USUAL 8

/* The section in a window. */
typedef struct
{
  HfStore *store;
  GtkWidget *window;
  GtkWidget *section;
} Fixture;

static gpointer
get_ladder (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_ladder_get (session, error);
}

/* What is stored. */
static GPtrArray *
get_stored (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *ladder = hf_store_run (self->store, HF_STORE_READ, get_ladder, NULL, NULL, &error);
  g_assert_no_error (error);
  return ladder;
}

static gpointer
part (gpointer widget, const char *name)
{
  return hf_test_widgets_get_part (widget, name);
}

static void
wait_for (Fixture *self, gboolean (*is_so) (Fixture *self))
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!is_so (self) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_true (is_so (self));
}

static HfLadderRow *
get_row (Fixture *self, guint place)
{
  return HF_LADDER_ROW (gtk_list_box_get_row_at_index (part (self->section, "list"), place));
}

static guint
count_rows (Fixture *self)
{
  guint count = 0;
  while (gtk_list_box_get_row_at_index (part (self->section, "list"), count) != NULL)
    count++;
  return count;
}

static gboolean
is_shown (Fixture *self)
{
  return count_rows (self) == N_USUAL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  self->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  self->window = adw_window_new ();
  self->section = g_object_new (HF_TYPE_SETUP_LADDER, "store", self->store, NULL);
  adw_window_set_content (ADW_WINDOW (self->window), self->section);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_for (self, is_shown);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->store);
}

static gboolean
is_changed (Fixture *self)
{
  g_autoptr (GPtrArray) ladder = get_stored (self);
  const HfEscalationStep *first = ladder->pdata[0];
  return first->when == HF_ESCALATION_BEFORE && first->amount == 90
         && g_strcmp0 (first->name, "Wake up") == 0
         && first->tells == (1u << HF_ESCALATION_HANDLER | 1u << HF_ESCALATION_TAKER);
}

static void
test_a_step_is_changed (Fixture *self, gconstpointer data)
{
  HfLadderRow *row = get_row (self, 0);
  GtkFlowBoxChild *taker = gtk_flow_box_get_child_at_index (part (row, "told"), 1);
  gtk_editable_set_text (part (row, "name"), "Wake up");
  adw_combo_row_set_selected (part (row, "when"), HF_ESCALATION_BEFORE);
  hf_number_row_set_value (part (row, "amount"), 90);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_flow_box_child_get_child (taker)), TRUE);
  wait_for (self, is_changed);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "1. Wake up");
  g_assert_cmpstr (
      adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
      "Solution, 90 minutes before the deadline · Who deals with it, Who took it · "
      "all promises");
}

static gboolean
is_wrong (Fixture *self)
{
  return gtk_widget_get_visible (part (self->section, "problem"));
}

static gboolean
is_right (Fixture *self)
{
  g_autoptr (GPtrArray) ladder = get_stored (self);
  return !is_wrong (self) && ((HfEscalationStep *) ladder->pdata[3])->amount == 110;
}

/* What does not hold says so, stays on the screen, and is not stored. */
static void
test_a_ladder_that_does_not_rise_is_not_stored (Fixture *self, gconstpointer data)
{
  HfNumberRow *amount = part (get_row (self, 3), "amount");
  hf_number_row_set_value (amount, 50);
  wait_for (self, is_wrong);
  GtkLabel *problem = part (self->section, "problem");
  g_assert_true (g_str_has_prefix (gtk_label_get_text (problem),
                                   "Not saved yet. Step 4, “Solution overdue, to the branch’s "
                                   "managers”: it would not come later than step 1 does"));
  g_autoptr (GPtrArray) ladder = get_stored (self);
  g_assert_cmpuint (((HfEscalationStep *) ladder->pdata[3])->amount, ==, 100);
  g_assert_cmpuint (hf_number_row_get_value (amount), ==, 50);
  hf_number_row_set_value (amount, 110);
  wait_for (self, is_right);
}

static gboolean
is_longer (Fixture *self)
{
  g_autoptr (GPtrArray) ladder = get_stored (self);
  return ladder->len == N_USUAL + 1 && count_rows (self) == N_USUAL + 1;
}

static gboolean
is_moved (Fixture *self)
{
  g_autoptr (GPtrArray) ladder = get_stored (self);
  return g_strcmp0 (((HfEscalationStep *) ladder->pdata[N_USUAL - 1])->code, "own-1") == 0;
}

static gboolean
is_shorter (Fixture *self)
{
  g_autoptr (GPtrArray) ladder = get_stored (self);
  return ladder->len == N_USUAL - 1 && count_rows (self) == N_USUAL - 1
         && g_strcmp0 (((HfEscalationStep *) ladder->pdata[0])->code, "word") == 0;
}

static gboolean
is_usual (Fixture *self)
{
  g_autoptr (GPtrArray) ladder = get_stored (self);
  return ladder->len == N_USUAL && is_shown (self)
         && g_strcmp0 (((HfEscalationStep *) ladder->pdata[0])->code, "remind") == 0;
}

static void
test_steps_come_and_go (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (self->section, "section.add-step", NULL);
  wait_for (self, is_longer);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (get_row (self, N_USUAL))));
  gtk_widget_activate_action (self->section, "section.move-up", "u", N_USUAL);
  wait_for (self, is_moved);
  gtk_widget_activate_action (self->section, "section.remove-step", "u", N_USUAL - 1);
  wait_for (self, is_usual);
  gtk_widget_activate_action (self->section, "section.remove-step", "u", 0);
  wait_for (self, is_shorter);
  gtk_widget_activate_action (self->section, "section.reset-ladder", NULL);
  wait_for (self, is_usual);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func)                                                                        \
  g_test_add ("/setup-ladder/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("changed", test_a_step_is_changed);
  ADD ("wrong", test_a_ladder_that_does_not_rise_is_not_stored);
  ADD ("steps", test_steps_come_and_go);
  return g_test_run ();
}
