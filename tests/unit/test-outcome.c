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

/* Every outcome of the standard with what follows by itself, worked out by hand. */
static void
test_what_follows_by_table (void)
{
  static const struct
  {
    const char *code, *aapor;
    gboolean final;
    guint delay;
    gboolean other_number, needs_note;
    const char *counts;
  } table[] = {
    { "completed", "1.1", TRUE, 0, FALSE, FALSE, "completed interview (I)" },
    { "partial", "1.2", TRUE, 0, FALSE, FALSE, "partial interview (P)" },
    { "call-back", "2.36", FALSE, 60, FALSE, FALSE, "reached, not interviewed (O)" },
    { "refused-soft", "2.112", FALSE, 10080, FALSE, TRUE, "refusal (R)" },
    { "refused-hard", "2.112", TRUE, 0, FALSE, TRUE, "refusal (R)" },
    { "break-off", "2.12", FALSE, 10080, FALSE, TRUE, "refusal (R)" },
    { "no-answer", "3.13", FALSE, 180, FALSE, FALSE, "unknown whether anybody is there (UH)" },
    { "busy", "3.12", FALSE, 30, FALSE, FALSE, "unknown whether anybody is there (UH)" },
    { "machine", "3.14", FALSE, 180, FALSE, FALSE, "unknown whether anybody is there (UH)" },
    { "switched-off", "3.15", FALSE, 180, FALSE, FALSE,
      "unknown whether anybody is there (UH)" },
    { "not-in", "2.21", FALSE, 180, FALSE, FALSE, "non-contact (NC)" },
    { "wrong-number", "3.9", FALSE, 0, TRUE, FALSE, "unknown whether it is the customer (UO)" },
    { "out-of-service", "3.9", FALSE, 0, TRUE, FALSE,
      "unknown whether it is the customer (UO)" },
    { "language", "2.33", FALSE, 1440, FALSE, TRUE, "reached, not interviewed (O)" },
    { "unable", "2.32", TRUE, 0, FALSE, TRUE, "reached, not interviewed (O)" },
    { "deceased", "2.31", TRUE, 0, FALSE, FALSE, "reached, not interviewed (O)" },
    { "not-eligible", "4.7", TRUE, 0, FALSE, TRUE, "nothing: not one of those who are asked" },
  };
  gsize n_outcomes;
  hf_outcome_list (&n_outcomes);
  g_assert_cmpuint (n_outcomes, ==, G_N_ELEMENTS (table));
  for (gsize i = 0; i < n_outcomes; i++)
    {
      const HfOutcome *outcome = hf_outcome_find (table[i].code);
      g_test_message ("%s", table[i].code);
      g_assert_nonnull (outcome);
      g_assert_cmpstr (outcome->aapor, ==, table[i].aapor);
      g_assert_cmpint (hf_outcome_is_final (outcome), ==, table[i].final);
      g_assert_cmpuint (outcome->delay, ==, table[i].delay);
      g_assert_cmpint (outcome->other_number, ==, table[i].other_number);
      g_assert_cmpint (outcome->needs_note, ==, table[i].needs_note);
      g_assert_cmpstr (hf_outcome_counts_as (outcome), ==, table[i].counts);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outcome/find", test_outcomes_are_found_by_their_code);
  g_test_add_func ("/outcome/fits", test_every_outcome_fits_together);
  g_test_add_func ("/outcome/table", test_what_follows_by_table);
  g_test_add_func ("/outcome/aapor", test_codes_agree_with_their_rates);
  g_test_add_func ("/outcome/delays", test_delays);
  return g_test_run ();
}
