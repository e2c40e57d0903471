#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "hf-customer-editor.h"
#include "hf-field-section.h"
#include "hf-store-customers.h"
#include "hf-store.h"
#include "hf-tag-row.h"
#include "hf-test-custom.h"
#include "hf-test-ui.h"
#include "hf-text.h"
#include "hf-test-widgets.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  HfStore *store;
  HfCustomer *customer; /* as the form gets it */
  HfCustomerEditor *editor;
  char *saved; /* the name of the customer that the form says it saved */
} Fixture;

static gpointer
save (HfStoreSession *session, gpointer customer, GError **error)
{
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static gpointer
find (HfStoreSession *session, gpointer code, GError **error)
{
  return hf_store_customers_find (session, code, error);
}

static gpointer
run (Fixture *fixture, HfStoreAccess access, HfStoreFunc func, gconstpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (fixture->store, access, func, (gpointer) input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
on_saved (HfCustomerEditor *editor, HfCustomer *before, HfCustomer *after, Fixture *fixture)
{
  hf_text_set (&fixture->saved, after->name);
}

static void
set_up (Fixture *fixture, gconstpointer is_new)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCustomer) other = hf_customer_new ();
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  fixture->customer = hf_customer_new ();
  fixture->customer->code = g_strdup ("C1");
  fixture->customer->name = g_strdup ("Wang");
  fixture->customer->phone = g_strdup ("13800000000");
  run (fixture, HF_STORE_WRITE, save, fixture->customer);
  other->code = g_strdup ("C2");
  other->name = g_strdup ("Zhang");
  other->tags = g_strdup ("Fleet");
  run (fixture, HF_STORE_WRITE, save, other);
  fixture->editor = hf_customer_editor_new (fixture->store, NULL,
                                            is_new ? NULL : fixture->customer);
  g_object_ref (fixture->editor);
  g_signal_connect (fixture->editor, "saved", G_CALLBACK (on_saved), fixture);
  gtk_window_present (GTK_WINDOW (fixture->editor));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->editor));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->editor));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->editor);
  g_object_unref (fixture->customer);
  /* Its threads end here, and not while the next test runs or the program ends. */
  hf_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_free (fixture->saved);
}

static void
type_into (Fixture *fixture, const char *title, const char *text)
{
  GtkWidget *row = hf_test_widgets_find_titled (GTK_WIDGET (fixture->editor), title);
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static const char *
typed_in (Fixture *fixture, const char *title)
{
  return gtk_editable_get_text (
      GTK_EDITABLE (hf_test_widgets_find_titled (GTK_WIDGET (fixture->editor), title)));
}

static gpointer
part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->editor), HF_TYPE_CUSTOMER_EDITOR,
                                        name);
}

static void
press_save (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
}

/* Until the form closes, or says @row or shows @part. */
static void
wait_for (Fixture *fixture, const char *row, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      if (row == NULL && name == NULL && fixture->saved != NULL)
        return;
      GtkWidget *widget = row != NULL
                              ? hf_test_widgets_find_titled (GTK_WIDGET (fixture->editor), row)
                              : NULL;
      if (widget != NULL && gtk_widget_get_visible (widget))
        return;
      if (name != NULL && gtk_widget_get_visible (part (fixture, name)))
        return;
    }
  g_assert_not_reached ();
}

static void
test_saves_what_was_typed (Fixture *fixture, gconstpointer data)
{
  type_into (fixture, "Name", "王女士");
  type_into (fixture, "Phone", "");
  type_into (fixture, "Branch", "南店");
  type_into (fixture, "Yearly value", "1,200.5");
  press_save (fixture);
  wait_for (fixture, NULL, NULL);
  g_autoptr (HfCustomer) stored = run (fixture, HF_STORE_READ, find, "C1");
  g_assert_cmpstr (fixture->saved, ==, "王女士");
  g_assert_cmpstr (stored->name, ==, "王女士");
  g_assert_null (stored->phone);
  g_assert_cmpstr (stored->branch, ==, "南店");
  g_assert_cmpint (stored->annual_value, ==, 1200500);
}

static void
test_a_time_zone_goes_by_its_name (Fixture *fixture, gconstpointer data)
{
  type_into (fixture, "Time zone", "Mars");
  press_save (fixture);
  g_assert_true (gtk_widget_has_css_class (
      hf_test_widgets_find_titled (GTK_WIDGET (fixture->editor), "Time zone"), "error"));
  type_into (fixture, "Time zone", "Xinjiang (Urumqi)");
  press_save (fixture);
  wait_for (fixture, NULL, NULL);
  g_autoptr (HfCustomer) stored = run (fixture, HF_STORE_READ, find, "C1");
  g_assert_cmpstr (stored->time_zone, ==, "Asia/Urumqi");
}

static void
test_says_what_is_wrong (Fixture *fixture, gconstpointer data)
{
  type_into (fixture, "Name", "Wang the Second");
  type_into (fixture, "Customer code", " ");
  type_into (fixture, "Lost on", "2025-02-30");
  press_save (fixture);
  g_assert_nonnull (
      hf_test_widgets_find_titled (GTK_WIDGET (fixture->editor), "This cannot be left empty."));
  g_assert_nonnull (hf_test_widgets_find_titled (GTK_WIDGET (fixture->editor),
                                                 "“2025-02-30”: there is no such day"));
  g_assert_null (fixture->saved);

  /* The message goes as soon as the value is mended. */
  type_into (fixture, "Lost on", "2025-02-20");
  g_assert_null (hf_test_widgets_find_titled (GTK_WIDGET (fixture->editor),
                                              "“2025-02-30”: there is no such day"));
  type_into (fixture, "Customer code", "C1");
}

static void
choose (Fixture *fixture, const char *title, guint choice)
{
  GtkWidget *row = hf_test_widgets_find_titled (GTK_WIDGET (fixture->editor), title);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), choice);
}

static gboolean
may_save (Fixture *fixture)
{
  return gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
}

/* Said at the field while it is typed, and not only when it is to be saved. */
static void
test_contradictions_are_told_at_once (Fixture *fixture, gconstpointer data)
{
  static const char *const still_here = "the status says that the customer is still with us";
  GtkWidget *form = GTK_WIDGET (fixture->editor);
  type_into (fixture, "Customer since", "2025-03-01");
  choose (fixture, "Status", HF_CUSTOMER_LOST);
  type_into (fixture, "Lost on", "2025-02-20");
  g_assert_nonnull (hf_test_widgets_find_titled (form, "lost before the day of joining"));
  press_save (fixture);
  g_assert_nonnull (hf_test_widgets_find_titled (form, "lost before the day of joining"));

  /* Mending the other of the two is as good. */
  type_into (fixture, "Customer since", "2025-02-01");
  g_assert_null (hf_test_widgets_find_titled (form, "lost before the day of joining"));
  choose (fixture, "Status", HF_CUSTOMER_ACTIVE);
  g_assert_nonnull (hf_test_widgets_find_titled (form, still_here));
  choose (fixture, "Status", HF_CUSTOMER_WON_BACK);
  g_assert_null (hf_test_widgets_find_titled (form, still_here));
  type_into (fixture, "Monthly need", "-5");
  g_assert_nonnull (hf_test_widgets_find_titled (form, "this cannot be less than 0"));
  type_into (fixture, "Monthly need", "5");
  g_assert_true (may_save (fixture));
  wait_for (fixture, NULL, NULL);
}

static void
test_refusal_has_a_reason (Fixture *fixture, gconstpointer data)
{
  GtkWidget *reason = hf_test_widgets_find_titled (GTK_WIDGET (fixture->editor),
                                                   "Why not to call");
  GtkWidget *row = hf_test_widgets_find_titled (GTK_WIDGET (fixture->editor), "Do not call");
  g_assert_false (gtk_widget_get_visible (reason));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  wait_for (fixture, "Why not to call", NULL);
  type_into (fixture, "Why not to call", "太吵");
  type_into (fixture, "Not to call since", "2025-01-02");
  press_save (fixture);
  wait_for (fixture, NULL, NULL);
  g_autoptr (HfCustomer) stored = run (fixture, HF_STORE_READ, find, "C1");
  g_assert_true (stored->do_not_call);
  g_assert_cmpstr (stored->do_not_call_reason, ==, "太吵");
  g_assert_cmpstr (stored->do_not_call_on, ==, "2025-01-02");
}

static HfTagRow *
find_tags (Fixture *fixture)
{
  return HF_TAG_ROW (hf_test_widgets_find_titled (GTK_WIDGET (fixture->editor), "Tags"));
}

static void
assert_tags (Fixture *fixture, const char *expected)
{
  g_autofree char *tags = hf_tag_row_dup_tags (find_tags (fixture));
  g_assert_cmpstr (tags, ==, expected);
}

static gpointer
tag_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (find_tags (fixture)), HF_TYPE_TAG_ROW,
                                        name);
}

static gboolean
press_key (Fixture *fixture, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (
      tag_part (fixture, "entry"));
  gboolean taken = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) keys = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_KEY (keys)
          && gtk_event_controller_get_propagation_phase (keys) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (keys, "key-pressed", key, 0, 0, &taken);
    }
  return taken;
}

static void
test_tags_are_chips (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = tag_part (fixture, "entry");
  GtkWidget *offers = tag_part (fixture, "popover");
  gtk_widget_grab_focus (GTK_WIDGET (find_tags (fixture)));
  gtk_editable_set_text (entry, "VIP,老客户，vip");
  assert_tags (fixture, "VIP,老客户");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_true (press_key (fixture, GDK_KEY_BackSpace));
  assert_tags (fixture, "VIP");

  /* The other customer has a tag that is perhaps meant. */
  gtk_editable_set_text (entry, "flee");
  assert_tags (fixture, "VIP,flee");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!gtk_widget_get_visible (offers) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (gtk_widget_get_visible (offers));
  g_assert_true (press_key (fixture, GDK_KEY_Down));
  g_signal_emit_by_name (entry, "activate");
  assert_tags (fixture, "VIP,Fleet");
  press_save (fixture);
  wait_for (fixture, NULL, NULL);
  g_autoptr (HfCustomer) stored = run (fixture, HF_STORE_READ, find, "C1");
  g_assert_cmpstr (stored->tags, ==, "VIP,Fleet");
}

static void
test_too_many_tags_are_refused (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = tag_part (fixture, "entry");
  g_autofree char *tags = g_strnfill (500, 'x');
  gtk_editable_set_text (entry, tags);
  press_save (fixture);
  g_assert_null (fixture->saved);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_tags (fixture)), "error"));
}

static void
test_code_of_another_is_refused (Fixture *fixture, gconstpointer data)
{
  type_into (fixture, "Customer code", "C2");
  press_save (fixture);
  wait_for (fixture, "Zhang has this code already.", NULL);
  g_assert_null (fixture->saved);
  g_assert_cmpstr (typed_in (fixture, "Customer code"), ==, "C2");
}

static void
test_conflict_keeps_what_was_typed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfCustomer) elsewhere = run (fixture, HF_STORE_READ, find, "C1");
  hf_text_set (&elsewhere->phone, "13911111111");
  hf_text_set (&elsewhere->name, "Wang Elsewhere");
  run (fixture, HF_STORE_WRITE, save, elsewhere);

  type_into (fixture, "Name", "Wang Here");
  press_save (fixture);
  wait_for (fixture, NULL, "conflict");
  g_assert_cmpstr (typed_in (fixture, "Name"), ==, "Wang Here");
  g_assert_cmpstr (typed_in (fixture, "Phone"), ==, "13800000000");

  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.take-newer", NULL);
  g_assert_cmpstr (typed_in (fixture, "Name"), ==, "Wang Here");
  g_assert_cmpstr (typed_in (fixture, "Phone"), ==, "13911111111");
  press_save (fixture);
  wait_for (fixture, NULL, NULL);
  g_autoptr (HfCustomer) stored = run (fixture, HF_STORE_READ, find, "C1");
  g_assert_cmpstr (stored->name, ==, "Wang Here");
  g_assert_cmpstr (stored->phone, ==, "13911111111");
}

static void
enter (Fixture *fixture, const char *car, const char *colour)
{
  const HfTestCustom values = { "C1", { car, NULL, NULL, colour } };
  run (fixture, HF_STORE_WRITE, hf_test_custom_enter, &values);
}

/* As the page does: with what is stored now. */
static void
show_own_fields (Fixture *fixture, const char *car, const char *colour)
{
  run (fixture, HF_STORE_WRITE, hf_test_custom_make_fields, NULL);
  enter (fixture, car, colour);
  g_autoptr (GPtrArray) fields = run (fixture, HF_STORE_READ, hf_test_custom_list_fields, NULL);
  g_autoptr (GHashTable) values = run (fixture, HF_STORE_READ, hf_test_custom_get, "C1");
  hf_customer_editor_add_fields (fixture->editor, fields, values);
}

static void
assert_entered (Fixture *fixture, const char *expected)
{
  g_autofree char *words = run (fixture, HF_STORE_READ, hf_test_custom_describe, "C1");
  g_assert_cmpstr (words, ==, expected);
}

/* What somebody else entered in one of the firm's own fields is not undone by who saves an
 * older form in which it was not touched. */
static void
test_own_fields_of_others_stay (Fixture *fixture, gconstpointer data)
{
  show_own_fields (fixture, "Golf", "红");
  enter (fixture, NULL, "蓝");
  type_into (fixture, "Car", "Polo");
  press_save (fixture);
  wait_for (fixture, NULL, NULL);
  assert_entered (fixture, "Polo|||蓝");
}

static void
test_conflict_shows_own_fields (Fixture *fixture, gconstpointer data)
{
  show_own_fields (fixture, "Golf", "红");
  g_autoptr (HfCustomer) elsewhere = run (fixture, HF_STORE_READ, find, "C1");
  hf_text_set (&elsewhere->name, "Wang Elsewhere");
  run (fixture, HF_STORE_WRITE, save, elsewhere);
  enter (fixture, "Passat", "蓝");
  type_into (fixture, "Phone", "");
  press_save (fixture);
  wait_for (fixture, NULL, "conflict");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.take-newer", NULL);
  g_assert_cmpstr (typed_in (fixture, "Car"), ==, "Passat");
  g_assert_cmpstr (typed_in (fixture, "Phone"), ==, "");
  press_save (fixture);
  wait_for (fixture, NULL, NULL);
  assert_entered (fixture, "Passat|||蓝");
}

/* Two who enter something in the same field are told of one another. */
static void
test_conflict_in_an_own_field (Fixture *fixture, gconstpointer data)
{
  show_own_fields (fixture, "Golf", "红");
  enter (fixture, "Passat", NULL);
  type_into (fixture, "Car", "Polo");
  press_save (fixture);
  wait_for (fixture, NULL, "conflict");
  assert_entered (fixture, "Passat|||红");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.take-newer", NULL);
  g_assert_cmpstr (typed_in (fixture, "Car"), ==, "Polo");
  press_save (fixture);
  wait_for (fixture, NULL, NULL);
  assert_entered (fixture, "Polo|||红");
}

static void
test_new_customer_needs_a_code (Fixture *fixture, gconstpointer data)
{
  type_into (fixture, "Name", "Somebody");
  press_save (fixture);
  g_assert_nonnull (
      hf_test_widgets_find_titled (GTK_WIDGET (fixture->editor), "This cannot be left empty."));
  type_into (fixture, "Customer code", "C3");
  press_save (fixture);
  wait_for (fixture, NULL, NULL);
  g_autoptr (HfCustomer) stored = run (fixture, HF_STORE_READ, find, "C3");
  g_assert_cmpstr (stored->name, ==, "Somebody");
}

static void
test_closing_asks_only_for_what_was_typed (Fixture *fixture, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint before = g_list_model_get_n_items (windows);
  type_into (fixture, "Name", "Somebody");
  gtk_window_close (GTK_WINDOW (fixture->editor));
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (!ADW_IS_MESSAGE_DIALOG (window))
        continue;
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), "stay");
      gtk_window_destroy (GTK_WINDOW (window));
      break;
    }
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->editor)));
  type_into (fixture, "Name", "Wang");
  gtk_window_close (GTK_WINDOW (fixture->editor));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->editor)));
}

#define ADD(path, is_new, func)                                                                \
  g_test_add (path, Fixture, GINT_TO_POINTER (is_new), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("/customer-editor/saves", FALSE, test_saves_what_was_typed);
  ADD ("/customer-editor/time-zone", FALSE, test_a_time_zone_goes_by_its_name);
  ADD ("/customer-editor/validates", FALSE, test_says_what_is_wrong);
  ADD ("/customer-editor/contradictions", FALSE, test_contradictions_are_told_at_once);
  ADD ("/customer-editor/refusal", FALSE, test_refusal_has_a_reason);
  ADD ("/customer-editor/tags", FALSE, test_tags_are_chips);
  ADD ("/customer-editor/long-tags", FALSE, test_too_many_tags_are_refused);
  ADD ("/customer-editor/code-of-another", FALSE, test_code_of_another_is_refused);
  ADD ("/customer-editor/conflict", FALSE, test_conflict_keeps_what_was_typed);
  ADD ("/customer-editor/own-fields", FALSE, test_own_fields_of_others_stay);
  ADD ("/customer-editor/own-fields-newer", FALSE, test_conflict_shows_own_fields);
  ADD ("/customer-editor/own-fields-conflict", FALSE, test_conflict_in_an_own_field);
  ADD ("/customer-editor/new", TRUE, test_new_customer_needs_a_code);
  ADD ("/customer-editor/close", FALSE, test_closing_asks_only_for_what_was_typed);
  return g_test_run ();
}
