#pragma once

#include "hf-choice.h"

G_BEGIN_DECLS

typedef enum
{
  HF_LOYALTY_A,
  HF_LOYALTY_B,
  HF_LOYALTY_C,
  HF_LOYALTY_UNKNOWN,
} HfLoyaltyClass;

extern const HfChoice hf_loyalty_classes[];

typedef struct
{
  HfLoyaltyClass grade;
  double share;  /* of the need, 0 to 1; 0 where the class is unknown */
  gboolean over; /* more was bought than needed: the share is shown as 1 */
} HfLoyalty;

HfLoyalty hf_diagnosis_loyalty (gint64 amount, gint64 need);

G_END_DECLS
