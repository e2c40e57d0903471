#include "config.h"

#include <adwaita.h>

#include "hf-review-window.h"
#include "hf-store-interviews.h"
#include "hf-store-reviews.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-test-interview.h"
#include "hf-test-ui.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  HfStore *store;
  GtkWidget *window;
  gint64 customer_id;
  gint64 asker_id;
  gint64 reviewer_id;
  gint64 interview_id;
} Fixture;

typedef gboolean (*Check) (Fixture *fixture);

static gpointer
lead_interview (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *fixture = data;
  if (!hf_store_staff_ensure (session, "李明", 0, &fixture->asker_id, error)
      || !hf_store_staff_ensure (session, "王店长", 0, &fixture->reviewer_id, error))
    return NULL;
  hf_store_session_set_staff_id (session, fixture->asker_id);
  g_autoptr (HfInterview) interview = hf_store_interviews_start (
      session, fixture->customer_id, HF_INTERVIEW_LOST, "zh_CN", error);
  if (interview == NULL)
    return NULL;
  fixture->interview_id = interview->id;
  g_autoptr (HfAnswer) answer = hf_answer_new ();
  answer->interview_id = interview->id;
  answer->question = g_strdup ("consent");
  answer->value = g_strdup ("yes");
  return hf_store_answers_save (session, answer, error)
                 && hf_store_interviews_finish (session, interview, "completed",
                                                HF_INTERVIEW_COMPLETED, 0, "忙", error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (fixture->window, HF_TYPE_REVIEW_WINDOW, name);
}

static void
wait_until (Fixture *fixture, Check check)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!check (fixture) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (check (fixture));
}

static gboolean
shows_interview (Fixture *fixture)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (part (fixture, "stack")), "interview")
         == 0;
}

static gboolean
shows_nothing (Fixture *fixture)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (part (fixture, "stack")), "nothing") == 0
         && *adw_status_page_get_title (part (fixture, "nothing")) != '\0';
}

static void
open_window (Fixture *fixture, gint64 staff_id)
{
  hf_store_set_staff_id (fixture->store, staff_id);
  fixture->window = hf_review_window_new (NULL, fixture->store, NULL, 0);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (fixture, shows_interview);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = hf_test_interview_new_store (":memory:", &fixture->customer_id);
  hf_test_interview_run (fixture->store, lead_interview, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->store);
}

static void
test_own_is_only_read (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, fixture->asker_id);
  g_assert_true (gtk_widget_get_visible (part (fixture, "own")));
  g_assert_false (gtk_widget_get_visible (part (fixture, "says")));
}

static gpointer
read_comments (HfStoreSession *session, gpointer interview_id, GError **error)
{
  return hf_store_reviews_list_comments (session, *(gint64 *) interview_id, error);
}

static GPtrArray *
get_comments (Fixture *fixture)
{
  return hf_test_interview_run (fixture->store, read_comments, &fixture->interview_id);
}

static gboolean
is_commented (Fixture *fixture)
{
  g_autoptr (GPtrArray) comments = get_comments (fixture);
  return comments->len == 1;
}

static gpointer
read_review (HfStoreSession *session, gpointer interview_id, GError **error)
{
  return hf_store_reviews_get (session, *(gint64 *) interview_id, error);
}

static gboolean
is_returned (Fixture *fixture)
{
  g_autoptr (HfReview) review = hf_test_interview_run (fixture->store, read_review,
                                                       &fixture->interview_id);
  gtk_widget_activate_action (fixture->window, "review.return", NULL);
  return review->state == HF_REVIEW_RETURNED;
}

/* The comment is on the answer that is chosen. */
static void
test_commented_and_returned (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, fixture->reviewer_id);
  GtkListBox *answers = part (fixture, "answers");
  g_assert_null (gtk_list_box_get_row_at_index (answers, 2));
  gtk_list_box_select_row (answers, gtk_list_box_get_row_at_index (answers, 1));
  gtk_editable_set_text (part (fixture, "words"), "请再问一次");
  g_signal_emit_by_name (part (fixture, "words"), "activate");
  wait_until (fixture, is_commented);
  g_autoptr (GPtrArray) comments = get_comments (fixture);
  const HfReviewComment *comment = comments->pdata[0];
  g_assert_cmpstr (comment->question, ==, "consent");
  g_assert_cmpstr (comment->words, ==, "请再问一次");
  g_assert_cmpstr (comment->staff, ==, "王店长");
  wait_until (fixture, is_returned);
  wait_until (fixture, shows_nothing);
}

static gpointer
read_accepted (HfStoreSession *session, gpointer unused, GError **error)
{
  HfReviewFilter filter = { .state = HF_REVIEW_ACCEPTED };
  return hf_store_reviews_list_keys (session, &filter, error);
}

static gboolean
is_accepted (Fixture *fixture)
{
  g_autoptr (GArray) accepted = hf_test_interview_run (fixture->store, read_accepted, NULL);
  return accepted->len == 1;
}

static void
test_accepted (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, fixture->reviewer_id);
  gtk_widget_activate_action (fixture->window, "review.accept", NULL);
  wait_until (fixture, is_accepted);
  wait_until (fixture, shows_nothing);
}

int
main (int argc, char *argv[])
{
  hf_test_ui_init (&argc, &argv);
  g_test_add ("/review-window/own", Fixture, NULL, set_up, test_own_is_only_read, tear_down);
  g_test_add ("/review-window/returned", Fixture, NULL, set_up, test_commented_and_returned,
              tear_down);
  g_test_add ("/review-window/accepted", Fixture, NULL, set_up, test_accepted, tear_down);
  return g_test_run ();
}
