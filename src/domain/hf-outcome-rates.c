#include "config.h"

#include "hf-outcome-rates.h"

#include "hf-outcome.h"

/**
 * hf_outcome_is_done:
 * @code: (nullable): an outcome's code
 *
 * Tells whether a call was an interview, in whole or in part.
 *
 * Returns: whether it was
 */
gboolean
hf_outcome_is_done (const char *code)
{
  const HfOutcome *self = hf_outcome_find (code);
  return self != NULL && (self->rate == HF_RATE_COMPLETE || self->rate == HF_RATE_PARTIAL);
}

/**
 * hf_outcome_rate_class:
 * @furthest: how far a case got in any interview or call, #HfFurthest
 * @last_outcome: (nullable): how its last call ended; %NULL: it was never called
 *
 * Tells what a case counts as in the rates, by the furthest that it ever got, else by its last
 * call. Who was never called is unknown, and stays in the denominator.
 *
 * Source: The American Association for Public Opinion Research, Standard Definitions, on
 * converting temporary to final disposition codes: an interview takes precedence over all that
 * comes after it, so a later "no answer" does not take it back. They say of a case how it
 * ended, not in what form the answers were kept: a call that is logged by hand as completed or
 * partial is 1.1 or 1.2, as with a guide, for whoever called says that all, or enough, was
 * asked. It does not count among the interviews from which reasons are reported.
 *
 * Returns: its class
 */
HfRateClass
hf_outcome_rate_class (gint64 furthest, const char *last_outcome)
{
  const HfOutcome *outcome = last_outcome != NULL ? hf_outcome_find (last_outcome) : NULL;
  switch (furthest)
    {
    case HF_FURTHEST_COMPLETED:
      return HF_RATE_COMPLETE;
    case HF_FURTHEST_PARTIAL:
      return HF_RATE_PARTIAL;
    case HF_FURTHEST_REFUSED:
      return HF_RATE_REFUSAL;
    default:
      return outcome != NULL ? outcome->rate : HF_RATE_UNKNOWN_OTHER;
    }
}
