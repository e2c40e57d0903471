#include "config.h"

#include "hf-escalation-closures.h"

#include <glib/gi18n.h>

#include "hf-time.h"
#include "hf-today-closures.h"

static const char *
name_of (const HfEscalation *escalation)
{
  return hf_escalation_name (escalation->step, escalation->name);
}

static const char *
customer_of (const HfEscalation *escalation)
{
  if (escalation->customer_name != NULL)
    return escalation->customer_name;
  return escalation->customer_code != NULL ? escalation->customer_code : _ ("Anonymous");
}

/**
 * hf_escalation_words_title:
 * @escalation: a step that was reached
 *
 * Names the step.
 *
 * Returns: (transfer full): a notification's title
 */
char *
hf_escalation_words_title (const HfEscalation *escalation)
{
  return g_strdup (name_of (escalation));
}

/* Whose complaint it is. */
static char *
word_complaint (const HfEscalation *escalation)
{
  if (escalation->branch == NULL)
    /* Translators: a customer, and a complaint's number. */
    return g_strdup_printf (C_ ("escalation", "%s · %s"), customer_of (escalation),
                            escalation->number);
  /* Translators: a customer, a complaint's number, and a branch. */
  return g_strdup_printf (C_ ("escalation", "%s · %s · %s"), customer_of (escalation),
                          escalation->number, escalation->branch);
}

/**
 * hf_escalation_words_body:
 * @escalation: a step that was reached
 * @now: the present moment
 *
 * Says whose complaint it is and how late. Neither the phone number nor the customer's words
 * are among it: a notification may show where others see it.
 *
 * Returns: (transfer full): a notification's text
 */
char *
hf_escalation_words_body (const HfEscalation *escalation, gint64 now)
{
  g_autofree char *complaint = word_complaint (escalation);
  g_autofree char *due = hf_today_due_words (now, escalation->due_at);
  /* Translators: what runs, such as "Solution", and how much time is left or how late it is. */
  g_autofree char *clock = g_strdup_printf (
      C_ ("escalation", "%s: %s"), hf_choice_label (hf_escalation_clocks, escalation->clock),
      due);
  return g_strjoin ("\n", complaint, clock, NULL);
}

/**
 * hf_escalation_words_several:
 * @count: how many
 *
 * Says how many complaints are escalated.
 *
 * Returns: (transfer full): a notification's title
 */
char *
hf_escalation_words_several (guint count)
{
  return g_strdup_printf (
      ngettext ("%u complaint waits for you", "%u complaints wait for you", count), count);
}

/**
 * hf_escalation_words_bar:
 * @escalation: a step that was reached
 * @now: the present moment
 *
 * Says what step was reached, whose complaint it is, and how late.
 *
 * Returns: (transfer full): a line
 */
char *
hf_escalation_words_bar (const HfEscalation *escalation, gint64 now)
{
  g_autofree char *complaint = word_complaint (escalation);
  g_autofree char *due = hf_today_due_words (now, escalation->due_at);
  /* Translators: a step of the escalation, a complaint, how late it is. */
  return g_strdup_printf (C_ ("escalation", "%s: %s · %s"), name_of (escalation), complaint,
                          due);
}

static char *
word_told (const HfEscalation *escalation)
{
  return escalation->told != NULL
             /* Translators: names. */
             ? g_strdup_printf (_ ("told: %s"), escalation->told)
             : g_strdup (_ ("nobody is entered who could be told"));
}

/**
 * hf_escalation_words_reached:
 * @escalation: a step that was reached
 * @n_steps: how many the ladder has
 *
 * Says which step it is, when it was reached, and who was told.
 *
 * Returns: (transfer full): the words
 */
char *
hf_escalation_words_reached (const HfEscalation *escalation, guint n_steps)
{
  g_autofree char *moment = hf_time_format_moment (escalation->at);
  g_autofree char *told = word_told (escalation);
  return g_strdup_printf (
      /* Translators: a step's place on the ladder, how many there are, when the step was
       * reached, who was told. */
      _ ("Step %u of %u · %s · %s"), escalation->place + 1,
      MAX (n_steps, escalation->place + 1), moment, told);
}

/**
 * hf_escalation_words_logged:
 * @escalation: a step that was reached
 * @waited_for: (nullable): what was waited for in that moment
 *
 * Says when a step was reached and who was told, for a history.
 *
 * Returns: (transfer full): the words
 */
char *
hf_escalation_words_logged (const HfEscalation *escalation, const char *waited_for)
{
  g_autofree char *moment = hf_time_format_moment (escalation->at);
  g_autofree char *told = word_told (escalation);
  g_autoptr (GString) words = g_string_new (moment);
  g_string_append_printf (words, " · %s", told);
  if (waited_for != NULL)
    {
      g_string_append (words, "\n");
      /* Translators: what is waited for. */
      g_string_append_printf (words, _ ("Paused at the time: %s"), waited_for);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * hf_escalation_words_taken:
 * @escalation: a step that was reached
 *
 * Says who takes care of it since when.
 *
 * Returns: (transfer full) (nullable): the words; %NULL where nobody does
 */
char *
hf_escalation_words_taken (const HfEscalation *escalation)
{
  if (escalation->taken_at == 0)
    return NULL;
  g_autofree char *moment = hf_time_format_moment (escalation->taken_at);
  if (escalation->taken_by == NULL)
    /* Translators: a day and time. */
    return g_strdup_printf (_ ("Somebody takes care of it since %s"), moment);
  /* Translators: a name, and a day and time. */
  return g_strdup_printf (_ ("%s takes care of it since %s"), escalation->taken_by, moment);
}

/**
 * hf_escalation_words_next:
 * @at: when a step comes
 * @now: the present moment
 *
 * Says when the next step comes.
 *
 * Returns: (transfer full): the words
 */
char *
hf_escalation_words_next (gint64 at, gint64 now)
{
  g_autofree char *moment = hf_time_format_moment (at);
  g_autofree char *left = hf_today_due_words (now, at);
  /* Translators: a day and time, and how much time is left. */
  return g_strdup_printf (C_ ("escalation", "%s · %s"), moment, left);
}

/**
 * hf_escalation_words_handover:
 * @handover: a handover
 *
 * Says from whom a complaint came, when, and who handed it over.
 *
 * Returns: (transfer full): the words
 */
char *
hf_escalation_words_handover (const HfHandover *handover)
{
  g_autofree char *moment = hf_time_format_moment (handover->at);
  g_autoptr (GString) words = g_string_new (moment);
  if (handover->staff != NULL)
    g_string_append_printf (words, " · %s", handover->staff);
  if (handover->from != NULL)
    {
      g_string_append (words, " · ");
      /* Translators: who dealt with a complaint before. */
      g_string_append_printf (words, _ ("before: %s"), handover->from);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
