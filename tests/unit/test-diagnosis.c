#include "config.h"

#include <math.h>

#include "hf-amount.h"
#include "hf-diagnosis-interval.h"
#include "hf-diagnosis-loyalty.h"
#include "hf-diagnosis-pareto.h"
#include "hf-diagnosis-rates.h"
#include "hf-diagnosis-retention.h"
#include "hf-diagnosis-silent.h"
#include "hf-diagnosis-thanks.h"
#include "hf-diagnosis-value.h"

#define ROUNDS 2000

static void
test_silent_by_hand (void)
{
  static const struct
  {
    double complaints, share, dissatisfied, silent;
  } cases[] = {
    { 40, 1.0 / 25, 1000, 960 },  { 40, 1 - 0.31, 58, 18 }, { 40, 0.03, 1333, 1293 },
    { 40, 1.0 / 27, 1080, 1040 }, { 40, 1, 40, 0 },         { 0, 0.04, 0, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HfSilentEstimate estimate;
      g_assert_true (hf_diagnosis_silent (cases[i].complaints, cases[i].share, 0, &estimate));
      g_assert_cmpfloat (round (estimate.dissatisfied), ==, cases[i].dissatisfied);
      g_assert_cmpfloat (round (estimate.silent), ==, cases[i].silent);
    }
}

static void
test_silent_and_lost_is_its_own_number (void)
{
  HfSilentEstimate estimate;
  g_assert_true (hf_diagnosis_silent (40, 0.04, 0.37, &estimate));
  g_assert_cmpfloat_with_epsilon (estimate.silent, 960, 1e-9);
  g_assert_cmpfloat_with_epsilon (estimate.silent_and_lost, 604.8, 1e-9);
}

static void
test_silent_refuses_what_is_no_share (void)
{
  static const double bad[] = { 0, -0.04, 1.0001, 25, NAN, INFINITY };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      HfSilentEstimate estimate = { 7, 7, 7 };
      g_assert_false (hf_diagnosis_silent (40, bad[i], 0, &estimate));
      g_assert_cmpfloat (estimate.dissatisfied, ==, 0);
      g_assert_cmpfloat (estimate.silent, ==, 0);
    }
  HfSilentEstimate estimate;
  g_assert_false (hf_diagnosis_silent (-1, 0.04, 0, &estimate));
  g_assert_false (hf_diagnosis_silent (NAN, 0.04, 0, &estimate));
  g_assert_false (hf_diagnosis_silent (40, 0.04, 1.5, &estimate));
  g_assert_false (hf_diagnosis_silent (40, 0.04, -0.1, &estimate));
}

static void
test_silent_holds_together (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      double complaints = g_test_rand_int_range (0, 100000);
      double share = g_test_rand_double_range (0.001, 1);
      double stay = g_test_rand_double ();
      HfSilentEstimate estimate, fewer;
      g_assert_true (hf_diagnosis_silent (complaints, share, stay, &estimate));
      g_assert_true (hf_diagnosis_silent (complaints, share / 2, stay, &fewer));
      g_assert_cmpfloat_with_epsilon (estimate.silent + complaints, estimate.dissatisfied,
                                      1e-6);
      g_assert_cmpfloat_with_epsilon (estimate.dissatisfied * share, complaints, 1e-6);
      g_assert_cmpfloat (estimate.silent_and_lost, <=, estimate.silent);
      g_assert_cmpfloat (fewer.silent, >=, estimate.silent);
    }
}

/* R. G. Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3. */
static void
test_interval_as_published (void)
{
  static const struct
  {
    guint hits, trials;
    double low, high;
  } cases[] = { { 81, 263, 0.2553, 0.3662 },
                { 15, 148, 0.0624, 0.1605 },
                { 0, 20, 0, 0.1611 },
                { 1, 29, 0.0061, 0.1718 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double low, high;
      g_assert_true (hf_diagnosis_interval (cases[i].hits, cases[i].trials, &low, &high));
      g_assert_cmpfloat_with_epsilon (low, cases[i].low, 0.00005);
      g_assert_cmpfloat_with_epsilon (high, cases[i].high, 0.00005);
    }
}

static void
test_interval_holds_together (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      guint trials = g_test_rand_int_range (1, 5000);
      guint hits = g_test_rand_int_range (0, trials + 1);
      double low, high, other_low, other_high;
      g_assert_true (hf_diagnosis_interval (hits, trials, &low, &high));
      g_assert_true (hf_diagnosis_interval (trials - hits, trials, &other_low, &other_high));
      double share = (double) hits / trials;
      g_assert_true (low >= 0 && low <= share && share <= high && high <= 1);
      g_assert_cmpfloat_with_epsilon (low, 1 - other_high, 1e-12);
      g_assert_cmpfloat_with_epsilon (high, 1 - other_low, 1e-12);
    }
  double low, high;
  g_assert_false (hf_diagnosis_interval (0, 0, &low, &high));
  g_assert_false (hf_diagnosis_interval (3, 2, &low, &high));
  g_assert_cmpfloat (high, ==, 0);
}

static void
test_own_share (void)
{
  HfOwnShare own = hf_diagnosis_own_share (10, 3);
  g_assert_cmpuint (own.interviewed, ==, 10);
  g_assert_cmpuint (own.complained, ==, 3);
  g_assert_cmpfloat (own.share, ==, 0.3);
  g_assert_cmpfloat_with_epsilon (own.low, 0.1078, 0.00005);
  g_assert_cmpfloat_with_epsilon (own.high, 0.6032, 0.00005);
  HfOwnShare none = hf_diagnosis_own_share (0, 0);
  g_assert_cmpfloat (none.share, ==, 0);
  g_assert_cmpfloat (none.high, ==, 0);
}

static void
test_churn_and_retention (void)
{
  double rate;
  g_assert_true (hf_diagnosis_churn (7043, 1869, &rate));
  g_assert_cmpfloat_with_epsilon (rate, 0.26537, 0.000005);
  g_assert_false (hf_diagnosis_churn (0, 3, &rate));
  g_assert_cmpfloat (rate, ==, 0);

  g_assert_true (hf_diagnosis_retention (200, 210, 30, &rate));
  g_assert_cmpfloat (rate, ==, 0.9);
  g_assert_false (hf_diagnosis_retention (0, 10, 10, &rate));
  g_assert_false (hf_diagnosis_retention (10, 5, 6, &rate));
  g_assert_cmpfloat (rate, ==, 0);
}

static void
test_nobody_new_and_nobody_back_adds_to_one (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      guint at_start = g_test_rand_int_range (1, 100000);
      guint lost = g_test_rand_int_range (0, at_start + 1);
      guint gained = g_test_rand_int_range (0, 1000);
      double churn, retention;
      g_assert_true (hf_diagnosis_churn (at_start, lost, &churn));
      g_assert_true (
          hf_diagnosis_retention (at_start, at_start - lost + gained, gained, &retention));
      g_assert_cmpfloat_with_epsilon (churn + retention, 1, 1e-12);
    }
}

static void
test_loyalty_at_the_limits (void)
{
  static const struct
  {
    gint64 amount, need;
    HfLoyaltyClass grade;
    double share;
    gboolean over;
  } cases[] = {
    { 80000, 100000, HF_LOYALTY_A, 0.8, FALSE },
    { 79999, 100000, HF_LOYALTY_B, 0.79999, FALSE },
    { 20000, 100000, HF_LOYALTY_B, 0.2, FALSE },
    { 19999, 100000, HF_LOYALTY_C, 0.19999, FALSE },
    { 100000, 100000, HF_LOYALTY_A, 1, FALSE },
    { 130000, 100000, HF_LOYALTY_A, 1, TRUE },
    { 0, 100000, HF_LOYALTY_C, 0, FALSE },
    { -500, 100000, HF_LOYALTY_C, 0, FALSE },
    { 1, 7, HF_LOYALTY_C, 1 / 7.0, FALSE },
    { 2, 7, HF_LOYALTY_B, 2 / 7.0, FALSE },
    { 6, 7, HF_LOYALTY_A, 6 / 7.0, FALSE },
    { G_MAXINT64, G_MAXINT64, HF_LOYALTY_A, 1, FALSE },
    { 1000, 0, HF_LOYALTY_UNKNOWN, 0, FALSE },
    { 1000, -1000, HF_LOYALTY_UNKNOWN, 0, FALSE },
    { 1000, HF_AMOUNT_UNKNOWN, HF_LOYALTY_UNKNOWN, 0, FALSE },
    { HF_AMOUNT_UNKNOWN, 1000, HF_LOYALTY_UNKNOWN, 0, FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HfLoyalty loyalty = hf_diagnosis_loyalty (cases[i].amount, cases[i].need);
      g_assert_cmpint (loyalty.grade, ==, cases[i].grade);
      g_assert_cmpfloat (loyalty.share, ==, cases[i].share);
      g_assert_cmpint (loyalty.over, ==, cases[i].over);
    }
}

static void
test_loyalty_agrees_with_its_share (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 need = g_test_rand_int_range (1, 10000);
      gint64 amount = g_test_rand_int_range (0, 12000);
      HfLoyalty loyalty = hf_diagnosis_loyalty (amount, need);
      HfLoyaltyClass expected = 5 * amount >= 4 * need ? HF_LOYALTY_A
                                : 5 * amount >= need   ? HF_LOYALTY_B
                                                       : HF_LOYALTY_C;
      g_assert_cmpint (loyalty.grade, ==, expected);
      g_assert_cmpint (loyalty.over, ==, amount > need);
    }
}

static void
test_rates_by_hand (void)
{
  guint counts[HF_RATE_N_CLASSES] = {
    [HF_RATE_COMPLETE] = 32,     [HF_RATE_PARTIAL] = 3,       [HF_RATE_REFUSAL] = 9,
    [HF_RATE_NON_CONTACT] = 30,  [HF_RATE_OTHER] = 6,         [HF_RATE_UNKNOWN_HOUSEHOLD] = 15,
    [HF_RATE_UNKNOWN_OTHER] = 5, [HF_RATE_NOT_ELIGIBLE] = 40,
  };
  HfCallRates rates;
  g_assert_true (hf_diagnosis_rates (counts, &rates));
  g_assert_cmpfloat (rates.response, ==, 0.32);
  g_assert_cmpfloat (rates.contact, ==, 0.5);
  g_assert_cmpfloat (rates.refusal, ==, 0.09);
}

static void
test_rates_of_nobody (void)
{
  guint counts[HF_RATE_N_CLASSES] = { [HF_RATE_NOT_ELIGIBLE] = 4 };
  HfCallRates rates = { 7, 7, 7 };
  g_assert_false (hf_diagnosis_rates (counts, &rates));
  g_assert_cmpfloat (rates.response, ==, 0);
  g_assert_cmpfloat (rates.contact, ==, 0);
  g_assert_cmpfloat (rates.refusal, ==, 0);
}

static void
test_pareto_adds_up (void)
{
  g_autoptr (HfPeriod) period = hf_period_new (NULL, NULL);
  g_autoptr (HfFigures) figures = hf_figures_new (period, NULL);
  static const guint primary[] = { 3, 12, 0, 5 };
  static const char *const codes[] = { "price", "competitor-offer", "other", "service-lapse" };
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    hf_figures_add_reason (figures, codes[i])->primary = primary[i];
  hf_figures_sort_reasons (figures);

  g_autoptr (GArray) steps = hf_diagnosis_pareto (figures->reasons);
  static const double expected[][2] = { { 0.6, 0.6 }, { 0.25, 0.85 }, { 0.15, 1 }, { 0, 1 } };
  g_assert_cmpuint (steps->len, ==, 4);
  for (guint i = 0; i < steps->len; i++)
    {
      const HfParetoStep *step = &g_array_index (steps, HfParetoStep, i);
      g_assert_cmpfloat (step->share, ==, expected[i][0]);
      g_assert_cmpfloat (step->cumulative, ==, expected[i][1]);
    }
  g_assert_cmpstr (g_array_index (steps, HfParetoStep, 0).reason->code, ==, "competitor-offer");
}

static void
test_pareto_of_nothing (void)
{
  g_autoptr (HfPeriod) period = hf_period_new (NULL, NULL);
  g_autoptr (HfFigures) figures = hf_figures_new (period, NULL);
  g_autoptr (GArray) none = hf_diagnosis_pareto (figures->reasons);
  g_assert_cmpuint (none->len, ==, 0);
  hf_figures_add_reason (figures, "price")->contributing = 2;
  g_autoptr (GArray) steps = hf_diagnosis_pareto (figures->reasons);
  g_assert_cmpfloat (g_array_index (steps, HfParetoStep, 0).share, ==, 0);
  g_assert_cmpfloat (g_array_index (steps, HfParetoStep, 0).cumulative, ==, 0);
}

static void
test_loss_keeps_friends_apart (void)
{
  HfLoss off = hf_diagnosis_loss (1200, 10, NULL);
  g_assert_cmpfloat (off.customers, ==, 12000);
  g_assert_cmpfloat (off.friends, ==, 0);
  HfFriendsTerm friends = { .counted = FALSE, .friends = 10, .conversion = 0.25 };
  g_assert_cmpfloat (hf_diagnosis_loss (1200, 10, &friends).friends, ==, 0);
  friends.counted = TRUE;
  HfLoss on = hf_diagnosis_loss (1200, 10, &friends);
  g_assert_cmpfloat (on.customers, ==, 12000);
  g_assert_cmpfloat (on.friends, ==, 30000);
}

static void
test_lifetime_value (void)
{
  double value;
  g_assert_true (hf_diagnosis_lifetime_value (1000, 0.8, 0.1, &value));
  g_assert_cmpfloat_with_epsilon (value, 2666.6667, 0.0001);
  g_assert_true (hf_diagnosis_lifetime_value (1000, 0, 0.1, &value));
  g_assert_cmpfloat (value, ==, 0);
  g_assert_true (hf_diagnosis_lifetime_value (1000, 1, 0.1, &value));
  g_assert_cmpfloat_with_epsilon (value, 10000, 1e-6);
}

static void
test_lifetime_value_equals_its_series (void)
{
  for (int i = 0; i < 50; i++)
    {
      double retention = g_test_rand_double_range (0, 0.95);
      double discount = g_test_rand_double_range (0, 0.3);
      double value, sum = 0, factor = 1;
      for (int year = 1; year < 2000; year++)
        sum += 100 * (factor *= retention / (1 + discount));
      g_assert_true (hf_diagnosis_lifetime_value (100, retention, discount, &value));
      g_assert_cmpfloat_with_epsilon (value, sum, 1e-6);
    }
}

static void
test_lifetime_value_refuses (void)
{
  static const double bad[][2] = { { 1, 0 },    { 1.1, 0.5 }, { -0.1, 0.1 },
                                   { 0.8, -1 }, { NAN, 0.1 }, { 0.8, NAN } };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      double value = 7;
      g_assert_false (hf_diagnosis_lifetime_value (1000, bad[i][0], bad[i][1], &value));
      g_assert_cmpfloat (value, ==, 0);
    }
}

static void
test_factors_by_hand (void)
{
  HfLoyaltyFactor factors[] = {
    { 2, 100, 0.2 }, { 2, 50, 0.2 }, { 0, 0, 0.2 }, { 1, 0, 0.2 }, { 3, 90, 0.2 }
  };
  g_assert_cmpfloat (hf_diagnosis_factor (5, 1, 5), ==, 100);
  g_assert_cmpfloat (hf_diagnosis_factor (1, 1, 5), ==, 0);
  g_assert_cmpfloat (hf_diagnosis_factor (3, 1, 5), ==, 50);
  g_assert_cmpfloat (hf_diagnosis_factor (7, 0, 10), ==, 70);
  g_assert_cmpfloat (hf_diagnosis_factor (99, 0, 10), ==, 100);
  g_assert_cmpfloat (hf_diagnosis_factor (1, 1, 1), ==, 0);
  g_assert_cmpfloat_with_epsilon (hf_diagnosis_factors (factors, 5), 60, 1e-9);
  factors[0].weight = 0.6;
  g_assert_cmpfloat_with_epsilon (hf_diagnosis_factors (factors, 5), 88 / 1.2, 1e-9);
  g_assert_cmpfloat (hf_diagnosis_factors (factors, 0), ==, 0);
}

static void
test_promoters_by_hand (void)
{
  HfPromoterScore score = hf_diagnosis_promoters (
      (guint[11]){ 0, 0, 0, 0, 0, 0, 1, 1, 1, 3, 4 });
  g_assert_cmpuint (score.promoters, ==, 7);
  g_assert_cmpuint (score.passives, ==, 2);
  g_assert_cmpuint (score.detractors, ==, 1);
  g_assert_cmpfloat_with_epsilon (score.score, 60, 1e-9);
  score = hf_diagnosis_promoters ((guint[11]){ 2 });
  g_assert_cmpfloat (score.score, ==, -100);
  score = hf_diagnosis_promoters ((guint[11]){ 0 });
  g_assert_cmpfloat (score.score, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/silent/by-hand", test_silent_by_hand);
  g_test_add_func ("/silent/lost", test_silent_and_lost_is_its_own_number);
  g_test_add_func ("/silent/refuses", test_silent_refuses_what_is_no_share);
  g_test_add_func ("/silent/holds", test_silent_holds_together);
  g_test_add_func ("/interval/published", test_interval_as_published);
  g_test_add_func ("/interval/holds", test_interval_holds_together);
  g_test_add_func ("/interval/own-share", test_own_share);
  g_test_add_func ("/retention/by-hand", test_churn_and_retention);
  g_test_add_func ("/retention/adds-up", test_nobody_new_and_nobody_back_adds_to_one);
  g_test_add_func ("/loyalty/limits", test_loyalty_at_the_limits);
  g_test_add_func ("/loyalty/agrees", test_loyalty_agrees_with_its_share);
  g_test_add_func ("/rates/by-hand", test_rates_by_hand);
  g_test_add_func ("/rates/nobody", test_rates_of_nobody);
  g_test_add_func ("/pareto/adds-up", test_pareto_adds_up);
  g_test_add_func ("/pareto/nothing", test_pareto_of_nothing);
  g_test_add_func ("/thanks/factors", test_factors_by_hand);
  g_test_add_func ("/thanks/promoters", test_promoters_by_hand);
  g_test_add_func ("/value/loss", test_loss_keeps_friends_apart);
  g_test_add_func ("/value/lifetime", test_lifetime_value);
  g_test_add_func ("/value/series", test_lifetime_value_equals_its_series);
  g_test_add_func ("/value/refuses", test_lifetime_value_refuses);
  return g_test_run ();
}
