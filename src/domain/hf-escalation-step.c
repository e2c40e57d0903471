#include "config.h"

#include "hf-escalation-step.h"

#include <glib/gi18n.h>

#include "hf-escalation-ladder.h"

const HfChoice hf_escalation_clocks[] = {
  [HF_ESCALATION_FIRST_WORD] = { "respond", NC_ ("choice", "First word") },
  [HF_ESCALATION_NEXT_WORD] = { "update", NC_ ("choice", "Word each half-hour") },
  [HF_ESCALATION_SOLUTION] = { "resolve", NC_ ("choice", "Solution") },
  { NULL, NULL },
};

const HfChoice hf_escalation_whens[] = {
  [HF_ESCALATION_SHARE] = { "share", NC_ ("choice", "By share of the time") },
  [HF_ESCALATION_BEFORE] = { "before", NC_ ("choice", "Before the deadline") },
  [HF_ESCALATION_AFTER] = { "after", NC_ ("choice", "After the deadline") },
  { NULL, NULL },
};

const HfChoice hf_escalation_roles[] = {
  [HF_ESCALATION_HANDLER] = { "handler", NC_ ("choice", "Who deals with it") },
  [HF_ESCALATION_TAKER] = { "taker", NC_ ("choice", "Who took it") },
  [HF_ESCALATION_BRANCH] = { "branch", NC_ ("choice", "The branch’s managers") },
  [HF_ESCALATION_MANAGERS] = { "managers", NC_ ("choice", "All managers") },
  { NULL, NULL },
};

/**
 * hf_escalation_step_copy:
 * @self: a step
 *
 * Copies a step.
 *
 * Returns: (transfer full): the copy
 */
HfEscalationStep *
hf_escalation_step_copy (const HfEscalationStep *self)
{
  HfEscalationStep *copy = g_memdup2 (self, sizeof *self);
  copy->code = g_strdup (self->code);
  copy->name = g_strdup (self->name);
  return copy;
}

/**
 * hf_escalation_step_free:
 * @self: (transfer full): a step
 *
 * Frees it.
 */
void
hf_escalation_step_free (HfEscalationStep *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

/**
 * hf_escalation_step_is_for:
 * @self: a step
 * @term: a #HfPromiseTerm; what promises no class counts as an agreed day
 *
 * Tells whether complaints of a class go up this step.
 *
 * Returns: whether they do
 */
gboolean
hf_escalation_step_is_for (const HfEscalationStep *self, int term)
{
  guint class = term >= 0 && term < HF_PROMISE_DATED ? term : HF_PROMISE_DATED;
  return (self->classes & (1u << class)) != 0;
}

/**
 * hf_escalation_step_raises:
 * @self: a step
 *
 * Tells whether others are told than who deals with a complaint: a reminder raises nothing.
 *
 * Returns: whether they are
 */
gboolean
hf_escalation_step_raises (const HfEscalationStep *self)
{
  guint own = 1u << HF_ESCALATION_HANDLER | 1u << HF_ESCALATION_TAKER;
  return (self->tells & ~own) != 0 || self->staff_id != 0;
}

/**
 * hf_escalation_step_name:
 * @self: a step
 *
 * Names a step for the user.
 *
 * Returns: the firm's name, else the program's
 */
const char *
hf_escalation_step_name (const HfEscalationStep *self)
{
  return hf_escalation_name (self->code, self->name);
}

/**
 * hf_escalation_name:
 * @code: that of a step, which may be no step any more
 * @name: (nullable): as the firm called it
 *
 * Names a step that was reached.
 *
 * Returns: the firm's name, else the program's, else the code
 */
const char *
hf_escalation_name (const char *code, const char *name)
{
  if (name != NULL)
    return name;
  int place = hf_choice_find_name (hf_escalation_starters, code);
  return place >= 0 ? hf_choice_label (hf_escalation_starters, place) : code;
}
