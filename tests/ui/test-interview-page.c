#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "hf-coded-reason.h"
#include "hf-interview-desk-private.h"
#include "hf-interview-offer.h"
#include "hf-interview-page.h"
#include "hf-interview-session.h"
#include "hf-store-attempts.h"
#include "hf-store-customers.h"
#include "hf-store-interviews.h"
#include "hf-store-promises.h"
#include "hf-store-reasons.h"
#include "hf-test-interview.h"
#include "hf-time.h"

#define PATIENCE (20 * G_USEC_PER_SEC)
#define WIDE 1200
#define NARROW 700

/* A page that has the interview with the one customer open. */
typedef struct
{
  HfStore *store;
  gint64 customer_id;
  GtkWidget *window;
  HfInterviewPage *page;
  HfInterviewDesk *desk;
} Fixture;

typedef gboolean (*Check) (Fixture *fixture, const char *what);

static void
wait_until (Fixture *fixture, Check check, const char *what)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!check (fixture, what) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  if (!check (fixture, what))
    g_error ("waited in vain for %s", what);
}

static gpointer
find_part (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static gboolean
is_at (Fixture *fixture, const char *question)
{
  HfInterviewSession *session = fixture->desk->session;
  HfQuestion *shown = session != NULL ? hf_interview_session_get_question (session) : NULL;
  return shown != NULL && !hf_interview_session_is_busy (session)
         && strcmp (shown->id, question) == 0;
}

static gboolean
is_shown (Fixture *fixture, const char *name)
{
  GtkStack *stack = find_part (fixture->page, "stack");
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) == 0;
}

static void
show_page (Fixture *fixture, int width)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  fixture->page = g_object_new (HF_TYPE_INTERVIEW_PAGE, "store", fixture->store, NULL);
  fixture->desk = find_part (fixture->page, "desk");
  fixture->window = gtk_window_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  hf_interview_page_start (fixture->page, fixture->customer_id);
}

static void
close_page (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture *fixture, gconstpointer width)
{
  fixture->store = hf_test_interview_new_store (":memory:", &fixture->customer_id);
  show_page (fixture, GPOINTER_TO_INT (width));
  wait_until (fixture, is_shown, "desk");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_page (fixture);
  hf_store_close (fixture->store);
  g_object_unref (fixture->store);
}

static gboolean
is_narrow (Fixture *fixture, const char *name)
{
  return gtk_widget_get_visible (find_part (fixture->desk, name));
}

static HfQuestionView *
get_view (Fixture *fixture)
{
  GtkWidget *box = find_part (fixture->desk->pane, "answer");
  return HF_QUESTION_VIEW (gtk_widget_get_first_child (box));
}

static gpointer
part_of_pane (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->desk->pane), HF_TYPE_QUESTION_PANE,
                                        name);
}

static void
go_on (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.next", NULL);
}

static void
answer (Fixture *fixture, const char *question, const char *value)
{
  wait_until (fixture, is_at, question);
  if (value != NULL)
    hf_question_view_set_value (get_view (fixture), value);
  go_on (fixture);
}

static gpointer
read_interview (HfStoreSession *session, gpointer customer_id, GError **error)
{
  return hf_store_interviews_find_open (session, *(gint64 *) customer_id, error);
}

static HfInterview *
get_interview (Fixture *fixture)
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
dup_history (Fixture *fixture, const char *question)
{
  g_autoptr (HfInterview) interview = get_interview (fixture);
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

static void
assert_history (Fixture *fixture, const char *question, const char *expected)
{
  g_autofree char *history = dup_history (fixture, question);
  g_assert_cmpstr (history, ==, expected);
}

static gboolean
has_reasons (Fixture *fixture, const char *count)
{
  const HfInterviewFile *file = hf_interview_session_get_file (fixture->desk->session);
  return file->reasons->len == strtoul (count, NULL, 10);
}

static void
code_selection (Fixture *fixture, const char *code, HfReasonRank rank)
{
  GtkWidget *picker = NULL;
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.code", NULL);
  picker = fixture->desk->dialog;
  g_assert_nonnull (picker);
  g_signal_emit_by_name (picker, "picked", code, rank, HF_REASON_SAID);
  gtk_window_destroy (GTK_WINDOW (picker));
}

static void
walk_to_reasons (Fixture *fixture)
{
  answer (fixture, "hello", NULL);
  answer (fixture, "consent", "yes");
  answer (fixture, "why", "  老张走了以后就没人管我了 ");
  wait_until (fixture, is_at, "reasons");
}

static void
walk_to_told (Fixture *fixture)
{
  walk_to_reasons (fixture);
  code_selection (fixture, "staff-turnover", HF_REASON_PRIMARY);
  wait_until (fixture, has_reasons, "1");
  go_on (fixture);
  wait_until (fixture, is_at, "told");
}

static gpointer
read_verbatims (HfStoreSession *session, gpointer interview, GError **error)
{
  return hf_store_verbatims_list (session, ((HfInterview *) interview)->id, error);
}

static void
test_answers_are_stored_one_by_one (Fixture *fixture, gconstpointer data)
{
  walk_to_reasons (fixture);
  assert_history (fixture, "hello", "said current");
  assert_history (fixture, "why", "老张走了以后就没人管我了 current");
  g_autoptr (HfInterview) interview = get_interview (fixture);
  g_assert_cmpstr (interview->position, ==, "reasons");
  g_autoptr (GPtrArray) verbatims = hf_test_interview_run (fixture->store, read_verbatims,
                                                           interview);
  g_assert_cmpuint (verbatims->len, ==, 1);
  g_assert_cmpstr (((HfVerbatim *) verbatims->pdata[0])->words, ==, "老张走了以后就没人管我了");
}

static void
test_missing_answer_is_asked_for (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "hello", NULL);
  answer (fixture, "consent", NULL);
  GtkWidget *error = part_of_pane (fixture, "error");
  g_assert_true (gtk_widget_get_visible (error));
  g_assert_true (is_at (fixture, "consent"));
  g_assert_true (hf_question_view_pick (get_view (fixture), 1));
  g_assert_false (gtk_widget_get_visible (error));
}

static void
test_back_shows_what_was_answered (Fixture *fixture, gconstpointer data)
{
  walk_to_reasons (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.back", NULL);
  wait_until (fixture, is_at, "why");
  g_autofree char *words = hf_question_view_dup_value (get_view (fixture));
  g_assert_cmpstr (words, ==, "老张走了以后就没人管我了");
  go_on (fixture);
  wait_until (fixture, is_at, "reasons");
}

static void
test_hidden_answers_are_named_and_come_back (Fixture *fixture, gconstpointer data)
{
  walk_to_told (fixture);
  answer (fixture, "told", "yes");
  answer (fixture, "how", "By phone");
  wait_until (fixture, is_at, "several");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.back", NULL);
  answer (fixture, "told", "no");

  GtkWidget *warning = part_of_pane (fixture, "warning");
  g_assert_true (gtk_widget_get_visible (warning));
  const char *words = gtk_label_get_text (part_of_pane (fixture, "warning_words"));
  g_assert_nonnull (strstr (words, "How?"));
  assert_history (fixture, "told", "yes current");
  go_on (fixture);
  wait_until (fixture, is_at, "several");
  assert_history (fixture, "told", "yes replaced, no current");
  assert_history (fixture, "how", "By phone hidden");

  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.back", NULL);
  answer (fixture, "told", "yes");
  wait_until (fixture, is_at, "how");
  assert_history (fixture, "how", "By phone current");
  g_autofree char *how = hf_question_view_dup_value (get_view (fixture));
  g_assert_cmpstr (how, ==, "By phone");
}

static void
test_old_answer_can_be_kept (Fixture *fixture, gconstpointer data)
{
  walk_to_told (fixture);
  answer (fixture, "told", "yes");
  answer (fixture, "how", "By phone");
  wait_until (fixture, is_at, "several");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.back", NULL);
  answer (fixture, "told", "no");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk->pane), "question.keep-answer", NULL);
  g_autofree char *told = hf_question_view_dup_value (get_view (fixture));
  g_assert_cmpstr (told, ==, "yes");
  g_assert_false (gtk_widget_get_visible (part_of_pane (fixture, "warning")));
}

static gpointer
read_reasons (HfStoreSession *session, gpointer customer_id, GError **error)
{
  return hf_store_reasons_list (session, *(gint64 *) customer_id, error);
}

static void
select_words (Fixture *fixture, int from, int to)
{
  GtkTextBuffer *buffer = find_part (get_view (fixture), "buffer");
  GtkTextIter start, end;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
test_selected_words_are_coded (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "hello", NULL);
  answer (fixture, "consent", "yes");
  wait_until (fixture, is_at, "why");
  hf_question_view_set_value (get_view (fixture), "  老张走了以后就没人管我了");
  select_words (fixture, 2, 6);
  code_selection (fixture, "staff-turnover", HF_REASON_CONTRIBUTING);
  wait_until (fixture, has_reasons, "1");
  /* What is typed next replaces nothing. */
  g_assert_false (gtk_text_buffer_get_has_selection (find_part (get_view (fixture), "buffer")));
  select_words (fixture, 9, 14);
  code_selection (fixture, "service-lapse", HF_REASON_PRIMARY);
  wait_until (fixture, has_reasons, "2");

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
test_removed_primary_reason_is_followed (Fixture *fixture, gconstpointer data)
{
  walk_to_reasons (fixture);
  code_selection (fixture, "price", HF_REASON_PRIMARY);
  wait_until (fixture, has_reasons, "1");
  code_selection (fixture, "other", HF_REASON_CONTRIBUTING);
  wait_until (fixture, has_reasons, "2");
  const HfInterviewFile *file = hf_interview_session_get_file (fixture->desk->session);
  gint64 primary = ((HfCodedReason *) file->reasons->pdata[0])->id;
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.remove-reason", "x", primary);
  wait_until (fixture, has_reasons, "1");
  const HfCodedReason *left = file->reasons->pdata[0];
  g_assert_cmpstr (left->code, ==, "other");
  g_assert_cmpint (left->rank, ==, HF_REASON_PRIMARY);
}

static void
test_reason_is_not_there_twice (Fixture *fixture, gconstpointer data)
{
  walk_to_reasons (fixture);
  code_selection (fixture, "price", HF_REASON_PRIMARY);
  wait_until (fixture, has_reasons, "1");
  const HfInterviewFile *file = hf_interview_session_get_file (fixture->desk->session);
  gint64 revision = ((HfCodedReason *) file->reasons->pdata[0])->revision;
  code_selection (fixture, "price", HF_REASON_CONTRIBUTING);
  go_on (fixture);
  wait_until (fixture, is_at, "told");
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
has_failed (Fixture *fixture, const char *unused)
{
  return gtk_info_bar_get_revealed (find_part (part_of_pane (fixture, "notices"), "failure"));
}

static void
test_second_window_is_noticed (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "hello", NULL);
  wait_until (fixture, is_at, "consent");
  g_autoptr (HfInterview) interview = get_interview (fixture);
  hf_test_interview_run (fixture->store, touch_interview, interview);
  answer (fixture, "consent", "yes");
  wait_until (fixture, has_failed, "a failed save");
  g_assert_true (is_at (fixture, "consent"));
  g_autofree char *chosen = hf_question_view_dup_value (get_view (fixture));
  g_assert_cmpstr (chosen, ==, "yes");
  assert_history (fixture, "consent", "");

  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.reload", NULL);
  wait_until (fixture, is_shown, "desk");
  answer (fixture, "consent", "yes");
  wait_until (fixture, is_at, "why");
}

static gpointer
read_drafts (HfStoreSession *session, gpointer interview, GError **error)
{
  return hf_store_drafts_list (session, ((HfInterview *) interview)->id, error);
}

static gboolean
has_draft (Fixture *fixture, const char *words)
{
  g_autoptr (HfInterview) interview = get_interview (fixture);
  g_autoptr (GPtrArray) drafts = hf_test_interview_run (fixture->store, read_drafts, interview);
  return drafts->len == 1 && strcmp (((HfAnswer *) drafts->pdata[0])->value, words) == 0;
}

static gboolean
has_any_draft (Fixture *fixture)
{
  g_autoptr (HfInterview) interview = get_interview (fixture);
  g_autoptr (GPtrArray) drafts = hf_test_interview_run (fixture->store, read_drafts, interview);
  return drafts->len == 1;
}

/* Whoever types without a pause does not put off what is kept. */
static void
test_words_are_kept_while_typing_goes_on (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  answer (fixture, "hello", NULL);
  answer (fixture, "consent", "yes");
  wait_until (fixture, is_at, "why");
  GtkTextBuffer *buffer = find_part (get_view (fixture), "buffer");
  while (!has_any_draft (fixture) && g_get_monotonic_time () < end)
    {
      gtk_text_buffer_insert_at_cursor (buffer, "张", -1);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_true (has_any_draft (fixture));
}

static void
test_interview_is_taken_up (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "hello", NULL);
  answer (fixture, "consent", "yes");
  wait_until (fixture, is_at, "why");
  GtkTextBuffer *buffer = find_part (get_view (fixture), "buffer");
  gint64 begun = g_get_monotonic_time ();
  gtk_text_buffer_set_text (buffer, "老张走了", -1);
  wait_until (fixture, has_draft, "老张走了");
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 5 * G_USEC_PER_SEC);
  close_page (fixture);

  show_page (fixture, WIDE);
  wait_until (fixture, is_shown, "desk");
  g_assert_true (is_at (fixture, "why"));
  g_autofree char *words = hf_question_view_dup_value (get_view (fixture));
  g_assert_cmpstr (words, ==, "老张走了");
  g_assert_true (
      gtk_info_bar_get_revealed (find_part (part_of_pane (fixture, "notices"), "notice")));
  g_assert_cmpstr (
      gtk_label_get_text (find_part (part_of_pane (fixture, "notices"), "notice_words")), ==,
      "Continued where the call stopped: 2 answers, at question 3. The words "
      "being typed were kept.");
}

static gboolean
is_offered (Fixture *fixture, const char *words)
{
  GtkWidget *offer = gtk_window_get_child (GTK_WINDOW (fixture->window));
  return gtk_revealer_get_reveal_child (find_part (offer, "revealer"))
         && strcmp (gtk_label_get_text (find_part (offer, "words")), words) == 0;
}

static void
test_unfinished_interview_is_offered (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "hello", NULL);
  wait_until (fixture, is_at, "consent");
  close_page (fixture);

  GtkWidget *offer = g_object_new (HF_TYPE_INTERVIEW_OFFER, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), offer);
  gtk_window_present (GTK_WINDOW (fixture->window));
  hf_interview_offer_look (HF_INTERVIEW_OFFER (offer), fixture->store);
  wait_until (fixture, is_offered, "The interview with 王女士 was not finished");
  gint64 customer = g_variant_get_int64 (
      gtk_actionable_get_action_target_value (find_part (offer, "go_on")));
  g_assert_cmpint (customer, ==, fixture->customer_id);
  gtk_widget_activate_action (offer, "offer.close", NULL);
  g_assert_false (gtk_revealer_get_reveal_child (find_part (offer, "revealer")));
}

static void
test_language_changes_mid_call (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "hello", NULL);
  wait_until (fixture, is_at, "consent");
  hf_question_view_pick (get_view (fixture), 2);
  gtk_drop_down_set_selected (fixture->desk->languages, 1);
  g_assert_cmpstr (gtk_label_get_text (part_of_pane (fixture, "speech")), ==, "可以问吗？");
  g_autofree char *chosen = hf_question_view_dup_value (get_view (fixture));
  g_assert_cmpstr (chosen, ==, "no");
  go_on (fixture);
  wait_until (fixture, is_at, "bye");
  g_autoptr (HfInterview) interview = get_interview (fixture);
  g_assert_cmpstr (interview->language, ==, "zh_CN");
}

static gpointer
answer_in_another_call (HfStoreSession *session, gpointer customer_id, GError **error)
{
  g_autoptr (HfInterview) interview = hf_store_interviews_start (
      session, *(gint64 *) customer_id, HF_INTERVIEW_LOST, "en", error);
  g_autoptr (HfAnswer) known = hf_answer_new ();
  known->interview_id = interview->id;
  known->question = g_strdup ("rival");
  known->value = g_strdup ("某某快修");
  return hf_store_answers_save (session, known, error)
                 && hf_store_interviews_finish (session, interview, "partial",
                                                HF_INTERVIEW_PARTIAL, 0, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_known_answer_is_only_confirmed (void)
{
  Fixture fixture = { 0 };
  fixture.store = hf_test_interview_new_store (":memory:", &fixture.customer_id);
  hf_test_interview_run (fixture.store, answer_in_another_call, &fixture.customer_id);
  show_page (&fixture, WIDE);
  wait_until (&fixture, is_shown, "desk");
  walk_to_told (&fixture);
  answer (&fixture, "told", "no");
  answer (&fixture, "several", "a");
  answer (&fixture, "score", "7");
  wait_until (&fixture, is_at, "rival");
  g_assert_true (gtk_widget_get_visible (part_of_pane (&fixture, "known_box")));
  g_assert_nonnull (strstr (gtk_label_get_text (part_of_pane (&fixture, "known")), "某某快修"));
  go_on (&fixture);
  wait_until (&fixture, is_at, "amount");
  assert_history (&fixture, "rival", "某某快修 current");
  tear_down (&fixture, NULL);
}

static gpointer
part_of_dialog (Fixture *fixture, const char *name)
{
  return find_part (find_part (fixture->desk->dialog, "form"), name);
}

static void
choose_outcome (Fixture *fixture, int index)
{
  GtkListBox *outcomes = part_of_dialog (fixture, "outcomes");
  gtk_list_box_select_row (outcomes, gtk_list_box_get_row_at_index (outcomes, index));
}

static gpointer
read_task (HfStoreSession *session, gpointer customer_id, GError **error)
{
  return hf_store_attempts_list (session, *(gint64 *) customer_id, error);
}

static gpointer
read_customer (HfStoreSession *session, gpointer customer_id, GError **error)
{
  return hf_store_customers_get (session, *(gint64 *) customer_id, error);
}

static void
test_hard_refusal_needs_a_note (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "hello", NULL);
  wait_until (fixture, is_at, "consent");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.finish", NULL);
  choose_outcome (fixture, 4);
  GtkWidget *dialog = fixture->desk->dialog;
  gtk_widget_activate_action (dialog, "finish.finish", NULL);
  g_assert_true (gtk_widget_get_visible (part_of_dialog (fixture, "error")));

  gtk_text_buffer_set_text (part_of_dialog (fixture, "note"), "不愿再谈", -1);
  gtk_check_button_set_active (part_of_dialog (fixture, "do_not_call"), TRUE);
  gtk_widget_activate_action (dialog, "finish.finish", NULL);
  wait_until (fixture, is_shown, "start");
  g_autoptr (GPtrArray) attempts = hf_test_interview_run (fixture->store, read_task,
                                                          &fixture->customer_id);
  g_assert_cmpuint (attempts->len, ==, 1);
  const HfCallAttempt *attempt = attempts->pdata[0];
  g_assert_cmpstr (attempt->outcome, ==, "refused-hard");
  g_assert_cmpstr (attempt->note, ==, "不愿再谈");
  g_autoptr (HfCustomer) customer = hf_test_interview_run (fixture->store, read_customer,
                                                           &fixture->customer_id);
  g_assert_true (customer->do_not_call);

  hf_interview_page_start (fixture->page, fixture->customer_id);
  wait_until (fixture, is_shown, "failure");
}

static gpointer
read_promises (HfStoreSession *session, gpointer customer_id, GError **error)
{
  return hf_store_promises_list_of_customer (session, *(gint64 *) customer_id, error);
}

static void
test_call_back_and_promise (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "hello", NULL);
  wait_until (fixture, is_at, "consent");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.finish", NULL);
  choose_outcome (fixture, 2);
  GtkWidget *dialog = fixture->desk->dialog;
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_cmpint (gtk_widget_get_height (find_part (dialog, "form")), >,
                   gtk_widget_get_height (dialog) * 3 / 4);
  gtk_widget_activate_action (find_part (find_part (dialog, "form"), "appointment"),
                              "appointment.call-again", "i", 2);
  gtk_check_button_set_active (part_of_dialog (fixture, "promised"), TRUE);
  gtk_editable_set_text (part_of_dialog (fixture, "what"), "Send the invoice");
  gtk_widget_activate_action (dialog, "finish.finish", NULL);
  wait_until (fixture, is_shown, "start");

  g_autoptr (GPtrArray) promises = hf_test_interview_run (fixture->store, read_promises,
                                                          &fixture->customer_id);
  g_assert_cmpuint (promises->len, ==, 1);
  const HfPromise *promise = promises->pdata[0];
  g_assert_cmpstr (promise->what, ==, "Send the invoice");
  g_assert_cmpint (promise->due_at - promise->made_at, ==, 24 * G_TIME_SPAN_HOUR);
  /* It is open until the appointment, and goes on at the same question then. */
  hf_interview_page_start (fixture->page, fixture->customer_id);
  wait_until (fixture, is_shown, "desk");
  g_assert_true (is_at (fixture, "consent"));
  g_autoptr (HfInterview) interview = get_interview (fixture);
  g_assert_null (interview->outcome);
}

static void
test_whole_interview (Fixture *fixture, gconstpointer data)
{
  walk_to_told (fixture);
  answer (fixture, "told", "no");
  answer (fixture, "several", "b\na");
  answer (fixture, "score", "10");
  answer (fixture, "rival", "某某快修");
  answer (fixture, "amount", "１２００.5");
  answer (fixture, "day", "2024/3/5");
  answer (fixture, "promise", "");
  answer (fixture, "bye", NULL);
  wait_until (fixture, is_at, "bye");
  g_assert_nonnull (fixture->desk->dialog);
  assert_history (fixture, "several", "a\nb current");
  assert_history (fixture, "score", "10 current");
  assert_history (fixture, "amount", "1200.5 current");
  assert_history (fixture, "day", "2024-03-05 current");
  assert_history (fixture, "reasons", "staff-turnover current");
  gtk_widget_activate_action (fixture->desk->dialog, "finish.finish", NULL);
  wait_until (fixture, is_shown, "start");
  g_autoptr (GPtrArray) attempts = hf_test_interview_run (fixture->store, read_task,
                                                          &fixture->customer_id);
  g_assert_cmpstr (((HfCallAttempt *) attempts->pdata[0])->outcome, ==, "completed");
}

static void
test_objection_is_a_key_away (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = part_of_pane (fixture, "objection");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.objection", "i", 0);
  g_assert_true (gtk_widget_get_visible (card));
  g_assert_cmpstr (gtk_label_get_text (part_of_pane (fixture, "objection_words")), ==,
                   "Shall I call later?");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk->pane), "question.close-card", NULL);
  g_assert_false (gtk_widget_get_visible (card));
}

static void
test_note_is_kept (Fixture *fixture, gconstpointer data)
{
  wait_until (fixture, is_at, "hello");
  gtk_text_buffer_set_text (fixture->desk->note, "声音很小", -1);
  answer (fixture, "hello", NULL);
  wait_until (fixture, is_at, "consent");
  close_page (fixture);
  show_page (fixture, WIDE);
  wait_until (fixture, is_shown, "desk");
  g_autoptr (HfInterview) interview = get_interview (fixture);
  g_assert_cmpstr (interview->note, ==, "声音很小");
}

static gboolean
has_focus_within (Fixture *fixture, const char *name)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  return focus != NULL && gtk_widget_is_ancestor (focus, find_part (fixture->desk, name));
}

static void
test_note_leads_back_to_the_question (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *notes = find_part (fixture->desk, "notes");
  wait_until (fixture, is_at, "hello");
  gtk_menu_button_popup (notes);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (notes))));
  gtk_menu_button_popdown (notes);
  wait_until (fixture, has_focus_within, "pane");
}

/* Whom one speaks to stays in sight where there is no room for the facts. */
static void
test_customer_is_named_in_a_narrow_window (Fixture *fixture, gconstpointer data)
{
  GtkLabel *customer = find_part (fixture->desk, "customer");
  GtkLabel *name = find_part (fixture->desk->facts, "name");
  wait_until (fixture, is_narrow, "customer");
  g_assert_cmpstr (gtk_label_get_text (customer), ==, gtk_label_get_text (name));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "answers", test_answers_are_stored_one_by_one },
    { "back", test_back_shows_what_was_answered },
    { "call-back", test_call_back_and_promise },
    { "coded", test_selected_words_are_coded },
    { "hidden", test_hidden_answers_are_named_and_come_back },
    { "keep-answer", test_old_answer_can_be_kept },
    { "language", test_language_changes_mid_call },
    { "missing", test_missing_answer_is_asked_for },
    { "note", test_note_is_kept },
    { "note-and-back", test_note_leads_back_to_the_question },
    { "objection", test_objection_is_a_key_away },
    { "refusal", test_hard_refusal_needs_a_note },
    { "reason-twice", test_reason_is_not_there_twice },
    { "removed-reason", test_removed_primary_reason_is_followed },
    { "second-window", test_second_window_is_noticed },
    { "taken-up", test_interview_is_taken_up },
    { "typing", test_words_are_kept_while_typing_goes_on },
    { "unfinished-is-offered", test_unfinished_interview_is_offered },
    { "whole", test_whole_interview },
  };
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/interview-page/", tests[i].name, NULL);
      g_test_add (path, Fixture, GINT_TO_POINTER (WIDE), set_up, tests[i].func, tear_down);
    }
  g_test_add ("/interview-page/narrow", Fixture, GINT_TO_POINTER (NARROW), set_up,
              test_customer_is_named_in_a_narrow_window, tear_down);
  g_test_add_func ("/interview-page/known", test_known_answer_is_only_confirmed);
  return g_test_run ();
}
