#include "config.h"

#include "hf-escalation-ladder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-escalation-plan.h"
#include "hf-text.h"

/* What a working day comes to where minutes are counted in its place. */
#define WORKDAY_MINUTES (8 * 60)
#define DAY_MINUTES (24 * 60)

#define N_WORDS 8

G_DEFINE_QUARK (hf - escalation - ladder - error - quark, hf_escalation_ladder_error)

/* The ladder of a firm that made none, the lowest step first. Of who is told when, the articles
 * say nothing but for the top step: a dealer who fails customers is disqualified (001). */
enum
{
  REMIND,
  WORD,
  HALF_HOUR,
  BRANCH,
  HOUR,
  MANAGERS,
  BOARD,
  SILENCE,
};

const HfChoice hf_escalation_starters[] = {
  [REMIND] = { "remind", NC_ ("choice", "Reminder to who deals with it") },
  [WORD] = { "word", NC_ ("choice", "First word overdue") },
  [HALF_HOUR] = { "half-hour", NC_ ("choice", "Half-hour word missed") },
  [BRANCH] = { "branch", NC_ ("choice", "Solution overdue, to the branch’s managers") },
  [HOUR] = { "hour", NC_ ("choice", "No word for an hour, to all managers") },
  [MANAGERS] = { "managers", NC_ ("choice", "Overdue twice over, to all managers") },
  [BOARD] = { "board", NC_ ("choice", "To the board: sanction of the branch is considered") },
  [SILENCE] = { "silence", NC_ ("choice", "To the board: emergency without word") },
  { NULL, NULL },
};

#define EMERGENCY (1u << HF_PROMISE_EMERGENCY)
#define TELLS(role) (1u << HF_ESCALATION_##role)

static const HfEscalationStep starters[] = {
  [REMIND] = { NULL, NULL, HF_ESCALATION_SOLUTION, HF_ESCALATION_SHARE, 75, TELLS (HANDLER), 0,
               HF_ESCALATION_ALL_CLASSES },
  [WORD] = { NULL, NULL, HF_ESCALATION_FIRST_WORD, HF_ESCALATION_SHARE, 100,
             TELLS (HANDLER) | TELLS (BRANCH), 0, HF_ESCALATION_ALL_CLASSES & ~EMERGENCY },
  [HALF_HOUR] = { NULL, NULL, HF_ESCALATION_NEXT_WORD, HF_ESCALATION_SHARE, 100,
                  TELLS (HANDLER) | TELLS (BRANCH), 0, EMERGENCY },
  [BRANCH] = { NULL, NULL, HF_ESCALATION_SOLUTION, HF_ESCALATION_SHARE, 100, TELLS (BRANCH), 0,
               HF_ESCALATION_ALL_CLASSES },
  [HOUR] = { NULL, NULL, HF_ESCALATION_NEXT_WORD, HF_ESCALATION_SHARE, 200, TELLS (MANAGERS), 0,
             EMERGENCY },
  [MANAGERS] = { NULL, NULL, HF_ESCALATION_SOLUTION, HF_ESCALATION_SHARE, 200, TELLS (MANAGERS),
                 0, HF_ESCALATION_ALL_CLASSES },
  [BOARD] = { NULL, NULL, HF_ESCALATION_SOLUTION, HF_ESCALATION_SHARE, 300, TELLS (MANAGERS), 0,
              HF_ESCALATION_ALL_CLASSES },
  [SILENCE] = { NULL, NULL, HF_ESCALATION_NEXT_WORD, HF_ESCALATION_SHARE, 400, TELLS (MANAGERS),
                0, EMERGENCY },
};

/**
 * hf_escalation_ladder_new:
 *
 * Makes a ladder without steps: nobody is told of anything.
 *
 * Returns: (transfer full) (element-type HfEscalationStep): the ladder
 */
GPtrArray *
hf_escalation_ladder_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hf_escalation_step_free);
}

/**
 * hf_escalation_ladder_new_starter:
 *
 * Makes the ladder that the program comes with.
 *
 * Returns: (transfer full) (element-type HfEscalationStep): the ladder
 */
GPtrArray *
hf_escalation_ladder_new_starter (void)
{
  GPtrArray *self = hf_escalation_ladder_new ();
  for (guint i = 0; i < G_N_ELEMENTS (starters); i++)
    {
      HfEscalationStep *step = hf_escalation_step_copy (&starters[i]);
      step->code = g_strdup (hf_escalation_starters[i].name);
      g_ptr_array_add (self, step);
    }
  return self;
}

static gpointer
copy_step (gconstpointer step, gpointer unused)
{
  return hf_escalation_step_copy (step);
}

/**
 * hf_escalation_ladder_copy:
 * @self: (element-type HfEscalationStep): a ladder
 *
 * Copies a ladder.
 *
 * Returns: (transfer full) (element-type HfEscalationStep): the copy
 */
GPtrArray *
hf_escalation_ladder_copy (const GPtrArray *self)
{
  return g_ptr_array_copy ((GPtrArray *) self, copy_step, NULL);
}

static gboolean
parse_set (const HfChoice *choices, const char *text, guint *set)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);
  *set = 0;
  for (guint i = 0; names[i] != NULL && !g_str_equal (text, "-"); i++)
    {
      int place = hf_choice_find_name (choices, names[i]);
      if (place < 0)
        return FALSE;
      *set |= 1u << place;
    }
  return TRUE;
}

static HfEscalationStep *
parse_step (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", N_WORDS);
  guint64 amount, staff_id;
  if (g_strv_length (words) < N_WORDS - 1)
    return NULL;
  g_autoptr (HfEscalationStep) self = g_new0 (HfEscalationStep, 1);
  int clock = hf_choice_find_name (hf_escalation_clocks, words[1]);
  int when = hf_choice_find_name (hf_escalation_whens, words[2]);
  if (clock < 0 || when < 0 || *words[0] == '\0'
      || !g_ascii_string_to_unsigned (words[3], 10, 0, HF_ESCALATION_MAX_MINUTES, &amount, NULL)
      || !parse_set (hf_escalation_roles, words[4], &self->tells)
      || !parse_set (hf_promise_terms, words[5], &self->classes)
      || !g_ascii_string_to_unsigned (words[6], 10, 0, G_MAXINT64, &staff_id, NULL))
    return NULL;
  self->code = g_strdup (words[0]);
  self->clock = clock;
  self->when = when;
  self->amount = (guint) amount;
  self->staff_id = (gint64) staff_id;
  hf_text_set (&self->name, words[N_WORDS - 1]);
  return g_steal_pointer (&self);
}

/**
 * hf_escalation_ladder_parse:
 * @text: a step a line: its code, clock and kind of moment, percent or minutes, who is told,
 *   classes, the key of who is told besides, the name, such as
 *   "branch resolve share 100 branch 24h,72h 0 To the branch"
 * @error: (nullable): %HF_ESCALATION_LADDER_ERROR_INVALID with the line
 *
 * Reads a ladder.
 *
 * Returns: (transfer full) (nullable) (element-type HfEscalationStep): the ladder
 */
GPtrArray *
hf_escalation_ladder_parse (const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) self = hf_escalation_ladder_new ();
  for (guint i = 0; lines[i] != NULL; i++)
    {
      HfEscalationStep *step = *lines[i] != '\0' ? parse_step (lines[i]) : NULL;
      if (step != NULL)
        g_ptr_array_add (self, step);
      else if (*lines[i] != '\0')
        {
          g_set_error (error, HF_ESCALATION_LADDER_ERROR, HF_ESCALATION_LADDER_ERROR_INVALID,
                       _ ("Line %u of the escalation ladder is not understood: %s"), i + 1,
                       lines[i]);
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

static void
append_set (GString *text, const HfChoice *choices, guint set)
{
  gsize before = text->len;
  for (guint i = 0; choices[i].name != NULL; i++)
    if ((set & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > before ? "," : "", choices[i].name);
  if (text->len == before)
    g_string_append_c (text, '-');
}

/**
 * hf_escalation_ladder_format:
 * @self: (element-type HfEscalationStep): a ladder
 *
 * Writes a ladder as hf_escalation_ladder_parse() reads it.
 *
 * Returns: (transfer full): the text
 */
char *
hf_escalation_ladder_format (const GPtrArray *self)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < self->len; i++)
    {
      const HfEscalationStep *step = self->pdata[i];
      g_string_append_printf (text, "%s %s %s %u ", step->code,
                              hf_escalation_clocks[step->clock].name,
                              hf_escalation_whens[step->when].name, step->amount);
      append_set (text, hf_escalation_roles, step->tells);
      g_string_append_c (text, ' ');
      append_set (text, hf_promise_terms, step->classes);
      g_string_append_printf (text, " %" G_GINT64_FORMAT " %s\n", step->staff_id,
                              step->name != NULL ? step->name : "");
    }
  return g_string_free (text, FALSE);
}

static gboolean
refuse (GError **error, guint place, const HfEscalationStep *step, const char *words)
{
  g_set_error (error, HF_ESCALATION_LADDER_ERROR, HF_ESCALATION_LADDER_ERROR_INVALID,
               /* Translators: a step's place and name, and what is wrong with it. */
               _ ("Step %u, “%s”: %s"), place + 1, hf_escalation_step_name (step), words);
  return FALSE;
}

static gboolean
check_step (const HfEscalationStep *step, guint place, GError **error)
{
  if (step->name == NULL && hf_choice_find_name (hf_escalation_starters, step->code) < 0)
    return refuse (error, place, step, _ ("it has no name."));
  if (step->tells == 0 && step->staff_id == 0)
    return refuse (error, place, step, _ ("nobody is told."));
  if (step->classes == 0)
    return refuse (error, place, step, _ ("it is for no class of promises."));
  if (step->when == HF_ESCALATION_SHARE
      && (step->amount == 0 || step->amount > HF_ESCALATION_MAX_SHARE))
    return refuse (error, place, step, _ ("the share is from 1 to 1000 percent."));
  if (step->when == HF_ESCALATION_BEFORE && step->amount == 0)
    return refuse (error, place, step, _ ("it is at least a minute before the deadline."));
  return TRUE;
}

/* What a class takes by one of its clocks, in minutes of that clock; -1 where it has none. */
static int
usual_time (const HfPromiseRules *rules, HfEscalationClock clock, int term)
{
  if (term == HF_PROMISE_DATED)
    return clock == HF_ESCALATION_SOLUTION ? DAY_MINUTES : -1;
  const HfPromiseRule *rule = &rules->of[term];
  if (clock == HF_ESCALATION_FIRST_WORD)
    return (int) rule->respond;
  if (clock == HF_ESCALATION_NEXT_WORD)
    return rule->update > 0 ? (int) rule->update : -1;
  if (!hf_promise_rule_has_end (rule))
    return -1;
  return (int) rule->resolve * (rule->clock == HF_CLOCK_WORKDAYS ? WORKDAY_MINUTES : 1);
}

/* When a step comes, in minutes since the clock began. */
static double
usual_moment (const HfEscalationStep *step, int time)
{
  switch (step->when)
    {
    case HF_ESCALATION_BEFORE:
      return MAX (time - (int) step->amount, 0);
    case HF_ESCALATION_AFTER:
      return time + (double) step->amount;
    case HF_ESCALATION_SHARE:
    default:
      return MAX (time, HF_ESCALATION_LEAST_MINUTES) * step->amount / 100.0;
    }
}

/* The step below that a complaint of a class comes from; -1 where there is none. */
static int
find_below (const GPtrArray *self, guint place, int term)
{
  const HfEscalationStep *step = self->pdata[place];
  for (int i = (int) place - 1; i >= 0; i--)
    {
      const HfEscalationStep *below = self->pdata[i];
      if (below->clock == step->clock && hf_escalation_step_is_for (below, term))
        return i;
    }
  return -1;
}

static gboolean
check_rise (const GPtrArray *self, guint place, int term, const HfPromiseRules *rules,
            GError **error)
{
  const HfEscalationStep *step = self->pdata[place];
  int time = usual_time (rules, step->clock, term), below = find_below (self, place, term);
  if (!hf_escalation_step_is_for (step, term) || time < 0 || below < 0
      || usual_moment (step, time) > usual_moment (self->pdata[below], time))
    return TRUE;
  g_autofree char *words = g_strdup_printf (
      /* Translators: the place of a lower step, and a class of promises. */
      _ ("it would not come later than step %d does (%s). Put it later, or in another place."),
      below + 1, hf_choice_label (hf_promise_terms, term));
  return refuse (error, place, step, words);
}

static gboolean
check_code (const GPtrArray *self, guint place, GError **error)
{
  const HfEscalationStep *step = self->pdata[place];
  for (guint i = 0; i < place; i++)
    if (g_str_equal (((const HfEscalationStep *) self->pdata[i])->code, step->code))
      return refuse (error, place, step, _ ("it is on the ladder twice."));
  return TRUE;
}

/**
 * hf_escalation_ladder_check:
 * @self: (element-type HfEscalationStep): a ladder
 * @rules: the firm's promise classes
 * @error: (nullable): %HF_ESCALATION_LADDER_ERROR_INVALID, with a message for the user
 *
 * Checks that every step tells somebody, and that of each clock and class every step comes
 * later than the one below it.
 *
 * Returns: whether the ladder holds
 */
gboolean
hf_escalation_ladder_check (const GPtrArray *self, const HfPromiseRules *rules, GError **error)
{
  for (guint i = 0; i < self->len; i++)
    {
      if (!check_step (self->pdata[i], i, error) || !check_code (self, i, error))
        return FALSE;
      for (int term = 0; term < HF_ESCALATION_N_CLASSES; term++)
        if (!check_rise (self, i, term, rules, error))
          return FALSE;
    }
  return TRUE;
}

/**
 * hf_escalation_ladder_new_code:
 * @self: (element-type HfEscalationStep): a ladder
 *
 * Makes a code for a new step.
 *
 * Returns: (transfer full): a code that no step has
 */
char *
hf_escalation_ladder_new_code (const GPtrArray *self)
{
  guint last = 0;
  for (guint i = 0; i < self->len; i++)
    {
      const char *code = ((const HfEscalationStep *) self->pdata[i])->code;
      if (g_str_has_prefix (code, "own-"))
        last = MAX (last, (guint) g_ascii_strtoull (code + strlen ("own-"), NULL, 10));
    }
  return g_strdup_printf ("own-%u", last + 1);
}
