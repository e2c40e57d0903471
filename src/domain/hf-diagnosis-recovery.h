#pragma once

#include <glib.h>

#include "hf-choice.h"
#include "hf-diagnosis-silent.h"

G_BEGIN_DECLS

/* What became of a dissatisfied customer's problem. */
typedef enum
{
  HF_RECOVERY_SILENT,
  HF_RECOVERY_UNRESOLVED,
  HF_RECOVERY_RESOLVED,
  HF_RECOVERY_QUICKLY,
} HfRecoveryState;

#define HF_RECOVERY_N_STATES 4

/* A rate of fewer customers than this is greyed. */
#define HF_RECOVERY_ENOUGH 10

extern const HfChoice hf_recovery_states[];

/* One dissatisfied customer: what the customer said, and what the register holds. */
typedef struct
{
  const char *told;    /* answer to told-us, NULL where not asked */
  const char *outcome; /* answer to told-outcome, NULL where not asked */
  const char *size;    /* answer to problem-size, NULL where not asked */
  gboolean complained; /* has a complaint in the register, which the rest is of */
  int severity;        /* an HfComplaintSeverity */
  gint64 due_at;       /* when an answer was promised, a moment or 0 */
  gint64 answered_at;  /* a moment or 0 */
  const char *result;  /* of the last second follow-up, NULL where nobody asked */
  gboolean again;      /* has bought again */
} HfRecoveryCase;

typedef struct
{
  guint customers;
  guint again; /* of these, how many bought again */
} HfRecoveryCell;

/* Repurchase by class of problem and by what became of it. */
typedef struct
{
  HfRecoveryCell cells[HF_SILENT_N_CLASSES][HF_RECOVERY_N_STATES];
  guint open;     /* whose complaint is not answered yet, or who did not say what came of it */
  guint unplaced; /* of whose problem nobody knows how serious it was */
} HfRecoveryTable;

void hf_diagnosis_recovery_add (HfRecoveryTable *table, const HfRecoveryCase *customer,
                                gint64 now);
gboolean hf_diagnosis_recovery_state (const HfRecoveryCase *customer, gint64 now,
                                      HfRecoveryState *state);
double hf_diagnosis_recovery_share (const HfRecoveryCell *cell);
gboolean hf_diagnosis_recovery_is_enough (const HfRecoveryCell *cell);
double hf_diagnosis_recovery_published (int severity, HfRecoveryState state);

G_END_DECLS
