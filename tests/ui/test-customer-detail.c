#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "hf-consent-group.h"
#include "hf-customer-detail.h"
#include "hf-customer-timeline.h"
#include "hf-field-form.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-merges.h"
#include "hf-store-reasons.h"
#include "hf-store.h"
#include "hf-test-ui.h"
#include "hf-timeline-entry.h"
#include "hf-test-widgets.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  HfStore *store;
  GtkWidget *window;
  HfCustomerDetail *detail;
  gint64 id;
} Fixture;

static gboolean
add_reason (HfStoreSession *session, gint64 customer_id, GError **error)
{
  g_autoptr (HfCodedReason) reason = hf_coded_reason_new ();
  reason->customer_id = customer_id;
  reason->code = g_strdup ("price");
  reason->quote = g_strdup ("太贵了");
  return hf_store_reasons_save (session, reason, error);
}

/* A customer who gave a reason and agreed to be called. */
static gpointer
fill (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("C1");
  customer->name = g_strdup ("王女士");
  customer->phone = g_strdup ("13800000000");
  if (!hf_store_customers_save (session, customer, error)
      || !add_reason (session, customer->id, error)
      || !hf_store_consents_add (session, customer->id, "call", TRUE, 0, "v1", error))
    return NULL;
  fixture->id = customer->id;
  return HF_STORE_DONE;
}

static gpointer
part_of (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

/* Until the customer is read, or is or is not to be called. */
static void
wait_for_refusal (Fixture *fixture, gboolean refuses)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  const HfCustomer *customer = NULL;
  while ((customer == NULL || customer->do_not_call != refuses)
         && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      customer = hf_customer_detail_get_customer (fixture->detail);
    }
  g_assert_nonnull (customer);
  g_assert_cmpint (customer->do_not_call, ==, refuses);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay = adw_toast_overlay_new ();
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (hf_store_run (fixture->store, HF_STORE_WRITE, fill, fixture, NULL, &error));
  fixture->detail = g_object_new (HF_TYPE_CUSTOMER_DETAIL, NULL);
  hf_customer_detail_set_store (fixture->detail, fixture->store);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 900);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->detail));
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  hf_customer_detail_show (fixture->detail, fixture->id);
  wait_for_refusal (fixture, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gpointer detail = fixture->detail;
  g_object_add_weak_pointer (detail, &detail);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* What it still reads holds it for a moment. */
  while (detail != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (detail);
  hf_store_close (fixture->store);
  g_object_unref (fixture->store);
}

static GtkWidget *
find_form (void)
{
  return hf_test_widgets_find_window (HF_TYPE_FIELD_FORM);
}

static void
wait_for_no_form (void)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (find_form () != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (find_form ());
}

static void
act (Fixture *fixture, const char *action, const char *name)
{
  GtkWidget *detail = GTK_WIDGET (fixture->detail);
  if (name != NULL)
    g_assert_true (gtk_widget_activate_action (detail, action, "s", name));
  else
    g_assert_true (gtk_widget_activate_action (detail, action, NULL));
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

/* Of the toast that says so; one before it may still be on its way out. */
static void
press_undo (Fixture *fixture, const char *words)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkWidget *label = NULL, *undo;
  while ((label = find_label (fixture->window, words)) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (label);
  for (undo = NULL; undo == NULL; label = gtk_widget_get_parent (label))
    undo = find_label (label, "Undo");
  g_signal_emit_by_name (gtk_widget_get_ancestor (undo, GTK_TYPE_BUTTON), "clicked");
}

static void
wait_until_gone (Fixture *fixture, const char *words)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (find_label (fixture->window, words) != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (find_label (fixture->window, words));
}

static void
test_refusal_asks_why (Fixture *fixture, gconstpointer data)
{
  act (fixture, "customer.toggle-do-not-call", NULL);
  GtkWidget *form = find_form ();
  GtkWidget *reason = hf_test_widgets_find_titled (form, "Why not to call");
  GtkWidget *day = hf_test_widgets_find_titled (form, "Not to call since");
  gtk_editable_set_text (GTK_EDITABLE (reason), " ");
  gtk_widget_activate_action (form, "form.save", NULL);
  g_assert_nonnull (hf_test_widgets_find_titled (form, "This cannot be left empty."));
  gtk_editable_set_text (GTK_EDITABLE (reason), "太吵");
  gtk_editable_set_text (GTK_EDITABLE (day), "2099-12-31");
  gtk_widget_activate_action (form, "form.save", NULL);
  g_assert_nonnull (hf_test_widgets_find_titled (form, "this day is still to come"));
  gtk_editable_set_text (GTK_EDITABLE (day), "2025-01-02");
  gtk_widget_activate_action (form, "form.save", NULL);
  wait_for_refusal (fixture, TRUE);
  wait_for_no_form ();
  g_assert_true (gtk_widget_get_visible (part_of (fixture->detail, "do_not_call")));
  g_assert_cmpstr (gtk_label_get_text (part_of (fixture->detail, "refusal")), ==,
                   "Do not call since 2025-01-02: 太吵.");
  GtkWidget *call = part_of (fixture->detail, "call");
  g_assert_false (gtk_widget_is_sensitive (call));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (call), ==,
                   "Do not call since 2025-01-02: 太吵.");

  /* Allowed again, and not again. A toast must be gone before it can come back. */
  act (fixture, "customer.toggle-do-not-call", NULL);
  wait_for_refusal (fixture, FALSE);
  g_assert_false (gtk_widget_get_visible (part_of (fixture->detail, "do_not_call")));
  g_assert_true (gtk_widget_is_sensitive (call));
  wait_until_gone (fixture, "王女士 will not be called");
  press_undo (fixture, "王女士 may be called again");
  wait_for_refusal (fixture, TRUE);
  g_assert_cmpstr (gtk_label_get_text (part_of (fixture->detail, "refusal")), ==,
                   "Do not call since 2025-01-02: 太吵.");
}

static const char *
subtitle_of (Fixture *fixture, const char *purpose)
{
  GtkWidget *row = hf_test_widgets_find_titled (part_of (fixture->detail, "consents"), purpose);
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static void
test_consent_is_withdrawn (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_str_has_prefix (subtitle_of (fixture, "Being called"), "Given · "));
  g_assert_cmpstr (subtitle_of (fixture, "E-mail and messages"), ==, "Not asked yet");
  act (fixture, "customer.withdraw-consent", "call");
  wait_for_refusal (fixture, TRUE);
  g_assert_true (
      g_str_has_prefix (subtitle_of (fixture, "Being called"), "Refused or withdrawn · "));
  g_assert_nonnull (hf_test_widgets_find_titled (part_of (fixture->detail, "consents"),
                                                 "History: 2 decisions"));
  g_assert_false (gtk_widget_is_sensitive (part_of (fixture->detail, "call")));
  g_assert_nonnull (
      strstr (gtk_widget_get_tooltip_text (part_of (fixture->detail, "call")), "withdrawn"));
  press_undo (fixture, "Being called: Refused or withdrawn");
  wait_for_refusal (fixture, FALSE);
  g_assert_true (g_str_has_prefix (subtitle_of (fixture, "Being called"), "Given · "));
  g_assert_nonnull (hf_test_widgets_find_titled (part_of (fixture->detail, "consents"),
                                                 "History: 1 decision"));
}

static void
test_consent_is_recorded (Fixture *fixture, gconstpointer data)
{
  act (fixture, "customer.record-consent", "recording");
  GtkWidget *form = find_form ();
  adw_combo_row_set_selected (ADW_COMBO_ROW (hf_test_widgets_find_titled (form, "Channel")), 0);
  gtk_editable_set_text (GTK_EDITABLE (hf_test_widgets_find_titled (form, "Day")),
                         "2025-01-02");
  gtk_editable_set_text (
      GTK_EDITABLE (hf_test_widgets_find_titled (form, "Version of the wording")), "2025a");
  gtk_widget_activate_action (form, "form.save", NULL);
  wait_for_no_form ();
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (strstr (subtitle_of (fixture, "Recording of calls"), "2025a") == NULL
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (subtitle_of (fixture, "Recording of calls"), ==,
                   "Given · 2025-01-02 · Letter · 2025a");
  g_assert_true (gtk_widget_get_visible (part_of (fixture->detail, "reason_group")));
}

static guint
count_rows (GtkWidget *list)
{
  guint count = 0;
  GtkWidget *row = gtk_widget_get_first_child (list);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    count += GTK_IS_LIST_BOX_ROW (row);
  return count;
}

static void
wait_for_rows (Fixture *fixture, guint count)
{
  GtkWidget *list = part_of (part_of (fixture->detail, "timeline"), "list");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (count_rows (list) != count && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (count_rows (list), ==, count);
}

static gpointer
rename_often (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, fixture->id, error);
  for (guint i = 0; i < HF_CUSTOMER_TIMELINE_PAGE * 2; i++)
    {
      g_free (customer->name);
      customer->name = g_strdup_printf ("王女士 %u", i);
      g_assert_true (hf_store_customers_save (session, customer, error));
    }
  return HF_STORE_DONE;
}

/* A reason, a consent and two pages of changes. */
static void
test_timeline_goes_back_by_pages (Fixture *fixture, gconstpointer data)
{
  HfCustomerTimeline *timeline = part_of (fixture->detail, "timeline");
  GtkWidget *older = part_of (timeline, "older");
  GtkDropDown *kind = part_of (part_of (timeline, "kind"), "drop_down");
  guint all = HF_CUSTOMER_TIMELINE_PAGE * 2 + 2;
  g_assert_nonnull (
      hf_store_run (fixture->store, HF_STORE_WRITE, rename_often, fixture, NULL, NULL));
  wait_for_rows (fixture, HF_CUSTOMER_TIMELINE_PAGE);
  g_signal_emit_by_name (older, "clicked");
  wait_for_rows (fixture, HF_CUSTOMER_TIMELINE_PAGE * 2);
  g_assert_true (gtk_widget_get_visible (older));
  g_signal_emit_by_name (older, "clicked");
  wait_for_rows (fixture, all);
  g_assert_false (gtk_widget_get_visible (older));

  /* What is stored meanwhile does not fold it up again. */
  act (fixture, "customer.withdraw-consent", "recording");
  wait_for_rows (fixture, all + 1);

  gtk_drop_down_set_selected (kind, 1 + HF_TIMELINE_CONSENT - 1);
  wait_for_rows (fixture, 2);
  gtk_drop_down_set_selected (kind, 1);
  wait_for_rows (fixture, 0);
  g_assert_true (gtk_widget_get_visible (part_of (timeline, "kind")));
  gtk_drop_down_set_selected (kind, 0);
  wait_for_rows (fixture, HF_CUSTOMER_TIMELINE_PAGE);
}

static void
wait_for_row (Fixture *fixture, const char *part, const char *title, const char *subtitle)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkWidget *row = NULL;
  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      row = hf_test_widgets_find_titled (part_of (fixture->detail, part), title);
      if (row == NULL
              ? subtitle == NULL
              : g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), subtitle) == 0)
        return;
    }
  g_assert_not_reached ();
}

static void
type_period (GtkWidget *form, const char *manager, const char *from_on, const char *to_on)
{
  gtk_editable_set_text (GTK_EDITABLE (hf_test_widgets_find_titled (form, "Account manager")),
                         manager);
  gtk_editable_set_text (GTK_EDITABLE (hf_test_widgets_find_titled (form, "From")), from_on);
  gtk_editable_set_text (GTK_EDITABLE (hf_test_widgets_find_titled (form, "Until")), to_on);
  gtk_widget_activate_action (form, "form.save", NULL);
}

static void
test_history_of_managers_is_corrected (Fixture *fixture, gconstpointer data)
{
  GtkWidget *nobody = part_of (part_of (fixture->detail, "managers"), "nobody");
  g_assert_true (gtk_widget_get_visible (nobody));
  act (fixture, "customer.add-manager", NULL);
  type_period (find_form (), "老张", "2024-01-01", "");
  wait_for_row (fixture, "managers", "老张", "since 2024-01-01");
  wait_for_no_form ();
  g_assert_false (gtk_widget_get_visible (nobody));
  g_assert_cmpstr (hf_customer_detail_get_customer (fixture->detail)->account_manager, ==,
                   "老张");

  act (fixture, "customer.add-manager", NULL);
  GtkWidget *form = find_form ();
  type_period (form, "小李", "2023-01-01", "2024-02-01");
  g_assert_nonnull (hf_test_widgets_find_titled (
      form, "老张 looks after the customer at the same time (2024-01-01 – …)"));
  type_period (form, "小李", "2023-01-01", "2022-12-31");
  g_assert_nonnull (hf_test_widgets_find_titled (form, "this is before the first day"));
  type_period (form, "小李", "2023-01-01", "2024-01-01");
  wait_for_row (fixture, "managers", "小李", "2023-01-01 – 2024-01-01");
  press_undo (fixture, "小李: 2023-01-01 – 2024-01-01");
  wait_for_row (fixture, "managers", "小李", NULL);
}

/* Another one is merged into the customer, whose name is corrected then. */
static gpointer
merge_and_correct (HfStoreSession *session, gpointer merge_id, GError **error)
{
  HfMergeChoices choices;
  g_autoptr (HfCustomer) kept = hf_store_customers_find (session, "C1", error);
  g_autoptr (HfCustomer) gone = hf_customer_new ();
  gone->code = g_strdup ("C2");
  gone->name = g_strdup ("王小姐");
  if (!hf_store_customers_save (session, gone, error))
    return NULL;
  hf_merge_choices_guess (&choices, kept, gone);
  if (!hf_store_customers_merge (session, kept, gone, &choices, merge_id, error))
    return NULL;
  g_autoptr (HfCustomer) one = hf_store_customers_find (session, "C1", error);
  g_free (one->name);
  one->name = g_strdup ("王太太");
  return hf_store_customers_save (session, one, error) ? HF_STORE_DONE : NULL;
}

static gpointer
read_name (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  return g_strdup (customer->name);
}

static gboolean
is_called (Fixture *fixture, const char *code, const char *expected)
{
  g_autofree char *name = hf_store_run (fixture->store, HF_STORE_READ, read_name,
                                        (gpointer) code, NULL, NULL);
  return g_strcmp0 (name, expected) == 0;
}

/* Whoever is told what came since may separate the two all the same. */
static void
test_merge_is_undone_after_later_work (Fixture *fixture, gconstpointer data)
{
  gint64 merge_id = 0, end = g_get_monotonic_time () + PATIENCE;
  AdwMessageDialog *dialog = NULL;
  hf_store_run (fixture->store, HF_STORE_WRITE, merge_and_correct, &merge_id, NULL, NULL);
  g_assert_cmpint (merge_id, !=, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->detail), "customer.unmerge", "x", merge_id);
  while ((dialog = hf_test_widgets_find_window (ADW_TYPE_MESSAGE_DIALOG)) == NULL
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (dialog);
  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (dialog), "The customer's file was changed"));
  g_assert_true (is_called (fixture, "C2", "王太太"));
  adw_message_dialog_response (dialog, "separate");
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (!is_called (fixture, "C2", "王小姐") && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_called (fixture, "C2", "王小姐"));
  g_assert_true (is_called (fixture, "C1", "王太太"));
}

#define ADD(name, func)                                                                        \
  g_test_add ("/customer-detail/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("refusal", test_refusal_asks_why);
  ADD ("withdraw", test_consent_is_withdrawn);
  ADD ("consent", test_consent_is_recorded);
  ADD ("timeline", test_timeline_goes_back_by_pages);
  ADD ("managers", test_history_of_managers_is_corrected);
  ADD ("unmerge", test_merge_is_undone_after_later_work);
  return g_test_run ();
}
