#include "config.h"

#include <adwaita.h>

#include "hf-merge-window.h"
#include "hf-store-custom-fields.h"
#include "hf-store-custom-values.h"
#include "hf-store-customers.h"
#include "hf-store-merges.h"
#include "hf-store.h"
#include "hf-test-ui.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  HfStore *store;
  HfMergeWindow *window;
  gint64 ids[3];
  gint64 merge_id;
} Fixture;

static gpointer
add_people (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *fixture = data;
  static const char *const names[] = { "王女士", "王女士", "李先生" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%u", i);
      customer->name = g_strdup (names[i]);
      customer->phone = g_strdup (i == 1 ? "13812345678" : NULL);
      customer->note = g_strdup (i == 0 ? "one" : "other");
      customer->do_not_call = i == 2;
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
      fixture->ids[i] = customer->id;
    }
  return HF_STORE_DONE;
}

static gpointer
add_custom (HfStoreSession *session, gpointer data, GError **error)
{
  const Fixture *fixture = data;
  static const char *const names[] = { "Car", "Hobby", "Seat" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (HfCustomField) field = hf_custom_field_new ();
      hf_custom_field_set_name (field, "en", names[i]);
      if (!hf_store_custom_fields_save (session, field, error)
          || !hf_store_custom_values_put (session, fixture->ids[0], field->id, NULL,
                                          i == 1 ? "fishing" : "one", error)
          || !hf_store_custom_values_put (session, fixture->ids[1], field->id, NULL,
                                          i == 1 ? "fishing" : "other", error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static gpointer
describe_custom (HfStoreSession *session, gpointer data, GError **error)
{
  const Fixture *fixture = data;
  g_autoptr (GPtrArray) fields = hf_store_custom_fields_list (session, error);
  g_autoptr (GHashTable) values = hf_store_custom_values_get (session, fixture->ids[0], error);
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (
        words, "%s|",
        (char *) g_hash_table_lookup (values, &((HfCustomField *) fields->pdata[i])->id));
  return g_strdup (words->str);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_store_run (fixture->store, HF_STORE_WRITE, add_people, fixture, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    {
      g_object_remove_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->store);
}

static gpointer
part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->window), HF_TYPE_MERGE_WINDOW,
                                        name);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (part (fixture, "stack"));
}

static void
on_merged (Fixture *fixture, gint64 merge_id)
{
  fixture->merge_id = merge_id;
}

static void
open_window (Fixture *fixture, gint64 kept_id, gint64 gone_id)
{
  fixture->window = hf_merge_window_new (fixture->store, kept_id, gone_id);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_signal_connect_swapped (fixture->window, "merged", G_CALLBACK (on_merged), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

#define WAIT(condition)                                                                        \
  G_STMT_START                                                                                 \
  {                                                                                            \
    gint64 end = g_get_monotonic_time () + PATIENCE;                                           \
    while (!(condition) && g_get_monotonic_time () < end)                                      \
      g_main_context_iteration (NULL, FALSE);                                                  \
    g_assert_true (condition);                                                                 \
  }                                                                                            \
  G_STMT_END

static gpointer
read_customer (HfStoreSession *session, gpointer code, GError **error)
{
  return hf_store_customers_find (session, code, error);
}

static HfCustomer *
find (Fixture *fixture, const char *code)
{
  return hf_store_run (fixture->store, HF_STORE_READ, read_customer, (gpointer) code, NULL,
                       NULL);
}

static gboolean
may_merge (Fixture *fixture)
{
  return g_str_equal (get_page (fixture), "compare");
}

static void
test_two_become_one (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, fixture->ids[0], fixture->ids[1]);
  WAIT (may_merge (fixture));
  g_assert_false (gtk_widget_get_visible (part (fixture, "do_not_call")));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "merge.merge", NULL);
  WAIT (fixture->merge_id != 0);
  WAIT (fixture->window == NULL);
  g_autoptr (HfCustomer) one = find (fixture, "C1");
  g_assert_cmpstr (one->code, ==, "C0");
  g_assert_cmpstr (one->phone, ==, "13812345678");
  g_assert_cmpstr (one->note, ==, "one\nother");
}

/* The narrowest window that is promised. */
#define LEAST 360

/* Names and phones stand side by side, and notes may both be kept. */
static void
test_fits_a_narrow_window (Fixture *fixture, gconstpointer data)
{
  int least = 0;
  open_window (fixture, fixture->ids[0], fixture->ids[1]);
  WAIT (may_merge (fixture));
  gtk_widget_measure (gtk_window_get_child (GTK_WINDOW (fixture->window)),
                      GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, LEAST);
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

/* The button beside a field's name that keeps a value. */
static GtkCheckButton *
find_choice (Fixture *fixture, const char *field, int side)
{
  GtkGrid *grid = GTK_GRID (gtk_widget_get_template_child (
      part (fixture, "fields"), G_OBJECT_TYPE (part (fixture, "fields")), "grid"));
  GtkWidget *label = find_label (GTK_WIDGET (grid), field);
  int row = 0;
  g_assert_nonnull (label);
  gtk_grid_query_child (grid, label, NULL, &row, NULL, NULL);
  return GTK_CHECK_BUTTON (gtk_grid_get_child_at (grid, 1 + side, row));
}

static void
test_custom_fields_are_chosen_singly (Fixture *fixture, gconstpointer data)
{
  hf_store_run (fixture->store, HF_STORE_WRITE, add_custom, fixture, NULL, NULL);
  open_window (fixture, fixture->ids[0], fixture->ids[1]);
  WAIT (may_merge (fixture));
  g_assert_null (find_label (GTK_WIDGET (fixture->window), "Hobby"));
  g_assert_true (gtk_check_button_get_active (find_choice (fixture, "Car", 0)));
  gtk_check_button_set_active (find_choice (fixture, "Seat", 1), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "merge.merge", NULL);
  WAIT (fixture->merge_id != 0);
  g_autofree char *words = hf_store_run (fixture->store, HF_STORE_READ, describe_custom,
                                         fixture, NULL, NULL);
  g_assert_cmpstr (words, ==, "one|fishing|other|");
}

static void
test_other_one_can_stay (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, fixture->ids[0], fixture->ids[2]);
  WAIT (may_merge (fixture));
  g_assert_true (gtk_widget_get_visible (part (fixture, "do_not_call")));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "merge.swap", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "merge.merge", NULL);
  WAIT (fixture->merge_id != 0);
  g_autoptr (HfCustomer) one = find (fixture, "C0");
  g_assert_cmpstr (one->code, ==, "C2");
  g_assert_cmpstr (one->name, ==, "李先生");
  g_assert_true (one->do_not_call);
}

static GtkListBoxRow *
first_row (Fixture *fixture)
{
  return gtk_list_box_get_row_at_index (part (fixture, "list"), 0);
}

static void
test_who_may_be_the_same_is_offered (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, fixture->ids[0], 0);
  WAIT (first_row (fixture) != NULL);
  g_assert_cmpstr (get_page (fixture), ==, "choose");
  g_signal_emit_by_name (part (fixture, "list"), "row-activated", first_row (fixture));
  g_assert_cmpstr (get_page (fixture), ==, "compare");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "merge.back", NULL);
  g_assert_cmpstr (get_page (fixture), ==, "choose");
}

static gboolean
shows (Fixture *fixture, const char *title)
{
  GtkListBoxRow *row = first_row (fixture);
  return row != NULL
         && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title);
}

static void
test_another_can_be_searched_for (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, fixture->ids[0], 0);
  gtk_editable_set_text (part (fixture, "search"), "李");
  WAIT (shows (fixture, "李先生"));
  g_signal_emit_by_name (part (fixture, "search"), "activate");
  g_assert_cmpstr (get_page (fixture), ==, "compare");
}

static void
test_all_duplicates_are_offered (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, 0, 0);
  WAIT (shows (fixture, "王女士 = 王女士"));
  g_assert_false (gtk_widget_get_visible (part (fixture, "search")));
}

/* Somebody else was faster: the window stays and says so. */
static void
test_conflict_is_told (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, fixture->ids[0], fixture->ids[1]);
  WAIT (may_merge (fixture));
  g_autoptr (HfCustomer) changed = find (fixture, "C1");
  GtkWidget *problem = part (fixture, "problem");
  g_assert_false (gtk_widget_get_visible (problem));
  Fixture other = *fixture;
  other.window = NULL;
  other.merge_id = 0;
  open_window (&other, fixture->ids[1], fixture->ids[2]);
  WAIT (may_merge (&other));
  gtk_widget_activate_action (GTK_WIDGET (other.window), "merge.merge", NULL);
  WAIT (other.merge_id != 0);
  WAIT (other.window == NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "merge.merge", NULL);
  WAIT (gtk_widget_get_visible (problem));
  g_assert_cmpint (fixture->merge_id, ==, 0);
}

#define ADD(name, func)                                                                        \
  g_test_add ("/merge-window/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("merge", test_two_become_one);
  ADD ("narrow", test_fits_a_narrow_window);
  ADD ("custom", test_custom_fields_are_chosen_singly);
  ADD ("swap", test_other_one_can_stay);
  ADD ("offer", test_who_may_be_the_same_is_offered);
  ADD ("search", test_another_can_be_searched_for);
  ADD ("duplicates", test_all_duplicates_are_offered);
  ADD ("conflict", test_conflict_is_told);
  return g_test_run ();
}
