#include "config.h"

#include "hf-diagnosis-rates.h"

/**
 * hf_diagnosis_rates:
 * @counts: (array fixed-size=8): customers by #HfRateClass, each counted once
 * @rates: (out): the rates, 0 to 1; all 0 where nobody was eligible
 *
 * Gives response, contact and refusal rate: RR1 = I / ((I+P) + (R+NC+O) + (UH+UO)), CON1 =
 * ((I+P) + R + O) / the same, REF1 = R / the same. Everybody whose eligibility is not known
 * counts as eligible, so these are the lowest of their families.
 *
 * Source: The American Association for Public Opinion Research, Standard Definitions: Final
 * Dispositions of Case Codes and Outcome Rates for Surveys.
 *
 * Returns: whether anybody was eligible
 */
gboolean
hf_diagnosis_rates (const guint counts[HF_RATE_N_CLASSES], HfCallRates *rates)
{
  *rates = (HfCallRates){ 0 };
  double eligible = 0;
  for (int i = 0; i < HF_RATE_NOT_ELIGIBLE; i++)
    eligible += counts[i];
  if (eligible == 0)
    return FALSE;
  double reached = (double) counts[HF_RATE_COMPLETE] + counts[HF_RATE_PARTIAL]
                   + counts[HF_RATE_REFUSAL] + counts[HF_RATE_OTHER];
  rates->response = counts[HF_RATE_COMPLETE] / eligible;
  rates->contact = reached / eligible;
  rates->refusal = counts[HF_RATE_REFUSAL] / eligible;
  return TRUE;
}
