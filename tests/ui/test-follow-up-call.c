#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "hf-complaint-detail.h"
#include "hf-interview-page.h"
#include "hf-store-complaints.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-interviews.h"
#include "hf-store-queue.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-test-ui.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

/* A customer whose complaint one of two colleagues dealt with. */
typedef struct
{
  HfStore *store;
  gint64 customer_id;
  gint64 complaint_id;
  gint64 handler_id;
  gint64 other_id;
  GtkWidget *window;
  HfInterviewPage *page;
} Fixture;

static gboolean
add_staff (HfStoreSession *session, const char *name, gint64 *id, GError **error)
{
  g_autoptr (HfStaff) staff = hf_staff_new ();
  staff->code = g_strdup (name);
  staff->name = g_strdup (name);
  gboolean saved = hf_store_staff_save (session, staff, error);
  *id = staff->id;
  return saved;
}

static gpointer
fill (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  customer->code = g_strdup ("C1");
  customer->name = g_strdup ("王女士");
  complaint->customer_code = g_strdup ("C1");
  complaint->received_at = hf_store_session_get_now (session);
  if (!add_staff (session, "小李", &fixture->handler_id, error)
      || !add_staff (session, "小张", &fixture->other_id, error)
      || !hf_store_customers_save (session, customer, error))
    return NULL;
  hf_store_session_set_staff_id (session, fixture->handler_id);
  if (!hf_store_complaints_save (session, complaint, error)
      || !hf_store_complaints_move (session, complaint, HF_COMPLAINT_RESPONDED, "换件", error))
    return NULL;
  fixture->customer_id = customer->id;
  fixture->complaint_id = complaint->id;
  return HF_STORE_DONE;
}

static void
run (Fixture *fixture, HfStoreFunc func)
{
  g_autoptr (GError) error = NULL;
  gpointer done = hf_store_run (fixture->store, HF_STORE_WRITE, func, fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (done);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  run (fixture, fill);
  fixture->page = g_object_new (HF_TYPE_INTERVIEW_PAGE, "store", fixture->store, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  hf_store_close (fixture->store);
  g_object_unref (fixture->store);
}

static gpointer
part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->page), HF_TYPE_INTERVIEW_PAGE,
                                        name);
}

static void
start_and_wait_for (Fixture *fixture, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkStack *stack = part (fixture, "stack");
  hf_interview_page_start (fixture->page, fixture->customer_id);
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) != 0
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, name);
}

static void
assert_failure (Fixture *fixture, const char *title, const char *leave)
{
  g_assert_cmpstr (adw_status_page_get_title (part (fixture, "failure")), ==, title);
  g_assert_cmpstr (gtk_button_get_label (part (fixture, "leave")), ==, leave);
  g_assert_false (gtk_widget_get_visible (part (fixture, "again")));
}

static void
test_the_handler_is_told_to_leave_it (Fixture *fixture, gconstpointer data)
{
  hf_store_set_staff_id (fixture->store, fixture->handler_id);
  start_and_wait_for (fixture, "failure");
  assert_failure (fixture, "You dealt with the complaint of 王女士 yourself",
                  "Leave It to _Others");
  hf_store_set_staff_id (fixture->store, fixture->other_id);
  start_and_wait_for (fixture, "desk");
}

static gpointer
withdraw (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *fixture = data;
  gint64 id = 0;
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("C2");
  customer->name = g_strdup ("李先生");
  if (!hf_store_customers_save (session, customer, error))
    return NULL;
  fixture->customer_id = customer->id;
  return hf_store_queue_add (session, fixture->customer_id, HF_INTERVIEW_WIN_BACK, 0, NULL, &id,
                             error)
                 && hf_store_consents_add (session, fixture->customer_id, "win-back", FALSE, 0,
                                           NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_no_offer_is_made_without_consent (Fixture *fixture, gconstpointer data)
{
  run (fixture, withdraw);
  start_and_wait_for (fixture, "failure");
  assert_failure (fixture, "李先生 does not agree to offers", "_Leave");
}

static gpointer
follow_up (HfStoreSession *session, gpointer data, GError **error)
{
  static const char *const answers[][2] = { { "solved", "partly" },
                                            { "handling-satisfaction", "4" } };
  const Fixture *fixture = data;
  hf_store_session_set_staff_id (session, fixture->other_id);
  g_autoptr (HfInterview) interview = hf_store_interviews_start (
      session, fixture->customer_id, HF_INTERVIEW_FOLLOW_UP, "en", error);
  for (gsize i = 0; interview != NULL && i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (HfAnswer) answer = hf_answer_new ();
      answer->interview_id = interview->id;
      answer->question = g_strdup (answers[i][0]);
      answer->value = g_strdup (answers[i][1]);
      if (!hf_store_answers_save (session, answer, error))
        return NULL;
    }
  return interview != NULL
                 && hf_store_interviews_finish (session, interview, "completed",
                                                HF_INTERVIEW_COMPLETED, 0, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

/* The subtitle of the row of a list that has a title; NULL where there is none. */
static const char *
told (GtkWidget *detail, const char *list, const char *title)
{
  gpointer box = gtk_widget_get_template_child (detail, HF_TYPE_COMPLAINT_DETAIL, list);
  for (GtkWidget *row = gtk_widget_get_first_child (box); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  return NULL;
}

static const char *
wait_until_told (GtkWidget *detail, const char *list, const char *title)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (told (detail, list, title) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (told (detail, list, title));
  return told (detail, list, title);
}

static void
test_the_complaint_tells_what_was_found (Fixture *fixture, gconstpointer data)
{
  GtkWidget *detail = g_object_new (HF_TYPE_COMPLAINT_DETAIL, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), detail);
  hf_store_set_staff_id (fixture->store, fixture->handler_id);
  hf_complaint_detail_set_store (HF_COMPLAINT_DETAIL (detail), fixture->store);
  hf_complaint_detail_show (HF_COMPLAINT_DETAIL (detail), fixture->complaint_id);
  const char *waiting = wait_until_told (detail, "follow_ups", "Second follow-up");
  g_assert_nonnull (strstr (waiting, "by a colleague: you dealt with it"));

  run (fixture, follow_up);
  const char *found = wait_until_told (detail, "steps", "Second follow-up: Settled in part");
  g_assert_nonnull (strstr (found, " · 小张 · 4 of 5"));
  const char *again = wait_until_told (detail, "follow_ups", "Second follow-up");
  g_assert_nonnull (strstr (again, "call 2 of at most 3"));
}

#define ADD(path, func)                                                                        \
  g_test_add ("/follow-up-call/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("handler", test_the_handler_is_told_to_leave_it);
  ADD ("consent", test_no_offer_is_made_without_consent);
  ADD ("complaint", test_the_complaint_tells_what_was_found);
  return g_test_run ();
}
