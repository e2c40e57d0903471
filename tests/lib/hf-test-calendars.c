#include "config.h"

#include "hf-test-calendars.h"

#include <string.h>

static HfWorkCalendar *
new_calendar (const char *zone, const char *monday_to_friday)
{
  HfWorkCalendar *self = hf_work_calendar_new ();
  hf_work_calendar_set_time_zone (self, zone);
  for (guint i = 0; i < 5; i++)
    g_assert_true (hf_work_hours_parse (&self->days[i], monday_to_friday));
  return self;
}

/**
 * hf_test_calendar_new:
 * @which: one of them
 *
 * Makes a calendar.
 *
 * Returns: (transfer full): the calendar
 */
HfWorkCalendar *
hf_test_calendar_new (HfTestCalendar which)
{
  static const char *const zones[] = { "Asia/Shanghai",  "Asia/Shanghai", "Asia/Urumqi",
                                       "Europe/Berlin",  "Europe/Berlin", "America/New_York",
                                       "Asia/Kathmandu", "Asia/Shanghai" };
  static const char *const hours[] = { "09:00-18:00", "09:00-12:00 13:30-18:00",
                                       "09:00-18:00", "09:00-18:00",
                                       "00:00-06:00", "09:00-17:00",
                                       "10:00-17:00", "closed" };
  HfWorkCalendar *self = new_calendar (zones[which], hours[which]);
  if (which <= HF_TEST_CALENDAR_XINJIANG)
    hf_work_calendar_add_china (self);
  if (which == HF_TEST_CALENDAR_LUNCH)
    hf_work_hours_parse (&self->days[4], "09:00-12:00 13:30-16:00");
  if (which == HF_TEST_CALENDAR_NIGHTS)
    self->days[5] = self->days[6] = self->days[0];
  if (which == HF_TEST_CALENDAR_KATHMANDU)
    self->days[6] = self->days[0];
  return self;
}

/**
 * hf_test_calendar_read:
 * @calendar: a calendar
 * @text: a day and time such as 2026-03-04T10:00, by the calendar's clock, with what that is
 *   ahead of UTC where it matters
 *
 * Reads a moment.
 *
 * Returns: the moment
 */
gint64
hf_test_calendar_read (HfWorkCalendar *calendar, const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (calendar->time_zone);
  g_autofree char *whole = strlen (text) > 16 ? g_strdup_printf ("%.16s:00%s", text, text + 16)
                                              : g_strconcat (text, ":00", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (whole, zone);
  g_assert_nonnull (time);
  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

/**
 * hf_test_calendar_write:
 * @calendar: a calendar
 * @moment: a moment, 0 for never
 *
 * Writes a moment by the calendar's clock.
 *
 * Returns: (transfer full): such as 2026-03-04T10:00:00, or "never"
 */
char *
hf_test_calendar_write (HfWorkCalendar *calendar, gint64 moment)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (calendar->time_zone);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  return moment != 0 ? g_date_time_format (local, "%Y-%m-%dT%H:%M:%S") : g_strdup ("never");
}
