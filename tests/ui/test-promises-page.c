#include "config.h"

#include <adwaita.h>

#include "hf-customer-entry.h"
#include "hf-customer-matches.h"
#include "hf-deadline-dialog.h"
#include "hf-promise-chips.h"
#include "hf-promise-editor.h"
#include "hf-promises-page.h"
#include "hf-store-customers.h"
#include "hf-store-promise-rules.h"
#include "hf-test-ui.h"
#include "hf-test-widgets.h"
#include "hf-time.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

/* A page on a store in memory, with one customer. */
typedef struct
{
  HfStore *store;
  GtkWidget *window;
  HfPromisesPage *page;
  gint64 customer_id;
} Fixture;

/* What was promised, until how many hours from now, and what became of it. */
typedef struct
{
  const char *what;
  int hours;
  HfPromiseState state;
} Made;

static const Made in_every_state[] = {
  { "Overdue", -2, HF_PROMISE_OPEN },  { "Tomorrow", 26, HF_PROMISE_OPEN },
  { "Kept", 26, HF_PROMISE_KEPT },     { "Late", -2, HF_PROMISE_KEPT },
  { "Broken", 26, HF_PROMISE_BROKEN }, { "Released", 26, HF_PROMISE_RELEASED },
};

static gpointer
add_customer (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("C0001");
  customer->name = g_strdup ("王女士");
  return hf_store_customers_save (session, customer, error)
             ? g_memdup2 (&customer->id, sizeof customer->id)
             : NULL;
}

static gpointer
add_promise (HfStoreSession *session, gpointer data, GError **error)
{
  const Made *made = data;
  g_autoptr (HfPromise) promise = hf_promise_new ();
  promise->what = g_strdup (made->what);
  promise->term = HF_PROMISE_DATED;
  promise->due_at = hf_time_now () + made->hours * G_TIME_SPAN_HOUR;
  return hf_store_promises_save (session, promise, error)
                 && (made->state == HF_PROMISE_OPEN
                     || hf_store_promises_end (session, promise, made->state, "So", error))
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
run (Fixture *fixture, HfStoreAccess access, HfStoreFunc func, gconstpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (fixture->store, access, func, (gpointer) input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static gpointer
part (Fixture *fixture, const char *name)
{
  return hf_test_widgets_get_part (fixture->page, name);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  g_autofree gint64 *id = run (fixture, HF_STORE_WRITE, add_customer, NULL);
  fixture->customer_id = *id;
  for (gsize i = 0; data != NULL && i < G_N_ELEMENTS (in_every_state); i++)
    run (fixture, HF_STORE_WRITE, add_promise, &in_every_state[i]);
  fixture->page = g_object_new (HF_TYPE_PROMISES_PAGE, "store", fixture->store, NULL);
  /* The page remembers what the test before has chosen. */
  hf_promise_chips_choose (part (fixture, "chips"), HF_PROMISES_OPEN);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->store);
}

static gpointer
part_of_detail (Fixture *fixture, const char *name)
{
  return hf_test_widgets_get_part (part (fixture, "detail"), name);
}

/* Lets the program work until @label says @text. */
static void
wait_for_label (GtkLabel *label, const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_strcmp0 (gtk_label_get_text (label), text) != 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_label_get_text (label), ==, text);
}

static void
wait_for_child (GtkStack *stack, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) != 0
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, name);
}

static gpointer
wait_for_window (GType type)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (hf_test_widgets_find_window (type) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (hf_test_widgets_find_window (type));
  return hf_test_widgets_find_window (type);
}

static void
wait_until_closed (GType type)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (hf_test_widgets_find_window (type) != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (hf_test_widgets_find_window (type));
}

/* Shows the first promise of the list. */
static void
select_first (Fixture *fixture, const char *what)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (part (fixture, "list"));
  GtkLabel *shown = part_of_detail (fixture, "what");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_strcmp0 (gtk_label_get_text (shown), what) != 0 && g_get_monotonic_time () < end)
    {
      /* Another list may have come since. */
      gtk_selection_model_select_item (selection, 0, TRUE);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpstr (gtk_label_get_text (shown), ==, what);
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL);
}

/* Answers what is asked about a promise. */
static void
answer (const char *words)
{
  GtkWidget *dialog = wait_for_window (HF_TYPE_DEADLINE_DIALOG);
  gtk_editable_set_text (hf_test_widgets_get_part (dialog, "why"), words);
  gtk_widget_activate_action (dialog, "deadline.confirm", NULL);
}

static void
test_nothing_was_promised (Fixture *fixture, gconstpointer data)
{
  wait_for_child (part (fixture, "stack"), "empty");
  run (fixture, HF_STORE_WRITE, add_promise, &in_every_state[0]);
  wait_for_child (part (fixture, "stack"), "log");
}

static void
test_chips_choose_what_shows (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    HfPromiseShow show;
    const char *count;
    const char *first;
  } cases[] = {
    { HF_PROMISES_OVERDUE, "1 promise", "Overdue" },
    { HF_PROMISES_OPEN, "2 promises", "Overdue" },
    { HF_PROMISES_KEPT, "1 promise", "Kept" },
    { HF_PROMISES_LATE, "1 promise", "Late" },
    { HF_PROMISES_BROKEN, "1 promise", "Broken" },
    { HF_PROMISES_RELEASED, "1 promise", "Released" },
    { HF_PROMISES_ALL, "6 promises", "Overdue" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      hf_promise_chips_choose (part (fixture, "chips"), cases[i].show);
      wait_for_label (part (fixture, "count"), cases[i].count);
      select_first (fixture, cases[i].first);
    }
  gtk_editable_set_text (part (fixture, "search"), "nothing like it");
  wait_for_child (part (fixture, "list_stack"), "none");
}

static void
test_keys_go_from_one_to_the_next (Fixture *fixture, gconstpointer data)
{
  select_first (fixture, "Overdue");
  gtk_widget_grab_focus (part (fixture, "list"));
  act (fixture, "page.keep");
  answer ("By phone");
  wait_for_label (part (fixture, "count"), "1 promise");
  wait_for_label (part_of_detail (fixture, "what"), "Tomorrow");
  hf_promise_chips_choose (part (fixture, "chips"), HF_PROMISES_LATE);
  wait_for_label (part (fixture, "count"), "2 promises");
  select_first (fixture, "Overdue");
  wait_for_label (part_of_detail (fixture, "state"), "Kept late");
  act (fixture, "page.reopen");
  wait_for_label (part (fixture, "count"), "1 promise");
}

static void
test_a_broken_one_asks_why (Fixture *fixture, gconstpointer data)
{
  select_first (fixture, "Overdue");
  act (fixture, "page.break");
  answer ("  ");
  GtkWidget *dialog = wait_for_window (HF_TYPE_DEADLINE_DIALOG);
  g_assert_true (gtk_widget_get_visible (hf_test_widgets_get_part (dialog, "error")));
  answer ("Nobody called");
  wait_until_closed (HF_TYPE_DEADLINE_DIALOG);
  wait_for_label (part_of_detail (fixture, "state"), "Broken");
  g_assert_nonnull (
      hf_test_widgets_find_titled (part_of_detail (fixture, "history"), "Broken"));
}

static void
test_a_new_day_keeps_the_old_one (Fixture *fixture, gconstpointer data)
{
  select_first (fixture, "Overdue");
  act (fixture, "page.anew");
  GtkWidget *dialog = wait_for_window (HF_TYPE_DEADLINE_DIALOG);
  gtk_editable_set_text (hf_test_widgets_get_part (dialog, "when"), "2099-01-01 12:00");
  answer ("No part");
  wait_until_closed (HF_TYPE_DEADLINE_DIALOG);
  GtkWidget *judged = part_of_detail (fixture, "judged");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!gtk_widget_get_visible (judged) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_visible (judged));
  wait_for_label (part_of_detail (fixture, "state"), "To be kept");
}

static gpointer
list_of_customer (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_promises_list_of_customer (session, *(gint64 *) id, error);
}

static void
test_a_promise_is_noted_by_hand (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = hf_promise_editor_new (GTK_WIDGET (fixture->page), fixture->store, 0, 0);
  gtk_window_present (GTK_WINDOW (editor));
  gtk_editable_set_text (hf_test_widgets_get_part (editor, "what"), "Send the invoice");
  gtk_widget_activate_action (editor, "promise.save", NULL);
  g_assert_true (gtk_widget_get_visible (hf_test_widgets_get_part (editor, "error")));
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->id = fixture->customer_id;
  customer->code = g_strdup ("C0001");
  customer->name = g_strdup ("王女士");
  hf_customer_entry_choose (hf_test_widgets_get_part (editor, "customer"), customer);
  adw_combo_row_set_selected (hf_test_widgets_get_part (editor, "term"), HF_PROMISE_DATED);
  gtk_widget_activate_action (editor, "promise.save", NULL);
  g_assert_true (gtk_widget_get_visible (hf_test_widgets_get_part (editor, "error")));
  gtk_editable_set_text (hf_test_widgets_get_part (editor, "due"), "2099-01-01");
  gtk_widget_activate_action (editor, "promise.save", NULL);
  wait_until_closed (HF_TYPE_PROMISE_EDITOR);
  g_autoptr (GPtrArray) made = run (fixture, HF_STORE_READ, list_of_customer,
                                    &fixture->customer_id);
  g_assert_cmpuint (made->len, ==, 1);
  g_assert_cmpstr (((HfPromise *) made->pdata[0])->what, ==, "Send the invoice");
}

static void
test_a_customer_is_found (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = hf_promise_editor_new (GTK_WIDGET (fixture->page), fixture->store, 0, 0);
  GtkWidget *picker = hf_test_widgets_get_part (editor, "customer");
  gtk_window_present (GTK_WINDOW (editor));
  gtk_editable_set_text (hf_test_widgets_get_part (picker, "entry"), "wns");
  GtkWidget *matches = hf_test_widgets_get_part (picker, "matches");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!gtk_widget_get_visible (matches) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (hf_customer_matches_take_best (HF_CUSTOMER_MATCHES (matches)));
  g_assert_cmpint (hf_customer_entry_get_customer (HF_CUSTOMER_ENTRY (picker))->id, ==,
                   fixture->customer_id);
  gtk_window_destroy (GTK_WINDOW (editor));
}

static gpointer
save_two_days (HfStoreSession *session, gpointer unused, GError **error)
{
  HfPromiseRules rules;
  hf_promise_rules_init (&rules);
  rules.of[HF_PROMISE_DAY].resolve = 48 * 60;
  return hf_store_promise_rules_save (session, &rules, error) ? HF_STORE_DONE : NULL;
}

static const char *
chosen_name (gpointer list)
{
  gpointer item = adw_combo_row_get_selected_item (list);
  return item != NULL ? gtk_string_object_get_string (item) : "";
}

static void
test_classes_have_the_length_they_have_now (Fixture *fixture, gconstpointer data)
{
  run (fixture, HF_STORE_WRITE, save_two_days, NULL);
  GtkWidget *editor = hf_promise_editor_new (GTK_WIDGET (fixture->page), fixture->store, 0, 0);
  gpointer term = hf_test_widgets_get_part (editor, "term");
  g_assert_cmpstr (chosen_name (term), ==, "Within 24 hours");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_str_equal (chosen_name (term), "Within 24 hours") && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (chosen_name (term), ==, "Within 48 hours");
  g_assert_cmpuint (adw_combo_row_get_selected (term), ==, HF_PROMISE_DAY);
  g_assert_false (gtk_widget_get_visible (hf_test_widgets_get_part (editor, "due")));
  gtk_window_destroy (GTK_WINDOW (editor));
}

#define ADD(path, data, func)                                                                  \
  g_test_add ("/promises-page/" path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("empty", NULL, test_nothing_was_promised);
  ADD ("classes", NULL, test_classes_have_the_length_they_have_now);
  ADD ("chips", in_every_state, test_chips_choose_what_shows);
  ADD ("keys", in_every_state, test_keys_go_from_one_to_the_next);
  ADD ("broken", in_every_state, test_a_broken_one_asks_why);
  ADD ("anew", in_every_state, test_a_new_day_keeps_the_old_one);
  ADD ("by-hand", NULL, test_a_promise_is_noted_by_hand);
  ADD ("customer", NULL, test_a_customer_is_found);
  return g_test_run ();
}
