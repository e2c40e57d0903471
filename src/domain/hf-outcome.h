#pragma once

#include "hf-diagnosis-rates.h"
#include "hf-interview.h"

G_BEGIN_DECLS

/* How a call ended, and what follows by itself. */
typedef struct
{
  const char *code;  /* what databases hold; never changes */
  const char *aapor; /* the disposition code of AAPOR's standard */
  const char *label; /* marked with NC_ ("choice", ..) */
  HfRateClass rate;
  HfInterviewState state; /* what becomes of the interview */
  guint delay;            /* minutes until the next attempt, where there is one */
  gboolean contacted;     /* the customer was spoken to */
  gboolean eligible;      /* known to be one of those who should be asked */
  gboolean try_again;
  gboolean other_number; /* try again on another number only */
  gboolean needs_note;
} HfOutcome;

const HfOutcome *hf_outcome_list (gsize *n_outcomes);
const HfOutcome *hf_outcome_find (const char *code);
const char *hf_outcome_label (const HfOutcome *self);
gboolean hf_outcome_is_appointment (const HfOutcome *self);
gboolean hf_outcome_is_final (const HfOutcome *self);
const char *hf_outcome_counts_as (const HfOutcome *self);

G_END_DECLS
