#pragma once

#include "hf-call-task.h"
#include "hf-calling-rules.h"
#include "hf-outcome.h"

G_BEGIN_DECLS

/* What becomes of an entry of the call queue after a call. */
typedef struct
{
  HfCallTaskState state;
  gint64 due_at;         /* not before this moment; 0: never */
  gint64 appointment_at; /* agreed with the customer; 0: none */
  guint parts;           /* HfCallingPart flags: tried in vain */
} HfCallPlan;

void hf_call_plan_make (HfCallPlan *self, const HfCallTask *task, const HfCallingRules *rules,
                        const HfOutcome *outcome, gint64 started_at, gint64 call_again_at);

G_END_DECLS
