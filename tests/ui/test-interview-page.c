#include "config.h"

#include <string.h>

#include "hf-coded-reason.h"
#include "hf-interview-session.h"
#include "hf-store-interviews.h"
#include "hf-store-reasons.h"
#include "hf-test-page.h"
#include "hf-test-ui.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

static gpointer
read_verbatims (HfStoreSession *session, gpointer interview, GError **error)
{
  return hf_store_verbatims_list (session, ((HfInterview *) interview)->id, error);
}

static void
test_answers_are_stored_one_by_one (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_walk_to_reasons (fixture);
  hf_test_page_assert_history (fixture, "hello", "said current");
  hf_test_page_assert_history (fixture, "why", "老张走了以后就没人管我了 current");
  g_autoptr (HfInterview) interview = hf_test_page_get_interview (fixture);
  g_assert_cmpstr (interview->position, ==, "reasons");
  g_autoptr (GPtrArray) verbatims = hf_test_interview_run (fixture->store, read_verbatims,
                                                           interview);
  g_assert_cmpuint (verbatims->len, ==, 1);
  g_assert_cmpstr (((HfVerbatim *) verbatims->pdata[0])->words, ==, "老张走了以后就没人管我了");
}

static void
test_missing_answer_is_asked_for (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_answer (fixture, "hello", NULL);
  hf_test_page_answer (fixture, "consent", NULL);
  GtkWidget *error = hf_test_page_part_of_pane (fixture, "error");
  g_assert_true (gtk_widget_get_visible (error));
  g_assert_true (hf_test_page_is_at (fixture, "consent"));
  g_assert_true (hf_question_view_pick (hf_test_page_get_view (fixture), 1));
  g_assert_false (gtk_widget_get_visible (error));
}

static void
test_back_shows_what_was_answered (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_walk_to_reasons (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.back", NULL);
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "why");
  g_autofree char *words = hf_question_view_dup_value (hf_test_page_get_view (fixture));
  g_assert_cmpstr (words, ==, "老张走了以后就没人管我了");
  hf_test_page_go_on (fixture);
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "reasons");
}

static void
test_hidden_answers_are_named_and_come_back (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_walk_to_told (fixture);
  hf_test_page_answer (fixture, "told", "yes");
  hf_test_page_answer (fixture, "how", "By phone");
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "several");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.back", NULL);
  hf_test_page_answer (fixture, "told", "no");

  GtkWidget *warning = hf_test_page_part_of_pane (fixture, "warning");
  g_assert_true (gtk_widget_get_visible (warning));
  const char *words = gtk_label_get_text (hf_test_page_part_of_pane (fixture, "warning_words"));
  g_assert_nonnull (strstr (words, "How?"));
  hf_test_page_assert_history (fixture, "told", "yes current");
  hf_test_page_go_on (fixture);
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "several");
  hf_test_page_assert_history (fixture, "told", "yes replaced, no current");
  hf_test_page_assert_history (fixture, "how", "By phone hidden");

  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.back", NULL);
  hf_test_page_answer (fixture, "told", "yes");
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "how");
  hf_test_page_assert_history (fixture, "how", "By phone current");
  g_autofree char *how = hf_question_view_dup_value (hf_test_page_get_view (fixture));
  g_assert_cmpstr (how, ==, "By phone");
}

static void
test_old_answer_can_be_kept (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_walk_to_told (fixture);
  hf_test_page_answer (fixture, "told", "yes");
  hf_test_page_answer (fixture, "how", "By phone");
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "several");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.back", NULL);
  hf_test_page_answer (fixture, "told", "no");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk->pane), "question.keep-answer", NULL);
  g_autofree char *told = hf_question_view_dup_value (hf_test_page_get_view (fixture));
  g_assert_cmpstr (told, ==, "yes");
  g_assert_false (gtk_widget_get_visible (hf_test_page_part_of_pane (fixture, "warning")));
}

static gpointer
read_reasons (HfStoreSession *session, gpointer customer_id, GError **error)
{
  return hf_store_reasons_list (session, *(gint64 *) customer_id, error);
}

static void
select_words (HfTestPage *fixture, int from, int to)
{
  GtkTextBuffer *buffer = hf_test_widgets_get_part (hf_test_page_get_view (fixture), "buffer");
  GtkTextIter start, end;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
test_selected_words_are_coded (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_answer (fixture, "hello", NULL);
  hf_test_page_answer (fixture, "consent", "yes");
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "why");
  hf_question_view_set_value (hf_test_page_get_view (fixture), "  老张走了以后就没人管我了");
  select_words (fixture, 2, 6);
  hf_test_page_code_selection (fixture, "staff-turnover", HF_REASON_CONTRIBUTING);
  hf_test_page_wait_until (fixture, hf_test_page_has_reasons, "1");
  /* What is typed next replaces nothing. */
  g_assert_false (gtk_text_buffer_get_has_selection (
      hf_test_widgets_get_part (hf_test_page_get_view (fixture), "buffer")));
  select_words (fixture, 9, 14);
  hf_test_page_code_selection (fixture, "service-lapse", HF_REASON_PRIMARY);
  hf_test_page_wait_until (fixture, hf_test_page_has_reasons, "2");

  g_autoptr (GPtrArray) reasons = hf_test_interview_run (fixture->store, read_reasons,
                                                         &fixture->customer_id);
  const HfCodedReason *primary = reasons->pdata[0], *other = reasons->pdata[1];
  g_assert_cmpstr (primary->code, ==, "service-lapse");
  g_assert_cmpstr (primary->quote, ==, "没人管我了");
  g_assert_cmpint (primary->quote_start, ==, 7);
  g_assert_cmpint (primary->basis, ==, HF_REASON_SAID);
  g_assert_cmpint (primary->verbatim_id, !=, 0);
  /* The first was the primary one until the second became it. */
  g_assert_cmpint (other->rank, ==, HF_REASON_CONTRIBUTING);
  g_assert_cmpstr (other->quote, ==, "老张走了");
  g_assert_cmpint (other->quote_start, ==, 0);
}

static void
test_removed_primary_reason_is_followed (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_walk_to_reasons (fixture);
  hf_test_page_code_selection (fixture, "price", HF_REASON_PRIMARY);
  hf_test_page_wait_until (fixture, hf_test_page_has_reasons, "1");
  hf_test_page_code_selection (fixture, "other", HF_REASON_CONTRIBUTING);
  hf_test_page_wait_until (fixture, hf_test_page_has_reasons, "2");
  const HfInterviewFile *file = hf_interview_session_get_file (fixture->desk->session);
  gint64 primary = ((HfCodedReason *) file->reasons->pdata[0])->id;
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.remove-reason", "x", primary);
  hf_test_page_wait_until (fixture, hf_test_page_has_reasons, "1");
  const HfCodedReason *left = file->reasons->pdata[0];
  g_assert_cmpstr (left->code, ==, "other");
  g_assert_cmpint (left->rank, ==, HF_REASON_PRIMARY);
}

static void
test_reason_is_not_there_twice (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_walk_to_reasons (fixture);
  hf_test_page_code_selection (fixture, "price", HF_REASON_PRIMARY);
  hf_test_page_wait_until (fixture, hf_test_page_has_reasons, "1");
  const HfInterviewFile *file = hf_interview_session_get_file (fixture->desk->session);
  gint64 revision = ((HfCodedReason *) file->reasons->pdata[0])->revision;
  hf_test_page_code_selection (fixture, "price", HF_REASON_CONTRIBUTING);
  hf_test_page_go_on (fixture);
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "told");
  g_assert_cmpuint (file->reasons->len, ==, 1);
  const HfCodedReason *reason = file->reasons->pdata[0];
  g_assert_cmpint (reason->revision, ==, revision + 1);
  g_assert_cmpint (reason->rank, ==, HF_REASON_PRIMARY);
}

static gpointer
touch_interview (HfStoreSession *session, gpointer interview, GError **error)
{
  return hf_store_interviews_save (session, interview, error) ? HF_STORE_DONE : NULL;
}

static gboolean
has_failed (HfTestPage *fixture, const char *unused)
{
  return gtk_info_bar_get_revealed (
      hf_test_widgets_get_part (hf_test_page_part_of_pane (fixture, "notices"), "failure"));
}

static void
test_second_window_is_noticed (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_answer (fixture, "hello", NULL);
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "consent");
  g_autoptr (HfInterview) interview = hf_test_page_get_interview (fixture);
  hf_test_interview_run (fixture->store, touch_interview, interview);
  hf_test_page_answer (fixture, "consent", "yes");
  hf_test_page_wait_until (fixture, has_failed, "a failed save");
  g_assert_true (hf_test_page_is_at (fixture, "consent"));
  g_autofree char *chosen = hf_question_view_dup_value (hf_test_page_get_view (fixture));
  g_assert_cmpstr (chosen, ==, "yes");
  hf_test_page_assert_history (fixture, "consent", "");

  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.reload", NULL);
  hf_test_page_wait_until (fixture, hf_test_page_is_shown, "desk");
  hf_test_page_answer (fixture, "consent", "yes");
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "why");
}

static gpointer
read_drafts (HfStoreSession *session, gpointer interview, GError **error)
{
  return hf_store_drafts_list (session, ((HfInterview *) interview)->id, error);
}

static gboolean
has_any_draft (HfTestPage *fixture)
{
  g_autoptr (HfInterview) interview = hf_test_page_get_interview (fixture);
  g_autoptr (GPtrArray) drafts = hf_test_interview_run (fixture->store, read_drafts, interview);
  return drafts->len == 1;
}

/* Whoever types without a pause does not put off what is kept. */
static void
test_words_are_kept_while_typing_goes_on (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_answer (fixture, "hello", NULL);
  hf_test_page_answer (fixture, "consent", "yes");
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "why");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkTextBuffer *buffer = hf_test_widgets_get_part (hf_test_page_get_view (fixture), "buffer");
  while (!has_any_draft (fixture) && g_get_monotonic_time () < end)
    {
      gtk_text_buffer_insert_at_cursor (buffer, "张", -1);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_true (has_any_draft (fixture));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (HfTestPage *fixture, gconstpointer data);
  } tests[] = {
    { "answers", test_answers_are_stored_one_by_one },
    { "back", test_back_shows_what_was_answered },
    { "coded", test_selected_words_are_coded },
    { "hidden", test_hidden_answers_are_named_and_come_back },
    { "keep-answer", test_old_answer_can_be_kept },
    { "missing", test_missing_answer_is_asked_for },
    { "reason-twice", test_reason_is_not_there_twice },
    { "removed-reason", test_removed_primary_reason_is_followed },
    { "second-window", test_second_window_is_noticed },
    { "typing", test_words_are_kept_while_typing_goes_on },
  };
  hf_test_ui_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/interview-page/", tests[i].name, NULL);
      g_test_add (path, HfTestPage, GINT_TO_POINTER (HF_TEST_PAGE_WIDE), hf_test_page_set_up,
                  tests[i].func, hf_test_page_tear_down);
    }
  return g_test_run ();
}
