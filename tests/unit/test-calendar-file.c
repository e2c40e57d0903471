#include "config.h"

#include <string.h>

#include "hf-calendar-file.h"
#include "hf-import.h"
#include "hf-special-day.h"
#include "test-file.h"

#define LAST_YEAR 2027

static char *
describe (const GPtrArray *days)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < days->len; i++)
    {
      const HfSpecialDay *day = g_ptr_array_index (days, i);
      g_string_append_printf (text, "%s %s %s%s%s\n", day->date, day->name,
                              day->is_workday ? "work" : "rest", day->hours != NULL ? " " : "",
                              day->hours != NULL ? day->hours : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_days_and_passed (const char *contents, gssize length, const char *expected,
                        guint n_expected)
{
  guint n_passed = 99;
  g_autoptr (GError) error = NULL;
  g_autoptr (TestFile) path = test_file_write (contents, length);
  g_autoptr (GPtrArray) days = hf_calendar_file_read (path, LAST_YEAR, &n_passed, &error);
  g_assert_no_error (error);
  g_autofree char *found = describe (days);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (n_passed, ==, n_expected);
}

static void
assert_days (const char *contents, gssize length, const char *expected)
{
  assert_days_and_passed (contents, length, expected, 0);
}

static void
assert_refused (const char *contents, GQuark domain, int code, const char *says)
{
  guint n_passed;
  g_autoptr (GError) error = NULL;
  g_autoptr (TestFile) path = test_file_write (contents, -1);
  g_assert_null (hf_calendar_file_read (path, LAST_YEAR, &n_passed, &error));
  g_assert_error (error, domain, code);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_tables (void)
{
  assert_days ("date,name,workday\n2026-02-14,春节,1\n2026-02-15,春节,0\n", -1,
               "2026-02-14 春节 work\n2026-02-15 春节 rest\n");
  assert_days ("日期;名称;上班;时间\n2026年2月14日;补班;yes;09:00-12:00\n2026/2/16;除夕;no;\n",
               -1, "2026-02-14 补班 work 09:00-12:00\n2026-02-16 除夕 rest\n");
  assert_days ("Date\n2026-12-25\n", -1, "2026-12-25 (null) rest\n");
}

static void
test_tables_in_gb18030 (void)
{
  gsize length;
  g_autofree char *text = g_convert ("日期,名称,上班\n2026-02-14,春节,1\n", -1, "GB18030",
                                     "UTF-8", NULL, &length, NULL);
  assert_days (text, (gssize) length, "2026-02-14 春节 work\n");
}

static void
test_one_bad_day_refuses_the_table (void)
{
  assert_refused ("date,name\n2026-02-14,a\n2026-02-30,b\n", HF_CALENDAR_FILE_ERROR,
                  HF_CALENDAR_FILE_ERROR_DAY, "Row 3");
  assert_refused ("date,hours\n2026-02-14,all day\n", HF_CALENDAR_FILE_ERROR,
                  HF_CALENDAR_FILE_ERROR_DAY, "all day");
  assert_refused ("name\nSpring Festival\n", HF_IMPORT_ERROR, HF_IMPORT_ERROR_MISSING_HEADING,
                  "Day");
  assert_refused ("date,name\n", HF_CALENDAR_FILE_ERROR, HF_CALENDAR_FILE_ERROR_EMPTY,
                  "no holiday");
}

static void
test_missing_files (void)
{
  guint n_passed;
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_calendar_file_read ("/no/such/days.csv", LAST_YEAR, &n_passed, &error));
  g_assert_error (error, HF_READ_ERROR, HF_READ_ERROR_NOT_FOUND);
}

#define CALENDAR(...)                                                                          \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test\r\n" __VA_ARGS__ "END:VCALENDAR\r\n"
#define EVENT(...) "BEGIN:VEVENT\r\nUID:1\r\n" __VA_ARGS__ "END:VEVENT\r\n"

static void
test_calendars (void)
{
  assert_days ("\xEF\xBB\xBF" CALENDAR (
                   EVENT ("DTSTART;VALUE=DATE:20260214\r\nSUMMARY:春节（补班）\r\n")
                       EVENT ("DTSTART;VALUE=DATE:20260215\r\nDTEND;VALUE=DATE:20260218\r\n"
                              "SUMMARY:春节\r\n")),
               -1,
               "2026-02-14 春节（补班） work\n2026-02-15 春节 rest\n2026-02-16 春节 rest\n"
               "2026-02-17 春节 rest\n");
  /* A folded line, the mark of Apple's calendar, an appointment that is no day. */
  assert_days_and_passed (
      CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260228\r\nSUMMARY:Spring\r\n  Festival\r\n"
                       "X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY\r\n")
                    EVENT ("DTSTART:20260301T090000Z\r\nDTEND:20260301T100000Z\r\n"
                           "SUMMARY:Meeting\r\n")),
      -1, "2026-02-28 Spring Festival work\n", 1);
}

/* Some calendars write whole days as from midnight to midnight. */
static void
test_days_from_midnight_to_midnight (void)
{
  assert_days_and_passed (
      CALENDAR (
          EVENT ("DTSTART;TZID=Asia/Shanghai:20260501T000000\r\n"
                 "DTEND;TZID=Asia/Shanghai:20260503T000000\r\nSUMMARY:Labour Day\r\n")
              EVENT ("DTSTART:20261001T000000\r\nDURATION:P1D\r\nSUMMARY:National Day\r\n")
                  EVENT ("DTSTART;TZID=Asia/Shanghai:20251225T000000\r\n"
                         "DTEND;TZID=Asia/Shanghai:20251226T000000\r\n"
                         "RRULE:FREQ=YEARLY\r\n"
                         "EXDATE;TZID=Asia/Shanghai:20261225T000000\r\nSUMMARY:Christmas\r\n")
                      EVENT ("DTSTART:20260502T000000\r\nDTEND:20260502T003000\r\n"
                             "SUMMARY:Backup\r\n")
                          EVENT ("DTSTART:20260502T000000\r\nSUMMARY:Alarm\r\n")
                              EVENT ("DTSTART:20260503T090000\r\nDTEND:20260504T090000\r\n"
                                     "SUMMARY:Watch\r\n")),
      -1,
      "2026-05-01 Labour Day rest\n2026-05-02 Labour Day rest\n2026-10-01 National Day rest\n"
      "2025-12-25 Christmas rest\n2027-12-25 Christmas rest\n",
      3);
  assert_refused (CALENDAR (EVENT ("DTSTART:20260301T090000Z\r\nDTEND:20260301T100000Z\r\n")),
                  HF_CALENDAR_FILE_ERROR, HF_CALENDAR_FILE_ERROR_EMPTY,
                  "only 1 event with a time of day");
}

static void
test_yearly_days_are_carried_on (void)
{
  assert_days (CALENDAR (EVENT ("DTSTART;VALUE=DATE:20241225\r\nDTEND;VALUE=DATE:20241227\r\n"
                                "RRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20261225\r\n"
                                "SUMMARY:Christmas\r\n")
                             EVENT ("DTSTART;VALUE=DATE:20261126\r\n"
                                    "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\n"
                                    "SUMMARY:Thanksgiving\r\n")),
               -1,
               "2024-12-25 Christmas rest\n2024-12-26 Christmas rest\n"
               "2025-12-25 Christmas rest\n2025-12-26 Christmas rest\n"
               "2027-12-25 Christmas rest\n2027-12-26 Christmas rest\n"
               "2026-11-26 Thanksgiving rest\n2027-11-25 Thanksgiving rest\n");
}

static void
test_damaged_calendars_are_refused (void)
{
  g_autoptr (GString) many = g_string_new ("BEGIN:VCALENDAR\r\n");
  for (guint i = 0; i < HF_CALENDAR_FILE_MAX_DAYS + 1; i++)
    g_string_append (many, EVENT ("DTSTART;VALUE=DATE:20260214\r\n"));
  g_string_append (many, "END:VCALENDAR\r\n");
  assert_refused (many->str, HF_CALENDAR_FILE_ERROR, HF_CALENDAR_FILE_ERROR_TOO_MANY, "5000");
  assert_refused (CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260230\r\nSUMMARY:x\r\n")),
                  HF_CALENDAR_FILE_ERROR, HF_CALENDAR_FILE_ERROR_DAY, "2026-02-30 (“x”)");
  assert_refused (CALENDAR (EVENT ("DTSTART;VALUE=DATE:today\r\n")), HF_CALENDAR_FILE_ERROR,
                  HF_CALENDAR_FILE_ERROR_BROKEN, "damaged");
  assert_refused ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", HF_CALENDAR_FILE_ERROR,
                  HF_CALENDAR_FILE_ERROR_BROKEN, "damaged");
  assert_refused (CALENDAR (), HF_CALENDAR_FILE_ERROR, HF_CALENDAR_FILE_ERROR_EMPTY,
                  "no holiday");
  assert_refused (
      CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260214\r\nSUMMARY:\xB4\xBA\xBD\xDA\r\n")),
      HF_CALENDAR_FILE_ERROR, HF_CALENDAR_FILE_ERROR_BROKEN, "UTF-8");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-file/tables", test_tables);
  g_test_add_func ("/calendar-file/gb18030", test_tables_in_gb18030);
  g_test_add_func ("/calendar-file/bad-day", test_one_bad_day_refuses_the_table);
  g_test_add_func ("/calendar-file/missing", test_missing_files);
  g_test_add_func ("/calendar-file/calendars", test_calendars);
  g_test_add_func ("/calendar-file/midnight", test_days_from_midnight_to_midnight);
  g_test_add_func ("/calendar-file/yearly", test_yearly_days_are_carried_on);
  g_test_add_func ("/calendar-file/damaged", test_damaged_calendars_are_refused);
  return g_test_run ();
}
