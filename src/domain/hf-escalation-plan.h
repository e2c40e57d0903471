#pragma once

#include "hf-complaint.h"
#include "hf-escalation-step.h"
#include "hf-promise-clock.h"
#include "hf-promise-rules.h"

G_BEGIN_DECLS

/* Of what leaves less time, shares are taken of this: nobody is told in the moment in which a
 * complaint that is answered at once comes in. */
#define HF_ESCALATION_LEAST_MINUTES 30

/* What runs of a complaint. */
typedef struct
{
  int term;         /* a HfPromiseTerm, or HF_COMPLAINT_NO_TERM */
  HfClockKind kind; /* by which the class is measured */
  struct
  {
    gint64 since;
    gint64 due_at; /* 0: it does not run */
  } clocks[HF_ESCALATION_N_CLOCKS];
} HfEscalationCase;

/* When a step is reached. */
typedef struct
{
  guint place;   /* of the step on the ladder */
  gint64 at;     /* a moment */
  gint64 due_at; /* the deadline that it is about */
} HfEscalationMoment;

/* How far up the ladder something is. */
typedef struct
{
  const HfEscalationMoment *reached; /* (nullable): the highest step */
  const HfEscalationMoment *next;    /* (nullable): the step that comes next */
  gboolean is_paused;                /* which moves no step */
  const char *why;                   /* (nullable): what is waited for */
} HfEscalationReading;

void hf_escalation_case_init (HfEscalationCase *self, const HfComplaint *complaint,
                              gint64 respond_since, gint64 resolve_since);
GArray *hf_escalation_plan_new (const GPtrArray *ladder, const HfEscalationCase *of,
                                HfWorkCalendar *calendar);
void hf_escalation_plan_read (const GArray *plan, const GArray *pauses, gint64 now,
                              HfEscalationReading *reading);
const HfPause *hf_escalation_find_pause (const GArray *pauses, gint64 moment);

G_END_DECLS
