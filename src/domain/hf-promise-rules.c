#include "config.h"

#include "hf-promise-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#define MINUTE G_TIME_SPAN_MINUTE
#define HOUR_MINUTES 60
#define DAY_MINUTES (24 * HOUR_MINUTES)

/* What a working day comes to where hours are counted in its place. */
#define WORKDAY_MINUTES (8 * HOUR_MINUTES)

/* No promise reaches farther than a year. */
#define MAX_MINUTES (366 * DAY_MINUTES)

G_DEFINE_QUARK (hf - promise - rules - error - quark, hf_promise_rules_error)

const HfChoice hf_clock_kinds[] = {
  [HF_CLOCK_ALWAYS] = { "always", NC_ ("choice", "Round the clock") },
  [HF_CLOCK_WORKING_HOURS] = { "hours", NC_ ("choice", "Working hours") },
  [HF_CLOCK_WORKDAYS] = { "workdays", NC_ ("choice", "Working days") },
  { NULL, NULL },
};

/**
 * hf_promise_rules_init:
 * @self: (out caller-allocates): the classes
 *
 * Gives the classes of a firm that made none. To the solution they take what the articles say:
 * ordinary matters at once, complex ones 24 hours, hard complaints 72 hours, emergencies with
 * word each half-hour, all round the clock (001), and one working day (004). Of the first word
 * the articles say nothing: an hour is our own default.
 */
void
hf_promise_rules_init (HfPromiseRules *self)
{
  *self = (HfPromiseRules){ .of = {
                                [HF_PROMISE_IMMEDIATE] = { HF_CLOCK_ALWAYS, 0, 0, 0 },
                                [HF_PROMISE_DAY] = { HF_CLOCK_ALWAYS, HOUR_MINUTES, DAY_MINUTES,
                                                     0 },
                                [HF_PROMISE_THREE_DAYS] = { HF_CLOCK_ALWAYS, HOUR_MINUTES,
                                                            3 * DAY_MINUTES, 0 },
                                [HF_PROMISE_EMERGENCY] = { HF_CLOCK_ALWAYS, 0, 0, 30 },
                                [HF_PROMISE_WORKDAY] = { HF_CLOCK_WORKDAYS, HOUR_MINUTES, 1,
                                                         0 },
                            } };
}

static gboolean
parse_number (const char *text, guint *number)
{
  guint64 value;
  gboolean is_good = text != NULL
                     && g_ascii_string_to_unsigned (text, 10, 0, MAX_MINUTES, &value, NULL);
  *number = is_good ? (guint) value : 0;
  return is_good;
}

static gboolean
parse_line (HfPromiseRules *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  int term = hf_choice_find_name (hf_promise_terms, words[0]);
  int clock = g_strv_length (words) == 5 ? hf_choice_find_name (hf_clock_kinds, words[1]) : -1;
  if (term < 0 || term >= HF_PROMISE_DATED || clock < 0)
    return FALSE;
  HfPromiseRule *rule = &self->of[term];
  rule->clock = clock;
  return parse_number (words[2], &rule->respond) && parse_number (words[3], &rule->resolve)
         && parse_number (words[4], &rule->update);
}

/**
 * hf_promise_rules_parse:
 * @self: (out caller-allocates): classes; what the text does not say stays as by
 *   hf_promise_rules_init()
 * @text: a class a line: its term, its clock, minutes to the first word, minutes or workdays to
 *   the solution, minutes between two words, such as "workday workdays 60 1 0"
 * @error: (nullable): %HF_PROMISE_RULES_ERROR_INVALID with the line
 *
 * Reads classes.
 *
 * Returns: whether they hold
 */
gboolean
hf_promise_rules_parse (HfPromiseRules *self, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  hf_promise_rules_init (self);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && !parse_line (self, lines[i]))
      {
        g_set_error (error, HF_PROMISE_RULES_ERROR, HF_PROMISE_RULES_ERROR_INVALID,
                     _ ("Line %u of the promise rules is not understood: %s"), i + 1, lines[i]);
        return FALSE;
      }
  return TRUE;
}

/**
 * hf_promise_rules_format:
 * @self: classes
 *
 * Writes classes as hf_promise_rules_parse() reads them.
 *
 * Returns: (transfer full): the text
 */
char *
hf_promise_rules_format (const HfPromiseRules *self)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->of); i++)
    {
      const HfPromiseRule *rule = &self->of[i];
      g_string_append_printf (text, "%s %s %u %u %u\n", hf_promise_terms[i].name,
                              hf_clock_kinds[rule->clock].name, rule->respond, rule->resolve,
                              rule->update);
    }
  return g_string_free (text, FALSE);
}

/**
 * hf_promise_rule_has_end:
 * @self: a class
 *
 * Tells whether a class promises a solution by some time. An emergency promises word each
 * half-hour, and no time for the rest.
 *
 * Returns: whether it does
 */
gboolean
hf_promise_rule_has_end (const HfPromiseRule *self)
{
  return self->resolve > 0 || self->update == 0;
}

static guint
minutes_a_day (HfClockKind clock)
{
  return clock == HF_CLOCK_WORKING_HOURS ? WORKDAY_MINUTES : DAY_MINUTES;
}

/**
 * hf_promise_rule_set_clock:
 * @self: a class
 * @clock: the clock that it shall go by
 *
 * Changes a class's clock and says the time to the solution by the new one: a working day is 24
 * hours round the clock and 8 working hours; what is less than a day becomes one.
 */
void
hf_promise_rule_set_clock (HfPromiseRule *self, HfClockKind clock)
{
  guint day = minutes_a_day (self->clock);
  if (clock == HF_CLOCK_WORKDAYS && self->clock != HF_CLOCK_WORKDAYS)
    self->resolve = (self->resolve + day - 1) / day;
  else if (clock != HF_CLOCK_WORKDAYS && self->clock == HF_CLOCK_WORKDAYS)
    self->resolve *= minutes_a_day (clock);
  self->clock = clock;
}

/**
 * hf_promise_rule_respond_by:
 * @self: a class
 * @calendar: when the branch works
 * @made_at: when it was promised
 *
 * Works out until when the customer hears a first word; it has a clock of its own, which
 * nothing that happens to the solution's moves.
 *
 * Returns: a moment; 0 where the calendar never opens
 */
gint64
hf_promise_rule_respond_by (const HfPromiseRule *self, HfWorkCalendar *calendar, gint64 made_at)
{
  return self->clock == HF_CLOCK_ALWAYS
             ? made_at + self->respond * MINUTE
             : hf_work_calendar_add_time (calendar, made_at, self->respond * MINUTE);
}

/**
 * hf_promise_rule_resolve_by:
 * @self: a class
 * @calendar: when the branch works
 * @made_at: when it was promised
 *
 * Works out until when the matter is to be solved. A pause does not come into it: a promise
 * that is put off is a new one, and is logged as such.
 *
 * Returns: a moment; 0 where the class promises none, or the calendar never opens
 */
gint64
hf_promise_rule_resolve_by (const HfPromiseRule *self, HfWorkCalendar *calendar, gint64 made_at)
{
  if (!hf_promise_rule_has_end (self))
    return 0;
  switch (self->clock)
    {
    case HF_CLOCK_WORKING_HOURS:
      return hf_work_calendar_add_time (calendar, made_at, self->resolve * MINUTE);
    case HF_CLOCK_WORKDAYS:
      return hf_work_calendar_add_workdays (calendar, made_at, self->resolve);
    case HF_CLOCK_ALWAYS:
    default:
      return made_at + self->resolve * MINUTE;
    }
}

/**
 * hf_promise_rule_next_word:
 * @self: a class
 * @last_word: when the customer heard of it last, or when it was promised
 *
 * Works out until when the customer hears of an unsolved matter again.
 *
 * Returns: a moment; 0 where the class promises no word in between
 */
gint64
hf_promise_rule_next_word (const HfPromiseRule *self, gint64 last_word)
{
  return self->update > 0 ? last_word + self->update * MINUTE : 0;
}
