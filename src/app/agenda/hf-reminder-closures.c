#include "config.h"

#include "hf-reminder-closures.h"

#include <glib/gi18n.h>

#include "hf-agenda-closures.h"
#include "hf-appointment-closures.h"
#include "hf-moment-words.h"
#include "hf-today-closures.h"

/**
 * hf_reminder_words_title:
 * @task: an appointment
 * @now: the present moment
 *
 * Says who is to be called when.
 *
 * Returns: (transfer full): a notification's title
 */
char *
hf_reminder_words_title (const HfCallTask *task, gint64 now)
{
  g_autofree char *customer = hf_appointment_words_customer (task);
  g_autofree char *when = hf_moment_words_near (task->appointment_at, now);
  /* Translators: a customer, and when the appointment is. */
  return g_strdup_printf (_ ("Call %s: %s"), customer, when);
}

/**
 * hf_reminder_words_body:
 * @task: an appointment
 * @staff_id: who works here, 0 where nobody was named
 *
 * Says what the call is about. The phone number is not among it: a notification may show where
 * others see it.
 *
 * Returns: (transfer full): a notification's text
 */
char *
hf_reminder_words_body (const HfCallTask *task, gint64 staff_id)
{
  return hf_agenda_words_about (task, staff_id);
}

/**
 * hf_reminder_words_several:
 * @tasks: (element-type HfCallTask): appointments
 *
 * Says how many there are.
 *
 * Returns: (transfer full): a notification's title
 */
char *
hf_reminder_words_several (const GPtrArray *tasks)
{
  return g_strdup_printf (ngettext ("%u appointment is waiting for your call",
                                    "%u appointments are waiting for your call", tasks->len),
                          tasks->len);
}

/**
 * hf_reminder_words_bar:
 * @task: an appointment
 * @now: the present moment
 * @staff_id: who works here, 0 where nobody was named
 *
 * Says who is to be called when, and how long that still is.
 *
 * Returns: (transfer full): a line
 */
char *
hf_reminder_words_bar (const HfCallTask *task, gint64 now, gint64 staff_id)
{
  g_autofree char *title = hf_reminder_words_title (task, now);
  g_autofree char *whose = hf_appointment_words_whose (task, staff_id);
  g_autofree char *due = ABS (now - task->appointment_at) < G_TIME_SPAN_MINUTE
                             ? g_strdup (C_ ("appointment", "now"))
                             : hf_today_due_words (now, task->appointment_at);
  /* Translators: whom to call when, who keeps the appointment, and how much time is left. */
  return g_strdup_printf (_ ("%s (%s) · %s"), title, whose, due);
}

/**
 * hf_reminder_words_more:
 * @count: how many
 *
 * Says how many appointments there are besides.
 *
 * Returns: (transfer full): a button's label
 */
char *
hf_reminder_words_more (guint count)
{
  return g_strdup_printf (ngettext ("And %u More", "And %u More", count), count);
}
