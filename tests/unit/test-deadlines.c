#include "config.h"

#include <string.h>

#include "hf-promise-rules.h"
#include "hf-test-calendars.h"

/* Deadlines, worked out by hand with a paper calendar beside. In 2026 the Spring Festival is
 * from Sunday 15 to Monday 23 February; the Saturdays 14 and 28 February are worked. */
typedef struct
{
  HfTestCalendar calendar;
  const char
      *made_at; /* by the calendar's clock, with what it is ahead of UTC where it matters */
  HfClockKind clock;
  guint length; /* minutes, or workdays of that clock */
  const char *due_at;
} Case;

#define CHINA HF_TEST_CALENDAR_CHINA
#define LUNCH HF_TEST_CALENDAR_LUNCH
#define XINJIANG HF_TEST_CALENDAR_XINJIANG
#define BERLIN HF_TEST_CALENDAR_BERLIN
#define NIGHTS HF_TEST_CALENDAR_NIGHTS
#define NEW_YORK HF_TEST_CALENDAR_NEW_YORK
#define KATHMANDU HF_TEST_CALENDAR_KATHMANDU
#define NEVER HF_TEST_CALENDAR_NEVER
#define ALWAYS HF_CLOCK_ALWAYS
#define HOURS HF_CLOCK_WORKING_HOURS
#define DAYS HF_CLOCK_WORKDAYS

static const Case cases[] = {
  /* Round the clock: no calendar comes into it. */
  { CHINA, "2026-03-04T10:00", ALWAYS, 0, "2026-03-04T10:00" },
  { CHINA, "2026-03-04T10:00", ALWAYS, 1440, "2026-03-05T10:00" },
  { CHINA, "2026-02-14T17:30", ALWAYS, 1440, "2026-02-15T17:30" },
  { CHINA, "2026-02-16T23:50", ALWAYS, 30, "2026-02-17T00:20" },
  { CHINA, "2026-12-31T23:45", ALWAYS, 30, "2027-01-01T00:15" },
  { CHINA, "2024-02-28T12:00", ALWAYS, 1440, "2024-02-29T12:00" },
  { CHINA, "2026-02-26T12:00", ALWAYS, 4320, "2026-03-01T12:00" },
  { BERLIN, "2026-03-28T12:00", ALWAYS, 1440, "2026-03-29T13:00" },
  { BERLIN, "2026-10-24T12:00", ALWAYS, 1440, "2026-10-25T11:00" },
  { NEVER, "2026-03-04T10:00", ALWAYS, 30, "2026-03-04T10:30" },

  /* Working hours of an ordinary week. */
  { CHINA, "2026-03-04T10:00", HOURS, 60, "2026-03-04T11:00" },
  { CHINA, "2026-03-04T17:00", HOURS, 60, "2026-03-04T18:00" },
  { CHINA, "2026-03-04T17:30", HOURS, 60, "2026-03-05T09:30" },
  { CHINA, "2026-03-04T18:00", HOURS, 60, "2026-03-05T10:00" },
  { CHINA, "2026-03-04T08:59", HOURS, 60, "2026-03-04T10:00" },
  { CHINA, "2026-03-04T23:59", HOURS, 1, "2026-03-05T09:01" },
  { CHINA, "2026-03-05T00:00", HOURS, 1, "2026-03-05T09:01" },
  { CHINA, "2026-03-06T17:59", HOURS, 2, "2026-03-09T09:01" },
  { CHINA, "2026-03-07T12:00", HOURS, 0, "2026-03-09T09:00" },
  { CHINA, "2026-03-04T12:00", HOURS, 0, "2026-03-04T12:00" },
  { CHINA, "2026-03-02T09:00", HOURS, 540, "2026-03-02T18:00" },
  { CHINA, "2026-03-02T09:00", HOURS, 541, "2026-03-03T09:01" },
  { CHINA, "2026-03-02T09:00", HOURS, 2700, "2026-03-06T18:00" },

  /* Over the Spring Festival, with its make-up Saturdays. */
  { CHINA, "2026-02-13T17:00", HOURS, 120, "2026-02-14T10:00" },
  { CHINA, "2026-02-14T17:00", HOURS, 120, "2026-02-24T10:00" },
  { CHINA, "2026-02-14T18:00", HOURS, 1, "2026-02-24T09:01" },
  { CHINA, "2026-02-18T03:00", HOURS, 60, "2026-02-24T10:00" },
  { CHINA, "2026-02-27T17:30", HOURS, 60, "2026-02-28T09:30" },
  { CHINA, "2026-02-28T17:30", HOURS, 60, "2026-03-02T09:30" },
  { CHINA, "2026-02-14T09:00", HOURS, 1080, "2026-02-24T18:00" },

  /* Other holidays: New Year 1 to 3 January with Sunday 4 worked; Qingming to Monday 6 April;
   * May 1 to 5 with Saturday 9 worked; the National Day with Sunday 20 September and Saturday
   * 10 October worked. */
  { CHINA, "2025-12-31T17:30", HOURS, 60, "2026-01-04T09:30" },
  { CHINA, "2026-01-03T10:00", HOURS, 30, "2026-01-04T09:30" },
  { CHINA, "2026-04-03T17:30", HOURS, 60, "2026-04-07T09:30" },
  { CHINA, "2026-04-30T17:30", HOURS, 60, "2026-05-06T09:30" },
  { CHINA, "2026-05-08T17:30", HOURS, 60, "2026-05-09T09:30" },
  { CHINA, "2026-09-19T10:00", HOURS, 60, "2026-09-20T10:00" },
  { CHINA, "2026-09-30T17:59", HOURS, 2, "2026-10-08T09:01" },
  { CHINA, "2026-10-09T17:59", HOURS, 2, "2026-10-10T09:01" },
  { CHINA, "2025-01-27T17:00", HOURS, 120, "2025-02-05T10:00" },
  { CHINA, "2024-02-09T17:30", HOURS, 60, "2024-02-18T09:30" },

  /* One working day: the same time on the next day that is worked. */
  { CHINA, "2026-03-04T10:15", DAYS, 1, "2026-03-05T10:15" },
  { CHINA, "2026-03-06T15:00", DAYS, 1, "2026-03-09T15:00" },
  { CHINA, "2026-03-06T18:00", DAYS, 1, "2026-03-10T09:00" },
  { CHINA, "2026-03-06T17:59", DAYS, 1, "2026-03-09T17:59" },
  { CHINA, "2026-03-07T11:00", DAYS, 1, "2026-03-10T09:00" },
  { CHINA, "2026-03-04T00:00", DAYS, 1, "2026-03-05T09:00" },
  { CHINA, "2026-03-04T23:59", DAYS, 1, "2026-03-06T09:00" },
  { CHINA, "2026-02-13T10:00", DAYS, 1, "2026-02-14T10:00" },
  { CHINA, "2026-02-14T10:00", DAYS, 1, "2026-02-24T10:00" },
  { CHINA, "2026-02-14T19:00", DAYS, 1, "2026-02-25T09:00" },
  { CHINA, "2026-02-17T12:00", DAYS, 1, "2026-02-25T09:00" },
  { CHINA, "2026-02-27T16:20", DAYS, 1, "2026-02-28T16:20" },
  { CHINA, "2026-02-28T16:20", DAYS, 1, "2026-03-02T16:20" },
  { CHINA, "2026-02-13T10:00", DAYS, 3, "2026-02-25T10:00" },
  { CHINA, "2026-09-30T10:00", DAYS, 2, "2026-10-09T10:00" },
  { CHINA, "2026-12-31T10:00", DAYS, 1, "2027-01-01T10:00" }, /* 2027 is not known yet */
  { CHINA, "2026-03-04T10:15", DAYS, 0, "2026-03-04T10:15" },

  /* A break at noon, and a short Friday. */
  { LUNCH, "2026-03-04T11:30", HOURS, 60, "2026-03-04T14:00" },
  { LUNCH, "2026-03-04T12:00", HOURS, 30, "2026-03-04T14:00" },
  { LUNCH, "2026-03-04T11:30", HOURS, 30, "2026-03-04T12:00" },
  { LUNCH, "2026-03-04T12:45", DAYS, 1, "2026-03-05T13:30" },
  { LUNCH, "2026-03-05T17:00", DAYS, 1, "2026-03-06T16:00" },
  { LUNCH, "2026-03-06T15:30", HOURS, 60, "2026-03-09T09:30" },
  { LUNCH, "2026-02-28T17:30", HOURS, 60, "2026-03-02T09:30" },

  /* Two hours behind Beijing: what comes in at ten there is eight here. */
  { XINJIANG, "2026-03-04T10:00+08", HOURS, 60, "2026-03-04T12:00+08" },
  { XINJIANG, "2026-03-04T19:30+08", HOURS, 60, "2026-03-05T11:30+08" },
  { XINJIANG, "2026-02-14T19:30+08", DAYS, 1, "2026-02-24T19:30+08" },

  /* Where clocks are changed. */
  { BERLIN, "2026-03-27T17:00", HOURS, 120, "2026-03-30T10:00" },
  { BERLIN, "2026-03-27T15:00", DAYS, 1, "2026-03-30T15:00" },
  { BERLIN, "2026-10-23T15:00", DAYS, 1, "2026-10-26T15:00" },
  { NIGHTS, "2026-03-29T00:00", HOURS, 180, "2026-03-29T04:00" },
  { NIGHTS, "2026-03-29T00:00", HOURS, 300, "2026-03-29T06:00" },
  { NIGHTS, "2026-03-29T00:00", HOURS, 301, "2026-03-30T00:01" },
  /* There is no half past two on that day: the hours before it end as the clocks go forward. */
  { NIGHTS, "2026-03-28T02:30", DAYS, 1, "2026-03-29T03:00" },
  { NIGHTS, "2026-10-25T00:00", HOURS, 360, "2026-10-25T05:00" },
  { NIGHTS, "2026-10-25T00:00", HOURS, 420, "2026-10-25T06:00" },
  { NEW_YORK, "2026-03-06T16:30", HOURS, 60, "2026-03-09T09:30" },
  { NEW_YORK, "2026-03-06T16:30-05", DAYS, 1, "2026-03-09T16:30-04" },
  { KATHMANDU, "2026-03-06T16:30", HOURS, 60, "2026-03-08T10:30" },
  { KATHMANDU, "2026-03-06T16:30+05:45", DAYS, 1, "2026-03-08T16:30+05:45" },

  /* A firm that is always closed promises nothing. */
  { NEVER, "2026-03-04T10:00", HOURS, 60, NULL },
  { NEVER, "2026-03-04T10:00", DAYS, 1, NULL },
};

static void
assert_moment (HfWorkCalendar *calendar, const Case *of, gint64 found)
{
  gint64 due_at = of->due_at != NULL ? hf_test_calendar_read (calendar, of->due_at) : 0;
  g_autofree char *is = hf_test_calendar_write (calendar, found);
  g_autofree char *ought = hf_test_calendar_write (calendar, due_at);
  if (found != due_at)
    g_error ("%s + %u %s is %s, and ought to be %s", of->made_at, of->length,
             hf_clock_kinds[of->clock].name, is, ought);
}

static void
test_deadlines (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (cases), >=, 60);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfWorkCalendar) calendar = hf_test_calendar_new (cases[i].calendar);
      HfPromiseRule rule = { cases[i].clock, 0, cases[i].length, 0 };
      gint64 made_at = hf_test_calendar_read (calendar, cases[i].made_at);
      assert_moment (calendar, &cases[i],
                     hf_promise_rule_resolve_by (&rule, calendar, made_at));
    }
}

/* The first word has minutes of its own, and no workdays. */
static void
test_first_words (void)
{
  static const Case words[] = {
    { CHINA, "2026-02-14T17:30", ALWAYS, 60, "2026-02-14T18:30" },
    { CHINA, "2026-02-14T17:30", HOURS, 60, "2026-02-24T09:30" },
    { CHINA, "2026-02-14T17:30", DAYS, 60, "2026-02-24T09:30" },
    { CHINA, "2026-02-14T17:30", DAYS, 0, "2026-02-14T17:30" },
    { NEVER, "2026-02-14T17:30", DAYS, 60, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (HfWorkCalendar) calendar = hf_test_calendar_new (words[i].calendar);
      HfPromiseRule rule = { words[i].clock, words[i].length, 1, 0 };
      gint64 made_at = hf_test_calendar_read (calendar, words[i].made_at);
      assert_moment (calendar, &words[i],
                     hf_promise_rule_respond_by (&rule, calendar, made_at));
    }
}

/* An emergency has no end that is promised, and word each half-hour, at night, too. */
static void
test_an_emergency_is_heard_of_each_half_hour (void)
{
  HfPromiseRules rules;
  g_autoptr (HfWorkCalendar) calendar = hf_test_calendar_new (CHINA);
  hf_promise_rules_init (&rules);
  const HfPromiseRule *rule = &rules.of[HF_PROMISE_EMERGENCY];
  gint64 made_at = hf_test_calendar_read (calendar, "2026-02-16T23:40");
  g_assert_false (hf_promise_rule_has_end (rule));
  g_assert_cmpint (hf_promise_rule_resolve_by (rule, calendar, made_at), ==, 0);
  g_assert_cmpint (hf_promise_rule_respond_by (rule, calendar, made_at), ==, made_at);
  g_assert_cmpint (hf_promise_rule_next_word (rule, made_at), ==,
                   hf_test_calendar_read (calendar, "2026-02-17T00:10"));
  g_assert_cmpint (hf_promise_rule_next_word (&rules.of[HF_PROMISE_DAY], made_at), ==, 0);
  g_assert_true (hf_promise_rule_has_end (&rules.of[HF_PROMISE_IMMEDIATE]));
}

static void
assert_changed (HfPromiseRule rule, HfClockKind clock, guint resolve)
{
  hf_promise_rule_set_clock (&rule, clock);
  g_assert_cmpint (rule.clock, ==, clock);
  g_assert_cmpuint (rule.resolve, ==, resolve);
  g_assert_cmpuint (rule.respond, ==, 60);
  g_assert_cmpuint (rule.update, ==, 30);
}

static void
test_a_solution_is_said_by_another_clock (void)
{
  const HfPromiseRule always = { HF_CLOCK_ALWAYS, 60, 4320, 30 };
  const HfPromiseRule hours = { HF_CLOCK_WORKING_HOURS, 60, 490, 30 };
  const HfPromiseRule days = { HF_CLOCK_WORKDAYS, 60, 2, 30 };
  assert_changed (always, HF_CLOCK_WORKDAYS, 3);
  assert_changed (always, HF_CLOCK_WORKING_HOURS, 4320);
  assert_changed (always, HF_CLOCK_ALWAYS, 4320);
  assert_changed (hours, HF_CLOCK_WORKDAYS, 2);
  assert_changed (hours, HF_CLOCK_ALWAYS, 490);
  assert_changed (days, HF_CLOCK_ALWAYS, 2880);
  assert_changed (days, HF_CLOCK_WORKING_HOURS, 960);
  assert_changed (days, HF_CLOCK_WORKDAYS, 2);
  assert_changed ((HfPromiseRule){ HF_CLOCK_ALWAYS, 60, 0, 30 }, HF_CLOCK_WORKDAYS, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deadlines/by-hand", test_deadlines);
  g_test_add_func ("/deadlines/first-words", test_first_words);
  g_test_add_func ("/deadlines/emergency", test_an_emergency_is_heard_of_each_half_hour);
  g_test_add_func ("/deadlines/other-clock", test_a_solution_is_said_by_another_clock);
  return g_test_run ();
}
