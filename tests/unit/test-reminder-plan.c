#include "config.h"

#include "hf-reminder-plan.h"

#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)
#define MINUTE G_TIME_SPAN_MINUTE
#define MINUTES_BEFORE 5

/* Appointments, and what is remembered of them from look to look. */
typedef struct
{
  GPtrArray *appointments;
  GArray *reminders;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->appointments = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->reminders = g_array_new (FALSE, FALSE, sizeof (HfReminder));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->appointments);
  g_array_unref (fixture->reminders);
}

static HfCallTask *
add (Fixture *fixture, gint64 id, gint64 appointment_at)
{
  HfCallTask *task = hf_call_task_new ();
  task->id = id;
  task->appointment_at = appointment_at;
  g_ptr_array_add (fixture->appointments, task);
  return task;
}

static void
add_keys (GString *words, const GPtrArray *tasks)
{
  for (guint i = 0; i < tasks->len; i++)
    g_string_append_printf (words, " %" G_GINT64_FORMAT, ((HfCallTask *) tasks->pdata[i])->id);
}

/* A look, and what it does: such as "alone 1 together 2 3 withdrawn 4". */
static void
assert_look_with (Fixture *fixture, gint64 now, guint minutes, const char *expected)
{
  g_autoptr (HfReminderPlan) plan = hf_reminder_plan_new (fixture->appointments,
                                                          fixture->reminders, now, minutes);
  g_autoptr (GString) words = g_string_new ("due");
  add_keys (words, plan->due);
  if (plan->alone->len > 0)
    g_string_append (words, " alone");
  add_keys (words, plan->alone);
  if (plan->together != NULL)
    {
      g_string_append (words, " together");
      add_keys (words, plan->together);
    }
  if (plan->withdrawn->len > 0)
    g_string_append (words, " withdrawn");
  for (guint i = 0; i < plan->withdrawn->len; i++)
    g_string_append_printf (words, " %" G_GINT64_FORMAT,
                            g_array_index (plan->withdrawn, gint64, i));
  g_assert_cmpstr (words->str, ==, expected);
  g_array_unref (fixture->reminders);
  fixture->reminders = g_array_ref (plan->reminders);
}

static void
assert_look (Fixture *fixture, gint64 now, const char *expected)
{
  assert_look_with (fixture, now, MINUTES_BEFORE, expected);
}

static void
test_told_once_some_minutes_before (Fixture *fixture, gconstpointer data)
{
  add (fixture, 1, NOW);
  assert_look (fixture, NOW - 5 * MINUTE - 1, "due");
  assert_look (fixture, NOW - 5 * MINUTE, "due 1 alone 1");
  assert_look (fixture, NOW, "due 1");
  assert_look (fixture, NOW + 60 * MINUTE, "due 1");
}

static void
test_withdrawn_when_somebody_keeps_it (Fixture *fixture, gconstpointer data)
{
  add (fixture, 1, NOW);
  assert_look (fixture, NOW, "due 1 alone 1");
  g_ptr_array_set_size (fixture->appointments, 0);
  assert_look (fixture, NOW + 1, "due withdrawn 1");
  assert_look (fixture, NOW + 2, "due");
  /* Whoever hung up without having kept it is told again. */
  add (fixture, 1, NOW);
  assert_look (fixture, NOW + 3, "due 1 alone 1");
}

static void
test_moved_is_another_one (Fixture *fixture, gconstpointer data)
{
  HfCallTask *task = add (fixture, 1, NOW);
  assert_look (fixture, NOW, "due 1 alone 1");
  task->appointment_at = NOW + 30 * MINUTE;
  assert_look (fixture, NOW + 1, "due withdrawn 1");
  assert_look (fixture, NOW + 25 * MINUTE, "due 1 alone 1");
  /* By less than the time before. */
  task->appointment_at = NOW + 29 * MINUTE;
  assert_look (fixture, NOW + 25 * MINUTE, "due 1 alone 1 withdrawn 1");
}

static void
test_later_is_told_again (Fixture *fixture, gconstpointer data)
{
  HfCallTask *task = add (fixture, 1, NOW);
  assert_look (fixture, NOW, "due 1 alone 1");
  hf_reminders_put_off (fixture->reminders, task, NOW + 10 * MINUTE);
  assert_look (fixture, NOW + 1, "due withdrawn 1");
  assert_look (fixture, NOW + 9 * MINUTE, "due");
  assert_look (fixture, NOW + 10 * MINUTE, "due 1 alone 1");
  assert_look (fixture, NOW + 11 * MINUTE, "due 1");
}

/* What nobody was told of yet can be put off as well. */
static void
test_later_before_anybody_is_told (Fixture *fixture, gconstpointer data)
{
  HfCallTask *task = add (fixture, 1, NOW);
  hf_reminders_put_off (fixture->reminders, task, NOW + 10 * MINUTE);
  assert_look (fixture, NOW, "due");
  task->appointment_at = NOW + MINUTE;
  assert_look (fixture, NOW, "due 1 alone 1");
}

static void
test_no_storm_after_sleep (Fixture *fixture, gconstpointer data)
{
  for (int id = 1; id <= 3; id++)
    add (fixture, id, NOW + id);
  assert_look (fixture, NOW + 8 * 60 * MINUTE, "due 1 2 3 together 1 2 3");
  assert_look (fixture, NOW + 8 * 60 * MINUTE + 1, "due 1 2 3");
  /* Its number is right as long as it shows. */
  g_ptr_array_remove_index (fixture->appointments, 1);
  assert_look (fixture, NOW + 8 * 60 * MINUTE + 2, "due 1 3 together 1 3");
  add (fixture, 4, NOW + 8 * 60 * MINUTE);
  assert_look (fixture, NOW + 8 * 60 * MINUTE + 3, "due 1 3 4 alone 4");
  g_ptr_array_remove_range (fixture->appointments, 0, 2);
  assert_look (fixture, NOW + 8 * 60 * MINUTE + 4, "due 4 together");
  g_ptr_array_set_size (fixture->appointments, 0);
  assert_look (fixture, NOW + 8 * 60 * MINUTE + 5, "due withdrawn 4");
}

static void
test_off_is_quiet (Fixture *fixture, gconstpointer data)
{
  add (fixture, 1, NOW);
  assert_look_with (fixture, NOW, 0, "due");
  assert_look_with (fixture, NOW, 1, "due 1 alone 1");
  assert_look_with (fixture, NOW, 0, "due withdrawn 1");
}

/* A clock that is put back takes the reminder back, too. */
static void
test_clock_that_is_put_back (Fixture *fixture, gconstpointer data)
{
  add (fixture, 1, NOW);
  assert_look (fixture, NOW, "due 1 alone 1");
  assert_look (fixture, NOW - 60 * MINUTE, "due withdrawn 1");
  assert_look (fixture, NOW, "due 1 alone 1");
}

#define ADD(path, func)                                                                        \
  g_test_add ("/reminder-plan/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("once", test_told_once_some_minutes_before);
  ADD ("kept", test_withdrawn_when_somebody_keeps_it);
  ADD ("moved", test_moved_is_another_one);
  ADD ("later", test_later_is_told_again);
  ADD ("later-untold", test_later_before_anybody_is_told);
  ADD ("sleep", test_no_storm_after_sleep);
  ADD ("off", test_off_is_quiet);
  ADD ("clock-back", test_clock_that_is_put_back);
  return g_test_run ();
}
