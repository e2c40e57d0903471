#include "config.h"

#include "hf-calendar-words.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "hf-text.h"
#include "hf-time-zone.h"

/**
 * hf_calendar_words_summary:
 * @calendar: a calendar
 *
 * Says below a calendar's name how much is worked, by which clock, and how many days are not
 * like their weekdays.
 *
 * Returns: (transfer full): one line
 */
char *
hf_calendar_words_summary (HfWorkCalendar *calendar)
{
  g_autoptr (GPtrArray) days = hf_work_calendar_list_days (calendar);
  guint n_open = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (calendar->days); i++)
    n_open += calendar->days[i].n_spans > 0 ? 1 : 0;
  g_autofree char *week = g_strdup_printf (
      ngettext ("%u working day a week", "%u working days a week", n_open), n_open);
  g_autofree char *special = g_strdup_printf (
      ngettext ("%u special day", "%u special days", days->len), days->len);
  const char *zone = hf_text_is_blank (calendar->time_zone)
                         ? _ ("by the branch’s clock")
                         : hf_time_zone_label (calendar->time_zone);
  return g_strdup_printf ("%s · %s · %s", week, special, zone);
}

/**
 * hf_calendar_words_day_title:
 * @day: a day that is not like its weekday
 *
 * Names a day.
 *
 * Returns: (transfer full): such as "2026-10-01 National Day"
 */
char *
hf_calendar_words_day_title (const HfSpecialDay *day)
{
  return hf_text_is_blank (day->name) ? g_strdup (day->date)
                                      : g_strdup_printf ("%s %s", day->date, day->name);
}

/**
 * hf_calendar_words_day_kind:
 * @day: a day that is not like its weekday
 *
 * Says whether it is worked, and when.
 *
 * Returns: a few words, or the hours
 */
const char *
hf_calendar_words_day_kind (const HfSpecialDay *day)
{
  if (!day->is_workday)
    return _ ("Day off");
  return hf_text_is_blank (day->hours) ? _ ("Workday with the usual hours") : day->hours;
}

/**
 * hf_calendar_words_year:
 * @days: (element-type HfSpecialDay): days
 * @year: such as "2026"
 *
 * Counts the days of a year.
 *
 * Returns: (transfer full): one line
 */
char *
hf_calendar_words_year (const GPtrArray *days, const char *year)
{
  guint n_off = 0, n_worked = 0;
  for (guint i = 0; i < days->len; i++)
    {
      const HfSpecialDay *day = g_ptr_array_index (days, i);
      if (g_str_has_prefix (day->date, year))
        *(day->is_workday ? &n_worked : &n_off) += 1;
    }
  g_autofree char *off = g_strdup_printf (ngettext ("%u day off", "%u days off", n_off), n_off);
  g_autofree char *worked = g_strdup_printf (
      ngettext ("%u make-up workday", "%u make-up workdays", n_worked), n_worked);
  return g_strdup_printf ("%s · %s", off, worked);
}

static gboolean
has_year (const GPtrArray *days, int year)
{
  for (guint i = 0; i < days->len; i++)
    if (atoi (((const HfSpecialDay *) g_ptr_array_index (days, i))->date) == year)
      return TRUE;
  return FALSE;
}

/**
 * hf_calendar_words_missing:
 * @calendar: a calendar
 * @today: YYYY-MM-DD
 *
 * Warns where a calendar has special days, but none of this year or the next.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL where nothing is missing
 */
char *
hf_calendar_words_missing (HfWorkCalendar *calendar, const char *today)
{
  g_autoptr (GPtrArray) days = hf_work_calendar_list_days (calendar);
  int year = atoi (today);
  gboolean this_year = has_year (days, year), next_year = has_year (days, year + 1);
  if (days->len == 0 || (this_year && next_year))
    return NULL;
  if (!this_year && !next_year)
    /* Translators: two years. */
    return g_strdup_printf (_ ("The holidays of %d and %d are not entered yet; deadlines may "
                               "fall on them."),
                            year, year + 1);
  /* Translators: a year. */
  return g_strdup_printf (_ ("The holidays of %d are not entered yet; deadlines may fall on "
                             "them."),
                          this_year ? year + 1 : year);
}

/**
 * hf_calendar_words_read:
 * @n_days: how many
 * @n_passed: how many events of a calendar were not taken
 *
 * Says how many days were added.
 *
 * Returns: (transfer full): one line
 */
char *
hf_calendar_words_read (guint n_days, guint n_passed)
{
  g_autofree char *added = g_strdup_printf (ngettext ("%u day added", "%u days added", n_days),
                                            n_days);
  if (n_passed == 0)
    return g_steal_pointer (&added);
  /* Translators: "3 days added", then a number of events. */
  return g_strdup_printf (ngettext ("%s, %u event with a time of day passed over",
                                    "%s, %u events with a time of day passed over", n_passed),
                          added, n_passed);
}
