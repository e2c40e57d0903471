#pragma once

#include "hf-promise.h"

G_BEGIN_DECLS

/* What runs of a complaint, and somebody is told of when it runs out. */
typedef enum
{
  HF_ESCALATION_FIRST_WORD,
  HF_ESCALATION_NEXT_WORD, /* of an emergency, each half-hour */
  HF_ESCALATION_SOLUTION,
  HF_ESCALATION_N_CLOCKS,
} HfEscalationClock;

extern const HfChoice hf_escalation_clocks[];

typedef enum
{
  HF_ESCALATION_SHARE, /* so many percent of the time; 100: at the deadline */
  HF_ESCALATION_BEFORE,
  HF_ESCALATION_AFTER,
} HfEscalationWhen;

extern const HfChoice hf_escalation_whens[];

typedef enum
{
  HF_ESCALATION_HANDLER,
  HF_ESCALATION_TAKER,
  HF_ESCALATION_BRANCH,   /* the managers of the complaint's branch */
  HF_ESCALATION_MANAGERS, /* all of them */
  HF_ESCALATION_N_ROLES,
} HfEscalationRole;

extern const HfChoice hf_escalation_roles[];

#define HF_ESCALATION_N_CLASSES (HF_PROMISE_DATED + 1)
#define HF_ESCALATION_ALL_CLASSES ((1u << HF_ESCALATION_N_CLASSES) - 1)

/* The most that a step can ask for. */
#define HF_ESCALATION_MAX_SHARE 1000
#define HF_ESCALATION_MAX_MINUTES (10 * 24 * 60)

/* One step of the ladder: of which clock, when, and who is told. */
typedef struct
{
  char *code; /* one word, by which the log knows it */
  char *name; /* (nullable): as the firm calls it; NULL: as the program does */
  HfEscalationClock clock;
  HfEscalationWhen when;
  guint amount;    /* percent, or minutes of the class's own clock */
  guint tells;     /* a bit for each HfEscalationRole */
  gint64 staff_id; /* who is told besides, 0: nobody */
  guint classes;   /* a bit for each HfPromiseTerm */
} HfEscalationStep;

HfEscalationStep *hf_escalation_step_copy (const HfEscalationStep *self);
void hf_escalation_step_free (HfEscalationStep *self);
gboolean hf_escalation_step_is_for (const HfEscalationStep *self, int term);
gboolean hf_escalation_step_raises (const HfEscalationStep *self);
const char *hf_escalation_step_name (const HfEscalationStep *self);
const char *hf_escalation_name (const char *code, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfEscalationStep, hf_escalation_step_free)

G_END_DECLS
