#include "config.h"

#include "hf-time.h"

#include <stdio.h>
#include <string.h>

#include "hf-text.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* Day 0 of a spreadsheet that counts from 1900, as GDate counts days; good from March 1900. */
#define SHEET_DAY_ZERO 693594

/**
 * hf_time_now:
 *
 * Gives the present moment, the only place where the program asks the clock.
 *
 * Returns: microseconds since 1970, UTC
 */
gint64
hf_time_now (void)
{
  return g_get_real_time ();
}

static gboolean
is_day (int year, int month, int day)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1
         && g_date_valid_dmy (day, month, year);
}

static char *
date_text (int year, int month, int day)
{
  return is_day (year, month, day) ? g_strdup_printf ("%04d-%02d-%02d", year, month, day)
                                   : NULL;
}

/* Makes 2024年3月5日, 2024/3/5 and 2024.3.5 one form; what follows the day is left. */
static char *
plain_separators (const char *text)
{
  g_autofree char *narrow = hf_text_narrow (text);
  GString *plain = g_string_new (narrow);
  g_string_replace (plain, "年", "-", 1);
  g_string_replace (plain, "月", "-", 1);
  g_string_replace (plain, "日", " ", 1);
  g_string_replace (plain, "号", " ", 1);
  g_string_replace (plain, "號", " ", 1);
  char *end = strpbrk (plain->str, " T");
  for (char *at = plain->str; *at != '\0' && at != end; at++)
    if (*at == '/' || *at == '.')
      *at = '-';
  return g_string_free (plain, FALSE);
}

static char *
from_sheet_day (int day)
{
  GDate date;
  char text[16];
  g_date_clear (&date, 1);
  g_date_set_julian (&date, SHEET_DAY_ZERO + day);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  return g_strdup (text);
}

/* Whether it is 2024-03-05 already, as files mostly have it. */
static gboolean
is_iso_date (const char *text)
{
  static const char form[] = "0000-00-00";
  for (gsize i = 0; form[i] != '\0'; i++)
    if (form[i] == '-' ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  return text[sizeof form - 1] == '\0';
}

static int
digits_to_int (const char *text, gsize count)
{
  int number = 0;
  for (gsize i = 0; i < count; i++)
    number = number * 10 + text[i] - '0';
  return number;
}

/**
 * hf_time_parse_date:
 * @text: (nullable): a day as people and spreadsheets write it: 2024-3-5, 2024/03/05,
 *   2024年3月5日, 20240305, perhaps with a time behind it, or a spreadsheet's day number
 *
 * Reads a day; the order is always year, month, day.
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD, %NULL where there is no such day
 */
char *
hf_time_parse_date (const char *text)
{
  if (text != NULL && is_iso_date (text))
    return is_day (digits_to_int (text, 4), digits_to_int (text + 5, 2),
                   digits_to_int (text + 8, 2))
               ? g_strdup (text)
               : NULL;
  g_autofree char *plain = plain_separators (text);
  int year, month, day, used = 0;

  if (sscanf (plain, "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3
      && (plain[used] == '\0' || plain[used] == ' ' || plain[used] == 'T'))
    return date_text (year, month, day);
  if (strspn (plain, "0123456789") != strlen (plain))
    return NULL;
  if (strlen (plain) == 8 && sscanf (plain, "%4d%2d%2d", &year, &month, &day) == 3)
    return date_text (year, month, day);
  if (strlen (plain) == 5 && g_ascii_strtoll (plain, NULL, 10) < 73051)
    return from_sheet_day (g_ascii_strtoll (plain, NULL, 10));
  return NULL;
}

/**
 * hf_time_parse_month:
 * @text: (nullable): 2024-3, 2024/03, 2024年3月, 202403, or any day in the month
 *
 * Reads a month.
 *
 * Returns: (transfer full) (nullable): YYYY-MM, %NULL where there is no such month
 */
char *
hf_time_parse_month (const char *text)
{
  g_autofree char *date = hf_time_parse_date (text);
  if (date != NULL)
    return g_strndup (date, 7);
  g_autofree char *plain = plain_separators (text);
  g_autofree char *first = NULL;
  gsize length = strlen (plain);
  if (length > 0 && plain[length - 1] == '-')
    plain[length - 1] = '\0';
  if (strlen (plain) == 6 && strspn (plain, "0123456789") == 6)
    first = g_strdup_printf ("%s01", plain);
  else
    first = g_strdup_printf ("%s-1", plain);
  date = hf_time_parse_date (first);
  return date != NULL ? g_strndup (date, 7) : NULL;
}

/**
 * hf_time_parse_moment:
 * @text: a day, perhaps with hours, minutes and seconds in the local time zone
 * @moment: (out): microseconds since 1970, UTC; the start of the day where no time is given
 *
 * Reads a moment as spreadsheets write it.
 *
 * Returns: %FALSE where there is no such moment
 */
gboolean
hf_time_parse_moment (const char *text, gint64 *moment)
{
  g_autofree char *date = hf_time_parse_date (text);
  if (date == NULL)
    return FALSE;
  g_autofree char *plain = plain_separators (text);
  int hour = 0, minute = 0, second = 0;
  const char *time = strpbrk (plain, " T");
  while (time != NULL && (*time == ' ' || *time == 'T'))
    time++;
  if (time != NULL && *time != '\0'
      && (sscanf (time, "%2d:%2d:%2d", &hour, &minute, &second) < 2 || hour > 23 || minute > 59
          || second > 59 || hour < 0 || minute < 0 || second < 0))
    return FALSE;
  *moment = hf_time_start_of_day (date)
            + ((gint64) hour * 3600 + minute * 60 + second) * G_USEC_PER_SEC;
  return TRUE;
}

static char *
format_local (gint64 moment, const char *format)
{
  if (moment == 0)
    return NULL;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  return local != NULL ? g_date_time_format (local, format) : NULL;
}

/**
 * hf_time_format_date:
 * @moment: microseconds since 1970, UTC, or 0
 *
 * Gives the local day of a moment.
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD, %NULL where it is not known
 */
char *
hf_time_format_date (gint64 moment)
{
  return format_local (moment, "%Y-%m-%d");
}

/**
 * hf_time_format_moment:
 * @moment: microseconds since 1970, UTC, or 0
 *
 * Gives a moment in local time, to the minute.
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD HH:MM, %NULL where it is not known
 */
char *
hf_time_format_moment (gint64 moment)
{
  return format_local (moment, "%Y-%m-%d %H:%M");
}

/**
 * hf_time_today:
 *
 * Gives the present day in local time.
 *
 * Returns: (transfer full): YYYY-MM-DD
 */
char *
hf_time_today (void)
{
  return hf_time_format_date (hf_time_now ());
}

/**
 * hf_time_start_of_day:
 * @date: YYYY-MM-DD, valid
 *
 * Gives the moment at which a local day begins.
 *
 * Returns: microseconds since 1970, UTC
 */
gint64
hf_time_start_of_day (const char *date)
{
  int year = 1970, month = 1, day = 1;
  sscanf (date, "%d-%d-%d", &year, &month, &day);
  g_autoptr (GDateTime) start = g_date_time_new_local (year, month, day, 0, 0, 0);
  return start != NULL ? g_date_time_to_unix (start) * G_USEC_PER_SEC : 0;
}

static void
read_date (const char *text, GDate *date)
{
  int year = 1970, month = 1, day = 1;
  sscanf (text, "%d-%d-%d", &year, &month, &day);
  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
}

/**
 * hf_time_add_days:
 * @date: YYYY-MM-DD, valid
 * @days: how many days later, negative for earlier
 *
 * Counts on from a day.
 *
 * Returns: (transfer full): YYYY-MM-DD
 */
char *
hf_time_add_days (const char *date, int days)
{
  GDate sum;
  read_date (date, &sum);
  if (days < 0)
    g_date_subtract_days (&sum, -days);
  else
    g_date_add_days (&sum, days);
  char text[16];
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &sum);
  return g_strdup (text);
}

/**
 * hf_time_days_between:
 * @from: YYYY-MM-DD, valid
 * @to: YYYY-MM-DD, valid
 *
 * Counts the days from one day to another.
 *
 * Returns: days, negative where @to is earlier
 */
int
hf_time_days_between (const char *from, const char *to)
{
  GDate first, last;
  read_date (from, &first);
  read_date (to, &last);
  return g_date_days_between (&first, &last);
}
