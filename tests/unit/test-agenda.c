#include "config.h"

#include "hf-agenda.h"
#include "hf-appointment-closures.h"
#include "hf-call-plan.h"
#include "hf-moment-words.h"
#include "hf-time.h"

#define ME 7
#define OTHER 8

static gint64
at (const char *text)
{
  gint64 moment = 0;
  g_assert_true (hf_time_parse_moment (text, &moment));
  return moment;
}

/* Monday, 2 February 2026. */
static gint64
today (const char *clock)
{
  g_autofree char *text = g_strdup_printf ("2026-02-02 %s", clock);
  return at (text);
}

static HfCallTask *
make_task (gint64 id, const char *name, const char *clock, gint64 staff_id)
{
  HfCallTask *task = hf_call_task_new ();
  task->id = id;
  task->customer_name = g_strdup (name);
  task->zone = g_strdup ("");
  task->appointment_at = clock != NULL ? today (clock) : 0;
  task->appointment_staff_id = staff_id;
  return task;
}

/* Mine at 10:00, anybody's at 10:10 and 11:00, a colleague's at 11:05. */
static GPtrArray *
make_day (void)
{
  GPtrArray *day = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (day, make_task (1, "王女士", "10:00", ME));
  g_ptr_array_add (day, make_task (2, "李先生", "10:10", 0));
  g_ptr_array_add (day, make_task (3, "赵女士", "11:00", 0));
  g_ptr_array_add (day, make_task (4, "孙先生", "11:05", OTHER));
  return day;
}

static const HfAgendaRules two_of_us = { 15 * G_TIME_SPAN_MINUTE, 2 };

static guint
count_clashes (const char *clock, gint64 staff_id, gint64 task_id, gboolean *own)
{
  g_autoptr (GPtrArray) day = make_day ();
  g_auto (HfAgendaClash) clash = { NULL };
  HfAgendaWish wish = { today (clock), staff_id, task_id };
  gboolean found = hf_agenda_find_clash (day, &two_of_us, &wish, &clash);
  *own = clash.own;
  return found ? clash.others->len : 0;
}

static void
test_mine_are_in_my_way (void)
{
  gboolean own;
  g_assert_cmpuint (count_clashes ("10:14", ME, 0, &own), ==, 1);
  g_assert_true (own);
  g_assert_cmpuint (count_clashes ("09:46", ME, 0, &own), ==, 1);
  g_assert_cmpuint (count_clashes ("09:45", ME, 0, &own), ==, 0);
  g_assert_cmpuint (count_clashes ("10:15", ME, 0, &own), ==, 0);
  /* Moved by a little, it is not in its own way. */
  g_assert_cmpuint (count_clashes ("10:05", ME, 1, &own), ==, 0);
}

static void
test_anybodys_need_somebody_free (void)
{
  gboolean own;
  g_assert_cmpuint (count_clashes ("10:05", 0, 0, &own), ==, 2);
  g_assert_false (own);
  g_assert_cmpuint (count_clashes ("10:20", 0, 0, &own), ==, 0);
  /* With one desk each, a colleague's and anybody's leave nobody for a third. */
  g_assert_cmpuint (count_clashes ("11:02", ME, 0, &own), ==, 2);
  g_assert_false (own);
}

static void
test_crowded_are_marked (void)
{
  g_autoptr (GPtrArray) day = make_day ();
  HfAgendaRules alone = { 15 * G_TIME_SPAN_MINUTE, 1 };
  for (guint i = 0; i < day->len; i++)
    {
      g_assert_false (hf_agenda_is_crowded (day, &two_of_us, day->pdata[i]));
      g_assert_true (hf_agenda_is_crowded (day, &alone, day->pdata[i]));
    }
}

static void
assert_free (const char *clock, gint64 staff_id, const char *expected)
{
  g_autoptr (GPtrArray) day = make_day ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  HfCallingRules hours;
  HfAgendaWish wish = { today (clock), staff_id, 0 };
  hf_calling_rules_init (&hours);
  gint64 found = hf_agenda_next_free (day, &two_of_us, &hours, zone, &wish);
  g_autofree char *text = hf_time_format_moment (found);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_next_free_time (void)
{
  assert_free ("10:20", ME, "2026-02-02 10:20");
  assert_free ("10:00", ME, "2026-02-02 10:15");
  assert_free ("09:50", 0, "2026-02-02 09:50");
  assert_free ("10:00", 0, "2026-02-02 10:15");
  assert_free ("11:00", 0, "2026-02-02 11:15");
  /* Not at night, either. */
  assert_free ("21:00", ME, "2026-02-03 09:00");
  assert_free ("07:00", 0, "2026-02-02 09:00");
}

static void
test_no_time_is_free_where_nobody_calls (void)
{
  g_autoptr (GPtrArray) day = make_day ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  HfCallingRules closed = { .cap = 6 };
  HfAgendaWish wish = { today ("10:00"), ME, 0 };
  g_assert_cmpint (hf_agenda_next_free (day, &two_of_us, &closed, zone, &wish), ==, 0);
}

static HfCallPlan
plan_after (const char *outcome, const char *zone, const char *wanted, gint64 attempts)
{
  HfCallPlan plan;
  HfCallingRules hours;
  g_autoptr (HfCallTask) task = make_task (1, "王女士", NULL, 0);
  g_free (task->zone);
  task->zone = g_strdup (zone);
  task->attempts = attempts;
  hf_calling_rules_init (&hours);
  hf_call_plan_make (&plan, task, &hours, hf_outcome_find (outcome), today ("10:00"),
                     at (wanted));
  return plan;
}

static void
test_what_is_agreed_is_kept_and_else_moved (void)
{
  HfCallPlan agreed = plan_after ("call-back", "", "2026-02-02 22:00", 9);
  g_assert_cmpint (agreed.appointment_at, ==, at ("2026-02-02 22:00"));
  g_assert_cmpint (agreed.due_at, ==, agreed.appointment_at);
  HfCallPlan later = plan_after ("no-answer", "", "2026-02-02 22:00", 0);
  g_assert_cmpint (later.appointment_at, ==, 0);
  /* The morning was tried. */
  g_assert_cmpint (later.due_at, ==, at ("2026-02-03 12:00"));
  HfCallPlan last = plan_after ("busy", "", "2026-02-02 10:30", 5);
  g_assert_cmpint (last.state, ==, HF_CALL_TASK_EXHAUSTED);
  g_assert_cmpint (last.due_at, ==, 0);
}

static void
assert_kept (const char *outcome, const char *zone, const char *wanted, const char *expected)
{
  HfCallingRules hours;
  g_autoptr (HfCallTask) task = make_task (1, "王女士", NULL, 0);
  g_free (task->zone);
  task->zone = g_strdup (zone);
  hf_calling_rules_init (&hours);
  HfCallPlan plan = plan_after (outcome, zone, wanted, 0);
  const char *words = hf_appointment_words_kept (&plan, task, &hours, at (wanted));
  g_assert_cmpstr (words, ==, expected);
}

static void
test_the_time_that_is_kept_is_said (void)
{
  assert_kept ("call-back", "", "2026-02-02 14:00", NULL);
  assert_kept ("call-back", "", "2026-02-02 22:00",
               "Outside the calling hours; an appointment holds at any hour.");
  assert_kept ("call-back", "Asia/Urumqi", "2026-02-02 11:00", NULL);
  assert_kept ("call-back", "Asia/Urumqi", "2026-02-02 10:30",
               "Outside the calling hours; an appointment holds at any hour.");
  assert_kept ("no-answer", "", "2026-02-02 22:00", "Moved into the calling hours.");
  assert_kept ("no-answer", "", "2026-02-02 11:00",
               "Moved into a part of the week in which the customer was not tried yet.");
}

static void
test_what_is_in_the_way_is_said (void)
{
  g_autoptr (GPtrArray) day = make_day ();
  HfAgendaClash clash = { day, FALSE };
  g_autofree char *busy = hf_appointment_words_clash (&clash, two_of_us.length, today ("9:00"));
  g_assert_cmpstr (busy, ==,
                   "Nobody is free then: 4 appointments at that time, 王女士 today 10:00, "
                   "李先生 today 10:10, 赵女士 today 11:00.");
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_ptr_array_add (first, day->pdata[0]);
  clash = (HfAgendaClash){ first, TRUE };
  g_autofree char *own = hf_appointment_words_clash (&clash, two_of_us.length, today ("9:00"));
  g_assert_cmpstr (own, ==,
                   "You have 王女士 today 10:00 already; a call usually takes 15 minutes.");
  g_autofree char *free = hf_appointment_words_free (today ("10:15"), today ("9:00"));
  g_assert_cmpstr (free, ==, "Free: today 10:15 (F)");
}

static void
test_near_days_are_called_by_name (void)
{
  static const char *const moments[][2] = {
    { "2026-02-02 23:59", "today 23:59" },      { "2026-02-03 00:00", "tomorrow 00:00" },
    { "2026-02-01 12:00", "yesterday 12:00" },  { "2026-02-04 12:00", "Wednesday 12:00" },
    { "2026-02-08 12:00", "Sunday 12:00" },     { "2026-02-09 12:00", "2026-02-09 12:00" },
    { "2026-01-31 12:00", "2026-01-31 12:00" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *words = hf_moment_words_near (at (moments[i][0]), today ("9:00"));
      g_assert_cmpstr (words, ==, moments[i][1]);
    }
  g_autofree char *day = hf_moment_words_day ("2026-02-02");
  g_assert_cmpstr (day, ==, "Monday, 2026-02-02");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/mine", test_mine_are_in_my_way);
  g_test_add_func ("/agenda/anybodys", test_anybodys_need_somebody_free);
  g_test_add_func ("/agenda/crowded", test_crowded_are_marked);
  g_test_add_func ("/agenda/next-free", test_next_free_time);
  g_test_add_func ("/agenda/never-free", test_no_time_is_free_where_nobody_calls);
  g_test_add_func ("/agenda/plan", test_what_is_agreed_is_kept_and_else_moved);
  g_test_add_func ("/agenda/kept-words", test_the_time_that_is_kept_is_said);
  g_test_add_func ("/agenda/clash-words", test_what_is_in_the_way_is_said);
  g_test_add_func ("/agenda/near-words", test_near_days_are_called_by_name);
  return g_test_run ();
}
