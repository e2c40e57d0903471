#include "config.h"

#include "hf-diagnosis-interval.h"

#include <math.h>

/* The 97.5 % point of the normal distribution. */
#define Z 1.959963984540054

/**
 * hf_diagnosis_interval:
 * @hits: how many of the trials hit
 * @trials: how many there were
 * @low: (out): the lower end, 0 to 1
 * @high: (out): the upper end, 0 to 1
 *
 * Gives the 95 % score interval of a share, which also holds for few trials and for shares of
 * nothing or all.
 *
 * Source: E. B. Wilson 1927, Probable inference, the law of succession, and statistical
 * inference, Journal of the American Statistical Association 22:209-212.
 *
 * Returns: whether there were any trials, and no more hits than trials; else both ends are 0
 */
gboolean
hf_diagnosis_interval (guint hits, guint trials, double *low, double *high)
{
  *low = *high = 0;
  if (trials == 0 || hits > trials)
    return FALSE;
  double n = trials;
  double share = hits / n;
  double scale = 1 + Z * Z / n;
  double centre = (share + Z * Z / (2 * n)) / scale;
  double half = Z * sqrt (share * (1 - share) / n + Z * Z / (4 * n * n)) / scale;
  /* Rounding would leave 1e-17 where the exact end is 0 or 1. */
  *low = hits == 0 ? 0 : centre - half;
  *high = hits == trials ? 1 : centre + half;
  return TRUE;
}
