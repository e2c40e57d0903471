#include "config.h"

#include "hf-period.h"

#include <string.h>

/**
 * hf_period_new:
 * @from: (nullable): the first day, YYYY-MM-DD
 * @to: (nullable): the last day, YYYY-MM-DD
 *
 * Makes a period.
 *
 * Returns: (transfer full): a period
 */
HfPeriod *
hf_period_new (const char *from, const char *to)
{
  HfPeriod *self = g_new0 (HfPeriod, 1);
  self->from = g_strdup (from);
  self->to = g_strdup (to);
  return self;
}

/**
 * hf_period_copy:
 * @self: (nullable): a period
 *
 * Copies a period.
 *
 * Returns: (transfer full) (nullable): the copy
 */
HfPeriod *
hf_period_copy (const HfPeriod *self)
{
  return self != NULL ? hf_period_new (self->from, self->to) : NULL;
}

/**
 * hf_period_free:
 * @self: (transfer full): a period
 *
 * Frees it.
 */
void
hf_period_free (HfPeriod *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

/**
 * hf_period_contains:
 * @self: a period
 * @date: (nullable): a day; not known lies only in a period that has no start
 *
 * Tells whether a day lies in the period.
 *
 * Returns: whether it does
 */
gboolean
hf_period_contains (const HfPeriod *self, const char *date)
{
  if (date == NULL)
    return self->from == NULL;
  return (self->from == NULL || strcmp (date, self->from) >= 0)
         && (self->to == NULL || strcmp (date, self->to) <= 0);
}
