#include "config.h"

#include <adwaita.h>

#include "hf-find-item.h"
#include "hf-find.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-test-ui.h"
#include "hf-time.h"

#define PATIENCE (20 * G_USEC_PER_SEC)
#define NARROW 360

/* The search over an entry, in a window that notes which actions it was asked for. */
typedef struct
{
  HfStore *store;
  GtkWidget *window;
  GtkWidget *below; /* has the keyboard at first */
  HfFind *find;
  GString *asked;
  gint64 customer_id;
  gint64 complaint_id;
} Fixture;

static const char *const actions[][2] = {
  { "open-customer", "x" },      { "open-complaint", "x" }, { "start-interview", "x" },
  { "show-page", "s" },          { "do-on-page", "(ss)" },  { "next-call", NULL },
  { "show-help-overlay", NULL },
};

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *said = parameter != NULL ? g_variant_print (parameter, FALSE)
                                            : g_strdup ("");
  g_string_append_printf (fixture->asked, "%s %s;", g_action_get_name (G_ACTION (action)),
                          said);
}

static gpointer
fill (HfStoreSession *session, gpointer data, GError **error)
{
  static const char *const names[] = { "王炳泉", "李一", "长春汽车" };
  Fixture *fixture = data;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C000%u", (guint) i + 1);
      customer->name = g_strdup (names[i]);
      customer->phone = g_strdup_printf ("1381234567%u", (guint) i + 8);
      customer->do_not_call = i == 1;
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
      if (i == 0)
        fixture->customer_id = customer->id;
    }
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  complaint->customer_id = fixture->customer_id;
  complaint->customer_code = g_strdup ("C0001");
  complaint->received_at = hf_time_now ();
  complaint->words = g_strdup ("刹车有异响\n第二次了");
  if (!hf_store_complaints_save (session, complaint, error))
    return NULL;
  fixture->complaint_id = complaint->id;
  return HF_STORE_DONE;
}

static void
add_actions (Fixture *fixture)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GVariantType) type = NULL;
      if (actions[i][1] != NULL)
        type = g_variant_type_new (actions[i][1]);
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i][0], type);
      g_signal_connect (action, "activate", G_CALLBACK (on_action), fixture);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_store_run (fixture->store, HF_STORE_WRITE, fill, fixture, NULL, &error);
  g_assert_no_error (error);
  fixture->asked = g_string_new (NULL);
  fixture->window = gtk_window_new ();
  fixture->below = gtk_entry_new ();
  fixture->find = g_object_new (HF_TYPE_FIND, NULL);
  GtkWidget *overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), fixture->below);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (fixture->find));
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 700);
  add_actions (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (fixture->below);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer find = fixture->find;
  gint64 end = g_get_monotonic_time () + PATIENCE;
  g_object_add_weak_pointer (find, &find);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (find != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (find);
  g_string_free (fixture->asked, TRUE);
  g_clear_object (&fixture->store);
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return GTK_EDITABLE (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->find), HF_TYPE_FIND, "entry"));
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->find), HF_TYPE_FIND, "selection"));
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->find), HF_TYPE_FIND, "stack")));
}

static HfFindItem *
get_item (Fixture *fixture, guint position)
{
  g_autoptr (HfFindItem) item = g_list_model_get_item (G_LIST_MODEL (get_selection (fixture)),
                                                       position);
  return item;
}

static void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
wait_for_answer (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!hf_find_is_answered (fixture->find) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (hf_find_is_answered (fixture->find));
}

static void
type (Fixture *fixture, const char *typed)
{
  gtk_editable_set_text (get_entry (fixture), typed);
  wait_for_answer (fixture);
}

static void
open_with_store (Fixture *fixture)
{
  hf_find_set_store (fixture->find, fixture->store);
  hf_find_open (fixture->find);
  wait_for_answer (fixture);
}

static void
assert_first (Fixture *fixture, HfFindingKind kind, const char *code)
{
  HfFindItem *item = get_item (fixture, 0);
  g_assert_nonnull (item);
  const HfFinding *finding = hf_find_item_get_finding (item);
  g_assert_nonnull (finding);
  g_assert_cmpint (finding->kind, ==, kind);
  g_assert_cmpstr (finding->code, ==, code);
  g_assert_nonnull (hf_find_item_get_heading (item));
}

static void
test_finds_by_pinyin (Fixture *fixture, gconstpointer data)
{
  open_with_store (fixture);
  type (fixture, "wbq");
  assert_first (fixture, HF_FINDING_CUSTOMER, "C0001");
  g_assert_cmpstr (hf_find_item_get_finding (get_item (fixture, 0))->reading, ==,
                   "wang bing quan");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_autofree char *wanted = g_strdup_printf ("open-customer %" G_GINT64_FORMAT ";",
                                             fixture->customer_id);
  g_assert_cmpstr (fixture->asked->str, ==, wanted);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->find)));
}

static void
test_finds_complaints (Fixture *fixture, gconstpointer data)
{
  open_with_store (fixture);
  type (fixture, "异响");
  assert_first (fixture, HF_FINDING_COMPLAINT, "C0001");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_autofree char *wanted = g_strdup_printf ("open-complaint %" G_GINT64_FORMAT ";",
                                             fixture->complaint_id);
  g_assert_cmpstr (fixture->asked->str, ==, wanted);
}

static void
test_runs_commands (Fixture *fixture, gconstpointer data)
{
  open_with_store (fixture);
  type (fixture, "diagn");
  g_assert_nonnull (hf_find_item_get_command (get_item (fixture, 0)));
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_cmpstr (fixture->asked->str, ==, "show-page 'diagnosis';");
  hf_find_open (fixture->find);
  type (fixture, "import");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_cmpstr (fixture->asked->str, ==,
                   "show-page 'diagnosis';do-on-page ('customers', 'page.import');");
}

static void
test_says_that_nothing_is_found (Fixture *fixture, gconstpointer data)
{
  open_with_store (fixture);
  type (fixture, "qxqx");
  g_assert_cmpstr (get_page (fixture), ==, "nothing");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_cmpstr (fixture->asked->str, ==, "");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->find)));
  type (fixture, "wang");
  g_assert_cmpstr (get_page (fixture), ==, "found");
}

static void
test_failure_is_said (Fixture *fixture, gconstpointer data)
{
  open_with_store (fixture);
  hf_store_close (fixture->store);
  type (fixture, "wang");
  g_assert_cmpstr (get_page (fixture), ==, "failure");
}

static void
test_without_a_database_commands_are_found (Fixture *fixture, gconstpointer data)
{
  hf_find_open (fixture->find);
  wait_for_answer (fixture);
  g_assert_nonnull (hf_find_item_get_command (get_item (fixture, 0)));
}

static void
test_recent_customers_come_first (Fixture *fixture, gconstpointer data)
{
  hf_find_set_store (fixture->find, fixture->store);
  hf_find_remember (fixture->find, fixture->customer_id);
  hf_find_remember (fixture->find, 7); /* who was erased */
  hf_find_remember (fixture->find, fixture->customer_id);
  hf_find_open (fixture->find);
  wait_for_answer (fixture);
  assert_first (fixture, HF_FINDING_CUSTOMER, "C0001");
  g_assert_nonnull (hf_find_item_get_command (get_item (fixture, 1)));
}

static void
test_keyboard_comes_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *before = gtk_root_get_focus (GTK_ROOT (fixture->window));
  open_with_store (fixture);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) != before);
  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->find)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == before);
}

/* Who types quickly and presses Enter gets what was typed, not what stood there before. */
static void
test_enter_waits_for_the_answer (Fixture *fixture, gconstpointer data)
{
  open_with_store (fixture);
  gtk_editable_set_text (get_entry (fixture), "diagn");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_cmpstr (fixture->asked->str, ==, "");
  wait_for_answer (fixture);
  g_assert_cmpstr (fixture->asked->str, ==, "show-page 'diagnosis';");

  hf_find_open (fixture->find);
  gtk_editable_set_text (get_entry (fixture), "qxqx");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  type (fixture, "import");
  g_assert_cmpstr (fixture->asked->str, ==, "show-page 'diagnosis';");
}

/* An answer that comes late does not take the place of a later one. */
static void
test_late_answers_are_dropped (Fixture *fixture, gconstpointer data)
{
  open_with_store (fixture);
  for (int i = 0; i < 20; i++)
    {
      gtk_editable_set_text (get_entry (fixture), i % 2 == 0 ? "li" : "wbq");
      spin (65);
    }
  type (fixture, "ccqc");
  assert_first (fixture, HF_FINDING_CUSTOMER, "C0003");
}

static void
test_fits_a_narrow_window (Fixture *fixture, gconstpointer data)
{
  int minimum;
  open_with_store (fixture);
  gtk_widget_measure (GTK_WIDGET (fixture->find), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW);
  type (fixture, "wang");
  gtk_widget_measure (GTK_WIDGET (fixture->find), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW);
}

#define ADD(path, func) g_test_add ("/find/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("pinyin", test_finds_by_pinyin);
  ADD ("complaints", test_finds_complaints);
  ADD ("commands", test_runs_commands);
  ADD ("nothing", test_says_that_nothing_is_found);
  ADD ("failure", test_failure_is_said);
  ADD ("no-database", test_without_a_database_commands_are_found);
  ADD ("recent", test_recent_customers_come_first);
  ADD ("keyboard", test_keyboard_comes_back);
  ADD ("hurried", test_enter_waits_for_the_answer);
  ADD ("late", test_late_answers_are_dropped);
  ADD ("narrow", test_fits_a_narrow_window);
  return g_test_run ();
}
