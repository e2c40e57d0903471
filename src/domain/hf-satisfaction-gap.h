#pragma once

#include <glib.h>

#include "hf-choice.h"

G_BEGIN_DECLS

/* How what a customer found compares with what they had expected. */
typedef enum
{
  HF_GAP_WORSE,
  HF_GAP_AS_EXPECTED,
  HF_GAP_BETTER,
} HfGapKind;

#define HF_GAP_N_KINDS 3

/* Scales of all kinds count as one of so many points. */
#define HF_GAP_POINTS 5

extern const HfChoice hf_gap_kinds[];

/* The gaps of several customers. */
typedef struct
{
  guint answers;
  guint by_kind[HF_GAP_N_KINDS];
  gint64 sum; /* in thousandths of a point */
} HfSatisfactionGaps;

gint64 hf_satisfaction_gap (gint64 expected, gint64 perceived);
gint64 hf_satisfaction_points (int value, int lowest, int highest);
HfGapKind hf_satisfaction_gap_judge (gint64 gap);
void hf_satisfaction_gaps_add (HfSatisfactionGaps *self, const HfSatisfactionGaps *others);
double hf_satisfaction_gaps_mean (const HfSatisfactionGaps *self);
double hf_satisfaction_gaps_share (const HfSatisfactionGaps *self, HfGapKind kind);

G_END_DECLS
