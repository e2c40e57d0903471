#include "config.h"

#include "hf-reminder-plan.h"

/* More at once, such as after the machine slept, are told of together. */
#define MOST_ALONE 1

static HfReminder *
find_reminder (const GArray *reminders, const HfCallTask *task)
{
  for (guint i = 0; i < reminders->len; i++)
    {
      HfReminder *reminder = &g_array_index ((GArray *) reminders, HfReminder, i);
      if (reminder->task_id == task->id && reminder->appointment_at == task->appointment_at)
        return reminder;
    }
  return NULL;
}

static gboolean
is_due (const HfCallTask *task, const HfReminder *reminder, gint64 now, guint minutes)
{
  return minutes > 0 && task->appointment_at <= now + minutes * G_TIME_SPAN_MINUTE
         && (reminder == NULL || reminder->later_at <= now);
}

static gboolean
is_among (const GPtrArray *tasks, const HfReminder *reminder)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      const HfCallTask *task = tasks->pdata[i];
      if (task->id == reminder->task_id && task->appointment_at == reminder->appointment_at)
        return TRUE;
    }
  return FALSE;
}

/* What was told of and is no longer due; whether some of that was told of together. */
static gboolean
withdraw (HfReminderPlan *self, const GArray *reminders)
{
  gboolean group_shrinks = FALSE;
  for (guint i = 0; i < reminders->len; i++)
    {
      const HfReminder *reminder = &g_array_index ((GArray *) reminders, HfReminder, i);
      if (!reminder->told || is_among (self->due, reminder))
        continue;
      if (reminder->together)
        group_shrinks = TRUE;
      else
        g_array_append_val (self->withdrawn, reminder->task_id);
    }
  return group_shrinks;
}

static void
remember (HfReminderPlan *self, const HfCallTask *task, gint64 later_at, gboolean told,
          gboolean together)
{
  HfReminder reminder = { task->id, task->appointment_at, later_at, told, together };
  if (told || later_at != 0)
    g_array_append_val (self->reminders, reminder);
}

/* Of one new appointment a notification of its own tells; of several, one together with what
 * is left of those before. */
static void
tell (HfReminderPlan *self, GPtrArray *group, GPtrArray *fresh, gboolean group_shrinks)
{
  gboolean together = fresh->len > MOST_ALONE;
  for (guint i = 0; i < fresh->len; i++)
    {
      g_ptr_array_add (together ? group : self->alone, fresh->pdata[i]);
      remember (self, fresh->pdata[i], 0, TRUE, together);
    }
  if (together || group_shrinks)
    self->together = g_ptr_array_ref (group);
}

/**
 * hf_reminder_plan_new:
 * @appointments: (element-type HfCallTask): those around the present that nobody keeps, by time
 * @reminders: (element-type HfReminder): what was remembered the last time
 * @now: the present moment
 * @minutes: how long before an appointment somebody is told of it, 0 for never
 *
 * Works out which reminders are due, and which are to be withdrawn.
 *
 * Returns: (transfer full): the plan, which borrows from @appointments
 */
HfReminderPlan *
hf_reminder_plan_new (const GPtrArray *appointments, const GArray *reminders, gint64 now,
                      guint minutes)
{
  HfReminderPlan *self = g_new0 (HfReminderPlan, 1);
  g_autoptr (GPtrArray) group = g_ptr_array_new (), fresh = g_ptr_array_new ();
  self->due = g_ptr_array_new ();
  self->alone = g_ptr_array_new ();
  self->withdrawn = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->reminders = g_array_new (FALSE, FALSE, sizeof (HfReminder));
  for (guint i = 0; i < appointments->len; i++)
    {
      HfCallTask *task = appointments->pdata[i];
      const HfReminder *before = find_reminder (reminders, task);
      gboolean due = is_due (task, before, now, minutes), told = before != NULL && before->told;
      if (due)
        g_ptr_array_add (self->due, task);
      if (due && !told)
        g_ptr_array_add (fresh, task);
      else if (due && before->together)
        g_ptr_array_add (group, task);
      if (before != NULL && (!due || told))
        remember (self, task, before->later_at, due, due && before->together);
    }
  tell (self, group, fresh, withdraw (self, reminders));
  return self;
}

/**
 * hf_reminder_plan_free:
 * @self: (transfer full): a plan
 *
 * Lets it go.
 */
void
hf_reminder_plan_free (HfReminderPlan *self)
{
  g_ptr_array_unref (self->due);
  g_ptr_array_unref (self->alone);
  g_clear_pointer (&self->together, g_ptr_array_unref);
  g_array_unref (self->withdrawn);
  g_array_unref (self->reminders);
  g_free (self);
}

/**
 * hf_reminders_put_off:
 * @reminders: (element-type HfReminder): what is remembered
 * @task: an appointment
 * @later_at: when to tell of it again
 *
 * Remembers that somebody wants to be told later.
 */
void
hf_reminders_put_off (GArray *reminders, const HfCallTask *task, gint64 later_at)
{
  HfReminder *before = find_reminder (reminders, task);
  HfReminder reminder = { task->id, task->appointment_at, later_at, FALSE, FALSE };
  if (before != NULL)
    before->later_at = later_at;
  else
    g_array_append_val (reminders, reminder);
}
