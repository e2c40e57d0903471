#include "config.h"

#include "hf-call-plan.h"

#include "hf-time-zone.h"

/**
 * hf_call_plan_make:
 * @self: (out caller-allocates): the plan
 * @task: the entry of the queue as it was before the call
 * @rules: when customers may be called
 * @outcome: (nullable): how the call ended
 * @started_at: when the call began
 * @call_again_at: when the customer is to be called again, 0 for never
 *
 * Tells what follows a call. A time at which the customer wants to be called is an appointment,
 * and holds at any hour. The moment from which it is worth trying again is none: it moves into
 * the hours, by the customer's clock. Another number is tried as soon as the hours allow.
 */
void
hf_call_plan_make (HfCallPlan *self, const HfCallTask *task, const HfCallingRules *rules,
                   const HfOutcome *outcome, gint64 started_at, gint64 call_again_at)
{
  g_autoptr (GTimeZone) zone = hf_time_zone_new (task->zone);
  gboolean agreed = hf_outcome_is_appointment (outcome);
  *self = (HfCallPlan){ HF_CALL_TASK_DONE, 0, 0, task->parts };
  gboolean other_number = outcome != NULL && outcome->other_number;
  if (outcome == NULL || (!outcome->contacted && !other_number))
    self->parts |= hf_calling_part_of (zone, started_at);
  if (call_again_at == 0)
    return;
  if (!agreed && rules->cap != 0 && task->attempts + 1 >= rules->cap)
    {
      self->state = HF_CALL_TASK_EXHAUSTED;
      return;
    }
  gint64 next = agreed ? call_again_at
                : other_number
                    ? hf_calling_rules_next_open (rules, zone, call_again_at)
                    : hf_calling_rules_next_try (rules, zone, call_again_at, self->parts);
  self->state = HF_CALL_TASK_WAITING;
  self->due_at = next != 0 ? next : call_again_at;
  self->appointment_at = agreed ? call_again_at : 0;
}
