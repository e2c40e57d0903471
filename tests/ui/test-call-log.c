#include "config.h"

#include <adwaita.h>

#include "hf-appointment-form.h"
#include "hf-call-log.h"
#include "hf-outcome.h"
#include "hf-store-agenda.h"
#include "hf-store-attempts.h"
#include "hf-store-customers.h"
#include "hf-store-promises.h"
#include "hf-store-queue.h"
#include "hf-store-staff.h"
#include "hf-store-timeline.h"
#include "hf-store.h"
#include "hf-test-calls.h"
#include "hf-test-noon.h"
#include "hf-test-ui.h"
#include "hf-time.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  HfStore *store;
  GtkWidget *window;
  GtkWidget *log;
  gint64 id;
} Fixture;

static gpointer
fill (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("C1");
  customer->name = g_strdup ("王女士");
  customer->phone = g_strdup ("13812345678 / 13911112222");
  customer->do_not_call = TRUE;
  customer->do_not_call_on = g_strdup ("2026-03-12");
  customer->do_not_call_reason = g_strdup ("夜班");
  if (!hf_store_customers_save (session, customer, error))
    return NULL;
  fixture->id = customer->id;
  return HF_STORE_DONE;
}

static gpointer
part (GtkWidget *widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static gpointer
part_of_form (Fixture *fixture, const char *name)
{
  return part (part (fixture->log, "form"), name);
}

static void
wait_for_refusal (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!gtk_widget_get_visible (part (fixture->log, "refusal_bar"))
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (gtk_widget_get_visible (part (fixture->log, "refusal_bar")));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay = adw_toast_overlay_new ();
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (hf_store_run (fixture->store, HF_STORE_WRITE, fill, fixture, NULL, &error));
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new (""));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->log = hf_call_log_new (adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay)),
                                  fixture->store, fixture->id);
  g_object_add_weak_pointer (G_OBJECT (fixture->log), (gpointer *) &fixture->log);
  gtk_window_present (GTK_WINDOW (fixture->log));
  wait_for_refusal (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->log != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->log));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->store);
}

static gpointer
list_attempts (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_attempts_list (session, *(gint64 *) id, error);
}

static gpointer
list_promises (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_promises_list_of_customer (session, *(gint64 *) id, error);
}

static gpointer
list_calls (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_timeline_list (session, *(gint64 *) id, HF_TIMELINE_CALL, NULL, 10, error);
}

static GPtrArray *
list (Fixture *fixture, HfStoreFunc func)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = hf_store_run (fixture->store, HF_STORE_READ, func, &fixture->id, NULL,
                                   &error);
  g_assert_no_error (error);
  return found;
}

static void
choose_outcome (Fixture *fixture, int index)
{
  GtkListBox *outcomes = part_of_form (fixture, "outcomes");
  gtk_list_box_select_row (outcomes, gtk_list_box_get_row_at_index (outcomes, index));
}

static void
save (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gtk_widget_activate_action (fixture->log, "finish.finish", NULL);
  while (fixture->log != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (fixture->log);
}

/* Who is not to be called was called: why not is said, and the call is logged all the same. */
static void
test_call_that_happened (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (gtk_label_get_text (part (fixture->log, "refusal")), ==,
                   "Do not call since 2026-03-12: 夜班.");
  choose_outcome (fixture, 0);
  gtk_text_buffer_set_text (part_of_form (fixture, "note"), "谢谢", -1);
  gtk_check_button_set_active (part_of_form (fixture, "promised"), TRUE);
  gtk_editable_set_text (part_of_form (fixture, "what"), "Send the invoice");
  save (fixture);

  g_autoptr (GPtrArray) attempts = list (fixture, list_attempts);
  g_autoptr (GPtrArray) promises = list (fixture, list_promises);
  g_autoptr (GPtrArray) calls = list (fixture, list_calls);
  g_assert_cmpuint (attempts->len, ==, 1);
  const HfCallAttempt *attempt = attempts->pdata[0];
  g_assert_cmpstr (attempt->outcome, ==, "completed");
  g_assert_cmpstr (attempt->note, ==, "谢谢");
  g_assert_cmpint (attempt->task_id, ==, 0);
  g_assert_cmpint (attempt->interview_id, ==, 0);
  g_assert_cmpint (attempt->ended_at, >=, attempt->started_at);
  g_assert_cmpuint (promises->len, ==, 1);
  g_assert_cmpstr (((HfPromise *) promises->pdata[0])->what, ==, "Send the invoice");
  g_assert_cmpint (((HfPromise *) promises->pdata[0])->attempt_id, !=, 0);
  g_assert_cmpuint (calls->len, ==, 1);
}

static GPtrArray *
log_completed (Fixture *fixture)
{
  choose_outcome (fixture, 0);
  save (fixture);
  return list (fixture, list_attempts);
}

/* Each press is ten minutes; how long such a call took is not known. */
static void
test_call_some_time_ago (Fixture *fixture, gconstpointer data)
{
  gint64 begun = hf_time_now ();
  gtk_widget_activate_action (fixture->log, "log.earlier", NULL);
  gtk_widget_activate_action (fixture->log, "log.earlier", NULL);
  g_autoptr (GPtrArray) attempts = log_completed (fixture);
  const HfCallAttempt *attempt = attempts->pdata[0];
  g_assert_cmpint (attempt->started_at, <=, begun - 20 * G_TIME_SPAN_MINUTE);
  g_assert_cmpint (attempt->started_at, >, begun - 60 * G_TIME_SPAN_MINUTE);
  g_assert_cmpint (attempt->ended_at, ==, attempt->started_at);
}

static void
test_call_that_is_to_come (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (part (fixture->log, "when"), "2999-01-01 10:00");
  choose_outcome (fixture, 0);
  gtk_widget_activate_action (fixture->log, "finish.finish", NULL);
  g_assert_true (gtk_widget_get_visible (part_of_form (fixture, "error")));
  g_autoptr (GPtrArray) attempts = list (fixture, list_attempts);
  g_assert_cmpuint (attempts->len, ==, 0);
}

/* Where something is missing nothing is stored, and the window stays. */
static void
test_incomplete_is_refused (Fixture *fixture, gconstpointer data)
{
  choose_outcome (fixture, 4);
  gtk_widget_activate_action (fixture->log, "finish.finish", NULL);
  g_assert_true (gtk_widget_get_visible (part_of_form (fixture, "error")));
  g_autoptr (GPtrArray) attempts = list (fixture, list_attempts);
  g_assert_cmpuint (attempts->len, ==, 0);
}

/* The form of the time has read what it judges by. */
static gpointer
wait_for_appointment (Fixture *fixture, const char *name, gboolean visible)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkWidget *widget = part (part_of_form (fixture, "appointment"), name);
  while (gtk_widget_get_visible (widget) != visible && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (gtk_widget_get_visible (widget) == visible);
  return widget;
}

static gpointer
add_my_appointment (HfStoreSession *session, gpointer moment, GError **error)
{
  g_autoptr (HfStaff) staff = hf_staff_new ();
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  staff->code = g_strdup ("7");
  staff->name = g_strdup ("小李");
  staff->active = TRUE;
  customer->code = g_strdup ("C2");
  customer->name = g_strdup ("李先生");
  if (!hf_store_staff_save (session, staff, error)
      || !hf_store_customers_save (session, customer, error))
    return NULL;
  attempt->customer_id = customer->id;
  attempt->outcome = g_strdup ("call-back");
  attempt->started_at = attempt->ended_at = hf_time_now ();
  if (!hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, *(gint64 *) moment, error)
      || !hf_store_agenda_keep (session, customer->id, HF_INTERVIEW_LOST, staff->id, error)
      || !hf_test_calls_at_any_hour (session, NULL, error))
    return NULL;
  return g_steal_pointer (&staff);
}

static gpointer
allow_calls (HfStoreSession *session, gpointer id, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, *(gint64 *) id, error);
  customer->do_not_call = FALSE;
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static gpointer
list_appointments (HfStoreSession *session, gpointer unused, GError **error)
{
  HfAgendaSpan all = { 1, G_MAXINT64, TRUE };
  return hf_store_agenda_list (session, &all, 10, error);
}

/* Tomorrow at eleven, by the minute. */
static gint64
tomorrow_at_eleven (void)
{
  g_autofree char *today = hf_time_today ();
  g_autofree char *tomorrow = hf_time_add_days (today, 1);
  return hf_time_start_of_day (tomorrow) + 11 * G_TIME_SPAN_HOUR;
}

static void
assert_typed (GtkEditable *again, gint64 moment)
{
  g_autofree char *text = hf_time_format_moment (moment);
  g_assert_cmpstr (gtk_editable_get_text (again), ==, text);
}

static void
press (Fixture *fixture, guint keyval)
{
  g_assert_true (hf_appointment_form_press (part_of_form (fixture, "appointment"), keyval));
}

/* What is in the way is said and the next free time is one key away; nothing is forbidden. */
static void
test_appointment_of_mine (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 taken = tomorrow_at_eleven ();
  g_autoptr (HfStaff) me = hf_store_run (fixture->store, HF_STORE_WRITE, add_my_appointment,
                                         &taken, NULL, &error);
  g_assert_no_error (error);
  hf_store_set_staff_id (fixture->store, me->id);
  HfAppointmentForm *form = part_of_form (fixture, "appointment");
  hf_appointment_form_set_call (form, fixture->store, fixture->id, HF_INTERVIEW_FOLLOW_UP);
  choose_outcome (fixture, 2);
  GtkWidget *only_me = part (GTK_WIDGET (form), "only_me");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!gtk_widget_is_sensitive (only_me) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  hf_appointment_form_set_moment (form, taken + 10 * G_TIME_SPAN_MINUTE);
  press (fixture, GDK_KEY_m);
  wait_for_appointment (fixture, "clash_box", TRUE);
  g_assert_cmpstr (gtk_label_get_text (part (GTK_WIDGET (form), "clash")), ==,
                   "You have 李先生 tomorrow 11:00 already; a call usually takes 15 minutes.");
  press (fixture, GDK_KEY_f);
  wait_for_appointment (fixture, "clash_box", FALSE);
  assert_typed (part (GTK_WIDGET (form), "again"), taken + 15 * G_TIME_SPAN_MINUTE);
  hf_appointment_form_set_moment (form, taken);
  wait_for_appointment (fixture, "clash_box", TRUE);
  g_assert_nonnull (
      hf_store_run (fixture->store, HF_STORE_WRITE, allow_calls, &fixture->id, NULL, &error));
  save (fixture);

  g_autoptr (GPtrArray) kept = list (fixture, list_appointments);
  g_assert_cmpuint (kept->len, ==, 2);
  for (guint i = 0; i < kept->len; i++)
    {
      const HfCallTask *task = kept->pdata[i];
      g_assert_cmpint (task->appointment_at, ==, taken);
      g_assert_cmpint (task->appointment_staff_id, ==, me->id);
    }
}

/* Only an outcome by which the customer names a time asks who keeps it. */
static void
test_only_an_appointment_is_kept_by_somebody (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = part_of_form (fixture, "appointment");
  choose_outcome (fixture, 2);
  g_assert_true (gtk_widget_get_visible (part (form, "keepers")));
  choose_outcome (fixture, 6);
  g_assert_true (gtk_widget_get_visible (form));
  g_assert_false (gtk_widget_get_visible (part (form, "keepers")));
  choose_outcome (fixture, 0);
  g_assert_false (gtk_widget_get_visible (form));
}

static gpointer
get_customer (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_customers_get (session, *(gint64 *) id, error);
}

static gpointer
find_waiting (HfStoreSession *session, gpointer id, GError **error)
{
  gint64 task = 0;
  for (int kind = 0; hf_interview_kinds[kind].name != NULL && task == 0; kind++)
    if (!hf_store_queue_find (session, *(gint64 *) id, (HfInterviewKind) kind, &task, error))
      return NULL;
  return hf_store_queue_get (session, task, error);
}

/* Where a number is wrong the customer's other one is offered, and takes its place. */
static void
test_another_number_is_called (Fixture *fixture, gconstpointer data)
{
  gsize n_outcomes;
  GtkEditable *number = part_of_form (fixture, "number");
  g_assert_false (gtk_widget_get_visible (part_of_form (fixture, "number_box")));
  choose_outcome (fixture, hf_outcome_find ("wrong-number") - hf_outcome_list (&n_outcomes));
  g_assert_true (gtk_widget_get_visible (part_of_form (fixture, "number_box")));
  g_assert_cmpstr (gtk_editable_get_text (number), ==, "13911112222");
  g_assert_cmpstr (gtk_label_get_text (part_of_form (fixture, "next")), ==,
                   "Will be called next on 13911112222, which goes into the customer’s file.");
  g_assert_cmpstr (gtk_label_get_text (part_of_form (fixture, "counts")), ==,
                   "Interim code 3.9 of AAPOR · until then counts as unknown whether it is the "
                   "customer (UO)");
  static const char *const bad[] = { "+86 138 1234 5678", "12" };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      gtk_editable_set_text (number, bad[i]);
      gtk_widget_activate_action (fixture->log, "finish.finish", NULL);
      g_assert_true (gtk_widget_get_visible (part_of_form (fixture, "error")));
    }
  gtk_editable_set_text (number, "13911112222");
  save (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCustomer) customer = hf_store_run (fixture->store, HF_STORE_READ, get_customer,
                                                  &fixture->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (customer->phone, ==, "13911112222");
  g_autoptr (HfCallTask) task = hf_store_run (fixture->store, HF_STORE_READ, find_waiting,
                                              &fixture->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (task->state, ==, HF_CALL_TASK_WAITING);
  g_assert_cmpstr (task->last_outcome, ==, "wrong-number");
}

int
main (int argc, char *argv[])
{
  hf_test_noon_set ();
  hf_test_ui_init (&argc, &argv);
  g_test_add ("/call-log/happened", Fixture, NULL, set_up, test_call_that_happened, tear_down);
  g_test_add ("/call-log/earlier", Fixture, NULL, set_up, test_call_some_time_ago, tear_down);
  g_test_add ("/call-log/to-come", Fixture, NULL, set_up, test_call_that_is_to_come, tear_down);
  g_test_add ("/call-log/incomplete", Fixture, NULL, set_up, test_incomplete_is_refused,
              tear_down);
  g_test_add ("/call-log/appointment", Fixture, NULL, set_up, test_appointment_of_mine,
              tear_down);
  g_test_add ("/call-log/keepers", Fixture, NULL, set_up,
              test_only_an_appointment_is_kept_by_somebody, tear_down);
  g_test_add ("/call-log/other-number", Fixture, NULL, set_up, test_another_number_is_called,
              tear_down);
  return g_test_run ();
}
