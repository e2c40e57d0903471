#include "config.h"

#include "hf-promise-closures.h"
#include "hf-promise-rules.h"
#include "hf-promise-tally.h"
#include "hf-text.h"

#define HOUR G_TIME_SPAN_HOUR
#define DAY G_TIME_SPAN_DAY

/* Friday, 6 March 2026, 15:00 in Shanghai. */
#define FRIDAY (G_GINT64_CONSTANT (1772780400) * G_USEC_PER_SEC)

static HfPromise *
promise (gint64 due_at)
{
  HfPromise *self = hf_promise_new ();
  self->what = g_strdup ("Call back");
  self->term = HF_PROMISE_WORKDAY;
  self->made_at = FRIDAY - DAY;
  self->due_at = self->judged_at = due_at;
  return self;
}

/* When it is ended, against a deadline at noon, and what it is then. */
static void
test_states (void)
{
  static const struct
  {
    HfPromiseState asked;
    gint64 at;
    HfPromiseState state;
  } cases[] = {
    { HF_PROMISE_KEPT, -1, HF_PROMISE_KEPT },
    { HF_PROMISE_KEPT, 0, HF_PROMISE_KEPT },
    { HF_PROMISE_KEPT, 1, HF_PROMISE_KEPT_LATE },
    { HF_PROMISE_KEPT_LATE, -1, HF_PROMISE_KEPT },
    { HF_PROMISE_BROKEN, -1, HF_PROMISE_BROKEN },
    { HF_PROMISE_RELEASED, 1, HF_PROMISE_RELEASED },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfPromise) self = promise (FRIDAY);
      hf_promise_end (self, cases[i].asked, FRIDAY + cases[i].at, " so ");
      g_assert_cmpint (self->state, ==, cases[i].state);
      g_assert_cmpstr (self->note, ==, "so");
      g_assert_false (hf_promise_is_overdue (self, FRIDAY + DAY));
    }
}

static void
test_overdue (void)
{
  g_autoptr (HfPromise) self = promise (FRIDAY);
  g_autoptr (HfPromise) untimed = promise (0);
  g_assert_false (hf_promise_is_overdue (self, FRIDAY));
  g_assert_true (hf_promise_is_overdue (self, FRIDAY + 1));
  g_assert_false (hf_promise_is_overdue (untimed, FRIDAY));
  g_assert_false (hf_promise_is_late (untimed, FRIDAY));
}

/* A deadline that was moved in time counts; one that had passed goes on to count, however often
 * it is moved. */
static void
test_anew (void)
{
  g_autoptr (HfPromise) in_time = promise (FRIDAY);
  g_autoptr (HfPromise) missed = promise (FRIDAY);
  hf_promise_make_anew (in_time, FRIDAY + DAY, FRIDAY);
  hf_promise_make_anew (missed, FRIDAY + DAY, FRIDAY + HOUR);
  hf_promise_make_anew (missed, FRIDAY + 2 * DAY, FRIDAY + 2 * HOUR);
  g_assert_cmpint (in_time->judged_at, ==, FRIDAY + DAY);
  g_assert_cmpint (missed->judged_at, ==, FRIDAY);
  g_assert_cmpint (missed->due_at, ==, FRIDAY + 2 * DAY);
  g_assert_false (hf_promise_is_overdue (missed, FRIDAY + DAY));
  g_assert_true (hf_promise_is_late (missed, FRIDAY + DAY));
  hf_promise_end (missed, HF_PROMISE_KEPT, FRIDAY + 3 * HOUR, NULL);
  g_assert_cmpint (missed->state, ==, HF_PROMISE_KEPT_LATE);
  hf_promise_reopen (missed);
  g_assert_cmpint (missed->state, ==, HF_PROMISE_OPEN);
  g_assert_cmpint (missed->done_at, ==, 0);
}

static void
assert_due (const char *text, gboolean read, gint64 wanted)
{
  gint64 due_at;
  g_assert_cmpint (hf_promise_read_due (text, &due_at), ==, read);
  if (read)
    g_assert_cmpint (due_at, ==, wanted);
}

/* A day alone ends in the evening. */
static void
test_an_agreed_day (void)
{
  assert_due ("2026-03-06 15:00", TRUE, FRIDAY);
  assert_due (" 2026-03-06 ", TRUE, FRIDAY + 9 * HOUR - G_TIME_SPAN_MINUTE);
  assert_due ("2026/3/6", TRUE, FRIDAY + 9 * HOUR - G_TIME_SPAN_MINUTE);
  assert_due ("2026-03-06 00:00", TRUE, FRIDAY - 15 * HOUR);
  assert_due ("", FALSE, 0);
  assert_due ("soon", FALSE, 0);
}

static void
test_rates (void)
{
  const HfPromiseTally tally = { .kept = 6, .late = 2, .broken = 1, .open = 1, .released = 9 };
  const HfPromiseTally nothing = { .released = 3 };
  g_assert_cmpuint (hf_promise_tally_due (&tally), ==, 10);
  g_assert_cmpfloat (hf_promise_tally_rate (&tally), ==, 0.6);
  g_assert_cmpuint (hf_promise_tally_due (&nothing), ==, 0);
  g_assert_cmpfloat (hf_promise_tally_rate (&nothing), ==, 0);
}

static void
assert_words (char *words, const char *wanted)
{
  g_assert_cmpstr (words, ==, wanted);
  g_free (words);
}

static void
test_words (void)
{
  g_autoptr (HfPromise) self = promise (FRIDAY);
  self->clock = HF_CLOCK_WORKDAYS;
  assert_words (hf_promise_words_row (self), "Anonymous");
  hf_text_set (&self->customer_name, "王炳泉");
  hf_text_set (&self->owner, "Li");
  hf_text_set (&self->calendar, "中国");
  assert_words (hf_promise_words_row (self), "王炳泉 · Li");
  assert_words (hf_promise_words_until (self), "until 2026-03-06 15:00 · Working days (中国)");
  assert_words (hf_promise_words_made (self), "2026-03-05 15:00 · Within one working day");
  assert_words (hf_promise_words_source (self), "Entered by hand");
  self->attempt_id = 1;
  assert_words (hf_promise_words_source (self), "Logged call");
  self->interview_id = 1;
  assert_words (hf_promise_words_source (self), "Interview");
  hf_text_set (&self->complaint, "T1");
  assert_words (hf_promise_words_source (self), "Complaint T1");
  assert_words (hf_promise_words_clock (self, FRIDAY - 2 * HOUR), "due in 2 hours");
  assert_words (hf_promise_words_spoken (self, FRIDAY + HOUR),
                "Call back, 王炳泉 · Li, To be kept, 1 hour late");
  g_assert_null (hf_promise_words_judged (self));
  hf_promise_make_anew (self, FRIDAY + DAY, FRIDAY + HOUR);
  self->is_anew = TRUE;
  assert_words (hf_promise_words_until (self), "until 2026-03-07 15:00");
  assert_words (hf_promise_words_judged (self),
                "Promised anew after its moment had passed: it counts as due on "
                "2026-03-06 15:00.");
  hf_promise_end (self, HF_PROMISE_KEPT, FRIDAY + 2 * HOUR, NULL);
  assert_words (hf_promise_words_clock (self, FRIDAY), "2026-03-06");
}

static void
test_events (void)
{
  g_autoptr (HfPromiseEvent) event = hf_promise_event_new ();
  event->state = HF_PROMISE_BROKEN;
  event->at = FRIDAY;
  event->due_before = event->due_after = FRIDAY;
  assert_words (hf_promise_words_event_title (event), "Broken");
  assert_words (hf_promise_words_event (event), "2026-03-06 15:00");
  hf_text_set (&event->staff, "Li");
  hf_text_set (&event->note, "Forgotten");
  assert_words (hf_promise_words_event (event), "2026-03-06 15:00 · Li\nForgotten");
  event->kind = HF_PROMISE_EVENT_ANEW;
  event->due_after = FRIDAY + DAY;
  assert_words (hf_promise_words_event_title (event),
                "Promised anew: 2026-03-06 15:00 → 2026-03-07 15:00");
  event->kind = HF_PROMISE_EVENT_GIVEN;
  event->due_after = FRIDAY;
  hf_text_set (&event->owner_after, "Zhao");
  assert_words (hf_promise_words_event_title (event), "Given to a colleague: nobody → Zhao");
  event->kind = HF_PROMISE_EVENT_TAKEN_BACK;
  hf_text_set (&event->owner_after, NULL);
  assert_words (hf_promise_words_event_title (event), "Taken back");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/promise/states", test_states);
  g_test_add_func ("/promise/overdue", test_overdue);
  g_test_add_func ("/promise/anew", test_anew);
  g_test_add_func ("/promise/agreed-day", test_an_agreed_day);
  g_test_add_func ("/promise/rates", test_rates);
  g_test_add_func ("/promise/words", test_words);
  g_test_add_func ("/promise/events", test_events);
  return g_test_run ();
}
