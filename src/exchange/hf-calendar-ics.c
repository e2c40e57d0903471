#include "config.h"

#include "hf-calendar-ics.h"

#include <glib/gi18n.h>
#include <libical/ical.h>
#include <string.h>

#include "hf-calendar-file.h"
#include "hf-special-day.h"

#define BEGINNING "BEGIN:VCALENDAR"
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* The longest holiday; what lasts longer is no holiday of a firm. */
#define MAX_LENGTH 60
#define SECONDS_A_DAY (24 * 60 * 60)

/* By what calendars of mainland China and of Taiwan tell a make-up workday from the holiday
 * that it has its name from. */
static const char *const workday_words[] = { "班", "make-up", "makeup", "workday",
                                             "working day" };

static const char *
skip_mark (const char *text)
{
  return g_str_has_prefix (text, BYTE_ORDER_MARK) ? text + strlen (BYTE_ORDER_MARK) : text;
}

/**
 * hf_calendar_ics_is_one:
 * @text: what a file begins with
 *
 * Tells whether a file is an iCalendar file (RFC 5545).
 *
 * Returns: whether it is
 */
gboolean
hf_calendar_ics_is_one (const char *text)
{
  return g_ascii_strncasecmp (skip_mark (text), BEGINNING, strlen (BEGINNING)) == 0;
}

static gboolean
is_workday (icalcomponent *event, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_X_PROPERTY);
       property != NULL; property = icalcomponent_get_next_property (event, ICAL_X_PROPERTY))
    if (g_strcmp0 (icalproperty_get_x_name (property), "X-APPLE-SPECIAL-DAY") == 0)
      return g_strcmp0 (icalproperty_get_x (property), "ALTERNATE-WORKDAY") == 0;
  for (guint i = 0; i < G_N_ELEMENTS (workday_words); i++)
    if (strstr (folded, workday_words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static struct icaltimetype
as_date (struct icaltimetype moment)
{
  struct icaltimetype date = icaltime_null_date ();
  date.year = moment.year;
  date.month = moment.month;
  date.day = moment.day;
  return date;
}

static gboolean
is_midnight (struct icaltimetype moment)
{
  return !moment.is_date && moment.hour == 0 && moment.minute == 0 && moment.second == 0;
}

/* From midnight to another midnight of the same clock: so some calendars write whole days. */
static gboolean
is_from_midnight (struct icaltimetype start, struct icaltimetype end)
{
  return is_midnight (start) && is_midnight (end)
         && icaltime_is_utc (start) == icaltime_is_utc (end)
         && icaltime_compare_date_only (start, end) < 0;
}

/* Finds the first day of an event and the one behind its last, without times of day. */
static gboolean
find_days (icalcomponent *event, struct icaltimetype *start, struct icaltimetype *end)
{
  *start = icalcomponent_get_dtstart (event);
  *end = icalcomponent_get_dtend (event);
  if (icaltime_is_null_time (*start)
      || (!start->is_date
          && (icaltime_is_null_time (*end) || !is_from_midnight (*start, *end))))
    return FALSE;
  *end = end->is_date == start->is_date ? as_date (*end) : icaltime_null_date ();
  *start = as_date (*start);
  return TRUE;
}

static guint
count_days (icalcomponent *event)
{
  struct icaltimetype start, end;
  if (!find_days (event, &start, &end) || icaltime_is_null_time (end))
    return 1;
  int seconds = icaldurationtype_as_int (icaltime_subtract (end, start));
  return CLAMP (seconds / SECONDS_A_DAY, 1, MAX_LENGTH);
}

static void
add_days (icalcomponent *event, struct icaltimetype day, GPtrArray *days)
{
  const char *name = icalcomponent_get_summary (event);
  guint length = count_days (event);
  for (guint i = 0; i < length && days->len <= HF_CALENDAR_FILE_MAX_DAYS; i++)
    {
      HfSpecialDay *special = hf_special_day_new ();
      special->date = g_strdup_printf ("%04d-%02d-%02d", day.year, day.month, day.day);
      special->name = g_strdup (name);
      special->is_workday = is_workday (event, name != NULL ? name : "");
      g_ptr_array_add (days, special);
      icaltime_adjust (&day, 1, 0, 0, 0);
    }
}

static void
add_repeated (icalcomponent *event, icalproperty *rule, guint last_year, GPtrArray *days)
{
  struct icaltimetype start = icalcomponent_get_dtstart (event), day;
  icalrecur_iterator *dates = icalrecur_iterator_new (icalproperty_get_rrule (rule), start);
  while (dates != NULL && days->len <= HF_CALENDAR_FILE_MAX_DAYS)
    {
      day = icalrecur_iterator_next (dates);
      if (icaltime_is_null_time (day) || day.year > (int) last_year)
        break;
      if (!icalproperty_recurrence_is_excluded (event, &start, &day))
        add_days (event, as_date (day), days);
    }
  if (dates != NULL)
    icalrecur_iterator_free (dates);
}

/* The library takes 30 February for a day. */
static gboolean
check_day (icalcomponent *event, struct icaltimetype day, GError **error)
{
  const char *name = icalcomponent_get_summary (event);
  if (day.year > 0 && day.month > 0 && day.day > 0
      && g_date_valid_dmy (day.day, day.month, day.year))
    return TRUE;
  g_set_error (
      error, HF_CALENDAR_FILE_ERROR, HF_CALENDAR_FILE_ERROR_DAY,
      /* Translators: a date that does not exist, and the name of the event that has it. */
      _ ("There is no day %04d-%02d-%02d (“%s”). No day was taken."), day.year, day.month,
      day.day, name != NULL ? name : "");
  return FALSE;
}

/* What has a time of day is an appointment, and no day of rest. */
static gboolean
add_event (icalcomponent *event, guint last_year, GPtrArray *days, guint *n_passed,
           GError **error)
{
  struct icaltimetype start, end;
  icalproperty *rule = icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY);
  if (!find_days (event, &start, &end))
    {
      (*n_passed)++;
      return TRUE;
    }
  if (!check_day (event, start, error))
    return FALSE;
  if (rule != NULL)
    add_repeated (event, rule, last_year, days);
  else
    add_days (event, start, days);
  return TRUE;
}

/* The first thing in it that is not understood. */
static const char *
find_damage (icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component,
                                                             ICAL_XLICERROR_PROPERTY);
  const char *damage = property != NULL ? icalproperty_get_xlicerror (property) : NULL;
  for (icalcomponent *part = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT);
       part != NULL && damage == NULL;
       part = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
    damage = find_damage (part);
  return damage;
}

static gboolean
refuse (const char *damage, GError **error)
{
  g_set_error (error, HF_CALENDAR_FILE_ERROR, HF_CALENDAR_FILE_ERROR_BROKEN,
               /* Translators: what is wrong, as the library says it, in English. */
               _ ("The calendar file is damaged (%s). No day was taken."), damage);
  return FALSE;
}

/**
 * hf_calendar_ics_read:
 * @text: the contents of an iCalendar file
 * @last_year: the last year into which what is repeated is carried on
 * @days: (element-type HfSpecialDay): gets a day for each day of each event that lasts whole
 * days
 * @n_passed: (out): how many events do not, and were passed over
 * @error: (nullable): %HF_CALENDAR_FILE_ERROR
 *
 * Reads holidays and make-up workdays from a calendar (RFC 5545).
 *
 * Returns: whether all of it was understood
 */
gboolean
hf_calendar_ics_read (const char *text, guint last_year, GPtrArray *days, guint *n_passed,
                      GError **error)
{
  *n_passed = 0;
  if (!g_utf8_validate (text, -1, NULL))
    return refuse (_ ("it is not written in UTF-8"), error);
  icalcomponent *root = icalparser_parse_string (skip_mark (text));
  if (root == NULL)
    return refuse (_ ("its end is missing"), error);
  const char *damage = find_damage (root);
  gboolean is_good = damage == NULL || refuse (damage, error);
  for (icalcomponent *event = icalcomponent_get_first_component (root, ICAL_VEVENT_COMPONENT);
       event != NULL && is_good;
       event = icalcomponent_get_next_component (root, ICAL_VEVENT_COMPONENT))
    is_good = add_event (event, last_year, days, n_passed, error);
  icalcomponent_free (root);
  return is_good;
}
