#include "config.h"

#include <adwaita.h>

#include "hf-call-list-editor.h"
#include "hf-call-list-preset.h"
#include "hf-call-list-preview.h"
#include "hf-call-list-row.h"
#include "hf-call-list-rule.h"
#include "hf-call-list-terms.h"
#include "hf-call-list-window.h"
#include "hf-call-list-words.h"
#include "hf-calls-page.h"
#include "hf-store-campaigns.h"
#include "hf-store-customers.h"
#include "hf-store.h"
#include "hf-test-ui.h"
#include "hf-time.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

static void
test_deadline_words (void)
{
  static const char *const days[] = { "2026-02-02", "2026-02-03", "2026-02-12", "2026-02-01" };
  static const char *const words[] = { "until today", "until 2026-02-03, 1 day left",
                                       "until 2026-02-12, 10 days left",
                                       "until 2026-02-01, overdue by 1 day" };
  g_autoptr (HfCampaign) campaign = hf_campaign_new ();
  g_assert_null (hf_call_list_words_deadline (campaign, "2026-02-02"));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_free (campaign->deadline_on);
      campaign->deadline_on = g_strdup (days[i]);
      g_autofree char *text = hf_call_list_words_deadline (campaign, "2026-02-02");
      g_assert_cmpstr (text, ==, words[i]);
    }
  campaign->state = HF_CAMPAIGN_CLOSED;
  g_autofree char *closed = hf_call_list_words_about (campaign, "2026-03-02");
  g_assert_cmpstr (closed, ==, "Lost-customer interview · until 2026-02-01");
}

static void
test_progress_words (void)
{
  HfCampaignCount count = { .n_waiting = 1020, .n_done = 12 };
  g_autofree char *going_on = hf_call_list_words_progress (&count);
  g_assert_cmpstr (going_on, ==, "12 of 1,032 done, 1,020 waiting");
  count.n_ended = 8;
  g_autofree char *ended = hf_call_list_words_progress (&count);
  g_assert_cmpstr (ended, ==, "12 of 1,040 done, 1,020 waiting, 8 ended without an interview");
  g_autoptr (HfCampaign) campaign = hf_campaign_new ();
  g_assert_null (hf_call_list_words_quota (campaign));
  campaign->quota[HF_LOYALTY_A] = 20;
  campaign->quota[HF_LOYALTY_C] = 5;
  g_autofree char *quota = hf_call_list_words_quota (campaign);
  g_assert_cmpstr (quota, ==, "Enough: Class A 20, Class C 5");
}

static void
test_preview_words (void)
{
  HfCampaignPreview preview = { .n_called = 1, .classes = { 1 } };
  g_autofree char *called = hf_call_list_words_called (&preview);
  g_autofree char *classes = hf_call_list_words_classes (&preview);
  g_assert_cmpstr (called, ==, "1 customer will be called");
  g_assert_cmpstr (classes, ==, "A 1 · B 0 · C 0 · no class 0");
  g_assert_null (hf_call_list_words_left_out (&preview));
  preview.n_blocked = 2;
  preview.n_waiting = 3;
  g_autofree char *left_out = hf_call_list_words_left_out (&preview);
  g_assert_cmpstr (left_out, ==, "2 must not be called · 3 already wait for this kind of call");
}

static void
test_task_words (void)
{
  g_autoptr (HfCallTask) task = hf_call_task_new ();
  g_autofree char *fresh = hf_call_list_words_task (task);
  g_assert_cmpstr (fresh, ==, "Waiting");
  task->attempts = 2;
  task->last_outcome = g_strdup ("no-answer");
  g_autofree char *tried = hf_call_list_words_task (task);
  g_assert_cmpstr (tried, ==, "Waiting · 2 attempts, last: No answer");
}

/* Each kind has one, and all of them hold. */
static void
test_presets (void)
{
  guint kinds = 0;
  for (guint i = 0; i < HF_CALL_LIST_N_PRESETS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfCampaign) campaign = hf_call_list_preset_new (i, "2026-02-02");
      kinds |= 1u << campaign->kind;
      g_assert_true (g_str_has_suffix (campaign->name, ", 2026-02-02"));
      hf_campaign_validate (campaign, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (kinds, ==, (1u << HF_INTERVIEW_WIN_BACK) - 1);
}

static gpointer
part (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static void
test_what_a_form_shows_it_reads (void)
{
  g_autoptr (GError) error = NULL;
  HfCallListRule *form = g_object_ref_sink (g_object_new (HF_TYPE_CALL_LIST_RULE, NULL));
  for (guint i = 0; i < HF_CALL_LIST_N_PRESETS; i++)
    {
      g_autoptr (HfCampaign) campaign = hf_call_list_preset_new (i, "2026-02-02");
      g_autoptr (HfCampaignRule) again = hf_campaign_rule_new ();
      hf_call_list_rule_show (form, campaign->rule);
      g_assert_true (hf_call_list_rule_read (form, again, &error));
      g_autofree char *shown = hf_campaign_rule_format (campaign->rule);
      g_autofree char *read = hf_campaign_rule_format (again);
      g_assert_cmpstr (read, ==, shown);
    }
  g_autoptr (HfCampaignRule) wrong = hf_campaign_rule_new ();
  gtk_editable_set_text (part (form, "least_value"), "much");
  g_assert_false (hf_call_list_rule_read (form, wrong, &error));
  g_assert_error (error, HF_CAMPAIGN_RULE_ERROR, HF_CAMPAIGN_RULE_ERROR_INVALID);
  g_assert_finalize_object (form);
}

static void
test_a_deadline_is_a_day (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCampaign) campaign = hf_call_list_preset_new (0, "2026-02-02");
  HfCallListTerms *form = g_object_ref_sink (g_object_new (HF_TYPE_CALL_LIST_TERMS, NULL));
  campaign->quota[HF_LOYALTY_B] = 7;
  hf_call_list_terms_show (form, campaign);
  gtk_editable_set_text (part (form, "deadline"), "2026-02-30");
  g_assert_true (gtk_widget_has_css_class (part (form, "deadline"), "error"));
  g_assert_false (hf_call_list_terms_read (form, campaign, &error));
  g_assert_nonnull (error);
  gtk_editable_set_text (part (form, "deadline"), "2026-02-28");
  g_assert_false (gtk_widget_has_css_class (part (form, "deadline"), "error"));
  g_assert_true (hf_call_list_terms_read (form, campaign, NULL));
  g_assert_cmpstr (campaign->deadline_on, ==, "2026-02-28");
  g_assert_cmpuint (campaign->quota[HF_LOYALTY_B], ==, 7);
  g_assert_finalize_object (form);
}

/* A window on a database with three lost customers, of whom one must not be called. */
typedef struct
{
  HfStore *store;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static gpointer
add_customers (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autofree char *today = hf_time_today ();
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%d", i);
      customer->name = g_strdup_printf ("客户%d", i);
      customer->status = HF_CUSTOMER_LOST;
      customer->lost_on = hf_time_add_days (today, -30);
      customer->do_not_call = i == 1;
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static gpointer
list_all (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_campaigns_list (session, error);
}

static gpointer
run (HfStore *store, HfStoreAccess access, HfStoreFunc func)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (store, access, func, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  run (fixture->store, HF_STORE_WRITE, add_customers);
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (HF_TYPE_CALLS_PAGE, "store", fixture->store, NULL);
  GtkWidget *overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->store);
}

static void
wait_until_shown (gpointer widget, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkStack *stack = part (widget, "stack");
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) != 0
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, name);
}

static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);
      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static void
wait_until_gone (GType type)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (find_window (type) != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find_window (type));
}

static void
make_list (Fixture *fixture)
{
  wait_until_shown (fixture->page, "empty");
  gtk_widget_activate_action (fixture->page, "page.new-call-list", NULL);
  HfCallListEditor *editor = find_window (HF_TYPE_CALL_LIST_EDITOR);
  HfCallListPreview *preview = part (editor, "preview");
  wait_until_shown (preview, "picked");
  g_assert_cmpstr (gtk_label_get_text (part (preview, "called")), ==,
                   "2 customers will be called");
  g_assert_cmpstr (gtk_label_get_text (part (preview, "left_out")), ==, "1 must not be called");
  gtk_widget_activate_action (GTK_WIDGET (editor), "list.make", NULL);
  wait_until_gone (HF_TYPE_CALL_LIST_EDITOR);
  wait_until_shown (fixture->page, "lists");
}

static void
test_a_list_is_made (Fixture *fixture, gconstpointer data)
{
  make_list (fixture);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (part (fixture->page, "open"), 0);
  g_assert_cmpstr (gtk_label_get_text (part (row, "progress")), ==, "0 of 2 done, 2 waiting");
  g_autoptr (GPtrArray) lists = run (fixture->store, HF_STORE_READ, list_all);
  g_assert_cmpuint (lists->len, ==, 1);
  /* Whoever made it stands on it. */
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (row));
}

static void
test_nobody_is_no_list (Fixture *fixture, gconstpointer data)
{
  wait_until_shown (fixture->page, "empty");
  gtk_widget_activate_action (fixture->page, "page.new-call-list", NULL);
  HfCallListEditor *editor = find_window (HF_TYPE_CALL_LIST_EDITOR);
  wait_until_shown (part (editor, "preview"), "picked");
  gtk_widget_activate_action (GTK_WIDGET (editor), "list.use-preset", "u", 2);
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkLabel *called = part (part (editor, "preview"), "called");
  while (g_strcmp0 (gtk_label_get_text (called), "0 customers will be called") != 0
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (editor), "list.make", NULL);
  gtk_editable_set_text (part (part (editor, "rule"), "least_value"), "much");
  wait_until_shown (part (editor, "preview"), "problem");
  gtk_window_destroy (GTK_WINDOW (editor));
  g_autoptr (GPtrArray) lists = run (fixture->store, HF_STORE_READ, list_all);
  g_assert_cmpuint (lists->len, ==, 0);
}

static void
test_a_list_is_closed (Fixture *fixture, gconstpointer data)
{
  make_list (fixture);
  gtk_list_box_row_get_index (gtk_list_box_get_row_at_index (part (fixture->page, "open"), 0));
  g_signal_emit_by_name (part (fixture->page, "open"), "row-activated",
                         gtk_list_box_get_row_at_index (part (fixture->page, "open"), 0));
  HfCallListWindow *window = find_window (HF_TYPE_CALL_LIST_WINDOW);
  wait_until_shown (window, "list");
  g_assert_nonnull (gtk_list_box_get_row_at_index (part (window, "tasks"), 1));
  g_assert_null (gtk_list_box_get_row_at_index (part (window, "tasks"), 2));
  gtk_editable_set_text (part (part (window, "terms"), "name"), "春天");
  gtk_widget_activate_action (GTK_WIDGET (window), "list.toggle", NULL);
  wait_until_gone (HF_TYPE_CALL_LIST_WINDOW);
  g_autoptr (GPtrArray) lists = run (fixture->store, HF_STORE_READ, list_all);
  const HfCampaign *closed = lists->pdata[0];
  g_assert_cmpuint (closed->state, ==, HF_CAMPAIGN_CLOSED);
  g_assert_cmpstr (closed->name, ==, "春天");
  g_assert_cmpint (closed->count.n_waiting, ==, 0);
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  g_test_add_func ("/calls-page/deadline-words", test_deadline_words);
  g_test_add_func ("/calls-page/progress-words", test_progress_words);
  g_test_add_func ("/calls-page/preview-words", test_preview_words);
  g_test_add_func ("/calls-page/task-words", test_task_words);
  g_test_add_func ("/calls-page/presets", test_presets);
  g_test_add_func ("/calls-page/rule", test_what_a_form_shows_it_reads);
  g_test_add_func ("/calls-page/deadline", test_a_deadline_is_a_day);
#define ADD(name, test) g_test_add ("/calls-page/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("made", test_a_list_is_made);
  ADD ("nobody", test_nobody_is_no_list);
  ADD ("closed", test_a_list_is_closed);
  return g_test_run ();
}
