#include "config.h"

#include <adwaita.h>

#include "hf-call-log.h"
#include "hf-store-attempts.h"
#include "hf-store-customers.h"
#include "hf-store-promises.h"
#include "hf-store-timeline.h"
#include "hf-store.h"
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
  g_assert_cmpuint (calls->len, ==, 1);
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

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/call-log/happened", Fixture, NULL, set_up, test_call_that_happened, tear_down);
  g_test_add ("/call-log/incomplete", Fixture, NULL, set_up, test_incomplete_is_refused,
              tear_down);
  return g_test_run ();
}
