#include "config.h"

#include "hf-work-calendar.h"

#include <stdio.h>
#include <string.h>

#include "hf-starter.h"
#include "hf-text.h"
#include "hf-time-zone.h"

/* A calendar that is closed for so many days never opens again. */
#define DAYS_AHEAD 800

/* A firm that made no calendar works from Monday to Friday. */
#define USUAL_HOURS "09:00-18:00"

G_DEFINE_FINAL_TYPE (HfWorkCalendar, hf_work_calendar, G_TYPE_OBJECT)

/* The hours of one day, as moments. */
typedef struct
{
  guint n_spans;
  struct
  {
    gint64 from;
    gint64 to;
  } spans[HF_WORK_HOURS_MAX_SPANS];
} Day;

static void
hf_work_calendar_finalize (GObject *object)
{
  HfWorkCalendar *self = HF_WORK_CALENDAR (object);
  g_free (self->name);
  g_free (self->time_zone);
  g_hash_table_unref (self->special);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  G_OBJECT_CLASS (hf_work_calendar_parent_class)->finalize (object);
}

static void
hf_work_calendar_class_init (HfWorkCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_work_calendar_finalize;
}

static void
hf_work_calendar_init (HfWorkCalendar *self)
{
  self->special = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  for (guint i = 0; i < 5; i++)
    hf_work_hours_parse (&self->days[i], USUAL_HOURS);
}

/**
 * hf_work_calendar_new:
 *
 * Makes a calendar of Monday to Friday, 9:00 to 18:00, without holidays.
 *
 * Returns: (transfer full): the calendar
 */
HfWorkCalendar *
hf_work_calendar_new (void)
{
  return g_object_new (HF_TYPE_WORK_CALENDAR, NULL);
}

/**
 * hf_work_calendar_set_time_zone:
 * @self: a calendar
 * @name: (nullable): such as Asia/Urumqi; %NULL for that of the desk
 *
 * Sets the clock by which its hours are.
 */
void
hf_work_calendar_set_time_zone (HfWorkCalendar *self, const char *name)
{
  hf_text_set (&self->time_zone, name);
  g_clear_pointer (&self->zone, g_time_zone_unref);
}

static gboolean
read_date (const char *date, GDate *day)
{
  int year, month, number;
  g_date_clear (day, 1);
  if (date == NULL || sscanf (date, "%4d-%2d-%2d", &year, &month, &number) != 3
      || !g_date_valid_dmy (number, month, year))
    return FALSE;
  g_date_set_dmy (day, number, month, year);
  return TRUE;
}

/**
 * hf_work_calendar_add_day:
 * @self: a calendar
 * @day: a day that is not like its weekday; it must have its date
 *
 * Adds a holiday or a make-up workday, in the place of what was known of that date.
 */
void
hf_work_calendar_add_day (HfWorkCalendar *self, HfSpecialDay *day)
{
  GDate date;
  g_return_if_fail (read_date (day->date, &date));
  g_hash_table_insert (self->special, GUINT_TO_POINTER (g_date_get_julian (&date)),
                       g_object_ref (day));
}

/**
 * hf_work_calendar_add_china:
 * @self: a calendar
 *
 * Adds the public holidays and make-up workdays of mainland China that the program comes with:
 * 2024 to 2026, from the notices of the State Council.
 */
void
hf_work_calendar_add_china (HfWorkCalendar *self)
{
  g_autoptr (GBytes) table = hf_starter_load_calendar ("china");
  g_autofree char *text = g_strndup (g_bytes_get_data (table, NULL), g_bytes_get_size (table));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  /* The first line has the headings. */
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 3);
      g_autoptr (HfSpecialDay) day = hf_special_day_new ();
      day->date = g_strdup (cells[0]);
      day->name = g_strdup (cells[1]);
      day->is_workday = *cells[2] == '1';
      hf_work_calendar_add_day (self, day);
    }
}

/**
 * hf_work_calendar_copy:
 * @self: a calendar
 *
 * Copies a calendar, so that it can be changed apart; its special days are shared.
 *
 * Returns: (transfer full): the copy, of the same key and revision
 */
HfWorkCalendar *
hf_work_calendar_copy (HfWorkCalendar *self)
{
  HfWorkCalendar *copy = hf_work_calendar_new ();
  g_autoptr (GPtrArray) days = hf_work_calendar_list_days (self);
  copy->id = self->id;
  copy->revision = self->revision;
  copy->name = g_strdup (self->name);
  hf_work_calendar_set_time_zone (copy, self->time_zone);
  memcpy (copy->days, self->days, sizeof copy->days);
  for (guint i = 0; i < days->len; i++)
    hf_work_calendar_add_day (copy, g_ptr_array_index (days, i));
  return copy;
}

/**
 * hf_work_calendar_remove_day:
 * @self: a calendar
 * @date: YYYY-MM-DD
 *
 * Makes a day like its weekday again.
 *
 * Returns: whether it was not
 */
gboolean
hf_work_calendar_remove_day (HfWorkCalendar *self, const char *date)
{
  GDate day;
  return read_date (date, &day)
         && g_hash_table_remove (self->special, GUINT_TO_POINTER (g_date_get_julian (&day)));
}

/**
 * hf_work_calendar_find_day:
 * @self: a calendar
 * @date: YYYY-MM-DD
 *
 * Finds a day that is not like its weekday.
 *
 * Returns: (transfer none) (nullable): the day
 */
HfSpecialDay *
hf_work_calendar_find_day (HfWorkCalendar *self, const char *date)
{
  GDate day;
  return read_date (date, &day)
             ? g_hash_table_lookup (self->special, GUINT_TO_POINTER (g_date_get_julian (&day)))
             : NULL;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const HfSpecialDay *one = *(HfSpecialDay *const *) a, *other = *(HfSpecialDay *const *) b;
  return g_strcmp0 (one->date, other->date);
}

/**
 * hf_work_calendar_list_days:
 * @self: a calendar
 *
 * Lists the days that are not like their weekdays, by their dates.
 *
 * Returns: (transfer full) (element-type HfSpecialDay): the days
 */
GPtrArray *
hf_work_calendar_list_days (HfWorkCalendar *self)
{
  GPtrArray *days = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer day;
  g_hash_table_iter_init (&iter, self->special);
  while (g_hash_table_iter_next (&iter, NULL, &day))
    g_ptr_array_add (days, g_object_ref (day));
  g_ptr_array_sort (days, compare_days);
  return days;
}

static GTimeZone *
get_zone (HfWorkCalendar *self)
{
  if (self->zone == NULL)
    self->zone = hf_time_zone_new (self->time_zone);
  return self->zone;
}

static GDateTime *
local_time (HfWorkCalendar *self, gint64 moment)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment / G_USEC_PER_SEC);
  g_autoptr (GDateTime) exact = g_date_time_add (utc, moment % G_USEC_PER_SEC);
  return g_date_time_to_timezone (exact, get_zone (self));
}

static GDate
date_of (GDateTime *local)
{
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (local), g_date_time_get_month (local),
                  g_date_time_get_year (local));
  return date;
}

/**
 * hf_work_calendar_knows_year:
 * @self: a calendar
 * @moment: a moment
 *
 * Tells whether the holidays of a moment's year are in the calendar, or it has none at all; who
 * relies on a deadline in a year that was not entered should know.
 *
 * Returns: whether they are
 */
gboolean
hf_work_calendar_knows_year (HfWorkCalendar *self, gint64 moment)
{
  g_autoptr (GDateTime) local = local_time (self, moment);
  g_autofree char *year = g_date_time_format (local, "%Y-");
  GHashTableIter iter;
  gpointer day;
  g_hash_table_iter_init (&iter, self->special);
  while (g_hash_table_iter_next (&iter, NULL, &day))
    if (g_str_has_prefix (((HfSpecialDay *) day)->date, year))
      return TRUE;
  return g_hash_table_size (self->special) == 0;
}

/* A make-up workday has the hours of the first weekday that has any. */
static const HfWorkHours *
usual_hours (HfWorkCalendar *self)
{
  guint i = 0;
  while (i < G_N_ELEMENTS (self->days) - 1 && self->days[i].n_spans == 0)
    i++;
  return &self->days[i];
}

static HfWorkHours
hours_on (HfWorkCalendar *self, const GDate *date)
{
  HfWorkHours hours = { 0 };
  const HfSpecialDay *special = g_hash_table_lookup (
      self->special, GUINT_TO_POINTER (g_date_get_julian (date)));
  if (special == NULL)
    return self->days[g_date_get_weekday (date) - 1];
  if (!special->is_workday
      || (!hf_text_is_blank (special->hours) && hf_work_hours_parse (&hours, special->hours)))
    return hours;
  return *usual_hours (self);
}

/* Where clocks are put forward over the minute, GLib gives the moment after; where they are put
 * back, the first of the two. */
static gint64
moment_at (HfWorkCalendar *self, const GDate *date, guint minute)
{
  GDate day = *date;
  g_date_add_days (&day, minute / HF_MINUTES_A_DAY);
  guint of_day = minute % HF_MINUTES_A_DAY;
  g_autoptr (GDateTime) local = g_date_time_new (get_zone (self), g_date_get_year (&day),
                                                 g_date_get_month (&day), g_date_get_day (&day),
                                                 of_day / 60, of_day % 60, 0);
  return g_date_time_to_unix (local) * G_USEC_PER_SEC;
}

static Day
day_on (HfWorkCalendar *self, const GDate *date)
{
  HfWorkHours hours = hours_on (self, date);
  Day day = { .n_spans = hours.n_spans };
  for (guint i = 0; i < hours.n_spans; i++)
    {
      day.spans[i].from = moment_at (self, date, hours.spans[i].from);
      day.spans[i].to = moment_at (self, date, hours.spans[i].to);
    }
  return day;
}

/**
 * hf_work_calendar_add_time:
 * @self: a calendar
 * @moment: a moment
 * @work: working time, microseconds, not negative
 *
 * Adds working time: the clock stands still outside the hours. Time that runs out as a day
 * closes ends with that day, not with the beginning of the next.
 *
 * Returns: the moment; 0 where the calendar never opens again
 */
gint64
hf_work_calendar_add_time (HfWorkCalendar *self, gint64 moment, GTimeSpan work)
{
  g_autoptr (GDateTime) local = local_time (self, moment);
  GDate date = date_of (local);
  for (guint closed = 0; closed < DAYS_AHEAD; closed++)
    {
      Day day = day_on (self, &date);
      for (guint i = 0; i < day.n_spans; i++)
        {
          gint64 from = MAX (moment, day.spans[i].from), to = day.spans[i].to;
          if (from >= to)
            continue;
          if (work <= to - from)
            return from + work;
          work -= to - from;
          closed = 0;
        }
      g_date_add_days (&date, 1);
    }
  return 0;
}

/**
 * hf_work_calendar_next_open:
 * @self: a calendar
 * @moment: a moment
 *
 * Finds the first moment within the hours that is not before another.
 *
 * Returns: the moment; 0 where the calendar never opens again
 */
gint64
hf_work_calendar_next_open (HfWorkCalendar *self, gint64 moment)
{
  return hf_work_calendar_add_time (self, moment, 0);
}

/**
 * hf_work_calendar_is_open:
 * @self: a calendar
 * @moment: a moment
 *
 * Tells whether a moment is within the hours, of which the closing minute is no part.
 *
 * Returns: whether it is
 */
gboolean
hf_work_calendar_is_open (HfWorkCalendar *self, gint64 moment)
{
  return hf_work_calendar_next_open (self, moment) == moment;
}

/* The last moment within the hours that is not behind another, else the first of them. */
static gint64
keep_within (const Day *day, gint64 moment)
{
  gint64 kept = day->spans[0].from;
  for (guint i = 0; i < day->n_spans; i++)
    if (day->spans[i].from <= moment)
      kept = MIN (moment, day->spans[i].to);
  return kept;
}

static GDate
count_workdays (HfWorkCalendar *self, GDate date, guint n_days)
{
  guint closed = 0;
  while (n_days > 0 && closed < DAYS_AHEAD)
    {
      g_date_add_days (&date, 1);
      gboolean is_open = hours_on (self, &date).n_spans > 0;
      n_days -= is_open ? 1 : 0;
      closed = is_open ? 0 : closed + 1;
    }
  if (n_days > 0)
    g_date_clear (&date, 1);
  return date;
}

/**
 * hf_work_calendar_add_workdays:
 * @self: a calendar
 * @moment: a moment
 * @n_days: how many
 *
 * Adds working days: the same time on the day that is so many workdays later. What comes in
 * outside the hours counts from their next beginning; a time that the later day does not have
 * is drawn to the end of the hours before it, or to their beginning.
 *
 * Returns: the moment, always within the hours or at their end; 0 where the calendar never
 *   opens again
 */
gint64
hf_work_calendar_add_workdays (HfWorkCalendar *self, gint64 moment, guint n_days)
{
  gint64 begins = hf_work_calendar_next_open (self, moment);
  if (begins == 0 || n_days == 0)
    return begins;
  g_autoptr (GDateTime) local = local_time (self, begins);
  GDate date = count_workdays (self, date_of (local), n_days);
  if (!g_date_valid (&date))
    return 0;
  Day day = day_on (self, &date);
  guint minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
  gint64 past = (gint64) (g_date_time_get_seconds (local) * G_USEC_PER_SEC);
  return keep_within (&day, moment_at (self, &date, minute) + past);
}

/**
 * hf_work_calendar_measure:
 * @self: a calendar
 * @from: a moment
 * @to: a later one
 *
 * Measures the working time between two moments.
 *
 * Returns: microseconds; 0 where @to is not later
 */
GTimeSpan
hf_work_calendar_measure (HfWorkCalendar *self, gint64 from, gint64 to)
{
  g_autoptr (GDateTime) local = local_time (self, from);
  GDate date = date_of (local);
  GTimeSpan work = 0;
  while (moment_at (self, &date, 0) < to)
    {
      Day day = day_on (self, &date);
      for (guint i = 0; i < day.n_spans; i++)
        work += MAX (MIN (to, day.spans[i].to) - MAX (from, day.spans[i].from), 0);
      g_date_add_days (&date, 1);
    }
  return work;
}
