#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "hf-call-claim.h"
#include "hf-interview-page.h"
#include "hf-store-claims.h"
#include "hf-test-interview.h"
#include "hf-test-ui.h"

/* Two desks at one database; one customer. */
typedef struct
{
  HfStore *store;
  gint64 customer_id;
  GtkWidget *window;
  HfInterviewPage *page;
} Fixture;

#define PATIENCE (20 * G_USEC_PER_SEC)

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = hf_test_interview_new_store (":memory:", &fixture->customer_id);
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
wait_until_shown (Fixture *fixture, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkStack *stack = part (fixture, "stack");
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) != 0
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, name);
}

static gpointer
take (HfStoreSession *session, gpointer customer_id, GError **error)
{
  gboolean taken = FALSE;
  hf_store_claims_take (session, *(gint64 *) customer_id, &taken, error);
  g_assert_true (taken);
  return HF_STORE_DONE;
}

static gpointer
release (HfStoreSession *session, gpointer customer_id, GError **error)
{
  return hf_store_claims_release (session, *(gint64 *) customer_id, error) ? HF_STORE_DONE
                                                                           : NULL;
}

static void
at_other_desk (Fixture *fixture, HfStoreFunc func)
{
  hf_store_set_desk (fixture->store, 2);
  hf_test_interview_run (fixture->store, func, &fixture->customer_id);
  hf_store_set_desk (fixture->store, 1);
}

static void
test_a_customer_of_another_desk_is_left_to_it (Fixture *fixture, gconstpointer data)
{
  at_other_desk (fixture, take);
  hf_interview_page_start (fixture->page, fixture->customer_id);
  wait_until_shown (fixture, "failure");
  const char *title = adw_status_page_get_title (part (fixture, "failure"));
  g_assert_nonnull (strstr (title, "Another desk has been calling 王女士 since "));

  at_other_desk (fixture, release);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.reload", NULL);
  wait_until_shown (fixture, "desk");
}

static gpointer
find_other (HfStoreSession *session, gpointer customer_id, GError **error)
{
  return hf_store_claims_find_other (session, *(gint64 *) customer_id, error);
}

static HfClaim *
seen_from_other_desk (Fixture *fixture)
{
  hf_store_set_desk (fixture->store, 2);
  HfClaim *claim = hf_store_run (fixture->store, HF_STORE_WRITE, find_other,
                                 &fixture->customer_id, NULL, NULL);
  hf_store_set_desk (fixture->store, 1);
  return claim;
}

static gpointer
do_nothing (HfStoreSession *session, gpointer unused, GError **error)
{
  return HF_STORE_DONE;
}

static void
on_done (GObject *store, GAsyncResult *result, gpointer done)
{
  *(gboolean *) done = hf_store_run_finish (HF_STORE (store), result, NULL) != NULL;
}

/* Works that write are done one after the other. */
static void
wait_until_written (Fixture *fixture)
{
  gboolean done = FALSE;
  hf_store_run_async (fixture->store, HF_STORE_WRITE, do_nothing, NULL, NULL, NULL, NULL,
                      on_done, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_a_call_keeps_the_customer_while_it_lasts (Fixture *fixture, gconstpointer data)
{
  hf_store_set_desk (fixture->store, 1);
  hf_interview_page_start (fixture->page, fixture->customer_id);
  wait_until_shown (fixture, "desk");
  g_autoptr (HfClaim) claim = seen_from_other_desk (fixture);
  g_assert_nonnull (claim);

  g_autoptr (HfCallClaim) kept = hf_call_claim_new (fixture->store, fixture->customer_id);
  g_clear_object (&kept);
  wait_until_written (fixture);
  g_autoptr (HfClaim) gone = seen_from_other_desk (fixture);
  g_assert_null (gone);
}

static void
on_jumped (HfCallClaim *claim, gint64 seconds, gint64 *jump)
{
  *jump = seconds;
}

static void
test_a_jump_of_the_clock_is_noticed (Fixture *fixture, gconstpointer data)
{
  gint64 jump = 0, day = G_TIME_SPAN_DAY;
  g_autoptr (HfCallClaim) claim = hf_call_claim_new (fixture->store, fixture->customer_id);
  hf_call_claim_look (claim, day, day);
  g_signal_connect (claim, "jumped", G_CALLBACK (on_jumped), &jump);
  hf_call_claim_look (claim, day + G_TIME_SPAN_HOUR, day + G_TIME_SPAN_HOUR);
  g_assert_cmpint (jump, ==, 0);
  hf_call_claim_look (claim, day + 3 * G_TIME_SPAN_HOUR, day + G_TIME_SPAN_HOUR);
  g_assert_cmpint (jump, ==, 2 * 3600);
  hf_call_claim_look (claim, day, day + G_TIME_SPAN_HOUR);
  g_assert_cmpint (jump, ==, -3 * 3600);
}

#define ADD(path, func) g_test_add ("/call-claim/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("another-desk", test_a_customer_of_another_desk_is_left_to_it);
  ADD ("kept", test_a_call_keeps_the_customer_while_it_lasts);
  ADD ("clock", test_a_jump_of_the_clock_is_noticed);
  return g_test_run ();
}
