#include "config.h"

#include "hf-clock-words.h"

#include <glib/gi18n.h>

#include "hf-time-zone.h"

static gboolean
is_same_day (GDateTime *one, GDateTime *other)
{
  return g_date_time_get_year (one) == g_date_time_get_year (other)
         && g_date_time_get_day_of_year (one) == g_date_time_get_day_of_year (other);
}

/**
 * hf_clock_words_there:
 * @zone: (nullable): a customer's time zone; %NULL or empty for ours
 * @moment: a moment
 *
 * Says what the clock shows where a customer is.
 *
 * Returns: (transfer full) (nullable): the time, and the day where it is another one; %NULL
 *   where the clock shows the same as ours
 */
char *
hf_clock_words_there (const char *zone, gint64 moment)
{
  g_autoptr (GTimeZone) theirs = hf_time_zone_new (zone);
  g_autoptr (GTimeZone) ours = g_time_zone_new_local ();
  if (!hf_time_zone_differs (theirs, ours, moment))
    return NULL;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment / G_USEC_PER_SEC);
  g_autoptr (GDateTime) there = g_date_time_to_timezone (utc, theirs);
  g_autoptr (GDateTime) here = g_date_time_to_timezone (utc, ours);
  return g_date_time_format (there, is_same_day (there, here) ? "%H:%M" : "%Y-%m-%d %H:%M");
}

/**
 * hf_clock_words_now:
 * @zone: (nullable): a customer's time zone; %NULL or empty for ours
 * @now: the present moment
 *
 * Says how late it is where a customer is.
 *
 * Returns: (transfer full) (nullable): a short line, %NULL where the clock shows the same as
 *   ours
 */
char *
hf_clock_words_now (const char *zone, gint64 now)
{
  g_autofree char *there = hf_clock_words_there (zone, now);
  if (there == NULL)
    return NULL;
  /* Translators: the time where the customer is, and the time zone's name. */
  return g_strdup_printf (_ ("%s there · %s"), there, hf_time_zone_label (zone));
}
