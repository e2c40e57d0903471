#include "config.h"

#include "hf-ctl-period.h"

#include <string.h>

#include "hf-time.h"

static gboolean
read_day (const char *option, const char *text, char **day, HfCtlStatus *status)
{
  *day = text != NULL ? hf_time_parse_date (text) : NULL;
  if (text == NULL || *day != NULL)
    return TRUE;
  /* Translators: an option such as --from, and what stands behind it. */
  g_autofree char *words = g_strdup_printf (_ ("%s: there is no day “%s”"), option, text);
  *status = hf_ctl_say_wrong_use (words);
  return FALSE;
}

/**
 * hf_ctl_period_new:
 * @from: (nullable): the first day, as it was typed
 * @to: (nullable): the last day, as it was typed
 * @status: (out): set where they are no days, or in the wrong order
 *
 * Reads a period from the command line.
 *
 * Returns: (transfer full) (nullable): the period
 */
HfPeriod *
hf_ctl_period_new (const char *from, const char *to, HfCtlStatus *status)
{
  g_autofree char *first = NULL, *last = NULL;
  if (!read_day ("--from", from, &first, status) || !read_day ("--to", to, &last, status))
    return NULL;
  if (first == NULL || last == NULL || strcmp (first, last) <= 0)
    return hf_period_new (first, last);
  *status = hf_ctl_say_wrong_use (_ ("the period ends before it begins"));
  return NULL;
}
