#include "config.h"

#include "hf-diagnosis-thanks.h"

#define FIRST_PASSIVE 7
#define FIRST_PROMOTER 9

/* The ids of the questions. Source: article 002: overall satisfaction, initiative to keep and
 * strengthen the relation, will to buy again, will to recommend, resistance to competitors. */
const char *const hf_loyalty_factors[HF_LOYALTY_N_FACTORS + 1] = {
  "satisfaction", "initiative", "repurchase", "recommend", "resistance", NULL,
};

/**
 * hf_diagnosis_factor:
 * @value: an answer
 * @lowest: the lower end of its scale
 * @highest: the upper end
 *
 * Makes answers on different scales comparable.
 *
 * Returns: 0 for the lower end to 100 for the upper one
 */
double
hf_diagnosis_factor (int value, int lowest, int highest)
{
  if (highest <= lowest)
    return 0;
  return 100.0 * (CLAMP (value, lowest, highest) - lowest) / (highest - lowest);
}

/**
 * hf_diagnosis_factors:
 * @factors: (array length=n_factors): the factors, with their weights
 * @n_factors: how many
 *
 * Gives the loyalty score: the weighted mean of the factors that anybody answered. The source
 * gives no weights, so they are equal unless said otherwise.
 *
 * Source: article 002, the five factors of loyalty.
 *
 * Returns: 0 to 100; 0 where nobody answered
 */
double
hf_diagnosis_factors (const HfLoyaltyFactor *factors, gsize n_factors)
{
  double sum = 0, weights = 0;
  for (gsize i = 0; i < n_factors; i++)
    if (factors[i].answers > 0)
      {
        sum += factors[i].weight * factors[i].score;
        weights += factors[i].weight;
      }
  return weights > 0 ? sum / weights : 0;
}

/**
 * hf_diagnosis_promoters:
 * @counts: how many answered 0, 1, .. 10
 *
 * Gives the net promoter score: the share of 9 and 10 less the share of 0 to 6.
 *
 * Source: Reichheld, The One Number You Need to Grow (2003).
 *
 * Returns: the counts and the score; 0 where nobody answered
 */
HfPromoterScore
hf_diagnosis_promoters (const guint counts[11])
{
  HfPromoterScore result = { 0 };
  for (int i = 0; i <= 10; i++)
    *(i >= FIRST_PROMOTER  ? &result.promoters
      : i >= FIRST_PASSIVE ? &result.passives
                           : &result.detractors)
        += counts[i];
  guint all = result.promoters + result.passives + result.detractors;
  if (all > 0)
    result.score = 100.0 * ((double) result.promoters - result.detractors) / all;
  return result;
}
