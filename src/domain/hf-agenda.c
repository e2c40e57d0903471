#include "config.h"

#include "hf-agenda.h"

/* Nobody agrees on 14:37. */
#define STEP (5 * G_TIME_SPAN_MINUTE)

/* Two calls cannot both be made where the second begins before the first is over. */
static gboolean
is_beside (const HfCallTask *task, const HfAgendaRules *rules, const HfAgendaWish *wish)
{
  return task->id != wish->task_id && ABS (task->appointment_at - wish->at) < rules->length;
}

/**
 * hf_agenda_find_clash:
 * @appointments: (element-type HfCallTask): those around the time, in their order
 * @rules: how long calls take, and how many can call
 * @wish: an appointment
 * @clash: (out caller-allocates): what is in its way; hf_agenda_clash_clear() it
 *
 * Looks for appointments in the way of another one. One that a person alone keeps is in the way
 * of others of theirs; one that anybody keeps needs somebody who has none at that time.
 *
 * Returns: whether something is in the way
 */
gboolean
hf_agenda_find_clash (const GPtrArray *appointments, const HfAgendaRules *rules,
                      const HfAgendaWish *wish, HfAgendaClash *clash)
{
  *clash = (HfAgendaClash){ .others = g_ptr_array_new () };
  for (guint i = 0; i < appointments->len; i++)
    {
      const HfCallTask *task = appointments->pdata[i];
      if (!is_beside (task, rules, wish))
        continue;
      g_ptr_array_add (clash->others, appointments->pdata[i]);
      clash->own |= wish->staff_id != 0 && task->appointment_staff_id == wish->staff_id;
    }
  for (guint i = clash->own ? clash->others->len : 0; i > 0; i--)
    if (((HfCallTask *) clash->others->pdata[i - 1])->appointment_staff_id != wish->staff_id)
      g_ptr_array_remove_index (clash->others, i - 1);
  return clash->own || clash->others->len >= MAX (1, rules->n_staff);
}

/**
 * hf_agenda_clash_clear:
 * @self: what is in the way
 *
 * Lets it go.
 */
void
hf_agenda_clash_clear (HfAgendaClash *self)
{
  g_clear_pointer (&self->others, g_ptr_array_unref);
}

/**
 * hf_agenda_is_crowded:
 * @appointments: (element-type HfCallTask): appointments
 * @rules: how long calls take, and how many can call
 * @task: one of them
 *
 * Tells whether others are in an appointment's way.
 *
 * Returns: whether they are
 */
gboolean
hf_agenda_is_crowded (const GPtrArray *appointments, const HfAgendaRules *rules,
                      const HfCallTask *task)
{
  g_auto (HfAgendaClash) clash = { NULL };
  HfAgendaWish wish = { task->appointment_at, task->appointment_staff_id, task->id };
  return hf_agenda_find_clash (appointments, rules, &wish, &clash);
}

/* When the first of those that are in the way is over, which brings every search on. */
static gint64
first_end (const HfAgendaClash *clash, const HfAgendaRules *rules, gint64 at)
{
  gint64 first = G_MAXINT64;
  for (guint i = 0; i < clash->others->len; i++)
    first = MIN (first,
                 ((HfCallTask *) clash->others->pdata[i])->appointment_at + rules->length);
  first = MAX (first, at + 1);
  return (first + STEP - 1) / STEP * STEP;
}

/**
 * hf_agenda_next_free:
 * @appointments: (element-type HfCallTask): those from the time on, in their order
 * @rules: how long calls take, and how many can call
 * @hours: when customers may be called
 * @zone: where the customer lives
 * @wish: an appointment
 *
 * Finds the next time within the calling hours at which nothing is in an appointment's way.
 *
 * Returns: a moment, not before that of @wish; 0 where there is none
 */
gint64
hf_agenda_next_free (const GPtrArray *appointments, const HfAgendaRules *rules,
                     const HfCallingRules *hours, GTimeZone *zone, const HfAgendaWish *wish)
{
  HfAgendaWish next = *wish;
  for (guint i = 0; i <= appointments->len; i++)
    {
      g_auto (HfAgendaClash) clash = { NULL };
      next.at = hf_calling_rules_next_open (hours, zone, next.at);
      if (next.at == 0 || !hf_agenda_find_clash (appointments, rules, &next, &clash))
        return next.at;
      next.at = first_end (&clash, rules, next.at);
    }
  return 0;
}
