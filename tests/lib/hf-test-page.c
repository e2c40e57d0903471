#include "config.h"

#include "hf-test-page.h"

#include <string.h>

#include "hf-coded-reason.h"
#include "hf-interview-session.h"
#include "hf-store-interviews.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

void
hf_test_page_wait_until (HfTestPage *fixture, HfTestPageCheck check, const char *what)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!check (fixture, what) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  if (!check (fixture, what))
    g_error ("waited in vain for %s", what);
}

gboolean
hf_test_page_is_at (HfTestPage *fixture, const char *question)
{
  HfInterviewSession *session = fixture->desk->session;
  HfQuestion *shown = session != NULL ? hf_interview_session_get_question (session) : NULL;
  return shown != NULL && !hf_interview_session_is_busy (session)
         && strcmp (shown->id, question) == 0;
}

gboolean
hf_test_page_is_shown (HfTestPage *fixture, const char *name)
{
  GtkStack *stack = hf_test_widgets_get_part (fixture->page, "stack");
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) == 0;
}

void
hf_test_page_show_page (HfTestPage *fixture, int width)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  fixture->page = g_object_new (HF_TYPE_INTERVIEW_PAGE, "store", fixture->store, NULL);
  fixture->desk = hf_test_widgets_get_part (fixture->page, "desk");
  fixture->window = gtk_window_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  hf_interview_page_start (fixture->page, fixture->customer_id);
}

void
hf_test_page_close_page (HfTestPage *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
hf_test_page_set_up (HfTestPage *fixture, gconstpointer width)
{
  fixture->store = hf_test_interview_new_store (":memory:", &fixture->customer_id);
  hf_test_page_show_page (fixture, GPOINTER_TO_INT (width));
  hf_test_page_wait_until (fixture, hf_test_page_is_shown, "desk");
}

void
hf_test_page_tear_down (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_close_page (fixture);
  hf_store_close (fixture->store);
  g_object_unref (fixture->store);
}

HfQuestionView *
hf_test_page_get_view (HfTestPage *fixture)
{
  GtkWidget *box = hf_test_widgets_get_part (fixture->desk->pane, "answer");
  return HF_QUESTION_VIEW (gtk_widget_get_first_child (box));
}

gpointer
hf_test_page_part_of_pane (HfTestPage *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->desk->pane), HF_TYPE_QUESTION_PANE,
                                        name);
}

void
hf_test_page_go_on (HfTestPage *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.next", NULL);
}

void
hf_test_page_answer (HfTestPage *fixture, const char *question, const char *value)
{
  hf_test_page_wait_until (fixture, hf_test_page_is_at, question);
  if (value != NULL)
    hf_question_view_set_value (hf_test_page_get_view (fixture), value);
  hf_test_page_go_on (fixture);
}

static gpointer
read_interview (HfStoreSession *session, gpointer customer_id, GError **error)
{
  return hf_store_interviews_find_open (session, *(gint64 *) customer_id, error);
}

HfInterview *
hf_test_page_get_interview (HfTestPage *fixture)
{
  return hf_test_interview_run (fixture->store, read_interview, &fixture->customer_id);
}

static gpointer
read_answers (HfStoreSession *session, gpointer interview, GError **error)
{
  return hf_store_answers_list (session, ((HfInterview *) interview)->id, error);
}

/* "value state, .." of all answers to a question, in order of time. */
static char *
dup_history (HfTestPage *fixture, const char *question)
{
  g_autoptr (HfInterview) interview = hf_test_page_get_interview (fixture);
  g_autoptr (GPtrArray) answers = hf_test_interview_run (fixture->store, read_answers,
                                                         interview);
  GString *history = g_string_new (NULL);
  for (guint i = 0; i < answers->len; i++)
    {
      const HfAnswer *found = answers->pdata[i];
      if (strcmp (found->question, question) == 0)
        g_string_append_printf (history, "%s%s %s", history->len > 0 ? ", " : "", found->value,
                                hf_answer_states[found->state].name);
    }
  return g_string_free (history, FALSE);
}

void
hf_test_page_assert_history (HfTestPage *fixture, const char *question, const char *expected)
{
  g_autofree char *history = dup_history (fixture, question);
  g_assert_cmpstr (history, ==, expected);
}

gboolean
hf_test_page_has_reasons (HfTestPage *fixture, const char *count)
{
  const HfInterviewFile *file = hf_interview_session_get_file (fixture->desk->session);
  return file->reasons->len == strtoul (count, NULL, 10);
}

void
hf_test_page_code_selection (HfTestPage *fixture, const char *code, HfReasonRank rank)
{
  GtkWidget *picker = NULL;
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.code", NULL);
  picker = fixture->desk->dialog;
  g_assert_nonnull (picker);
  g_signal_emit_by_name (picker, "picked", code, rank, HF_REASON_SAID);
  gtk_window_destroy (GTK_WINDOW (picker));
}

void
hf_test_page_walk_to_reasons (HfTestPage *fixture)
{
  hf_test_page_answer (fixture, "hello", NULL);
  hf_test_page_answer (fixture, "consent", "yes");
  hf_test_page_answer (fixture, "why", "  老张走了以后就没人管我了 ");
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "reasons");
}

void
hf_test_page_walk_to_told (HfTestPage *fixture)
{
  hf_test_page_walk_to_reasons (fixture);
  hf_test_page_code_selection (fixture, "staff-turnover", HF_REASON_PRIMARY);
  hf_test_page_wait_until (fixture, hf_test_page_has_reasons, "1");
  hf_test_page_go_on (fixture);
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "told");
}
