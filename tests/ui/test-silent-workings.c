#include "config.h"

#include <adwaita.h>

#include "hf-complaint.h"
#include "hf-number-grid.h"
#include "hf-silent-preset-row.h"
#include "hf-silent-workings.h"
#include "hf-store-complaints.h"
#include "hf-store-figures.h"
#include "hf-store-silent.h"
#include "hf-test-figures.h"
#include "hf-test-ui.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  HfStore *store;
  GtkWidget *workings;
} Fixture;

/* Three complaints of a minor problem and one of a major one. */
static gpointer
add_complaints (HfStoreSession *session, gpointer unused, GError **error)
{
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (HfComplaint) complaint = hf_complaint_new ();
      complaint->received_at = 1 + i;
      complaint->customer_name = g_strdup ("王女士");
      complaint->severity = i < 3 ? HF_COMPLAINT_MINOR : HF_COMPLAINT_MAJOR;
      if (!hf_store_complaints_save (session, complaint, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static gpointer
compute (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfPeriod) all = hf_period_new (NULL, NULL);
  return hf_store_figures_compute (session, all, NULL, error);
}

static gpointer
run (Fixture *self, HfStoreAccess access, HfStoreFunc func)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (self->store, access, func, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  self->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  run (self, HF_STORE_WRITE, add_complaints);
  g_autoptr (HfFigures) figures = run (self, HF_STORE_READ, compute);
  self->workings = hf_silent_workings_new (self->store, figures);
  gtk_window_present (GTK_WINDOW (self->workings));
  gtk_test_widget_wait_for_draw (self->workings);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gpointer workings = self->workings;
  g_object_add_weak_pointer (workings, &workings);
  gtk_window_destroy (GTK_WINDOW (self->workings));
  while (workings != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (workings);
  hf_store_close (self->store);
  g_object_unref (self->store);
}

static gpointer
get_child (Fixture *self, const char *name)
{
  return gtk_widget_get_template_child (self->workings, HF_TYPE_SILENT_WORKINGS, name);
}

/* One of which nobody knows how serious the problem was. */
static gpointer
add_unplaced (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  complaint->received_at = 9;
  return hf_store_complaints_save (session, complaint, error) ? HF_STORE_DONE : NULL;
}

static const char *
get_number (Fixture *self, guint row, guint column)
{
  return hf_number_grid_get_number (get_child (self, "grid"), row, column);
}

static GtkWidget *
find_preset (GtkWidget *widget, const char *name)
{
  if (HF_IS_SILENT_PRESET_ROW (widget))
    {
      HfSilentPresetRow *row = HF_SILENT_PRESET_ROW (widget);
      return g_str_equal (hf_silent_preset_row_get_preset (row)->name, name) ? widget : NULL;
    }
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_preset (child, name);
  return found;
}

static gboolean
is_marked (Fixture *self, const char *name)
{
  GtkWidget *row = find_preset (self->workings, name);
  GtkWidget *mark = GTK_WIDGET (
      gtk_widget_get_template_child (row, HF_TYPE_SILENT_PRESET_ROW, "mark"));
  return gtk_widget_get_opacity (mark) > 0;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static GtkWidget *
wait_for_label (Fixture *self, const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkWidget *label;
  while ((label = find_label (self->workings, text)) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (label);
  return label;
}

static void
test_what_is_in_no_class_has_a_column (Fixture *self, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (get_child (self, "unplaced")));
  run (self, HF_STORE_WRITE, add_unplaced);
  wait_for_label (self, "Not known");
  g_assert_true (gtk_widget_get_visible (get_child (self, "unplaced")));
  static const char *const logged[] = { "3", "1", "1", "5" };
  static const char *const silent[] = { "72", "24", "24", "120" };
  for (guint i = 0; i < G_N_ELEMENTS (logged); i++)
    {
      g_assert_cmpstr (get_number (self, 0, i), ==, logged[i]);
      g_assert_cmpstr (get_number (self, 3, i), ==, silent[i]);
    }
}

static void
wait_until_used (Fixture *self, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!is_marked (self, name) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_marked (self, name));
}

/* 3 x 25 = 75 and 25, less those who complained; 63 % of 72 and 91 % of 24 go. */
static void
test_classes_stand_beside_each_other (Fixture *self, gconstpointer data)
{
  static const char *const numbers[][3] = {
    { "3", "1", "4" },     { "1 in 25", "1 in 25", "1 in 25" },
    { "75", "25", "100" }, { "72", "24", "96" },
    { NULL, NULL, NULL },  { "45", "22", "67" },
  };
  for (guint row = 0; row < G_N_ELEMENTS (numbers); row++)
    for (guint column = 0; column < 3; column++)
      if (numbers[row][column] != NULL)
        g_assert_cmpstr (get_number (self, row, column), ==, numbers[row][column]);
  g_assert_cmpstr (
      gtk_label_get_label (get_child (self, "reach")), ==,
      "Reach by word of mouth: 900 people, if each of the dissatisfied tells 9. It "
      "enters into no other number.");
  g_assert_true (is_marked (self, "rule-of-thumb"));
  g_assert_false (is_marked (self, "by-loss"));
}

/* Enter on a row chooses it, and Undo in the toast takes it back. */
static void
test_a_preset_is_chosen_and_taken_back (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_preset (self->workings, "by-loss");
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_activate (row));
  wait_until_used (self, "by-loss");
  g_assert_false (is_marked (self, "rule-of-thumb"));
  g_assert_cmpstr (get_number (self, 2, 0), ==, "100");
  g_assert_cmpstr (get_number (self, 2, 1), ==, "1");
  g_autoptr (HfFigures) chosen = run (self, HF_STORE_READ, compute);
  g_assert_cmpstr (chosen->silent.preset, ==, "by-loss");

  wait_for_label (self, "Estimated by: By type of loss");
  GtkWidget *undo = wait_for_label (self, "Undo");
  g_signal_emit_by_name (gtk_widget_get_ancestor (undo, GTK_TYPE_BUTTON), "clicked");
  wait_until_used (self, "rule-of-thumb");
  g_assert_cmpstr (get_number (self, 2, 2), ==, "100");
  g_autoptr (HfFigures) back = run (self, HF_STORE_READ, compute);
  g_assert_cmpstr (back->silent.preset, ==, "rule-of-thumb");
}

static void
test_own_share_cannot_be_chosen_yet (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_preset (self->workings, HF_SILENT_PRESET_OWN);
  g_assert_false (gtk_widget_get_sensitive (row));
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                   "Not yet: 0 of 30 interviews."));
}

/* What another desk assumes shows in a window that is open. */
static gpointer
choose_software (HfStoreSession *session, gpointer unused, GError **error)
{
  const HfOwnShare nobody = { 0 };
  g_autoptr (HfSilentChoice) choice = hf_silent_choice_new (hf_silent_preset_find ("software"),
                                                            &nobody);
  return hf_store_silent_choose (session, choice, error);
}

static void
test_what_others_choose_shows (Fixture *self, gconstpointer data)
{
  run (self, HF_STORE_WRITE, choose_software);
  wait_until_used (self, "software");
  g_assert_cmpstr (get_number (self, 1, 2), ==, "1 in 1.6");
}

static void
test_own_interviews_stand_beside (Fixture *self, gconstpointer data)
{
  static const char *const labels[][2] = { { "own_share", "1 in 5.9" } };
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  GtkWidget *workings = hf_silent_workings_new (self->store, figures);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GObject *label = gtk_widget_get_template_child (workings, HF_TYPE_SILENT_WORKINGS,
                                                      labels[i][0]);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, labels[i][1]);
    }
  GtkWidget *own = find_preset (workings, HF_SILENT_PRESET_OWN);
  g_assert_true (gtk_widget_get_sensitive (own));
  gtk_window_destroy (GTK_WINDOW (workings));
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
#define ADD(name, test)                                                                        \
  g_test_add ("/silent-workings/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("classes", test_classes_stand_beside_each_other);
  ADD ("unplaced", test_what_is_in_no_class_has_a_column);
  ADD ("choose", test_a_preset_is_chosen_and_taken_back);
  ADD ("not-yet", test_own_share_cannot_be_chosen_yet);
  ADD ("others", test_what_others_choose_shows);
  ADD ("own", test_own_interviews_stand_beside);
#undef ADD
  return g_test_run ();
}
