#include "config.h"

#include <string.h>

#include "hf-outcome.h"

static void
test_outcomes_are_found_by_their_code (void)
{
  static const char *const codes[] = { "completed",    "partial",      "call-back",
                                       "refused-soft", "refused-hard", "break-off",
                                       "no-answer",    "busy",         "machine",
                                       "wrong-number", "not-eligible" };
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const HfOutcome *outcome = hf_outcome_find (codes[i]);
      g_assert_nonnull (outcome);
      g_assert_cmpstr (outcome->code, ==, codes[i]);
    }
  g_assert_null (hf_outcome_find ("gone"));
  g_assert_null (hf_outcome_find (NULL));
}

static void
test_every_outcome_fits_together (void)
{
  gsize n_outcomes;
  const HfOutcome *outcomes = hf_outcome_list (&n_outcomes);
  for (gsize i = 0; i < n_outcomes; i++)
    {
      const HfOutcome *outcome = &outcomes[i];
      g_assert_true (hf_outcome_find (outcome->code) == outcome);
      g_assert_true (outcome->try_again == (outcome->delay > 0));
      g_assert_false (outcome->try_again && outcome->other_number);
      g_assert_true ((outcome->rate == HF_RATE_REFUSAL)
                     == (outcome->state == HF_INTERVIEW_REFUSED));
      g_assert_true ((outcome->rate == HF_RATE_COMPLETE)
                     == (outcome->state == HF_INTERVIEW_COMPLETED));
      if (outcome->rate == HF_RATE_NON_CONTACT || outcome->rate == HF_RATE_UNKNOWN_HOUSEHOLD)
        g_assert_false (outcome->contacted);
      g_assert_true (outcome->eligible
                     == (outcome->rate != HF_RATE_NOT_ELIGIBLE
                         && outcome->rate != HF_RATE_UNKNOWN_HOUSEHOLD
                         && outcome->rate != HF_RATE_UNKNOWN_OTHER));
    }
}

/* The first digit of AAPOR's code says what a case counts as. */
static void
test_codes_agree_with_their_rates (void)
{
  static const char digits[HF_RATE_N_CLASSES] = {
    [HF_RATE_COMPLETE] = '1',      [HF_RATE_PARTIAL] = '1',
    [HF_RATE_REFUSAL] = '2',       [HF_RATE_NON_CONTACT] = '2',
    [HF_RATE_OTHER] = '2',         [HF_RATE_UNKNOWN_HOUSEHOLD] = '3',
    [HF_RATE_UNKNOWN_OTHER] = '3', [HF_RATE_NOT_ELIGIBLE] = '4'
  };
  gsize n_outcomes;
  const HfOutcome *outcomes = hf_outcome_list (&n_outcomes);
  for (gsize i = 0; i < n_outcomes; i++)
    g_assert_cmpint (outcomes[i].aapor[0], ==, digits[outcomes[i].rate]);
}

static void
test_delays (void)
{
  g_assert_cmpuint (hf_outcome_find ("no-answer")->delay, ==, 180);
  g_assert_cmpuint (hf_outcome_find ("machine")->delay, ==, 180);
  g_assert_cmpuint (hf_outcome_find ("refused-soft")->delay, ==, 10080);
  g_assert_false (hf_outcome_find ("refused-hard")->try_again);
  g_assert_true (hf_outcome_find ("wrong-number")->other_number);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outcome/find", test_outcomes_are_found_by_their_code);
  g_test_add_func ("/outcome/fits", test_every_outcome_fits_together);
  g_test_add_func ("/outcome/aapor", test_codes_agree_with_their_rates);
  g_test_add_func ("/outcome/delays", test_delays);
  return g_test_run ();
}
