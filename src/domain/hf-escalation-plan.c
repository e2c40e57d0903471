#include "config.h"

#include "hf-escalation-plan.h"

#define MINUTE G_TIME_SPAN_MINUTE
#define LEAST (HF_ESCALATION_LEAST_MINUTES * MINUTE)

static void
start_clock (HfEscalationCase *self, HfEscalationClock clock, gint64 since, gint64 due_at)
{
  self->clocks[clock].since = MIN (since, due_at);
  self->clocks[clock].due_at = due_at;
}

/**
 * hf_escalation_case_init:
 * @self: (out caller-allocates): what runs
 * @complaint: a complaint
 * @respond_since: when the first word was promised anew, 0 where it was not
 * @resolve_since: when the solution was, 0 where it was not
 *
 * Finds what runs of a complaint: of one that is answered nothing does. What was promised anew
 * runs since it was.
 */
void
hf_escalation_case_init (HfEscalationCase *self, const HfComplaint *complaint,
                         gint64 respond_since, gint64 resolve_since)
{
  guint between = complaint->word_every > 0 ? complaint->word_every
                                            : HF_ESCALATION_LEAST_MINUTES;
  gint64 received_at = complaint->received_at;
  *self = (HfEscalationCase){ .term = complaint->term,
                              .kind = MAX (complaint->clock, HF_CLOCK_ALWAYS) };
  if (complaint->status >= HF_COMPLAINT_RESPONDED)
    return;
  if (complaint->acknowledged_at == 0)
    start_clock (self, HF_ESCALATION_FIRST_WORD,
                 respond_since != 0 ? respond_since : received_at, complaint->respond_by);
  start_clock (self, HF_ESCALATION_NEXT_WORD, complaint->next_word_by - between * MINUTE,
               complaint->next_word_by);
  start_clock (self, HF_ESCALATION_SOLUTION, resolve_since != 0 ? resolve_since : received_at,
               complaint->due_at);
}

/* One clock, and how it is measured. */
typedef struct
{
  HfWorkCalendar *calendar; /* NULL: round the clock */
  gint64 since;
  gint64 due_at;
} Clock;

static GTimeSpan
measure (const Clock *self)
{
  return self->calendar == NULL
             ? self->due_at - self->since
             : hf_work_calendar_measure (self->calendar, self->since, self->due_at);
}

static gint64
add (const Clock *self, gint64 from, GTimeSpan time)
{
  return self->calendar == NULL ? from + time
                                : hf_work_calendar_add_time (self->calendar, from, time);
}

static gint64
at_share (const Clock *self, guint percent)
{
  GTimeSpan time = measure (self);
  if (time < LEAST)
    return add (self, self->since, LEAST * percent / 100);
  if (percent < 100)
    return MIN (add (self, self->since, time * percent / 100), self->due_at);
  return percent == 100 ? self->due_at : add (self, self->due_at, time * (percent - 100) / 100);
}

static gint64
before (const Clock *self, GTimeSpan ahead)
{
  GTimeSpan time = measure (self);
  return ahead >= time ? self->since
                       : MIN (add (self, self->since, time - ahead), self->due_at);
}

static gint64
moment_of (const HfEscalationStep *step, const Clock *clock)
{
  switch (step->when)
    {
    case HF_ESCALATION_BEFORE:
      return before (clock, step->amount * MINUTE);
    case HF_ESCALATION_AFTER:
      return step->amount == 0 ? clock->due_at
                               : add (clock, clock->due_at, step->amount * MINUTE);
    case HF_ESCALATION_SHARE:
    default:
      return at_share (clock, step->amount);
    }
}

/**
 * hf_escalation_plan_new:
 * @ladder: (element-type HfEscalationStep): a ladder
 * @of: what runs
 * @calendar: when the branch works; only classes on working time are measured by it, and never
 *   the words of an emergency
 *
 * Works out when each step is reached that something goes up. A step never comes before one
 * below it of the same clock. Pauses do not come into it, as they move no deadline.
 *
 * Returns: (transfer full) (element-type HfEscalationMoment): in the order of the ladder;
 *   without steps that a calendar which never opens again keeps from coming
 */
GArray *
hf_escalation_plan_new (const GPtrArray *ladder, const HfEscalationCase *of,
                        HfWorkCalendar *calendar)
{
  GArray *plan = g_array_new (FALSE, FALSE, sizeof (HfEscalationMoment));
  gint64 last[HF_ESCALATION_N_CLOCKS] = { 0 };
  for (guint i = 0; i < ladder->len; i++)
    {
      const HfEscalationStep *step = ladder->pdata[i];
      gboolean always = of->kind == HF_CLOCK_ALWAYS || step->clock == HF_ESCALATION_NEXT_WORD;
      const Clock clock = { always ? NULL : calendar, of->clocks[step->clock].since,
                            of->clocks[step->clock].due_at };
      gint64 at = clock.due_at != 0 && hf_escalation_step_is_for (step, of->term)
                      ? moment_of (step, &clock)
                      : 0;
      if (at == 0)
        continue;
      last[step->clock] = MAX (at, last[step->clock]);
      HfEscalationMoment moment = { i, last[step->clock], clock.due_at };
      g_array_append_val (plan, moment);
    }
  return plan;
}

/**
 * hf_escalation_find_pause:
 * @pauses: (nullable) (element-type HfPause): by their beginnings
 * @moment: a moment
 *
 * Finds what was waited for at a moment.
 *
 * Returns: (transfer none) (nullable): the pause, %NULL where nothing was
 */
const HfPause *
hf_escalation_find_pause (const GArray *pauses, gint64 moment)
{
  for (guint i = 0; pauses != NULL && i < pauses->len; i++)
    {
      const HfPause *pause = &g_array_index (pauses, HfPause, i);
      if (pause->from <= moment && (pause->to == 0 || moment < pause->to))
        return pause;
    }
  return NULL;
}

/**
 * hf_escalation_plan_read:
 * @plan: (element-type HfEscalationMoment): when steps are reached
 * @pauses: (nullable) (element-type HfPause): by their beginnings
 * @now: a moment
 * @reading: (out caller-allocates): borrows from the plan and the pauses
 *
 * Tells which step is reached by now and which comes next. A pause shows as one, and stops
 * nothing.
 */
void
hf_escalation_plan_read (const GArray *plan, const GArray *pauses, gint64 now,
                         HfEscalationReading *reading)
{
  const HfPause *pause = hf_escalation_find_pause (pauses, now);
  *reading = (HfEscalationReading){ .is_paused = pause != NULL,
                                    .why = pause != NULL ? pause->why : NULL };
  for (guint i = 0; i < plan->len; i++)
    {
      const HfEscalationMoment *moment = &g_array_index (plan, HfEscalationMoment, i);
      if (moment->at <= now)
        reading->reached = moment;
      else if (reading->next == NULL || moment->at < reading->next->at)
        reading->next = moment;
    }
}
