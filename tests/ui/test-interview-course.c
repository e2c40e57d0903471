#include "config.h"

#include <string.h>
#include <time.h>

#include "hf-interview-offer.h"
#include "hf-store-attempts.h"
#include "hf-store-customers.h"
#include "hf-store-interviews.h"
#include "hf-store-promises.h"
#include "hf-test-noon.h"
#include "hf-test-page.h"
#include "hf-test-ui.h"

static gboolean
is_narrow (HfTestPage *fixture, const char *name)
{
  return gtk_widget_get_visible (hf_test_widgets_get_part (fixture->desk, name));
}

static gpointer
read_drafts (HfStoreSession *session, gpointer interview, GError **error)
{
  return hf_store_drafts_list (session, ((HfInterview *) interview)->id, error);
}

static gboolean
has_draft (HfTestPage *fixture, const char *words)
{
  g_autoptr (HfInterview) interview = hf_test_page_get_interview (fixture);
  g_autoptr (GPtrArray) drafts = hf_test_interview_run (fixture->store, read_drafts, interview);
  return drafts->len == 1 && strcmp (((HfAnswer *) drafts->pdata[0])->value, words) == 0;
}

static void
test_interview_is_taken_up (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_answer (fixture, "hello", NULL);
  hf_test_page_answer (fixture, "consent", "yes");
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "why");
  GtkTextBuffer *buffer = hf_test_widgets_get_part (hf_test_page_get_view (fixture), "buffer");
  clock_t begun = clock ();
  gtk_text_buffer_set_text (buffer, "老张走了", -1);
  hf_test_page_wait_until (fixture, has_draft, "老张走了");
  /* Of the processor, which looks all the while, however busy it is with others. */
  g_assert_cmpint (clock () - begun, <, 5 * CLOCKS_PER_SEC);
  hf_test_page_close_page (fixture);

  hf_test_page_show_page (fixture, HF_TEST_PAGE_WIDE);
  hf_test_page_wait_until (fixture, hf_test_page_is_shown, "desk");
  g_assert_true (hf_test_page_is_at (fixture, "why"));
  g_autofree char *words = hf_question_view_dup_value (hf_test_page_get_view (fixture));
  g_assert_cmpstr (words, ==, "老张走了");
  g_assert_true (gtk_info_bar_get_revealed (
      hf_test_widgets_get_part (hf_test_page_part_of_pane (fixture, "notices"), "notice")));
  g_assert_cmpstr (gtk_label_get_text (hf_test_widgets_get_part (
                       hf_test_page_part_of_pane (fixture, "notices"), "notice_words")),
                   ==,
                   "Continued where the call stopped: 2 answers, at question 3. The words "
                   "being typed were kept.");
}

static gboolean
is_offered (HfTestPage *fixture, const char *words)
{
  GtkWidget *offer = gtk_window_get_child (GTK_WINDOW (fixture->window));
  return gtk_revealer_get_reveal_child (hf_test_widgets_get_part (offer, "revealer"))
         && strcmp (gtk_label_get_text (hf_test_widgets_get_part (offer, "words")), words) == 0;
}

static void
test_unfinished_interview_is_offered (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_answer (fixture, "hello", NULL);
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "consent");
  hf_test_page_close_page (fixture);

  GtkWidget *offer = g_object_new (HF_TYPE_INTERVIEW_OFFER, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), offer);
  gtk_window_present (GTK_WINDOW (fixture->window));
  hf_interview_offer_look (HF_INTERVIEW_OFFER (offer), fixture->store);
  hf_test_page_wait_until (fixture, is_offered, "The interview with 王女士 was not finished");
  gint64 customer = g_variant_get_int64 (
      gtk_actionable_get_action_target_value (hf_test_widgets_get_part (offer, "go_on")));
  g_assert_cmpint (customer, ==, fixture->customer_id);
  gtk_widget_activate_action (offer, "offer.close", NULL);
  g_assert_false (gtk_revealer_get_reveal_child (hf_test_widgets_get_part (offer, "revealer")));
}

static void
test_language_changes_mid_call (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_answer (fixture, "hello", NULL);
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "consent");
  hf_question_view_pick (hf_test_page_get_view (fixture), 2);
  gtk_drop_down_set_selected (fixture->desk->languages, 1);
  g_assert_cmpstr (gtk_label_get_text (hf_test_page_part_of_pane (fixture, "speech")), ==,
                   "可以问吗？");
  g_autofree char *chosen = hf_question_view_dup_value (hf_test_page_get_view (fixture));
  g_assert_cmpstr (chosen, ==, "no");
  hf_test_page_go_on (fixture);
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "bye");
  g_autoptr (HfInterview) interview = hf_test_page_get_interview (fixture);
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
  HfTestPage fixture = { 0 };
  fixture.store = hf_test_interview_new_store (":memory:", &fixture.customer_id);
  hf_test_interview_run (fixture.store, answer_in_another_call, &fixture.customer_id);
  hf_test_page_show_page (&fixture, HF_TEST_PAGE_WIDE);
  hf_test_page_wait_until (&fixture, hf_test_page_is_shown, "desk");
  hf_test_page_walk_to_told (&fixture);
  hf_test_page_answer (&fixture, "told", "no");
  hf_test_page_answer (&fixture, "several", "a");
  hf_test_page_answer (&fixture, "score", "7");
  hf_test_page_wait_until (&fixture, hf_test_page_is_at, "rival");
  g_assert_true (gtk_widget_get_visible (hf_test_page_part_of_pane (&fixture, "known_box")));
  g_assert_nonnull (
      strstr (gtk_label_get_text (hf_test_page_part_of_pane (&fixture, "known")), "某某快修"));
  hf_test_page_go_on (&fixture);
  hf_test_page_wait_until (&fixture, hf_test_page_is_at, "amount");
  hf_test_page_assert_history (&fixture, "rival", "某某快修 current");
  hf_test_page_tear_down (&fixture, NULL);
}

static gpointer
part_of_dialog (HfTestPage *fixture, const char *name)
{
  return hf_test_widgets_get_part (hf_test_widgets_get_part (fixture->desk->dialog, "form"),
                                   name);
}

static void
choose_outcome (HfTestPage *fixture, int index)
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
test_hard_refusal_needs_a_note (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_answer (fixture, "hello", NULL);
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "consent");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.finish", NULL);
  choose_outcome (fixture, 4);
  GtkWidget *dialog = fixture->desk->dialog;
  gtk_widget_activate_action (dialog, "finish.finish", NULL);
  g_assert_true (gtk_widget_get_visible (part_of_dialog (fixture, "error")));

  gtk_text_buffer_set_text (part_of_dialog (fixture, "note"), "不愿再谈", -1);
  gtk_check_button_set_active (part_of_dialog (fixture, "do_not_call"), TRUE);
  gtk_widget_activate_action (dialog, "finish.finish", NULL);
  hf_test_page_wait_until (fixture, hf_test_page_is_shown, "start");
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
  hf_test_page_wait_until (fixture, hf_test_page_is_shown, "failure");
}

static gpointer
read_promises (HfStoreSession *session, gpointer customer_id, GError **error)
{
  return hf_store_promises_list_of_customer (session, *(gint64 *) customer_id, error);
}

static void
test_call_back_and_promise (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_answer (fixture, "hello", NULL);
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "consent");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.finish", NULL);
  choose_outcome (fixture, 2);
  GtkWidget *dialog = fixture->desk->dialog;
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_cmpint (gtk_widget_get_height (hf_test_widgets_get_part (dialog, "form")), >,
                   gtk_widget_get_height (dialog) * 3 / 4);
  gtk_widget_activate_action (
      hf_test_widgets_get_part (hf_test_widgets_get_part (dialog, "form"), "appointment"),
      "appointment.call-again", "i", 2);
  gtk_check_button_set_active (part_of_dialog (fixture, "promised"), TRUE);
  gtk_editable_set_text (part_of_dialog (fixture, "what"), "Send the invoice");
  gtk_widget_activate_action (dialog, "finish.finish", NULL);
  hf_test_page_wait_until (fixture, hf_test_page_is_shown, "start");

  g_autoptr (GPtrArray) promises = hf_test_interview_run (fixture->store, read_promises,
                                                          &fixture->customer_id);
  g_assert_cmpuint (promises->len, ==, 1);
  const HfPromise *promise = promises->pdata[0];
  g_assert_cmpstr (promise->what, ==, "Send the invoice");
  g_assert_cmpint (promise->due_at - promise->made_at, ==, 24 * G_TIME_SPAN_HOUR);
  /* It is open until the appointment, and goes on at the same question then. */
  hf_interview_page_start (fixture->page, fixture->customer_id);
  hf_test_page_wait_until (fixture, hf_test_page_is_shown, "desk");
  g_assert_true (hf_test_page_is_at (fixture, "consent"));
  g_autoptr (HfInterview) interview = hf_test_page_get_interview (fixture);
  g_assert_null (interview->outcome);
}

static void
test_whole_interview (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_walk_to_told (fixture);
  hf_test_page_answer (fixture, "told", "no");
  hf_test_page_answer (fixture, "several", "b\na");
  hf_test_page_answer (fixture, "score", "10");
  hf_test_page_answer (fixture, "rival", "某某快修");
  hf_test_page_answer (fixture, "amount", "１２００.5");
  hf_test_page_answer (fixture, "day", "2024/3/5");
  hf_test_page_answer (fixture, "promise", "");
  hf_test_page_answer (fixture, "bye", NULL);
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "bye");
  g_assert_nonnull (fixture->desk->dialog);
  hf_test_page_assert_history (fixture, "several", "a\nb current");
  hf_test_page_assert_history (fixture, "score", "10 current");
  hf_test_page_assert_history (fixture, "amount", "1200.5 current");
  hf_test_page_assert_history (fixture, "day", "2024-03-05 current");
  hf_test_page_assert_history (fixture, "reasons", "staff-turnover current");
  gtk_widget_activate_action (fixture->desk->dialog, "finish.finish", NULL);
  hf_test_page_wait_until (fixture, hf_test_page_is_shown, "start");
  g_autoptr (GPtrArray) attempts = hf_test_interview_run (fixture->store, read_task,
                                                          &fixture->customer_id);
  g_assert_cmpstr (((HfCallAttempt *) attempts->pdata[0])->outcome, ==, "completed");
}

static void
test_objection_is_a_key_away (HfTestPage *fixture, gconstpointer data)
{
  GtkWidget *card = hf_test_page_part_of_pane (fixture, "objection");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "page.objection", "i", 0);
  g_assert_true (gtk_widget_get_visible (card));
  g_assert_cmpstr (gtk_label_get_text (hf_test_page_part_of_pane (fixture, "objection_words")),
                   ==, "Shall I call later?");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk->pane), "question.close-card", NULL);
  g_assert_false (gtk_widget_get_visible (card));
}

static void
test_note_is_kept (HfTestPage *fixture, gconstpointer data)
{
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "hello");
  gtk_text_buffer_set_text (fixture->desk->note, "声音很小", -1);
  hf_test_page_answer (fixture, "hello", NULL);
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "consent");
  hf_test_page_close_page (fixture);
  hf_test_page_show_page (fixture, HF_TEST_PAGE_WIDE);
  hf_test_page_wait_until (fixture, hf_test_page_is_shown, "desk");
  g_autoptr (HfInterview) interview = hf_test_page_get_interview (fixture);
  g_assert_cmpstr (interview->note, ==, "声音很小");
}

static gboolean
has_focus_within (HfTestPage *fixture, const char *name)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  return focus != NULL
         && gtk_widget_is_ancestor (focus, hf_test_widgets_get_part (fixture->desk, name));
}

static void
test_note_leads_back_to_the_question (HfTestPage *fixture, gconstpointer data)
{
  GtkMenuButton *notes = hf_test_widgets_get_part (fixture->desk, "notes");
  hf_test_page_wait_until (fixture, hf_test_page_is_at, "hello");
  gtk_menu_button_popup (notes);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (notes))));
  gtk_menu_button_popdown (notes);
  hf_test_page_wait_until (fixture, has_focus_within, "pane");
}

/* Whom one speaks to stays in sight where there is no room for the facts. */
static void
test_customer_is_named_in_a_narrow_window (HfTestPage *fixture, gconstpointer data)
{
  GtkLabel *customer = hf_test_widgets_get_part (fixture->desk, "customer");
  GtkLabel *name = hf_test_widgets_get_part (fixture->desk->facts, "name");
  hf_test_page_wait_until (fixture, is_narrow, "customer");
  g_assert_cmpstr (gtk_label_get_text (customer), ==, gtk_label_get_text (name));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (HfTestPage *fixture, gconstpointer data);
  } tests[] = {
    { "call-back", test_call_back_and_promise },
    { "language", test_language_changes_mid_call },
    { "note", test_note_is_kept },
    { "note-and-back", test_note_leads_back_to_the_question },
    { "objection", test_objection_is_a_key_away },
    { "refusal", test_hard_refusal_needs_a_note },
    { "taken-up", test_interview_is_taken_up },
    { "unfinished-is-offered", test_unfinished_interview_is_offered },
    { "whole", test_whole_interview },
  };
  hf_test_noon_set ();
  hf_test_ui_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/interview-course/", tests[i].name, NULL);
      g_test_add (path, HfTestPage, GINT_TO_POINTER (HF_TEST_PAGE_WIDE), hf_test_page_set_up,
                  tests[i].func, hf_test_page_tear_down);
    }
  g_test_add ("/interview-course/narrow", HfTestPage, GINT_TO_POINTER (HF_TEST_PAGE_NARROW),
              hf_test_page_set_up, test_customer_is_named_in_a_narrow_window,
              hf_test_page_tear_down);
  g_test_add_func ("/interview-course/known", test_known_answer_is_only_confirmed);
  return g_test_run ();
}
