#include "config.h"

#include <string.h>

#include "hf-clock-words.h"
#include "hf-finish-closures.h"
#include "hf-interview-closures.h"
#include "hf-known-words.h"
#include "hf-text.h"
#include "hf-interview-work.h"
#include "hf-time-zone.h"
#include "hf-time.h"

static gint64
moment (const char *text)
{
  gint64 at = 0;
  g_assert_true (hf_time_parse_moment (text, &at));
  return at;
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_clock (void)
{
  assert_text (hf_interview_words_clock (0), "00:00");
  assert_text (hf_interview_words_clock (252), "04:12");
  assert_text (hf_interview_words_clock (3600 + 252), "1:04:12");
  assert_text (hf_interview_words_saved (moment ("2024-03-12 12:03:22"), FALSE),
               "Saved 12:03:22");
  assert_text (hf_interview_words_saved (moment ("2024-03-12 12:03:22"), TRUE),
               "Waits for the server");
  assert_text (hf_interview_words_place (3, 9), "3 / 9");
}

static void
test_recovered (void)
{
  assert_text (hf_interview_words_recovered (5, 6, TRUE),
               "Continued where the call stopped: 5 answers, at question 6. The words being "
               "typed were kept.");
  assert_text (hf_interview_words_recovered (1, 2, FALSE),
               "Continued where the call stopped: 1 answer, at question 2.");
}

static void
test_standing (void)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->status = HF_CUSTOMER_LOST;
  assert_text (hf_interview_words_standing (customer, HF_LOYALTY_UNKNOWN),
               "Lost, day not known");
  customer->lost_on = g_strdup ("2024-03-12");
  assert_text (hf_interview_words_standing (customer, HF_LOYALTY_C),
               "Class C · Lost on 2024-03-12");
  customer->status = HF_CUSTOMER_ACTIVE;
  assert_text (hf_interview_words_standing (customer, HF_LOYALTY_A), "Class A · Active");
}

static void
test_known_answers_age (void)
{
  g_autoptr (HfAnswer) answer = hf_answer_new ();
  gint64 now = moment ("2024-03-14 12:00");
  answer->at = moment ("2024-03-12 12:00");
  answer->staff = g_strdup ("老李");
  answer->channel = g_strdup ("phone");
  assert_text (hf_known_words_answer (answer, "某某快修", HF_KNOWN_CONFIRM, now),
               "Known: “某某快修”. Enter confirms it.\n"
               "2024-03-12 · 2 days ago · asked by 老李 · Phone");
  hf_text_set (&answer->channel, HF_ANSWER_FROM_FILE);
  assert_text (hf_known_words_answer (answer, "某某快修", HF_KNOWN_STILL, now),
               "Known, but old: “某某快修”. Enter: still so.\n"
               "2024-03-12 · 2 days ago · asked by 老李 · from the customer’s file");
  assert_text (hf_known_words_otherwise ("Known", "Which one?", HF_KNOWN_STILL),
               "Known\nIf not: “Which one?”");
  assert_text (hf_known_words_otherwise ("Known", "Which one?", HF_KNOWN_ANEW), "Known");
}

static void
test_ages_are_worded (void)
{
  gint64 now = moment ("2024-03-12 12:00");
  assert_text (hf_known_words_age (now + G_TIME_SPAN_DAY, now), "today");
  assert_text (hf_known_words_age (now - G_TIME_SPAN_DAY, now), "1 day ago");
  assert_text (hf_known_words_age (now - 59 * G_TIME_SPAN_DAY, now), "59 days ago");
  assert_text (hf_known_words_age (now - 60 * G_TIME_SPAN_DAY, now), "2 months ago");
  assert_text (hf_known_words_age (now - 730 * G_TIME_SPAN_DAY, now), "2 years ago");
}

static void
test_hidden_questions_are_named (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_ptr_array_add (names, (char *) "How?");
  g_ptr_array_add (names, (char *) "When?");
  g_autofree char *words = hf_interview_words_hidden (names);
  g_assert_true (g_str_has_prefix (words, "This hides the answers to 2 later questions."));
  g_assert_nonnull (strstr (words, "“How?”\n“When?”"));
  g_autofree char *line = g_strnfill (80, 'x');
  g_autofree char *shortened = hf_interview_words_short (line);
  g_assert_cmpint (g_utf8_strlen (shortened, -1), ==, 60);
}

static void
test_quotes_are_found_again (void)
{
  const char *words = "老张走了，老张不回来";
  g_assert_cmpint (hf_interview_work_find_quote (words, "老张", 5), ==, 5);
  g_assert_cmpint (hf_interview_work_find_quote (words, "老张", 3), ==, 0);
  g_assert_cmpint (hf_interview_work_find_quote (words, "不回来", -1), ==, 7);
  g_assert_cmpint (hf_interview_work_find_quote (words, "小李", 0), ==, -1);
  g_assert_cmpint (hf_interview_work_find_quote (words, "老张", 99), ==, 0);
}

static void
assert_again (HfCallAgain when, const char *now, const char *expected)
{
  g_autoptr (GTimeZone) ours = g_time_zone_new_local ();
  assert_text (hf_time_format_moment (hf_finish_call_again (when, moment (now), ours)),
               expected);
}

static void
test_one_key_names_a_moment (void)
{
  assert_again (HF_CALL_AGAIN_HOUR, "2024-03-12 10:20", "2024-03-12 11:20");
  assert_again (HF_CALL_AGAIN_HOUR, "2024-03-12 19:30", "2024-03-13 09:00");
  assert_again (HF_CALL_AGAIN_AFTERNOON, "2024-03-12 10:20", "2024-03-12 15:00");
  assert_again (HF_CALL_AGAIN_AFTERNOON, "2024-03-12 14:31", "2024-03-12 17:00");
  assert_again (HF_CALL_AGAIN_AFTERNOON, "2024-03-12 18:00", "2024-03-13 15:00");
  assert_again (HF_CALL_AGAIN_TOMORROW, "2024-02-28 18:00", "2024-02-29 10:00");
  /* From a Tuesday, and from a Sunday. */
  assert_again (HF_CALL_AGAIN_NEXT_WEEK, "2024-03-12 18:00", "2024-03-18 10:00");
  assert_again (HF_CALL_AGAIN_NEXT_WEEK, "2024-03-17 18:00", "2024-03-18 10:00");
}

/* The tests' own clock is Shanghai's, two hours ahead of Urumqi's. */
static void
test_moments_are_those_of_the_customer (void)
{
  g_autoptr (GTimeZone) west = hf_time_zone_new ("Asia/Urumqi");
  gint64 now = moment ("2024-03-12 10:20");
  assert_text (hf_time_format_moment (hf_finish_call_again (HF_CALL_AGAIN_HOUR, now, west)),
               "2024-03-12 11:20");
  assert_text (
      hf_time_format_moment (hf_finish_call_again (HF_CALL_AGAIN_AFTERNOON, now, west)),
      "2024-03-12 17:00");
  assert_text (hf_time_format_moment (hf_finish_call_again (HF_CALL_AGAIN_TOMORROW, now, west)),
               "2024-03-13 12:00");
  now = moment ("2024-03-12 09:10");
  assert_text (hf_time_format_moment (hf_finish_call_again (HF_CALL_AGAIN_HOUR, now, west)),
               "2024-03-12 11:00");
  assert_text (hf_finish_words_next (hf_outcome_find ("busy"), now, FALSE, "Asia/Urumqi"),
               "Will be called again on 2024-03-12 09:10; it is 07:10 there then.");
}

static void
test_the_clock_there_is_told (void)
{
  gint64 now = moment ("2024-03-12 10:20");
  assert_text (hf_clock_words_now ("Asia/Urumqi", now), "08:20 there · Xinjiang (Urumqi)");
  assert_text (hf_clock_words_now ("America/New_York", now),
               "2024-03-11 22:20 there · America, east (New York)");
  assert_text (hf_clock_words_now ("+06:00", now), "08:20 there · +06:00");
  g_assert_null (hf_clock_words_now (NULL, now));
  g_assert_null (hf_clock_words_now ("", now));
  /* Another zone, but the same clock. */
  g_assert_null (hf_clock_words_now ("Asia/Taipei", now));
}

static void
test_outcomes_say_what_follows (void)
{
  gint64 now = moment ("2024-03-12 10:00");
  g_autoptr (GTimeZone) ours = g_time_zone_new_local ();
  const HfOutcome *busy = hf_outcome_find ("busy"), *done = hf_outcome_find ("completed");
  gint64 again = hf_finish_usual_moment (busy, now, ours);
  assert_text (hf_time_format_moment (again), "2024-03-12 10:30");
  g_assert_cmpint (hf_finish_usual_moment (done, now, ours), ==, 0);
  assert_text (hf_finish_words_next (busy, again, FALSE, NULL),
               "Will be called again on 2024-03-12 10:30.");
  assert_text (hf_finish_words_next (done, 0, FALSE, NULL), "Done; not called again.");
  assert_text (hf_finish_words_next (hf_outcome_find ("wrong-number"), 0, FALSE, NULL),
               "Not called again on this number; the customer needs another one.");
  assert_text (hf_finish_words_next (hf_outcome_find ("refused-hard"), 0, TRUE, NULL),
               "Done; goes on the do-not-call list and is not called again.");
  assert_text (hf_finish_words_next (NULL, 0, FALSE, NULL), "Choose how the call ended.");
  assert_text (hf_finish_words_counts (done),
               "Final code 1.1 of AAPOR · counts as completed interview (I)");
  assert_text (hf_finish_words_counts (hf_outcome_find ("refused-soft")),
               "Interim code 2.112 of AAPOR · until then counts as refusal (R)");
  assert_text (hf_finish_words_counts (NULL), "");
  assert_text (hf_finish_words_number ("13911112222"),
               "Will be called next on 13911112222, which goes into the customer’s file.");
  assert_text (hf_finish_words_done ("王女士", done, 0), "王女士: Completed");
  g_assert_true (hf_finish_suggest (TRUE, 9) == done);
  g_assert_cmpstr (hf_finish_suggest (FALSE, 0)->code, ==, "no-answer");
  g_assert_cmpstr (hf_finish_suggest (FALSE, 2)->code, ==, "partial");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interview-words/clock", test_clock);
  g_test_add_func ("/interview-words/recovered", test_recovered);
  g_test_add_func ("/interview-words/standing", test_standing);
  g_test_add_func ("/interview-words/known", test_known_answers_age);
  g_test_add_func ("/interview-words/ages", test_ages_are_worded);
  g_test_add_func ("/interview-words/hidden", test_hidden_questions_are_named);
  g_test_add_func ("/interview-words/quotes", test_quotes_are_found_again);
  g_test_add_func ("/interview-words/call-again", test_one_key_names_a_moment);
  g_test_add_func ("/interview-words/customers-moment", test_moments_are_those_of_the_customer);
  g_test_add_func ("/interview-words/clock-there", test_the_clock_there_is_told);
  g_test_add_func ("/interview-words/outcomes", test_outcomes_say_what_follows);
  return g_test_run ();
}
