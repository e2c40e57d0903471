#include "config.h"

#include "hf-promise-clock.h"
#include "hf-promise-rules.h"

#define N_ROUNDS 400
#define SEED 20260217
#define MINUTE G_TIME_SPAN_MINUTE

/* 1 January 2026, 0:00 UTC. */
#define NEW_YEAR (G_GINT64_CONSTANT (1767225600) * G_USEC_PER_SEC)

static void
test_hours_are_read_and_written (void)
{
  static const char *const good[] = { "09:00-18:00", "00:00-24:00", "closed",
                                      "09:00-12:00 13:30-18:00",
                                      "00:00-06:00 07:00-08:00 09:00-10:00 23:00-24:00" };
  static const char *const bad[] = { "",
                                     "9-18",
                                     "18:00-09:00",
                                     "09:00-09:00",
                                     "09:00-24:01",
                                     "09:61-10:00",
                                     "09:00-12:00 11:00-13:00",
                                     "09:00-12:00 12:00-13:00",
                                     "01:00-02:00 03:00-04:00 05:00-06:00 07:00-08:00 "
                                     "09:00-10:00",
                                     "closed 09:00-18:00" };
  HfWorkHours hours;
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (hf_work_hours_parse (&hours, good[i]));
      g_autofree char *text = hf_work_hours_format (&hours);
      g_assert_cmpstr (text, ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (hf_work_hours_parse (&hours, bad[i]));
      g_assert_cmpuint (hours.n_spans, ==, 0);
    }
}

static void
test_special_days (void)
{
  g_autoptr (HfWorkCalendar) calendar = hf_work_calendar_new ();
  g_assert_true (hf_work_calendar_knows_year (calendar, NEW_YEAR));
  hf_work_calendar_set_time_zone (calendar, "Asia/Shanghai");
  hf_work_calendar_add_china (calendar);
  g_autoptr (GPtrArray) days = hf_work_calendar_list_days (calendar);
  g_assert_cmpuint (days->len, ==, 108);
  g_assert_cmpstr (((HfSpecialDay *) days->pdata[0])->date, ==, "2024-01-01");
  g_assert_cmpstr (((HfSpecialDay *) days->pdata[107])->date, ==, "2026-10-10");
  g_assert_true (hf_work_calendar_find_day (calendar, "2026-02-14")->is_workday);
  g_assert_false (hf_work_calendar_find_day (calendar, "2026-02-17")->is_workday);
  g_assert_null (hf_work_calendar_find_day (calendar, "2026-03-17"));
  g_assert_null (hf_work_calendar_find_day (calendar, "2026-02-30"));
  g_assert_true (hf_work_calendar_knows_year (calendar, NEW_YEAR));
  g_assert_false (hf_work_calendar_knows_year (calendar, NEW_YEAR + 370 * G_TIME_SPAN_DAY));
  g_assert_true (hf_work_calendar_remove_day (calendar, "2026-02-17"));
  g_assert_false (hf_work_calendar_remove_day (calendar, "2026-02-17"));
}

/* A day with hours of its own, such as the morning before a holiday. */
static void
test_a_day_has_hours_of_its_own (void)
{
  g_autoptr (HfWorkCalendar) calendar = hf_work_calendar_new ();
  g_autoptr (HfSpecialDay) day = hf_special_day_new ();
  hf_work_calendar_set_time_zone (calendar, "UTC");
  day->date = g_strdup ("2026-01-03");
  day->is_workday = TRUE;
  day->hours = g_strdup ("09:00-12:00");
  hf_work_calendar_add_day (calendar, day);
  gint64 saturday = NEW_YEAR + 2 * G_TIME_SPAN_DAY;
  g_assert_true (hf_work_calendar_is_open (calendar, saturday + 9 * G_TIME_SPAN_HOUR));
  g_assert_false (hf_work_calendar_is_open (calendar, saturday + 12 * G_TIME_SPAN_HOUR));
  g_assert_cmpint (hf_work_calendar_measure (calendar, saturday, saturday + G_TIME_SPAN_DAY),
                   ==, 3 * G_TIME_SPAN_HOUR);
  g_assert_true (hf_special_day_validate (day, NULL));
  g_free (day->hours);
  day->hours = g_strdup ("mornings");
  g_assert_false (hf_special_day_validate (day, NULL));
}

static HfWorkHours
random_hours (GRand *random)
{
  HfWorkHours hours = { 0 };
  guint at = g_rand_int_range (random, 0, 600);
  guint n_spans = g_rand_int_range (random, 0, 4);
  for (guint i = 0; i < n_spans && at < 1200; i++)
    {
      HfClockSpan *span = &hours.spans[hours.n_spans++];
      span->from = at;
      span->to = at + g_rand_int_range (random, 1, 240);
      at = span->to + g_rand_int_range (random, 1, 180);
    }
  return hours;
}

static HfWorkCalendar *
random_calendar (GRand *random)
{
  static const char *const zones[] = { "UTC",
                                       "Asia/Shanghai",
                                       "Europe/Berlin",
                                       "America/New_York",
                                       "Asia/Kathmandu",
                                       "Australia/Lord_Howe" };
  HfWorkCalendar *self = hf_work_calendar_new ();
  hf_work_calendar_set_time_zone (self,
                                  zones[g_rand_int_range (random, 0, G_N_ELEMENTS (zones))]);
  for (guint i = 0; i < 7; i++)
    self->days[i] = random_hours (random);
  /* One day at least is worked. */
  hf_work_hours_parse (&self->days[g_rand_int_range (random, 0, 7)], "08:30-17:15");
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (HfSpecialDay) day = hf_special_day_new ();
      day->date = g_strdup_printf ("2026-%02d-%02d", g_rand_int_range (random, 1, 13),
                                   g_rand_int_range (random, 1, 29));
      day->is_workday = g_rand_boolean (random);
      hf_work_calendar_add_day (self, day);
    }
  return self;
}

static gint64
random_moment (GRand *random)
{
  return NEW_YEAR + g_rand_int_range (random, 0, 350 * 24 * 60) * MINUTE
         + g_rand_int_range (random, 0, 60 * (int) G_USEC_PER_SEC);
}

/* Within the hours, or at their very end. */
static void
assert_within (HfWorkCalendar *calendar, gint64 moment)
{
  g_assert_true (hf_work_calendar_is_open (calendar, moment)
                 || hf_work_calendar_is_open (calendar, moment - 1));
}

/* Whatever the calendar: a deadline lies within it, exactly so much work later, and what came
 * in later is never due sooner. */
static void
test_deadlines_stay_within_their_calendar (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (HfWorkCalendar) calendar = random_calendar (random);
      gint64 made_at = random_moment (random);
      gint64 later = made_at + g_rand_int_range (random, 0, 3 * 24 * 60) * MINUTE;
      GTimeSpan work = g_rand_int_range (random, 0, 5000) * MINUTE;
      guint n_days = g_rand_int_range (random, 0, 12);
      gint64 by_hours = hf_work_calendar_add_time (calendar, made_at, work);
      gint64 by_days = hf_work_calendar_add_workdays (calendar, made_at, n_days);
      assert_within (calendar, by_hours);
      assert_within (calendar, by_days);
      g_assert_cmpint (by_hours, >=, made_at + work);
      g_assert_cmpint (hf_work_calendar_measure (calendar, made_at, by_hours), ==, work);
      g_assert_cmpint (by_hours, <=, hf_work_calendar_add_time (calendar, later, work));
      g_assert_cmpint (by_days, <=, hf_work_calendar_add_workdays (calendar, later, n_days));
    }
}

static void
test_time_adds_up (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (HfWorkCalendar) calendar = random_calendar (random);
      gint64 from = random_moment (random);
      GTimeSpan one = g_rand_int_range (random, 0, 2000) * MINUTE;
      GTimeSpan two = g_rand_int_range (random, 1, 2000) * MINUTE;
      gint64 between = hf_work_calendar_add_time (calendar, from, one);
      gint64 end = hf_work_calendar_add_time (calendar, from, one + two);
      g_assert_cmpint (hf_work_calendar_add_time (calendar, between, two), ==, end);
      g_assert_cmpint (hf_work_calendar_measure (calendar, from, between)
                           + hf_work_calendar_measure (calendar, between, end),
                       ==, one + two);
    }
}

static void
add_pause (GArray *pauses, gint64 from, gint64 to, const char *why)
{
  HfPause pause = { from, to, g_strdup (why) };
  g_array_append_val (pauses, pause);
}

static GArray *
new_pauses (void)
{
  GArray *pauses = g_array_new (FALSE, FALSE, sizeof (HfPause));
  g_array_set_clear_func (pauses, (GDestroyNotify) hf_pause_clear);
  return pauses;
}

/* Promised for 100 minutes on; paused from 10 to 30, from 20 to 40 too, and from 90 on. */
static void
test_a_pause_moves_nothing (void)
{
  static const struct
  {
    int now, done;
    gboolean paused, late;
    int left, of_it_paused;
  } cases[] = {
    { 5, 0, FALSE, FALSE, 95, 0 },     { 15, 0, FALSE, FALSE, 85, 5 },
    { 35, 0, FALSE, FALSE, 65, 25 },   { 50, 0, FALSE, FALSE, 50, 30 },
    { 95, 0, TRUE, FALSE, 5, 35 },     { 130, 0, TRUE, TRUE, -30, 70 },
    { 200, 60, FALSE, FALSE, 40, 30 }, { 200, 110, FALSE, TRUE, -10, 50 },
    { 200, 100, FALSE, FALSE, 0, 40 },
  };
  g_autoptr (GArray) pauses = new_pauses ();
  add_pause (pauses, NEW_YEAR + 10 * MINUTE, NEW_YEAR + 30 * MINUTE, "papers");
  add_pause (pauses, NEW_YEAR + 20 * MINUTE, NEW_YEAR + 40 * MINUTE, "a part");
  add_pause (pauses, NEW_YEAR + 90 * MINUTE, 0, "the customer travels");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HfPromiseClock clock = { NEW_YEAR, NEW_YEAR + 100 * MINUTE,
                               cases[i].done > 0 ? NEW_YEAR + cases[i].done * MINUTE : 0,
                               pauses };
      HfClockReading reading;
      hf_promise_clock_read (&clock, NEW_YEAR + cases[i].now * MINUTE, &reading);
      g_assert_cmpint (reading.is_running, ==, cases[i].done == 0);
      g_assert_cmpint (reading.is_paused, ==, cases[i].paused);
      g_assert_cmpint (reading.is_late, ==, cases[i].late);
      g_assert_cmpint (reading.left, ==, cases[i].left * MINUTE);
      g_assert_cmpint (reading.paused, ==, cases[i].of_it_paused * MINUTE);
      g_assert_cmpstr (reading.why, ==, cases[i].paused ? "the customer travels" : NULL);
    }
}

static void
test_nothing_due_is_never_late (void)
{
  HfPromiseClock clock = { NEW_YEAR, 0, 0, NULL };
  HfClockReading reading;
  hf_promise_clock_read (&clock, NEW_YEAR + 1000 * MINUTE, &reading);
  g_assert_true (reading.is_running);
  g_assert_false (reading.is_late);
  g_assert_cmpint (reading.left, ==, 0);
}

static void
test_rules_are_read_and_written (void)
{
  static const char *const bad[] = { "24h always 60 1440",       "never always 1 1 1",
                                     "24h sometimes 1 1 1",      "24h always -1 1 0",
                                     "24h always 1 999999999 0", "dated always 1 1 0" };
  g_autoptr (GError) error = NULL;
  HfPromiseRules rules;
  hf_promise_rules_init (&rules);
  g_autofree char *usual = hf_promise_rules_format (&rules);
  g_assert_cmpstr (usual, ==,
                   "immediate always 0 0 0\n24h always 60 1440 0\n72h always 60 4320 0\n"
                   "emergency always 0 0 30\nworkday workdays 60 1 0\n");
  g_assert_true (hf_promise_rules_parse (&rules, "\nworkday hours 30 540 120\n", NULL));
  g_autofree char *changed = hf_promise_rules_format (&rules);
  g_assert_cmpstr (changed, ==,
                   "immediate always 0 0 0\n24h always 60 1440 0\n72h always 60 4320 0\n"
                   "emergency always 0 0 30\nworkday hours 30 540 120\n");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (hf_promise_rules_parse (&rules, bad[i], &error));
      g_assert_error (error, HF_PROMISE_RULES_ERROR, HF_PROMISE_RULES_ERROR_INVALID);
      g_assert_nonnull (g_strrstr (error->message, bad[i]));
      g_clear_error (&error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-calendar/hours", test_hours_are_read_and_written);
  g_test_add_func ("/work-calendar/special-days", test_special_days);
  g_test_add_func ("/work-calendar/hours-of-a-day", test_a_day_has_hours_of_its_own);
  g_test_add_func ("/work-calendar/within", test_deadlines_stay_within_their_calendar);
  g_test_add_func ("/work-calendar/adds-up", test_time_adds_up);
  g_test_add_func ("/promise-clock/pause", test_a_pause_moves_nothing);
  g_test_add_func ("/promise-clock/nothing-due", test_nothing_due_is_never_late);
  g_test_add_func ("/promise-rules/text", test_rules_are_read_and_written);
  return g_test_run ();
}
