#include "config.h"

#include "hf-promise-tally.h"

/**
 * hf_promise_tally_free:
 * @self: (transfer full): a tally
 *
 * Frees it.
 */
void
hf_promise_tally_free (HfPromiseTally *self)
{
  g_free (self->name);
  g_free (self);
}

/**
 * hf_promise_tally_due:
 * @self: a tally
 *
 * Counts the promises that had to be kept by now.
 *
 * Returns: all of them but those that the customer released
 */
guint
hf_promise_tally_due (const HfPromiseTally *self)
{
  return self->kept + self->late + self->broken + self->open;
}

/**
 * hf_promise_tally_rate:
 * @self: a tally
 *
 * Works out how reliable promises are: kept in time / due.
 *
 * Returns: the rate, 0..1; 0 where nothing was due
 */
double
hf_promise_tally_rate (const HfPromiseTally *self)
{
  guint due = hf_promise_tally_due (self);
  return due > 0 ? self->kept / (double) due : 0;
}
