#include "config.h"

#include "hf-complaint-clock-words.h"

#define MINUTE G_TIME_SPAN_MINUTE
#define HOUR G_TIME_SPAN_HOUR

/* Friday, 6 March 2026, 15:00 in Shanghai. */
#define FRIDAY (G_GINT64_CONSTANT (1772780400) * G_USEC_PER_SEC)

static void
test_until (void)
{
  g_autofree char *always = hf_complaint_clock_words_until (FRIDAY, HF_CLOCK_ALWAYS, "中国");
  g_autofree char *days = hf_complaint_clock_words_until (FRIDAY, HF_CLOCK_WORKDAYS, "中国");
  g_autofree char *plain = hf_complaint_clock_words_until (FRIDAY, HF_CLOCK_WORKDAYS, NULL);
  g_autofree char *agreed = hf_complaint_clock_words_until (FRIDAY, HF_PROMISE_NO_CLOCK,
                                                            "中国");
  g_assert_cmpstr (always, ==, "until 2026-03-06 15:00 · Round the clock");
  g_assert_cmpstr (days, ==, "until 2026-03-06 15:00 · Working days (中国)");
  g_assert_cmpstr (plain, ==, "until 2026-03-06 15:00 · Working days");
  g_assert_cmpstr (agreed, ==, "until 2026-03-06 15:00");
}

static void
assert_state (gboolean is_running, GTimeSpan left, const char *expected)
{
  HfClockReading reading = { .is_running = is_running, .is_late = left < 0, .left = left };
  g_autofree char *words = hf_complaint_clock_words_state (&reading);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_states (void)
{
  assert_state (TRUE, 2 * HOUR, "due in 2 hours");
  assert_state (TRUE, -5 * MINUTE, "5 minutes late");
  assert_state (FALSE, HOUR, "Kept");
  assert_state (FALSE, -HOUR, "Kept late");
}

static void
assert_pause (gboolean is_paused, GTimeSpan paused, const char *expected)
{
  HfClockReading reading = { .is_paused = is_paused, .paused = paused, .why = "the bill" };
  g_autofree char *words = hf_complaint_clock_words_pause (&reading);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_pauses (void)
{
  assert_pause (FALSE, 0, NULL);
  assert_pause (TRUE, 0, "Paused: the bill. The promise stays as it is.");
  assert_pause (TRUE, 2 * HOUR,
                "Paused (2 hours in all): the bill. The promise stays as it is.");
  assert_pause (FALSE, 49 * HOUR, "Paused for 2 days in all; the promise stayed as it was.");
}

static void
test_changes (void)
{
  g_autoptr (HfDeadlineChange) change = hf_deadline_change_new ();
  change->before = FRIDAY;
  change->after = FRIDAY + 24 * HOUR;
  change->at = FRIDAY - HOUR;
  change->why = g_strdup ("the part");
  g_autofree char *words = hf_complaint_clock_words_change (change);
  g_assert_cmpstr (words, ==,
                   "2026-03-06 14:00\n2026-03-06 15:00 → 2026-03-07 15:00: the part");
  change->before = 0;
  change->staff = g_strdup ("李");
  g_autofree char *first = hf_complaint_clock_words_change (change);
  g_assert_cmpstr (first, ==, "2026-03-06 14:00 · 李\nnothing → 2026-03-07 15:00: the part");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock-words/until", test_until);
  g_test_add_func ("/clock-words/states", test_states);
  g_test_add_func ("/clock-words/pauses", test_pauses);
  g_test_add_func ("/clock-words/changes", test_changes);
  return g_test_run ();
}
