#pragma once

#include "hf-figures.h"

G_BEGIN_DECLS

/* Those whom nobody hears. "Silent" and "silent and lost" are two numbers. */
typedef struct
{
  double dissatisfied;
  double silent;
  double silent_and_lost;
} HfSilentEstimate;

gboolean hf_diagnosis_silent (double complaints, double share, double stay_rate,
                              HfSilentEstimate *estimate);
HfOwnShare hf_diagnosis_own_share (guint interviewed, guint complained);

G_END_DECLS
