#include "config.h"

#include "hf-appointment-closures.h"

#include <glib/gi18n.h>

#include "hf-moment-words.h"
#include "hf-time-zone.h"

/* So many are named; the others are counted. */
#define MAX_NAMED 3

/**
 * hf_appointment_words_customer:
 * @task: an entry of the call queue
 *
 * Gives what to call the customer by.
 *
 * Returns: (transfer full): a name, else the customer's code
 */
char *
hf_appointment_words_customer (const HfCallTask *task)
{
  return g_strdup (task->customer_name != NULL ? task->customer_name : task->customer_code);
}

/**
 * hf_appointment_words_whose:
 * @task: an appointment
 * @staff_id: who works here, 0 where nobody was named
 *
 * Says who keeps an appointment.
 *
 * Returns: (transfer full): a few words
 */
char *
hf_appointment_words_whose (const HfCallTask *task, gint64 staff_id)
{
  if (task->appointment_staff_id == 0)
    return g_strdup (_ ("anybody"));
  if (task->appointment_staff_id == staff_id)
    return g_strdup (_ ("only you"));
  /* Translators: a colleague, who alone keeps an appointment. */
  return g_strdup_printf (_ ("only %s"), task->appointment_staff);
}

/**
 * hf_appointment_words_kept:
 * @plan: what follows the call
 * @task: the entry of the queue as it was before
 * @hours: when customers may be called
 * @wanted: the moment that was asked for
 *
 * Says what is to be known of the time that is kept: that it is another one than was asked for,
 * or that it is an unusual one.
 *
 * Returns: (transfer none) (nullable): a sentence, %NULL where there is nothing to say
 */
const char *
hf_appointment_words_kept (const HfCallPlan *plan, const HfCallTask *task,
                           const HfCallingRules *hours, gint64 wanted)
{
  g_autoptr (GTimeZone) zone = hf_time_zone_new (task->zone);
  gboolean open = hf_calling_rules_is_open (hours, zone, wanted);
  if (plan->due_at != wanted)
    return open ? _ ("Moved into a part of the week in which the customer was not tried yet.")
                : _ ("Moved into the calling hours.");
  return plan->appointment_at != 0 && !open
             ? _ ("Outside the calling hours; an appointment holds at any hour.")
             : NULL;
}

/**
 * hf_appointment_words_names:
 * @tasks: (element-type HfCallTask): appointments
 * @now: the present moment
 *
 * Names the first of them.
 *
 * Returns: (transfer full): customers, each with a time
 */
char *
hf_appointment_words_names (const GPtrArray *tasks, gint64 now)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < tasks->len && i < MAX_NAMED; i++)
    {
      const HfCallTask *task = tasks->pdata[i];
      g_autofree char *customer = hf_appointment_words_customer (task);
      g_autofree char *when = hf_moment_words_near (task->appointment_at, now);
      /* Translators: between the names of a list. */
      g_string_append (names, i > 0 ? C_ ("between names", ", ") : "");
      g_string_append_printf (names, "%s %s", customer, when);
    }
  return g_string_free (names, FALSE);
}

/**
 * hf_appointment_words_clash:
 * @clash: what is in the way of an appointment
 * @length: how long a call usually takes, microseconds
 * @now: the present moment
 *
 * Says what is in the way.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_appointment_words_clash (const HfAgendaClash *clash, gint64 length, gint64 now)
{
  int minutes = (int) (length / G_TIME_SPAN_MINUTE);
  g_autofree char *names = hf_appointment_words_names (clash->others, now);
  if (clash->own)
    return g_strdup_printf (
        /* Translators: customers, each with a time; then how long a call takes. */
        ngettext ("You have %s already; a call usually takes %d minute.",
                  "You have %s already; a call usually takes %d minutes.", minutes),
        names, minutes);
  return g_strdup_printf (
      /* Translators: how many appointments; customers, each with a time. */
      ngettext ("Nobody is free then: %u appointment at that time, %s.",
                "Nobody is free then: %u appointments at that time, %s.", clash->others->len),
      clash->others->len, names);
}

/**
 * hf_appointment_words_free:
 * @moment: when nothing is in the way
 * @now: the present moment
 *
 * Offers a time, with the key that takes it.
 *
 * Returns: (transfer full): a button's label
 */
char *
hf_appointment_words_free (gint64 moment, gint64 now)
{
  g_autofree char *when = hf_moment_words_near (moment, now);
  /* Translators: when nothing is in the way of an appointment; F is the key. */
  return g_strdup_printf (_ ("Free: %s (F)"), when);
}
