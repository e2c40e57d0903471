#pragma once

#include "hf-diagnosis-rates.h"

G_BEGIN_DECLS

/* How far a case ever got; it never goes back. */
typedef enum
{
  HF_FURTHEST_NONE,
  HF_FURTHEST_REFUSED,
  HF_FURTHEST_PARTIAL,
  HF_FURTHEST_COMPLETED,
} HfFurthest;

gboolean hf_outcome_is_done (const char *code);
HfRateClass hf_outcome_rate_class (gint64 furthest, const char *last_outcome);

G_END_DECLS
