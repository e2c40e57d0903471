#include "config.h"

#include "hf-promise-name.h"

static void
assert_name (HfPromiseTerm term, HfPromiseRule rule, const char *expected)
{
  g_autofree char *name = hf_promise_name_of_rule (term, &rule);
  g_assert_cmpstr (name, ==, expected);
}

static void
test_name_follows_the_length (void)
{
  HfPromiseRules usual;
  hf_promise_rules_init (&usual);
  for (HfPromiseTerm term = 0; term < HF_PROMISE_DATED; term++)
    assert_name (term, usual.of[term], hf_choice_label (hf_promise_terms, term));
  assert_name (HF_PROMISE_DAY, (HfPromiseRule){ HF_CLOCK_ALWAYS, 60, 48 * 60, 0 },
               "Within 48 hours");
  /* The first word alone changes no name. */
  assert_name (HF_PROMISE_DAY, (HfPromiseRule){ HF_CLOCK_ALWAYS, 5, 24 * 60, 0 },
               "Within 24 hours");
  assert_name (HF_PROMISE_IMMEDIATE, (HfPromiseRule){ HF_CLOCK_ALWAYS, 0, 90, 0 },
               "Within 90 minutes");
  assert_name (HF_PROMISE_THREE_DAYS, (HfPromiseRule){ HF_CLOCK_WORKING_HOURS, 60, 60, 0 },
               "Within 1 working hour");
  assert_name (HF_PROMISE_WORKDAY, (HfPromiseRule){ HF_CLOCK_WORKDAYS, 60, 3, 0 },
               "Within 3 working days");
  assert_name (HF_PROMISE_EMERGENCY, (HfPromiseRule){ HF_CLOCK_ALWAYS, 0, 0, 15 },
               "Emergency, word every 15 minutes");
  assert_name (HF_PROMISE_DAY, (HfPromiseRule){ HF_CLOCK_ALWAYS, 0, 0, 0 }, "At once");
}

static void
assert_made (HfPromiseTerm term, gint64 length, const char *expected)
{
  g_autoptr (HfPromise) promise = hf_promise_new ();
  promise->term = term;
  promise->made_at = 7;
  promise->due_at = 7 + length;
  g_autofree char *name = hf_promise_name (promise);
  g_assert_cmpstr (name, ==, expected);
}

static void
test_a_promise_keeps_its_name (void)
{
  assert_made (HF_PROMISE_DAY, G_TIME_SPAN_DAY, "Within 24 hours");
  assert_made (HF_PROMISE_DAY, 2 * G_TIME_SPAN_DAY, "Within 48 hours");
  assert_made (HF_PROMISE_DAY, 2 * G_TIME_SPAN_DAY + 1, "Within 24 hours");
  assert_made (HF_PROMISE_DAY, 90 * G_TIME_SPAN_MINUTE, "Within 24 hours");
  assert_made (HF_PROMISE_THREE_DAYS, 3 * G_TIME_SPAN_DAY, "Within 72 hours");
  assert_made (HF_PROMISE_WORKDAY, 3 * G_TIME_SPAN_DAY, "Within one working day");
  assert_made (HF_PROMISE_DATED, G_TIME_SPAN_DAY, "By an agreed day");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/promise-name/rule", test_name_follows_the_length);
  g_test_add_func ("/promise-name/promise", test_a_promise_keeps_its_name);
  return g_test_run ();
}
