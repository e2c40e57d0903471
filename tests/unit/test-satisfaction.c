#include "config.h"

#include "hf-amount.h"
#include "hf-number-words.h"
#include "hf-satisfaction-gap.h"

static void
test_the_gap_is_perceived_less_expected (void)
{
  g_assert_cmpint (hf_satisfaction_gap (5000, 4000), ==, -1000);
  g_assert_cmpint (hf_satisfaction_gap (2000, 4500), ==, 2500);
  g_assert_cmpint (hf_satisfaction_gap (3000, 3000), ==, 0);
  g_assert_cmpint (hf_satisfaction_gap (HF_AMOUNT_UNKNOWN, 3000), ==, HF_AMOUNT_UNKNOWN);
  g_assert_cmpint (hf_satisfaction_gap (3000, HF_AMOUNT_UNKNOWN), ==, HF_AMOUNT_UNKNOWN);
}

static void
test_it_is_worse_or_better (void)
{
  g_assert_cmpint (hf_satisfaction_gap_judge (-1), ==, HF_GAP_WORSE);
  g_assert_cmpint (hf_satisfaction_gap_judge (0), ==, HF_GAP_AS_EXPECTED);
  g_assert_cmpint (hf_satisfaction_gap_judge (1), ==, HF_GAP_BETTER);
}

/* The ends of a scale are the ends of the scale of five. */
static void
test_scales_are_comparable (void)
{
  g_assert_cmpint (hf_satisfaction_points (4, 1, 5), ==, 4000);
  g_assert_cmpint (hf_satisfaction_points (0, 0, 10), ==, 1000);
  g_assert_cmpint (hf_satisfaction_points (5, 0, 10), ==, 3000);
  g_assert_cmpint (hf_satisfaction_points (10, 1, 10), ==, 5000);
  g_assert_cmpint (hf_satisfaction_points (2, 1, 4), ==, 2333);
}

static void
test_means_and_shares (void)
{
  const HfSatisfactionGaps one = { 1, { 1, 0, 0 }, -2000 };
  const HfSatisfactionGaps three = { 3, { 0, 2, 1 }, 1000 };
  HfSatisfactionGaps all = { 0 };
  g_assert_cmpfloat (hf_satisfaction_gaps_mean (&all), ==, 0);
  g_assert_cmpfloat (hf_satisfaction_gaps_share (&all, HF_GAP_WORSE), ==, 0);
  hf_satisfaction_gaps_add (&all, &one);
  hf_satisfaction_gaps_add (&all, &three);
  g_assert_cmpuint (all.answers, ==, 4);
  g_assert_cmpfloat (hf_satisfaction_gaps_mean (&all), ==, -0.25);
  g_assert_cmpfloat (hf_satisfaction_gaps_share (&all, HF_GAP_WORSE), ==, 0.25);
  g_assert_cmpfloat (hf_satisfaction_gaps_share (&all, HF_GAP_AS_EXPECTED), ==, 0.5);
  g_assert_cmpfloat (hf_satisfaction_gaps_share (&all, HF_GAP_BETTER), ==, 0.25);
}

static void
test_the_sign_shows (void)
{
  static const struct
  {
    double points;
    const char *words;
  } cases[] = { { 0, "0" },   { 0.04, "0" },  { 1, "+1" },      { 0.25, "+0.3" },
                { -1, "−1" }, { -0.04, "0" }, { -1.26, "−1.3" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = hf_number_words_gap (cases[i].points);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/satisfaction/gap", test_the_gap_is_perceived_less_expected);
  g_test_add_func ("/satisfaction/kinds", test_it_is_worse_or_better);
  g_test_add_func ("/satisfaction/scales", test_scales_are_comparable);
  g_test_add_func ("/satisfaction/means", test_means_and_shares);
  g_test_add_func ("/satisfaction/sign", test_the_sign_shows);
  return g_test_run ();
}
