#include "config.h"

#include "hf-ladder-words.h"

#include <glib/gi18n.h>

#define HOUR_MINUTES 60

static char *
word_before (guint minutes)
{
  if (minutes % HOUR_MINUTES != 0)
    return g_strdup_printf (
        ngettext ("%u minute before the deadline", "%u minutes before the deadline", minutes),
        minutes);
  return g_strdup_printf (ngettext ("%u hour before the deadline",
                                    "%u hours before the deadline", minutes / HOUR_MINUTES),
                          minutes / HOUR_MINUTES);
}

static char *
word_after (guint minutes)
{
  if (minutes == 0)
    return g_strdup (_ ("at the deadline"));
  if (minutes % HOUR_MINUTES != 0)
    return g_strdup_printf (
        ngettext ("%u minute after the deadline", "%u minutes after the deadline", minutes),
        minutes);
  return g_strdup_printf (ngettext ("%u hour after the deadline", "%u hours after the deadline",
                                    minutes / HOUR_MINUTES),
                          minutes / HOUR_MINUTES);
}

/**
 * hf_ladder_words_when:
 * @step: a step of the escalation ladder
 *
 * Says when a step comes.
 *
 * Returns: (transfer full): such as "at 75 % of the time"
 */
char *
hf_ladder_words_when (const HfEscalationStep *step)
{
  switch (step->when)
    {
    case HF_ESCALATION_BEFORE:
      return word_before (step->amount);
    case HF_ESCALATION_AFTER:
      return word_after (step->amount);
    case HF_ESCALATION_SHARE:
    default:
      return step->amount == 100 ? g_strdup (_ ("at the deadline"))
                                 : g_strdup_printf (_ ("at %u %% of the time"), step->amount);
    }
}

/**
 * hf_ladder_words_title:
 * @step: a step of the escalation ladder
 * @place: where it stands, from 0
 *
 * Names a step with its place.
 *
 * Returns: (transfer full): such as "1. Reminder to who deals with it"
 */
char *
hf_ladder_words_title (const HfEscalationStep *step, guint place)
{
  /* Translators: a step's place on the ladder, and its name. */
  return g_strdup_printf (_ ("%u. %s"), place + 1, hf_escalation_step_name (step));
}

static void
append (GString *words, const char *word)
{
  if (words->len > 0)
    g_string_append (words, C_ ("list", ", "));
  g_string_append (words, word);
}

static char *
word_set (const HfChoice *choices, guint set, const char *other)
{
  GString *words = g_string_new (NULL);
  for (guint i = 0; choices[i].name != NULL; i++)
    if ((set & (1u << i)) != 0)
      append (words, hf_choice_label (choices, i));
  if (other != NULL)
    append (words, other);
  return g_string_free (words, FALSE);
}

/**
 * hf_ladder_words_summary:
 * @step: a step of the escalation ladder
 * @staff: (nullable): the name of who is told besides
 *
 * Says of what a step is, when it comes, who is told, and for which promises.
 *
 * Returns: (transfer full): one line
 */
char *
hf_ladder_words_summary (const HfEscalationStep *step, const char *staff)
{
  g_autofree char *when = hf_ladder_words_when (step);
  g_autofree char *told = word_set (hf_escalation_roles, step->tells, staff);
  g_autofree char *classes = step->classes == HF_ESCALATION_ALL_CLASSES
                                 ? g_strdup (_ ("all promises"))
                                 : word_set (hf_promise_terms, step->classes, NULL);
  /* Translators: what runs, such as "Solution", when the step comes, who is told, for which
   * promises. */
  return g_strdup_printf (C_ ("ladder", "%s, %s · %s · %s"),
                          hf_choice_label (hf_escalation_clocks, step->clock), when, told,
                          classes);
}

/**
 * hf_ladder_words_unit:
 * @when: by what a step comes
 *
 * Says what the number is.
 *
 * Returns: a line
 */
const char *
hf_ladder_words_unit (HfEscalationWhen when)
{
  return when == HF_ESCALATION_SHARE
             ? _ ("Percent of the time; 100: at the deadline, 200: as long again after it")
             : _ ("Minutes by the promise’s own clock");
}
