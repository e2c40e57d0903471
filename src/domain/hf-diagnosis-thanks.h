#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The five factors of loyalty, as the guide of the thank-you call asks them. */
#define HF_LOYALTY_N_FACTORS 5

extern const char *const hf_loyalty_factors[HF_LOYALTY_N_FACTORS + 1];

/* One factor, over all who answered. */
typedef struct
{
  guint answers;
  double score; /* the mean, 0 to 100; 0 where nobody answered */
  double weight;
} HfLoyaltyFactor;

typedef struct
{
  guint promoters;  /* 9 and 10 */
  guint passives;   /* 7 and 8 */
  guint detractors; /* 0 to 6 */
  double score;     /* promoters - detractors, per cent of all; -100 to 100 */
} HfPromoterScore;

double hf_diagnosis_factor (int value, int lowest, int highest);
double hf_diagnosis_factors (const HfLoyaltyFactor *factors, gsize n_factors);
HfPromoterScore hf_diagnosis_promoters (const guint counts[11]);

G_END_DECLS
