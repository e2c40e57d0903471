#include "config.h"

#include "hf-agenda-closures.h"

#include <glib/gi18n.h>

#include "hf-appointment-closures.h"
#include "hf-interview.h"
#include "hf-moment-words.h"
#include "hf-time.h"
#include "hf-today-closures.h"

static GDateWeekday
weekday_of (const char *date)
{
  GDate day;
  g_date_clear (&day, 1);
  g_date_set_parse (&day, date);
  return g_date_get_weekday (&day);
}

/**
 * hf_agenda_first_day:
 * @date: YYYY-MM-DD
 * @week: whether a whole week shows
 *
 * Tells on which day begins what shows.
 *
 * Returns: (transfer full): the day itself, or the Monday of its week
 */
char *
hf_agenda_first_day (const char *date, gboolean week)
{
  return hf_time_add_days (date, week ? G_DATE_MONDAY - (int) weekday_of (date) : 0);
}

/**
 * hf_agenda_words_title:
 * @date: YYYY-MM-DD
 * @week: whether a whole week shows
 *
 * Says which days show.
 *
 * Returns: (transfer full): a title
 */
char *
hf_agenda_words_title (const char *date, gboolean week)
{
  if (!week)
    return hf_moment_words_day (date);
  g_autofree char *first = hf_agenda_first_day (date, TRUE);
  g_autofree char *last = hf_time_add_days (first, HF_MOMENT_DAYS_A_WEEK - 1);
  /* Translators: the first and the last day of a week, such as 2026-11-23 and 11-29. */
  return g_strdup_printf (_ ("%s – %s"), first, last + strlen ("2026-"));
}

/**
 * hf_agenda_words_heading:
 * @date: YYYY-MM-DD
 *
 * Names a day above its column, in a few letters.
 *
 * Returns: (transfer full): its weekday and its number
 */
char *
hf_agenda_words_heading (const char *date)
{
  static const char *const weekdays[] = {
    NC_ ("short weekday", "Mon"), NC_ ("short weekday", "Tue"), NC_ ("short weekday", "Wed"),
    NC_ ("short weekday", "Thu"), NC_ ("short weekday", "Fri"), NC_ ("short weekday", "Sat"),
    NC_ ("short weekday", "Sun"),
  };
  const char *weekday = g_dpgettext2 (GETTEXT_PACKAGE, "short weekday",
                                      weekdays[weekday_of (date) - G_DATE_MONDAY]);
  int day = (int) g_ascii_strtoll (date + strlen ("2026-11-"), NULL, 10);
  /* Translators: a day of the week in short, and the day of the month. */
  return g_strdup_printf (_ ("%s %d"), weekday, day);
}

/**
 * hf_agenda_words_about:
 * @task: an appointment
 * @staff_id: who works here, 0 where nobody was named
 *
 * Says what an appointment is about and who keeps it.
 *
 * Returns: (transfer full): a line
 */
char *
hf_agenda_words_about (const HfCallTask *task, gint64 staff_id)
{
  g_autofree char *whose = hf_appointment_words_whose (task, staff_id);
  /* Translators: the kind of a call, and who keeps the appointment. */
  return g_strdup_printf (_ ("%s · %s"), hf_choice_label (hf_interview_kinds, task->kind),
                          whose);
}

/**
 * hf_agenda_words_late:
 * @task: an appointment
 * @now: the present moment
 *
 * Says how long a customer has been waiting for the call.
 *
 * Returns: (transfer full) (nullable): a few words, %NULL where it is not due yet
 */
char *
hf_agenda_words_late (const HfCallTask *task, gint64 now)
{
  return now - task->appointment_at >= G_TIME_SPAN_MINUTE
             ? hf_today_due_words (now, task->appointment_at)
             : NULL;
}

/**
 * hf_agenda_words_detail:
 * @task: an appointment
 * @now: the present moment
 * @staff_id: who works here, 0 where nobody was named
 *
 * Says all that is to be known before a call.
 *
 * Returns: (transfer full): a line
 */
char *
hf_agenda_words_detail (const HfCallTask *task, gint64 now, gint64 staff_id)
{
  g_autofree char *when = hf_moment_words_near (task->appointment_at, now);
  g_autofree char *about = hf_agenda_words_about (task, staff_id);
  if (task->phone == NULL)
    /* Translators: when an appointment is, and what it is about. */
    return g_strdup_printf (_ ("%s · %s"), when, about);
  /* Translators: when an appointment is, what it is about, and a phone number. */
  return g_strdup_printf (_ ("%s · %s · %s"), when, about, task->phone);
}

/**
 * hf_agenda_words_row:
 * @task: an appointment
 * @now: the present moment
 * @staff_id: who works here, 0 where nobody was named
 * @crowded: whether another one is in its way
 *
 * Says in words what an appointment's row shows by its place and colours.
 *
 * Returns: (transfer full): for a screen reader
 */
char *
hf_agenda_words_row (const HfCallTask *task, gint64 now, gint64 staff_id, gboolean crowded)
{
  g_autofree char *clock = hf_moment_words_clock (task->appointment_at);
  g_autofree char *customer = hf_appointment_words_customer (task);
  g_autofree char *about = hf_agenda_words_about (task, staff_id);
  g_autofree char *late = hf_agenda_words_late (task, now);
  const char *separator = C_ ("between names", ", ");
  GString *words = g_string_new (NULL);
  g_string_append_printf (words, "%s %s%s%s", clock, customer, separator, about);
  if (late != NULL)
    g_string_append_printf (words, "%s%s", separator, late);
  if (crowded)
    g_string_append_printf (words, "%s%s", separator, C_ ("appointment", "overlaps"));
  return g_string_free (words, FALSE);
}

/**
 * hf_agenda_words_column:
 * @date: YYYY-MM-DD
 * @count: how many appointments it has
 *
 * Names a day and what is on it.
 *
 * Returns: (transfer full): for a screen reader
 */
char *
hf_agenda_words_column (const char *date, guint count)
{
  g_autofree char *day = hf_moment_words_day (date);
  /* Translators: a day, and how many appointments are on it. */
  return g_strdup_printf (ngettext ("%s: %u appointment", "%s: %u appointments", count), day,
                          count);
}

/**
 * hf_agenda_words_cancel:
 * @task: an appointment
 * @now: the present moment
 *
 * Says what cancelling it means.
 *
 * Returns: (transfer full): sentences
 */
char *
hf_agenda_words_cancel (const HfCallTask *task, gint64 now)
{
  g_autofree char *customer = hf_appointment_words_customer (task);
  g_autofree char *when = hf_moment_words_near (task->appointment_at, now);
  return g_strdup_printf (
      /* Translators: a customer, and when the appointment is. */
      _ ("%s expects a call %s. Without the appointment the customer waits in the queue like "
         "the others, and may be called from now on."),
      customer, when);
}
