#pragma once

#include "hf-choice.h"
#include "hf-period.h"

G_BEGIN_DECLS

typedef enum
{
  HF_PERIOD_LAST_12_MONTHS,
  HF_PERIOD_THIS_YEAR,
  HF_PERIOD_LAST_YEAR,
  HF_PERIOD_ALL,
} HfPeriodChoice;

extern const HfChoice hf_period_choices[];

HfPeriod *hf_period_choice_dup_period (HfPeriodChoice choice, const char *today);

G_END_DECLS
