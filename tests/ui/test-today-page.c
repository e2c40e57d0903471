#include "config.h"

#include <adwaita.h>

#include "hf-store-attempts.h"
#include "hf-store-customers.h"
#include "hf-store-next-call.h"
#include "hf-store-promises.h"
#include "hf-store-queue.h"
#include "hf-store.h"
#include "hf-test-calls.h"
#include "hf-test-ui.h"
#include "hf-time.h"
#include "hf-today-closures.h"
#include "hf-today-page.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

static void
test_due_words (void)
{
  const gint64 minute = 60 * G_USEC_PER_SEC, hour = 60 * minute, day = 24 * hour;
  static const char *const words[] = { "due in 0 minutes", "due in 59 minutes", "due in 1 hour",
                                       "due in 2 days",    "1 minute late",     "3 hours late",
                                       "1 day late" };
  const gint64 left[] = { 0, 59 * minute, hour, 2 * day + hour, -minute, -3 * hour, -day };
  for (gsize i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autofree char *text = hf_today_due_words (10 * day, 10 * day + left[i]);
      g_assert_cmpstr (text, ==, words[i]);
    }
}

static void
test_call_words (void)
{
  g_autoptr (HfCallTask) call = hf_call_task_new ();
  g_autofree char *fresh = hf_today_call_words (call, G_TIME_SPAN_HOUR, 7);
  g_assert_cmpstr (fresh, ==, "Lost-customer interview · not called yet");
  call->attempts = 2;
  call->last_outcome = g_strdup ("no-answer");
  g_autofree char *tried = hf_today_call_words (call, G_TIME_SPAN_HOUR, 7);
  g_assert_cmpstr (tried, ==, "Lost-customer interview · 2 attempts, last: No answer");
  call->appointment_at = G_TIME_SPAN_DAY;
  g_autofree char *agreed = hf_today_call_words (call, G_TIME_SPAN_HOUR, 7);
  g_assert_cmpstr (
      agreed, ==,
      "Lost-customer interview · appointment tomorrow 08:00 (anybody) · 2 attempts, "
      "last: No answer");
  call->appointment_staff_id = 7;
  g_autofree char *mine = hf_today_call_words (call, G_TIME_SPAN_HOUR, 7);
  g_assert_nonnull (strstr (mine, "appointment tomorrow 08:00 (only you)"));
  call->appointment_staff = g_strdup ("小李");
  g_autofree char *other = hf_today_call_words (call, G_TIME_SPAN_HOUR, 8);
  g_assert_nonnull (strstr (other, "appointment tomorrow 08:00 (only 小李)"));
  call->open_interview_id = 1;
  g_autofree char *begun = hf_today_call_words (call, G_TIME_SPAN_HOUR, 7);
  g_assert_cmpstr (begun, ==, "Lost-customer interview · not finished, continue");
}

static void
test_tomorrow_words (void)
{
  g_autofree char *none = hf_today_tomorrow_words (0);
  g_autofree char *one = hf_today_tomorrow_words (1);
  g_autofree char *some = hf_today_tomorrow_words (12);
  g_assert_cmpstr (none, ==, "No call is planned for tomorrow yet.");
  g_assert_cmpstr (one, ==, "1 call is planned until tomorrow evening.");
  g_assert_cmpstr (some, ==, "12 calls are planned until tomorrow evening.");
}

static gpointer
part (GtkWidget *page, const char *name)
{
  return gtk_widget_get_template_child (page, HF_TYPE_TODAY_PAGE, name);
}

static void
wait_until_shown (GtkWidget *page, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkStack *stack = part (page, "stack");
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) != 0
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, name);
}

static gpointer
add_work (HfStoreSession *session, gpointer unused, GError **error)
{
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%d", i);
      customer->name = g_strdup_printf ("客户%d", i);
      customer->status = HF_CUSTOMER_LOST;
      customer->annual_value = i * 1000;
      customer->do_not_call = i == 1;
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
    }
  g_autoptr (HfPromise) promise = hf_promise_new ();
  promise->what = g_strdup ("Call back");
  promise->due_at = hf_time_now () - (gint64) 3600 * G_USEC_PER_SEC;
  return hf_store_promises_save (session, promise, error)
                 && hf_store_queue_fill (session, NULL, error)
             ? hf_test_calls_at_any_hour (session, NULL, error)
             : NULL;
}

static gpointer
call_all (HfStoreSession *session, gpointer unused, GError **error)
{
  gint64 now = hf_time_now ();
  g_autoptr (GPtrArray) queue = hf_store_queue_list (session, now, 10, error);
  for (guint i = 0; queue != NULL && i < queue->len; i++)
    {
      const HfCallTask *task = queue->pdata[i];
      g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
      attempt->task_id = task->id;
      attempt->customer_id = task->customer_id;
      attempt->outcome = g_strdup ("no-answer");
      attempt->started_at = attempt->ended_at = now;
      if (!hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, now + G_TIME_SPAN_HOUR,
                                  error))
        return NULL;
    }
  return queue != NULL ? HF_STORE_DONE : NULL;
}

static GtkWidget *
find_button (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_BUTTON (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child);
  return found;
}

static void
wait_until_visible (GtkWidget *widget)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!gtk_widget_get_visible (widget) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_visible (widget));
}

static int
count_rows (GtkListBox *list)
{
  int count = 0;
  while (gtk_list_box_get_row_at_index (list, count) != NULL)
    count++;
  return count;
}

static void
test_work_shows_and_promise_is_kept (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  GtkWidget *page = g_object_new (HF_TYPE_TODAY_PAGE, "store", store, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), page);
  gtk_window_set_child (GTK_WINDOW (window), toasts);
  gtk_window_present (GTK_WINDOW (window));
  wait_until_shown (page, "empty");

  g_assert_nonnull (hf_store_run (store, HF_STORE_WRITE, add_work, NULL, NULL, &error));
  wait_until_shown (page, "work");
  /* The one who does not want to be called is not there; the most valuable comes first. */
  g_assert_cmpint (count_rows (part (page, "calls")), ==, 2);
  g_assert_nonnull (strstr (gtk_label_get_text (part (page, "next_who")), "客户2"));
  g_assert_cmpint (count_rows (part (page, "promises")), ==, 1);

  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (part (page, "promises"), 0));
  g_assert_true (gtk_widget_has_css_class (row, "late"));

  /* When all that is done, it says so, and what comes next. */
  g_assert_false (gtk_widget_get_visible (part (page, "all_done")));
  g_signal_emit_by_name (find_button (row), "clicked");
  g_assert_nonnull (hf_store_run (store, HF_STORE_WRITE, call_all, NULL, NULL, &error));
  wait_until_visible (part (page, "all_done"));
  g_assert_false (gtk_widget_get_visible (part (page, "promise_group")));
  g_assert_cmpstr (gtk_label_get_text (part (page, "tomorrow")), ==,
                   "2 calls are planned until tomorrow evening.");
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  hf_store_close (store);
}

/* Nobody may be called today, nor tomorrow, but in three days. */
static gpointer
close_today (HfStoreSession *session, gpointer unused, GError **error)
{
  HfCallingRules rules = { .cap = 0 };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) later = g_date_time_add_days (now, 3);
  rules.days[g_date_time_get_day_of_week (later) - 1] = (HfCallingDay){ 9 * 60, 17 * 60 };
  return hf_store_calling_rules_save (session, &rules, error) ? HF_STORE_DONE : NULL;
}

static void
note_start (GSimpleAction *action, GVariant *customer, gpointer window)
{
  gint64 *started = g_object_get_data (window, "started");
  *started = g_variant_get_int64 (customer);
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  for (GList *window = windows; window != NULL; window = window->next)
    if (ADW_IS_MESSAGE_DIALOG (window->data))
      return window->data;
  return NULL;
}

static void
wait_for_start (const gint64 *started)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (*started == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (*started, !=, 0);
}

static AdwMessageDialog *
wait_for_dialog (void)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (find_dialog () == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find_dialog ());
  return find_dialog ();
}

static void
test_next_call_asks_at_a_late_hour (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (hf_store_run (store, HF_STORE_WRITE, add_work, NULL, NULL, &error));
  GtkWidget *page = g_object_new (HF_TYPE_TODAY_PAGE, "store", store, NULL);
  GtkWidget *window = gtk_window_new ();
  gint64 started = 0;
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) start = g_simple_action_new ("start-interview",
                                                         G_VARIANT_TYPE_INT64);
  g_signal_connect (start, "activate", G_CALLBACK (note_start), window);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (start));
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (actions));
  g_object_set_data (G_OBJECT (window), "started", &started);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  wait_until_shown (page, "work");

  gtk_widget_activate_action (page, "page.next-call", NULL);
  wait_for_start (&started);
  started = 0;

  g_assert_nonnull (hf_store_run (store, HF_STORE_WRITE, close_today, NULL, NULL, &error));
  gtk_widget_activate_action (page, "page.next-call", NULL);
  AdwMessageDialog *dialog = wait_for_dialog ();
  g_assert_cmpint (started, ==, 0);
  adw_message_dialog_response (dialog, "call");
  wait_for_start (&started);

  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  hf_store_close (store);
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  g_test_add_func ("/today-page/due-words", test_due_words);
  g_test_add_func ("/today-page/call-words", test_call_words);
  g_test_add_func ("/today-page/tomorrow-words", test_tomorrow_words);
  g_test_add_func ("/today-page/work", test_work_shows_and_promise_is_kept);
  g_test_add_func ("/today-page/late-hour", test_next_call_asks_at_a_late_hour);
  return g_test_run ();
}
