#pragma once

#include "hf-work-calendar.h"

G_BEGIN_DECLS

/* Calendars to work out deadlines by. The first is that of a Chinese firm: Monday to Friday
 * 9:00 to 18:00, the State Council's days of 2024 to 2026. */
typedef enum
{
  HF_TEST_CALENDAR_CHINA,
  HF_TEST_CALENDAR_LUNCH,    /* the same, closed from 12:00 to 13:30, Fridays to 16:00 */
  HF_TEST_CALENDAR_XINJIANG, /* the same as the first, by the clock of Urumqi, two hours behind
                              */
  HF_TEST_CALENDAR_BERLIN,   /* clocks go forward on Sunday 29 March 2026 at 2:00, back on 25
                                October at 3:00 */
  HF_TEST_CALENDAR_NIGHTS,   /* Berlin, every day from 0:00 to 6:00 */
  HF_TEST_CALENDAR_NEW_YORK,
  HF_TEST_CALENDAR_KATHMANDU, /* a quarter of an hour beside everybody; open Sunday to Friday */
  HF_TEST_CALENDAR_NEVER,
} HfTestCalendar;

HfWorkCalendar *hf_test_calendar_new (HfTestCalendar which);
gint64 hf_test_calendar_read (HfWorkCalendar *calendar, const char *text);
char *hf_test_calendar_write (HfWorkCalendar *calendar, gint64 moment);

G_END_DECLS
