#include "config.h"

#include "hf-amount.h"
#include "hf-complaint-closures.h"
#include "hf-time.h"
#include "hf-refusal-closures.h"
#include "hf-today-closures.h"

#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)

static void
test_what_was_found (void)
{
  static const struct
  {
    const char *solved;
    gboolean scored, is_low;
    HfFollowUpResult result;
  } cases[] = {
    { "fully", FALSE, FALSE, HF_FOLLOW_UP_SATISFIED },
    { "fully", TRUE, FALSE, HF_FOLLOW_UP_SATISFIED },
    { "fully", TRUE, TRUE, HF_FOLLOW_UP_UNSATISFIED },
    { "partly", FALSE, FALSE, HF_FOLLOW_UP_PARTLY },
    { "partly", TRUE, FALSE, HF_FOLLOW_UP_PARTLY },
    { "partly", TRUE, TRUE, HF_FOLLOW_UP_UNSATISFIED },
    { "no", TRUE, FALSE, HF_FOLLOW_UP_UNSATISFIED },
    { "no", FALSE, FALSE, HF_FOLLOW_UP_UNSATISFIED },
    { NULL, TRUE, FALSE, HF_FOLLOW_UP_SATISFIED },
    { NULL, TRUE, TRUE, HF_FOLLOW_UP_UNSATISFIED },
    { NULL, FALSE, FALSE, HF_FOLLOW_UP_UNKNOWN },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (hf_follow_up_judge (cases[i].solved, cases[i].scored, cases[i].is_low), ==,
                     cases[i].result);
}

static void
test_nobody_is_called_for_ever (void)
{
  for (gint64 round = 1; round <= HF_FOLLOW_UP_MAX_ROUNDS + 1; round++)
    {
      gboolean again = round < HF_FOLLOW_UP_MAX_ROUNDS;
      g_assert_cmpint (hf_follow_up_calls_again (HF_FOLLOW_UP_UNSATISFIED, round), ==, again);
      g_assert_cmpint (hf_follow_up_calls_again (HF_FOLLOW_UP_PARTLY, round), ==, again);
      g_assert_false (hf_follow_up_calls_again (HF_FOLLOW_UP_SATISFIED, round));
      g_assert_false (hf_follow_up_calls_again (HF_FOLLOW_UP_UNKNOWN, round));
    }
}

static void
assert_words (const HfFollowUp *follow_up, const char *title, const char *words)
{
  g_autofree char *said = hf_complaint_follow_up_title (follow_up);
  g_autofree char *told = hf_complaint_follow_up_words (follow_up, NOW);
  g_assert_cmpstr (said, ==, title);
  g_assert_cmpstr (told, ==, words);
}

static void
test_it_is_told_in_the_complaint (void)
{
  g_autoptr (HfFollowUp) follow_up = hf_follow_up_new ();
  follow_up->due_at = NOW + G_TIME_SPAN_DAY;
  assert_words (follow_up, "Second follow-up", "will be called from 2026-02-03 10:00");
  follow_up->due_at = NOW;
  follow_up->for_others = TRUE;
  assert_words (follow_up, "Second follow-up",
                "waits to be called · by a colleague: you dealt with it");
  follow_up->for_others = FALSE;
  follow_up->attempts = 1;
  assert_words (follow_up, "Second follow-up", "not reached yet, waits to be called again");
  follow_up->state = HF_CALL_TASK_DONE;
  follow_up->result = HF_FOLLOW_UP_SATISFIED;
  follow_up->at = NOW;
  follow_up->staff = g_strdup ("小李");
  follow_up->by_handler = TRUE;
  follow_up->score = 5;
  follow_up->scale = 5;
  assert_words (follow_up, "Second follow-up: Satisfied",
                "2026-02-02 10:00 · 小李 · by the handler, nobody else was there · 5 of 5");
  follow_up->by_handler = FALSE;
  follow_up->expected = 3;
  follow_up->gap = 2000;
  assert_words (follow_up, "Second follow-up: Satisfied",
                "2026-02-02 10:00 · 小李 · expected 3, perceived 5 of 5 (+2)");
  g_assert_false (hf_follow_up_fell_short (follow_up));
  follow_up->expected = 5;
  follow_up->score = 4;
  follow_up->gap = -1000;
  g_assert_true (hf_follow_up_fell_short (follow_up));
  assert_words (follow_up, "Second follow-up: Satisfied",
                "2026-02-02 10:00 · 小李 · expected 5, perceived 4 of 5 (−1)\n"
                "Satisfied, but worse than expected: ask what was missing.");
  follow_up->gap = HF_AMOUNT_UNKNOWN;
  follow_up->result = HF_FOLLOW_UP_UNSATISFIED;
  follow_up->score = 1;
  follow_up->round = 3;
  assert_words (follow_up, "Second follow-up: Still not satisfied",
                "2026-02-02 10:00 · 小李 · 1 of 5 · call 3 of at most 3\n"
                "The customer is not called about it again by itself; a manager decides.");
}

static void
assert_call (const HfCallTask *call, const char *words)
{
  g_autofree char *said = hf_today_call_words (call, G_TIME_SPAN_HOUR, 0);
  g_assert_cmpstr (said, ==, words);
}

static void
test_why_somebody_is_called_is_said (void)
{
  g_autoptr (HfCallTask) call = hf_call_task_new ();
  call->kind = HF_INTERVIEW_LOW_SCORE;
  call->why = g_strdup (HF_CALL_TASK_LOW_SCORE "4/10");
  assert_call (call, "Low-satisfaction care · scored 4 of 10 · not called yet");
  call->kind = HF_INTERVIEW_FOLLOW_UP;
  call->complaint_number = g_strdup ("T1");
  call->for_others = TRUE;
  assert_call (call, "Second follow-up · complaint T1 · for a colleague: you dealt with it · "
                     "not called yet");
  call->for_others = FALSE;
  call->may_offer = FALSE;
  call->kind = HF_INTERVIEW_WIN_BACK;
  g_clear_pointer (&call->complaint_number, g_free);
  g_clear_pointer (&call->why, g_free);
  assert_call (call, "Win-back offer · no offer: consent refused or withdrawn · "
                     "not called yet");
}

static void
test_why_no_call_begins_is_said (void)
{
  static const struct
  {
    HfCallRefusal refusal;
    const char *title, *leave;
  } cases[] = {
    { HF_CALL_NOT_WANTED, "王女士 does not want to be called", "_Leave" },
    { HF_CALL_FOR_OTHERS, "You dealt with the complaint of 王女士 yourself",
      "Leave It to _Others" },
    { HF_CALL_NO_OFFER, "王女士 does not agree to offers", "_Leave" },
    { HF_CALL_ELSEWHERE, "小李 has been calling 王女士 since 10:00", "_Leave" },
  };
  HfClaim other = { .staff = (char *) "小李", .since = NOW };
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->name = g_strdup ("王女士");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = hf_refusal_words_title (cases[i].refusal, customer, &other);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (hf_refusal_words_leave (cases[i].refusal), ==, cases[i].leave);
      for (gsize j = 0; j < i; j++)
        g_assert_cmpstr (hf_refusal_words_advice (cases[i].refusal), !=,
                         hf_refusal_words_advice (cases[j].refusal));
    }
  g_autofree char *one = hf_refusal_words_handled (1);
  g_assert_true (g_str_has_prefix (one, "1 second follow-up waits for a colleague"));
}

static void
test_a_row_says_until_or_since_when (void)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  gint64 now = hf_time_now ();
  g_assert_true (hf_time_parse_moment ("2020-06-08 10:00", &complaint->received_at));
  g_autofree char *old = hf_complaint_row_moment (complaint, now);
  g_assert_cmpstr (old, ==, "2020-06-08");
  complaint->due_at = now + 3 * G_TIME_SPAN_HOUR;
  g_autofree char *clock = hf_complaint_clock (complaint, now);
  g_autofree char *running = hf_complaint_row_moment (complaint, now);
  g_assert_nonnull (clock);
  g_assert_cmpstr (running, ==, clock);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/follow-up/judge", test_what_was_found);
  g_test_add_func ("/follow-up/cap", test_nobody_is_called_for_ever);
  g_test_add_func ("/follow-up/in-the-complaint", test_it_is_told_in_the_complaint);
  g_test_add_func ("/follow-up/why", test_why_somebody_is_called_is_said);
  g_test_add_func ("/follow-up/refusal", test_why_no_call_begins_is_said);
  g_test_add_func ("/follow-up/row-moment", test_a_row_says_until_or_since_when);
  return g_test_run ();
}
