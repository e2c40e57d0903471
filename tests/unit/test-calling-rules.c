#include "config.h"

#include "hf-calling-rules.h"
#include "hf-time-zone.h"

static gint64
moment (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);
  g_assert_nonnull (time);
  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static void
assert_moment (gint64 found, const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (found / G_USEC_PER_SEC);
  g_autoptr (GDateTime) expected = g_date_time_new_from_iso8601 (iso, NULL);
  g_autofree char *text = g_date_time_format_iso8601 (time);
  if (found != g_date_time_to_unix (expected) * G_USEC_PER_SEC)
    g_error ("%s, not %s", text, iso);
}

static void
test_rules_come_back_as_they_were_written (void)
{
  HfCallingRules rules, again;
  hf_calling_rules_init (&rules);
  rules.days[6] = (HfCallingDay){ 0, 0 };
  rules.days[0] = (HfCallingDay){ 0, 24 * 60 };
  rules.cap = 3;
  rules.spread = FALSE;
  rules.care_below = 4;
  g_autofree char *text = hf_calling_rules_format (&rules);
  g_assert_true (hf_calling_rules_parse (&again, text, NULL));
  g_autofree char *twice = hf_calling_rules_format (&again);
  g_assert_cmpstr (text, ==, twice);
  g_assert_cmpuint (again.days[0].to, ==, 24 * 60);
  g_assert_cmpuint (again.days[6].to, ==, 0);
  g_assert_cmpuint (again.cap, ==, 3);
  g_assert_false (again.spread);
  g_assert_cmpuint (again.care_below, ==, 4);
}

static void
test_a_line_that_does_not_hold_is_named (void)
{
  static const char *const bad[] = { "mon 09:00",       "mon 20:00-09:00",  "mon 09:00-25:00",
                                     "tue 9h-10h",      "cap many",         "cap 51",
                                     "spread perhaps",  "someday closed",   "mon",
                                     "mon 09:60-10:00", "mon 09:00-10:00x", "care-below 11" };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      HfCallingRules rules;
      g_autofree char *text = g_strdup_printf ("cap 4\n%s\n", bad[i]);
      g_assert_false (hf_calling_rules_parse (&rules, text, &error));
      g_assert_error (error, HF_CALLING_RULES_ERROR, HF_CALLING_RULES_ERROR_INVALID);
      g_assert_nonnull (g_strstr_len (error->message, -1, "2"));
    }
}

/* 2026-02-02 is a Monday; Shanghai is eight hours ahead, Urumqi by its own clock six. */
static void
test_hours_are_those_of_the_customer (void)
{
  g_autoptr (GTimeZone) shanghai = hf_time_zone_new ("Asia/Shanghai");
  g_autoptr (GTimeZone) urumqi = hf_time_zone_new ("Asia/Urumqi");
  HfCallingRules rules;
  hf_calling_rules_init (&rules);
  gint64 nine = moment ("2026-02-02T09:00:00+08:00");
  g_assert_true (hf_calling_rules_is_open (&rules, shanghai, nine));
  g_assert_false (hf_calling_rules_is_open (&rules, shanghai, nine - 1));
  g_assert_false (hf_calling_rules_is_open (&rules, urumqi, nine));
  assert_moment (hf_calling_rules_next_open (&rules, shanghai, nine),
                 "2026-02-02T09:00:00+08:00");
  assert_moment (hf_calling_rules_next_open (&rules, urumqi, nine),
                 "2026-02-02T11:00:00+08:00");
  gint64 night = moment ("2026-02-02T20:00:00+08:00");
  g_assert_false (hf_calling_rules_is_open (&rules, shanghai, night));
  assert_moment (hf_calling_rules_next_open (&rules, shanghai, night),
                 "2026-02-03T09:00:00+08:00");
  assert_moment (
      hf_calling_rules_next_open (&rules, shanghai, moment ("2026-02-06T21:00:00+08:00")),
      "2026-02-07T10:00:00+08:00");
}

static void
test_days_without_hours_are_passed_over (void)
{
  g_autoptr (GTimeZone) zone = hf_time_zone_new ("Asia/Shanghai");
  HfCallingRules rules;
  gint64 late = moment ("2026-02-06T20:00:00+08:00");
  g_assert_true (hf_calling_rules_parse (&rules, "sat closed\nsun closed", NULL));
  assert_moment (hf_calling_rules_next_open (&rules, zone, late), "2026-02-09T09:00:00+08:00");
  g_assert_true (hf_calling_rules_parse (
      &rules, "mon closed\ntue closed\nwed closed\nthu closed\nsat closed\nsun closed", NULL));
  assert_moment (hf_calling_rules_next_open (&rules, zone, late), "2026-02-13T09:00:00+08:00");
  rules.days[4] = (HfCallingDay){ 0, 0 };
  g_assert_cmpint (hf_calling_rules_next_open (&rules, zone, late), ==, 0);
  g_assert_cmpint (hf_calling_rules_next_try (&rules, zone, late, 0), ==, 0);
}

static void
test_attempts_are_spread_over_the_week (void)
{
  g_autoptr (GTimeZone) zone = hf_time_zone_new ("Asia/Shanghai");
  static const struct
  {
    guint tried;
    const char *next;
  } cases[] = {
    { 0, "2026-02-02T10:30:00+08:00" },
    { HF_CALLING_AFTERNOON, "2026-02-02T10:30:00+08:00" },
    { HF_CALLING_MORNING, "2026-02-02T12:00:00+08:00" },
    { HF_CALLING_MORNING | HF_CALLING_AFTERNOON, "2026-02-02T17:00:00+08:00" },
    { HF_CALLING_MORNING | HF_CALLING_AFTERNOON | HF_CALLING_EVENING,
      "2026-02-07T10:00:00+08:00" },
    { HF_CALLING_MORNING | HF_CALLING_AFTERNOON | HF_CALLING_EVENING | HF_CALLING_WEEKEND,
      "2026-02-02T10:30:00+08:00" },
  };
  HfCallingRules rules;
  hf_calling_rules_init (&rules);
  gint64 from = moment ("2026-02-02T10:30:00+08:00");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_moment (hf_calling_rules_next_try (&rules, zone, from, cases[i].tried),
                   cases[i].next);
  rules.spread = FALSE;
  assert_moment (hf_calling_rules_next_try (&rules, zone, from, HF_CALLING_MORNING),
                 cases[0].next);
}

/* Where the week has no other part, the same one is tried again. */
static void
test_a_part_that_the_hours_lack_is_not_waited_for (void)
{
  g_autoptr (GTimeZone) zone = hf_time_zone_new ("Asia/Shanghai");
  HfCallingRules rules;
  gint64 from = moment ("2026-02-02T09:30:00+08:00");
  g_assert_true (hf_calling_rules_parse (&rules,
                                         "mon 09:00-11:00\ntue 09:00-11:00\nwed 09:00-11:00\n"
                                         "thu 09:00-11:00\nfri 09:00-11:00\nsat closed\n"
                                         "sun closed",
                                         NULL));
  assert_moment (hf_calling_rules_next_try (&rules, zone, from, HF_CALLING_MORNING),
                 "2026-02-02T09:30:00+08:00");
}

/* Berlin puts its clocks from 2:00 to 3:00 on 2026-03-29, and from 3:00 to 2:00 on 2026-10-25.
 */
static void
test_daylight_saving_keeps_the_clock_s_hours (void)
{
  g_autoptr (GTimeZone) berlin = hf_time_zone_new ("Europe/Berlin");
  HfCallingRules rules;
  hf_calling_rules_init (&rules);
  assert_moment (
      hf_calling_rules_next_open (&rules, berlin, moment ("2026-03-28T19:00:00+01:00")),
      "2026-03-29T10:00:00+02:00");
  assert_moment (
      hf_calling_rules_next_open (&rules, berlin, moment ("2026-10-24T19:00:00+02:00")),
      "2026-10-25T10:00:00+01:00");
  rules.days[6] = (HfCallingDay){ 2 * 60 + 30, 20 * 60 };
  gint64 open = hf_calling_rules_next_open (&rules, berlin,
                                            moment ("2026-03-29T00:10:00+01:00"));
  g_assert_true (hf_calling_rules_is_open (&rules, berlin, open));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calling-rules/written-and-read",
                   test_rules_come_back_as_they_were_written);
  g_test_add_func ("/calling-rules/bad-line-is-named", test_a_line_that_does_not_hold_is_named);
  g_test_add_func ("/calling-rules/customer-s-clock", test_hours_are_those_of_the_customer);
  g_test_add_func ("/calling-rules/closed-days", test_days_without_hours_are_passed_over);
  g_test_add_func ("/calling-rules/spread", test_attempts_are_spread_over_the_week);
  g_test_add_func ("/calling-rules/missing-part",
                   test_a_part_that_the_hours_lack_is_not_waited_for);
  g_test_add_func ("/calling-rules/daylight-saving",
                   test_daylight_saving_keeps_the_clock_s_hours);
  return g_test_run ();
}
